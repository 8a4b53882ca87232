//! One text message in, one out, then close.

use actix_web::http::header::ORIGIN;
use actix_web::web::{self, Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse, rt};
use actix_ws::{AggregatedMessage, AggregatedMessageStream};
use serde_json::{Value, json};

use super::answers::{Failure, SUCCESS};
use super::{Agent, file_mode, hash_mode};

/// `SignMsg` of a text in its old form carries the text itself.
const MAXIMUM_MESSAGE: usize = 1 << 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Endpoint {
    GetVersion,
    GetCertInfo,
    Config,
    VerifyMsg,
    SignMsg,
    File(file_mode::Kind),
}

impl Endpoint {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "GetVersion" => Self::GetVersion,
            "GetCertInfo" => Self::GetCertInfo,
            "Config" => Self::Config,
            "VerifyMsg" => Self::VerifyMsg,
            "SignMsg" => Self::SignMsg,
            "SignApproved" => Self::File(file_mode::Kind::Approved),
            "SignIssued" => Self::File(file_mode::Kind::Issued),
            "SignCopy" => Self::File(file_mode::Kind::Copy),
            "SignAppendix" => Self::File(file_mode::Kind::Appendix),
            _ => return None,
        })
    }

    /// Whether the person is asked for the PIN.
    fn uses_the_key(self) -> bool {
        matches!(self, Self::SignMsg | Self::File(_))
    }
}

pub(super) async fn open(
    request: HttpRequest,
    body: Payload,
    agent: Data<Agent>,
    endpoint: Path<String>,
) -> actix_web::Result<HttpResponse> {
    let origin = request
        .headers()
        .get(ORIGIN)
        .and_then(|value| value.to_str().ok());
    if !agent.admits(origin) {
        log::warn!("the page {origin:?} may not use the agent");
        return Ok(HttpResponse::Forbidden().finish());
    }
    let Some(endpoint) = Endpoint::named(&endpoint) else {
        return Ok(HttpResponse::NotFound().finish());
    };
    let (response, mut session, messages) = actix_ws::handle(&request, body)?;
    let messages = messages
        .max_frame_size(MAXIMUM_MESSAGE)
        .aggregate_continuations();
    rt::spawn(async move {
        if let Some(message) = first_text(messages).await {
            let answer = answer(endpoint, message, agent).await;
            let _page_went_away = session.text(answer.to_string()).await;
        }
        let _page_went_away = session.close(None).await;
    });
    Ok(response)
}

async fn first_text(mut messages: AggregatedMessageStream) -> Option<String> {
    while let Some(Ok(message)) = messages.recv().await {
        match message {
            AggregatedMessage::Text(text) => return Some(text.to_string()),
            AggregatedMessage::Ping(_) | AggregatedMessage::Pong(_) => {}
            AggregatedMessage::Binary(_) | AggregatedMessage::Close(_) => return None,
        }
    }
    None
}

async fn answer(endpoint: Endpoint, message: String, agent: Data<Agent>) -> Value {
    if endpoint.uses_the_key() && !agent.person.consents().await {
        return Failure::Cancelled.answer();
    }
    let worked = web::block(move || match endpoint {
        Endpoint::GetVersion => Ok(json!({ "Status": SUCCESS, "Version": "congvu-sandbox" })),
        Endpoint::GetCertInfo => Ok(hash_mode::certificate_info(&agent.identity())),
        Endpoint::Config => Ok(json!({ "Status": SUCCESS, "Message": "" })),
        Endpoint::VerifyMsg => hash_mode::verify(&message),
        Endpoint::SignMsg => hash_mode::sign(&message, &agent.identity()),
        Endpoint::File(kind) => file_mode::sign(kind, &message, &agent),
    })
    .await;
    match worked {
        Ok(Ok(answer)) => answer,
        Ok(Err(failure)) => failure.answer(),
        Err(panicked) => Failure::File(panicked.to_string()).answer(),
    }
}

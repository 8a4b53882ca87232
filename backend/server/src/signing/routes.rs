//! The second phase of every signature.

use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_db::certificates;
use congvu_openapi::approvals::{NewSignatures, SigningOutcomes};
use congvu_openapi::signing::{
    FileLinks, NewOneTimeCode, NewSignature, NewSigningSession, SigningResult, SigningSession,
};
use futures_util::TryStreamExt as _;

use super::{agent_files, batch, finish_one, session};
use crate::attachments::LARGEST;
use crate::auth::{Allowed, SignedIn};
use crate::error::{ApiError, Code, said};
use crate::http::{Body, Id, Language, Plain};
use crate::services::App;

/// Finish a signature
///
/// The server assembles the CMS, verifies it completely (content, key, chain, revocation, key usage) and only then acts, all in one transaction.
/// Single use; the same signature again answers the same.
#[utoipa::path(tag = "signing", operation_id = "finishSigning", params(("id" = String, Path, format = "uuid", description = "The signing request")), request_body = NewSignature,
    responses((status = 201, description = "Verified and carried out", body = SigningResult)))]
#[post("/signing-requests/{id}/signature")]
pub async fn finish_signing(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    body: Body<NewSignature>,
) -> Result<HttpResponse, ApiError> {
    let raw = STANDARD
        .decode(body.0.signature.trim())
        .map_err(|_ignored| {
            ApiError::invalid_at(
                "/signature",
                "base64",
                said(
                    "Chữ ký phải ở dạng Base64.",
                    "The signature must be Base64.",
                ),
            )
        })?;
    let caller = who.into_caller();
    let result = app
        .into_inner()
        .work(move |services| finish_one(services, &caller, &id.0, &raw))
        .await?;
    Ok(HttpResponse::Created().json(result))
}

/// Finish many signatures
///
/// 1 to 1000, each verified and carried out in a transaction of its own; one that is refused does not hold up the others (C5). The same
/// signatures again answer the same.
#[utoipa::path(tag = "signing", operation_id = "finishSignings", request_body = NewSignatures,
    responses((status = 201, description = "The outcome of each", body = SigningOutcomes)))]
#[post("/signing-requests/signatures")]
pub async fn finish_signings(
    who: Allowed<SignedIn>,
    app: App,
    request: HttpRequest,
    body: Body<NewSignatures>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let language = Language::of(request.headers());
    let outcomes = app
        .into_inner()
        .work(move |services| Ok(batch::finish_many(services, &caller, language, &body.0)))
        .await?;
    Ok(HttpResponse::Created().json(outcomes))
}

/// Sign with a key that the server reaches
///
/// In its token (PKCS#11) or at a remote service. All requests are of one certificate: one PIN or one confirmation, and yet one signature and
/// one result each (C5). A session that waits for a confirmation on the telephone is asked for again.
#[utoipa::path(tag = "signing", operation_id = "openSigningSession", request_body = NewSigningSession,
    responses((status = 201, description = "Signed, or waiting", body = SigningSession)))]
#[post("/signing-sessions")]
pub async fn open_signing_session(
    who: Allowed<SignedIn>,
    app: App,
    request: HttpRequest,
    body: Body<NewSigningSession>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let language = Language::of(request.headers());
    let opened = app
        .into_inner()
        .work(move |services| session::open(services, &caller, language, &body.0))
        .await?;
    Ok(HttpResponse::Created().json(opened))
}

/// A signing session
///
/// `waiting` until the holder confirmed, refused, or the time is over.
#[utoipa::path(tag = "signing", operation_id = "getSigningSession", params(("id" = String, Path, format = "uuid", description = "The session")),
    responses((status = 200, description = "The session", body = SigningSession)))]
#[get("/signing-sessions/{id}")]
pub async fn get_signing_session(
    who: Allowed<SignedIn>,
    app: App,
    request: HttpRequest,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let language = Language::of(request.headers());
    let found = app
        .into_inner()
        .work(move |services| session::poll(services, &caller, language, &id.0))
        .await?;
    Ok(HttpResponse::build(StatusCode::OK).json(found))
}

/// Cancel a signing session
///
/// While it waits for the holder's confirmation: one that still comes is not carried out. A session that is over stays as it is.
#[utoipa::path(tag = "signing", operation_id = "cancelSigningSession", params(("id" = String, Path, format = "uuid", description = "The session")),
    responses((status = 204, description = "It waits no longer")))]
#[delete("/signing-sessions/{id}")]
pub async fn cancel_signing_session(
    who: Allowed<SignedIn>,
    app: App,
    request: HttpRequest,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let language = Language::of(request.headers());
    app.into_inner()
        .write(move |_, connection| session::cancel(connection, &caller, language, &id.0))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Have a one-time code sent
///
/// By the remote service, to the holder's telephone.
#[utoipa::path(tag = "signing", operation_id = "sendOneTimeCode", request_body = NewOneTimeCode,
    responses((status = 204, description = "Sent")))]
#[post("/signing-sessions/one-time-codes")]
pub async fn send_one_time_code(
    who: Allowed<SignedIn>,
    app: App,
    body: Plain<NewOneTimeCode>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let services = app.into_inner();
    let certificate = services
        .clone()
        .read(move |_, connection| {
            let certificate = certificates::find(connection, &body.0.certificate_id)?;
            if certificate.account_id == caller.account_id {
                Ok(certificate)
            } else {
                Err(ApiError::not_found())
            }
        })
        .await?;
    services
        .work(move |services| session::send_code(services, &certificate))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Addresses for an agent that signs files
///
/// For signatures on exports, where an agent does not sign digests: it fetches the file and sends the signed one back. Single use.
#[utoipa::path(tag = "signing", operation_id = "createFileLinks", params(("id" = String, Path, format = "uuid", description = "The signing request")),
    responses((status = 201, description = "The addresses", body = FileLinks)))]
#[post("/signing-requests/{id}/file-links")]
pub async fn create_file_links(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let links = app
        .into_inner()
        .write(move |services, connection| agent_files::links(services, connection, &caller, &id.0))
        .await?;
    Ok(HttpResponse::Created().json(links))
}

/// A file for a signing agent
///
/// The address itself is the permission, and works once.
#[utoipa::path(tag = "signing", operation_id = "getAgentFile", security(()), params(("token" = String, Path, description = "From `createFileLinks`", max_length = 100)),
    responses((status = 200, description = "The PDF", body = Vec<u8>, content_type = "application/pdf")))]
#[get("/agent-files/{token}")]
pub async fn get_agent_file(app: App, token: Path<String>) -> Result<HttpResponse, ApiError> {
    let file = app
        .into_inner()
        .write(move |services, connection| agent_files::download(services, connection, &token))
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .body(file))
}

/// What a signing agent sends.
#[derive(utoipa::ToSchema)]
#[expect(
    dead_code,
    reason = "only describes the form; its fields are read one by one"
)]
pub struct AgentForm {
    /// Our file with exactly one signature added.
    #[schema(value_type = String, format = Binary)]
    uploadfile: Vec<u8>,
}

/// What a signing agent expects to be answered.
#[derive(serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "PascalCase")]
pub struct AgentAnswer {
    /// The file was taken.
    status: bool,
    /// Why not.
    message: String,
    /// Name of the file as it is known here.
    file_name: String,
    /// Where it is; empty.
    file_server: String,
}

/// Take a file from a signing agent
///
/// `multipart/form-data`, field `uploadfile`: our file with exactly one signature added. The address itself is the permission, and works once.
/// Answers as such agents expect, also where the file is refused.
#[utoipa::path(tag = "signing", operation_id = "takeAgentFile", security(()), params(("token" = String, Path, description = "From `createFileLinks`")),
    request_body(content = AgentForm, content_type = "multipart/form-data"),
    responses((status = 200, description = "Taken, or refused with the reason", body = AgentAnswer)))]
#[post("/agent-files/{token}")]
pub async fn take_agent_file(
    app: App,
    request: HttpRequest,
    token: Path<String>,
    form: Multipart,
) -> Result<HttpResponse, ApiError> {
    let language = Language::of(request.headers());
    let file = uploaded(form).await?;
    let taken = app
        .into_inner()
        .write(move |services, connection| agent_files::upload(services, connection, &token, &file))
        .await;
    let message = match &taken {
        Ok(()) => String::new(),
        Err(error) => error.detail.get(language).to_owned(),
    };
    Ok(HttpResponse::Ok().json(AgentAnswer {
        status: taken.is_ok(),
        message,
        file_name: String::new(),
        file_server: String::new(),
    }))
}

/// The content of the field `uploadfile`.
async fn uploaded(mut form: Multipart) -> Result<Vec<u8>, ApiError> {
    let unreadable = |error: actix_multipart::MultipartError| {
        ApiError::invalid_at(
            "/uploadfile",
            "multipart",
            said(
                format!("Không đọc được tệp gửi lên: {error}."),
                format!("The uploaded file cannot be read: {error}."),
            ),
        )
    };
    while let Some(mut field) = form.try_next().await.map_err(unreadable)? {
        if field.name() != Some("uploadfile") {
            continue;
        }
        let mut content = Vec::new();
        while let Some(chunk) = field.try_next().await.map_err(unreadable)? {
            content.extend_from_slice(&chunk);
            if content.len() > LARGEST {
                return Err(ApiError::new(
                    Code::TooLarge,
                    said("Tệp quá lớn.", "The file is too large."),
                ));
            }
        }
        return Ok(content);
    }
    Err(ApiError::invalid_at(
        "/uploadfile",
        "missing",
        said(
            "Thiếu tệp ở trường uploadfile.",
            "The field uploadfile is missing.",
        ),
    ))
}

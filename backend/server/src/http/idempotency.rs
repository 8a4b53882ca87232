use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::ETAG;
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload};
use chrono::TimeDelta;
use congvu_db::{AnyConnection, Conflict, DbError, IdempotencyKey, Timestamp, idempotency};
use congvu_domain::payload::sha256_hex;
use serde::Serialize;

use crate::auth::Caller;
use crate::error::{ApiError, Code, said};
use crate::services::Services;

const HEADER: &str = "Idempotency-Key";
const KEPT_HOURS: i64 = 24;

/// The mandatory `Idempotency-Key` of a creation, with the route that it was sent to.
#[derive(Clone, Debug)]
pub struct Key {
    key: String,
    route: String,
}

impl FromRequest for Key {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let key = request
            .headers()
            .get(HEADER)
            .and_then(|value| value.to_str().ok());
        ready(match key {
            Some(key) if (1..=255).contains(&key.len()) => Ok(Self {
                key: key.to_owned(),
                route: format!("{} {}", request.method(), request.uri()),
            }),
            _ => Err(ApiError::new(
                Code::IdempotencyKeyMissing,
                said(
                    "Cần gửi tiêu đề Idempotency-Key (1–255 ký tự) để yêu cầu lặp lại không tạo hai lần.",
                    "Send Idempotency-Key (1–255 characters), so that a repeated request does not create twice.",
                ),
            )),
        })
    }
}

/// What a creation made.
pub struct Created<T> {
    pub body: T,
    /// What is kept to be repeated, where it differs: a password is shown once.
    pub kept: Option<T>,
    pub revision: Option<i64>,
}

impl<T> From<T> for Created<T> {
    fn from(body: T) -> Self {
        Self {
            body,
            kept: None,
            revision: None,
        }
    }
}

/// Creates something once a key: the work and the kept answer are one transaction; the same key and
/// body repeat the answer, the same key with another body is refused.
///
/// # Errors
/// 422 for a key used otherwise; whatever the work reports.
pub async fn create<T>(
    services: Arc<Services>,
    who: Caller,
    key: Key,
    request: &impl Serialize,
    work: impl Fn(&Services, &mut AnyConnection, &Caller) -> Result<Created<T>, ApiError>
    + Send
    + 'static,
) -> Result<HttpResponse, ApiError>
where
    T: Serialize + Send + 'static,
{
    let request_sha256 = sha256_hex(&serde_json::to_vec(request).map_err(ApiError::internal)?);
    services
        .write(move |services, connection| {
            let since = Timestamp::from(services.now() - TimeDelta::hours(KEPT_HOURS));
            if let Some(kept) = idempotency::find(connection, &who.account_id, &key.key, since)? {
                return replay(&kept, &key, &request_sha256);
            }
            let created = work(services, connection, &who)?;
            let body = serde_json::to_string(&created.body).map_err(ApiError::internal)?;
            let kept = match &created.kept {
                Some(kept) => serde_json::to_string(kept).map_err(ApiError::internal)?,
                None => body.clone(),
            };
            let etag = created.revision.map(|revision| format!("\"{revision}\""));
            let row = IdempotencyKey {
                account_id: who.account_id.clone(),
                key: key.key.clone(),
                route: key.route.clone(),
                request_sha256: request_sha256.clone(),
                status: i64::from(StatusCode::CREATED.as_u16()),
                etag: etag.clone(),
                body: kept,
                created_at: services.now().into(),
            };
            idempotency::keep(connection, &row, since).map_err(|error| match error {
                DbError::Conflict(Conflict::IdempotencyKey) => at_once(),
                other => other.into(),
            })?;
            Ok(Answer {
                body,
                etag,
                replayed: false,
            })
        })
        .await
        .map(Answer::into_response)
}

struct Answer {
    body: String,
    etag: Option<String>,
    replayed: bool,
}

impl Answer {
    fn into_response(self) -> HttpResponse {
        let mut response = HttpResponse::Created();
        response.content_type("application/json");
        if let Some(etag) = self.etag {
            response.insert_header((ETAG, etag));
        }
        if self.replayed {
            response.insert_header(("Idempotency-Replayed", "true"));
        }
        response.body(self.body)
    }
}

fn replay(kept: &IdempotencyKey, key: &Key, request_sha256: &str) -> Result<Answer, ApiError> {
    if kept.route != key.route || kept.request_sha256 != request_sha256 {
        return Err(ApiError::new(
            Code::IdempotencyKeyReused,
            said(
                "Idempotency-Key này đã dùng cho một yêu cầu khác; hãy dùng khoá mới.",
                "This Idempotency-Key was used for another request; use a new one.",
            ),
        ));
    }
    Ok(Answer {
        body: kept.body.clone(),
        etag: kept.etag.clone(),
        replayed: true,
    })
}

/// The same key was used by two requests at the same moment: the other one does the work.
fn at_once() -> ApiError {
    ApiError::conflict(said(
        "Yêu cầu với cùng Idempotency-Key đang được xử lý; hãy gửi lại sau giây lát.",
        "A request with the same Idempotency-Key is being handled; repeat it in a moment.",
    ))
}

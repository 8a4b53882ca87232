use std::future::{Ready, ready};

use actix_web::http::StatusCode;
use actix_web::http::header::{ETAG, IF_MATCH};
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload};
use serde::Serialize;

use crate::error::{ApiError, Code, said};

/// The revision on which a change is based, from the mandatory `If-Match`.
#[derive(Clone, Copy, Debug)]
pub struct IfMatch(i64);

impl IfMatch {
    /// # Errors
    /// 412 with the current tag where something else is there now.
    pub fn check(self, revision: i64) -> Result<(), ApiError> {
        if self.0 == revision {
            Ok(())
        } else {
            Err(ApiError::stale(revision))
        }
    }

    /// A change based on this revision, by the program itself.
    pub fn at(revision: i64) -> Self {
        Self(revision)
    }
}

impl FromRequest for IfMatch {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            match request.headers().get(IF_MATCH).map(|value| value.to_str()) {
                None => Err(ApiError::new(
                    Code::IfMatchMissing,
                    said(
                        "Cần gửi tiêu đề If-Match với ETag của bản đã xem, để không ghi đè thay đổi của người khác.",
                        "Send If-Match with the ETag of what you saw, so that nobody's change is overwritten.",
                    ),
                )),
                // Anything that is not a tag of ours matches no revision.
                Some(value) => Ok(Self(
                    value
                        .ok()
                        .and_then(|tag| tag.strip_prefix('"')?.strip_suffix('"')?.parse().ok())
                        .unwrap_or(-1),
                )),
            },
        )
    }
}

/// An answer with the entity tag of what it shows.
pub fn answer(status: StatusCode, revision: i64, body: &impl Serialize) -> HttpResponse {
    HttpResponse::build(status)
        .insert_header((ETAG, format!("\"{revision}\"")))
        .json(body)
}

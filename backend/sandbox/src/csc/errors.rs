//! `{error, error_description}`.

use std::io;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use serde_json::json;

#[derive(Debug, thiserror::Error)]
#[error("{error}: {description}")]
pub(super) struct CscError {
    status: StatusCode,
    error: &'static str,
    description: &'static str,
}

impl CscError {
    pub(super) fn invalid(description: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_request", description)
    }

    pub(super) fn wrong_password() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_otp", "The OTP is invalid")
    }

    pub(super) fn refused() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "access_denied",
            "The user denied the authorization",
        )
    }

    pub(super) fn client() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "invalid_client",
            "Client authentication failed",
        )
    }

    pub(super) fn token() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "invalid_token",
            "The access token is invalid or expired",
        )
    }

    fn new(status: StatusCode, error: &'static str, description: &'static str) -> Self {
        Self {
            status,
            error,
            description,
        }
    }
}

impl From<io::Error> for CscError {
    fn from(_random: io::Error) -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "server_error",
            "Internal error",
        )
    }
}

impl ResponseError for CscError {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::build(self.status)
            .json(json!({ "error": self.error, "error_description": self.description }))
    }
}

//! `oauth2/token`: the client signs in as itself.

use actix_web::http::header::AUTHORIZATION;
use actix_web::web::{Data, Either, Form, Json};
use actix_web::{HttpRequest, HttpResponse};
use chrono::TimeDelta;
use serde::Deserialize;
use serde_json::json;

use super::Csc;
use super::errors::CscError;
use crate::{locked, random};

const LIFETIME: TimeDelta = TimeDelta::hours(1);

#[derive(Deserialize)]
pub(super) struct Request {
    grant_type: String,
    client_id: String,
    client_secret: String,
}

pub(super) async fn token(
    service: Data<Csc>,
    request: Either<Form<Request>, Json<Request>>,
) -> Result<HttpResponse, CscError> {
    let request = match request {
        Either::Left(form) => form.into_inner(),
        Either::Right(json) => json.into_inner(),
    };
    if request.grant_type != "client_credentials" {
        return Err(CscError::invalid("Invalid parameter grant_type"));
    }
    if request.client_id != service.client_id || request.client_secret != service.client_secret {
        return Err(CscError::client());
    }
    let token = random::name()?;
    let until = service.clock.now() + LIFETIME;
    locked(&service.state).tokens.insert(token.clone(), until);
    Ok(HttpResponse::Ok().json(json!({
        "access_token": token,
        "token_type": "Bearer",
        "expires_in": LIFETIME.num_seconds(),
    })))
}

/// Checks the bearer token of a call.
pub(super) fn check(service: &Csc, request: &HttpRequest) -> Result<(), CscError> {
    let token = request
        .headers()
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "))
        .ok_or_else(CscError::token)?;
    let now = service.clock.now();
    match locked(&service.state).tokens.get(token) {
        Some(until) if now < *until => Ok(()),
        _ => Err(CscError::token()),
    }
}

//! The user's side, for testers.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde_json::json;

use super::Csc;
use crate::confirm::Confirm;
use crate::locked;

impl Csc {
    /// The last one-time password sent for a credential and not yet used.
    pub fn last_password(&self, credential: &str) -> Option<String> {
        locked(&self.state)
            .passwords
            .get(credential)
            .map(|sent| sent.digits.clone())
    }
}

pub(super) async fn last_password(service: Data<Csc>, credential: Path<String>) -> HttpResponse {
    match service.last_password(&credential) {
        Some(digits) => HttpResponse::Ok().json(json!({ "otp": digits })),
        None => HttpResponse::NotFound().finish(),
    }
}

pub(super) async fn set_confirm(service: Data<Csc>, confirm: Json<Confirm>) -> HttpResponse {
    service.set_confirm(confirm.into_inner());
    HttpResponse::NoContent().finish()
}

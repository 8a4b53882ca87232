//! The subscriber's phone, for testers.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use serde_json::{Value, json};

use super::SmartCa;
use crate::locked;

/// Every transaction with what the phone shows.
pub(super) async fn list(service: Data<SmartCa>) -> HttpResponse {
    let now = service.options.clock.now();
    let shown: Vec<Value> = locked(&service.transactions)
        .iter_mut()
        .map(|(number, transaction)| {
            transaction.end_if_over(now);
            json!({
                "transaction": number,
                "subscriber": transaction.identity.info.subject_common_name,
                "description": transaction.description,
                "documents": transaction.documents.len(),
                "state": transaction.state,
            })
        })
        .collect();
    HttpResponse::Ok().json(shown)
}

pub(super) async fn confirm(service: Data<SmartCa>, number: Path<String>) -> HttpResponse {
    decide(&service, &number, true)
}

pub(super) async fn reject(service: Data<SmartCa>, number: Path<String>) -> HttpResponse {
    decide(&service, &number, false)
}

fn decide(service: &SmartCa, number: &str, consent: bool) -> HttpResponse {
    if service.decide(number, consent) {
        HttpResponse::NoContent().finish()
    } else {
        HttpResponse::NotFound().finish()
    }
}

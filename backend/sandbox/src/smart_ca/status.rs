//! `signatures/sign/{transaction}/status`: asked by the provider until the subscriber has decided.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{SmartCa, State, Transaction, answers};
use crate::locked;

pub(super) async fn status(service: Data<SmartCa>, number: Path<String>) -> HttpResponse {
    let mut transactions = locked(&service.transactions);
    let Some(transaction) = transactions.get_mut(number.as_str()) else {
        return answers::failure(404, "TRANSACTION_NOT_FOUND");
    };
    transaction.end_if_over(service.options.clock.now());
    transaction.polls += 1;
    let consents = service.options.confirm_at_poll;
    if transaction.state == State::Waiting && consents.is_some_and(|at| transaction.polls >= at) {
        transaction.state = State::Confirmed;
    }
    let nothing = json!({ "transaction_id": *number, "signatures": null });
    match transaction.state {
        State::Waiting => answers::with_message("PENDING", nothing),
        State::Rejected => answers::with_message("REJECTED", nothing),
        State::Expired => answers::with_message("EXPIRED", nothing),
        State::Confirmed => match signatures(transaction) {
            Some(signatures) => {
                answers::success(json!({ "transaction_id": *number, "signatures": signatures }))
            }
            None => answers::failure(500, "SIGN_FAILED"),
        },
    }
}

fn signatures(transaction: &Transaction) -> Option<Vec<Value>> {
    let sign = |document: &super::Document| {
        let raw = transaction
            .identity
            .key
            .sign_digest(&document.digest)
            .ok()?;
        Some(json!({
            "doc_id": document.id,
            "signature_value": STANDARD.encode(raw),
            "timestamp_signature": null,
        }))
    };
    transaction.documents.iter().map(sign).collect()
}

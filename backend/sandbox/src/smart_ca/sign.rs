//! `signatures/sign`: digests are handed in and the phone rings.

use std::io;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::Deserialize;
use serde_json::json;

use super::{Document, SmartCa, State, TRANSACTION_LIFETIME, Transaction, answers};
use crate::{locked, random};

#[derive(Deserialize)]
pub(super) struct Request {
    sp_id: String,
    sp_password: String,
    user_id: String,
    #[serde(default)]
    transaction_desc: String,
    serial_number: String,
    sign_files: Vec<SignFile>,
}

#[derive(Deserialize)]
struct SignFile {
    /// Hexadecimal SHA-256 digest.
    data_to_be_signed: String,
    doc_id: String,
    sign_type: String,
}

pub(super) async fn sign(
    service: Data<SmartCa>,
    request: Json<Request>,
) -> io::Result<HttpResponse> {
    let request = request.into_inner();
    if !service.is_provider(&request.sp_id, &request.sp_password) {
        return Ok(answers::failure(401, "Sai thông tin kết nối"));
    }
    let serial = request.serial_number.to_lowercase();
    let identity = service
        .certificates_of(&request.user_id)
        .map(|subscriber| &subscriber.identity)
        .find(|identity| serial.is_empty() || identity.info.serial_hex == serial);
    let Some(identity) = identity else {
        return Ok(answers::failure(404, "CERTIFICATE_NOT_FOUND"));
    };
    let documents: Option<Vec<_>> = request.sign_files.into_iter().map(document).collect();
    let Some(documents) = documents.filter(|documents| !documents.is_empty()) else {
        return Ok(answers::failure(400, "data_to_be_signed"));
    };
    let number = random::name()?;
    let transaction = Transaction {
        identity: Arc::clone(identity),
        description: request.transaction_desc,
        documents,
        state: State::Waiting,
        polls: 0,
        until: service.options.clock.now() + TRANSACTION_LIFETIME,
    };
    log::info!("transaction {number} waits for the phone");
    locked(&service.transactions).insert(number.clone(), transaction);
    Ok(answers::success(json!({
        "transaction_id": number,
        "tran_code": random::one_time_password()?,
    })))
}

fn document(file: SignFile) -> Option<Document> {
    if file.sign_type != "hash" {
        return None;
    }
    Some(Document {
        id: file.doc_id,
        digest: hex::decode(file.data_to_be_signed).ok()?.try_into().ok()?,
    })
}

//! `credentials/get_certificate`.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{SmartCa, Subscriber, answers};

#[derive(Deserialize)]
pub(super) struct Request {
    sp_id: String,
    sp_password: String,
    user_id: String,
    /// One certificate; all if empty.
    #[serde(default)]
    serial_number: String,
    #[serde(default)]
    transaction_id: String,
}

pub(super) async fn get_certificate(
    service: Data<SmartCa>,
    request: Json<Request>,
) -> HttpResponse {
    if !service.is_provider(&request.sp_id, &request.sp_password) {
        return answers::failure(401, "Sai thông tin kết nối");
    }
    let found: Vec<_> = service
        .certificates_of(&request.user_id)
        .filter(|subscriber| {
            request.serial_number.is_empty()
                || subscriber.identity.info.serial_hex == request.serial_number.to_lowercase()
        })
        .map(|subscriber| certificate(subscriber, &request.transaction_id))
        .collect();
    if found.is_empty() {
        return answers::failure(404, "USER_NOT_FOUND");
    }
    answers::success(json!({ "user_certificates": found }))
}

fn certificate(subscriber: &Subscriber, transaction: &str) -> Value {
    let identity = &subscriber.identity;
    let at = |index: usize| identity.chain.get(index).map(|der| STANDARD.encode(der));
    json!({
        "service_type": "ESEAL_PS",
        "service_name": "SmartCA cá nhân",
        "cert_id": identity.info.sha256_hex,
        "cert_status": "VALID",
        "serial_number": identity.info.serial_hex,
        "cert_subject": identity.info.subject,
        "cert_valid_from": identity.info.not_before.to_rfc3339(),
        "cert_valid_to": identity.info.not_after.to_rfc3339(),
        "cert_data": at(0),
        "chain_data": { "ca_cert": at(1), "root_cert": at(2) },
        "transaction_id": transaction,
    })
}

//! `{status_code, message, data}`; the HTTP status is always 200.

use actix_web::HttpResponse;
use serde_json::{Value, json};

pub(super) fn success(data: Value) -> HttpResponse {
    with_message("SUCCESS", data)
}

pub(super) fn with_message(message: &str, data: Value) -> HttpResponse {
    HttpResponse::Ok().json(json!({ "status_code": 200, "message": message, "data": data }))
}

pub(super) fn failure(status_code: u16, message: &str) -> HttpResponse {
    HttpResponse::Ok().json(json!({ "status_code": status_code, "message": message, "data": null }))
}

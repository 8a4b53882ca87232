//! `info`: what the service offers.

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde_json::json;

use super::Version;

pub(super) async fn info(version: Data<Version>) -> HttpResponse {
    let (specs, auth, otp) = match **version {
        Version::V1 => ("1.0.4.0", "oauth2client", "credentials/sendOTP"),
        Version::V2 => ("2.0.0.2", "oauth2client", "credentials/getChallenge"),
    };
    HttpResponse::Ok().json(json!({
        "specs": specs,
        "name": "Ký số từ xa (thử)",
        "logo": "",
        "region": "VN",
        "lang": "vi-VN",
        "description": "A stand-in that signs with test keys",
        "authType": [auth],
        "methods": [
            "oauth2/token",
            "credentials/list",
            "credentials/info",
            otp,
            "credentials/authorize",
            "signatures/signHash",
        ],
    }))
}

//! The certificates that the own account signs with.

use congvu_openapi::certificates::{Certificate, CertificateList, NewCertificate, Revocation};

use super::{ApiError, Call};

/// Own certificates, newest first.
///
/// # Errors
/// As any call.
pub async fn list() -> Result<Vec<Certificate>, ApiError> {
    let list: CertificateList = Call::get("/certificates").send().await?.value;
    Ok(list.items)
}

/// Asks for a certificate over a PKCS#10 request (DER in Base64).
///
/// # Errors
/// As any call; 422 where the request does not verify.
pub async fn enrol(csr: String, label: String) -> Result<Certificate, ApiError> {
    let call = Call::post("/certificates").json(&NewCertificate { csr, label });
    Ok(call.send().await?.value)
}

/// Revokes one.
///
/// # Errors
/// As any call.
pub async fn revoke(id: &str, reason: String) -> Result<(), ApiError> {
    Call::post(format!("/certificates/{id}/revocation"))
        .json(&Revocation { reason })
        .send_empty()
        .await
}

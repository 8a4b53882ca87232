//! The certificates that accounts sign with.

use congvu_openapi::certificates::{
    Certificate, CertificateList, CertificateSource, CertificateSources, KeyPlaces, NewCertificate,
    NewRegistration, Registration, Revocation, RevocationCode,
};

use super::client::query;
use super::{ApiError, Call};

/// Own certificates, newest first.
///
/// # Errors
/// As any call.
pub async fn list() -> Result<Vec<Certificate>, ApiError> {
    let list: CertificateList = Call::get("/certificates").send().await?.value;
    Ok(list.items)
}

/// Which places for keys are offered here.
///
/// # Errors
/// As any call.
pub async fn places() -> Result<KeyPlaces, ApiError> {
    Ok(Call::get("/certificates/places").send().await?.value)
}

/// The certificates in a token of the server, or of a user at a remote service.
///
/// # Errors
/// Where the token or the service is away.
pub async fn sources(provider: &str, user: &str) -> Result<Vec<CertificateSource>, ApiError> {
    let pairs = [("provider", provider), ("user", user)];
    let call = Call::get(format!("/certificates/sources{}", query(&pairs)));
    let found: CertificateSources = call.send().await?.value;
    Ok(found.items)
}

/// Asks for a certificate over a PKCS#10 request (DER in Base64).
///
/// # Errors
/// As any call; 422 where the request does not verify.
pub async fn enrol(csr: String, label: String) -> Result<Certificate, ApiError> {
    let call = Call::post("/certificates").json(&NewCertificate { csr, label });
    Ok(call.send().await?.value)
}

/// Registers a certificate made elsewhere; a first signature with its key has to follow. Until then it may be asked for again.
///
/// # Errors
/// 422 where its anchor does not count here, or it is somebody else's.
pub async fn register(registration: &NewRegistration) -> Result<Registration, ApiError> {
    let call = Call::post("/certificates/registrations").json(registration);
    Ok(call.send().await?.value)
}

/// Certificates that wait for somebody to confirm whose they are.
///
/// # Errors
/// 403 for whoever issues no accounts.
pub async fn awaiting() -> Result<Vec<Certificate>, ApiError> {
    let list: CertificateList = Call::get("/certificates/awaiting").send().await?.value;
    Ok(list.items)
}

/// Confirms that a certificate is its holder's.
///
/// # Errors
/// 409 where that was done already.
pub async fn confirm(id: &str) -> Result<Certificate, ApiError> {
    let call = Call::post(format!("/certificates/{id}/confirmation"));
    Ok(call.send().await?.value)
}

/// Revokes one; lists and OCSP answers name the code, the record keeps the reason in words.
///
/// # Errors
/// As any call.
pub async fn revoke(id: &str, code: RevocationCode, reason: String) -> Result<(), ApiError> {
    Call::post(format!("/certificates/{id}/revocation"))
        .json(&Revocation { reason, code })
        .send_empty()
        .await
}

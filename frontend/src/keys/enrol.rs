//! A new key in this browser, and the certificate for it.

use congvu_openapi::certificates::{Certificate, CertificateStatus, RevocationCode};
use leptos::prelude::*;
use web_sys::CryptoKey;

use super::csr::{self, KeyKind};
use super::{base64, label, store, web_crypto};
use crate::api::{ApiError, ErrorKind, certificates};
use crate::state::session::use_session;

/// Makes a key, keeps it, and gets its certificate. Where the certificate is refused the key is forgotten again.
///
/// # Errors
/// Where the browser or the server refuses.
pub async fn enrol(kind: KeyKind, label: String) -> Result<Certificate, ApiError> {
    let (account, name) = account()?;
    let pair = web_crypto::generate(kind).await?;
    let public_key = web_crypto::public_key(&pair).await?;
    let fingerprint = hex(&web_crypto::sha256(&public_key).await?);
    let private_key = pair.get_private_key();
    let info = csr::request_info(&name, &public_key);
    let signature = web_crypto::sign(kind, &private_key, &info).await?;
    let request = csr::request(info, kind, &signature);
    store::put(&account, &fingerprint, &private_key).await?;
    let issued = certificates::enrol(base64::encode(&request), label).await;
    if issued.is_err() {
        // The refusal is what matters; a key without a certificate is never used.
        let _ = store::remove(&account, &fingerprint).await;
    }
    issued
}

/// The private key of a certificate, where this browser has it.
///
/// # Errors
/// Where the browser keeps nothing.
pub async fn own_key(certificate: &Certificate) -> Result<Option<CryptoKey>, ApiError> {
    let (account, _) = account()?;
    store::get(&account, &certificate.public_key_sha256).await
}

/// Makes a new key under the same name and retires the certificate that ends. The old one stays where the new one is refused.
///
/// # Errors
/// As [`enrol`]; where only the retiring failed, the new certificate is there all the same.
pub async fn renew(old: &Certificate, reason: String) -> Result<Certificate, ApiError> {
    let new = enrol(KeyKind::default(), old.label.clone()).await?;
    if old.status == CertificateStatus::Valid {
        certificates::revoke(&old.id, RevocationCode::Superseded, reason).await?;
    }
    // A retired key is never used again, whether it could be erased or not.
    let _ = forget(old).await;
    Ok(new)
}

/// Of these certificates, the digests of the public keys whose private keys this browser has.
///
/// # Errors
/// Where the browser keeps nothing.
pub async fn kept_here(all: &[Certificate]) -> Result<Vec<String>, ApiError> {
    let (account, _) = account()?;
    let mut here = Vec::new();
    for certificate in all {
        let fingerprint = &certificate.public_key_sha256;
        if store::get(&account, fingerprint).await?.is_some() {
            here.push(fingerprint.clone());
        }
    }
    Ok(here)
}

/// Forgets the private key of a certificate, once that may sign no more.
///
/// # Errors
/// Where the browser keeps nothing.
pub async fn forget(certificate: &Certificate) -> Result<(), ApiError> {
    let (account, _) = account()?;
    store::remove(&account, &certificate.public_key_sha256).await
}

/// A name for this browser.
#[must_use]
pub fn suggested_label() -> String {
    let user_agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    label::from_user_agent(&user_agent.unwrap_or_default())
}

fn account() -> Result<(String, String), ApiError> {
    use_session()
        .with_untracked(|s| {
            s.as_ref()
                .map(|s| (s.me.account_id.clone(), s.me.name.clone()))
        })
        .ok_or(ApiError {
            kind: ErrorKind::Unauthorised,
            problem: None,
            etag: None,
        })
}

/// Bytes as lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

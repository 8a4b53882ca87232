//! Revocation data of other authorities, fetched and kept until they are to be fetched again. What cannot be had stays unknown: the
//! verifier then refuses, and says so.

use std::io::Read as _;
use std::sync::OnceLock;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use congvu_db::{CachedRevocation, validation_data};
use congvu_signing::certificate::{crl_urls, ocsp_urls};
use congvu_signing::ocsp;

use super::trust::ocsp_key;
use crate::error::ApiError;
use crate::services::Services;

/// Lists of large authorities reach some megabytes.
const LARGEST: u64 = 32 * 1024 * 1024;
/// Asked again at least this often, even where the answer says it holds longer.
const CRL_HOURS: i64 = 6;
const OCSP_HOURS: i64 = 1;

/// An HTTP client for the services of authorities: short, bounded, over our own TLS provider.
pub fn agent(timeout: Duration) -> ureq::Agent {
    static PROVIDER: OnceLock<()> = OnceLock::new();
    PROVIDER.get_or_init(|| {
        // Another part of the process may have installed it already: then it is the same one.
        rustls::crypto::aws_lc_rs::default_provider()
            .install_default()
            .ok();
    });
    ureq::Agent::config_builder()
        .timeout_global(Some(timeout))
        .build()
        .into()
}

/// Brings the revocation data of a chain up to date where they are due; call it outside of a transaction.
///
/// # Errors
/// The database cannot be used. An authority that does not answer is no error here.
pub fn refresh(services: &Services, chain: &[Vec<u8>]) -> Result<(), ApiError> {
    let now = services.now();
    for (subject, issuer) in chain.iter().zip(chain.iter().skip(1)) {
        let mut known = false;
        // A certificate that cannot be read is refused by the verifier.
        for url in ocsp_urls(subject).unwrap_or_default() {
            if url.starts_with(&services.settings.public_url) {
                continue;
            }
            let key = ocsp_key(&url, subject);
            known |= due(services, &key, now)?.is_none_or(|()| {
                let fetched = fetch_ocsp(&url, subject, issuer);
                keep(
                    services,
                    &key,
                    "ocsp",
                    fetched,
                    now + TimeDelta::hours(OCSP_HOURS),
                )
            });
        }
        for url in crl_urls(subject).unwrap_or_default() {
            // The pilot authority's own lists are at hand.
            if known || url.starts_with(&services.settings.public_url) {
                break;
            }
            known |= due(services, &url, now)?.is_none_or(|()| {
                keep(
                    services,
                    &url,
                    "crl",
                    get(&url),
                    now + TimeDelta::hours(CRL_HOURS),
                )
            });
        }
    }
    Ok(())
}

/// `Some` where it has to be fetched.
fn due(services: &Services, key: &str, now: DateTime<Utc>) -> Result<Option<()>, ApiError> {
    let cached = services
        .database
        .read(|connection| Ok::<_, ApiError>(validation_data::cached(connection, key)?))?;
    Ok(cached
        .is_none_or(|cached| cached.refresh_at.utc() <= now)
        .then_some(()))
}

/// Keeps what came; false where nothing did.
fn keep(
    services: &Services,
    key: &str,
    kind: &str,
    fetched: Result<Vec<u8>, String>,
    refresh_at: DateTime<Utc>,
) -> bool {
    let der = match fetched {
        Ok(der) => der,
        Err(error) => {
            log::warn!("revocation data from {key}: {error}");
            return false;
        }
    };
    let row = CachedRevocation {
        url: key.to_owned(),
        kind: kind.to_owned(),
        der,
        fetched_at: services.now().into(),
        refresh_at: refresh_at.into(),
    };
    let kept = services
        .database
        .write(|connection| Ok::<_, ApiError>(validation_data::cache(connection, &row)?));
    if let Err(error) = &kept {
        log::warn!("revocation data from {key} cannot be kept: {error}");
    }
    kept.is_ok()
}

fn get(url: &str) -> Result<Vec<u8>, String> {
    let answer = agent(Duration::from_secs(20)).get(url).call();
    body(answer)
}

fn fetch_ocsp(url: &str, subject: &[u8], issuer: &[u8]) -> Result<Vec<u8>, String> {
    let request = ocsp::request(subject, issuer, None).map_err(|error| error.to_string())?;
    let answer = agent(Duration::from_secs(10))
        .post(url)
        .content_type("application/ocsp-request")
        .send(&request);
    body(answer)
}

fn body(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Vec<u8>, String> {
    let answer = answer.map_err(|error| error.to_string())?;
    let mut content = Vec::new();
    answer
        .into_body()
        .into_reader()
        .take(LARGEST)
        .read_to_end(&mut content)
        .map_err(|error| error.to_string())?;
    Ok(content)
}

//! Where certificates from elsewhere are found: handed in, in a token, at a remote service.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_openapi::certificates as wire;
use congvu_openapi::certificates::{KeyPlace, SecretAsked};
use congvu_signing::certificate::CertificateInfo;
use congvu_signing::signer::SignerError;
use serde::{Deserialize, Serialize};

use super::unusable;
use crate::error::{ApiError, Code, said};
use crate::services::Services;
use crate::signing::Credential;

/// A certificate as it was found in its place.
pub struct Found {
    pub(super) chain: Vec<Vec<u8>>,
    pub(super) provider: String,
    /// How the key is found there.
    pub(super) reference: String,
    pub(super) asks: SecretAsked,
}

/// Looks the certificate up in its place; call it outside of a transaction, a remote service may be asked.
///
/// # Errors
/// 422 where it is not there.
pub fn look_up(services: &Services, new: &wire::NewRegistration) -> Result<Found, ApiError> {
    match new.place {
        KeyPlace::File | KeyPlace::Agent => {
            let chain = new
                .chain
                .iter()
                .map(|text| STANDARD.decode(text.split_whitespace().collect::<String>()))
                .collect::<Result<Vec<_>, _>>()
                .map_err(|_ignored| unusable("không phải Base64", "not Base64"))?;
            Ok(Found {
                chain,
                provider: String::new(),
                reference: String::new(),
                asks: SecretAsked::Nothing,
            })
        }
        KeyPlace::Token | KeyPlace::Remote => in_place(services, new),
        KeyPlace::Browser => Err(ApiError::invalid_at(
            "/place",
            "browser",
            said(
                "Khoá trong trình duyệt được cấp chứng thư ngay tại đây, không cần đăng ký.",
                "Keys in the browser get a certificate here; they are not registered.",
            ),
        )),
    }
}

/// `source` names provider and key: what `sources` answered.
#[derive(Serialize, Deserialize)]
struct Source {
    provider: String,
    user: String,
    key: String,
}

fn in_place(services: &Services, new: &wire::NewRegistration) -> Result<Found, ApiError> {
    let gone = || {
        ApiError::invalid_at(
            "/source",
            "unknown_source",
            said(
                "Không tìm thấy chứng thư này ở nơi giữ khoá; hãy tìm lại.",
                "The certificate is not there; look again.",
            ),
        )
    };
    let source: Source = serde_json::from_str(&new.source).map_err(|_ignored| gone())?;
    let listed = list(services, &source.provider, &source.user)?;
    let found = listed
        .into_iter()
        .find(|listed| listed.key == source.key)
        .ok_or_else(gone)?;
    let reference = if new.place == KeyPlace::Token {
        found.key
    } else {
        let credential = Credential {
            user: source.user,
            credential: found.key,
        };
        serde_json::to_string(&credential).map_err(ApiError::internal)?
    };
    Ok(Found {
        chain: found.chain,
        provider: source.provider,
        reference,
        asks: found.asks,
    })
}

struct Listed {
    key: String,
    chain: Vec<Vec<u8>>,
    asks: SecretAsked,
}

fn list(services: &Services, provider: &str, user: &str) -> Result<Vec<Listed>, ApiError> {
    if let Some(module) = services.places.token(provider) {
        let found = module
            .certificates(provider)
            .map_err(|error: SignerError| {
                log::warn!("token {provider}: {error}");
                absent(provider)
            })?;
        return Ok(found
            .into_iter()
            .map(|found| Listed {
                key: hex::encode(found.id),
                chain: vec![found.der],
                asks: SecretAsked::Pin,
            })
            .collect());
    }
    let remote = services.places.remote(provider).ok_or_else(|| {
        ApiError::invalid_at(
            "/provider",
            "unknown_provider",
            said(
                "Không có nơi giữ khoá này.",
                "There is no such place for keys.",
            ),
        )
    })?;
    let found = remote.certificates(user).map_err(|error| {
        log::warn!("remote signing at {provider}: {error}");
        absent(provider)
    })?;
    Ok(found
        .into_iter()
        .map(|found| Listed {
            key: found.credential,
            chain: found.chain,
            asks: if found.needs_otp {
                SecretAsked::OneTimeCode
            } else {
                SecretAsked::Nothing
            },
        })
        .collect())
}

fn absent(provider: &str) -> ApiError {
    ApiError::new(
        Code::Unavailable,
        said(
            format!(
                "Không liên lạc được với “{provider}”; hãy kiểm tra tên người dùng hoặc thử lại sau."
            ),
            format!("“{provider}” cannot be reached; check the user name, or try again later."),
        ),
    )
}

/// Certificates that could be registered from a token or a remote service.
///
/// # Errors
/// 422 for an unknown place, 503 where it cannot be reached.
pub fn sources(
    services: &Services,
    query: &wire::SourceQuery,
) -> Result<wire::CertificateSources, ApiError> {
    let user = query.user.clone().unwrap_or_default();
    let items = list(services, &query.provider, &user)?
        .into_iter()
        .filter_map(|listed| {
            let info = CertificateInfo::parse(listed.chain.first()?).ok()?;
            let source = Source {
                provider: query.provider.clone(),
                user: user.clone(),
                key: listed.key,
            };
            Some(wire::CertificateSource {
                source: serde_json::to_string(&source).ok()?,
                subject: info.subject_common_name,
                issuer: info.issuer_common_name,
                serial: info.serial_hex,
                not_after: congvu_db::Timestamp::from(info.not_after).rfc3339(),
            })
        })
        .collect();
    Ok(wire::CertificateSources { items })
}

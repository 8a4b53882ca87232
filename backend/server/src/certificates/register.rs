//! Certificates made elsewhere: registered, proven by a first signature, and bound to the account's person (C7).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_db::{AnyConnection, Certificate, SigningRequest, accounts, certificates, people};
use congvu_domain::payload::{canonical, sha256_hex};
use congvu_openapi::certificates as wire;
use congvu_openapi::certificates::{KeyPlace, SecretAsked};
use congvu_openapi::signing as signing_wire;
use congvu_signing::algorithm::SignatureAlgorithm;
use congvu_signing::certificate::CertificateInfo;
use congvu_signing::signer::SignerError;
use serde::{Deserialize, Serialize};

use super::{public_key_sha256, view};
use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, Code, said};
use crate::services::Services;
use crate::signing::{self, Accepted, Credential, Place, Prepared, Subject, level};

/// What the first signature with a registered key covers.
#[derive(Debug, Serialize, Deserialize)]
struct Statement {
    context: String,
    deployment: String,
    account: String,
    name: String,
    certificate_sha256: String,
    prepared_at: String,
}

const CONTEXT: &str = "congvu/registration/v1";

/// A certificate as it was found in its place.
pub struct Found {
    chain: Vec<Vec<u8>>,
    provider: String,
    /// How the key is found there.
    reference: String,
    asks: SecretAsked,
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

fn unusable(vi: &str, en: &str) -> ApiError {
    ApiError::invalid_at(
        "/chain",
        "certificate",
        said(
            format!("Chứng thư này không dùng để ký được ở đây ({vi})."),
            format!("This certificate cannot sign here ({en})."),
        ),
    )
}

/// Keeps the certificate as not yet proven, and prepares the signature that proves it.
///
/// # Errors
/// 422 where it cannot sign here, 409 where another account has it.
pub fn register(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    new: &wire::NewRegistration,
    found: &Found,
) -> Result<wire::Registration, ApiError> {
    let leaf = found
        .chain
        .first()
        .ok_or_else(|| unusable("thiếu chứng thư", "it is missing"))?;
    let info = CertificateInfo::parse(leaf)
        .map_err(|_ignored| unusable("không đọc được", "it cannot be read"))?;
    SignatureAlgorithm::of_certificate(leaf).map_err(|_ignored| {
        unusable(
            "khoá phải là RSA từ 2048 bit hoặc P-256",
            "its key is neither RSA of 2048 bits or more nor P-256",
        )
    })?;
    let chain = completed(services, &found.chain);
    let trust = services.trust(connection, &chain)?;
    let anchored = congvu_signing::verify::anchor_of(
        leaf,
        chain.get(1..).unwrap_or_default(),
        &trust,
        services.now(),
    )
    .map_err(|error| {
        ApiError::invalid_at(
            "/chain",
            error.code(),
            signing::refusal(error.code()).detail,
        )
    })?;
    let row = match certificates::with_serial(connection, &info.serial_hex)? {
        Some(known) if known.account_id != caller.account_id => {
            return Err(ApiError::conflict(said(
                "Chứng thư này đã đăng ký cho một tài khoản khác.",
                "This certificate is registered for another account.",
            )));
        }
        Some(known) if known.state != "unproven" => {
            return Err(ApiError::conflict(said(
                "Chứng thư này đã đăng ký rồi.",
                "This certificate is registered already.",
            )));
        }
        Some(known) => known,
        None => {
            let row = Certificate {
                id: services.new_id(),
                account_id: caller.account_id.clone(),
                label: new.label.trim().to_owned(),
                serial: info.serial_hex.clone(),
                public_key_sha256: public_key_sha256(leaf)?,
                subject: info.subject_common_name.clone(),
                issuer: info.issuer_common_name.clone(),
                not_before: info.not_before.into(),
                not_after: info.not_after.into(),
                level: word(&level(anchored.level)),
                revoked_at: None,
                revocation_reason: String::new(),
                revocation_code: word(&wire::RevocationCode::Unspecified),
                der: leaf.clone(),
                place: word(&new.place),
                provider: found.provider.clone(),
                reference: found.reference.clone(),
                asks: word(&found.asks),
                chain: chain_text(&anchored.certificates)?,
                state: "unproven".to_owned(),
            };
            certificates::insert(connection, &row)?;
            row
        }
    };
    let statement = Statement {
        context: CONTEXT.to_owned(),
        deployment: services.deployment.key.clone(),
        account: caller.account_id.clone(),
        name: caller.name.clone(),
        certificate_sha256: info.sha256_hex,
        prepared_at: services.now_in_vietnam().to_rfc3339(),
    };
    let bytes = canonical(&statement).map_err(ApiError::internal)?;
    let prepared = Prepared {
        subject: Subject::Certificate,
        subject_id: row.id.clone(),
        subject_revision: 0,
        intent: String::new(),
        content_sha256: crate::submissions::sha256(&bytes),
        payload: bytes,
        show_payload: true,
        signing_time: Some(services.now()),
        title: said(
            format!("Ký thử để đăng ký chứng thư “{}”", row.subject),
            format!("Sign once to register the certificate “{}”", row.subject),
        ),
        on_behalf_of: String::new(),
    };
    let signing_request = signing::prepare(services, connection, caller, &row, prepared)?;
    Ok(wire::Registration {
        certificate: view(services, &row)?,
        signing_request,
    })
}

/// The chain, with intermediates that the installation knows.
fn completed(services: &Services, chain: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut chain = chain.to_vec();
    for known in services.trusted.intermediates() {
        if !chain.contains(known) {
            chain.push(known.clone());
        }
    }
    chain
}

/// Everything above the leaf, as the database keeps it.
fn chain_text(certificates: &[Vec<u8>]) -> Result<String, ApiError> {
    let above: Vec<String> = certificates
        .iter()
        .skip(1)
        .map(|der| STANDARD.encode(der))
        .collect();
    serde_json::to_string(&above).map_err(ApiError::internal)
}

/// The first signature holds: the certificate counts, at once where it names the person by identity number, else once it is confirmed.
pub fn registered(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    request: &SigningRequest,
    accepted: &Accepted,
) -> Result<signing_wire::SigningResult, ApiError> {
    let certificate = certificates::find(connection, &request.subject_id)?;
    if certificate.state != "unproven" {
        return Err(ApiError::conflict(said(
            "Chứng thư này đã đăng ký rồi.",
            "This certificate is registered already.",
        )));
    }
    let state = binding(connection, caller, &accepted.verified.certificate)?;
    let level = word(&level(accepted.verified.anchor_level));
    certificates::proven(connection, &certificate.id, state, &level)?;
    let place = Place {
        submission_id: None,
        export_id: None,
        position: 0,
        act: "register",
        role: "",
        reasons: "[]",
        payload: request.payload.clone(),
        payload_sha256: &request.content_sha256,
        on_behalf: None,
    };
    let signature = accepted.row(services, caller, place);
    accepted.keep(services, connection, &signature)?;
    audit::record(
        services,
        connection,
        caller,
        Event::own("certificate_registered", &certificate.serial),
    )?;
    Ok(signing_wire::SigningResult {
        signature: signing::summary(services, &signature)?,
        submission_id: None,
        submission_state: None,
        version: None,
        export_id: None,
        certificate_id: Some(certificate.id),
        delegation_id: None,
    })
}

/// The state in which a proven certificate goes on. A certificate that names somebody else is refused.
fn binding(
    connection: &mut AnyConnection,
    caller: &Caller,
    info: &CertificateInfo,
) -> Result<&'static str, ApiError> {
    let own = match &caller.person_id {
        Some(person) => Some(people::find(connection, person)?.0.personal_id),
        None => None,
    };
    match (named_number(info), own) {
        (Some(named), Some(own)) if named == own => Ok("active"),
        (Some(_), Some(_)) => Err(ApiError::invalid_at(
            "/signature",
            "certificate_of_another",
            said(
                "Chứng thư này ghi số định danh của người khác nên không đăng ký cho tài khoản của bạn được.",
                "This certificate carries another person's identification number and cannot be registered for your account.",
            ),
        )),
        _ => Ok("awaiting_confirmation"),
    }
}

/// The identification number in a certificate: `CCCD:…`, `CMND:…` (authorities of Việt Nam) or `PNOVN-…` (ETSI EN 319 412-1).
fn named_number(info: &CertificateInfo) -> Option<String> {
    let uid = info.uid.as_deref()?;
    ["CCCD:", "CMND:", "PNOVN-"]
        .iter()
        .find_map(|prefix| uid.strip_prefix(prefix))
        .map(|number| number.trim().to_owned())
        .filter(|number| number.len() == 12)
}

/// Certificates that wait for a confirmation, within the caller's scope.
///
/// # Errors
/// The database cannot be read.
pub fn awaiting(
    services: &Services,
    connection: &mut AnyConnection,
    scope: &[String],
) -> Result<wire::CertificateList, ApiError> {
    let items = certificates::awaiting(connection, scope)?
        .iter()
        .map(|(row, account)| {
            Ok(wire::Certificate {
                holder: account.name.clone(),
                ..view(services, row)?
            })
        })
        .collect::<Result<_, ApiError>>()?;
    Ok(wire::CertificateList { items })
}

/// Confirms that a certificate is its account holder's.
///
/// # Errors
/// 404 out of scope, 403 for one's own, 409 where it does not wait.
pub fn confirm(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
) -> Result<wire::Certificate, ApiError> {
    let row = certificates::find(connection, id)?;
    let (account, unit) = accounts::find(connection, &row.account_id)?;
    if !caller.may(congvu_domain::access::Action::IssueAccounts, &unit.path) {
        return Err(ApiError::not_found());
    }
    if account.id == caller.account_id {
        return Err(ApiError {
            detail: said(
                "Không ai tự xác nhận chứng thư của chính mình.",
                "Nobody confirms their own certificate.",
            ),
            ..ApiError::forbidden()
        });
    }
    if !certificates::advance(connection, id, "awaiting_confirmation", "active")? {
        return Err(ApiError::conflict(said(
            "Chứng thư này không chờ xác nhận.",
            "This certificate does not wait for a confirmation.",
        )));
    }
    let subject = sha256_hex(&row.der);
    let event = Event {
        action: "certificate_confirmed",
        person_id: account.person_id.as_deref(),
        subject: &subject,
        ground: audit::Ground::Regulation,
    };
    audit::record(services, connection, caller, event)?;
    view(services, &certificates::find(connection, id)?)
}

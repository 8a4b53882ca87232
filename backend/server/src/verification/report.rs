//! The pieces of a report, in the reader's language.

use chrono::{DateTime, SecondsFormat, Utc};
use congvu_domain::payload::sha256_hex;
use congvu_openapi::verification::{
    FileKind, SignatureReport, TimeStampReport, Verdict, VerificationProblem, VerificationReport,
};
use congvu_signing::certificate::CertificateInfo;
use congvu_signing::cms;
use congvu_signing::trust::AnchorLevel;
use congvu_signing::tsp::TspError;
use congvu_signing::verify::{VerifiedSignature, VerifyError};

use super::sliding::Judged;
use super::words::{sentence, with};
use crate::http::Language;
use crate::services::in_vietnam;
use crate::signing::level;

/// A moment as it travels.
pub fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A moment as people read it, in Vietnam's time.
fn shown(at: DateTime<Utc>) -> String {
    in_vietnam(at).format("%H:%M %d/%m/%Y").to_string()
}

/// How far certificates and revocation data reach.
fn until(at: DateTime<Utc>, language: Language) -> String {
    match language {
        Language::Vietnamese => format!("chứng thư số và dữ liệu thu hồi có đến {}", shown(at)),
        Language::English => format!("certificates and revocation data reach to {}", shown(at)),
    }
}

/// A report without findings.
pub fn empty(file: &[u8], kind: FileKind, at: DateTime<Utc>) -> VerificationReport {
    VerificationReport {
        kind,
        sha256: sha256_hex(file),
        verdict: Verdict::Invalid,
        checked_at: moment(at),
        about: String::new(),
        problems: Vec::new(),
        signatures: Vec::new(),
        time_stamps: Vec::new(),
        anchors_unconfirmed: false,
        known_as: None,
    }
}

/// The report with its verdict: something was signed, and nothing is wrong.
pub fn concluded(mut report: VerificationReport) -> VerificationReport {
    let holds = report.problems.is_empty()
        && !report.signatures.is_empty()
        && report.signatures.iter().all(|signature| signature.valid)
        && report.time_stamps.iter().all(|stamp| stamp.valid);
    report.verdict = if holds {
        Verdict::Valid
    } else {
        Verdict::Invalid
    };
    report
}

/// A problem with what is particular to it.
pub fn problem(code: &str, detail: &str, language: Language) -> VerificationProblem {
    VerificationProblem {
        code: code.to_owned(),
        message: with(sentence(code, language), detail),
    }
}

/// A signature, as far as the CMS and its verification tell; the certificate is shown also where it does not hold.
pub fn signature(
    outcome: Result<&VerifiedSignature, &VerifyError>,
    cms: &[u8],
    language: Language,
) -> SignatureReport {
    let certificate = match outcome {
        Ok(verified) => Some(verified.certificate.clone()),
        Err(_) => leaf(cms),
    };
    let verified = outcome.ok();
    let stamp = verified.and_then(|verified| verified.time_stamp.as_ref());
    let (code, message) = match outcome {
        Ok(_) => (String::new(), String::new()),
        Err(error) => (error.code().to_owned(), refused(error, language)),
    };
    SignatureReport {
        signer: certificate
            .as_ref()
            .map(|own| own.subject_common_name.clone())
            .unwrap_or_default(),
        what: String::new(),
        role: String::new(),
        on_behalf_of: String::new(),
        claimed_at: verified
            .and_then(|verified| verified.signing_time)
            .map(moment),
        stamped_at: stamp.map(|stamp| moment(stamp.at)),
        stamped_by: stamp
            .map(|stamp| stamp.certificate.subject_common_name.clone())
            .unwrap_or_default(),
        valid: outcome.is_ok(),
        code,
        message,
        level: verified.map(|verified| level(verified.anchor_level)),
        anchor: verified
            .map(|verified| verified.anchor_name.clone())
            .unwrap_or_default(),
        serial: certificate
            .as_ref()
            .map(|own| own.serial_hex.clone())
            .unwrap_or_default(),
        issuer: certificate
            .map(|own| own.issuer_common_name)
            .unwrap_or_default(),
        baseline: None,
        changes_after: String::new(),
    }
}

/// Why a signature does not hold, in words.
pub fn refused(error: &VerifyError, language: Language) -> String {
    let detail = match error {
        VerifyError::NotYetValid { not_before: at }
        | VerifyError::Expired { not_after: at }
        | VerifyError::Revoked { at }
        | VerifyError::TimeStampBeforeCertificate { at, .. }
        | VerifyError::TimeStampBeforeSigning { at, .. } => shown(*at),
        VerifyError::RevocationUnknown { issuer }
        | VerifyError::OcspUnknown { issuer }
        | VerifyError::OcspWrongResponder { issuer } => issuer.clone(),
        VerifyError::CrlExpired {
            issuer,
            next_update,
        }
        | VerifyError::OcspExpired {
            issuer,
            next_update,
        } => format!("{issuer}, {}", shown(*next_update)),
        VerifyError::LevelTooLow { found, .. } => kind(*found, language).to_owned(),
        VerifyError::TimeStamp(error) => return refused_stamp(error, language),
        _ => String::new(),
    };
    with(sentence(error.code(), language), &detail)
}

/// Why a time stamp does not hold, in words.
pub fn refused_stamp(error: &TspError, language: Language) -> String {
    let detail = match error {
        TspError::OutsideCertificate { at } => shown(*at),
        TspError::Authority(error) => match &**error {
            VerifyError::NotYetValid { not_before: at }
            | VerifyError::Expired { not_after: at }
            | VerifyError::Revoked { at }
            | VerifyError::CrlExpired {
                next_update: at, ..
            }
            | VerifyError::OcspExpired {
                next_update: at, ..
            } => shown(*at),
            _ => String::new(),
        },
        _ => String::new(),
    };
    with(sentence(error.code(), language), &detail)
}

/// A time stamp over the whole, judged at `at` or as of earlier.
pub fn time_stamp(
    judged: &Judged,
    token: &[u8],
    at: DateTime<Utc>,
    language: Language,
) -> TimeStampReport {
    match &judged.outcome {
        Ok(stamp) => TimeStampReport {
            at: Some(moment(stamp.at)),
            authority: stamp.certificate.subject_common_name.clone(),
            valid: true,
            code: String::new(),
            message: if judged.moment < at {
                with(
                    sentence("archive_not_renewed", language),
                    &until(judged.moment, language),
                )
            } else {
                String::new()
            },
        },
        Err(error) => refused_time_stamp(error.code(), refused_stamp(error, language), token),
    }
}

/// A time stamp over the whole that does not hold.
pub fn refused_time_stamp(code: &str, message: String, token: &[u8]) -> TimeStampReport {
    TimeStampReport {
        at: stated_time(token).map(moment),
        authority: leaf(token)
            .map(|certificate| certificate.subject_common_name)
            .unwrap_or_default(),
        valid: false,
        code: code.to_owned(),
        message,
    }
}

/// The certificate of whoever signed a CMS, not verified.
fn leaf(cms: &[u8]) -> Option<CertificateInfo> {
    let chain = cms::chain(cms).ok()?;
    CertificateInfo::parse(chain.first()?).ok()
}

/// The time that a token states, not verified: the first GeneralizedTime in it is that of its TSTInfo (RFC 3161 §2.4.2).
fn stated_time(token: &[u8]) -> Option<DateTime<Utc>> {
    const GENERALIZED_TIME: u8 = 0x18;
    const WHOLE_SECONDS: u8 = 15;
    token.windows(17).find_map(|window| match window {
        [GENERALIZED_TIME, WHOLE_SECONDS, text @ ..] => {
            let text = std::str::from_utf8(text).ok()?;
            let time = chrono::NaiveDateTime::parse_from_str(text, "%Y%m%d%H%M%SZ");
            Some(time.ok()?.and_utc())
        }
        _ => None,
    })
}

/// What signatures of a level are called.
fn kind(level: AnchorLevel, language: Language) -> &'static str {
    match (level, language) {
        (AnchorLevel::Pilot, Language::Vietnamese) => "chữ ký thử nghiệm",
        (AnchorLevel::Pilot, Language::English) => "a pilot signature",
        (AnchorLevel::Public, Language::Vietnamese) => "chữ ký số công cộng",
        (AnchorLevel::Public, Language::English) => "a public signature",
        (AnchorLevel::Official, Language::Vietnamese) => "chữ ký số chuyên dùng công vụ",
        (AnchorLevel::Official, Language::English) => "a signature for official duties",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_cannot_be_read_is_not_made_up() {
        let refused = |token: &[u8]| refused_time_stamp("malformed", String::new(), token);
        assert_eq!(refused(b"garbage").at, None);
        let stated = refused(b"\x18\x0f20260302020000Z");
        assert_eq!(stated.at.as_deref(), Some("2026-03-02T02:00:00Z"));
        assert!(!stated.valid && stated.authority.is_empty());
        let sent = serde_json::to_value(refused(b"garbage")).unwrap();
        assert!(sent.get("at").is_none(), "{sent}");
    }
}

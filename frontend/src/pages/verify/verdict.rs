//! The verdict in a plain sentence.

use congvu_openapi::signing::TrustLevel;
use congvu_openapi::verification::{FileKind, Verdict, VerificationReport};

use crate::components::{AlertKind, IconName};
use crate::i18n::{t, tf, verify};

/// How the verdict looks and what it says.
pub(super) struct Words {
    pub tone: AlertKind,
    pub icon: IconName,
    pub text: String,
}

pub(super) fn words(report: &VerificationReport) -> Words {
    let bad = |text: String| Words {
        tone: AlertKind::Error,
        icon: IconName::Error,
        text,
    };
    match (report.kind, report.verdict) {
        (FileKind::Unknown, _) => bad(t(verify::UNKNOWN).to_owned()),
        (_, Verdict::Valid) => Words {
            tone: AlertKind::Success,
            icon: IconName::Verify,
            text: t(verify::VALID).to_owned(),
        },
        (_, Verdict::Invalid) => bad(match reason(report) {
            Some(reason) => tf(verify::INVALID_BECAUSE, &[&in_sentence(&reason)]),
            None if report.signatures.is_empty() => tf(
                verify::INVALID_BECAUSE,
                &[&in_sentence(t(verify::NO_SIGNATURES))],
            ),
            None => t(verify::INVALID).to_owned(),
        }),
    }
}

/// What is wrong first: with the file, or else with a signature or a time stamp.
fn reason(report: &VerificationReport) -> Option<String> {
    let file = report.problems.iter().map(|p| &p.message);
    let signatures = report
        .signatures
        .iter()
        .filter(|s| !s.valid)
        .map(|s| &s.message);
    let stamps = report
        .time_stamps
        .iter()
        .filter(|s| !s.valid)
        .map(|s| &s.message);
    file.chain(signatures)
        .chain(stamps)
        .find(|message| !message.is_empty())
        .cloned()
}

/// As it stands after a dash: the first letter small, unless a name or an abbreviation begins it, and no full stop.
fn in_sentence(text: &str) -> String {
    let text = text.trim().trim_end_matches('.');
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            let rest: String = text.chars().skip(1).collect();
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => text.to_owned(),
    }
}

/// Some signature is one of the pilot.
pub(super) fn has_pilot(report: &VerificationReport) -> bool {
    report
        .signatures
        .iter()
        .any(|s| s.level == Some(TrustLevel::Pilot))
}

#[cfg(test)]
mod tests {
    use super::in_sentence;

    #[test]
    fn a_reason_fits_after_a_dash() {
        assert_eq!(in_sentence("Nội dung đã bị sửa."), "nội dung đã bị sửa");
        assert_eq!(in_sentence("PDF bị sửa"), "PDF bị sửa");
        assert_eq!(in_sentence(""), "");
    }
}

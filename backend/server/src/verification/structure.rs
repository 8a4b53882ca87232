//! What is wrong with the structure of a package, as problems.

use congvu_domain::payload::{DelegationFault, EvidenceProblem};
use congvu_openapi::verification::VerificationProblem;

use super::report;
use super::words::sentence;
use crate::http::Language;

/// A problem of a package, with the signature it is about.
pub fn problem(problem: &EvidenceProblem, language: Language) -> VerificationProblem {
    let (act, code) = code(problem);
    let mut told = match problem {
        EvidenceProblem::Mismatch { what, .. } => {
            report::problem(code, part(what, language), language)
        }
        EvidenceProblem::Separation { conflict, .. } => VerificationProblem {
            code: code.to_owned(),
            message: match language {
                Language::Vietnamese => conflict.message_vi(),
                Language::English => conflict.message_en(),
            }
            .to_owned(),
        },
        EvidenceProblem::Format(found) => {
            let short: String = found.chars().take(60).collect();
            report::problem(code, &short, language)
        }
        _ => report::problem(code, "", language),
    };
    if let Some(act) = act {
        told.message = of_act(act, &told.message, language);
    }
    told
}

/// A sentence about the signature at a position, counted from 0.
pub fn of_act(act: usize, message: &str, language: Language) -> String {
    let number = act + 1;
    match language {
        Language::Vietnamese => format!("Chữ ký thứ {number}: {message}"),
        Language::English => format!("Signature {number}: {message}"),
    }
}

/// The signer named in an act is not the holder of the certificate.
pub fn signer_differs(act: usize, language: Language) -> VerificationProblem {
    let code = "act_signer_differs";
    VerificationProblem {
        code: code.to_owned(),
        message: of_act(act, sentence(code, language), language),
    }
}

fn code(problem: &EvidenceProblem) -> (Option<usize>, &'static str) {
    match *problem {
        EvidenceProblem::Format(_) => (None, "evidence_format"),
        EvidenceProblem::DocumentDigest => (None, "document_digest"),
        EvidenceProblem::VersionDigest => (None, "version_digest"),
        EvidenceProblem::NoActs => (None, "no_acts"),
        EvidenceProblem::NotBase64 { act, .. } => (Some(act), "act_not_base64"),
        EvidenceProblem::NotAnAct { act } => (Some(act), "act_not_canonical"),
        EvidenceProblem::Mismatch { act, .. } => (Some(act), "act_mismatch"),
        EvidenceProblem::Order { act, .. } => (Some(act), "act_order"),
        EvidenceProblem::Previous { act } => (Some(act), "act_previous"),
        EvidenceProblem::UnexpectedAct { act } => (Some(act), "act_unexpected"),
        EvidenceProblem::NotApproved => (None, "not_approved"),
        EvidenceProblem::Separation { act, .. } => (Some(act), "separation"),
        EvidenceProblem::Delegation { act, fault } => (Some(act), delegation(fault)),
    }
}

fn delegation(fault: DelegationFault) -> &'static str {
    match fault {
        DelegationFault::Missing => "delegation_missing",
        DelegationFault::Unexpected => "delegation_unexpected",
        DelegationFault::NotBase64 => "delegation_not_base64",
        DelegationFault::NotADelegation => "delegation_not_canonical",
        DelegationFault::Chained => "delegation_chained",
        DelegationFault::Digest => "delegation_digest",
        DelegationFault::Deployment => "delegation_deployment",
        DelegationFault::Other => "delegation_other",
        DelegationFault::Delegator => "delegation_delegator",
        DelegationFault::Delegate => "delegation_delegate",
        DelegationFault::Role => "delegation_role",
        DelegationFault::Scope => "delegation_scope",
        DelegationFault::Period => "delegation_period",
        DelegationFault::Later => "delegation_later",
    }
}

/// What an act says otherwise, as the domain names it.
fn part(what: &'static str, language: Language) -> &'static str {
    if language == Language::English {
        return what;
    }
    match what {
        "the context" => "mục đích ký",
        "the deployment" => "hệ thống",
        "the person" => "người có hồ sơ",
        "the submission" => "lần trình duyệt",
        "the document" => "nội dung hồ sơ",
        "the evidence" => "tài liệu kèm theo",
        "the base version" => "phiên bản trước",
        "the digest of the base version" => "mã băm của phiên bản trước",
        _ => "",
    }
}

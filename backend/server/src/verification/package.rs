//! Evidence packages.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use congvu_domain::deployment::Deployment;
use congvu_domain::payload::SignedAct;
use congvu_openapi::verification::{FileKind, VerificationReport};
use congvu_signing::trust::TrustStore;

use super::acts::Judge;
use super::{archive, report, structure};
use crate::evidence::{Contents, Opened, Unreadable};
use crate::http::Language;

/// Signatures times bytes, and times pieces, of the revocation data that each is held against: what is judged takes seconds at most.
const MOST_BYTES: usize = 4 << 30;
const MOST_PIECES: usize = 20_000;

/// Judges a package from what is in it and the anchors alone; titles of roles are those of the deployment, one's own or a built-in one.
pub fn judge(
    file: &[u8],
    opened: &Opened,
    trust: &TrustStore,
    own: Option<&Deployment>,
    at: DateTime<Utc>,
    language: Language,
) -> VerificationReport {
    let contents = &opened.contents;
    let package = &contents.package;
    let mut report = report::empty(file, FileKind::Evidence, at);
    if is_too_much(contents) {
        let code = Unreadable::TooLarge.code();
        report.problems.push(report::problem(code, "", language));
        return report;
    }
    report.about = about(contents, language);
    for fault in &opened.faults {
        let problem = report::problem(fault.code(), &fault.file, language);
        report.problems.push(problem);
    }
    for problem in package.check_structure() {
        report.problems.push(structure::problem(&problem, language));
    }
    let mut trust = trust.clone();
    trust
        .intermediates
        .extend(contents.certificates.iter().cloned());
    trust.crls.extend(contents.crls.iter().cloned());
    trust.ocsps.extend(contents.ocsps.iter().cloned());
    let archive = archive::judge(contents, &trust, at, language);
    report.time_stamps = archive.time_stamps;
    let judge = Judge {
        trust: &trust,
        moment: archive.moment,
        deployment: deployment(&package.deployment, own),
        language,
    };
    for (position, act) in package.acts.iter().enumerate() {
        let delegation = act.delegation.as_ref().and_then(|by| judge.delegation(by));
        for judged in delegation.into_iter().chain(judge.act(act)) {
            if !judged.is_holder {
                report
                    .problems
                    .push(structure::signer_differs(position, language));
            }
            report.signatures.push(judged.report);
        }
    }
    report
}

/// The deployment under which a package was made: one's own file goes before a built-in one of that key.
fn deployment<'a>(key: &str, own: Option<&'a Deployment>) -> Option<&'a Deployment> {
    own.filter(|own| own.key == key)
        .or_else(|| Deployment::built_in(key))
}

fn is_too_much(contents: &Contents) -> bool {
    let acts = &contents.package.acts;
    let delegated = acts.iter().filter(|act| act.delegation.is_some()).count();
    let judged = acts.len() + delegated + contents.archive.len();
    let data = || contents.crls.iter().chain(&contents.ocsps);
    let bytes: usize = data().map(Vec::len).sum();
    judged.saturating_mul(bytes) > MOST_BYTES
        || judged.saturating_mul(data().count().max(10)) > MOST_PIECES
}

fn about(contents: &Contents, language: Language) -> String {
    let number = contents.package.version.number;
    let name = contents
        .package
        .acts
        .first()
        .and_then(|act| STANDARD.decode(&act.payload_base64).ok())
        .and_then(|payload| serde_json::from_slice::<SignedAct>(&payload).ok())
        .map(|act| act.person_name);
    match (name, language) {
        (Some(name), Language::Vietnamese) => {
            format!("Sơ yếu lý lịch của {name}, phiên bản {number}")
        }
        (Some(name), Language::English) => format!("Profile of {name}, version {number}"),
        (None, Language::Vietnamese) => format!("Sơ yếu lý lịch, phiên bản {number}"),
        (None, Language::English) => format!("Profile, version {number}"),
    }
}

//! A file, recognised.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use congvu_domain::deployment::Deployment;
use congvu_domain::payload::EvidencePackage;
use congvu_openapi::verification::{FileKind, VerificationReport};
use congvu_signing::trust::{AnchorLevel, TrustStore};
use congvu_signing::{cms, pem};

use super::{package, pdf, report};
use crate::evidence::{self, Contents, Unreadable};
use crate::http::Language;

/// Where a PDF may begin; readers allow some bytes before it.
const HEADER_WITHIN: usize = 1024;
/// Each is looked up; a file with twenty signatures of twenty people has about fifty.
const MOST_CERTIFICATES: usize = 500;

/// What was given to be verified.
pub struct Opened<'a> {
    file: &'a [u8],
    inside: Inside,
    own: Option<&'a Deployment>,
}

enum Inside {
    Pdf,
    Evidence(Box<evidence::Opened>),
    Refused(FileKind, Unreadable),
}

impl<'a> Opened<'a> {
    /// Recognises a file by what is in it.
    pub fn open(file: &'a [u8]) -> Self {
        let head = file
            .get(..HEADER_WITHIN.min(file.len()))
            .unwrap_or_default();
        let inside = if file.starts_with(b"PK") {
            match evidence::read(file) {
                Ok(opened) => Inside::Evidence(Box::new(opened)),
                Err(Unreadable::NotEvidence) => {
                    Inside::Refused(FileKind::Unknown, Unreadable::NotEvidence)
                }
                Err(reason) => Inside::Refused(FileKind::Evidence, reason),
            }
        } else if head.windows(5).any(|five| five == b"%PDF-") {
            Inside::Pdf
        } else {
            bare(file)
        };
        Self {
            file,
            inside,
            own: None,
        }
    }

    /// With a deployment of one's own, for the titles of its roles; the built-in ones are known.
    #[must_use]
    pub fn with_deployment(self, own: &'a Deployment) -> Self {
        Self {
            own: Some(own),
            ..self
        }
    }

    /// DER certificates inside, in no order: what revocation data are looked up for, and roots where none are given.
    pub fn certificates(&self) -> Vec<Vec<u8>> {
        let mut found = match &self.inside {
            Inside::Pdf => pdf::messages(self.file)
                .iter()
                .flat_map(|cms| of_cms(cms))
                .collect(),
            Inside::Evidence(opened) => of_package(&opened.contents),
            Inside::Refused(..) => Vec::new(),
        };
        found.sort_unstable();
        found.dedup();
        found.truncate(MOST_CERTIFICATES);
        found
    }

    /// See [`super::examine`].
    pub fn judge(
        &self,
        trust: &TrustStore,
        anchors_given: bool,
        at: DateTime<Utc>,
        language: Language,
    ) -> VerificationReport {
        let mut trust = trust.clone();
        if !anchors_given {
            add_roots(&mut trust, &self.certificates());
        }
        let mut report = match &self.inside {
            Inside::Pdf => pdf::judge(self.file, &trust, at, language),
            Inside::Evidence(opened) => {
                package::judge(self.file, opened, &trust, self.own, at, language)
            }
            Inside::Refused(kind, reason) => {
                let mut report = report::empty(self.file, *kind, at);
                let problem = report::problem(reason.code(), "", language);
                report.problems.push(problem);
                report
            }
        };
        report.anchors_unconfirmed = !anchors_given && !report.signatures.is_empty();
        report::concluded(report)
    }
}

fn bare(file: &[u8]) -> Inside {
    /// Enough to tell that a JSON file means to be one of ours.
    #[derive(serde::Deserialize)]
    struct Format {
        format: String,
    }
    if let Ok(package) = serde_json::from_slice::<EvidencePackage>(file) {
        return Inside::Evidence(Box::new(evidence::Opened {
            contents: Contents::bare(package),
            faults: Vec::new(),
        }));
    }
    match serde_json::from_slice::<Format>(file) {
        Ok(claim) if claim.format.starts_with("congvu/evidence/") => {
            Inside::Refused(FileKind::Evidence, Unreadable::Evidence)
        }
        _ => Inside::Refused(FileKind::Unknown, Unreadable::NotEvidence),
    }
}

fn of_package(contents: &Contents) -> Vec<Vec<u8>> {
    let mut found = contents.anchors.clone();
    found.extend(contents.certificates.iter().cloned());
    for act in &contents.package.acts {
        let delegation = act.delegation.as_ref().map(|by| &by.cms_base64);
        for base64 in [Some(&act.cms_base64), delegation].into_iter().flatten() {
            found.extend(of_cms(&STANDARD.decode(base64).unwrap_or_default()));
        }
    }
    for stamp in &contents.archive {
        found.extend(of_cms(&stamp.token));
    }
    found
}

/// Certificates in a CMS and in the time stamps on it.
fn of_cms(message: &[u8]) -> Vec<Vec<u8>> {
    let mut found = cms::chain(message).unwrap_or_default();
    for token in cms::time_stamp_tokens(message).unwrap_or_default() {
        found.extend(cms::chain(&token).unwrap_or_default());
    }
    found
}

/// Takes the self-issued certificates of a file as anchors, and the least of them: nobody vouches for their level.
fn add_roots(trust: &mut TrustStore, certificates: &[Vec<u8>]) {
    for der in certificates {
        if trust.anchors.iter().any(|anchor| anchor.der == *der) {
            continue;
        }
        if let Ok(pem) = pem::certificate(der) {
            // What is no certificate anchors nothing.
            trust.add_pem(&pem, AnchorLevel::Pilot).ok();
        }
    }
}

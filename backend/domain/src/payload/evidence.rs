mod delegation;
mod order;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use self::delegation::DelegationFault;
use crate::access::separation::Conflict;

use super::{CONTEXT, SignedAct, canonical, sha256_hex, version_digest};

/// Name and version of the format.
pub const FORMAT: &str = "congvu/evidence/v1";

/// A version of a profile with the signatures that made it valid. Certificates, revocation data and time stamps travel beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidencePackage {
    /// [`FORMAT`].
    pub format: String,
    /// Key of the deployment.
    pub deployment: String,
    /// Identifier of the person.
    pub person: String,
    pub version: EvidenceVersion,
    /// The signatures that made the version valid, in order.
    pub acts: Vec<EvidenceAct>,
}

/// The version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceVersion {
    pub number: u32,
    /// The [profile](congvu_openapi::profile::Profile) as JSON, as it was signed: a later release
    /// that knows more fields must come to the same digest.
    pub document: Value,
    pub document_sha256: String,
    pub digest: String,
    pub previous_digest: Option<String>,
    /// When the last signature brought it into force, RFC 3339.
    pub effective_at: String,
}

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceAct {
    /// The exact bytes that were signed: a canonical [`SignedAct`].
    pub payload_base64: String,
    /// The detached CMS, DER.
    pub cms_base64: String,
    /// When the server accepted it, RFC 3339.
    pub signed_at: String,
    /// The delegation on which it rests, where it was signed for somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<EvidenceDelegation>,
}

/// A delegation with the delegator's signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceDelegation {
    /// The exact bytes that were signed: a canonical [`DelegationAct`](super::DelegationAct).
    pub payload_base64: String,
    /// The detached CMS, DER.
    pub cms_base64: String,
}

/// What is wrong with a package; `act` counts from 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceProblem {
    #[error("the format is “{0}”, not congvu/evidence/v1")]
    Format(String),
    #[error("the document is not the one whose digest is stated")]
    DocumentDigest,
    #[error("the version's digest is not that of its content")]
    VersionDigest,
    #[error("there is no signature")]
    NoActs,
    #[error("signature {act}: {part} is not Base64")]
    NotBase64 { act: usize, part: &'static str },
    #[error("signature {act}: the payload is not a canonical act")]
    NotAnAct { act: usize },
    #[error("signature {act}: {what} is another one")]
    Mismatch { act: usize, what: &'static str },
    #[error("signature {act}: step {found} where step {expected} is due")]
    Order {
        act: usize,
        expected: usize,
        found: u16,
    },
    #[error("signature {act}: it does not cover exactly the signatures before it")]
    Previous { act: usize },
    #[error("signature {act}: a submission has to begin the chain, and only begin it")]
    UnexpectedAct { act: usize },
    #[error("the last signature is not an approval")]
    NotApproved,
    #[error("signature {act}: {conflict}")]
    Separation { act: usize, conflict: Conflict },
    #[error("signature {act}: {fault}")]
    Delegation { act: usize, fault: DelegationFault },
}

impl EvidencePackage {
    /// Checks everything that needs no cryptography but hashing: the document and version digests,
    /// that each payload speaks of this document, person, deployment and one submission, the order
    /// of the steps, that each signature covers all before it, that the last is an approval, that
    /// nobody approved their own, and that each delegation reaches the act that rests on it.
    ///
    /// The CMS signatures, their certificates and the rights of the signers are checked elsewhere.
    #[must_use]
    pub fn check_structure(&self) -> Vec<EvidenceProblem> {
        let mut problems = Vec::new();
        if self.format != FORMAT {
            problems.push(EvidenceProblem::Format(self.format.clone()));
        }
        let digest = canonical(&self.version.document).map(|bytes| sha256_hex(&bytes));
        if digest.ok().as_deref() != Some(&self.version.document_sha256) {
            problems.push(EvidenceProblem::DocumentDigest);
        }
        let acts = self.read_acts(&mut problems);
        let Some((_, first)) = acts.first() else {
            if self.acts.is_empty() {
                problems.push(EvidenceProblem::NoActs);
            }
            return problems;
        };
        let digest = version_digest(
            self.version.previous_digest.as_deref(),
            &self.version.document_sha256,
            &first.submission,
        );
        if digest != self.version.digest {
            problems.push(EvidenceProblem::VersionDigest);
        }
        for (at, act) in &acts {
            self.check_act(*at, act, first, &mut problems);
            if let Some(evidence) = self.acts.get(*at) {
                let found = delegation::check(act, evidence.delegation.as_ref());
                problems.extend(found.map(|fault| EvidenceProblem::Delegation { act: *at, fault }));
            }
        }
        order::check(&acts, &mut problems);
        problems
    }

    /// The acts that can be read, with their positions; the others are problems.
    fn read_acts(&self, problems: &mut Vec<EvidenceProblem>) -> Vec<(usize, SignedAct)> {
        let mut read = Vec::new();
        let mut before: Vec<String> = Vec::new();
        for (at, act) in self.acts.iter().enumerate() {
            match STANDARD.decode(&act.payload_base64) {
                Ok(bytes) => match read_canonical::<SignedAct>(&bytes) {
                    Some(signed) => {
                        if signed.previous != before {
                            problems.push(EvidenceProblem::Previous { act: at });
                        }
                        read.push((at, signed));
                    }
                    None => problems.push(EvidenceProblem::NotAnAct { act: at }),
                },
                Err(_) => problems.push(EvidenceProblem::NotBase64 {
                    act: at,
                    part: "the payload",
                }),
            }
            match STANDARD.decode(&act.cms_base64) {
                Ok(cms) => before.push(sha256_hex(&cms)),
                Err(_) => problems.push(EvidenceProblem::NotBase64 {
                    act: at,
                    part: "the CMS",
                }),
            }
        }
        read
    }

    fn check_act(
        &self,
        at: usize,
        act: &SignedAct,
        first: &SignedAct,
        problems: &mut Vec<EvidenceProblem>,
    ) {
        let base_version = self.version.number.checked_sub(1).filter(|base| *base > 0);
        for (same, what) in [
            (act.context == CONTEXT, "the context"),
            (act.deployment == self.deployment, "the deployment"),
            (act.person == self.person, "the person"),
            (act.submission == first.submission, "the submission"),
            (
                act.document_sha256 == self.version.document_sha256,
                "the document",
            ),
            (act.attachments == first.attachments, "the evidence"),
            (act.base_version == base_version, "the base version"),
            (
                act.base_digest == self.version.previous_digest,
                "the digest of the base version",
            ),
        ] {
            if !same {
                problems.push(EvidenceProblem::Mismatch { act: at, what });
            }
        }
    }
}

/// The payload, where the bytes are exactly its canonical form: one meaning, one sequence of bytes.
fn read_canonical<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let payload: T = serde_json::from_slice(bytes).ok()?;
    (canonical(&payload).ok()? == bytes).then_some(payload)
}

#[cfg(test)]
mod tests;

//! What gets signed, and how versions of a profile hang together: canonical bytes, digests, the
//! chain of versions, and the package that lets anybody check a version offline.

mod act;
mod canonical;
mod chain;
mod delegation;
mod evidence;

pub use act::{Act, CONTEXT, SignedAct, SignedAttachment, Signer};
pub use canonical::{CanonicalError, canonical, document_digest, sha256_hex};
pub use chain::{ChainError, ChainFault, VersionLink, check_chain, version_digest};
pub use delegation::{DELEGATION_CONTEXT, DelegationAct, OnBehalf};
pub use evidence::{
    DelegationFault, EvidenceAct, EvidenceDelegation, EvidencePackage, EvidenceProblem,
    EvidenceVersion, FORMAT as EVIDENCE_FORMAT,
};

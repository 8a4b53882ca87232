//! The evidence package of a version (gói chứng cứ): one ZIP with everything needed to verify it decades later, without us (C7).
//!
//! | file | what it is |
//! |---|---|
//! | `DOC-TOI.txt` | what the files are and how to verify them, for whoever opens the package |
//! | `evidence.json` | the version: document, payloads, signatures, delegations |
//! | `acts/01-payload.json`, `acts/01-signature.p7s` | the first signature once more, as other tools want it; so on |
//! | `acts/01-delegation.json`, `acts/01-delegation.p7s` | the delegation on which it rests, where there is one |
//! | `certificates/*.cer`, `revocation/*.crl`, `revocation/*.ocsp`, `anchors/*.cer` | what the signatures are judged by; named by digest |
//! | `archive/01-manifest.json`, `archive/01-token.tst` | the archive time stamps, each renewing the one before |

mod collect;
mod error;
mod files;
mod guide;
mod pack;
mod read;

use congvu_domain::payload::EvidencePackage;

pub use collect::collect;
pub use error::Unreadable;
pub use pack::pack;
pub use read::{Fault, Opened, read};

use self::files::files;

/// What a package holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    pub package: EvidencePackage,
    /// DER certificates that are no anchors.
    pub certificates: Vec<Vec<u8>>,
    /// DER revocation lists.
    pub crls: Vec<Vec<u8>>,
    /// DER OCSP responses.
    pub ocsps: Vec<Vec<u8>>,
    /// DER root certificates.
    pub anchors: Vec<Vec<u8>>,
    /// Archive time stamps, oldest first.
    pub archive: Vec<Archived>,
}

/// An archive time stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archived {
    /// The bytes it covers: a [`Manifest`](crate::jobs::archive::Manifest).
    pub manifest: Vec<u8>,
    /// RFC 3161 token, DER.
    pub token: Vec<u8>,
}

impl Contents {
    /// The package alone, as where `evidence.json` was taken out of its ZIP.
    pub fn bare(package: EvidencePackage) -> Self {
        Self {
            package,
            certificates: Vec::new(),
            crls: Vec::new(),
            ocsps: Vec::new(),
            anchors: Vec::new(),
            archive: Vec::new(),
        }
    }

    /// The ZIP of the package; the same contents make the same bytes.
    ///
    /// # Errors
    /// It cannot be encoded.
    pub fn to_zip(&self) -> anyhow::Result<Vec<u8>> {
        let mut files = files(self)?;
        files.insert(guide::NAME.to_owned(), guide::text(self).into_bytes());
        pack(&files)
    }
}

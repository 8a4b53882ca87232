//! A PKCS#12 file (RFC 7292) opened: one key, its certificate, and those above it.

use std::fmt;

use p12_keystore::error::Error;
use p12_keystore::{CertificateBag, Pkcs12Archive, PrivateKeyBag};

/// Why a file could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The password is not that of the file.
    WrongPassword,
    /// It is no PKCS#12 file, or a damaged one.
    NotPkcs12,
    /// It is protected in a way that is not known here.
    Unsupported,
    /// No private key with its certificate is in it.
    NoKey,
}

impl Failure {
    /// Stable code for the app.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::WrongPassword => "wrong_password",
            Self::NotPkcs12 => "not_pkcs12",
            Self::Unsupported => "unsupported",
            Self::NoKey => "no_key",
        }
    }
}

/// A key with its certificates.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyFile {
    /// The private key, PKCS#8 DER.
    pub pkcs8: Vec<u8>,
    /// DER; the holder's first, then the others as they stand in the file.
    pub certificates: Vec<Vec<u8>>,
}

/// Never shows the key.
impl fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyFile")
            .field("certificates", &self.certificates.len())
            .finish_non_exhaustive()
    }
}

/// Opens a file with its password.
///
/// # Errors
/// [`Failure`] with what is wrong.
pub fn open(bytes: &[u8], password: &str) -> Result<KeyFile, Failure> {
    let archive = Pkcs12Archive::from_pkcs12(bytes, password).map_err(|error| why(&error))?;
    let key = archive
        .keys
        .iter()
        .find(|key| archive.certs.iter().any(|cert| belongs(key, cert)))
        .or(archive.keys.first())
        .ok_or(Failure::NoKey)?;
    let holder = archive
        .certs
        .iter()
        .position(|cert| belongs(key, cert))
        .or_else(|| lowest(&archive.certs))
        .ok_or(Failure::NoKey)?;
    let mut certificates = archive.certs;
    let holder = certificates.remove(holder);
    let certificates = std::iter::once(holder)
        .chain(certificates)
        .map(|bag| bag.cert.as_der().to_vec())
        .collect();
    Ok(KeyFile {
        pkcs8: key.key.as_der().to_vec(),
        certificates,
    })
}

/// They carry the same local key id.
fn belongs(key: &PrivateKeyBag, cert: &CertificateBag) -> bool {
    match (&key.local_key_id, &cert.local_key_id) {
        (Some(key), Some(cert)) => key.as_ref() == cert.as_slice(),
        _ => false,
    }
}

/// The certificate that issued none of the others, for files without local key ids.
fn lowest(certs: &[CertificateBag]) -> Option<usize> {
    certs.iter().position(|bag| {
        let issued = |other: &CertificateBag| {
            other.cert != bag.cert && other.cert.issuer() == bag.cert.subject()
        };
        !certs.iter().any(issued)
    })
}

/// A wrong password shows as a check value that does not fit, or, in files without one, as garbage after deciphering.
fn why(error: &Error) -> Failure {
    match error {
        Error::MacError(_) | Error::UnpadError | Error::Pkcs5Error(_) => Failure::WrongPassword,
        Error::UnsupportedMacAlgorithm
        | Error::UnsupportedEncryptionScheme
        | Error::UnsupportedContentType
        | Error::UnsupportedCertificateType => Failure::Unsupported,
        _ => Failure::NotPkcs12,
    }
}

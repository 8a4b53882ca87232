//! Whose key a stand-in signs with.

use std::io;
use std::path::{Path, PathBuf};

use congvu_signing::certificate::{self, CertificateError, CertificateInfo};
use congvu_signing::digest_key::DigestKey;
use congvu_signing::signer::SignerError;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

/// A test key with its certificates.
#[derive(Debug)]
pub struct Identity {
    pub key: DigestKey,
    /// DER, leaf first.
    pub chain: Vec<Vec<u8>>,
    /// What the leaf says.
    pub info: CertificateInfo,
}

/// Why a key and certificates are no identity.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    #[error("{path}: {source}")]
    File { path: PathBuf, source: io::Error },
    #[error("{0}: neither a PEM nor a DER certificate")]
    Certificate(PathBuf),
    #[error(transparent)]
    Key(#[from] SignerError),
    #[error(transparent)]
    Malformed(#[from] CertificateError),
    #[error("no certificate was given")]
    NoCertificate,
    #[error("the first certificate is for another key")]
    OtherKey,
}

impl Identity {
    /// Puts an unencrypted PKCS#8 PEM key and its DER chain (leaf first) together.
    ///
    /// # Errors
    /// They cannot be read or do not belong together.
    pub fn new(key_pem: &str, chain: Vec<Vec<u8>>) -> Result<Self, IdentityError> {
        let key = DigestKey::from_pkcs8_pem(key_pem)?;
        let leaf = chain.first().ok_or(IdentityError::NoCertificate)?;
        if !certificate::public_key(leaf)?.ends_with(key.public_bits()) {
            return Err(IdentityError::OtherKey);
        }
        let info = CertificateInfo::parse(leaf)?;
        Ok(Self { key, chain, info })
    }

    /// Reads a PKCS#8 PEM key and certificate files: DER, or PEM with one or more certificates; the leaf comes first.
    ///
    /// # Errors
    /// A file cannot be read, or as [`Identity::new`].
    pub fn from_files(key: &Path, certificates: &[PathBuf]) -> Result<Self, IdentityError> {
        let read = |path: &Path| {
            std::fs::read(path).map_err(|source| IdentityError::File {
                path: path.to_owned(),
                source,
            })
        };
        let mut chain = Vec::new();
        for path in certificates {
            let bytes = read(path)?;
            if CertificateInfo::parse(&bytes).is_ok() {
                chain.push(bytes);
                continue;
            }
            let before = chain.len();
            for certificate in CertificateDer::pem_slice_iter(&bytes) {
                let certificate =
                    certificate.map_err(|_pem| IdentityError::Certificate(path.clone()))?;
                chain.push(certificate.to_vec());
            }
            if chain.len() == before {
                return Err(IdentityError::Certificate(path.clone()));
            }
        }
        Self::new(&String::from_utf8_lossy(&read(key)?), chain)
    }

    /// DER of the signer's certificate.
    pub fn leaf(&self) -> &[u8] {
        self.chain.first().map_or(&[], Vec::as_slice)
    }
}

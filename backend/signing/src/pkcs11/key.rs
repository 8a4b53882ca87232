//! A private key that never leaves its token.

use cryptoki::mechanism::Mechanism;
use cryptoki::object::{Attribute, AttributeType, ObjectClass, ObjectHandle};
use der::Decode;
use spki::SubjectPublicKeyInfoOwned;

use super::error::translate;
use super::{TokenSession, find, public_key};
use crate::algorithm::SignatureAlgorithm;
use crate::cms::ToBeSigned;
use crate::signer::{Signer, SignerError};

/// DER of `DigestInfo` for SHA-256 up to the digest (RFC 8017 §9.2, note 1).
const SHA256_DIGEST_INFO: [u8; 19] = [
    0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05,
    0x00, 0x04, 0x20,
];

/// How to find a key in a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyName<'a> {
    /// `CKA_ID`, which the certificate beside it has too.
    Id(&'a [u8]),
    /// `CKA_LABEL`.
    Label(&'a str),
}

/// A key in a token that is logged in to; keeps the login until dropped.
#[derive(Debug)]
pub struct TokenKey {
    session: TokenSession,
    handle: ObjectHandle,
    algorithm: SignatureAlgorithm,
    /// DER SubjectPublicKeyInfo, and the key bits in it.
    public_key: Vec<u8>,
    pub(super) public_bits: Vec<u8>,
}

impl TokenKey {
    pub(super) fn find(session: TokenSession, name: KeyName<'_>) -> Result<Self, SignerError> {
        let by_name = match name {
            KeyName::Id(id) => Attribute::Id(id.to_vec()),
            KeyName::Label(label) => Attribute::Label(label.into()),
        };
        let template = [Attribute::Class(ObjectClass::PRIVATE_KEY), by_name];
        let open = session.session();
        let handle = find::only(&open, &template)?.ok_or(SignerError::NoSuchKey)?;
        let asks_each_time = find::attribute(&open, handle, AttributeType::AlwaysAuthenticate);
        if asks_each_time == Some(Attribute::AlwaysAuthenticate(true)) {
            return Err(SignerError::Refused(
                "the key wants its PIN again for each signature, and no PIN is kept".into(),
            ));
        }
        let id = match find::attribute(&open, handle, AttributeType::Id) {
            Some(Attribute::Id(id)) => id,
            _ => Vec::new(),
        };
        let public_key = public_key::of(&open, handle, &id)?;
        drop(open);
        let refused = |error: &dyn std::error::Error| SignerError::Refused(error.to_string());
        let parsed =
            SubjectPublicKeyInfoOwned::from_der(&public_key).map_err(|error| refused(&error))?;
        let algorithm = SignatureAlgorithm::of_key(&parsed).map_err(|error| refused(&error))?;
        Ok(Self {
            session,
            handle,
            algorithm,
            public_key,
            public_bits: parsed.subject_public_key.raw_bytes().to_vec(),
        })
    }

    /// Signs a SHA-256 digest: the same primitive as the civil-service agent's and the remote services'. ECDSA comes as `r || s`.
    ///
    /// # Errors
    /// As the token says, e.g. [`SignerError::Unavailable`] once it is pulled out.
    pub fn sign_digest(&self, digest: &[u8; 32]) -> Result<Vec<u8>, SignerError> {
        let session = self.session.session();
        let signed = match self.algorithm {
            SignatureAlgorithm::RsaPkcs1Sha256 => session.sign(
                &Mechanism::RsaPkcs,
                self.handle,
                &[SHA256_DIGEST_INFO.as_slice(), digest].concat(),
            ),
            SignatureAlgorithm::EcdsaP256Sha256 => {
                session.sign(&Mechanism::Ecdsa, self.handle, digest)
            }
        };
        signed.map_err(translate)
    }
}

impl Signer for TokenKey {
    fn algorithm(&self) -> SignatureAlgorithm {
        self.algorithm
    }

    fn public_key(&self) -> Vec<u8> {
        self.public_key.clone()
    }

    fn sign(&self, to_be_signed: &ToBeSigned) -> Result<Vec<u8>, SignerError> {
        self.sign_digest(&to_be_signed.digest)
    }
}

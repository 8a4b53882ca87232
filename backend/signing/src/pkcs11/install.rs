//! Making a key inside a token and storing its certificate: the agency's seal (con dấu điện tử), the pilot authority.

use cryptoki::mechanism::Mechanism;
use cryptoki::object::{Attribute, CertificateType, ObjectClass};
use der::{Decode, Encode};
use x509_cert::Certificate;

use super::error::translate;
use super::{KeyName, TokenKey, TokenSession, find};
use crate::signer::{Signer, SignerError};

const RSA_BITS: u64 = 3072;
const RSA_EXPONENT: [u8; 3] = [1, 0, 1];
/// DER of the object identifier of P-256.
const P256: [u8; 10] = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];

impl TokenSession {
    /// Makes an RSA-3072 key that cannot leave the token. Needs a session of [`super::Module::open_to_install`].
    ///
    /// # Errors
    /// [`SignerError::Refused`] if a key has this `id` already, or the token is read-only.
    pub fn generate_rsa(&self, label: &str, id: &[u8]) -> Result<TokenKey, SignerError> {
        let public = [
            Attribute::ModulusBits(RSA_BITS.into()),
            Attribute::PublicExponent(RSA_EXPONENT.to_vec()),
        ];
        self.generate(&Mechanism::RsaPkcsKeyPairGen, &public, label, id)
    }

    /// Makes a P-256 key that cannot leave the token; otherwise as [`TokenSession::generate_rsa`].
    ///
    /// # Errors
    /// As [`TokenSession::generate_rsa`].
    pub fn generate_p256(&self, label: &str, id: &[u8]) -> Result<TokenKey, SignerError> {
        let public = [Attribute::EcParams(P256.to_vec())];
        self.generate(&Mechanism::EccKeyPairGen, &public, label, id)
    }

    fn generate(
        &self,
        mechanism: &Mechanism<'_>,
        public: &[Attribute],
        label: &str,
        id: &[u8],
    ) -> Result<TokenKey, SignerError> {
        let same_id = [
            Attribute::Class(ObjectClass::PRIVATE_KEY),
            Attribute::Id(id.to_vec()),
        ];
        let session = self.session();
        if id.is_empty() || find::only(&session, &same_id)?.is_some() {
            return Err(SignerError::Refused(
                "the id is empty or belongs to another key".into(),
            ));
        }
        let both = [
            Attribute::Token(true),
            Attribute::Id(id.to_vec()),
            Attribute::Label(label.into()),
        ];
        let public = [
            both.as_slice(),
            public,
            &[Attribute::Private(false), Attribute::Verify(true)],
        ]
        .concat();
        let private = [
            both.as_slice(),
            &[
                Attribute::Private(true),
                Attribute::Sensitive(true),
                Attribute::Extractable(false),
                Attribute::Sign(true),
            ],
        ]
        .concat();
        session
            .generate_key_pair(mechanism, &public, &private)
            .map_err(translate)?;
        drop(session);
        self.key(KeyName::Id(id))
    }

    /// Stores a DER certificate beside its key, for all to read.
    ///
    /// # Errors
    /// [`SignerError::NoSuchKey`] if no key has this `id`; [`SignerError::Refused`] if the certificate is for another key.
    pub fn import_certificate(
        &self,
        label: &str,
        id: &[u8],
        der: &[u8],
    ) -> Result<(), SignerError> {
        let unreadable = |error: der::Error| SignerError::Refused(error.to_string());
        let body = Certificate::from_der(der)
            .map_err(unreadable)?
            .tbs_certificate;
        let certified = body.subject_public_key_info.to_der().map_err(unreadable)?;
        if self.key(KeyName::Id(id))?.public_key() != certified {
            return Err(SignerError::Refused(
                "the certificate is for another key".into(),
            ));
        }
        let certificate = [
            Attribute::Class(ObjectClass::CERTIFICATE),
            Attribute::CertificateType(CertificateType::X_509),
            Attribute::Token(true),
            Attribute::Private(false),
            Attribute::Id(id.to_vec()),
            Attribute::Label(label.into()),
            Attribute::Subject(body.subject.to_der().map_err(unreadable)?),
            Attribute::Issuer(body.issuer.to_der().map_err(unreadable)?),
            Attribute::SerialNumber(body.serial_number.to_der().map_err(unreadable)?),
            Attribute::Value(der.to_vec()),
        ];
        self.session()
            .create_object(&certificate)
            .map_err(translate)?;
        Ok(())
    }
}

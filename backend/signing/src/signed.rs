//! What authorities sign: a body, an algorithm and a signature (certificates, revocation lists, OCSP responses).

use der::asn1::BitString;
use der::{Decode, EncodeValue};
use spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

use crate::tlv;

/// A signed statement with the exact bytes under its signature.
pub(crate) struct Statement<'a> {
    body: &'a [u8],
    algorithm: AlgorithmIdentifierOwned,
    signature: BitString,
}

impl<'a> Statement<'a> {
    /// Takes a DER statement apart; what follows the signature is left aside.
    pub(crate) fn read(der: &'a [u8]) -> Result<Self, der::Error> {
        match tlv::children(der)?.as_slice() {
            [body, algorithm, signature, ..] => Ok(Self {
                body,
                algorithm: AlgorithmIdentifierOwned::from_der(algorithm)?,
                signature: BitString::from_der(signature)?,
            }),
            _ => Err(der::Tag::Sequence.value_error()),
        }
    }

    pub(crate) fn algorithm(&self) -> &AlgorithmIdentifierOwned {
        &self.algorithm
    }

    /// Whether `key` made the signature, with an algorithm that is also accepted in certificates.
    pub(crate) fn is_signed_by(&self, key: &SubjectPublicKeyInfoOwned) -> bool {
        let (Ok(wanted), Ok(key_kind)) = (contents(&self.algorithm), contents(&key.algorithm))
        else {
            return false;
        };
        let bits = key.subject_public_key.as_bytes().unwrap_or_default();
        let signature = self.signature.as_bytes().unwrap_or_default();
        webpki::ALL_VERIFICATION_ALGS
            .iter()
            .filter(|known| {
                known.signature_alg_id().as_ref() == wanted
                    && known.public_key_alg_id().as_ref() == key_kind
            })
            .any(|known| known.verify_signature(bits, self.body, signature).is_ok())
    }
}

/// The inside of the SEQUENCE, the form in which webpki names algorithms.
fn contents(algorithm: &AlgorithmIdentifierOwned) -> Result<Vec<u8>, der::Error> {
    let mut bytes = Vec::new();
    algorithm.encode_value(&mut bytes)?;
    Ok(bytes)
}

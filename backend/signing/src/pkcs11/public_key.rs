//! The public half of a key in a token, as SubjectPublicKeyInfo.

use const_oid::db::rfc5912;
use cryptoki::object::{Attribute, AttributeType, ObjectClass, ObjectHandle};
use cryptoki::session::Session;
use der::asn1::{Any, BitString, OctetStringRef, UintRef};
use der::{Decode, Encode, Sequence};
use spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

use super::find;
use crate::certificate;
use crate::signer::SignerError;

#[derive(Sequence)]
struct RsaPublicKey<'a> {
    modulus: UintRef<'a>,
    exponent: UintRef<'a>,
}

/// Looks where tokens keep it: a public key object, the private one (RSA), or else the certificate beside it.
pub(super) fn of(
    session: &Session,
    private: ObjectHandle,
    id: &[u8],
) -> Result<Vec<u8>, SignerError> {
    let template = [
        Attribute::Class(ObjectClass::PUBLIC_KEY),
        Attribute::Id(id.to_vec()),
    ];
    let public = if id.is_empty() {
        None
    } else {
        find::only(session, &template)?
    };
    let from_objects = public
        .and_then(|object| rsa(session, object).or_else(|| elliptic(session, object)))
        .or_else(|| rsa(session, private));
    if let Some(key) = from_objects {
        return key.map_err(|error| SignerError::Refused(error.to_string()));
    }
    let certificates = find::certificates(session, find::Visibility::All)?;
    certificates
        .iter()
        .find(|certificate| certificate.id == id)
        .and_then(|certificate| certificate::public_key(&certificate.der).ok())
        .ok_or_else(|| SignerError::Refused("the token does not show the public key".into()))
}

fn rsa(session: &Session, object: ObjectHandle) -> Option<der::Result<Vec<u8>>> {
    let Some(Attribute::Modulus(modulus)) =
        find::attribute(session, object, AttributeType::Modulus)
    else {
        return None;
    };
    let Some(Attribute::PublicExponent(exponent)) =
        find::attribute(session, object, AttributeType::PublicExponent)
    else {
        return None;
    };
    Some(rsa_info(&modulus, &exponent))
}

fn rsa_info(modulus: &[u8], exponent: &[u8]) -> der::Result<Vec<u8>> {
    let key = RsaPublicKey {
        modulus: UintRef::new(modulus)?,
        exponent: UintRef::new(exponent)?,
    };
    info(rfc5912::RSA_ENCRYPTION, Any::null(), &key.to_der()?)
}

fn elliptic(session: &Session, object: ObjectHandle) -> Option<der::Result<Vec<u8>>> {
    let Some(Attribute::EcParams(curve)) =
        find::attribute(session, object, AttributeType::EcParams)
    else {
        return None;
    };
    let Some(Attribute::EcPoint(point)) = find::attribute(session, object, AttributeType::EcPoint)
    else {
        return None;
    };
    Some(elliptic_info(&curve, &point))
}

/// The point is an OCTET STRING by the standard; some tokens give its bare content.
fn elliptic_info(curve: &[u8], point: &[u8]) -> der::Result<Vec<u8>> {
    let bits = OctetStringRef::from_der(point).map_or(point, |wrapped| wrapped.as_bytes());
    info(rfc5912::ID_EC_PUBLIC_KEY, Any::from_der(curve)?, bits)
}

fn info(oid: der::asn1::ObjectIdentifier, parameters: Any, key: &[u8]) -> der::Result<Vec<u8>> {
    SubjectPublicKeyInfoOwned {
        algorithm: AlgorithmIdentifierOwned {
            oid,
            parameters: Some(parameters),
        },
        subject_public_key: BitString::from_bytes(key)?,
    }
    .to_der()
}

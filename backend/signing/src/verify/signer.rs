//! The signer of a CMS: attributes, binding and raw signature.

use chrono::{DateTime, Utc};
use cms::cert::CertificateChoices;
use cms::signed_data::{SignedAttributes, SignedData, SignerIdentifier, SignerInfo};
use const_oid::db::{rfc5911, rfc5912};
use der::asn1::{Any, ObjectIdentifier, OctetString};
use der::{Decode, Encode};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::ext::pkix::SubjectKeyIdentifier;
use x509_cert::time::Time;

use super::VerifyError;
use crate::algorithm::SignatureAlgorithm;
use crate::cms::{Binding, SigningCertificateV2, SingleValue, signed_data, single};
use crate::instant;

/// A signer whose signature is sound, but whose certificate is not yet judged.
pub(super) struct Signer {
    pub leaf: Certificate,
    pub leaf_der: Vec<u8>,
    /// The other certificates in the CMS.
    pub others: Vec<Vec<u8>>,
    pub signing_time: Option<DateTime<Utc>>,
    pub algorithm: SignatureAlgorithm,
}

pub(super) fn verify(cms: &[u8], content_sha256: &[u8; 32]) -> Result<Signer, VerifyError> {
    let data = signed_data(cms).map_err(VerifyError::Malformed)?;
    check_embedded(&data, content_sha256)?;
    let info = match data.signer_infos.0.len() {
        0 => return Err(VerifyError::NoSigner),
        1 => data.signer_infos.0.get(0).ok_or(VerifyError::NoSigner)?,
        count => return Err(VerifyError::MultipleSigners { count }),
    };
    if info.digest_alg.oid != rfc5912::ID_SHA_256 {
        return Err(unsupported(info.digest_alg.oid));
    }
    let algorithm = SignatureAlgorithm::of_identifier(info.signature_algorithm.oid)
        .ok_or_else(|| unsupported(info.signature_algorithm.oid))?;
    let Certificates {
        leaf,
        leaf_der,
        others,
    } = split_certificates(&data, &info.sid)?;
    let attributes = info
        .signed_attrs
        .as_ref()
        .ok_or(VerifyError::WrongAttributes("none"))?;
    check_content(
        attributes,
        data.encap_content_info.econtent_type,
        content_sha256,
    )?;
    check_binding(attributes, &leaf, &leaf_der)?;
    check_signature(info, attributes, algorithm, &leaf)?;
    Ok(Signer {
        signing_time: signing_time(attributes)?,
        leaf,
        leaf_der,
        others,
        algorithm,
    })
}

fn unsupported(oid: ObjectIdentifier) -> VerifyError {
    VerifyError::UnsupportedAlgorithm {
        oid: oid.to_string(),
    }
}

fn malformed(error: der::Error) -> VerifyError {
    VerifyError::Malformed(error.to_string())
}

struct Certificates {
    leaf: Certificate,
    leaf_der: Vec<u8>,
    others: Vec<Vec<u8>>,
}

fn split_certificates(
    data: &SignedData,
    sid: &SignerIdentifier,
) -> Result<Certificates, VerifyError> {
    let mut leaf = None;
    let mut others = Vec::new();
    for choice in data.certificates.iter().flat_map(|set| set.0.iter()) {
        let CertificateChoices::Certificate(certificate) = choice else {
            continue;
        };
        let der = certificate.to_der().map_err(malformed)?;
        if leaf.is_none() && identifies(sid, certificate) {
            leaf = Some((certificate.clone(), der));
        } else {
            others.push(der);
        }
    }
    let (leaf, leaf_der) = leaf.ok_or(VerifyError::SignerCertificateMissing)?;
    Ok(Certificates {
        leaf,
        leaf_der,
        others,
    })
}

fn identifies(sid: &SignerIdentifier, certificate: &Certificate) -> bool {
    let body = &certificate.tbs_certificate;
    match sid {
        SignerIdentifier::IssuerAndSerialNumber(named) => {
            body.issuer == named.issuer && body.serial_number == named.serial_number
        }
        SignerIdentifier::SubjectKeyIdentifier(named) => {
            matches!(body.get::<SubjectKeyIdentifier>(), Ok(Some((_, identifier))) if identifier == *named)
        }
    }
}

/// Some producers put the content in although it travels beside; then both must be the same.
fn check_embedded(data: &SignedData, content_sha256: &[u8; 32]) -> Result<(), VerifyError> {
    let Some(content) = &data.encap_content_info.econtent else {
        return Ok(());
    };
    let content = content.decode_as::<OctetString>().map_err(malformed)?;
    if Sha256::digest(content.as_bytes()).as_slice() == content_sha256 {
        Ok(())
    } else {
        Err(VerifyError::ContentChanged)
    }
}

fn required<'a>(
    attributes: &'a SignedAttributes,
    oid: ObjectIdentifier,
    name: &'static str,
) -> Result<&'a Any, VerifyError> {
    match single(attributes, oid) {
        SingleValue::One(value) => Ok(value),
        SingleValue::Missing | SingleValue::Repeated => Err(VerifyError::WrongAttributes(name)),
    }
}

fn check_content(
    attributes: &SignedAttributes,
    content_type: ObjectIdentifier,
    sha256: &[u8; 32],
) -> Result<(), VerifyError> {
    let named = required(attributes, rfc5911::ID_CONTENT_TYPE, "contentType")?
        .decode_as::<ObjectIdentifier>()
        .map_err(malformed)?;
    if named != content_type {
        return Err(VerifyError::WrongAttributes("contentType"));
    }
    let digest = required(attributes, rfc5911::ID_MESSAGE_DIGEST, "messageDigest")?
        .decode_as::<OctetString>()
        .map_err(malformed)?;
    if digest.as_bytes() == sha256 {
        Ok(())
    } else {
        Err(VerifyError::ContentChanged)
    }
}

fn check_binding(
    attributes: &SignedAttributes,
    leaf: &Certificate,
    leaf_der: &[u8],
) -> Result<(), VerifyError> {
    let SingleValue::One(value) = single(attributes, rfc5911::ID_AA_SIGNING_CERTIFICATE_V_2) else {
        return Err(VerifyError::WrongSignerBinding);
    };
    match value
        .decode_as::<SigningCertificateV2>()
        .map_err(malformed)?
        .binds(leaf_der, leaf)
    {
        Binding::Same => Ok(()),
        Binding::Other => Err(VerifyError::WrongSignerBinding),
        Binding::UnsupportedHash(oid) => Err(unsupported(oid)),
    }
}

/// The signature covers the DER SET OF the attributes, not the implicitly tagged field in the CMS (RFC 5652 §5.4).
fn check_signature(
    info: &SignerInfo,
    attributes: &SignedAttributes,
    algorithm: SignatureAlgorithm,
    leaf: &Certificate,
) -> Result<(), VerifyError> {
    let message = attributes.to_der().map_err(malformed)?;
    let key = &leaf.tbs_certificate.subject_public_key_info;
    if algorithm.verifies(key, &message, info.signature.as_bytes()) {
        Ok(())
    } else {
        Err(VerifyError::SignatureMismatch)
    }
}

fn signing_time(attributes: &SignedAttributes) -> Result<Option<DateTime<Utc>>, VerifyError> {
    match single(attributes, rfc5911::ID_SIGNING_TIME) {
        SingleValue::Missing => Ok(None),
        SingleValue::Repeated => Err(VerifyError::WrongAttributes("signingTime")),
        SingleValue::One(value) => {
            let time = Time::from_der(&value.to_der().map_err(malformed)?).map_err(malformed)?;
            Ok(Some(instant::from_x509(time)))
        }
    }
}

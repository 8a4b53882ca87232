//! The signer of a CMS: attributes, binding and raw signature.

use chrono::{DateTime, Utc};
use cms::signed_data::{SignedAttributes, SignerInfo};
use const_oid::db::rfc5911;
use der::asn1::{Any, ObjectIdentifier, OctetString};
use der::{Decode, Encode};
use x509_cert::Certificate;
use x509_cert::time::Time;

use super::certificates::{Certificates, split};
use super::content::{Content, Known};
use super::{VerifyError, malformed, unsupported};
use crate::algorithm::{AcceptedAlgorithm, DigestAlgorithm};
use crate::cms::{
    Binding, Message, SigningCertificate, SigningCertificateV2, SingleValue, read, single, tokens,
};
use crate::instant;

/// A signer whose signature is sound, but whose certificate is not yet judged.
pub(crate) struct Signer {
    pub leaf: Certificate,
    pub leaf_der: Vec<u8>,
    /// The other certificates in the CMS.
    pub others: Vec<Vec<u8>>,
    pub crls: Vec<Vec<u8>>,
    pub ocsps: Vec<Vec<u8>>,
    pub signing_time: Option<DateTime<Utc>>,
    pub algorithm: AcceptedAlgorithm,
    /// The raw signature.
    pub signature: Vec<u8>,
    /// Signature time stamps, not yet judged.
    pub time_stamps: Vec<Vec<u8>>,
    /// The content inside, if any.
    pub content: Vec<u8>,
}

pub(crate) fn verify(cms: &[u8], content: &Content<'_>) -> Result<Signer, VerifyError> {
    let message = read(cms)?;
    let known = Known::of(content, &message.data)?;
    let info = match message.signer() {
        Ok(info) => info.clone(),
        Err(0) => return Err(VerifyError::NoSigner),
        Err(count) => return Err(VerifyError::MultipleSigners { count }),
    };
    let Message {
        data,
        certificates,
        crls,
        ocsps,
    } = message;
    let digest = DigestAlgorithm::of_identifier(info.digest_alg.oid)
        .ok_or_else(|| unsupported(info.digest_alg.oid))?;
    let Certificates {
        leaf,
        leaf_der,
        others,
    } = split(certificates, &info.sid)?;
    let key = &leaf.tbs_certificate.subject_public_key_info;
    let algorithm =
        AcceptedAlgorithm::of_signer(&info.signature_algorithm, info.digest_alg.oid, key)
            .map_err(unsupported)?;
    let attributes = info
        .signed_attrs
        .as_ref()
        .ok_or(VerifyError::WrongAttributes("none"))?;
    check_unique(attributes)?;
    check_content(
        attributes,
        data.encap_content_info.econtent_type,
        &known.digest(digest, info.digest_alg.oid)?,
    )?;
    let is_token = matches!(content, Content::Inside(_));
    check_binding(attributes, &leaf, &leaf_der, is_token)?;
    check_signature(&info, attributes, algorithm, &leaf)?;
    Ok(Signer {
        signing_time: signing_time(attributes)?,
        time_stamps: tokens(&info).map_err(malformed)?,
        signature: info.signature.into_bytes(),
        content: known.inside.unwrap_or_default(),
        leaf,
        leaf_der,
        others,
        crls,
        ocsps,
        algorithm,
    })
}

/// RFC 5652 §5.3 allows no attribute twice; which of two would count?
fn check_unique(attributes: &SignedAttributes) -> Result<(), VerifyError> {
    let repeated = |oid| attributes.iter().filter(|other| other.oid == oid).count() > 1;
    if attributes.iter().any(|attribute| repeated(attribute.oid)) {
        Err(VerifyError::WrongAttributes("repeated"))
    } else {
        Ok(())
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
    expected: &[u8],
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
    if digest.as_bytes() == expected {
        Ok(())
    } else {
        Err(VerifyError::ContentChanged)
    }
}

/// Signatures must name their certificate by SHA-2; tokens may do it the older way. Where both are given, both must agree.
fn check_binding(
    attributes: &SignedAttributes,
    leaf: &Certificate,
    leaf_der: &[u8],
    is_token: bool,
) -> Result<(), VerifyError> {
    let mut bindings = Vec::new();
    match single(attributes, rfc5911::ID_AA_SIGNING_CERTIFICATE_V_2) {
        SingleValue::One(value) => {
            let named: SigningCertificateV2 = value.decode_as().map_err(malformed)?;
            bindings.push(named.binds(leaf_der, leaf));
        }
        SingleValue::Missing if is_token => {}
        SingleValue::Missing | SingleValue::Repeated => {
            return Err(VerifyError::WrongSignerBinding);
        }
    }
    match single(attributes, rfc5911::ID_AA_SIGNING_CERTIFICATE) {
        SingleValue::One(value) => {
            let named: SigningCertificate = value.decode_as().map_err(malformed)?;
            bindings.push(named.binds(leaf_der, leaf));
        }
        SingleValue::Missing => {}
        SingleValue::Repeated => return Err(VerifyError::WrongSignerBinding),
    }
    if bindings.is_empty() {
        return Err(VerifyError::WrongSignerBinding);
    }
    bindings.into_iter().try_for_each(|binding| match binding {
        Binding::Same => Ok(()),
        Binding::Other => Err(VerifyError::WrongSignerBinding),
        Binding::UnsupportedHash(oid) => Err(unsupported(oid)),
    })
}

/// The signature covers the DER SET OF the attributes, not the implicitly tagged field in the CMS (RFC 5652 §5.4).
fn check_signature(
    info: &SignerInfo,
    attributes: &SignedAttributes,
    algorithm: AcceptedAlgorithm,
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

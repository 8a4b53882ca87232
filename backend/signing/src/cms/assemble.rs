//! Phase 2: the signature put into its envelope.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier,
    SignerInfo, SignerInfos,
};
use const_oid::db::{rfc5911, rfc5912};
use der::asn1::{Any, OctetString, SetOfVec};
use der::{Decode, Encode};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;

use super::{Binding, CmsError, SigningCertificateV2, SingleValue, single};
use crate::algorithm::{SignatureAlgorithm, normalise_signature};

/// Builds the DER CMS from the stored `attributes` of [`super::prepare()`] and the raw signature over them (ECDSA as DER or r||s).
///
/// `chain` is leaf first; it must begin with the certificate the attributes were prepared for. The signature itself is not checked here:
/// verify the result before relying on it. A time-stamp token belongs into the unsigned attributes, which are left out.
pub fn assemble(
    attributes: &[u8],
    algorithm: SignatureAlgorithm,
    signature: &[u8],
    chain: &[Vec<u8>],
) -> Result<Vec<u8>, CmsError> {
    let signed_attributes = SignedAttributes::from_der(attributes).map_err(CmsError::Attributes)?;
    let certificates = chain
        .iter()
        .enumerate()
        .map(|(index, der)| {
            Certificate::from_der(der).map_err(|source| CmsError::Certificate { index, source })
        })
        .collect::<Result<Vec<_>, _>>()?;
    let (leaf, leaf_der) = certificates
        .first()
        .zip(chain.first())
        .ok_or(CmsError::NoCertificate)?;
    check_binding(&signed_attributes, leaf, leaf_der)?;
    if SignatureAlgorithm::of_key(&leaf.tbs_certificate.subject_public_key_info)? != algorithm {
        return Err(CmsError::OtherAlgorithm(algorithm));
    }

    let sha256 = AlgorithmIdentifierOwned {
        oid: rfc5912::ID_SHA_256,
        parameters: None,
    };
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: leaf.tbs_certificate.issuer.clone(),
            serial_number: leaf.tbs_certificate.serial_number.clone(),
        }),
        digest_alg: sha256.clone(),
        signed_attrs: Some(signed_attributes),
        signature_algorithm: algorithm.identifier(),
        signature: OctetString::new(normalise_signature(algorithm, signature)?)?,
        unsigned_attrs: None,
    };
    let mut set = SetOfVec::new();
    for certificate in certificates {
        set.insert(CertificateChoices::Certificate(certificate))?;
    }
    let signed_data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![sha256])?,
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: rfc5911::ID_DATA,
            econtent: None,
        },
        certificates: Some(CertificateSet(set)),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![signer])?),
    };
    let content = Any::from_der(&signed_data.to_der()?)?;
    Ok(ContentInfo {
        content_type: rfc5911::ID_SIGNED_DATA,
        content,
    }
    .to_der()?)
}

/// A mix-up of stored attributes and certificate would only show as an invalid signature; say it here.
fn check_binding(
    attributes: &SignedAttributes,
    leaf: &Certificate,
    leaf_der: &[u8],
) -> Result<(), CmsError> {
    let SingleValue::One(value) = single(attributes, rfc5911::ID_AA_SIGNING_CERTIFICATE_V_2) else {
        return Err(CmsError::OtherCertificate);
    };
    let named = value
        .decode_as::<SigningCertificateV2>()
        .map_err(CmsError::Attributes)?;
    if named.binds(leaf_der, leaf) == Binding::Same {
        Ok(())
    } else {
        Err(CmsError::OtherCertificate)
    }
}

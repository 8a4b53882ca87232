//! SignedData around attributes and the signature over them.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier,
    SignerInfo, SignerInfos,
};
use const_oid::db::{rfc5911, rfc5912};
use der::asn1::{Any, ObjectIdentifier, OctetString, SetOfVec};
use der::{Decode, Encode};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;

use super::CmsError;
use crate::algorithm::{SignatureAlgorithm, normalise_signature};

/// What is under a signature besides the attributes.
pub(crate) enum Content<'a> {
    /// Data that travel beside the signature.
    Detached,
    /// Octets of this type, inside.
    Inside(ObjectIdentifier, &'a [u8]),
}

/// The raw signature over `attributes`, and by whom.
pub(crate) struct Signed<'a> {
    pub attributes: SignedAttributes,
    pub algorithm: SignatureAlgorithm,
    /// RSA as it is, ECDSA as DER or r||s.
    pub signature: &'a [u8],
    pub leaf: &'a Certificate,
}

/// The DER ContentInfo with one signer and these certificates.
pub(crate) fn envelope(
    signed: Signed<'_>,
    content: &Content<'_>,
    certificates: &[Certificate],
) -> Result<Vec<u8>, CmsError> {
    let sha256 = AlgorithmIdentifierOwned {
        oid: rfc5912::ID_SHA_256,
        parameters: None,
    };
    let body = &signed.leaf.tbs_certificate;
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: body.issuer.clone(),
            serial_number: body.serial_number.clone(),
        }),
        digest_alg: sha256.clone(),
        signed_attrs: Some(signed.attributes),
        signature_algorithm: signed.algorithm.identifier(),
        signature: OctetString::new(normalise_signature(signed.algorithm, signed.signature)?)?,
        unsigned_attrs: None,
    };
    let mut set = SetOfVec::new();
    for certificate in certificates {
        set.insert(CertificateChoices::Certificate(certificate.clone()))?;
    }
    // RFC 5652 §5.1: version 3 as soon as the content is of another type than data.
    let (version, econtent_type, econtent) = match content {
        Content::Detached => (CmsVersion::V1, rfc5911::ID_DATA, None),
        Content::Inside(kind, octets) => {
            let octets = OctetString::new(*octets)?;
            (
                CmsVersion::V3,
                *kind,
                Some(Any::from_der(&octets.to_der()?)?),
            )
        }
    };
    let signed_data = SignedData {
        version,
        digest_algorithms: SetOfVec::try_from(vec![sha256])?,
        encap_content_info: EncapsulatedContentInfo {
            econtent_type,
            econtent,
        },
        certificates: (!certificates.is_empty()).then_some(CertificateSet(set)),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![signer])?),
    };
    Ok(ContentInfo {
        content_type: rfc5911::ID_SIGNED_DATA,
        content: Any::from_der(&signed_data.to_der()?)?,
    }
    .to_der()?)
}

/// Reads a chain, leaf first.
pub(crate) fn read_chain(chain: &[Vec<u8>]) -> Result<Vec<Certificate>, CmsError> {
    chain
        .iter()
        .enumerate()
        .map(|(index, der)| {
            Certificate::from_der(der).map_err(|source| CmsError::Certificate { index, source })
        })
        .collect()
}

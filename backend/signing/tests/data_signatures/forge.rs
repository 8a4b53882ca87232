//! CMS and time stamps as a careless or dishonest producer would write them.

use chrono::{DateTime, Utc};
use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use const_oid::db::{rfc5911, rfc5912};
use der::asn1::{Any, GeneralizedTime, Int, ObjectIdentifier, OctetString, SetOfVec};
use der::{Decode, Encode};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;
use x509_cert::attr::Attribute;
use x509_tsp::{MessageImprint, TspVersion, TstInfo};

use super::bench::any;
use super::support::{Person, TSA_POLICY, digest};

pub const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");

pub fn attribute(oid: ObjectIdentifier, value: Any) -> Attribute {
    Attribute {
        oid,
        values: vec![value].try_into().unwrap(),
    }
}

/// signingCertificateV2 with the SHA-256 of a certificate.
pub fn ess(leaf: &[u8]) -> Attribute {
    let value = [
        &[0x30, 0x26, 0x30, 0x24, 0x30, 0x22, 0x04, 0x20][..],
        &digest(leaf),
    ]
    .concat();
    attribute(
        rfc5911::ID_AA_SIGNING_CERTIFICATE_V_2,
        Any::from_der(&value).unwrap(),
    )
}

/// The older signingCertificate, with SHA-1.
pub fn ess_v1(leaf: &[u8]) -> Attribute {
    let hash = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA1_FOR_LEGACY_USE_ONLY, leaf);
    let value = [
        &[0x30, 0x1a, 0x30, 0x18, 0x30, 0x16, 0x04, 0x14][..],
        hash.as_ref(),
    ]
    .concat();
    attribute(
        rfc5911::ID_AA_SIGNING_CERTIFICATE,
        Any::from_der(&value).unwrap(),
    )
}

/// contentType and messageDigest.
pub fn usual(kind: ObjectIdentifier, sha256: &[u8; 32]) -> Vec<Attribute> {
    let octets = OctetString::new(sha256.as_slice()).unwrap();
    vec![
        attribute(rfc5911::ID_CONTENT_TYPE, any(&kind)),
        attribute(rfc5911::ID_MESSAGE_DIGEST, any(&octets)),
    ]
}

/// Signs these attributes, whatever they are.
pub fn sign(
    person: &Person,
    attributes: Vec<Attribute>,
    kind: ObjectIdentifier,
    inside: Option<&[u8]>,
    certificates: &[Vec<u8>],
) -> Vec<u8> {
    let leaf = Certificate::from_der(&person.der).unwrap();
    let attributes: SetOfVec<Attribute> = attributes.try_into().unwrap();
    let signature = person.key.sign(&attributes.to_der().unwrap()).unwrap();
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
        signed_attrs: Some(attributes),
        signature_algorithm: AlgorithmIdentifierOwned {
            oid: rfc5912::ECDSA_WITH_SHA_256,
            parameters: None,
        },
        signature: OctetString::new(signature).unwrap(),
        unsigned_attrs: None,
    };
    let mut set = SetOfVec::new();
    for der in certificates {
        let certificate = Certificate::from_der(der).unwrap();
        set.insert(CertificateChoices::Certificate(certificate))
            .unwrap();
    }
    let data = SignedData {
        version: CmsVersion::V3,
        digest_algorithms: vec![sha256].try_into().unwrap(),
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: kind,
            econtent: inside.map(|octets| any(&OctetString::new(octets).unwrap())),
        },
        certificates: Some(CertificateSet(set)),
        crls: None,
        signer_infos: SignerInfos(vec![signer].try_into().unwrap()),
    };
    ContentInfo {
        content_type: rfc5911::ID_SIGNED_DATA,
        content: any(&data),
    }
    .to_der()
    .unwrap()
}

/// What a time stamp says, over a SHA-256.
pub fn tst_info(imprint: &[u8], hash: ObjectIdentifier, at: DateTime<Utc>) -> Vec<u8> {
    let at = std::time::Duration::from_secs(at.timestamp().try_into().unwrap());
    TstInfo {
        version: TspVersion::V1,
        policy: TSA_POLICY.parse().unwrap(),
        message_imprint: MessageImprint {
            hash_algorithm: AlgorithmIdentifierOwned {
                oid: hash,
                parameters: None,
            },
            hashed_message: OctetString::new(imprint).unwrap(),
        },
        serial_number: Int::new(&[1]).unwrap(),
        gen_time: GeneralizedTime::from_unix_duration(at).unwrap(),
        accuracy: None,
        ordering: false,
        nonce: None,
        tsa: None,
        extensions: None,
    }
    .to_der()
    .unwrap()
}

/// A token with this content and this binding to its certificate.
pub fn token(by: &Person, info: &[u8], binding: Attribute, certificates: &[Vec<u8>]) -> Vec<u8> {
    let mut attributes = usual(TST_INFO, &digest(info));
    attributes.push(binding);
    sign(by, attributes, TST_INFO, Some(info), certificates)
}

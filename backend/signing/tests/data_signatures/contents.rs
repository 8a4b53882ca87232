//! Content, attributes and the signature itself.

use const_oid::db::{rfc5911, rfc5912};
use der::Decode;
use der::asn1::{Any, ObjectIdentifier, OctetString, SetOfVec, UtcTime};

use super::bench::{any, edit, edit_signer, rows, set_attribute};
use super::forge::{self, attribute, ess, ess_v1, usual};
use super::support::{CONTENT, Person, ca, digest, now, stamped, subject};

const MESSAGE_DIGEST: &str = "1.2.840.113549.1.9.4";
const SIGNING_TIME: &str = "1.2.840.113549.1.9.5";
const MD5: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.2.5");

fn octets(bytes: &[u8]) -> Any {
    any(&OctetString::new(bytes).unwrap())
}

fn digest_algorithm(cms: &mut Vec<u8>, oid: ObjectIdentifier) {
    edit_signer(cms, |signer| signer.digest_alg.oid = oid);
}

fn signature_algorithm(cms: &mut Vec<u8>, oid: ObjectIdentifier) {
    edit_signer(cms, |signer| signer.signature_algorithm.oid = oid);
}

rows! {
    altered_content: "one bit of the content is flipped" => "content_changed",
        |case| case.content[7] ^= 1;
    digest_of_another_version: "the signature of version 1 is shown with version 2" => "content_changed",
        |case| case.content = "Hồ sơ 001, phiên bản 2".into();
    altered_digest: "content changed and messageDigest rewritten to match" => "signature_mismatch", |case| {
        case.content[7] ^= 1;
        set_attribute(&mut case.cms, MESSAGE_DIGEST, vec![octets(&digest(&case.content))]);
    };
    altered_signing_time: "the signed time is moved" => "signature_mismatch", |case| {
        let time = UtcTime::from_unix_duration(std::time::Duration::from_secs(1_700_000_000)).unwrap();
        set_attribute(&mut case.cms, SIGNING_TIME, vec![any(&time)]);
    };
    swapped_signature: "the raw signature is that of another document" => "signature_mismatch", |case| {
        let mut other = case.person.sign(b"another document");
        let mut raw = None;
        edit_signer(&mut other, |signer| raw = Some(signer.signature.clone()));
        edit_signer(&mut case.cms, |signer| signer.signature = raw.unwrap());
    };
    empty_signature: "the raw signature is empty" => "signature_mismatch",
        |case| edit_signer(&mut case.cms, |signer| signer.signature = OctetString::new([]).unwrap());
    flipped_signature: "one bit of the raw signature is flipped" => "signature_mismatch", |case| {
        edit_signer(&mut case.cms, |signer| {
            let mut raw = signer.signature.as_bytes().to_vec();
            *raw.last_mut().unwrap() ^= 1;
            signer.signature = OctetString::new(raw).unwrap();
        });
    };
    other_content_inside: "other content is put inside" => "content_changed",
        |case| edit(&mut case.cms, |data| data.encap_content_info.econtent = Some(octets(b"other")));
    no_attributes: "the signed attributes are taken out" => "wrong_attributes",
        |case| edit_signer(&mut case.cms, |signer| signer.signed_attrs = None);
    duplicated_attribute: "two messageDigests are signed, one of them right" => "wrong_attributes", |case| {
        let mut attributes = usual(rfc5911::ID_DATA, &digest(CONTENT));
        attributes.push(attribute(rfc5911::ID_MESSAGE_DIGEST, octets(&digest(b"other"))));
        attributes.push(ess(&case.person.der));
        case.cms = forge::sign(&case.person, attributes, rfc5911::ID_DATA, None, &ca().chain(&case.person.der));
    };
    duplicated_value: "messageDigest has two values, one of them right" => "wrong_attributes",
        |case| set_attribute(&mut case.cms, MESSAGE_DIGEST, vec![octets(&digest(CONTENT)), octets(&digest(b"other"))]);
    contradictory_type: "the signed contentType is another" => "wrong_attributes", |case| {
        let mut attributes = usual(forge::TST_INFO, &digest(CONTENT));
        attributes.push(ess(&case.person.der));
        case.cms = forge::sign(&case.person, attributes, rfc5911::ID_DATA, None, &ca().chain(&case.person.der));
    };
    no_binding: "the signature names no certificate" => "wrong_signer_binding", |case| {
        let attributes = usual(rfc5911::ID_DATA, &digest(CONTENT));
        case.cms = forge::sign(&case.person, attributes, rfc5911::ID_DATA, None, &ca().chain(&case.person.der));
    };
    binding_by_sha1: "the signature names its certificate by SHA-1 only" => "wrong_signer_binding", |case| {
        let mut attributes = usual(rfc5911::ID_DATA, &digest(CONTENT));
        attributes.push(ess_v1(&case.person.der));
        case.cms = forge::sign(&case.person, attributes, rfc5911::ID_DATA, None, &ca().chain(&case.person.der));
    };
    binding_to_another: "the signature names the certificate of somebody else" => "wrong_signer_binding", |case| {
        let mut attributes = usual(rfc5911::ID_DATA, &digest(CONTENT));
        attributes.push(ess(&Person::p256().der));
        case.cms = forge::sign(&case.person, attributes, rfc5911::ID_DATA, None, &ca().chain(&case.person.der));
    };
    certificate_exchanged: "another certificate for the same key is put in" => "wrong_signer_binding", |case| {
        let request = case.person.key.csr("x").unwrap();
        let other = ca().issue_person(&request, &subject("Người Khác"), [2; 16], now(), 365).unwrap();
        let chain = ca().chain(&other).into_iter().map(|der| {
            cms::cert::CertificateChoices::Certificate(x509_cert::Certificate::from_der(&der).unwrap())
        });
        let set = SetOfVec::try_from(chain.collect::<Vec<_>>()).unwrap();
        edit(&mut case.cms, |data| data.certificates.as_mut().unwrap().0 = set);
    };
    no_signer: "the signer is taken out" => "no_signer",
        |case| edit(&mut case.cms, |data| data.signer_infos.0 = SetOfVec::new());
    two_signers: "a second signer is added" => "multiple_signers", |case| {
        let mut other = Person::p256().sign(CONTENT);
        let mut second = None;
        edit_signer(&mut other, |signer| second = Some(signer.clone()));
        edit(&mut case.cms, |data| data.signer_infos.0.insert(second.unwrap()).unwrap());
    };
    no_certificate: "the certificates are taken out" => "signer_certificate_missing",
        |case| edit(&mut case.cms, |data| data.certificates = None);
    sha1: "the digest algorithm is SHA-1" => "unsupported_algorithm",
        |case| digest_algorithm(&mut case.cms, rfc5912::ID_SHA_1);
    md5: "the digest algorithm is MD5" => "unsupported_algorithm",
        |case| digest_algorithm(&mut case.cms, MD5);
    sha512_of_unseen_content: "SHA-512, where only a SHA-256 of the content is known" => "unsupported_algorithm", |case| {
        digest_algorithm(&mut case.cms, rfc5912::ID_SHA_512);
        signature_algorithm(&mut case.cms, rfc5912::ECDSA_WITH_SHA_512);
    };
    signature_with_sha1: "the signature algorithm is RSA with SHA-1" => "unsupported_algorithm", |case| {
        case.cms = stamped(&Person::rsa().sign(CONTENT), now());
        signature_algorithm(&mut case.cms, rfc5912::SHA_1_WITH_RSA_ENCRYPTION);
    };
    algorithm_of_another_key: "ECDSA is named for an RSA key" => "unsupported_algorithm", |case| {
        case.cms = stamped(&Person::rsa().sign(CONTENT), now());
        signature_algorithm(&mut case.cms, rfc5912::ECDSA_WITH_SHA_256);
    };
    two_hashes: "the signature hashes with another function than the digest" => "unsupported_algorithm",
        |case| signature_algorithm(&mut case.cms, rfc5912::ECDSA_WITH_SHA_384);
}

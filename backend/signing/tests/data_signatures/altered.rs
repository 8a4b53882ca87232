//! Signatures that somebody changed.

use cms::content_info::ContentInfo;
use cms::signed_data::{SignedData, SignerIdentifier};
use congvu_signing::verify::verify_detached;
use der::asn1::{Any, OctetString, SetOfVec, UtcTime};
use der::{Decode, Encode};
use x509_cert::Certificate;

use super::support::{CONTENT, Person, ca, digest, now, subject, trust};

fn edit(signature: &[u8], change: impl FnOnce(&mut SignedData)) -> Vec<u8> {
    let mut info = ContentInfo::from_der(signature).unwrap();
    let mut data: SignedData = info.content.decode_as().unwrap();
    change(&mut data);
    info.content = Any::from_der(&data.to_der().unwrap()).unwrap();
    info.to_der().unwrap()
}

fn set_attribute(data: &mut SignedData, oid: &str, value: Any) {
    let mut signer = data.signer_infos.0.get(0).unwrap().clone();
    let mut attributes = signer.signed_attrs.take().unwrap().into_vec();
    let attribute = attributes
        .iter_mut()
        .find(|attribute| attribute.oid.to_string() == oid)
        .unwrap();
    attribute.values = SetOfVec::try_from(vec![value]).unwrap();
    signer.signed_attrs = Some(attributes.try_into().unwrap());
    data.signer_infos.0 = vec![signer].try_into().unwrap();
}

fn code(signature: &[u8]) -> &'static str {
    verify_detached(signature, &digest(CONTENT), &trust(), now())
        .unwrap_err()
        .code()
}

#[test]
fn every_alteration_has_its_reason() {
    for person in [Person::rsa(), Person::p256()] {
        let signature = person.sign(CONTENT);
        let other = Person::p256().sign(CONTENT);

        let mut flipped = CONTENT.to_vec();
        flipped[7] ^= 1;
        assert_eq!(code(&person.sign(&flipped)), "content_changed");

        let new_digest = Any::from_der(
            &OctetString::new(digest(&flipped).to_vec())
                .unwrap()
                .to_der()
                .unwrap(),
        )
        .unwrap();
        let to_flipped = edit(&signature, |data| {
            set_attribute(data, "1.2.840.113549.1.9.4", new_digest)
        });
        let error = verify_detached(&to_flipped, &digest(&flipped), &trust(), now()).unwrap_err();
        assert_eq!(error.code(), "signature_mismatch");

        let time =
            UtcTime::from_unix_duration(std::time::Duration::from_secs(1_700_000_000)).unwrap();
        let time = Any::from_der(&time.to_der().unwrap()).unwrap();
        assert_eq!(
            code(&edit(&signature, |data| set_attribute(
                data,
                "1.2.840.113549.1.9.5",
                time
            ))),
            "signature_mismatch"
        );

        let two = edit(&signature, |data| {
            let more: SignedData = ContentInfo::from_der(&other)
                .unwrap()
                .content
                .decode_as()
                .unwrap();
            data.signer_infos
                .0
                .insert(more.signer_infos.0.get(0).unwrap().clone())
                .unwrap();
        });
        assert_eq!(code(&two), "multiple_signers");
        assert_eq!(
            code(&edit(&signature, |data| data.signer_infos.0 = SetOfVec::new())),
            "no_signer"
        );
        assert_eq!(
            code(&edit(&signature, |data| data.certificates = None)),
            "signer_certificate_missing"
        );

        for (content, expected) in [(CONTENT, None), (&flipped, Some("content_changed"))] {
            let inside =
                Any::from_der(&OctetString::new(content).unwrap().to_der().unwrap()).unwrap();
            let with_content = edit(&signature, |data| {
                data.encap_content_info.econtent = Some(inside)
            });
            let outcome = verify_detached(&with_content, &digest(CONTENT), &trust(), now());
            assert_eq!(outcome.err().map(|error| error.code()), expected);
        }

        let unsigned = edit(&signature, |data| {
            let mut signer = data.signer_infos.0.get(0).unwrap().clone();
            signer.signed_attrs = None;
            data.signer_infos.0 = vec![signer].try_into().unwrap();
        });
        assert_eq!(code(&unsigned), "wrong_attributes");

        let sha1 = edit(&signature, |data| {
            let mut signer = data.signer_infos.0.get(0).unwrap().clone();
            signer.digest_alg.oid = "1.3.14.3.2.26".parse().unwrap();
            data.signer_infos.0 = vec![signer].try_into().unwrap();
        });
        assert_eq!(code(&sha1), "unsupported_algorithm");
    }
}

/// Two certificates for one key: the raw signature verifies with both, so only the ESS attribute tells them apart.
#[test]
fn another_certificate_of_the_same_key_is_noticed() {
    let person = Person::rsa();
    let request = person.key.csr("x").unwrap();
    let renewed = ca()
        .issue_person(&request, &subject("Người Khác"), [7; 16], now(), 365)
        .unwrap();
    let swapped = edit(&person.sign(CONTENT), |data| {
        let certificate = Certificate::from_der(&renewed).unwrap();
        let mut signer = data.signer_infos.0.get(0).unwrap().clone();
        let SignerIdentifier::IssuerAndSerialNumber(named) = &mut signer.sid else {
            panic!("sid")
        };
        named.serial_number = certificate.tbs_certificate.serial_number.clone();
        data.signer_infos.0 = vec![signer].try_into().unwrap();
        data.certificates
            .as_mut()
            .unwrap()
            .0
            .insert(cms::cert::CertificateChoices::Certificate(certificate))
            .unwrap();
    });
    assert_eq!(code(&swapped), "wrong_signer_binding");
}

#[test]
fn garbage_is_malformed() {
    let signature = Person::p256().sign(CONTENT);
    let trailing = [signature.as_slice(), &[0]].concat();
    for bad in [
        &[][..],
        b"abc",
        &signature[..signature.len() - 1],
        &trailing,
        &digest(CONTENT),
    ] {
        assert_eq!(code(bad), "malformed");
    }
}

/// Every byte of a signature matters, or else does no harm: nothing but the exact signer is ever reported.
#[test]
fn no_flipped_byte_changes_the_signer() {
    let person = Person::p256();
    let signature = person.sign(CONTENT);
    for index in (0..signature.len()).step_by(7) {
        let mut flipped = signature.clone();
        flipped[index] ^= 0x10;
        if let Ok(verified) = verify_detached(&flipped, &digest(CONTENT), &trust(), now()) {
            assert_eq!(verified.leaf_der, person.der, "byte {index}");
        }
    }
}

/// The same signature as a streaming producer frames it: indefinite lengths around the outer layers.
#[test]
fn ber_is_accepted() {
    let signature = Person::rsa().sign(CONTENT);
    let info = ContentInfo::from_der(&signature).unwrap();
    let oid = info.content_type.to_der().unwrap();
    let inner = [&[0x30, 0x80][..], info.content.value(), &[0, 0]].concat();
    let ber = [
        &[0x30, 0x80][..],
        &oid,
        &[0xa0, 0x80],
        &inner,
        &[0, 0, 0, 0],
    ]
    .concat();
    assert!(ContentInfo::from_der(&ber).is_err());
    assert!(verify_detached(&ber, &digest(CONTENT), &trust(), now()).is_ok());
}

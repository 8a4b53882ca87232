//! Bytes that are no signature, or try to be too much of one.

use cms::cert::CertificateChoices;
use der::asn1::{Any, SetOfVec};
use der::{Decode, Encode};

use super::bench::{Case, edit, edit_signer, rows};
use super::support::digest;

/// A context tag or SEQUENCE with an indefinite length around everything, `depth` times.
fn indefinite(depth: usize, inner: &[u8]) -> Vec<u8> {
    [
        [0x30, 0x80].repeat(depth),
        inner.to_vec(),
        vec![0; 2 * depth],
    ]
    .concat()
}

fn definite(depth: usize) -> Vec<u8> {
    (0..depth).fold(vec![5, 0], |inner, _| {
        Any::new(der::Tag::Sequence, inner)
            .unwrap()
            .to_der()
            .unwrap()
    })
}

/// The signature with other bytes for the length of the outermost SEQUENCE, `30 82 xx xx`.
fn outer_length(case: &mut Case, length: &[u8]) {
    assert_eq!(case.cms[..2], [0x30, 0x82]);
    case.cms = [&[0x30], length, &case.cms[4..]].concat();
}

rows! {
    nothing: "no bytes at all" => "malformed", |case| case.cms.clear();
    garbage: "32 random bytes" => "malformed", |case| case.cms = digest(b"x").to_vec();
    text: "the signature as PEM text" => "malformed",
        |case| case.cms = b"-----BEGIN CMS-----\nMIIB\n-----END CMS-----\n".to_vec();
    cut_short: "the last byte is missing" => "malformed", |case| _ = case.cms.pop();
    trailing_byte: "one byte follows" => "malformed", |case| case.cms.push(0);
    trailing_signature: "a second signature follows" => "malformed", |case| case.cms.extend(case.cms.clone());
    other_content_type: "the envelope says that it is encrypted" => "malformed", |case| {
        let mut info = cms::content_info::ContentInfo::from_der(&case.cms).unwrap();
        info.content_type = const_oid::db::rfc5911::ID_ENVELOPED_DATA;
        case.cms = info.to_der().unwrap();
    };
    length_beyond_the_end: "a length reaches beyond the input" => "malformed",
        |case| outer_length(case, &[0x82, 0xff, 0xff]);
    length_of_five_bytes: "a length of five bytes" => "malformed",
        |case| outer_length(case, &[0x85, 0, 0, 0, 0x10, 0]);
    length_reserved: "the reserved length" => "malformed", |case| outer_length(case, &[0xff]);
    length_of_four_gigabytes: "a length of four gigabytes" => "malformed",
        |case| outer_length(case, &[0x84, 0xff, 0xff, 0xff, 0xff]);
    indefinite_without_end: "an indefinite length without its end" => "malformed",
        |case| outer_length(case, &[0x80]);
    indefinite_primitive: "an indefinite length where none is allowed" => "malformed",
        |case| case.cms = vec![0x30, 0x80, 0x04, 0x80, 0, 0, 0, 0];
    indefinite_deep: "100,000 nested indefinite lengths" => "too_large",
        |case| case.cms = indefinite(100_000, &[5, 0]);
    indefinite_around: "fifty indefinite lengths around a signature" => "too_large",
        |case| case.cms = indefinite(50, &case.cms);
    definite_deep: "a thousand nested sequences" => "too_large", |case| case.cms = definite(1000);
    many_certificates: "sixty-five certificates" => "too_large", |case| {
        edit(&mut case.cms, |data| {
            let set = data.certificates.as_mut().unwrap();
            let some = set.0.iter().next().unwrap().clone();
            let CertificateChoices::Certificate(some) = some else { panic!("certificate") };
            let many = (0..65u64).map(|number| {
                let mut other = some.clone();
                other.tbs_certificate.serial_number = number.into();
                CertificateChoices::Certificate(other)
            });
            set.0 = SetOfVec::try_from(many.collect::<Vec<_>>()).unwrap();
        });
    };
    many_attributes: "three hundred unsigned attributes" => "too_large", |case| {
        edit_signer(&mut case.cms, |signer| {
            let one = signer.unsigned_attrs.as_ref().unwrap().get(0).unwrap().clone();
            let many = (0..300u32).map(|number| {
                let mut other = one.clone();
                other.oid = der::asn1::ObjectIdentifier::from_arcs([1, 2, number]).unwrap();
                other
            });
            signer.unsigned_attrs = Some(SetOfVec::try_from(many.collect::<Vec<_>>()).unwrap());
        });
    };
    oversized: "33 megabytes of content inside" => "too_large", |case| {
        let inside = der::asn1::OctetString::new(vec![0; 33 << 20]).unwrap();
        edit(&mut case.cms, |data| {
            data.encap_content_info.econtent = Some(super::bench::any(&inside));
        });
    };
}

/// The same signature as a streaming producer frames it: indefinite lengths around the outer layers.
#[test]
fn ber_is_read() {
    let mut case = Case::sound();
    let info = cms::content_info::ContentInfo::from_der(&case.cms).unwrap();
    let oid = info.content_type.to_der().unwrap();
    let inner = [&[0x30, 0x80][..], info.content.value(), &[0, 0]].concat();
    let explicit = [&[0xa0, 0x80][..], &inner, &[0, 0]].concat();
    case.cms = [&[0x30, 0x80][..], &oid, &explicit, &[0, 0]].concat();
    assert!(cms::content_info::ContentInfo::from_der(&case.cms).is_err());
    assert_eq!(case.outcome(), "holds");
    // Only an inner layer is streamed.
    case.cms = [
        &oid[..],
        &Any::new(der::Tag::try_from(0xa0).unwrap(), inner)
            .unwrap()
            .to_der()
            .unwrap(),
    ]
    .concat();
    case.cms = Any::new(der::Tag::Sequence, case.cms.clone())
        .unwrap()
        .to_der()
        .unwrap();
    assert_eq!(case.outcome(), "holds");
}

/// Longer lengths than needed are BER, not a change of anything signed.
#[test]
fn a_long_length_is_read() {
    let mut case = Case::sound();
    let length = [0x83, 0, case.cms[2], case.cms[3]];
    outer_length(&mut case, &length);
    assert_eq!(case.outcome(), "holds");
}

/// Every byte of a stamped signature matters, or else does no harm: it panics nowhere and reports nobody else.
#[test]
fn no_flipped_byte_changes_what_is_reported() {
    let case = Case::sound();
    for index in (0..case.cms.len()).step_by(11) {
        let mut flipped = case.cms.clone();
        flipped[index] ^= 0x10;
        let outcome = congvu_signing::verify::verify_detached(
            &flipped,
            &digest(&case.content),
            &case.trust,
            case.at,
        );
        if let Ok(verified) = outcome {
            assert_eq!(verified.leaf_der, case.person.der, "byte {index}");
        }
    }
}

//! What holds.

use congvu_signing::algorithm::SignatureAlgorithm;
use congvu_signing::trust::AnchorLevel;
use congvu_signing::verify::verify_detached;

use super::support::{CONTENT, Person, ca, digest, later, now, trust, trust_with};

#[test]
fn both_algorithms_hold_and_report_the_signer() {
    let cases = [
        (
            Person::rsa(),
            SignatureAlgorithm::RsaPkcs1Sha256,
            "rsa-pkcs1-sha256",
            "Nguyễn Văn Được",
        ),
        (
            Person::p256(),
            SignatureAlgorithm::EcdsaP256Sha256,
            "ecdsa-p256-sha256",
            "Trần Thị Ưng",
        ),
    ];
    for (person, algorithm, stable_name, name) in cases {
        let verified =
            verify_detached(&person.sign(CONTENT), &digest(CONTENT), &trust(), now()).unwrap();
        assert_eq!(verified.algorithm.to_string(), stable_name);
        assert_eq!(verified.certificate.subject_common_name, name);
        assert_eq!(
            verified.certificate.uid.as_deref(),
            Some("CCCD:079012345678")
        );
        assert_eq!(
            verified.certificate.issuer_common_name,
            "CA cấp chứng thư thử nghiệm – UBND tỉnh Thử Nghiệm"
        );
        assert_eq!(verified.signing_time, Some(now()));
        assert_eq!(verified.anchor_level, AnchorLevel::Pilot);
        assert_eq!(
            verified.anchor_name,
            "CA gốc thử nghiệm – UBND tỉnh Thử Nghiệm"
        );
        assert_eq!(verified.leaf_der, person.der);
        assert_eq!(verified.chain, ca().chain(&person.der));
        assert_eq!(
            SignatureAlgorithm::of_certificate(&person.der),
            Ok(algorithm)
        );
    }
}

#[test]
fn a_seal_signs_too() {
    let (key, der) = ca()
        .issue_seal("Sở Nội vụ tỉnh Thử Nghiệm", [9; 16], now())
        .unwrap();
    let verified = verify_detached(
        &Person { key, der }.sign(CONTENT),
        &digest(CONTENT),
        &trust(),
        now(),
    )
    .unwrap();
    assert_eq!(
        verified.certificate.subject_common_name,
        "Sở Nội vụ tỉnh Thử Nghiệm"
    );
    assert!(
        verified.certificate.subject.contains("thử nghiệm"),
        "{}",
        verified.certificate.subject
    );
}

#[test]
fn a_certificate_revoked_later_was_good_before() {
    let person = Person::p256();
    let store = trust_with(&[person.revoked(later(2))], later(3));
    let signature = person.sign(CONTENT);
    assert!(verify_detached(&signature, &digest(CONTENT), &store, later(1)).is_ok());
    assert_eq!(
        verify_detached(&signature, &digest(CONTENT), &store, later(2))
            .unwrap_err()
            .code(),
        "revoked"
    );
}

/// Some producers put the content in although it travels beside.
#[test]
fn the_content_may_be_inside_too() {
    use congvu_signing::verify::verify_content;
    use der::asn1::OctetString;
    let mut cms = Person::rsa().sign(CONTENT);
    let inside = super::bench::any(&OctetString::new(CONTENT).unwrap());
    super::bench::edit(&mut cms, |data| {
        data.encap_content_info.econtent = Some(inside);
    });
    assert!(verify_detached(&cms, &digest(CONTENT), &trust(), now()).is_ok());
    assert!(verify_content(&cms, CONTENT, &trust(), now()).is_ok());
    let error = verify_content(&cms, b"other", &trust(), now()).unwrap_err();
    assert_eq!(error.code(), "content_changed");
}

#[test]
fn an_anchor_file_is_read() {
    use congvu_signing::{pem, trust::TrustStore};
    let [root_crl, issuing_crl] = ca().crls(&[], 1, now()).unwrap();
    let text = [
        "# Gốc thử nghiệm\n".to_owned(),
        pem::certificate(ca().root_der()).unwrap(),
        pem::certificate(ca().issuing_der()).unwrap(),
        pem::crl(&root_crl).unwrap(),
        pem::crl(&issuing_crl).unwrap(),
    ];
    let mut store = TrustStore::default();
    assert_eq!(
        store.add_pem(&text.concat(), AnchorLevel::Pilot).unwrap(),
        4
    );
    assert_eq!(store, trust());
    assert!(store.add_pem("nothing", AnchorLevel::Pilot).is_err());
}

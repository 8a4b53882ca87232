//! Revocation: lists and OCSP answers.

use chrono::{DateTime, TimeDelta, Utc};
use congvu_signing::ocsp;
use congvu_signing::pilot_ca::{OcspResponder, PilotCa, RevokedCertificate};
use rcgen::{
    CertificateRevocationListParams, ExtendedKeyUsagePurpose, KeyIdMethod, RevokedCertParams,
    SerialNumber,
};

use super::bench::{Case, authority, issue, offset, p256, rows, stranger};
use super::support::{Person, ca, later, now, trust, trust_with};

/// The answer of the pilot authority about a certificate, asked at `at`.
fn answer(der: &[u8], revoked: &[RevokedCertificate], at: DateTime<Utc>) -> Vec<u8> {
    let request = ocsp::request(der, ca().issuing_der(), None).unwrap();
    ca().ocsp_response(&request, revoked, |_| true, at)
}

/// An answer signed by a key with this certificate instead of the authority's.
fn answer_by(responder: Person, about: &[u8], from: &PilotCa) -> Vec<u8> {
    let request = ocsp::request(about, from.issuing_der(), None).unwrap();
    let responder = OcspResponder::new(Box::new(responder.key), responder.der).unwrap();
    from.ocsp_response_by(&responder, &request, &[], |_| true, now())
}

fn responder(change: impl FnOnce(&mut rcgen::CertificateParams)) -> Person {
    issue(p256(), |profile| {
        profile.extended_key_usages = vec![ExtendedKeyUsagePurpose::OcspSigning];
        profile.custom_extensions = vec![rcgen::CustomExtension::from_oid_content(
            &[1, 3, 6, 1, 5, 5, 7, 48, 1, 5],
            vec![5, 0],
        )];
        change(profile);
    })
}

/// Judged by the root's list and these answers, without a time stamp.
fn by_ocsp(case: &mut Case, answers: Vec<Vec<u8>>) {
    case.without_time_stamp();
    case.trust.crls.truncate(1);
    case.trust.ocsps = answers;
}

/// A list as rcgen makes it: of either authority, and silent about expired certificates.
fn list(of: &str, revoked_certs: Vec<RevokedCertParams>, at: DateTime<Utc>) -> Vec<u8> {
    let list = CertificateRevocationListParams {
        this_update: offset(at),
        next_update: offset(at + TimeDelta::days(7)),
        crl_number: 9u64.into(),
        issuing_distribution_point: None,
        revoked_certs,
        key_identifier_method: KeyIdMethod::Sha256,
    };
    list.signed_by(&authority(of)).unwrap().der().to_vec()
}

/// A list of the root, which the library leaves empty, with the issuing authority on it.
fn root_list_revoking_the_authority() -> Vec<u8> {
    use der::Decode;
    let issuing = x509_cert::Certificate::from_der(ca().issuing_der()).unwrap();
    let serial = issuing.tbs_certificate.serial_number;
    let entry = RevokedCertParams {
        serial_number: SerialNumber::from_slice(serial.as_bytes()),
        revocation_time: offset(now()),
        reason_code: None,
        invalidity_date: None,
    };
    list("root", vec![entry], now())
}

rows! {
    revoked_before_the_time_stamp: "revoked an hour before the time stamp" => "revoked",
        |case| case.trust = trust_with(&[case.person.revoked(now() - TimeDelta::hours(1))], now());
    revoked_at_the_time_stamp: "revoked in the very second stamped" => "revoked",
        |case| case.trust = trust_with(&[case.person.revoked(now())], now());
    revoked_without_time_stamp: "revoked after signing; nothing proves that it was after" => "revoked", |case| {
        case.without_time_stamp();
        case.trust = trust_with(&[case.person.revoked(now() + TimeDelta::hours(1))], later(1));
    };
    authority_revoked: "the root revoked the issuing authority" => "revoked", |case| {
        case.without_time_stamp();
        case.trust.crls[0] = root_list_revoking_the_authority();
    };
    no_list: "no revocation list is at hand" => "revocation_unknown", |case| {
        case.without_time_stamp();
        case.trust.crls.clear();
    };
    no_list_of_the_root: "only the list of the issuing authority is at hand" => "revocation_unknown", |case| {
        case.without_time_stamp();
        case.trust.crls.remove(0);
    };
    stale_list: "the newest list should have been replaced a day ago" => "crl_expired", |case| {
        case.without_time_stamp();
        case.at = later(8);
    };
    struck_off_after_expiry: "the list is from after the certificate's end and does not say that it keeps such" => "revocation_unknown", |case| {
        case.at = later(400);
        case.trust = trust_with(&[], case.at);
        case.trust.crls[1] = list("issuing", vec![], case.at);
    };
    forged_list: "the list is signed by a namesake" => "revocation_unknown", |case| {
        case.without_time_stamp();
        case.trust.crls = stranger().crls(&[], 1, now()).unwrap().into();
    };
    altered_list: "one bit of the list's signature is flipped" => "revocation_unknown", |case| {
        case.without_time_stamp();
        *case.trust.crls[1].last_mut().unwrap() ^= 1;
    };
    older_list_beside: "an older list without the revocation is brought along" => "revoked", |case| {
        case.without_time_stamp();
        let newer = trust_with(&[case.person.revoked(later(1))], later(1));
        case.trust.crls.extend(newer.crls);
    };
    revoked_by_ocsp: "the responder says revoked" => "revoked", |case| {
        let answer = answer(&case.person.der, &[case.person.revoked(now())], now());
        by_ocsp(case, vec![answer]);
    };
    ocsp_newer_than_the_list: "the list is from before, the answer from after the revocation" => "revoked", |case| {
        case.without_time_stamp();
        case.trust.ocsps = vec![answer(&case.person.der, &[case.person.revoked(later(1))], later(1))];
    };
    list_newer_than_the_ocsp: "the answer is from before, the list from after the revocation" => "revoked", |case| {
        case.without_time_stamp();
        case.trust = trust_with(&[case.person.revoked(now() + TimeDelta::hours(1))], now() + TimeDelta::hours(2));
        case.trust.ocsps = vec![answer(&case.person.der, &[], now())];
    };
    ocsp_unknown: "the responder does not know the certificate" => "ocsp_unknown", |case| {
        let request = ocsp::request(&case.person.der, ca().issuing_der(), None).unwrap();
        by_ocsp(case, vec![ca().ocsp_response(&request, &[], |_| false, now())]);
    };
    ocsp_stale: "the answer was good for a day, two days ago" => "ocsp_expired", |case| {
        let answer = answer(&case.person.der, &[], now() - TimeDelta::days(1));
        by_ocsp(case, vec![answer]);
    };
    ocsp_about_another: "the answer is about another certificate" => "revocation_unknown",
        |case| by_ocsp(case, vec![answer(&Person::enrol(p256(), "Khác", 77).der, &[], now())]);
    ocsp_of_another_authority: "the answer is about the same number of another authority" => "revocation_unknown", |case| {
        let request = ocsp::request(&case.person.der, stranger().issuing_der(), None).unwrap();
        by_ocsp(case, vec![stranger().ocsp_response(&request, &[], |_| true, now())]);
    };
    ocsp_refused: "the responder gave no answer" => "revocation_unknown",
        |case| by_ocsp(case, vec![ca().ocsp_response(b"rubbish", &[], |_| true, now())]);
    ocsp_garbage: "the answer is rubbish" => "revocation_unknown",
        |case| by_ocsp(case, vec![b"rubbish".to_vec()]);
    ocsp_altered: "one bit of the answer's signature is flipped" => "ocsp_wrong_responder", |case| {
        let mut answer = answer(&case.person.der, &[], now());
        let signature = answer.windows(4).position(|window| window == [0x03, 0x82, 0x01, 0x81]).unwrap();
        answer[signature + 40] ^= 1;
        by_ocsp(case, vec![answer]);
    };
    ocsp_by_a_stranger: "the answer is signed by a responder of another authority" => "ocsp_wrong_responder", |case| {
        let key = p256();
        let der = stranger().issue_ocsp_responder(&key.public_key(), [5; 16], now()).unwrap();
        by_ocsp(case, vec![answer_by(Person { key, der }, &case.person.der, ca())]);
    };
    ocsp_by_an_expired_responder: "the responder's certificate had run out" => "ocsp_wrong_responder", |case| {
        let late = responder(|profile| profile.not_after = offset(now() - TimeDelta::days(1)));
        by_ocsp(case, vec![answer_by(late, &case.person.der, ca())]);
    };
    ocsp_by_an_unchecked_responder: "nothing is known of the revocation of the responder" => "ocsp_wrong_responder", |case| {
        let unchecked = responder(|profile| profile.custom_extensions.clear());
        by_ocsp(case, vec![answer_by(unchecked, &case.person.der, ca())]);
    };
    ocsp_by_a_responder_that_may_not_sign: "the responder's key is for other uses" => "ocsp_wrong_responder", |case| {
        let wrong = responder(|profile| profile.key_usages = vec![rcgen::KeyUsagePurpose::KeyAgreement]);
        by_ocsp(case, vec![answer_by(wrong, &case.person.der, ca())]);
    };
    ocsp_by_a_person: "the answer is signed by an official, who may not" => "ocsp_wrong_responder", |case| {
        let official = Person::enrol(p256(), "Người Khác", 78);
        let mut answer = answer_by(responder(|_| ()), &case.person.der, ca());
        super::bench::resign_ocsp(&mut answer, &official);
        by_ocsp(case, vec![answer]);
    };
}

/// What is good by answer alone, from the authority or its delegate, without any list of the issuing authority.
#[test]
fn answers_replace_lists() {
    let delegate = {
        let key = p256();
        let der = ca()
            .issue_ocsp_responder(&key.public_key(), [5; 16], now())
            .unwrap();
        Person { key, der }
    };
    let mut case = Case::sound();
    case.at = now() + TimeDelta::hours(1);
    let own = answer(&case.person.der, &[], now());
    let delegated = answer_by(delegate, &case.person.der, ca());
    for answers in [vec![own], vec![delegated]] {
        by_ocsp(&mut case, answers);
        assert_eq!(case.outcome(), "holds");
    }
    // A delegate without ocsp-nocheck is looked up in the lists.
    let listed = responder(|profile| profile.custom_extensions.clear());
    case.trust.ocsps = vec![answer_by(listed, &case.person.der, ca())];
    assert_eq!(case.outcome(), "ocsp_wrong_responder");
    case.trust.crls = trust().crls;
    assert_eq!(case.outcome(), "holds");
    // Revoked only after the time judged at.
    let later_on = answer(&case.person.der, &[case.person.revoked(later(1))], later(1));
    by_ocsp(&mut case, vec![later_on]);
    assert_eq!(case.outcome(), "holds");
}

#[test]
fn revoked_after_the_time_stamp_holds() {
    let mut case = Case::sound();
    let soon = now() + TimeDelta::seconds(1);
    case.trust = trust_with(&[case.person.revoked(soon)], later(1));
    assert_eq!(case.outcome(), "holds");
}

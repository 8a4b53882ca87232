//! Time stamps on a signature.

use chrono::{DateTime, TimeDelta, Utc};
use congvu_signing::pilot_ca::PilotCa;
use congvu_signing::trust::AnchorLevel;
use congvu_signing::tsp::{self, Tsa};
use const_oid::db::rfc5912;
use der::asn1::OctetString;
use rcgen::{CustomExtension, ExtendedKeyUsagePurpose};

use super::bench::{Case, any, edit, edit_signer, issue, offset, p256, rows, stranger};
use super::forge::{ess, ess_v1, token, tst_info};
use super::support::{CONTENT, Person, TSA_POLICY, ca, digest, later, now, trust_with, tsa};

/// A time-stamp authority under `authority`.
fn tsa_of(authority: &PilotCa) -> (Tsa, Vec<u8>) {
    let key = p256();
    let der = authority
        .issue_tsa(&key.public_key(), [31; 16], now())
        .unwrap();
    let chain = authority.chain(&der);
    (Tsa::new(Box::new(key), chain, TSA_POLICY).unwrap(), der)
}

/// Extended key usage timeStamping and nothing else, critical.
fn stamping(profile: &mut rcgen::CertificateParams) {
    let mut usage = CustomExtension::from_oid_content(
        &[2, 5, 29, 37],
        vec![0x30, 0x0a, 0x06, 0x08, 43, 6, 1, 5, 5, 7, 3, 8],
    );
    usage.set_criticality(true);
    profile.custom_extensions = vec![usage];
}

fn good_info(case: &Case, at: DateTime<Utc>) -> Vec<u8> {
    tst_info(&case.imprint(), rfc5912::ID_SHA_256, at)
}

/// Stamped by a certificate of the pilot authority with these contents.
fn stamped_by(case: &mut Case, change: impl FnOnce(&mut rcgen::CertificateParams)) {
    let by = issue(p256(), change);
    let forged = token(
        &by,
        &good_info(case, now()),
        ess(&by.der),
        &ca().chain(&by.der),
    );
    case.with_tokens(&[forged]);
}

fn good_token(case: &Case, at: DateTime<Utc>) -> Vec<u8> {
    tsa().stamp(&case.imprint(), [9; 16], at).unwrap()
}

/// A good token, changed.
fn changed(case: &mut Case, change: impl FnOnce(&mut Vec<u8>)) {
    let mut token = good_token(case, now());
    change(&mut token);
    case.with_tokens(&[token]);
}

rows! {
    foreign_time_stamp: "the time stamp is that of another signature" => "time_stamp_foreign",
        |case| case.with_tokens(&[tsa().stamp(&digest(b"another signature"), [9; 16], now()).unwrap()]);
    time_stamp_of_the_content: "the time stamp covers the content, not the signature" => "time_stamp_foreign",
        |case| case.with_tokens(&[tsa().stamp(&digest(CONTENT), [9; 16], now()).unwrap()]);
    time_stamp_before_the_signature: "stamped ten minutes before the signed time" => "time_stamp_before_signing", |case| {
        case.sign_by(issue(p256(), |_| ()));
        case.with_tokens(&[token_at(case, now() - TimeDelta::minutes(10))]);
    };
    time_stamp_before_the_certificate: "stamped before the certificate began" => "time_stamp_before_certificate",
        |case| case.with_tokens(&[token_at(case, now() - TimeDelta::days(1))]);
    time_stamp_after_the_certificate: "stamped when the certificate had run out" => "expired", |case| {
        case.at = later(400);
        case.trust = trust_with(&[], later(400));
        case.with_tokens(&[good_token(case, later(366))]);
    };
    untrusted_time_stamp_authority: "nobody trusted certified the time-stamp authority" => "time_stamp_untrusted",
        |case| case.with_tokens(&[tsa_of(stranger()).0.stamp(&case.imprint(), [9; 16], now()).unwrap()]);
    revoked_time_stamp_authority: "the time-stamp authority was revoked" => "time_stamp_authority_revoked", |case| {
        let (tsa, der) = tsa_of(ca());
        case.with_tokens(&[tsa.stamp(&case.imprint(), [9; 16], now()).unwrap()]);
        let revoked = Person { key: p256(), der }.revoked(now());
        case.trust = trust_with(&[revoked], now());
    };
    expired_time_stamp_authority: "the time-stamp authority's certificate ran out since" => "time_stamp_authority_expired", |case| {
        case.at = later(6 * 365);
        case.trust = trust_with(&[], case.at);
    };
    time_stamp_revocation_unknown: "no list says whether the time-stamp authority is revoked" => "time_stamp_revocation_unknown",
        |case| case.trust.crls.clear();
    time_stamp_revocation_stale: "the lists for the time-stamp authority are too old" => "time_stamp_revocation_expired",
        |case| case.at = later(8);
    time_stamp_outside_its_certificate: "stamped before the time-stamp authority was certified" => "time_stamp_outside_certificate", |case| {
        stamped_by(case, |profile| {
            stamping(profile);
            profile.not_before = offset(now() + TimeDelta::hours(1));
        });
    };
    usage_not_critical: "timeStamping is not critical in the authority's certificate" => "time_stamp_wrong_usage",
        |case| stamped_by(case, |profile| profile.extended_key_usages = vec![ExtendedKeyUsagePurpose::TimeStamping]);
    usage_with_others: "the authority's certificate has a second purpose" => "time_stamp_wrong_usage", |case| {
        stamped_by(case, |profile| {
            profile.extended_key_usages =
                vec![ExtendedKeyUsagePurpose::TimeStamping, ExtendedKeyUsagePurpose::EmailProtection];
        });
    };
    stamped_by_an_official: "an official's certificate stamps" => "time_stamp_wrong_usage",
        |case| stamped_by(case, |_| ());
    time_stamp_required: "a time stamp is required and there is none" => "time_stamp_missing", |case| {
        case.without_time_stamp();
        case.trust.time_stamp_required = true;
    };
    second_time_stamp_bad: "of two time stamps one is foreign" => "time_stamp_foreign", |case| {
        let good = good_token(case, now());
        case.with_tokens(&[good, tsa().stamp(&digest(b"x"), [10; 16], now()).unwrap()]);
    };
    time_stamp_altered: "the time inside the token is moved" => "time_stamp_altered", |case| {
        let earlier = good_info(case, now() - TimeDelta::minutes(1));
        changed(case, |token| {
            let octets = any(&OctetString::new(earlier).unwrap());
            edit(token, |data| data.encap_content_info.econtent = Some(octets));
        });
    };
    time_stamp_signature_flipped: "one bit of the token's signature is flipped" => "time_stamp_signature_mismatch", |case| {
        changed(case, |token| {
            edit_signer(token, |signer| {
                let mut raw = signer.signature.as_bytes().to_vec();
                *raw.last_mut().unwrap() ^= 1;
                signer.signature = OctetString::new(raw).unwrap();
            });
        });
    };
    time_stamp_names_another: "the token names another certificate than its own" => "time_stamp_wrong_signer_binding", |case| {
        let by = issue(p256(), stamping);
        let forged = token(&by, &good_info(case, now()), ess(&case.person.der), &ca().chain(&by.der));
        case.with_tokens(&[forged]);
    };
    time_stamp_without_certificate: "the token comes without its certificate" => "time_stamp_certificate_missing",
        |case| changed(case, |token| edit(token, |data| data.certificates = None));
    time_stamp_over_sha1: "the token covers a SHA-1" => "time_stamp_unsupported_algorithm", |case| {
        let by = issue(p256(), stamping);
        let info = tst_info(&[7; 20], rfc5912::ID_SHA_1, now());
        case.with_tokens(&[token(&by, &info, ess(&by.der), &ca().chain(&by.der))]);
    };
    signature_as_time_stamp: "a signature stands where the token should" => "time_stamp_malformed",
        |case| case.with_tokens(&[case.person.sign(CONTENT)]);
    rubbish_as_time_stamp: "the token is not CMS" => "time_stamp_malformed",
        |case| case.with_tokens(&[vec![0x04, 0x02, 0xaa, 0xbb]]);
    time_stamp_of_lower_level: "an official signature with a pilot time stamp, official required" => "time_stamp_level_too_low", |case| {
        let key = p256();
        let request = key.csr("x").unwrap();
        let der = stranger()
            .issue_person(&request, &super::support::subject("x"), [4; 16], now(), 365)
            .unwrap();
        case.sign_by(Person { key, der });
        case.with_tokens(&[good_token(case, now())]);
        let mut official = stranger().trust_store(stranger().crls(&[], 1, now()).unwrap()).unwrap();
        official.anchors[0].level = AnchorLevel::Official;
        case.trust.anchors.extend(official.anchors);
        case.trust.intermediates.extend(official.intermediates);
        case.trust.crls.extend(official.crls);
        assert_eq!(case.outcome(), "holds", "without the requirement");
        case.trust.minimum_level = Some(AnchorLevel::Official);
    };
    too_many_time_stamps: "seventeen time stamps" => "too_large", |case| {
        let tokens: Vec<_> = (0..17)
            .map(|number| tsa().stamp(&case.imprint(), [number; 16], now()).unwrap())
            .collect();
        case.with_tokens(&tokens);
    };
}

/// A token of an earlier time than the pilot's time-stamp authority has.
fn token_at(case: &Case, at: DateTime<Utc>) -> Vec<u8> {
    let by = issue(p256(), stamping);
    token(
        &by,
        &good_info(case, at),
        ess(&by.der),
        &ca().chain(&by.der),
    )
}

#[test]
fn tokens_of_others_are_read() {
    let mut case = Case::sound();
    let by = issue(p256(), stamping);
    let chain = ca().chain(&by.der);
    // The older binding, and a clock within the tolerance.
    let early = good_info(&case, now() - TimeDelta::minutes(4));
    case.with_tokens(&[token(&by, &early, ess_v1(&by.der), &chain)]);
    assert_eq!(case.outcome(), "holds");
    // Another hash of the same signature.
    let mut raw = None;
    edit_signer(&mut case.cms, |signer| {
        raw = Some(signer.signature.as_bytes().to_vec())
    });
    let sha512 = congvu_signing::algorithm::DigestAlgorithm::Sha512.digest(&raw.unwrap());
    let info = tst_info(&sha512, rfc5912::ID_SHA_512, now());
    case.with_tokens(&[token(&by, &info, ess(&by.der), &chain)]);
    assert_eq!(case.outcome(), "holds");
    // Both bindings, one of them to another certificate.
    let mut attributes = super::forge::usual(super::forge::TST_INFO, &digest(&info));
    attributes.extend([ess(&by.der), ess_v1(&case.person.der)]);
    let both = super::forge::sign(&by, attributes, super::forge::TST_INFO, Some(&info), &chain);
    case.with_tokens(&[both]);
    assert_eq!(case.outcome(), "time_stamp_wrong_signer_binding");
}

/// A time with a fraction, which the time type of the DER library cannot hold.
#[test]
fn fractions_of_a_second_are_read() {
    let case = Case::sound();
    let whole = good_info(&case, now());
    let at = whole
        .windows(2)
        .position(|window| window == [0x18, 0x0f])
        .unwrap();
    let mut info = [
        &whole[..at],
        &[0x18, 0x13],
        &whole[at + 2..at + 16],
        b".250Z",
        &whole[at + 17..],
    ]
    .concat();
    info[1] += 4;
    let by = issue(p256(), stamping);
    let forged = token(&by, &info, ess(&by.der), &ca().chain(&by.der));
    let verified = tsp::verify(&forged, &case.imprint(), &case.trust, case.at).unwrap();
    assert_eq!(verified.at, now() + TimeDelta::milliseconds(250));
}

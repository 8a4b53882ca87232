//! Certificates and their authorities.

use chrono::TimeDelta;
use congvu_signing::software_key::SoftwareKey;
use congvu_signing::trust::{AnchorLevel, TrustStore};
use rcgen::{BasicConstraints, IsCa, Issuer, KeyPair, KeyUsagePurpose, SubjectPublicKeyInfo};

use super::bench::{Case, issue, offset, p256, rows, stranger};
use super::support::{Person, ca, later, now, trust_with};

/// A signer whose certificate has these key usages.
fn with_usage(case: &mut Case, usages: &[KeyUsagePurpose]) {
    case.sign_by(issue(p256(), |profile| {
        profile.key_usages = usages.to_vec()
    }));
}

rows! {
    expired: "judged after the certificate's end, without a time stamp" => "expired", |case| {
        case.without_time_stamp();
        case.at = later(366);
        case.trust = trust_with(&[], case.at);
    };
    not_yet_valid: "judged before the certificate's beginning" => "not_yet_valid", |case| {
        case.without_time_stamp();
        case.at = now() - TimeDelta::hours(1);
    };
    usage_without_non_repudiation: "the key may only authenticate" => "wrong_key_usage",
        |case| with_usage(case, &[KeyUsagePurpose::DigitalSignature]);
    usage_for_encryption: "the key may only agree on keys" => "wrong_key_usage",
        |case| with_usage(case, &[KeyUsagePurpose::KeyAgreement]);
    usage_not_said: "the certificate does not say what the key may do" => "wrong_key_usage",
        |case| with_usage(case, &[]);
    certificate_of_a_time_stamp_authority: "a time-stamp authority signs a document" => "wrong_key_usage", |case| {
        let key = p256();
        let der = ca().issue_tsa(&key.public_key(), [21; 16], now()).unwrap();
        case.sign_by(Person { key, der });
    };
    no_anchor: "nobody is trusted" => "unknown_issuer", |case| {
        case.without_time_stamp();
        case.trust = TrustStore::default();
    };
    namesake_authority: "only an authority of the same name with other keys is trusted" => "unknown_issuer", |case| {
        case.without_time_stamp();
        case.trust = stranger().trust_store(stranger().crls(&[], 1, now()).unwrap()).unwrap();
    };
    self_made_certificate: "the signer made the certificate" => "unknown_issuer", |case| {
        let key = KeyPair::generate().unwrap();
        let mut profile = rcgen::CertificateParams::new(vec![]).unwrap();
        profile.not_before = offset(now());
        profile.key_usages = vec![KeyUsagePurpose::ContentCommitment];
        let der = profile.self_signed(&key).unwrap().der().to_vec();
        let key = SoftwareKey::from_pkcs8_pem(&key.serialize_pem()).unwrap();
        case.sign_by(Person { key, der });
    };
    certified_by_a_person: "the certificate was issued with a person's key" => "untrusted_path", |case| {
        let official = Person::p256();
        let signing = KeyPair::from_pem(&official.key.to_pkcs8_pem()).unwrap();
        let issuer = Issuer::from_ca_cert_der(&official.der.as_slice().into(), signing).unwrap();
        let key = p256();
        let mut profile = rcgen::CertificateParams::new(vec![]).unwrap();
        profile.not_before = offset(now());
        profile.key_usages = vec![KeyUsagePurpose::ContentCommitment];
        let public = SubjectPublicKeyInfo::from_der(&key.public_key()).unwrap();
        let der = profile.signed_by(&public, &issuer).unwrap().der().to_vec();
        case.trust.intermediates.push(official.der);
        case.sign_by(Person { key, der });
    };
    authority_as_signer: "an authority's certificate signs" => "untrusted_path", |case| {
        case.sign_by(issue(p256(), |profile| {
            profile.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
            profile.key_usages.push(KeyUsagePurpose::KeyCertSign);
        }));
    };
    unknown_critical_extension: "the certificate demands something unknown" => "untrusted_path", |case| {
        case.sign_by(issue(p256(), |profile| {
            let mut extension =
                rcgen::CustomExtension::from_oid_content(&[1, 3, 6, 1, 4, 1, 99_999, 1], vec![5, 0]);
            extension.set_criticality(true);
            profile.custom_extensions.push(extension);
        }));
    };
    pilot_where_official_is_required: "a pilot signature where only official ones count" => "level_too_low", |case| {
        case.without_time_stamp();
        case.trust.minimum_level = Some(AnchorLevel::Official);
    };
    pilot_where_public_is_required: "a pilot signature where public ones count" => "level_too_low", |case| {
        case.without_time_stamp();
        case.trust.minimum_level = Some(AnchorLevel::Public);
    };
}

#[test]
fn a_level_that_suffices_is_accepted() {
    let mut case = Case::sound();
    case.trust.minimum_level = Some(AnchorLevel::Pilot);
    assert_eq!(case.outcome(), "holds");
    case.trust.anchors[0].level = AnchorLevel::Official;
    for level in [AnchorLevel::Public, AnchorLevel::Official] {
        case.trust.minimum_level = Some(level);
        assert_eq!(case.outcome(), "holds", "{level:?}");
    }
}

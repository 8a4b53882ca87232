//! Certificates and revocation lists in every state.

use chrono::{DateTime, TimeDelta, Utc};
use congvu_signing::pilot_ca::PilotCa;
use congvu_signing::trust::TrustStore;
use congvu_signing::verify::{VerifyError, verify_detached};
use rcgen::{
    CertificateParams, CertificateRevocationListParams, CrlDistributionPoint,
    CrlIssuingDistributionPoint, Issuer, KeyIdMethod, KeyPair, KeyUsagePurpose,
    SubjectPublicKeyInfo,
};

use super::support::{CONTENT, Person, ca, config, digest, folder, later, now, trust, trust_with};

type Case = (
    &'static str,
    TrustStore,
    DateTime<Utc>,
    Result<(), VerifyError>,
);

fn check(person: &Person, store: &TrustStore, at: DateTime<Utc>) -> Result<(), VerifyError> {
    verify_detached(&person.sign(CONTENT), &digest(CONTENT), store, at).map(|_| ())
}

#[test]
fn every_state_has_its_reason() {
    let person = Person::p256();
    let end = later(365);
    let foreign = PilotCa::create(config(), now()).unwrap();
    let foreign = foreign
        .trust_store(foreign.crls(&[], 1, now()).unwrap())
        .unwrap();
    let [root_crl, issuing_crl] = ca().crls(&[], 1, now()).unwrap();
    let with_crls = |crls: Vec<Vec<u8>>| TrustStore { crls, ..trust() };
    let issuing_name = "CA cấp chứng thư thử nghiệm – UBND tỉnh Thử Nghiệm".to_owned();
    let root_name = "CA gốc thử nghiệm – UBND tỉnh Thử Nghiệm".to_owned();
    let cases: Vec<Case> = vec![
        ("good", trust(), now(), Ok(())),
        (
            "revoked",
            trust_with(&[person.revoked(now())], now()),
            now(),
            Err(VerifyError::Revoked { at: now() }),
        ),
        (
            "expired",
            trust_with(&[], end),
            end + TimeDelta::seconds(1),
            Err(VerifyError::Expired { not_after: end }),
        ),
        (
            "not yet valid",
            trust(),
            now() - TimeDelta::hours(1),
            Err(VerifyError::NotYetValid {
                not_before: now() - TimeDelta::minutes(5),
            }),
        ),
        // A namesake authority with other keys.
        (
            "foreign root",
            foreign,
            now(),
            Err(VerifyError::UnknownIssuer),
        ),
        (
            "no root",
            TrustStore::default(),
            now(),
            Err(VerifyError::UnknownIssuer),
        ),
        (
            "no CRL",
            with_crls(vec![]),
            now(),
            Err(VerifyError::RevocationUnknown {
                issuer: issuing_name.clone(),
            }),
        ),
        (
            "no CRL of the root",
            with_crls(vec![issuing_crl.clone()]),
            now(),
            Err(VerifyError::RevocationUnknown { issuer: root_name }),
        ),
        (
            "no CRL of the issuing authority",
            with_crls(vec![root_crl]),
            now(),
            Err(VerifyError::RevocationUnknown {
                issuer: issuing_name.clone(),
            }),
        ),
        (
            "stale CRL",
            trust(),
            later(8),
            Err(VerifyError::CrlExpired {
                issuer: issuing_name,
                next_update: later(7),
            }),
        ),
    ];
    for (name, store, at, expected) in cases {
        assert_eq!(check(&person, &store, at), expected, "{name}");
    }
}

/// Somebody with a revoked certificate may bring an older list along: the newest decides, whatever the order.
#[test]
fn an_older_list_does_not_hide_a_revocation() {
    let person = Person::p256();
    let old = trust_with(&[], now());
    let new = trust_with(&[person.revoked(later(1))], later(1));
    for crls in [
        [old.crls.clone(), new.crls.clone()],
        [new.crls.clone(), old.crls.clone()],
    ] {
        let store = TrustStore {
            crls: crls.concat(),
            ..trust()
        };
        assert_eq!(
            check(&person, &store, later(2)),
            Err(VerifyError::Revoked { at: later(1) })
        );
    }
}

/// Lists out of a file may be forged or rubbish; they neither help nor harm.
#[test]
fn lists_that_the_issuer_did_not_sign_are_ignored() {
    let person = Person::p256();
    let forger = PilotCa::create(config(), now()).unwrap();
    let forged = forger.crls(&[person.revoked(now())], 9, later(1)).unwrap();
    let mut broken = ca()
        .crls(&[person.revoked(now())], 9, later(1))
        .unwrap()
        .to_vec();
    broken
        .iter_mut()
        .for_each(|list| *list.last_mut().unwrap() ^= 1);
    let bad: Vec<Vec<u8>> = [forged.to_vec(), broken, vec![b"rubbish".to_vec()]].concat();
    let store = TrustStore {
        crls: [bad.clone(), trust().crls].concat(),
        ..trust()
    };
    assert_eq!(check(&person, &store, later(1)), Ok(()));
    let store = TrustStore {
        crls: bad,
        ..trust()
    };
    assert!(matches!(
        check(&person, &store, later(1)),
        Err(VerifyError::RevocationUnknown { .. })
    ));
}

/// The issuing authority, opened from its saved files so that it can do what the library never does.
fn issuing(name: &str) -> Issuer<'static, KeyPair> {
    let dir = folder(name);
    ca().save(&dir).unwrap();
    let key =
        KeyPair::from_pem(&std::fs::read_to_string(dir.join("issuing.key.pem")).unwrap()).unwrap();
    Issuer::from_ca_cert_der(&ca().issuing_der().into(), key).unwrap()
}

/// Large authorities split their lists; a part says nothing about certificates outside it.
#[test]
fn a_partial_list_counts_only_for_its_part() {
    use rcgen::CrlScope::{CaCertsOnly, UserCertsOnly};
    let person = Person::p256();
    let issuer = issuing("partial");
    let own = "http://127.0.0.1:8080/ca/issuing.crl";
    let cases = [
        (own, None, true),
        (own, Some(UserCertsOnly), true),
        (own, Some(CaCertsOnly), false),
        ("http://x/2.crl", None, false),
    ];
    for (uri, scope, speaks) in cases {
        let case = format!("{uri} {scope:?}");
        let this_update = time::OffsetDateTime::from_unix_timestamp(now().timestamp()).unwrap();
        let list = CertificateRevocationListParams {
            this_update,
            next_update: this_update + time::Duration::days(7),
            crl_number: 1u64.into(),
            issuing_distribution_point: Some(CrlIssuingDistributionPoint {
                distribution_point: CrlDistributionPoint {
                    uris: vec![uri.into()],
                },
                scope,
            }),
            revoked_certs: vec![],
            key_identifier_method: KeyIdMethod::Sha256,
        };
        let list = list.signed_by(&issuer).unwrap().der().to_vec();
        let [root_crl, _] = ca().crls(&[], 1, now()).unwrap();
        let store = TrustStore {
            crls: vec![root_crl, list],
            ..trust()
        };
        assert_eq!(check(&person, &store, now()).is_ok(), speaks, "{case}");
    }
}

/// A certificate of the pilot authority with other contents, made with its saved key.
fn issue(name: &str, change: impl FnOnce(&mut CertificateParams)) -> Person {
    let issuer = issuing(name);
    let person = Person::p256();
    let mut profile = CertificateParams::new(vec![]).unwrap();
    profile.not_before = time::OffsetDateTime::from_unix_timestamp(now().timestamp()).unwrap();
    profile.not_after = profile.not_before + time::Duration::days(365);
    profile.key_usages = vec![
        KeyUsagePurpose::DigitalSignature,
        KeyUsagePurpose::ContentCommitment,
    ];
    change(&mut profile);
    let public = SubjectPublicKeyInfo::from_der(&person.key.public_key()).unwrap();
    Person {
        der: profile.signed_by(&public, &issuer).unwrap().der().to_vec(),
        key: person.key,
    }
}

#[test]
fn the_key_usage_must_contain_non_repudiation() {
    use KeyUsagePurpose::{ContentCommitment, DigitalSignature, KeyAgreement};
    let cases: [(&[KeyUsagePurpose], Result<(), VerifyError>); 5] = [
        (&[DigitalSignature, ContentCommitment], Ok(())),
        (&[ContentCommitment], Ok(())),
        (&[DigitalSignature], Err(VerifyError::WrongKeyUsage)),
        (&[KeyAgreement], Err(VerifyError::WrongKeyUsage)),
        (&[], Err(VerifyError::WrongKeyUsage)),
    ];
    for (index, (usages, expected)) in cases.into_iter().enumerate() {
        let person = issue(&format!("key-usage-{index}"), |profile| {
            profile.key_usages = usages.to_vec()
        });
        assert_eq!(check(&person, &trust(), now()), expected, "{usages:?}");
    }
}

#[test]
fn an_unknown_critical_extension_is_not_passed_over() {
    let person = issue("critical", |profile| {
        let mut extension =
            rcgen::CustomExtension::from_oid_content(&[1, 3, 6, 1, 4, 1, 99_999, 1], vec![5, 0]);
        extension.set_criticality(true);
        profile.custom_extensions.push(extension);
    });
    assert!(matches!(
        check(&person, &trust(), now()),
        Err(VerifyError::UntrustedPath(_))
    ));
}

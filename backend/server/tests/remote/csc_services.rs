//! The Cloud Signature Consortium's interface, versions 1 and 2.

use std::sync::atomic::Ordering;

use congvu_sandbox::clock::Clock;
use congvu_sandbox::confirm::Confirm;
use congvu_server::remote::{Begun, Kind, Remote, RemoteCertificate, Secret, Settings};
use congvu_signing::algorithm::SignatureAlgorithm;
use congvu_signing::cms;
use congvu_signing::verify::verify_detached;

use crate::support::{
    DIGEST, USER, assert_signed, authority, clock, csc_at, csc_service, digests, identities, noon,
    reason, settings,
};

#[test]
fn both_versions_sign_one_and_a_hundred_with_one_password() {
    let service = csc_service(Clock::fixed(noon()));
    for kind in [Kind::CscV1, Kind::CscV2] {
        let (_running, remote) = csc_at(&service, kind);
        let found = remote.certificates(USER).unwrap();
        let expected = |id: &str, index: usize, needs_otp| RemoteCertificate {
            credential: id.into(),
            chain: identities()[index].chain.clone(),
            label: "Nguyễn Văn Được".into(),
            needs_otp,
            at_once: 100,
        };
        assert_eq!(
            found,
            [
                expected("otp-rsa", 0, true),
                expected("otp-p256", 1, true),
                expected("phone", 0, false)
            ]
        );
        for certificate in found.iter().filter(|certificate| certificate.needs_otp) {
            for digests in [digests(1), digests(100)] {
                remote.send_otp(USER, &certificate.credential).unwrap();
                let otp = service.last_password(&certificate.credential).unwrap();
                let begun = remote.begin(
                    USER,
                    &certificate.credential,
                    &digests,
                    "Phê duyệt",
                    Some(&otp),
                );
                let Begun::Signed(signatures) = begun.unwrap() else {
                    panic!("not at once")
                };
                assert_signed(&certificate.chain[0], &digests, &signatures);
            }
        }
    }
}

#[test]
fn what_a_service_signs_is_a_signature_like_any_other() {
    let service = csc_service(Clock::fixed(noon()));
    let (_running, remote) = csc_at(&service, Kind::CscV2);
    let content = [9; 32];
    for certificate in remote.certificates(USER).unwrap() {
        let prepared = cms::prepare(&content, &certificate.chain[0], Some(noon())).unwrap();
        remote.send_otp(USER, &certificate.credential).ok();
        let otp = service.last_password(&certificate.credential);
        let begun = remote.begin(
            USER,
            &certificate.credential,
            &[prepared.digest],
            "",
            otp.as_deref(),
        );
        let Begun::Signed(signatures) = begun.unwrap() else {
            panic!("not at once")
        };
        let algorithm = SignatureAlgorithm::of_certificate(&certificate.chain[0]).unwrap();
        let signed = cms::assemble(
            &prepared.attributes,
            algorithm,
            &signatures[0],
            &certificate.chain,
        )
        .unwrap();
        let trust = authority().trust_store().unwrap();
        let verified = verify_detached(&signed, &content, &trust, noon()).unwrap();
        assert_eq!(verified.leaf_der, certificate.chain[0]);
    }
}

#[test]
fn wrong_passwords_lock_and_a_right_one_is_good_once() {
    for kind in [Kind::CscV1, Kind::CscV2] {
        let (clock, minutes) = clock();
        let service = csc_service(clock);
        let (_running, remote) = csc_at(&service, kind);
        let sign = |otp: Option<&str>| remote.begin(USER, "otp-rsa", &DIGEST, "", otp);
        let send = || {
            remote.send_otp(USER, "otp-rsa").unwrap();
            service.last_password("otp-rsa").unwrap()
        };
        assert_eq!(reason(sign(None)), "wrong_otp");
        let otp = send();
        assert!(sign(Some(&otp)).is_ok());
        assert_eq!(reason(sign(Some(&otp))), "wrong_otp", "used");
        let otp = send();
        minutes.store(5, Ordering::Relaxed);
        assert_eq!(
            reason(sign(Some(&otp))),
            "wrong_otp",
            "over after five minutes"
        );
        assert!(
            sign(Some(&send())).is_ok(),
            "a right one begins the count again"
        );
        for _ in 0..3 {
            assert_eq!(reason(sign(Some("12345x"))), "wrong_otp");
        }
        assert_eq!(reason(sign(Some(&send()))), "locked");
        let left: Vec<_> = remote
            .certificates(USER)
            .unwrap()
            .into_iter()
            .map(|one| one.credential)
            .collect();
        assert_eq!(left, ["otp-p256", "phone"]);
    }
}

#[test]
fn a_person_with_a_phone_consents_refuses_or_is_slow() {
    let service = csc_service(Clock::fixed(noon()));
    for kind in [Kind::CscV1, Kind::CscV2] {
        let (running, remote) = csc_at(&service, kind);
        let sign = |remote: &Remote| remote.begin(USER, "phone", &DIGEST, "", None);
        service.set_confirm(Confirm::Auto);
        assert!(matches!(sign(&remote), Ok(Begun::Signed(_))));
        service.set_confirm(Confirm::Refuse);
        assert_eq!(reason(sign(&remote)), "refused");
        service.set_confirm(Confirm::Slow { milliseconds: 50 });
        assert!(sign(&remote).is_ok());
        service.set_confirm(Confirm::Slow {
            milliseconds: 60_000,
        });
        let path = if kind == Kind::CscV1 {
            "/csc/v1"
        } else {
            "/csc/v2"
        };
        let impatient = Settings {
            timeout_seconds: 1,
            ..settings(kind, running.url(path))
        };
        assert_eq!(reason(sign(&Remote::new(&impatient).unwrap())), "timed_out");
    }
}

#[test]
fn what_the_service_does_not_know_or_allow_is_said() {
    let (clock, minutes) = clock();
    let service = csc_service(clock);
    for kind in [Kind::CscV1, Kind::CscV2] {
        let (running, remote) = csc_at(&service, kind);
        assert_eq!(
            reason(remote.certificates("079000000000")),
            "unknown_credential"
        );
        assert_eq!(reason(remote.send_otp(USER, "khác")), "unknown_credential");
        assert_eq!(
            reason(remote.begin(USER, "khác", &DIGEST, "", None)),
            "unknown_credential"
        );
        assert_eq!(
            reason(remote.begin(USER, "phone", &[], "", None)),
            "refused"
        );
        assert_eq!(
            reason(remote.begin(USER, "phone", &digests(101), "", None)),
            "refused"
        );
        assert_eq!(reason(remote.poll(USER, "phone", "x")), "refused");
        minutes.fetch_add(61, Ordering::Relaxed);
        assert!(
            remote.certificates(USER).is_ok(),
            "a forgotten token is renewed"
        );
        let path = if kind == Kind::CscV1 {
            "/csc/v1"
        } else {
            "/csc/v2"
        };
        let stranger = Settings {
            client_secret: Secret::new("sai"),
            ..settings(kind, running.url(path))
        };
        assert_eq!(
            reason(Remote::new(&stranger).unwrap().certificates(USER)),
            "client_refused"
        );
    }
}

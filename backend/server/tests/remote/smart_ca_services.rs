//! SmartCA: confirmed on the telephone.

use std::sync::atomic::Ordering;

use congvu_sandbox::clock::Clock;
use congvu_server::remote::{Begun, Kind, Polled, Remote, Settings};

use crate::support::{
    DIGEST, USER, assert_signed, clock, digests, identities, noon, reason, settings, smart_ca_at,
};

#[test]
fn smart_ca_signs_when_the_phone_confirms() {
    let (service, running, remote) = smart_ca_at(Clock::fixed(noon()), None);
    let found = remote.certificates(USER).unwrap();
    let [certificate] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(certificate.chain, identities()[0].chain);
    assert_eq!(certificate.credential, identities()[0].info.serial_hex);
    assert!(!certificate.needs_otp);

    let digests = digests(100);
    let begin = || match remote.begin(
        USER,
        &certificate.credential,
        &digests,
        "Phê duyệt 100 hồ sơ",
        None,
    ) {
        Ok(Begun::Waiting { transaction }) => transaction,
        other => panic!("{other:?}"),
    };
    let poll = |transaction: &str| {
        remote
            .poll(USER, &certificate.credential, transaction)
            .unwrap()
    };
    let confirmed = begin();
    let refused = begin();
    assert_eq!(poll(&confirmed), Polled::Waiting);
    let phone = ureq::get(running.url("/phone"))
        .call()
        .unwrap()
        .body_mut()
        .read_to_string()
        .unwrap();
    assert!(
        phone.contains(&confirmed) && phone.contains("Phê duyệt 100 hồ sơ"),
        "{phone}"
    );
    let pressed = ureq::post(running.url(&format!("/phone/{confirmed}/confirm")))
        .send_empty()
        .unwrap();
    assert_eq!(pressed.status(), 204);
    assert!(service.decide(&refused, false));
    let Polled::Signed(signatures) = poll(&confirmed) else {
        panic!("not signed")
    };
    assert_signed(&certificate.chain[0], &digests, &signatures);
    assert_eq!(poll(&refused), Polled::Refused("REJECTED".into()));
    assert!(!service.decide(&refused, true), "the first answer counts");
    assert_eq!(poll("khong-co"), Polled::Expired);
}

#[test]
fn smart_ca_transactions_end_after_five_minutes() {
    let (clock, minutes) = clock();
    let (service, _running, remote) = smart_ca_at(clock, Some(2));
    let serial = &identities()[0].info.serial_hex;
    let begin = || match remote.begin(USER, serial, &DIGEST, "", None).unwrap() {
        Begun::Waiting { transaction } => transaction,
        Begun::Signed(_) => panic!("signed without the phone"),
    };
    let by_itself = begin();
    assert_eq!(
        remote.poll(USER, serial, &by_itself).unwrap(),
        Polled::Waiting
    );
    assert!(matches!(
        remote.poll(USER, serial, &by_itself).unwrap(),
        Polled::Signed(_)
    ));
    let forgotten = begin();
    minutes.store(5, Ordering::Relaxed);
    assert_eq!(
        remote.poll(USER, serial, &forgotten).unwrap(),
        Polled::Expired
    );
    assert!(!service.decide(&forgotten, true));
}

#[test]
fn smart_ca_says_what_it_does_not_know() {
    let (_service, running, remote) = smart_ca_at(Clock::fixed(noon()), None);
    let serial = &identities()[0].info.serial_hex;
    assert_eq!(
        reason(remote.certificates("079000000000")),
        "unknown_credential"
    );
    assert_eq!(
        reason(remote.begin(USER, "00", &DIGEST, "", None)),
        "unknown_credential"
    );
    assert_eq!(
        reason(remote.begin(USER, serial, &digests(101), "", None)),
        "refused"
    );
    assert_eq!(reason(remote.send_otp(USER, serial)), "refused");
    assert_eq!(reason(remote.poll(USER, serial, "../x")), "malformed");
    let stranger = Settings {
        client_id: "khác".into(),
        ..settings(Kind::SmartCa, running.url("/sca/sp769/v1"))
    };
    assert_eq!(
        reason(Remote::new(&stranger).unwrap().certificates(USER)),
        "client_refused"
    );
}

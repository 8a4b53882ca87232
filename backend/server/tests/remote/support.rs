//! Services, people and clocks.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};

use actix_web::web::Data;
use chrono::{DateTime, TimeDelta, Utc};
use congvu_sandbox::authority::Authority;
use congvu_sandbox::clock::Clock;
use congvu_sandbox::confirm::Confirm;
use congvu_sandbox::csc::{self, Authorization, Credential, Csc};
use congvu_sandbox::identity::Identity;
use congvu_sandbox::serve::{Listen, Running, start};
use congvu_sandbox::smart_ca::{self, SmartCa, Subscriber};
use congvu_server::remote::{Kind, Remote, RemoteError, Secret, Settings};
use congvu_signing::digest_key::verify_digest;

pub const USER: &str = "079012345678";
pub const DIGEST: [[u8; 32]; 1] = [[7; 32]];

pub fn noon() -> DateTime<Utc> {
    "2026-03-02T05:00:00Z".parse().unwrap()
}

/// A clock that a test moves by minutes.
pub fn clock() -> (Clock, Arc<AtomicI64>) {
    let minutes = Arc::new(AtomicI64::new(0));
    let moved = Arc::clone(&minutes);
    let tell = move || noon() + TimeDelta::minutes(moved.load(Ordering::Relaxed));
    (Clock::new(tell), minutes)
}

pub fn authority() -> &'static Authority {
    static AUTHORITY: OnceLock<Authority> = OnceLock::new();
    AUTHORITY.get_or_init(|| {
        Authority::create(
            "CA công cộng thử",
            "http://127.0.0.1:1/ca",
            Clock::fixed(noon()),
        )
        .unwrap()
    })
}

/// An RSA and a P-256 key of the same person.
pub fn identities() -> &'static [Arc<Identity>; 2] {
    static IDENTITIES: OnceLock<[Arc<Identity>; 2]> = OnceLock::new();
    IDENTITIES.get_or_init(|| {
        let uid = format!("CCCD:{USER}");
        [
            Arc::new(authority().issue("Nguyễn Văn Được", &uid).unwrap()),
            Arc::new(authority().issue_p256("Nguyễn Văn Được", &uid).unwrap()),
        ]
    })
}

pub fn settings(kind: Kind, base_url: String) -> Settings {
    Settings {
        name: "thử".into(),
        kind,
        base_url,
        client_id: "bnv".into(),
        client_secret: Secret::new("mật"),
        ca_file: None,
        timeout_seconds: 20,
    }
}

pub fn csc_service(clock: Clock) -> Data<Csc> {
    let credential = |id: &str, index: usize, authorization| Credential {
        id: id.into(),
        user: USER.into(),
        identity: Arc::clone(&identities()[index]),
        authorization,
        multisign: 100,
    };
    Data::new(Csc::new(csc::Options {
        client_id: "bnv".into(),
        client_secret: "mật".into(),
        credentials: vec![
            credential("otp-rsa", 0, Authorization::OneTimePassword),
            credential("otp-p256", 1, Authorization::OneTimePassword),
            credential("phone", 0, Authorization::Phone),
        ],
        confirm: Confirm::Auto,
        clock,
    }))
}

pub fn csc_at(service: &Data<Csc>, kind: Kind) -> (Running, Remote) {
    let state = service.clone();
    let running = start(Listen::anywhere(), move |config| {
        csc::configure(config, state.clone())
    })
    .unwrap();
    let path = match kind {
        Kind::CscV1 => "/csc/v1",
        _ => "/csc/v2/",
    };
    let remote = Remote::new(&settings(kind, running.url(path))).unwrap();
    (running, remote)
}

pub fn smart_ca_at(clock: Clock, confirm_at_poll: Option<u32>) -> (Data<SmartCa>, Running, Remote) {
    let service = Data::new(SmartCa::new(smart_ca::Options {
        sp_id: "bnv".into(),
        sp_password: "mật".into(),
        subscribers: vec![Subscriber {
            user_id: USER.into(),
            identity: Arc::clone(&identities()[0]),
        }],
        confirm_at_poll,
        clock,
    }));
    let state = service.clone();
    let running = start(Listen::anywhere(), move |config| {
        smart_ca::configure(config, state.clone())
    })
    .unwrap();
    let remote = Remote::new(&settings(Kind::SmartCa, running.url("/sca/sp769/v1"))).unwrap();
    (service, running, remote)
}

pub fn digests(count: u8) -> Vec<[u8; 32]> {
    (0..count).map(|index| [index; 32]).collect()
}

#[track_caller]
pub fn assert_signed(leaf: &[u8], digests: &[[u8; 32]], signatures: &[Vec<u8>]) {
    assert_eq!(signatures.len(), digests.len());
    for (digest, signature) in digests.iter().zip(signatures) {
        assert!(verify_digest(leaf, digest, signature));
    }
}

#[track_caller]
pub fn reason<T: std::fmt::Debug>(result: Result<T, RemoteError>) -> &'static str {
    result.unwrap_err().code()
}

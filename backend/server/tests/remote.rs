//! The clients of remote signing services against the stand-ins, over real connections.

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;
    use std::path::PathBuf;
    use std::sync::atomic::{AtomicI64, Ordering};
    use std::sync::{Arc, OnceLock};

    use actix_web::web::Data;
    use chrono::{DateTime, TimeDelta, Utc};
    use congvu_sandbox::authority::Authority;
    use congvu_sandbox::clock::Clock;
    use congvu_sandbox::confirm::Confirm;
    use congvu_sandbox::csc::{self, Authorization, Credential, Csc};
    use congvu_sandbox::identity::Identity;
    use congvu_sandbox::serve::{Listen, Running, Tls, start};
    use congvu_sandbox::smart_ca::{self, SmartCa, Subscriber};
    use congvu_server::remote::{
        Begun, Kind, Polled, Remote, RemoteCertificate, RemoteError, Secret, Settings,
    };
    use congvu_signing::algorithm::SignatureAlgorithm;
    use congvu_signing::cms;
    use congvu_signing::digest_key::verify_digest;
    use congvu_signing::verify::verify_detached;

    const USER: &str = "079012345678";
    const DIGEST: [[u8; 32]; 1] = [[7; 32]];

    fn noon() -> DateTime<Utc> {
        "2026-03-02T05:00:00Z".parse().unwrap()
    }

    /// A clock that a test moves by minutes.
    fn clock() -> (Clock, Arc<AtomicI64>) {
        let minutes = Arc::new(AtomicI64::new(0));
        let moved = Arc::clone(&minutes);
        let tell = move || noon() + TimeDelta::minutes(moved.load(Ordering::Relaxed));
        (Clock::new(tell), minutes)
    }

    fn authority() -> &'static Authority {
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
    fn identities() -> &'static [Arc<Identity>; 2] {
        static IDENTITIES: OnceLock<[Arc<Identity>; 2]> = OnceLock::new();
        IDENTITIES.get_or_init(|| {
            let uid = format!("CCCD:{USER}");
            [
                Arc::new(authority().issue("Nguyễn Văn Được", &uid).unwrap()),
                Arc::new(authority().issue_p256("Nguyễn Văn Được", &uid).unwrap()),
            ]
        })
    }

    fn settings(kind: Kind, base_url: String) -> Settings {
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

    fn csc_service(clock: Clock) -> Data<Csc> {
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

    fn csc_at(service: &Data<Csc>, kind: Kind) -> (Running, Remote) {
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

    fn smart_ca_at(clock: Clock, confirm_at_poll: Option<u32>) -> (Data<SmartCa>, Running, Remote) {
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

    fn digests(count: u8) -> Vec<[u8; 32]> {
        (0..count).map(|index| [index; 32]).collect()
    }

    #[track_caller]
    fn assert_signed(leaf: &[u8], digests: &[[u8; 32]], signatures: &[Vec<u8>]) {
        assert_eq!(signatures.len(), digests.len());
        for (digest, signature) in digests.iter().zip(signatures) {
            assert!(verify_digest(leaf, digest, signature));
        }
    }

    #[track_caller]
    fn reason<T: std::fmt::Debug>(result: Result<T, RemoteError>) -> &'static str {
        result.unwrap_err().code()
    }

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

    /// Answers every connection with these bytes; gone after `times`.
    fn canned(times: usize, answer: Vec<u8>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            for stream in listener.incoming().take(times) {
                let mut stream = stream.unwrap();
                let _request = stream.read(&mut [0; 65_536]);
                let _client_gave_up = stream.write_all(&answer);
            }
        });
        format!("http://{address}")
    }

    fn page(status: &str, body: &str) -> Vec<u8> {
        format!(
            "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    }

    #[test]
    fn bad_answers_are_told_from_none() {
        let huge = format!(
            "{{\"status_code\":200,\"data\":\"{}\"}}",
            "x".repeat(3 << 20)
        );
        for (answer, expected) in [
            (page("200 OK", "<html>"), "malformed"),
            (page("200 OK", "{}"), "malformed"),
            (
                page(
                    "200 OK",
                    r#"{"status_code":200,"message":"SUCCESS","data":null}"#,
                ),
                "malformed",
            ),
            (page("200 OK", &huge), "malformed"),
            (page("502 Bad Gateway", "<html>"), "unreachable"),
            (
                page("200 OK", r#"{"status_code":500,"message":"x"}"#),
                "unreachable",
            ),
            (page("302 Found", ""), "malformed"),
            (b"SSH-2.0-OpenSSH\r\n\r\n".to_vec(), "malformed"),
        ] {
            let remote = Remote::new(&settings(Kind::SmartCa, canned(1, answer.clone()))).unwrap();
            let error = remote.certificates(USER).unwrap_err();
            let shown = String::from_utf8_lossy(&answer[..answer.len().min(60)]).into_owned();
            assert_eq!(error.code(), expected, "{shown}: {error}");
        }
        let closed = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap();
        let nobody = settings(Kind::CscV2, format!("http://{closed}"));
        assert_eq!(
            reason(Remote::new(&nobody).unwrap().certificates(USER)),
            "unreachable"
        );
    }

    #[test]
    fn tls_is_trusted_by_the_configured_authorities_only() {
        let service = csc_service(Clock::fixed(noon()));
        let tls = Tls::self_signed().unwrap();
        let ca_file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("remote-tls.pem");
        std::fs::write(&ca_file, &tls.certificate_pem).unwrap();
        let listen = Listen {
            tls: Some(tls),
            ..Listen::anywhere()
        };
        let running = start(listen, move |config| {
            csc::configure(config, service.clone())
        })
        .unwrap();
        let url = format!("https://{}/csc/v2", running.address);
        let public = settings(Kind::CscV2, url);
        let own = Settings {
            ca_file: Some(ca_file.clone()),
            ..public.clone()
        };
        assert!(Remote::new(&own).unwrap().certificates(USER).is_ok());
        assert_eq!(
            reason(Remote::new(&public).unwrap().certificates(USER)),
            "unreachable"
        );

        std::fs::write(&ca_file, "trống").unwrap();
        assert!(Remote::new(&own).is_err(), "no certificate in the file");
        assert!(Remote::new(&settings(Kind::CscV2, "http://ky.example.vn/csc/v2".into())).is_err());
    }
}

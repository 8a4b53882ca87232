//! What the services refuse to a client that is not ours, and time stamps in every mood.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::process::Command;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use actix_web::web::Data;
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use chrono::TimeDelta;
    use congvu_sandbox::authority;
    use congvu_sandbox::clock::Clock;
    use congvu_sandbox::confirm::Confirm;
    use congvu_sandbox::csc::{self, Authorization, Credential, Csc};
    use congvu_sandbox::identity::{Identity, IdentityError};
    use congvu_sandbox::serve::{Listen, Running, start};
    use congvu_sandbox::time_stamps::{self, Mode, TimeStamps};
    use congvu_signing::{pem, tsp};
    use serde_json::{Value, json};

    use super::support::{USER, authority as public, clock, identity, now};

    fn agent() -> ureq::Agent {
        ureq::Agent::config_builder()
            .http_status_as_error(false)
            .build()
            .new_agent()
    }

    fn post(url: &str, token: Option<&str>, body: &Value) -> (u16, Value) {
        let mut request = agent().post(url);
        if let Some(token) = token {
            request = request.header("Authorization", format!("Bearer {token}"));
        }
        let mut answer = request.send_json(body).unwrap();
        let status = answer.status().as_u16();
        (status, answer.body_mut().read_json().unwrap_or(Value::Null))
    }

    fn hash(byte: u8) -> String {
        STANDARD.encode([byte; 32])
    }

    #[test]
    fn a_sad_is_good_for_its_digests_its_count_its_key_and_its_time() {
        let minutes = Arc::new(AtomicI64::new(0));
        let moved = Arc::clone(&minutes);
        let credential = |id: &str| Credential {
            id: id.into(),
            user: USER.into(),
            identity: identity(),
            authorization: Authorization::Phone,
            multisign: 3,
        };
        let service = Data::new(Csc::new(csc::Options {
            client_id: "bnv".into(),
            client_secret: "mật".into(),
            credentials: vec![credential("a"), credential("b")],
            confirm: Confirm::Auto,
            clock: Clock::new(move || now() + TimeDelta::minutes(moved.load(Ordering::Relaxed))),
        }));
        let running = start(Listen::anywhere(), move |config| {
            csc::configure(config, service.clone())
        })
        .unwrap();
        let url = |path: &str| running.url(&format!("/csc/v2{path}"));
        let (status, info) = post(&url("/info"), None, &json!({}));
        assert_eq!((status, &info["specs"]), (200, &json!("2.0.0.2")));
        let client = json!({ "grant_type": "client_credentials", "client_id": "bnv", "client_secret": "mật" });
        let (_, granted) = post(&url("/oauth2/token"), None, &client);
        let token = granted["access_token"].as_str().unwrap();

        let authorize = |hashes: &[String], count: usize| {
            let body = json!({ "credentialID": "a", "numSignatures": count, "hashes": hashes });
            post(&url("/credentials/authorize"), Some(token), &body)
        };
        let sign = |credential: &str, sad: &Value, hashes: &[String]| {
            let body = json!({
                "credentialID": credential, "SAD": sad, "hashes": hashes,
                "hashAlgorithmOID": "2.16.840.1.101.3.4.2.1", "signAlgo": "1.2.840.113549.1.1.1",
            });
            let (status, answer) = post(&url("/signatures/signHash"), Some(token), &body);
            let said = answer["error_description"]
                .as_str()
                .unwrap_or_default()
                .to_owned();
            (
                status,
                said,
                answer["signatures"].as_array().map_or(0, Vec::len),
            )
        };
        let refused = |why: &str| (400, why.to_owned(), 0);
        let sad = authorize(&[hash(1), hash(2)], 2).1["SAD"].clone();
        assert_eq!(
            sign("a", &json!("đoán"), &[hash(1)]),
            refused("Invalid parameter SAD")
        );
        assert_eq!(
            sign("b", &sad, &[hash(1)]),
            refused("Invalid parameter SAD")
        );
        assert_eq!(
            sign("a", &sad, &[hash(3)]),
            refused("Hash is not authorized by the SAD")
        );
        assert_eq!(
            sign("a", &sad, &["AAAA".into()]),
            refused("Invalid Base64 hash string parameter")
        );
        assert_eq!(
            sign("a", &sad, &[hash(1), hash(2), hash(1)]),
            refused("SAD authorizes fewer signatures")
        );
        assert_eq!(
            sign("a", &sad, &[hash(2), hash(1)]),
            (200, String::new(), 2)
        );
        assert_eq!(
            sign("a", &sad, &[hash(1)]),
            refused("SAD authorizes fewer signatures")
        );
        let sad = authorize(&[hash(1)], 1).1["SAD"].clone();
        minutes.store(5, Ordering::Relaxed);
        assert_eq!(sign("a", &sad, &[hash(1)]), refused("SAD expired"));

        for (hashes, count) in [
            (vec![], 1),
            (vec![hash(1); 4], 4),
            (vec![hash(1), hash(2)], 1),
            (vec![hash(1)], 0),
        ] {
            assert_eq!(authorize(&hashes, count).0, 400, "{count}");
        }
        let list = json!({ "userID": USER });
        assert_eq!(
            post(&url("/credentials/list"), Some("doan"), &list).1["error"],
            "invalid_token"
        );
        assert_eq!(post(&url("/credentials/list"), None, &list).0, 401);
        minutes.store(61, Ordering::Relaxed);
        assert_eq!(
            post(&url("/credentials/list"), Some(token), &list).0,
            401,
            "an hour has passed"
        );
    }

    fn time_stamps_at() -> (Data<TimeStamps>, Running) {
        let service = Data::new(TimeStamps::new(public().time_stamps().unwrap(), clock()));
        let state = service.clone();
        let running = start(Listen::anywhere(), move |config| {
            time_stamps::configure(config, state.clone())
        })
        .unwrap();
        (service, running)
    }

    fn stamp(running: &Running, query: &[u8]) -> (u16, Vec<u8>) {
        let mut answer = agent()
            .post(running.url("/tsa"))
            .header("Content-Type", "application/timestamp-query")
            .send(query)
            .unwrap();
        let status = answer.status().as_u16();
        if status == 200 {
            assert_eq!(
                answer.headers()["content-type"],
                "application/timestamp-reply"
            );
        }
        (status, answer.body_mut().read_to_vec().unwrap())
    }

    #[test]
    fn time_is_stamped_in_every_mood() {
        let (service, running) = time_stamps_at();
        let request = tsp::request(&[5; 32], [9; 16]).unwrap();
        let stamped = || {
            let (status, reply) = stamp(&running, &request.der);
            assert_eq!(status, 200);
            let token = tsp::token_of_response(&reply, &request).ok()?;
            Some(
                tsp::verify(&token, &[5; 32], &public().trust_store().unwrap(), now())
                    .unwrap()
                    .at,
            )
        };
        assert_eq!(stamped(), Some(now()));
        service.set_mode(Mode::Slow { milliseconds: 30 });
        assert_eq!(stamped(), Some(now()));
        service.set_mode(Mode::Garbage);
        assert_eq!(stamped(), None);
        let changed = post(
            &running.url("/control/mode"),
            None,
            &json!({ "mode": "away" }),
        );
        assert_eq!(changed.0, 204);
        assert_eq!(stamp(&running, &request.der).0, 503);
        let mode = agent()
            .get(running.url("/control/mode"))
            .call()
            .unwrap()
            .body_mut()
            .read_to_string()
            .unwrap();
        assert_eq!(mode, r#"{"mode":"away"}"#);
        service.set_mode(Mode::Normal);
        let (_, refused) = stamp(&running, b"text");
        assert!(tsp::token_of_response(&refused, &request).is_err());
        let mut other_kind = agent()
            .post(running.url("/tsa"))
            .send(&request.der[..])
            .unwrap();
        assert_eq!(other_kind.status(), 415);
        assert!(other_kind.body_mut().read_to_vec().unwrap().is_empty());
    }

    #[test]
    fn openssl_asks_for_a_stamp_and_accepts_it() {
        let (_service, running) = time_stamps_at();
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("sandbox-tsa");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("data"), "Hồ sơ").unwrap();
        std::fs::write(
            folder.join("root.pem"),
            pem::certificate(public().root_der()).unwrap(),
        )
        .unwrap();
        let openssl = |arguments: &[&str]| {
            let run = Command::new("openssl")
                .args(arguments)
                .current_dir(&folder)
                .output()
                .unwrap();
            assert!(run.status.success(), "{run:?}");
        };
        openssl(&[
            "ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "query",
        ]);
        let (status, reply) = stamp(&running, &std::fs::read(folder.join("query")).unwrap());
        assert_eq!(status, 200);
        std::fs::write(folder.join("reply"), reply).unwrap();
        let at = now().timestamp().to_string();
        openssl(&[
            "ts",
            "-verify",
            "-queryfile",
            "query",
            "-in",
            "reply",
            "-CAfile",
            "root.pem",
            "-attime",
            &at,
        ]);
    }

    #[test]
    fn the_authority_publishes_what_its_certificates_point_to() {
        let own =
            authority::Authority::create("CA thử khác", "http://127.0.0.1:1/ca", clock()).unwrap();
        let revoked = own.issue_p256("Bị thu hồi", "CCCD:1").unwrap();
        own.revoke(&revoked);
        let own = Data::new(own);
        let state = own.clone();
        let running = start(Listen::anywhere(), move |config| {
            authority::configure(config, state.clone())
        })
        .unwrap();
        let get = |file: &str| {
            let mut answer = agent()
                .get(running.url(&format!("/ca/{file}")))
                .call()
                .unwrap();
            (
                answer.status().as_u16(),
                answer.body_mut().read_to_vec().unwrap(),
            )
        };
        assert_eq!(get("root.cer"), (200, own.root_der().to_vec()));
        let serial = hex::decode(&revoked.info.serial_hex).unwrap();
        let lists = |file: &str| {
            get(file)
                .1
                .windows(serial.len())
                .any(|window| window == serial)
        };
        assert!(lists("issuing.crl") && !lists("root.crl"));
        assert_eq!(get("khac.crl").0, 404);
    }

    #[test]
    fn identities_come_from_files_and_must_fit() {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("sandbox-identity");
        std::fs::create_dir_all(&folder).unwrap();
        let key = congvu_signing::software_key::SoftwareKey::generate_p256().unwrap();
        let path = |name: &str| folder.join(name);
        std::fs::write(path("key.pem"), key.to_pkcs8_pem()).unwrap();
        let chain = &identity().chain;
        let text: String = chain
            .iter()
            .map(|der| pem::certificate(der).unwrap())
            .collect();
        std::fs::write(path("chain.pem"), text).unwrap();
        std::fs::write(path("leaf.der"), &chain[0]).unwrap();
        std::fs::write(path("text"), "trống").unwrap();
        let read = |certificates: &[&str]| {
            let paths: Vec<_> = certificates.iter().map(|name| path(name)).collect();
            Identity::from_files(&path("key.pem"), &paths).unwrap_err()
        };
        assert!(matches!(read(&["chain.pem"]), IdentityError::OtherKey));
        assert!(matches!(read(&["leaf.der"]), IdentityError::OtherKey));
        assert!(matches!(read(&["text"]), IdentityError::Certificate(_)));
        assert!(matches!(read(&["khong-co"]), IdentityError::File { .. }));
        assert!(matches!(read(&[]), IdentityError::NoCertificate));

        let own = rcgen::KeyPair::generate().unwrap();
        let made = rcgen::CertificateParams::new(["x".to_owned()])
            .unwrap()
            .self_signed(&own)
            .unwrap();
        std::fs::write(path("key.pem"), own.serialize_pem()).unwrap();
        std::fs::write(path("own.pem"), made.pem()).unwrap();
        let both = [path("own.pem"), path("chain.pem")];
        let whole = Identity::from_files(&path("key.pem"), &both).unwrap();
        assert_eq!(whole.chain.len(), 1 + chain.len());
        assert_eq!(whole.leaf(), made.der().as_ref());
    }
}

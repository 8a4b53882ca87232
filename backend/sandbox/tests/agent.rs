//! The agent of Ban Cơ yếu as a page meets it.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;
    use std::sync::{Arc, Mutex};

    use actix_web::web::{self, Bytes, Data};
    use actix_web::{HttpRequest, HttpResponse};
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use congvu_sandbox::agent::{self, Agent, Options};
    use congvu_sandbox::confirm::Confirm;
    use congvu_sandbox::serve::{Listen, Running, Tls, start};
    use congvu_signing::algorithm::SignatureAlgorithm;
    use congvu_signing::verify::verify_detached;
    use congvu_signing::{cms, pades};
    use rustls::pki_types::pem::PemObject as _;
    use rustls::pki_types::{CertificateDer, ServerName};
    use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
    use serde_json::{Value, json};
    use sha2::{Digest as _, Sha256};

    use super::support::{Called, authority, call, clock, connect, identity, now};

    const PAGE: &str = "https://congvu.example.vn";

    fn options() -> Options {
        Options {
            identity: identity(),
            origins: vec![PAGE.into()],
            confirm: Confirm::Auto,
            clock: clock(),
        }
    }

    fn started(options: Options, tls: Option<Tls>) -> Running {
        let agent = Data::new(Agent::new(options));
        let listen = Listen {
            tls,
            ..Listen::anywhere()
        };
        start(listen, move |config| {
            agent::configure(config, agent.clone())
        })
        .unwrap()
    }

    #[track_caller]
    fn ask(address: SocketAddr, endpoint: &str, message: &str) -> Value {
        match call(
            connect(address),
            &format!("/{endpoint}"),
            Some(PAGE),
            message,
        )
        .unwrap()
        {
            Called::Answered(answer) => serde_json::from_str(&answer).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    fn hash_request(digest: &[u8]) -> String {
        json!({ "HashAlg": "SHA256", "HashValue": STANDARD.encode(digest), "Encode": "RSA" })
            .to_string()
    }

    fn bytes(answer: &Value, field: &str) -> Vec<u8> {
        STANDARD.decode(answer[field].as_str().unwrap()).unwrap()
    }

    #[test]
    fn a_page_signs_as_integrators_do() {
        let agent = started(options(), None);
        assert_eq!(ask(agent.address, "GetVersion", "")["Status"], 0);
        let info = ask(agent.address, "GetCertInfo", "certinfo");
        assert_eq!(
            info["CertInfo"]["SerialNumber"],
            identity().info.serial_hex.to_uppercase()
        );

        // The certificate is known from a first signature, the attributes are made for it, and their digest is signed.
        let first = ask(agent.address, "SignMsg", &hash_request(&[0; 32]));
        let leaf = bytes(&first, "CertBase64");
        let content = Sha256::digest("Hồ sơ").into();
        let prepared = cms::prepare(&content, &leaf, Some(now())).unwrap();
        let answer = ask(agent.address, "SignMsg", &hash_request(&prepared.digest));
        assert_eq!(answer["Status"], 0, "{answer}");
        let signature = bytes(&answer, "Signature");
        let signed = cms::assemble(
            &prepared.attributes,
            SignatureAlgorithm::RsaPkcs1Sha256,
            &signature,
            &identity().chain,
        )
        .unwrap();
        let trust = authority().trust_store().unwrap();
        verify_detached(&signed, &content, &trust, now()).unwrap();

        let check = |digest: &[u8]| {
            let request = json!({
                "HashAlg": "SHA256", "HashValue": STANDARD.encode(digest),
                "Signature": answer["Signature"], "CertBase64": answer["CertBase64"],
            });
            ask(agent.address, "VerifyMsg", &request.to_string())["Status"].clone()
        };
        assert_eq!(check(&prepared.digest), 0);
        assert_eq!(check(&[1; 32]), 4);
        let old_form = ask(agent.address, "SignMsg", &STANDARD.encode("văn bản"));
        let new_form = ask(
            agent.address,
            "SignMsg",
            &hash_request(&Sha256::digest("văn bản")),
        );
        assert_eq!(old_form["Signature"], new_form["Signature"]);
    }

    #[test]
    fn requests_that_are_not_right_are_refused() {
        let agent = started(options(), None);
        let digest = STANDARD.encode([7; 32]);
        for (request, field) in [
            ("{".to_owned(), "HashValue"),
            (
                json!({ "HashAlg": "SHA1", "HashValue": digest }).to_string(),
                "HashAlg",
            ),
            (
                json!({ "HashAlg": "SHA256", "HashValue": "§" }).to_string(),
                "HashValue",
            ),
            (
                json!({ "HashAlg": "SHA256", "HashValue": "AAAA" }).to_string(),
                "HashValue",
            ),
            (
                json!({ "HashAlg": "SHA256", "HashValue": digest, "Encode": "EC" }).to_string(),
                "Encode",
            ),
            ("§".to_owned(), "text"),
        ] {
            let answer = ask(agent.address, "SignMsg", &request);
            assert_eq!(answer["Status"], 2, "{request}");
            assert!(
                answer["Message"].as_str().unwrap().ends_with(field),
                "{answer}"
            );
            assert_eq!(answer["Message"], answer["Error"]);
        }
        let called = call(connect(agent.address), "/SignLyLich", Some(PAGE), "").unwrap();
        assert_eq!(
            called,
            Called::NotUpgraded(404),
            "its parameters are not known"
        );
    }

    #[test]
    fn only_admitted_pages_reach_the_token() {
        let agent = started(options(), None);
        for origin in [
            None,
            Some("https://evil.example"),
            Some("https://congvu.example.vn.evil.example"),
        ] {
            let called = call(
                connect(agent.address),
                "/SignMsg",
                origin,
                &hash_request(&[0; 32]),
            )
            .unwrap();
            assert_eq!(called, Called::NotUpgraded(403), "{origin:?}");
        }
        let open = started(
            Options {
                origins: vec![],
                ..options()
            },
            None,
        );
        assert!(matches!(
            call(connect(open.address), "/GetVersion", None, "").unwrap(),
            Called::Answered(_)
        ));
    }

    #[test]
    fn a_person_can_cancel_or_take_long() {
        let agent = started(
            Options {
                confirm: Confirm::Refuse,
                ..options()
            },
            None,
        );
        let answer = ask(agent.address, "SignMsg", &hash_request(&[0; 32]));
        assert_eq!(answer["Status"], 1);
        assert_eq!(answer["Message"], "Quá trình ký số bị hủy bỏ");
        assert!(answer.get("Signature").is_none());
        assert_eq!(
            ask(agent.address, "GetVersion", "")["Status"],
            0,
            "no PIN is asked for this"
        );
        let changed = ureq::post(agent.url("/control/confirm"))
            .send_json(Confirm::Slow { milliseconds: 30 })
            .unwrap();
        assert_eq!(changed.status(), 204);
        assert_eq!(
            ask(agent.address, "SignMsg", &hash_request(&[0; 32]))["Status"],
            0
        );
    }

    #[test]
    fn the_socket_is_also_served_over_tls() {
        let tls = Tls::self_signed().unwrap();
        let mut roots = RootCertStore::empty();
        roots
            .add(CertificateDer::from_pem_slice(tls.certificate_pem.as_bytes()).unwrap())
            .unwrap();
        let agent = started(options(), Some(tls));
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        for name in ["127.0.0.1", "localhost"] {
            let server = ServerName::try_from(name).unwrap();
            let session = ClientConnection::new(Arc::new(config.clone()), server).unwrap();
            let stream = StreamOwned::new(session, connect(agent.address));
            let called = call(stream, "/SignMsg", Some(PAGE), &hash_request(&[0; 32])).unwrap();
            let Called::Answered(answer) = called else {
                panic!("{called:?}")
            };
            assert!(answer.contains("\"Status\":0"), "{answer}");
        }
    }

    /// One empty page.
    fn pdf() -> Vec<u8> {
        let mut pdf = b"%PDF-1.7\n".to_vec();
        let mut offsets = Vec::new();
        for object in [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        ] {
            offsets.push(pdf.len());
            pdf.extend_from_slice(
                format!("{} 0 obj\n{object}\nendobj\n", offsets.len()).as_bytes(),
            );
        }
        let start = pdf.len();
        pdf.extend_from_slice(b"xref\n0 4\n0000000000 65535 f \n");
        for offset in offsets {
            pdf.extend_from_slice(format!("{offset:010} 00000 n \n").as_bytes());
        }
        pdf.extend_from_slice(
            format!("trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").as_bytes(),
        );
        pdf
    }

    /// The server of a page: gives the file out and takes it back, to those with the token.
    #[derive(Clone, Default)]
    struct Files(Arc<Mutex<Vec<Bytes>>>);

    fn files_at(files: &Files) -> Running {
        let state = Data::new(files.clone());
        let admitted = |http: &HttpRequest| {
            http.headers()
                .get("authorization")
                .is_some_and(|value| value == "Bearer phieu")
        };
        start(Listen::anywhere(), move |config| {
            config
                .app_data(state.clone())
                .route("/tai/ho-so.pdf", web::get().to(move |http: HttpRequest| async move {
                    if admitted(&http) { HttpResponse::Ok().body(pdf()) } else { HttpResponse::Unauthorized().finish() }
                }))
                .route("/nhan", web::post().to(move |files: Data<Files>, http: HttpRequest, body: Bytes| async move {
                    let fits = http.headers().get("content-type").is_some_and(|kind| kind.to_str().unwrap().starts_with("multipart/form-data"));
                    files.0.lock().unwrap().push(body);
                    HttpResponse::Ok().json(json!({
                        "Status": fits && admitted(&http), "Message": "đã nhận", "FileName": "ho-so.signed.pdf", "FileServer": "/t/1",
                    }))
                }));
        })
        .unwrap()
    }

    /// The file between the head of the part `uploadfile` and the last boundary.
    fn uploaded(body: &[u8]) -> Vec<u8> {
        let find = |pattern: &[u8]| {
            body.windows(pattern.len())
                .position(|window| window == pattern)
                .unwrap()
        };
        let head = find(b"name=\"uploadfile\"; filename=\"ho-so.signed.pdf\"");
        let start = head
            + body[head..]
                .windows(4)
                .position(|window| window == b"\r\n\r\n")
                .unwrap()
            + 4;
        let boundary = &body[..find(b"\r\n")];
        let end = [b"\r\n", boundary, b"--"].concat();
        body[start..find(&end)].to_vec()
    }

    #[test]
    fn file_mode_fetches_signs_and_hands_over() {
        let files = Files::default();
        let page = files_at(&files);
        let agent = started(options(), None);
        for (endpoint, reason) in [
            ("SignApproved", "Lãnh đạo phê duyệt"),
            ("SignIssued", "Văn thư phát hành"),
            ("SignCopy", "Sao y"),
            ("SignAppendix", "Phụ lục"),
        ] {
            let request = json!({
                "FileName": page.url("/tai/ho-so.pdf"), "FileUploadHandler": page.url("/nhan"),
                "SessionId": "", "JWTToken": "phieu", "MetaData": [{ "Key": "ma", "Value": "số 1" }],
            });
            let answer = ask(agent.address, endpoint, &request.to_string());
            assert_eq!(
                answer,
                json!({ "Status": 0, "Message": "đã nhận", "FileName": "ho-so.signed.pdf", "FileServer": "/t/1" })
            );
            let body = files.0.lock().unwrap().pop().unwrap();
            let field = "name=\"ma\"\r\n\r\nsố 1\r\n".as_bytes();
            assert!(body.windows(field.len()).any(|window| window == field));
            let signed = uploaded(&body);
            assert!(signed.starts_with(&pdf()), "only appended to");
            let report =
                pades::verify(&signed, &authority().trust_store().unwrap(), now()).unwrap();
            assert!(report.is_valid(), "{:?}", report.first_failure());
            assert_eq!(report.signatures[0].reason.as_deref(), Some(reason));
        }
    }

    #[test]
    fn file_mode_says_what_went_wrong() {
        let files = Files::default();
        let page = files_at(&files);
        let agent = started(options(), None);
        let ask_with = |file: String, handler: String, token: &str| {
            let request =
                json!({ "FileName": file, "FileUploadHandler": handler, "JWTToken": token });
            ask(agent.address, "SignApproved", &request.to_string())
        };
        let file = || page.url("/tai/ho-so.pdf");
        let handler = || page.url("/nhan");
        for (answer, start) in [
            (ask_with(file(), handler(), ""), "Không tải được tệp"),
            (
                ask_with(page.url("/khong-co"), handler(), "phieu"),
                "Không tải được tệp",
            ),
            (
                ask_with(file(), page.url("/khong-co"), "phieu"),
                "Không gửi được tệp",
            ),
            (
                ask_with(file(), "khong phai dia chi".into(), "phieu"),
                "Không gửi được tệp",
            ),
        ] {
            assert_eq!(answer["Status"], 3);
            assert!(
                answer["Message"].as_str().unwrap().starts_with(start),
                "{answer}"
            );
        }
        assert_eq!(ask(agent.address, "SignApproved", "{}")["Status"], 2);
        assert!(files.0.lock().unwrap().is_empty());
    }
}

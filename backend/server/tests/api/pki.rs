//! What strangers ask the built-in authority: its certificates, and whether one of those it issued is revoked.

use std::path::PathBuf;
use std::process::Command;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_server::services::Services;
use congvu_signing::certificate::issuer_urls;
use congvu_signing::ocsp::{self, Status};
use congvu_signing::pem;
use serde_json::{Value, json};

use crate::client::Client;
use crate::support::{Answer, NOW, TestApp, on_both};

/// The certificate of a client as DER, with its identifier.
async fn own(client: &Client) -> (String, Vec<u8>) {
    let id = client.certificate().await;
    let list = client.get("/certificates").await.expect(200).json();
    let row = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["id"] == id.as_str())
        .unwrap();
    let der = pem::first_certificate(row["pem"].as_str().unwrap().as_bytes()).unwrap();
    (id, der)
}

fn question(services: &Services, der: &[u8]) -> Vec<u8> {
    ocsp::request(der, services.authority.ca().issuing_der(), None).unwrap()
}

async fn ask_by_get(app: &TestApp, address: &str) -> Answer {
    let path = format!("/pki/ocsp/{address}");
    app.anybody()
        .send(Method::GET, &path, &[], None)
        .await
        .expect(200)
}

async fn ask_by_post(app: &TestApp, request: &[u8]) -> Answer {
    let request = TestRequest::post()
        .uri("/api/v1/pki/ocsp")
        .insert_header(("content-type", "application/ocsp-request"))
        .set_payload(request.to_vec());
    (app.call)(request.to_request()).await.expect(200)
}

/// As RFC 6960 appendix A.1 wants it: Base64, then percent-encoded.
fn in_address(request: &[u8]) -> String {
    STANDARD
        .encode(request)
        .replace('+', "%2B")
        .replace('/', "%2F")
        .replace('=', "%3D")
}

fn is_ocsp(answer: &Answer) {
    assert_eq!(
        answer.headers.get("content-type").unwrap(),
        "application/ocsp-response"
    );
}

#[actix_web::test]
async fn the_same_is_answered_by_get_and_by_post() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        let (_, der) = own(&person).await;
        let services = &app.services;
        let request = question(services, &der);
        let ca = services.authority.ca();
        let plain = STANDARD.encode(&request);
        for answer in [
            ask_by_post(&app, &request).await,
            ask_by_get(&app, &in_address(&request)).await,
            // Clients that encode nothing, or take the other alphabet.
            ask_by_get(&app, &plain).await,
            ask_by_get(&app, &plain.replace('+', "-").replace('/', "_")).await,
            ask_by_get(&app, in_address(&request).trim_end_matches("%3D")).await,
        ] {
            is_ocsp(&answer);
            let told = ocsp::read(&answer.body, &der, ca.issuing_der()).unwrap();
            assert_eq!(told.status, Status::Good);
        }
        // The seal and the time-stamp authority are known as well; a certificate of another authority is not.
        let now = services.now();
        let seal = services.authority.seal(now).unwrap().der().to_vec();
        let answer = ask_by_get(&app, &in_address(&question(services, &seal))).await;
        let told = ocsp::read(&answer.body, &seal, ca.issuing_der()).unwrap();
        assert_eq!(told.status, Status::Good);
        // RFC 6960 §4.2.1: malformedRequest.
        for nothing in ["AAAA", "kh%C3%B4ng", "%00", "a/b/c"] {
            let answer = ask_by_get(&app, nothing).await;
            is_ocsp(&answer);
            assert_eq!(answer.body.as_ref(), [0x30, 3, 0x0a, 1, 1], "{nothing}");
        }
    })
    .await;
}

/// Certificates say where their issuer's is found, and there it is.
#[actix_web::test]
async fn the_issuers_certificates_are_where_certificates_point_to() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        let (_, leaf) = own(&person).await;
        let ca = app.services.authority.ca();
        for (subject, issuer) in [
            (leaf.as_slice(), ca.issuing_der()),
            (ca.issuing_der(), ca.root_der()),
        ] {
            let [url] = issuer_urls(subject).unwrap().try_into().unwrap();
            let path = url
                .strip_prefix("http://127.0.0.1:8080/api/v1")
                .unwrap()
                .to_owned();
            let answer = app.anybody().get(&path).await.expect(200);
            assert_eq!(
                answer.headers.get("content-type").unwrap(),
                "application/pkix-cert"
            );
            assert_eq!(answer.body.as_ref(), issuer, "{url}");
        }
    })
    .await;
}

fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pki");
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

fn openssl(arguments: &[&str], file: &PathBuf) -> String {
    let output = Command::new("openssl")
        .args(arguments)
        .arg(file)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// RFC 5280 §5.3.1: the reason reaches the list and the answers as openssl reads them; none given, none told.
#[actix_web::test]
async fn the_reason_of_a_revocation_reaches_list_and_answer() {
    on_both("hcmc", |app| async move {
        let cases = [
            ("key_compromise", "Key Compromise", "keyCompromise"),
            (
                "affiliation_changed",
                "Affiliation Changed",
                "affiliationChanged",
            ),
            ("superseded", "Superseded", "superseded"),
            (
                "cessation_of_operation",
                "Cessation Of Operation",
                "cessationOfOperation",
            ),
            ("", "", ""),
        ];
        let wrong = json!({"reason": "Mất máy", "code": "ca_compromise"});
        let person = app.sign_in("canbo.cu").await;
        let (id, _) = own(&person).await;
        let refused = person
            .post(&format!("/certificates/{id}/revocation"), &wrong)
            .await;
        assert!(refused.status.is_client_error(), "{refused:?}");
        for (code, on_list, in_answer) in cases {
            let person = app.sign_in("canbo.cu").await;
            let (id, der) = own(&person).await;
            let mut body = json!({"reason": "Mất máy"});
            if !code.is_empty() {
                body["code"] = json!(code);
            }
            let revoked = person
                .post(&format!("/certificates/{id}/revocation"), &body)
                .await
                .expect(201)
                .json();
            let told = if code.is_empty() { "unspecified" } else { code };
            assert_eq!(revoked["revocation"], told);
            let request = question(&app.services, &der);
            let answer = ask_by_get(&app, &in_address(&request)).await;
            let issuing = app.services.authority.ca().issuing_der().to_vec();
            let status = ocsp::read(&answer.body, &der, &issuing).unwrap().status;
            assert_eq!(
                status,
                Status::Revoked {
                    at: NOW.parse().unwrap()
                }
            );
            let file = scratch(&format!("{id}.ocsp"));
            std::fs::write(&file, &answer.body).unwrap();
            let text = openssl(&["ocsp", "-noverify", "-resp_text", "-respin"], &file);
            let reason = text
                .lines()
                .find_map(|line| line.trim().strip_prefix("Revocation Reason: "))
                .unwrap_or_default();
            assert!(reason.starts_with(in_answer), "{code}: {text}");
            assert_eq!(reason.is_empty(), in_answer.is_empty(), "{text}");

            let list = app.anybody().get("/pki/issuing.crl").await.expect(200).body;
            let file = scratch(&format!("{id}.crl"));
            std::fs::write(&file, &list).unwrap();
            let text = openssl(&["crl", "-inform", "DER", "-noout", "-text", "-in"], &file);
            let serial = revoked["serial"].as_str().unwrap().to_uppercase();
            let entry = text
                .split("Serial Number: ")
                .find(|entry| entry.starts_with(&serial))
                .unwrap_or_else(|| panic!("{serial}: {text}"));
            assert_eq!(
                entry.contains("CRL Reason Code"),
                !on_list.is_empty(),
                "{entry}"
            );
            assert!(entry.contains(on_list), "{entry}");
        }
        let all = person.get("/certificates").await.expect(200).json();
        let count = |value: Value| {
            let rows = all["items"].as_array().unwrap().iter();
            rows.filter(|row| row["revocation"] == value).count()
        };
        assert_eq!(count(json!("superseded")), 1);
        assert!(count(Value::Null) >= 1, "those not revoked say nothing");
    })
    .await;
}

//! What is refused, each with its own reason: foreign signatures, stale or spent requests, one's own
//! profile, other people's units.

use actix_web::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_signing::software_key::SoftwareKey;
use serde_json::{Value, json};

use crate::client::Client;
use crate::support::{TestApp, on_both};

async fn prepared(app: &TestApp) -> (Client, Value) {
    let officer = app.sign_in("tccb.so-tc").await;
    let page = officer
        .get("/tasks?kind=review&limit=100")
        .await
        .expect(200)
        .json();
    let submission = page["items"][0]["subject_id"].as_str().unwrap().to_owned();
    let request = officer
        .prepare_decision(&submission, "approve", json!([]))
        .await
        .expect(201)
        .json();
    (officer, request)
}

fn path(request: &Value) -> String {
    format!(
        "/signing-requests/{}/signature",
        request["id"].as_str().unwrap()
    )
}

#[actix_web::test]
async fn a_signature_that_does_not_hold_changes_nothing() {
    on_both("hcmc", |app| async move {
        let (officer, request) = prepared(&app).await;
        let foreign = SoftwareKey::generate_p256().unwrap();
        let attributes = STANDARD
            .decode(request["to_be_signed"].as_str().unwrap())
            .unwrap();
        let cases = [
            (
                STANDARD.encode(foreign.sign(&attributes).unwrap()),
                "signature_mismatch",
            ),
            (STANDARD.encode([7; 64]), "signature_mismatch"),
            (STANDARD.encode(b"rubbish"), "malformed"),
        ];
        for (signature, code) in cases {
            let answer = officer
                .post(&path(&request), &json!({"signature": signature}))
                .await
                .expect(422);
            assert_eq!(answer.json()["errors"][0]["code"], code);
        }
        let not_base64 = officer
            .post(&path(&request), &json!({"signature": "%%%"}))
            .await
            .expect(422);
        assert_eq!(not_base64.json()["errors"][0]["pointer"], "/signature");
        officer.finish(&request).await.expect(201);
    })
    .await;
}

#[actix_web::test]
async fn a_request_is_its_owners_and_ends() {
    on_both("hcmc", |app| async move {
        let (officer, request) = prepared(&app).await;
        let somebody = app.sign_in("canbo.cu").await;
        let body = json!({"signature": officer.signature(&request)});
        somebody.post(&path(&request), &body).await.expect(404);
        let later = app.at("2026-03-06T02:10:01Z").await;
        let over = officer
            .on(&later)
            .post(&path(&request), &body)
            .await
            .expect(410);
        assert_eq!(over.code(), "signing_request_over");
    })
    .await;
}

#[actix_web::test]
async fn a_revoked_certificate_signs_nothing_more() {
    on_both("hcmc", |app| async move {
        let (officer, request) = prepared(&app).await;
        let certificate = officer.certificate().await;
        let body = json!({"reason": "Mất khoá"});
        officer
            .post(&format!("/certificates/{certificate}/revocation"), &body)
            .await
            .expect(201);
        let answer = officer.finish(&request).await.expect(422);
        assert_eq!(answer.json()["errors"][0]["code"], "revoked");
    })
    .await;
}

#[actix_web::test]
async fn a_return_says_why_and_an_approval_does_not() {
    on_both("hcmc", |app| async move {
        let officer = app.sign_in("tccb.so-tc").await;
        let page = officer
            .get("/tasks?kind=review&limit=100")
            .await
            .expect(200)
            .json();
        let submission = page["items"][0]["subject_id"].as_str().unwrap().to_owned();
        let silent = officer
            .prepare_decision(&submission, "return", json!([]))
            .await
            .expect(422);
        assert_eq!(silent.json()["errors"][0]["code"], "reason_missing");
        let reasons = json!([{"item": "8", "pointer": "", "reason": "?"}]);
        let odd = officer
            .prepare_decision(&submission, "approve", reasons)
            .await
            .expect(422);
        assert_eq!(odd.json()["errors"][0]["code"], "reason_not_expected");
    })
    .await;
}

#[actix_web::test]
async fn nobody_approves_their_own_profile() {
    on_both("hcmc", |app| async move {
        let officer = app.sign_in("tccb.so-tc").await;
        let id = officer.person_id();
        let draft = officer
            .get(&format!("/people/{id}/draft"))
            .await
            .expect(200);
        let mut document = draft.json()["document"].clone();
        document["papers"]["phone"] = json!("0912345678");
        let body = json!({"document": document});
        officer
            .put(&format!("/people/{id}/draft"), &draft.etag(), &body)
            .await
            .expect(200);
        let submission = officer.submit(&id).await["submission_id"]
            .as_str()
            .unwrap()
            .to_owned();
        assert!(
            officer.tasks_about(&id).await.is_empty(),
            "it is not offered"
        );
        let seen = officer
            .get(&format!("/submissions/{submission}"))
            .await
            .expect(200)
            .json();
        assert_eq!(seen["may_decide"], false);
        officer
            .prepare_decision(&submission, "approve", json!([]))
            .await
            .expect(403);
    })
    .await;
}

#[actix_web::test]
async fn other_peoples_units_do_not_exist() {
    on_both("hcmc", |app| async move {
        // HR of one department, and a person of another.
        let hr = app.sign_in("tccb.so-yt").await;
        let other = app.sign_in("canbo.cu").await.person_id();
        for path in [
            "",
            "/draft",
            "/versions",
            "/versions/1",
            "/versions/1/evidence",
            "/attachments",
            "/submissions",
            "/remarks",
            "/exports",
            "/print",
            "/accesses",
        ] {
            hr.get(&format!("/people/{other}{path}")).await.expect(404);
        }
        let page = hr.get("/people?limit=100").await.expect(200).json();
        assert!(
            page["items"]
                .as_array()
                .unwrap()
                .iter()
                .all(|person| person["id"] != other.as_str())
        );
        let colleague = app.sign_in("canbo.moi").await;
        for path in ["", "/draft", "/versions/1", "/attachments"] {
            colleague
                .get(&format!("/people/{other}{path}"))
                .await
                .expect(404);
        }
    })
    .await;
}

#[actix_web::test]
async fn a_submission_names_every_item_to_be_mended() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let id = person.person_id();
        let draft = person.get(&format!("/people/{id}/draft")).await.expect(200);
        let mut document = draft.json()["document"].clone();
        document["papers"]["citizen_id"] = json!("07919900012");
        let saved = person
            .put(
                &format!("/people/{id}/draft"),
                &draft.etag(),
                &json!({"document": document}),
            )
            .await
            .expect(200);
        let body = json!({"certificate_id": person.certificate().await});
        let answer = person
            .post_with(
                &format!("/people/{id}/draft/signing-requests"),
                &[("if-match", &saved.etag())],
                &body,
            )
            .await
            .expect(422)
            .json();
        let errors = answer["errors"].as_array().unwrap();
        let citizen = errors
            .iter()
            .find(|e| e["pointer"] == "/papers/citizen_id")
            .unwrap();
        assert_eq!(citizen["item"], "8");
        let message = citizen["message"].as_str().unwrap();
        assert!(
            message.starts_with("Mục 8: số CCCD phải có 12 chữ số"),
            "{message}"
        );
        assert!(errors.len() > 10, "everything missing is named");
    })
    .await;
}

#[actix_web::test]
async fn monre_lets_the_person_read_and_report_only() {
    on_both("monre", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        let id = person.person_id();
        person
            .get(&format!("/people/{id}/versions/1"))
            .await
            .expect(200);
        person.get(&format!("/people/{id}/draft")).await.expect(403);
        let body = json!({"document": {}});
        person
            .put(&format!("/people/{id}/draft"), "\"0\"", &body)
            .await
            .expect(403);
        let remark = json!({"pointer": "/papers/phone", "text": "Số điện thoại đã đổi"});
        let made = person
            .post(&format!("/people/{id}/remarks"), &remark)
            .await
            .expect(201)
            .json();
        assert_eq!(made["item"], "8");
    })
    .await;
}

#[actix_web::test]
async fn uploads_are_what_they_say() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let base = format!("/people/{}/attachments", person.person_id());
        let good = format!("{base}?name=a.pdf&category=evidence");
        person
            .upload(&good, "text/html", b"<script>")
            .await
            .expect(415);
        person
            .upload(&good, "application/pdf", b"<script>")
            .await
            .expect(422);
        person
            .upload(
                &format!("{base}?name=a.pdf&category=x"),
                "application/pdf",
                b"%PDF-1.7",
            )
            .await
            .expect(422);
        person
            .upload(&base, "application/pdf", b"%PDF-1.7")
            .await
            .expect(400);
        let huge = vec![b'%'; 21 * 1024 * 1024];
        person
            .upload(&good, "application/pdf", &huge)
            .await
            .expect(413);
        let kept = person
            .upload(&good, "application/pdf", b"%PDF-1.7")
            .await
            .expect(201)
            .json();
        let one = format!("{base}/{}", kept["id"].as_str().unwrap());
        assert_eq!(
            person
                .get(&format!("{one}/content"))
                .await
                .expect(200)
                .body
                .as_ref(),
            b"%PDF-1.7"
        );
        person
            .send(Method::DELETE, &one, &[], None)
            .await
            .expect(204);
        person.get(&format!("{one}/content")).await.expect(404);
    })
    .await;
}

#[actix_web::test]
async fn problems_speak_the_callers_language() {
    on_both("hcmc", |app| async move {
        let english = [("accept-language", "en")];
        let answer = app
            .anybody()
            .send(Method::GET, "/me", &english, None)
            .await
            .expect(401);
        assert_eq!(answer.json()["title"], "Sign in first");
        let answer = app.anybody().get("/me").await.expect(401);
        assert_eq!(answer.json()["title"], "Cần đăng nhập");
        for (method, path, status) in [
            (Method::GET, "/nowhere", 404),
            (Method::PUT, "/sessions", 405),
        ] {
            app.anybody()
                .send(method, path, &[], None)
                .await
                .expect(status)
                .code();
        }
    })
    .await;
}

#[actix_web::test]
async fn a_locked_database_says_try_again_and_changes_nothing() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let path = format!("/people/{}/draft", person.person_id());
        let draft = person.get(&path).await.expect(200);
        let body = json!({"document": draft.json()["document"]});
        let (held, is_held) = std::sync::mpsc::channel();
        let (release, released) = std::sync::mpsc::channel::<()>();
        let database = app.services.database.clone();
        let holder = std::thread::spawn(move || {
            database.write::<_, congvu_db::DbError>(|connection| {
                congvu_db::audit::head(connection)?;
                held.send(()).unwrap();
                released.recv().ok();
                Ok(())
            })
        });
        is_held.recv().unwrap();
        let refused = person.put(&path, &draft.etag(), &body).await.expect(503);
        assert_eq!(refused.code(), "unavailable");
        release.send(()).unwrap();
        holder.join().unwrap().unwrap();
        person.put(&path, &draft.etag(), &body).await.expect(200);
    })
    .await;
}

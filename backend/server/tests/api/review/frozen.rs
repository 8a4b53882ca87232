//! A change under review never changes underneath.

use actix_web::http::Method;
use serde_json::json;

use super::{Case, by_hand};
use crate::support::on_both;

#[actix_web::test]
async fn not_through_the_api() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let upload = format!(
            "/people/{}/attachments?name=a.pdf&category=evidence&pointer=/papers/citizen_id",
            person.person_id()
        );
        let kept = person
            .upload(&upload, "application/pdf", b"%PDF-1.7")
            .await
            .expect(201)
            .json();
        let case = Case::submitted(&app).await;
        let draft = format!("/people/{}/draft", case.id);
        person
            .put(&draft, "\"1\"", &json!({"document": {}}))
            .await
            .expect(409);
        person
            .upload(&upload, "application/pdf", b"%PDF-1.7 other")
            .await
            .expect(409);
        let one = format!(
            "/people/{}/attachments/{}",
            case.id,
            kept["id"].as_str().unwrap()
        );
        person
            .send(Method::DELETE, &one, &[], None)
            .await
            .expect(409);
        let hr = case.holder(&app, "hr_head").await;
        case.approve(&hr).await;
        let head = case.holder(&app, "unit_head").await;
        assert_eq!(case.approve(&head).await["version"], 1);
        person
            .send(Method::DELETE, &one, &[], None)
            .await
            .expect(409);
    })
    .await;
}

/// Whatever somebody changes in the database by hand, before the signature is prepared or between the phases, it is not signed over.
#[actix_web::test]
async fn not_by_hand() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let upload = format!(
            "/people/{}/attachments?name=a.pdf&category=evidence&pointer=/papers/citizen_id",
            person.person_id()
        );
        person
            .upload(&upload, "application/pdf", b"%PDF-1.7")
            .await
            .expect(201);
        let case = Case::submitted(&app).await;
        let hr = case.holder(&app, "hr_head").await;
        let (id, owner) = (&case.submission, &case.id);
        let cases = [
            (
                format!("UPDATE submissions SET document = replace(document, '\"papers\"', '\"papers\" ') WHERE id = '{id}'"),
                format!("UPDATE submissions SET document = replace(document, '\"papers\" ', '\"papers\"') WHERE id = '{id}'"),
                "/document",
            ),
            (
                format!("UPDATE submissions SET document_sha256 = 'x' || document_sha256 WHERE id = '{id}'"),
                format!("UPDATE submissions SET document_sha256 = substr(document_sha256, 2) WHERE id = '{id}'"),
                "/document",
            ),
            (
                format!("UPDATE submissions SET base_version = 1 WHERE id = '{id}'"),
                format!("UPDATE submissions SET base_version = NULL WHERE id = '{id}'"),
                "/base_version",
            ),
            (
                format!("UPDATE attachments SET sha256 = 'x' || sha256 WHERE person_id = '{owner}'"),
                format!("UPDATE attachments SET sha256 = substr(sha256, 2) WHERE person_id = '{owner}'"),
                "/attachments",
            ),
            (
                format!("UPDATE attachments SET removed_at = uploaded_at WHERE person_id = '{owner}'"),
                format!("UPDATE attachments SET removed_at = NULL WHERE person_id = '{owner}'"),
                "/attachments",
            ),
            (
                format!("UPDATE signatures SET payload_sha256 = 'x' || payload_sha256 WHERE submission_id = '{id}'"),
                format!("UPDATE signatures SET payload_sha256 = substr(payload_sha256, 2) WHERE submission_id = '{id}'"),
                "/reviews",
            ),
        ];
        for (spoil, mend, pointer) in cases {
            let request = hr
                .prepare_decision(id, "approve", json!([]))
                .await
                .expect(201)
                .json();
            let body = json!({
                "certificate_id": hr.certificate().await, "decision": "approve", "reasons": [],
            });
            by_hand(&app, &spoil);
            let path = format!("/submissions/{id}/signing-requests");
            let prepared = hr.post_with(&path, &[("if-match", "\"1\"")], &body).await;
            let finished = hr.finish(&request).await;
            for answer in [prepared, finished] {
                let answer = answer.expect(409).json();
                assert_eq!(answer["errors"][0]["code"], "frozen_content_changed", "{spoil}");
                assert_eq!(answer["errors"][0]["pointer"], pointer, "{spoil}");
            }
            by_hand(&app, &mend);
        }
        let seen = case.seen_by(&hr).await;
        assert_eq!(seen["revision"], 1, "nothing was decided");
        case.approve(&hr).await;
    })
    .await;
}

//! Taking a submission back before anybody has looked.

use actix_web::http::Method;
use serde_json::json;

use super::{Case, complete, reviews, submission_of};
use crate::support::on_both;

#[actix_web::test]
async fn only_the_submitter_and_only_unseen() {
    on_both("hcmc", |app| async move {
        let case = Case::submitted(&app).await;
        let hr = case.holder(&app, "hr_head").await;
        let colleague = app.sign_in("canbo.cu").await;
        let path = case.at("/withdrawal");
        let tag = [("if-match", "\"1\"")];
        hr.post_with(&path, &tag, &json!(null)).await.expect(403);
        colleague
            .post_with(&path, &tag, &json!(null))
            .await
            .expect(404);
        let person = &case.person;
        person.post(&path, &json!(null)).await.expect(428);
        person
            .post_with(&path, &[("if-match", "\"9\"")], &json!(null))
            .await
            .expect(412);
        assert_eq!(case.seen_by(person).await["may_withdraw"], true);
        assert_eq!(case.seen_by(&hr).await["may_withdraw"], false);
        let prepared = hr
            .prepare_decision(&case.submission, "approve", json!([]))
            .await
            .expect(201)
            .json();

        let headers = [("if-match", "\"1\""), ("idempotency-key", "rut-ho-so")];
        let withdrawn = person
            .send(Method::POST, &path, &headers, None)
            .await
            .expect(201);
        assert_eq!(withdrawn.json()["state"], "withdrawn");
        assert_eq!(withdrawn.etag(), "\"2\"");
        let again = person
            .send(Method::POST, &path, &headers, None)
            .await
            .expect(201);
        assert_eq!(again.body, withdrawn.body);

        hr.finish(&prepared).await.expect(409);
        assert!(reviews(&hr, &case.id).await.is_empty());
        let draft = person
            .get(&format!("/people/{}/draft", case.id))
            .await
            .expect(200)
            .json();
        assert_eq!(
            draft["document"],
            complete(&app, "canbo.moi"),
            "nothing was lost"
        );
        let tasks = person.tasks_about(&case.id).await;
        assert_eq!(tasks.len(), 1, "the duty is open again: {tasks:?}");
        assert_eq!(tasks[0]["kind"], "fill_profile");
        let view = person
            .get(&format!("/people/{}", case.id))
            .await
            .expect(200)
            .json();
        assert_eq!(view["summary"]["state"], "empty");

        // Submitted again and reviewed, it stays.
        let second = submission_of(&person.submit(&case.id).await);
        hr.decide(&second, "approve", json!([])).await;
        let late = person
            .post_with(
                &format!("/submissions/{second}/withdrawal"),
                &[("if-match", "\"2\"")],
                &json!(null),
            )
            .await
            .expect(409);
        assert!(
            late.json()["detail"]
                .as_str()
                .unwrap()
                .contains("đã có người xem xét")
        );
    })
    .await;
}

#[actix_web::test]
async fn a_withdrawal_after_a_return_leaves_the_reasons() {
    on_both("hcmc", |app| async move {
        let mut case = Case::submitted(&app).await;
        let hr = case.holder(&app, "hr_head").await;
        let returned = app.at("2026-03-06T02:05:00Z").await;
        hr.on(&returned)
            .decide(&case.submission, "return", super::reasons())
            .await;
        let again = app.at("2026-03-06T02:10:00Z").await;
        case.submission = submission_of(&case.person.on(&again).submit(&case.id).await);
        case.person
            .post_with(
                &case.at("/withdrawal"),
                &[("if-match", "\"1\"")],
                &json!(null),
            )
            .await
            .expect(201);
        let path = format!("/people/{}", case.id);
        let view = case.person.get(&path).await.expect(200).json();
        assert_eq!(view["summary"]["state"], "returned");
        let draft = case
            .person
            .get(&format!("{path}/draft"))
            .await
            .expect(200)
            .json();
        assert_eq!(draft["returned"][0]["reason"], "Ảnh chụp mờ");
        let tasks = case.person.tasks_about(&case.id).await;
        assert_eq!(tasks.len(), 1, "{tasks:?}");
        assert_eq!(tasks[0]["kind"], "correct_profile");
    })
    .await;
}

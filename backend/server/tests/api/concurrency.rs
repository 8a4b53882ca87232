//! Nothing is overwritten, nothing is done twice.

use actix_web::http::Method;
use futures_util::future::join_all;
use serde_json::json;

use crate::support::{TestApp, on_both};

/// A submission at the first step, with somebody who may decide.
async fn waiting(app: &TestApp) -> (crate::client::Client, String) {
    let officer = app.sign_in("tccb.so-tc").await;
    let page = officer
        .get("/tasks?kind=review&limit=100")
        .await
        .expect(200)
        .json();
    let task = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|task| task["mine"] == true)
        .unwrap()
        .clone();
    (officer, task["subject_id"].as_str().unwrap().to_owned())
}

#[actix_web::test]
async fn two_hundred_identical_finishes_leave_one_signature_and_equal_answers() {
    on_both("hcmc", |app| async move {
        let (officer, submission) = waiting(&app).await;
        let request = officer
            .prepare_decision(&submission, "approve", json!([]))
            .await
            .expect(201)
            .json();
        let path = format!(
            "/signing-requests/{}/signature",
            request["id"].as_str().unwrap()
        );
        let body = json!({"signature": officer.signature(&request)});
        let answers = join_all((0..200).map(|_| officer.post(&path, &body))).await;
        let bodies: Vec<_> = answers
            .into_iter()
            .map(|answer| answer.expect(201).json())
            .collect();
        assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]));
        let seen = officer
            .get(&format!("/submissions/{submission}"))
            .await
            .expect(200)
            .json();
        let signed = seen["steps"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|s| s["state"] == "signed")
            .count();
        assert_eq!(signed, 1);
    })
    .await;
}

#[actix_web::test]
async fn of_two_decisions_prepared_over_the_same_sight_one_counts() {
    on_both("hcmc", |app| async move {
        let (officer, submission) = waiting(&app).await;
        let approve = officer
            .prepare_decision(&submission, "approve", json!([]))
            .await
            .expect(201)
            .json();
        let reasons = json!([{"item": "", "pointer": "", "reason": "Thiếu tài liệu"}]);
        let back = officer
            .prepare_decision(&submission, "return", reasons)
            .await
            .expect(201)
            .json();
        let answers = join_all([officer.finish(&approve), officer.finish(&back)]).await;
        let mut statuses: Vec<_> = answers
            .iter()
            .map(|answer| answer.status.as_u16())
            .collect();
        statuses.sort_unstable();
        assert_eq!(statuses[0], 201);
        assert!([403, 409, 412].contains(&statuses[1]), "{statuses:?}");
    })
    .await;
}

#[actix_web::test]
async fn a_draft_saved_elsewhere_is_not_overwritten() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let path = format!("/people/{}/draft", person.person_id());
        let draft = person.get(&path).await.expect(200);
        let mut body = json!({"document": draft.json()["document"]});
        body["document"]["papers"]["phone"] = json!("0912345678");
        person
            .send(Method::PUT, &path, &[], Some(&body))
            .await
            .expect(428);
        person.put(&path, &draft.etag(), &body).await.expect(200);
        let stale = person.put(&path, &draft.etag(), &body).await.expect(412);
        assert_eq!(stale.etag(), "\"1\"", "the answer says what is there now");
        let many = join_all((0..20).map(|_| person.put(&path, "\"1\"", &body))).await;
        let saved = many
            .iter()
            .filter(|answer| answer.status.as_u16() == 200)
            .count();
        assert_eq!(saved, 1);
    })
    .await;
}

#[actix_web::test]
async fn a_repeated_creation_answers_the_same_and_creates_once() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        let path = format!("/people/{}/remarks", person.person_id());
        let body = json!({"pointer": "/papers/phone", "text": "Số điện thoại đã đổi"});
        let key = [("idempotency-key", "mot-lan")];
        let first = person
            .send(Method::POST, &path, &key, Some(&body))
            .await
            .expect(201);
        let again = person
            .send(Method::POST, &path, &key, Some(&body))
            .await
            .expect(201);
        assert_eq!(first.body, again.body);
        assert_eq!(again.headers.get("idempotency-replayed").unwrap(), "true");
        let other = json!({"pointer": "", "text": "khác"});
        let reused = person
            .send(Method::POST, &path, &key, Some(&other))
            .await
            .expect(422);
        assert_eq!(reused.code(), "idempotency_key_reused");
        let none = person
            .send(Method::POST, &path, &[], Some(&body))
            .await
            .expect(400);
        assert_eq!(none.code(), "idempotency_key_missing");
        let list = person.get(&path).await.expect(200).json();
        assert_eq!(list["items"].as_array().unwrap().len(), 1);
    })
    .await;
}

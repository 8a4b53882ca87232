//! Nobody approves their own profile, be it through the list, the API, a batch, or as a substitute.

use std::sync::Arc;

use congvu_domain::deployment::Deployment;
use congvu_server::services::Services;
use serde_json::{Value, json};

use super::parallel::with_step;
use super::{Case, also, complete, submission_of};
use crate::client::Client;
use crate::reminders::by_hand_run;
use crate::support::{TestApp, on_both};

/// A change to their own profile, submitted.
async fn own_change(client: &Client) -> String {
    let id = client.person_id();
    let path = format!("/people/{id}/draft");
    let draft = client.get(&path).await.expect(200);
    let mut document = draft.json()["document"].clone();
    document["papers"]["phone"] = json!("0912345678");
    client
        .put(&path, &draft.etag(), &json!({"document": document}))
        .await
        .expect(200);
    submission_of(&client.submit(&id).await)
}

/// Hands a role over for a month.
async fn delegate(from: &Client, to: &str, role: &str, form: &str) {
    let unit = &from.me["roles"][0]["unit_id"];
    delegate_over(from, unit, to, role, form).await;
}

async fn delegate_over(from: &Client, unit: &Value, to: &str, role: &str, form: &str) {
    let body = json!({
        "certificate_id": from.certificate().await,
        "delegate": to,
        "role": role,
        "unit_id": unit,
        "form": form,
        "from": "2026-03-01",
        "to": "2026-03-31",
        "basis_number": "15/GUQ-STC",
        "basis_date": "2026-02-27",
        "basis": "Giấy ủy quyền khi vắng mặt",
    });
    let request = from.post("/delegations", &body).await.expect(201).json();
    from.finish(&request).await.expect(201);
}

/// Ends what somebody handed over.
async fn end_all(from: &Client) {
    let given = from.get("/delegations").await.expect(200).json();
    let items = given["items"].as_array().unwrap();
    for delegation in items.iter().filter(|one| one["given"] == true) {
        let id = delegation["id"].as_str().unwrap();
        from.post(&format!("/delegations/{id}/end"), &json!(null))
            .await
            .expect(201);
    }
}

/// What a batch answers for one submission.
async fn in_a_batch(client: &Client, submission: &str) -> Value {
    let body = json!({
        "certificate_id": client.certificate().await,
        "decision": "approve",
        "submissions": [{"id": submission, "revision": 1}],
    });
    let answer = client
        .post("/decisions/signing-requests", &body)
        .await
        .expect(201)
        .json();
    answer["items"][0]["problem"].clone()
}

async fn refused(client: &Client, submission: &str, words: &str) {
    for decision in ["approve", "return"] {
        let reasons = if decision == "return" {
            super::reasons()
        } else {
            json!([])
        };
        let answer = client
            .prepare_decision(submission, decision, reasons)
            .await
            .expect(403);
        let detail = answer.json()["detail"].to_string();
        assert!(detail.contains(words), "{detail}");
    }
    let problem = in_a_batch(client, submission).await;
    assert_eq!(problem["status"], 403, "{problem}");
    assert!(problem["detail"].as_str().unwrap().contains(words));
    let seen = client
        .get(&format!("/submissions/{submission}"))
        .await
        .expect(200)
        .json();
    assert_eq!(seen["may_decide"], false);
}

async fn unit_of(app: &TestApp, client: &Client) -> (Client, Client) {
    let view = client
        .get(&format!("/people/{}", client.person_id()))
        .await
        .expect(200)
        .json();
    let path = app.unit_path(view["summary"]["unit_id"].as_str().unwrap());
    (
        app.officer("hr_head", &path).await,
        app.officer("unit_head", &path).await,
    )
}

#[actix_web::test]
async fn not_with_a_role_of_ones_own() {
    on_both("hcmc", |app| async move {
        let hr = app.sign_in("tccb.so-tc").await;
        let submission = own_change(&hr).await;
        refused(&hr, &submission, "chính mình").await;
        let task = {
            also(&app, "canbo.cu", "hr_head", &hr);
            let other = app.sign_in("canbo.cu").await;
            other.tasks_about(&hr.person_id()).await[0]["id"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        for how in ["claim", "release"] {
            hr.post(&format!("/tasks/{task}/{how}"), &json!({}))
                .await
                .expect(403);
        }
    })
    .await;
}

#[actix_web::test]
async fn not_as_somebodys_substitute_and_no_substitute_for_oneself() {
    on_both("hcmc", |app| async move {
        // The person is the substitute of whoever decides.
        let hr = app.sign_in("tccb.so-tc").await;
        let (_, head) = unit_of(&app, &hr).await;
        delegate(&head, "tccb.so-tc", "unit_head", "tuq").await;
        let submission = own_change(&hr).await;
        also(&app, "canbo.cu", "hr_head", &hr);
        let colleague = app.sign_in("canbo.cu").await;
        colleague.decide(&submission, "approve", json!([])).await;
        refused_later(&hr, &submission, "chính mình").await;

        // The substitute acts for the person whose profile it is.
        also(&app, "canbo.cu", "unit_head", &hr);
        let principal = app.sign_in("canbo.cu").await;
        let both = principal.me["roles"].as_array().unwrap();
        assert_eq!(both.len(), 2);
        let other = app.at("2026-03-06T02:05:00Z").await;
        end_all(&head).await;
        delegate(&principal, "tccb.so-tc", "unit_head", "tuq").await;
        let submission = own_change(&principal).await;
        also(&app, "giamdoc.so-tc", "hr_head", &hr);
        head.on(&other)
            .decide(&submission, "approve", json!([]))
            .await;
        refused_later(&hr, &submission, "thay mặt").await;
    })
    .await;
}

/// As [`refused`], at the second step.
async fn refused_later(client: &Client, submission: &str, words: &str) {
    let answer = client
        .prepare_decision(submission, "approve", json!([]))
        .await
        .expect(403);
    let detail = answer.json()["detail"].to_string();
    assert!(detail.contains(words), "{detail}");
    let body = json!({
        "certificate_id": client.certificate().await,
        "decision": "approve",
        "submissions": [{"id": submission, "revision": 2}],
    });
    let answer = client
        .post("/decisions/signing-requests", &body)
        .await
        .expect(201)
        .json();
    assert_eq!(answer["items"][0]["problem"]["status"], 403, "{answer}");
}

/// One hand would check and approve: whoever signed the first step does not finally approve with a borrowed role.
#[actix_web::test]
async fn not_both_steps_with_a_borrowed_role() {
    on_both("hcmc", |app| async move {
        let case = Case::submitted(&app).await;
        let hr = case.holder(&app, "hr_head").await;
        let head = case.holder(&app, "unit_head").await;
        delegate(&head, "tccb.so-tc", "unit_head", "tuq").await;
        case.approve(&hr).await;
        refused_later(&hr, &case.submission, "bước trước").await;
        assert_eq!(case.approve(&head).await["version"], 1);
        assert_eq!(case.evidence().await, 3);
    })
    .await;
}

/// A delegation of the signing of exports (TL.) is none of reviews.
#[actix_web::test]
async fn not_with_a_delegation_of_something_else() {
    on_both("hcmc", |app| async move {
        let mut deployment: Deployment = (*app.services.deployment).clone();
        for rule in deployment
            .blocks
            .iter_mut()
            .flat_map(|rules| &mut rules.delegations)
        {
            rule.enabled = rule.key == "order";
        }
        let app = TestApp::over(Services {
            deployment: Arc::new(deployment),
            ..app.services.clone()
        })
        .await;
        let case = Case::submitted(&app).await;
        let hr = case.holder(&app, "hr_head").await;
        let head = case.holder(&app, "unit_head").await;
        delegate(&head, "tccb.so-tc", "unit_head", "tl").await;
        also(&app, "canbo.cu", "hr_head", &hr);
        let colleague = app.sign_in("canbo.cu").await;
        case.approve(&colleague).await;
        refused_later(&hr, &case.submission, "không bao gồm").await;
    })
    .await;
}

/// Whoever is put in charge has what the role has (the head of personnel signs no exports), and only while the principal's account is active.
#[actix_web::test]
async fn not_more_than_the_principal_may() {
    on_both("hcmc", |app| async move {
        let hr = app.sign_in("tccb.so-tc").await;
        delegate(&hr, "canbo.cu", "hr_head", "q").await;
        let acting = app.sign_in("canbo.cu").await;
        let actions =
            |me: &Value| -> Vec<String> { serde_json::from_value(me["actions"].clone()).unwrap() };
        let may = actions(&acting.me);
        assert!(may.contains(&"review".to_owned()), "{may:?}");
        assert!(!may.contains(&"sign_exports".to_owned()), "{may:?}");
        let suspended = "UPDATE accounts SET status = 'suspended' WHERE username = 'tccb.so-tc'";
        by_hand_run(&app, suspended);
        let me = acting.get("/me").await.expect(200).json();
        assert_eq!(actions(&me), Vec::<String>::new());
    })
    .await;
}

/// One seat of several in a step is a seat like any other, and one bad apple in a batch does not help the others' owner.
#[actix_web::test]
async fn not_in_a_seat_beside_others_nor_among_others_in_a_batch() {
    on_both("hcmc", |app| async move {
        let app = with_step(&app, "hr_head", 2, &[]).await;
        let hr = app.sign_in("tccb.so-tc").await;
        let submission = own_change(&hr).await;
        refused(&hr, &submission, "chính mình").await;
        also(&app, "canbo.cu", "hr_head", &hr);
        also(&app, "giamdoc.so-tc", "hr_head", &hr);
        let first = app.sign_in("canbo.cu").await;
        let second = app.sign_in("giamdoc.so-tc").await;
        let case = Case::submitted(&app).await;
        let body = json!({
            "certificate_id": hr.certificate().await,
            "decision": "approve",
            "submissions": [
                {"id": submission, "revision": 1},
                {"id": case.submission, "revision": 1},
            ],
        });
        let items = hr
            .post("/decisions/signing-requests", &body)
            .await
            .expect(201)
            .json()["items"]
            .clone();
        assert_eq!(items[0]["problem"]["status"], 403, "{items}");
        assert!(items[1]["request"].is_object(), "{items}");
        hr.finish(&items[1]["request"]).await.expect(201);

        // The seat beside somebody who signed is still nobody's own; two others fill the step.
        first.decide(&submission, "approve", json!([])).await;
        refused_later(&hr, &submission, "chính mình").await;
        let result = second.decide(&submission, "approve", json!([])).await;
        assert_eq!(result["submission_state"], "in_review");
        refused_later(&hr, &submission, "").await;
    })
    .await;
}

/// Whoever entered and signed the data does not finally approve them: not with a role of their own, not as a substitute, not through one,
/// not in a seat beside others, not in a batch.
#[actix_web::test]
async fn who_entered_does_not_finally_approve() {
    on_both("monre", |app| async move {
        let app = with_step(&app, "unit_head", 2, &[]).await;
        let person = app.sign_in("canbo.moi").await;
        let id = person.person_id();
        let unit = person.me_unit();
        let path = app.unit_path(&unit);
        let officer = app.officer("hr_officer", &path).await;
        let head = app.officer("unit_head", &path).await;
        let over = head.me["roles"][0]["unit_id"].clone();
        let draft = format!("/people/{id}/draft");
        let etag = officer.get(&draft).await.expect(200).etag();
        let body = json!({"document": complete(&app, "canbo.moi")});
        officer.put(&draft, &etag, &body).await.expect(200);
        let submission = submission_of(&officer.submit(&id).await);
        let name = officer.me["username"].as_str().unwrap().to_owned();

        // As the head's substitute.
        delegate_over(&head, &over, &name, "unit_head", "tuq").await;
        refused(&officer, &submission, "Người nhập và ký").await;
        end_all(&head).await;
        // In their own right.
        also(&app, &name, "unit_head", &head);
        let officer = app.sign_in(&name).await;
        refused(&officer, &submission, "Người nhập và ký").await;
        // Through a substitute.
        also(&app, "canbo.cu", "hr_officer", &head);
        delegate_over(&officer, &over, "canbo.cu", "unit_head", "tuq").await;
        let substitute = app.sign_in("canbo.cu").await;
        refused(&substitute, &submission, "thay mặt người đã nhập").await;
        // Beside the head, who signed the first of two seats.
        let result = head.decide(&submission, "approve", json!([])).await;
        assert_eq!(result["submission_state"], "in_review");
        refused_later(&officer, &submission, "Người nhập và ký").await;
        refused_later(&substitute, &submission, "thay mặt người đã nhập").await;
    })
    .await;
}

//! Back to a step of one's choice, with reasons; each round stays in the record.

use futures_util::future::join_all;
use serde_json::json;

use super::{Case, prepare_return, reasons, reviews};
use crate::support::on_both;

/// BNV has three steps. Submitted on Friday 6 March 2026; the head returns it to the first step on Tuesday 10 March, so that step has
/// its 5 working days from then: 17 March.
#[actix_web::test]
async fn to_a_chosen_step_and_through_again() {
    on_both("bnv", |app| async move {
        let case = Case::submitted(&app).await;
        let officer = case.holder(&app, "hr_officer").await;
        case.approve(&officer).await;
        let later = app.at("2026-03-10T02:00:00Z").await;
        let hr = case.holder(&later, "hr_head").await;
        case.approve(&hr).await;
        let head = case.holder(&later, "unit_head").await;

        for to in [3, 4] {
            let refused = prepare_return(&head, &case.submission, to)
                .await
                .expect(422);
            assert_eq!(refused.json()["errors"][0]["code"], "not_earlier");
        }
        let body = json!({
            "certificate_id": head.certificate().await, "decision": "approve", "return_to": 1,
        });
        let seen = head.get(&case.at("")).await.expect(200);
        let odd = head
            .post_with(
                &case.at("/signing-requests"),
                &[("if-match", &seen.etag())],
                &body,
            )
            .await
            .expect(422);
        assert_eq!(odd.json()["errors"][0]["code"], "step_not_expected");

        let request = prepare_return(&head, &case.submission, 1)
            .await
            .expect(201)
            .json();
        let result = head.finish(&request).await.expect(201).json();
        assert_eq!(result["submission_state"], "in_review");
        assert!(
            reviews(&head, &case.id).await.is_empty(),
            "its task is closed"
        );

        let officer = case.holder(&later, "hr_officer").await;
        let tasks = reviews(&officer, &case.id).await;
        assert_eq!(tasks.len(), 1);
        assert_eq!(tasks[0]["due_on"], "2026-03-17", "{}", tasks[0]["why"]);
        let seen = case.seen_by(&officer).await;
        assert_eq!(seen["step"], 1);
        assert_eq!(seen["may_decide"], true);
        assert_eq!(seen["steps"][0]["state"], "current");
        assert_eq!(seen["steps"][0]["due_on"], "2026-03-17");
        assert_eq!(seen["steps"][1]["state"], "waiting");
        assert_eq!(seen["steps"][2]["state"], "returned");
        assert_eq!(seen["steps"][2]["reasons"], reasons());
        let counts: Vec<_> = seen["reviews"]
            .as_array()
            .unwrap()
            .iter()
            .map(|review| {
                (
                    review["step"].clone(),
                    review["return_to"].clone(),
                    review["counts"].clone(),
                )
            })
            .collect();
        assert_eq!(
            json!(counts),
            json!([[1, null, false], [2, null, false], [3, 1, false]])
        );

        // On again, and once more back, to the second step: what the first signed still counts.
        case.approve(&officer).await;
        let hr = case.holder(&later, "hr_head").await;
        case.approve(&hr).await;
        let request = prepare_return(&head, &case.submission, 2)
            .await
            .expect(201)
            .json();
        head.finish(&request).await.expect(201);
        let seen = case.seen_by(&hr).await;
        assert_eq!(seen["step"], 2);
        assert_eq!(seen["steps"][0]["state"], "signed");
        case.approve(&hr).await;
        let result = case.approve(&head).await;
        assert_eq!(result["version"], 1);
        assert_eq!(
            case.evidence().await,
            1 + 3 + 3 + 2,
            "every round is in the record"
        );
    })
    .await;
}

#[actix_web::test]
async fn two_hundred_identical_returns_leave_one_and_equal_answers() {
    on_both("hcmc", |app| async move {
        let case = Case::submitted(&app).await;
        let hr = case.holder(&app, "hr_head").await;
        case.approve(&hr).await;
        let head = case.holder(&app, "unit_head").await;
        let request = prepare_return(&head, &case.submission, 1)
            .await
            .expect(201)
            .json();
        let path = format!(
            "/signing-requests/{}/signature",
            request["id"].as_str().unwrap()
        );
        let body = json!({"signature": head.signature(&request)});
        let answers = join_all((0..200).map(|_| head.post(&path, &body))).await;
        let bodies: Vec<_> = answers
            .into_iter()
            .map(|answer| answer.expect(201).json())
            .collect();
        assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]));
        let seen = case.seen_by(&head).await;
        assert_eq!(seen["reviews"].as_array().unwrap().len(), 2);
        assert_eq!(reviews(&hr, &case.id).await.len(), 1, "one task, not many");
    })
    .await;
}

/// A change to a profile in force has one time for all steps together (C4): a return does not lengthen it.
#[actix_web::test]
async fn a_return_of_a_later_change_leaves_the_common_deadline() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        let id = person.person_id();
        let path = format!("/people/{id}/draft");
        let draft = person.get(&path).await.expect(200);
        let mut document = draft.json()["document"].clone();
        document["papers"]["phone"] = json!("0912345678");
        person
            .put(&path, &draft.etag(), &json!({"document": document}))
            .await
            .expect(200);
        let submission = super::submission_of(&person.submit(&id).await);
        let unit = person
            .get(&format!("/people/{id}"))
            .await
            .expect(200)
            .json();
        let unit = app.unit_path(unit["summary"]["unit_id"].as_str().unwrap());
        let hr = app.officer("hr_head", &unit).await;
        let due = reviews(&hr, &id).await[0]["due_on"].clone();
        assert!(due.is_string());
        hr.decide(&submission, "approve", json!([])).await;
        let later = app.at("2026-03-10T02:00:00Z").await;
        let head = later.officer("unit_head", &unit).await;
        let request = prepare_return(&head, &submission, 1)
            .await
            .expect(201)
            .json();
        head.finish(&request).await.expect(201);
        let hr = later.officer("hr_head", &unit).await;
        assert_eq!(reviews(&hr, &id).await[0]["due_on"], due);
    })
    .await;
}

//! Many approvals at once, each with a result of its own.

use std::time::Instant;

use congvu_db::{DbError, people};
use futures_util::future::join_all;
use serde_json::{Value, json};

use super::complete;
use crate::client::Client;
use crate::support::{TestApp, on_both};

/// Submissions of invented people of one unit, entered by its agency as Bộ TN&MT's regulation has it; answers them with whoever decides.
async fn many(app: &TestApp, number: usize) -> (Client, Vec<Value>) {
    let person = app.sign_in("canbo.moi").await.person_id();
    let services = &app.services;
    let (model, unit) = services
        .database
        .read::<_, DbError>(|connection| people::find(connection, &person))
        .unwrap();
    let officer = app.officer("hr_officer", &unit.path).await;
    let document = complete(app, "canbo.moi");
    let mut seen = Vec::new();
    for n in 0..number {
        let mut row = model.clone();
        row.id = services.new_id();
        row.personal_id = format!("0790990{n:05}");
        services
            .database
            .write::<_, DbError>(|connection| people::insert(connection, &row))
            .unwrap();
        let path = format!("/people/{}/draft", row.id);
        officer
            .put(&path, "\"0\"", &json!({"document": document}))
            .await
            .expect(200);
        let result = officer.submit(&row.id).await;
        seen.push(json!({"id": result["submission_id"], "revision": 1}));
    }
    (app.officer("unit_head", &unit.path).await, seen)
}

async fn prepare(head: &Client, submissions: &[Value]) -> Vec<Value> {
    let body = json!({
        "certificate_id": head.certificate().await,
        "decision": "approve",
        "submissions": submissions,
    });
    let answer = head
        .post("/decisions/signing-requests", &body)
        .await
        .expect(201)
        .json();
    answer["items"].as_array().unwrap().clone()
}

fn signed(head: &Client, items: &[Value]) -> Value {
    let items: Vec<_> = items
        .iter()
        .filter(|item| item["request"].is_object())
        .map(|item| json!({"request_id": item["request"]["id"], "signature": head.signature(&item["request"])}))
        .collect();
    json!({"items": items})
}

#[actix_web::test]
async fn one_refusal_does_not_spoil_the_others() {
    on_both("monre", |app| async move {
        let (head, mut submissions) = many(&app, 5).await;
        submissions[1]["revision"] = json!(7);
        submissions.push(json!({"id": "01890000-0000-7000-8000-000000000000", "revision": 1}));
        let items = prepare(&head, &submissions).await;
        let codes: Vec<_> = items.iter().map(|item| item["problem"]["code"].clone()).collect();
        assert_eq!(json!(codes), json!([null, "stale", null, null, null, "not_found"]));
        let requests: Vec<_> = items.iter().filter(|item| item["request"].is_object()).collect();
        assert_eq!(requests.len(), 4);
        assert_eq!(items[0]["submission_id"], submissions[0]["id"]);

        // One of them is decided meanwhile, one signature is not a signature.
        let decided = submissions[2]["id"].as_str().unwrap();
        head.decide(decided, "return", super::reasons()).await;
        let mut body = signed(&head, &items);
        body["items"][2]["signature"] = json!("AAAA");
        let path = "/signing-requests/signatures";
        let outcome = head.post(path, &body).await.expect(201).json();
        let outcome = outcome["items"].as_array().unwrap();
        let states: Vec<_> = outcome
            .iter()
            .map(|item| {
                item["result"]["version"]
                    .as_i64()
                    .map_or_else(|| item["problem"]["code"].clone(), |number| json!(number))
            })
            .collect();
        assert_eq!(json!(states), json!([1, "conflict", "signature_refused", 1]));

        let officer = app.sign_in("canbo.cu").await;
        let stranger = officer.post(path, &body).await.expect(201).json();
        let codes = stranger["items"].as_array().unwrap().iter().map(|i| &i["problem"]["code"]);
        assert!(codes.into_iter().all(|code| code == "not_found"));
        let certificate = head.certificate().await;
        for (bad, status) in [
            (json!({"certificate_id": certificate, "decision": "return", "submissions": submissions}), 422),
            (json!({"certificate_id": certificate, "decision": "approve", "submissions": []}), 422),
            (json!({"certificate_id": "x", "decision": "approve", "submissions": submissions}), 422),
        ] {
            head.post("/decisions/signing-requests", &bad).await.expect(status);
        }
        app.anybody().post(path, &body).await.expect(401);
    })
    .await;
}

#[actix_web::test]
async fn two_hundred_identical_batches_leave_one_result_each_and_equal_answers() {
    on_both("monre", |app| async move {
        let (head, submissions) = many(&app, 3).await;
        let items = prepare(&head, &submissions).await;
        let body = signed(&head, &items);
        let answers =
            join_all((0..200).map(|_| head.post("/signing-requests/signatures", &body))).await;
        let bodies: Vec<_> = answers
            .into_iter()
            .map(|answer| answer.expect(201).json())
            .collect();
        assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]));
        let results = bodies[0]["items"].as_array().unwrap();
        assert!(
            results.iter().all(|item| item["result"]["version"] == 1),
            "{results:?}"
        );
        for submission in &submissions {
            let path = format!("/submissions/{}", submission["id"].as_str().unwrap());
            let seen = head.get(&path).await.expect(200).json();
            assert_eq!(seen["reviews"].as_array().unwrap().len(), 1);
        }
    })
    .await;
}

/// `REVIEW_BATCH=1000` measures what the issue asks for; 40 by default keeps the run short. Statements do not grow with the batch.
#[actix_web::test]
async fn a_batch_is_quick() {
    on_both("monre", |app| async move {
        let number = std::env::var("REVIEW_BATCH")
            .ok()
            .and_then(|number| number.parse().ok())
            .unwrap_or(40);
        let (head, submissions) = many(&app, number).await;
        head.certificate().await;
        let statements = || app.services.database.statements();
        let (before, began) = (statements(), Instant::now());
        let items = prepare(&head, &submissions).await;
        let (prepared, took) = (statements() - before, began.elapsed());
        let body = signed(&head, &items);
        let (before, began) = (statements(), Instant::now());
        let outcome = head.post("/signing-requests/signatures", &body).await.expect(201).json();
        let (finished, signing) = (statements() - before, began.elapsed());
        eprintln!("{number} approvals: prepared in {took:?} ({prepared} statements), finished in {signing:?} ({finished})");
        let outcome = outcome["items"].as_array().unwrap();
        assert!(outcome.iter().all(|item| item["result"]["version"] == 1));
        let number = u64::try_from(number).unwrap();
        assert!(prepared <= 8 * number + 20, "{prepared}");
        assert!(finished <= 60 * number + 20, "{finished}");
        let chain = app.services.database.read(congvu_server::audit::verify).unwrap();
        assert!(chain.is_ok());
    })
    .await;
}

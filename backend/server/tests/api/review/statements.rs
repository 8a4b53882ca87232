//! How many SQL statements a request takes, however much there is.

use serde_json::json;

use super::Case;
use crate::support::on_both;

/// Counted with those that begin and end transactions, look after the connection, and find out who calls.
#[actix_web::test]
async fn few_and_the_same_for_one_task_and_for_a_hundred() {
    on_both("hcmc", |app| async move {
        let case = Case::submitted(&app).await;
        let hr = case.holder(&app, "hr_head").await;
        hr.certificate().await;
        let counted = || app.services.database.statements();

        let before = counted();
        hr.get("/tasks?limit=1").await.expect(200);
        let one = counted() - before;
        let before = counted();
        hr.get("/tasks?limit=100&scope=unit").await.expect(200);
        let hundred = counted() - before;
        assert_eq!(one, hundred, "not one more a task");

        let before = counted();
        let seen = hr.get(&case.at("")).await.expect(200);
        let view = counted() - before;

        let body = json!({
            "certificate_id": hr.certificate().await, "decision": "approve", "reasons": [],
        });
        let before = counted();
        let request = hr
            .post_with(
                &case.at("/signing-requests"),
                &[("if-match", &seen.etag())],
                &body,
            )
            .await
            .expect(201)
            .json();
        let prepare = counted() - before;

        let before = counted();
        hr.finish(&request).await.expect(201);
        let finish = counted() - before;
        let found = (one, view, prepare, finish);
        assert!(
            one <= TASKS && view <= VIEW && prepare <= PREPARE && finish <= FINISH,
            "tasks, view, prepare, finish: {found:?}"
        );
    })
    .await;
}

const TASKS: u64 = 13;
const VIEW: u64 = 18;
const PREPARE: u64 = 19;
const FINISH: u64 = 59;

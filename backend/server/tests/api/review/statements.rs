//! How many SQL statements a request takes, however much there is.

use std::time::Instant;

use congvu_domain::deployment::Event;
use serde_json::json;

use super::Case;
use crate::calendar::{Desk, working};
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

/// `INBOX_TASKS=5000` measures what docs/figures.md tells; 600 by default keep the run short.
#[actix_web::test]
async fn an_inbox_opens_with_the_same_statements_however_full_it_is() {
    on_both("hcmc", |app| async move {
        let number: usize = std::env::var("INBOX_TASKS")
            .ok()
            .and_then(|number| number.parse().ok())
            .unwrap_or(600);
        let desk = Desk::open(&app).await;
        let officer = app.officer("hr_head", &desk.path).await;
        let task = |_| desk.unopened("hr_head", "2026-03-06", working(5), Event::Submitted);
        let queries = [
            "/tasks?limit=20",
            "/tasks?limit=100",
            "/tasks?limit=100&scope=unit",
            "/tasks?limit=100&kind=review&assigned=free",
        ];
        desk.put(&[task(0)]);
        let mut alone = Vec::new();
        for query in queries {
            let before = app.services.database.statements();
            officer.get(query).await.expect(200);
            alone.push(app.services.database.statements() - before);
        }
        desk.put(&(1..number).map(task).collect::<Vec<_>>());
        for (query, alone) in queries.into_iter().zip(alone) {
            let mut took = Vec::new();
            for _ in 0..20 {
                let (before, began) = (app.services.database.statements(), Instant::now());
                let page = officer.get(query).await.expect(200).json();
                took.push(began.elapsed());
                let statements = app.services.database.statements() - before;
                assert_eq!(statements, alone, "{query}: not one more a task");
                assert!(statements <= TASKS, "{query}: {statements}");
                assert_eq!(page["total"], number, "{query}");
            }
            took.sort();
            eprintln!(
                "{number} tasks, GET {query}: median {:?}, slowest {:?}, {alone} statements",
                took[10], took[19]
            );
        }
        // The last page is as near as the first.
        let mut cursor = String::new();
        let (mut pages, began) = (0, Instant::now());
        loop {
            let path = format!("/tasks?limit=100{cursor}");
            let page = officer.get(&path).await.expect(200).json();
            pages += 1;
            match page["next"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(pages, number.div_ceil(100));
        eprintln!("{number} tasks, all {pages} pages: {:?}", began.elapsed());
    })
    .await;
}

const TASKS: u64 = 13;
const VIEW: u64 = 18;
const PREPARE: u64 = 19;
const FINISH: u64 = 59;

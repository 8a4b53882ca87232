//! Deadlines that would get shorter, and what is taken back.

use actix_web::http::Method;
use congvu_domain::deployment::Event;
use serde_json::{Value, json};

use super::{Desk, change, changes, enter, recounted, working};
use crate::client::Client;
use crate::support::{Answer, on_both};

async fn waiting(operator: &Client) -> Vec<Value> {
    let page = operator
        .get("/due-changes?outcome=would_shorten")
        .await
        .expect(200)
        .json();
    page["items"].as_array().unwrap().clone()
}

/// Confirms with the same key each time.
async fn once(client: &Client, path: &str) -> Answer {
    let key = [("idempotency-key", "once")];
    client
        .send(Method::POST, path, &key, Some(&json!({})))
        .await
}

/// The swap that was proposed for 2026: Monday 23 November off, Saturday 28 November worked; Tuesday
/// 24 is off anyway.
#[actix_web::test]
async fn a_swapped_saturday_extends_at_once_and_shortens_only_when_confirmed() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        let app = app.at("2026-11-25T03:00:00Z").await;
        // Friday 20/11, 5 days: 23, 25, 26, 27, 30 → 25, 26, 27, Saturday 28, 30.
        let same = desk.counted("hr_head", "2026-11-20", working(5), Event::Submitted);
        // 1 day: 23 → 25.
        let next = desk.counted("hr_head", "2026-11-20", working(1), Event::Submitted);
        // 4 days: 27 → 28.
        let saturday = desk.counted("hr_head", "2026-11-20", working(4), Event::Submitted);
        // Wednesday 25/11, 3 days: 26, 27, 30 → 26, 27, Saturday 28.
        let shorter = desk.counted("hr_head", "2026-11-25", working(3), Event::Submitted);
        let operator = desk.operator(&app).await;
        enter(&operator, "2026-11-23", "day_off", "2026-11-16").await;
        enter(&operator, "2026-11-28", "working_day", "2026-11-16").await;
        assert_eq!(recounted(&app), 3);
        for (task, due) in [
            (&same, "2026-11-30"),
            (&next, "2026-11-25"),
            (&saturday, "2026-11-28"),
            (&shorter, "2026-11-30"),
        ] {
            assert_eq!(desk.due(task), due, "{:?}", task.due_on);
        }
        assert_eq!(recounted(&app), 0, "it waits, and is said once");
        let officer = app.officer("hr_head", &desk.path).await;
        assert_eq!(
            changes(&officer, &shorter).await,
            [change("would_shorten", "2026-11-30", "2026-11-28")]
        );
        let list = waiting(&operator).await;
        assert_eq!(list.len(), 1);
        assert_eq!(list[0]["task_id"], shorter.id.as_str());
        assert_eq!(list[0]["may_confirm"], true);
        assert!(list[0].get("person_name").is_none(), "no personal data");
        assert_eq!(
            list[0]["reason_en"],
            "28/11/2026 is a working day (Hoán đổi ngày làm việc, 100/TB-BNV of 16/11/2026)."
        );
        let path = format!(
            "/due-changes/{}/confirmation",
            list[0]["id"].as_str().unwrap()
        );
        officer.post(&path, &json!({})).await.expect(403);
        let confirmed = once(&operator, &path).await.expect(201);
        assert_eq!(confirmed.json()["outcome"], "shortened");
        assert_eq!(desk.due(&shorter), "2026-11-28");
        assert!(desk.task(&shorter).why.contains("đến hết ngày 28/11/2026"));
        assert_eq!(
            changes(&officer, &shorter).await,
            [
                change("confirmed", "2026-11-30", "2026-11-28"),
                change("shortened", "2026-11-30", "2026-11-28")
            ]
        );
        // The same request again is the same answer; another one finds it done.
        assert_eq!(
            once(&operator, &path).await.expect(201).body,
            confirmed.body
        );
        let again = operator.post(&path, &json!({})).await.expect(409);
        assert_eq!(again.code(), "already_done");
        assert_eq!(recounted(&app), 0);
        assert!(waiting(&operator).await.is_empty());
    })
    .await;
}

#[actix_web::test]
async fn what_is_taken_back_shortens_nothing_by_itself() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        let task = desk.counted("hr_head", "2026-03-06", working(5), Event::Submitted);
        let operator = desk.operator(&app).await;
        let id = enter(&operator, "2026-03-12", "day_off", "2026-03-06").await;
        assert_eq!(recounted(&app), 1);
        assert_eq!(desk.due(&task), "2026-03-16");
        let preview = operator
            .get(&format!("/calendar/amendments/preview?withdraw={id}"))
            .await
            .expect(200)
            .json();
        assert_eq!(preview["would_shorten"], 1);
        assert_eq!(preview["would_shorten_first"][0]["new_due"], "2026-03-13");
        let path = format!("/calendar/amendments/{id}/withdrawal");
        let withdrawn = operator.post(&path, &json!({})).await.expect(201).json();
        assert_eq!(withdrawn["withdrawn_by"], operator.me["name"]);
        let thursday = super::date("2026-03-12");
        assert!(app.services.calendar.get().is_working(thursday));
        assert_eq!(recounted(&app), 1);
        assert_eq!(
            desk.due(&task),
            "2026-03-16",
            "whoever planned by it is not late"
        );
        let officer = app.officer("hr_head", &desk.path).await;
        let log = [
            change("extended", "2026-03-13", "2026-03-16"),
            change("would_shorten", "2026-03-16", "2026-03-13"),
        ];
        assert_eq!(changes(&officer, &task).await, log);
        let reason = waiting(&operator).await[0]["reason"].clone();
        assert!(
            reason
                .as_str()
                .unwrap()
                .starts_with("Rút lại: 12/03/2026 được nghỉ"),
            "{reason}"
        );
        operator.post(&path, &json!({})).await.expect(409);
        // Announced once more: the day is as it was, and nothing waits any longer.
        enter(&operator, "2026-03-12", "day_off", "2026-03-06").await;
        assert_eq!(recounted(&app), 0);
        assert_eq!(desk.due(&task), "2026-03-16");
        assert!(waiting(&operator).await.is_empty());
        assert_eq!(changes(&officer, &task).await[1].0, "superseded");
        // What was taken back stays to be seen.
        let year = operator.get("/calendar?year=2026").await.expect(200).json();
        assert_eq!(year["amendments"].as_array().unwrap().len(), 2);
        assert_eq!(year["amendments"][0]["withdrawn_by"], operator.me["name"]);
    })
    .await;
}

#[actix_web::test]
async fn nothing_is_shortened_to_a_day_that_is_past_or_for_a_task_that_is_done() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        let task = desk.counted("hr_head", "2026-03-06", working(5), Event::Submitted);
        let done = desk.counted("hr_head", "2026-03-06", working(5), Event::Submitted);
        let operator = desk.operator(&app).await;
        // Saturday the 7th is worked: 7, 9, 10, 11, Thursday the 12th instead of Friday the 13th.
        enter(&operator, "2026-03-07", "working_day", "2026-03-06").await;
        assert_eq!(recounted(&app), 2);
        super::run(
            &app,
            &format!("UPDATE tasks SET closed = TRUE WHERE id = '{}'", done.id),
        );
        let later = app.at("2026-03-13T02:00:00Z").await;
        let operator = desk.operator(&later).await;
        for change in waiting(&operator).await {
            let path = format!(
                "/due-changes/{}/confirmation",
                change["id"].as_str().unwrap()
            );
            let answer = operator.post(&path, &json!({})).await.expect(409);
            let expected = if change["task_id"] == task.id.as_str() {
                "conflict"
            } else {
                "already_done"
            };
            assert_eq!(answer.code(), expected);
        }
        assert_eq!(desk.due(&task), "2026-03-13");
    })
    .await;
}

//! Exactly once: again and again, on several servers, and whatever crashes in between.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use congvu_db::Task;
use congvu_server::error::{ApiError, said};
use congvu_server::reminders::{Step, remind, remind_watched};
use congvu_server::services::Services;

use super::{Office, letters_to, name, notifications, remind_at, wish, with_mail};
use crate::client::Client;
use crate::support::{TestApp, on_both};

const TODAY: &str = "2026-03-06T02:00:00Z";

/// Statements of a round without work: who holds roles (3), five stages; each with the test of its connection, a beginning and an end.
const ROUND: u64 = 26;
/// Statements of a batch: the lock (PostgreSQL), tasks, names, accounts, reminders, words, counts, notifications, letters; with the test of
/// its connection, a beginning and an end.
const BATCH: u64 = 12;

fn many(office: &Office, role: &str, count: usize) -> Vec<Task> {
    let tasks: Vec<_> = (0..count)
        .map(|_| office.unopened(role, "2026-03-06", "2026-02-02"))
        .collect();
    office.put_all(&tasks);
    tasks
}

fn once_each(office: &Office, tasks: &[Task]) -> bool {
    tasks.iter().all(|task| office.rows(task).len() == 1)
}

async fn told(client: &Client) -> Vec<String> {
    let list = notifications(client).await;
    let text = |one: &serde_json::Value| one["text"].as_str().unwrap().to_owned();
    list.iter().map(text).collect()
}

#[actix_web::test]
async fn five_rounds_remind_once_and_many_tasks_are_one_notification() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let officer = office.holder("hr_head").await;
        let tasks = many(&office, "hr_head", 12);
        assert_eq!(remind_at(&app, TODAY).await.reminders, 12);
        for _ in 0..4 {
            assert_eq!(remind_at(&app, TODAY).await.reminders, 0);
        }
        assert!(once_each(&office, &tasks));
        assert_eq!(told(&officer).await, ["12 việc đến hạn hôm nay"]);
        // One more on the same day is told in the same place, and it is unread again.
        let read = serde_json::json!({"up_to": notifications(&officer).await[0]["id"]});
        officer.post("/notifications/read", &read).await.expect(201);
        many(&office, "hr_head", 1);
        assert_eq!(remind_at(&app, TODAY).await.reminders, 1);
        assert_eq!(told(&officer).await, ["13 việc đến hạn hôm nay"]);
        let page = officer.get("/notifications").await.expect(200).json();
        assert_eq!(page["unread"], 1);
    })
    .await;
}

#[actix_web::test]
async fn a_look_does_a_round_and_the_next_one_ten_minutes_later() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let looked = |services: &Services| {
            congvu_server::jobs::look(services)
                .unwrap()
                .reminded
                .reminders
        };
        many(&office, "hr_head", 1);
        assert_eq!(looked(&app.services), 1);
        many(&office, "hr_head", 1);
        assert_eq!(looked(&app.services), 0);
        assert_eq!(looked(&app.at("2026-03-06T02:09:59Z").await.services), 0);
        assert_eq!(looked(&app.at("2026-03-06T02:10:00Z").await.services), 1);
        // A server that was started again has done no round yet, and finds nothing left to do.
        let restarted = Services {
            rounds: Arc::default(),
            ..app.services.clone()
        };
        assert_eq!(looked(&restarted), 0);
    })
    .await;
}

#[actix_web::test]
async fn servers_side_by_side_share_the_work() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let officer = office.holder("hr_head").await;
        // More than one batch.
        let tasks = many(&office, "hr_head", 2_300);
        let servers: Vec<_> = (0..4)
            .map(|_| {
                let services = app.services.clone();
                std::thread::spawn(move || -> usize {
                    (0..3).map(|_| remind(&services).unwrap().reminders).sum()
                })
            })
            .collect();
        let written: usize = servers
            .into_iter()
            .map(|server| server.join().unwrap())
            .sum();
        assert_eq!(written, 2_300);
        assert!(once_each(&office, &tasks));
        assert_eq!(told(&officer).await, ["2300 việc đến hạn hôm nay"]);
    })
    .await;
}

#[actix_web::test]
async fn a_crash_at_any_step_leaves_nothing_half_done() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let (app, _sink, _running) = with_mail(&app, |_| {}).await;
        let officer = app.sign_in(&name(&office.holder("hr_head").await)).await;
        wish(&officer, "to@example.gov.vn", "each").await;
        let tasks = many(&office, "hr_head", 3);
        for step in [Step::Reminders, Step::Notifications, Step::Letters] {
            let crash = |at: Step| {
                if at == step {
                    return Err(ApiError::conflict(said("", "the process ended here")));
                }
                Ok(())
            };
            assert!(remind_watched(&app.services, &crash).is_err());
            assert!(
                tasks.iter().all(|task| office.rows(task).is_empty()),
                "{step:?}"
            );
            assert!(told(&officer).await.is_empty(), "{step:?}");
            assert!(letters_to(&app, &officer).is_empty(), "{step:?}");
        }
        assert_eq!(remind(&app.services).unwrap().reminders, 3);
        assert!(once_each(&office, &tasks));
        assert_eq!(told(&officer).await, ["3 việc đến hạn hôm nay"]);
        assert_eq!(letters_to(&app, &officer).len(), 3);
    })
    .await;
}

#[actix_web::test]
async fn a_crash_between_batches_loses_and_doubles_nothing() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let officer = office.holder("hr_head").await;
        let tasks = many(&office, "hr_head", 2_300);
        let batches = AtomicUsize::new(0);
        let crash = |step: Step| {
            if step == Step::Letters && batches.fetch_add(1, Ordering::Relaxed) == 1 {
                return Err(ApiError::conflict(said("", "the process ended here")));
            }
            Ok(())
        };
        assert!(remind_watched(&app.services, &crash).is_err());
        assert_eq!(told(&officer).await, ["1000 việc đến hạn hôm nay"]);
        assert_eq!(remind_at(&app, TODAY).await.reminders, 1_300);
        assert!(once_each(&office, &tasks));
        assert_eq!(told(&officer).await, ["2300 việc đến hạn hôm nay"]);
    })
    .await;
}

#[actix_web::test]
async fn a_batch_takes_few_statements_however_many_tasks_it_has() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let counted = |app: &TestApp| {
            let before = app.services.database.statements();
            let reminders = remind(&app.services).unwrap().reminders;
            (reminders, app.services.database.statements() - before)
        };
        let (none, round) = counted(&app);
        assert_eq!(none, 0);
        assert!(round <= ROUND, "a round: {round} statements");
        for (count, batches) in [(1, 1), (1_000, 1), (2_500, 3)] {
            many(&office, "hr_head", count);
            let (reminders, statements) = counted(&app);
            assert_eq!(reminders, count);
            // Where there was something, it is looked once more whether there is more.
            let batch = (statements - round).saturating_sub(4) / batches;
            assert!(batch <= BATCH, "{count} tasks: {batch} statements a batch");
        }
    })
    .await;
}

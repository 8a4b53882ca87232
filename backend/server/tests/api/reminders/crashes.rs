//! The process ends at every step of the clock's work, alone and beside another server: no reminder is lost or doubled, no letter is lost,
//! and only one that the mail server had just accepted comes twice, known again by its `Message-ID`.

use std::sync::atomic::{AtomicUsize, Ordering};

use congvu_db::Task;
use congvu_server::error::{ApiError, said};
use congvu_server::mail::{Sending, send_due, send_watched};
use congvu_server::reminders::{Step, remind, remind_watched};
use congvu_server::services::Services;

use super::{Office, by_hand_run, letters_to, name, notifications, wish, with_mail};
use crate::client::Client;
use crate::support::{TestApp, on_both};

/// Everything that somebody was told, in an order of its own.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    /// Number of the task, stage, user name.
    reminders: Vec<(usize, String, String)>,
    /// User name, words.
    notifications: Vec<(String, String)>,
    /// User name, subject, text.
    letters: Vec<(String, String, String)>,
}

/// Somebody who acts and gets a letter of each reminder, somebody who answers for it and gets one each morning, and tasks at every stage.
struct Scene {
    app: TestApp,
    office: Office,
    tasks: Vec<Task>,
    people: Vec<Client>,
}

impl Scene {
    async fn set(app: &TestApp) -> Self {
        let office = Office::open(app).await;
        let mut people = Vec::new();
        for (role, how) in [("hr_head", "each"), ("unit_head", "daily")] {
            let client = app.sign_in(&name(&office.holder(role).await)).await;
            wish(&client, &format!("{role}@example.gov.vn"), how).await;
            people.push(client);
        }
        // Today is Friday 6 March 2026.
        let tasks = vec![
            // Two working days before.
            office.task("hr_head", "2026-03-10", "2026-02-02"),
            // On the day before, what has little time as a whole.
            office.task("hr_head", "2026-03-09", "2026-03-05"),
            office.task("hr_head", "2026-03-06", "2026-02-02"),
            office.task("hr_head", "2026-03-06", "2026-02-03"),
            office.task("hr_head", "2026-03-05", "2026-02-02"),
            // More than a week late: also to those who answer for it.
            office.task("hr_head", "2026-02-24", "2026-02-02"),
        ];
        let scene = Self {
            app: app.clone(),
            office,
            tasks,
            people,
        };
        scene.forget();
        scene
    }

    /// As if nobody had been told anything.
    fn forget(&self) {
        for table in ["letters", "reminders", "notifications"] {
            by_hand_run(&self.app, &format!("DELETE FROM {table}"));
        }
    }

    async fn told(&self) -> Told {
        let mut told = Told {
            reminders: Vec::new(),
            notifications: Vec::new(),
            letters: Vec::new(),
        };
        for (number, task) in self.tasks.iter().enumerate() {
            for (stage, username) in self.office.reminded(task) {
                told.reminders.push((number, stage, username));
            }
        }
        for client in &self.people {
            for one in notifications(client).await {
                let text = one["text"].as_str().unwrap().to_owned();
                told.notifications.push((name(client), text));
            }
            for letter in letters_to(&self.app, client) {
                told.letters
                    .push((name(client), letter.subject, letter.body));
            }
        }
        told.reminders.sort();
        told.notifications.sort();
        told.letters.sort();
        told
    }
}

/// Counts the steps, and ends the process at one of them.
struct Ending {
    at: usize,
    passed: AtomicUsize,
}

impl Ending {
    fn at(step: usize) -> Self {
        Self {
            at: step,
            passed: AtomicUsize::new(0),
        }
    }

    fn step(&self) -> Result<(), ApiError> {
        if self.passed.fetch_add(1, Ordering::Relaxed) == self.at {
            return Err(ApiError::conflict(said("", "the process ended here")));
        }
        Ok(())
    }
}

/// The steps of an undisturbed round, in their order.
fn steps(services: &Services) -> Vec<Step> {
    let seen = std::cell::RefCell::new(Vec::new());
    let note = |step| {
        seen.borrow_mut().push(step);
        Ok(())
    };
    remind_watched(services, &note).unwrap();
    seen.into_inner()
}

#[actix_web::test]
async fn at_every_step_of_a_round_nothing_is_lost_or_doubled() {
    on_both("hcmc", |app| async move {
        let (app, _sink, _running) = with_mail(&app, |_| {}).await;
        let scene = Scene::set(&app).await;
        let steps = steps(&app.services);
        for step in [
            Step::Read,
            Step::Reminders,
            Step::Notifications,
            Step::Letters,
            Step::Committed,
            Step::Digests,
            Step::DigestsCommitted,
        ] {
            assert!(steps.contains(&step), "{step:?} in {steps:?}");
        }
        let whole = scene.told().await;
        let stages: Vec<&str> = whole
            .reminders
            .iter()
            .map(|(_, stage, _)| stage.as_str())
            .collect();
        for stage in ["soon", "tomorrow", "today", "late", "urge-1"] {
            assert!(stages.contains(&stage), "{stage} in {stages:?}");
        }
        for client in &scene.people {
            assert!(whole.letters.iter().any(|(to, ..)| *to == name(client)));
        }
        for (at, step) in steps.iter().enumerate() {
            scene.forget();
            let ending = Ending::at(at);
            assert!(remind_watched(&app.services, &|_| ending.step()).is_err());
            // Started again, it goes on; and once more, there is nothing left.
            remind(&app.services).unwrap();
            assert_eq!(scene.told().await, whole, "ended at {at}, {step:?}");
            assert_eq!(remind(&app.services).unwrap().reminders, 0);
            assert_eq!(scene.told().await, whole, "ended at {at}, {step:?}");
        }
    })
    .await;
}

#[actix_web::test]
async fn a_server_that_ends_beside_another_loses_and_doubles_nothing() {
    on_both("hcmc", |app| async move {
        let (app, _sink, _running) = with_mail(&app, |_| {}).await;
        let scene = Scene::set(&app).await;
        let steps = steps(&app.services);
        let whole = scene.told().await;
        for at in 0..steps.len() {
            scene.forget();
            let ends = app.services.clone();
            let stays = app.services.clone();
            let servers = [
                std::thread::spawn(move || {
                    let ending = Ending::at(at);
                    // Where the other one does the work, it never comes to this step.
                    remind_watched(&ends, &|_| ending.step()).is_ok()
                }),
                std::thread::spawn(move || remind(&stays).is_ok()),
            ];
            let [_ended, stayed] = servers.map(|server| server.join().unwrap());
            assert!(stayed);
            // The other one's next round, ten minutes later.
            remind(&app.services).unwrap();
            assert_eq!(scene.told().await, whole, "one ended at {at}");
        }
    })
    .await;
}

/// Sends three letters with an end at a step, then goes on; answers how often the mail server got each.
#[actix_web::test]
async fn at_every_step_of_sending_no_letter_is_lost() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let (app, sink, _running) = with_mail(&app, |_| {}).await;
        let officer = app.sign_in(&name(&office.holder("hr_head").await)).await;
        wish(&officer, "to@example.gov.vn", "each").await;
        for _ in 0..3 {
            office.task("hr_head", "2026-03-06", "2026-02-02");
        }
        remind(&app.services).unwrap();
        assert_eq!(letters_to(&app, &officer).len(), 3);
        let later = app.at("2026-03-06T02:05:00Z").await;
        let each = [Sending::Taken, Sending::Accepted, Sending::Noted];
        for (at, step) in each.into_iter().cycle().take(9).enumerate() {
            for beside_another in [false, true] {
                by_hand_run(
                    &app,
                    "UPDATE letters SET sent_at = NULL, attempts = 0, next_attempt_at = created_at",
                );
                let before = sink.kept().len();
                let (ends, stays) = (app.services.clone(), app.services.clone());
                let ended = std::thread::spawn(move || {
                    let ending = Ending::at(at);
                    send_watched(&ends, &|_| ending.step()).is_err()
                });
                let other =
                    beside_another.then(|| std::thread::spawn(move || send_due(&stays).unwrap()));
                let ended = ended.join().unwrap();
                if let Some(other) = other {
                    other.join().unwrap();
                } else {
                    assert!(ended, "{at} {step:?}");
                    send_due(&app.services).unwrap();
                }
                // What was taken counts as under way for five minutes.
                send_due(&later.services).unwrap();
                let ids: Vec<String> = sink
                    .kept()
                    .iter()
                    .skip(before)
                    .map(|letter| letter.header("Message-ID").unwrap())
                    .collect();
                let doubled = usize::from(ended && step == Sending::Accepted);
                assert_eq!(ids.len(), 3 + doubled, "{at} {step:?} {ids:?}");
                let mut different = ids.clone();
                different.sort();
                different.dedup();
                assert_eq!(different.len(), 3, "{at} {step:?} {ids:?}");
                assert_eq!(send_due(&later.services).unwrap(), 0);
                let sent = letters_to(&app, &officer);
                assert!(sent.iter().all(|letter| letter.sent_at.is_some()));
            }
        }
    })
    .await;
}

//! Sending: refused and taken later, once by several servers, no more than a minute allows.

use std::net::SocketAddr;
use std::sync::Arc;

use congvu_sandbox::smtp::{MailSink, Mood, start};
use congvu_server::mail::send_due;
use congvu_server::reminders::remind;

use super::{Office, letters_to, name, wish, with_mail};
use crate::client::Client;
use crate::support::{TestApp, on_both};

/// Somebody to whom so many letters are queued.
async fn queued(office: &Office, app: &TestApp, count: usize) -> Client {
    let officer = app.sign_in(&name(&office.holder("hr_head").await)).await;
    wish(&officer, "to@example.gov.vn", "each").await;
    for _ in 0..count {
        office.task("hr_head", "2026-03-06", "2026-02-02");
    }
    remind(&app.services).unwrap();
    assert_eq!(letters_to(app, &officer).len(), count);
    officer
}

async fn sent(app: &TestApp, now: &str) -> usize {
    send_due(&app.at(now).await.services).unwrap()
}

#[actix_web::test]
async fn what_is_refused_is_sent_later() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let (app, sink, _running) = with_mail(&app, |_| {}).await;
        let officer = queued(&office, &app, 1).await;
        sink.set_mood(Mood::Refusing);
        assert_eq!(sent(&app, "2026-03-06T02:00:00Z").await, 0);
        let letter = letters_to(&app, &officer).remove(0);
        assert_eq!(letter.attempts, 1);
        assert!(letter.last_error.contains("550"), "{}", letter.last_error);
        // Not before five minutes are over, then not before ten.
        sink.set_mood(Mood::Normal);
        assert_eq!(sent(&app, "2026-03-06T02:04:59Z").await, 0);
        sink.set_mood(Mood::Refusing);
        assert_eq!(sent(&app, "2026-03-06T02:05:00Z").await, 0);
        sink.set_mood(Mood::Normal);
        assert_eq!(sent(&app, "2026-03-06T02:14:59Z").await, 0);
        assert_eq!(sent(&app, "2026-03-06T02:15:00Z").await, 1);
        assert_eq!(sent(&app, "2026-03-06T09:00:00Z").await, 0);
        assert_eq!(sink.kept().len(), 1);
        let letter = letters_to(&app, &officer).remove(0);
        assert!(letter.sent_at.is_some() && letter.last_error.is_empty());
    })
    .await;
}

#[actix_web::test]
async fn a_server_that_is_away_or_silent_is_left_alone_for_a_while() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let (app, sink, running) = with_mail(&app, |file| file.timeout_seconds = 1).await;
        let officer = queued(&office, &app, 3).await;
        let attempts = || -> i64 {
            let letters = letters_to(&app, &officer);
            letters.iter().map(|letter| letter.attempts).sum()
        };
        // One letter finds out; the others wait.
        sink.set_mood(Mood::Silent);
        assert_eq!(sent(&app, "2026-03-06T02:00:00Z").await, 0);
        assert_eq!(attempts(), 1);
        assert_eq!(sent(&app, "2026-03-06T02:00:30Z").await, 0);
        assert_eq!(attempts(), 1);
        sink.set_mood(Mood::Closed);
        assert_eq!(sent(&app, "2026-03-06T02:01:00Z").await, 0);
        assert_eq!(attempts(), 2);
        let address: SocketAddr = running.address;
        drop(running);
        assert_eq!(sent(&app, "2026-03-06T02:03:00Z").await, 0);
        assert_eq!(attempts(), 3);
        // It is back: everything goes, each once.
        let back = Arc::new(MailSink::new(None));
        let _running = start(address, back.clone()).unwrap();
        assert_eq!(sent(&app, "2026-03-06T03:00:00Z").await, 3);
        assert_eq!(back.kept().len(), 3);
    })
    .await;
}

#[actix_web::test]
async fn a_letter_whose_acceptance_was_not_heard_is_known_again_by_its_message_id() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let (app, sink, _running) = with_mail(&app, |_| {}).await;
        queued(&office, &app, 1).await;
        sink.set_mood(Mood::Forgetful);
        assert_eq!(sent(&app, "2026-03-06T02:00:00Z").await, 0);
        sink.set_mood(Mood::Normal);
        assert_eq!(sent(&app, "2026-03-06T03:00:00Z").await, 1);
        let ids: Vec<_> = sink
            .kept()
            .iter()
            .map(|letter| letter.header("Message-ID").unwrap())
            .collect();
        assert_eq!(ids.len(), 2);
        assert_eq!(ids[0], ids[1]);
        assert!(ids[0].ends_with("@example.gov.vn>"), "{}", ids[0]);
    })
    .await;
}

#[actix_web::test]
async fn servers_side_by_side_send_each_letter_once_and_keep_to_the_minute() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let (app, sink, _running) = with_mail(&app, |file| file.per_minute = 20).await;
        queued(&office, &app, 12).await;
        let servers: Vec<_> = (0..4)
            .map(|_| {
                let services = app.services.clone();
                std::thread::spawn(move || send_due(&services).unwrap())
            })
            .collect();
        let all: usize = servers
            .into_iter()
            .map(|server| server.join().unwrap())
            .sum();
        assert_eq!((all, sink.kept().len()), (12, 12));
        for _ in 0..13 {
            office.task("hr_head", "2026-03-06", "2026-02-02");
        }
        remind(&app.services).unwrap();
        // Eight are left of this minute.
        assert_eq!(sent(&app, "2026-03-06T02:00:59Z").await, 8);
        assert_eq!(sent(&app, "2026-03-06T02:01:00Z").await, 0);
        assert_eq!(sent(&app, "2026-03-06T02:02:00Z").await, 5);
    })
    .await;
}

#[actix_web::test]
async fn the_password_of_the_mail_server_may_be_in_a_file() {
    let app = TestApp::start("hcmc", crate::support::Kind::Sqlite).await;
    let office = Office::open(&app).await;
    let sink = Arc::new(MailSink::new(Some(("congvu".into(), "bí mật".into()))));
    let server = start(SocketAddr::from(([127, 0, 0, 1], 0)), sink.clone()).unwrap();
    let path = std::env::temp_dir().join(format!("congvu-mail-{}", std::process::id()));
    for (password, taken) in [("khác\n", 0), ("bí mật\n", 1)] {
        std::fs::write(&path, password).unwrap();
        let (app, _, _running) = with_mail(&app, |file| {
            file.url = server.url();
            file.user = Some("congvu".into());
            file.password_file = Some(path.clone());
        })
        .await;
        if taken == 0 {
            queued(&office, &app, 1).await;
        }
        assert_eq!(sent(&app, "2026-03-06T09:00:00Z").await, taken);
        super::by_hand_run(&app, "UPDATE letters SET next_attempt_at = created_at");
    }
    assert_eq!(sink.kept().len(), 1);
    std::fs::remove_file(path).unwrap();
}

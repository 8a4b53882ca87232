//! One's deadlines in a calendar program.

use std::collections::HashMap;

use congvu_db::{DbError, accounts};
use congvu_domain::payload::sha256_hex;
use serde_json::json;

use super::{Office, by_hand_run};
use crate::client::Client;
use crate::support::{TestApp, on_both};

/// Makes a feed; answers the path of its address and the secret in it.
async fn make(client: &Client) -> (String, String) {
    let made = client
        .post("/me/calendar-feed", &json!({}))
        .await
        .expect(201)
        .json();
    let address = made["address"].as_str().unwrap();
    let path = address
        .strip_prefix("http://127.0.0.1:8080/api/v1")
        .unwrap();
    let secret = path
        .strip_prefix("/calendar/")
        .and_then(|rest| rest.strip_suffix(".ics"))
        .unwrap();
    (path.to_owned(), secret.to_owned())
}

/// The events of a calendar: their properties by name, parameters included; the alarm's with `VALARM.` before.
async fn events(app: &TestApp, path: &str) -> Vec<HashMap<String, String>> {
    let answer = app.anybody().get(path).await.expect(200);
    let kind = answer.headers.get("content-type").unwrap();
    assert_eq!(kind, "text/calendar; charset=utf-8");
    let text = String::from_utf8(answer.body.to_vec()).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{text}");
    assert!(
        text.lines().all(|line| line.len() <= 75),
        "lines are folded: {text}"
    );
    let mut events: Vec<HashMap<String, String>> = Vec::new();
    let mut before = "";
    for line in text.replace("\r\n ", "").lines() {
        match line {
            "BEGIN:VEVENT" => events.push(HashMap::new()),
            "BEGIN:VALARM" => before = "VALARM.",
            "END:VALARM" => before = "",
            _ => {
                let (key, value) = line.split_once(':').unwrap();
                if let Some(event) = events.last_mut() {
                    event.insert(format!("{before}{key}"), value.to_owned());
                }
            }
        }
    }
    events
}

#[actix_web::test]
async fn open_deadlines_are_all_day_events_that_move_with_them() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let officer = office.holder("hr_head").await;
        let task = office.task("hr_head", "2026-03-11", "2026-02-02");
        office.task("unit_head", "2026-03-11", "2026-02-02");
        let (path, _) = make(&officer).await;

        let all = events(&app, &path).await;
        assert_eq!(all.len(), 1, "one's own only");
        let first = &all[0];
        let uid = format!("{}@congvu", task.id);
        for (key, value) in [
            ("UID", uid.as_str()),
            ("DTSTART;VALUE=DATE", "20260311"),
            ("DTEND;VALUE=DATE", "20260312"),
            ("SEQUENCE", "0"),
            ("LAST-MODIFIED", "20260202T020000Z"),
            ("DTSTAMP", "20260202T020000Z"),
            ("VALARM.ACTION", "DISPLAY"),
            ("VALARM.TRIGGER", "-PT57600S"),
        ] {
            assert_eq!(first.get(key).map(String::as_str), Some(value), "{key}: {first:?}");
        }
        assert!(first["SUMMARY"].starts_with("Rà soát\\, phê duyệt hồ sơ – "), "{first:?}");
        assert!(first["DESCRIPTION"].starts_with("Hạn: 11/03/2026\\n"), "{first:?}");
        assert!(first["DESCRIPTION"].contains("khoản 2 Điều 7"), "{first:?}");

        let url = format!("http://127.0.0.1:8080/submissions/{}", task.subject_id);
        assert_eq!(first["URL"], url);
        assert_eq!(events(&app, &path).await, all, "asked again, the same");

        // The day moves: the same event, later.
        by_hand_run(
            &app,
            &format!(
                "UPDATE tasks SET due_on = '2026-03-12', due_key = '2026-03-12' WHERE id = '{}'",
                task.id
            ),
        );
        by_hand_run(
            &app,
            &format!(
                "INSERT INTO due_changes (id, task_id, old_due, new_due, outcome, reason, by_name, at) \
                 VALUES ('c', '{}', '2026-03-11', '2026-03-12', 'extended', '', '', '2026-03-06T01:00:00.000000Z')",
                task.id
            ),
        );
        let moved = events(&app, &path).await.remove(0);
        assert_eq!(moved["UID"], uid);
        assert_eq!(moved["SEQUENCE"], "1");
        assert_eq!(moved["DTSTART;VALUE=DATE"], "20260312");
        assert_eq!(moved["LAST-MODIFIED"], "20260306T010000Z");

        // Done: gone.
        by_hand_run(&app, "UPDATE tasks SET closed = TRUE");
        assert!(events(&app, &path).await.is_empty());
    })
    .await;
}

#[actix_web::test]
async fn the_address_is_a_secret_that_is_kept_as_a_hash_and_can_be_renewed() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let none = person.get("/me/calendar-feed").await.expect(200).json();
        assert_eq!(none, json!({"active": false}));
        let key = [("idempotency-key", "one")];
        let body = json!({});
        let post = |client: Client| async move {
            let path = "/me/calendar-feed";
            client
                .send(actix_web::http::Method::POST, path, &key, Some(&body))
                .await
                .expect(201)
        };
        let made = post(person.clone()).await.json();
        assert!(made["address"].is_string());
        let (path, secret) = make(&person).await;
        let account = person.me["account_id"].as_str().unwrap().to_owned();
        let read = app.services.database.read::<_, DbError>(|connection| {
            Ok(accounts::find(connection, &account)?.0.feed_sha256)
        });
        assert_eq!(read.unwrap(), Some(sha256_hex(secret.as_bytes())));
        assert_ne!(made["address"].as_str().unwrap(), path);

        // A new one closes the old; ending it closes both; nothing else opens anything.
        app.anybody().get(&path).await.expect(200);
        let (newer, _) = make(&person).await;
        app.anybody().get(&path).await.expect(404);
        let seen = person.get("/me/calendar-feed").await.expect(200);
        assert_eq!(seen.json(), json!({"active": true}));
        let delete = actix_web::http::Method::DELETE;
        let (stale, fresh) = ("\"0\"".to_owned(), seen.etag());
        for (tag, status) in [(stale, 412), (fresh, 204)] {
            person
                .send(
                    delete.clone(),
                    "/me/calendar-feed",
                    &[("if-match", &tag)],
                    None,
                )
                .await
                .expect(status);
        }
        app.anybody().get(&newer).await.expect(404);
        app.anybody().get("/calendar/x.ics").await.expect(404);
    })
    .await;
}

#[actix_web::test]
async fn a_suspended_account_has_no_feed() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let (path, _) = make(&person).await;
        by_hand_run(
            &app,
            "UPDATE accounts SET status = 'suspended' WHERE username = 'canbo.moi'",
        );
        app.anybody().get(&path).await.expect(404);
    })
    .await;
}

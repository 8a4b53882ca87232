//! Before, at and after: by working days, over a weekend and over Tết.

use super::{Office, name, notifications, remind_at};
use crate::support::on_both;

#[actix_web::test]
async fn the_officer_is_reminded_thrice_and_then_the_head_is_urged_every_week() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let (officer, head) = (
            name(&office.holder("hr_head").await),
            name(&office.holder("unit_head").await),
        );
        // Due on Monday 9 March 2026, opened five weeks before.
        let task = office.task("hr_head", "2026-03-09", "2026-02-02");
        let mut expected = Vec::new();
        for (now, stage, to) in [
            // Wednesday; then Thursday, two working days before.
            ("2026-03-04T02:00:00Z", "", ""),
            ("2026-03-05T02:00:00Z", "soon", officer.as_str()),
            ("2026-03-06T02:00:00Z", "", ""),
            // The weekend.
            ("2026-03-07T02:00:00Z", "", ""),
            ("2026-03-08T16:59:59Z", "", ""),
            // Midnight in Vietnam: the day itself.
            ("2026-03-08T17:00:00Z", "today", &officer),
            ("2026-03-09T16:59:59Z", "", ""),
            ("2026-03-09T17:00:00Z", "late", &officer),
            ("2026-03-13T02:00:00Z", "", ""),
            ("2026-03-14T02:00:00Z", "", ""),
            // A week of work after, and again.
            ("2026-03-16T02:00:00Z", "urge-1", &head),
            ("2026-03-20T02:00:00Z", "", ""),
            ("2026-03-23T02:00:00Z", "urge-2", &head),
        ] {
            let reminded = remind_at(&app, now).await;
            assert_eq!(reminded.reminders, usize::from(!stage.is_empty()), "{now}");
            if !stage.is_empty() {
                expected.push((stage.to_owned(), to.to_owned()));
            }
            expected.sort();
            assert_eq!(office.reminded(&task), expected, "{now}");
        }
        let later = app.at("2026-03-23T03:00:00Z").await;
        let kinds = |list: Vec<serde_json::Value>| -> Vec<String> {
            let kind = |one: &serde_json::Value| one["kind"].as_str().unwrap().to_owned();
            list.iter().map(kind).collect()
        };
        let told = notifications(&later.sign_in(&officer).await).await;
        assert_eq!(kinds(told.clone()), ["overdue", "due_today", "due_soon"]);
        assert_eq!(told[1]["link"], format!("/submissions/{}", task.subject_id));
        let text = told[1]["text"].as_str().unwrap();
        assert!(
            text.starts_with("Đến hạn hôm nay: Rà soát, phê duyệt hồ sơ – "),
            "{text}"
        );
        assert!(text.ends_with(", hạn 09/03/2026"), "{text}");
        let urged = notifications(&later.sign_in(&head).await).await;
        assert_eq!(kinds(urged), ["urge", "urge"]);
    })
    .await;
}

#[actix_web::test]
async fn nobody_is_reminded_during_tet() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        // Off from Saturday 14 to Sunday 22 February 2026 (Thông báo 9441/TB-BNV).
        let before = office.task("hr_head", "2026-02-13", "2026-01-05");
        let after = office.task("hr_head", "2026-02-23", "2026-01-05");
        let mut stages = Vec::new();
        for now in [
            "2026-02-11T02:00:00Z",
            "2026-02-12T02:00:00Z",
            "2026-02-13T02:00:00Z",
            "2026-02-14T02:00:00Z",
            "2026-02-17T02:00:00Z",
            "2026-02-22T02:00:00Z",
            "2026-02-23T02:00:00Z",
            "2026-02-24T02:00:00Z",
        ] {
            stages.push(remind_at(&app, now).await.reminders);
        }
        // Two working days before the 13th is the 11th; before the 23rd it is the 12th.
        assert_eq!(stages, [1, 1, 1, 0, 0, 0, 2, 1]);
        let words = |task| -> Vec<String> {
            let rows = office.rows(task);
            rows.into_iter().map(|row| row.stage).collect()
        };
        assert_eq!(words(&before), ["soon", "today", "late"]);
        assert_eq!(words(&after), ["soon", "today", "late"]);
    })
    .await;
}

#[actix_web::test]
async fn what_is_done_or_moved_meanwhile_is_not_reminded_of() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let done = office.task("hr_head", "2026-03-06", "2026-02-02");
        let moved = office.task("hr_head", "2026-03-06", "2026-02-02");
        app.services
            .database
            .write::<_, congvu_db::DbError>(|connection| {
                let now = app.services.now().into();
                congvu_db::tasks::close(connection, "review", &done.subject_id, now)
            })
            .unwrap();
        super::by_hand_run(
            &app,
            &format!(
                "UPDATE tasks SET due_on = '2026-03-20', due_key = '2026-03-20' WHERE id = '{}'",
                moved.id
            ),
        );
        assert_eq!(remind_at(&app, "2026-03-06T02:00:00Z").await.reminders, 0);
        assert_eq!(remind_at(&app, "2026-03-20T02:00:00Z").await.reminders, 1);
        assert!(office.rows(&done).is_empty());
        // A stage that came for the old day comes for the new one again.
        super::by_hand_run(
            &app,
            &format!(
                "UPDATE tasks SET due_on = '2026-03-24', due_key = '2026-03-24' WHERE id = '{}'",
                moved.id
            ),
        );
        assert_eq!(remind_at(&app, "2026-03-24T02:00:00Z").await.reminders, 1);
        let days: Vec<_> = office
            .rows(&moved)
            .into_iter()
            .map(|row| (row.stage, row.due_on.to_string()))
            .collect();
        assert_eq!(
            days,
            [
                ("today".to_owned(), "2026-03-20".to_owned()),
                ("today".to_owned(), "2026-03-24".to_owned())
            ]
        );
    })
    .await;
}

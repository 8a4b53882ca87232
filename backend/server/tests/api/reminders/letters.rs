//! What is written to whom: one letter a reminder, one a morning, or none.

use congvu_server::mail::send_due;
use congvu_server::reminders::remind;

use super::{Office, letters_to, name, remind_at, wish, with_mail};
use crate::support::{TestApp, on_both};

/// What happens at a time: reminders, then the mail.
async fn goes_on(app: &TestApp, now: &str) -> (usize, usize) {
    let app = app.at(now).await;
    let reminded = remind(&app.services).unwrap();
    (reminded.digests, send_due(&app.services).unwrap())
}

#[actix_web::test]
async fn one_letter_each_morning_says_what_is_late_due_and_near() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let (app, sink, _running) = with_mail(&app, |_| {}).await;
        let officer = app.sign_in(&name(&office.holder("hr_head").await)).await;
        wish(&officer, "to.truong@example.gov.vn", "daily").await;
        let late = office.task("hr_head", "2026-03-05", "2026-02-02");
        let today = office.task("hr_head", "2026-03-06", "2026-02-02");
        office.task("hr_head", "2026-03-06", "2026-02-02");
        office.task("hr_head", "2026-03-10", "2026-02-02");
        office.task("hr_head", "2026-03-11", "2026-02-02");
        // 07:29 in Vietnam, then half past seven; nothing more on that day, whatever comes.
        assert_eq!(goes_on(&app, "2026-03-06T00:29:59Z").await, (0, 0));
        assert_eq!(goes_on(&app, "2026-03-06T00:30:00Z").await, (1, 1));
        office.task("hr_head", "2026-03-06", "2026-02-02");
        assert_eq!(goes_on(&app, "2026-03-06T03:00:00Z").await, (0, 0));
        let kept = sink.kept();
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].to, ["to.truong@example.gov.vn"]);
        assert_eq!(kept[0].from, "congvu@example.gov.vn");
        assert_eq!(
            kept[0].subject(),
            "[Công Vụ] 06/03/2026: 1 việc đã quá hạn, 2 việc đến hạn hôm nay, 1 việc sắp đến hạn"
        );
        assert_eq!(kept[0].header("Auto-Submitted").unwrap(), "auto-generated");
        let text = kept[0].part("text/plain").unwrap();
        let places: Vec<_> = [
            "Kính gửi ",
            "Quá hạn:",
            &late.subject_id,
            "Đến hạn hôm nay:",
            &today.subject_id,
            "Sắp đến hạn:",
            "Căn cứ: điểm b khoản 2 Điều 7",
            "http://127.0.0.1:8080/settings",
            "--- English ---",
            "Overdue:",
            "Due today:",
            "Due soon:",
        ]
        .iter()
        .map(|words| {
            text.find(words)
                .unwrap_or_else(|| panic!("{words}: {text}"))
        })
        .collect();
        // In this order, but for the grounds, which stand at every task.
        assert!(
            places
                .iter()
                .enumerate()
                .filter(|(n, _)| *n != 6)
                .is_sorted_by_key(|(_, at)| at)
        );
        let link = format!("http://127.0.0.1:8080/submissions/{}", late.subject_id);
        let html = kept[0].part("text/html").unwrap();
        assert!(
            html.contains(&format!("<a href=\"{link}\">{link}</a>")),
            "{html}"
        );

        // None on the weekend; on Monday what is still open. With everything done, none at all.
        assert_eq!(goes_on(&app, "2026-03-07T01:00:00Z").await, (0, 0));
        assert_eq!(goes_on(&app, "2026-03-09T01:00:00Z").await, (1, 1));
        super::by_hand_run(&app, "UPDATE tasks SET closed = TRUE");
        assert_eq!(goes_on(&app, "2026-03-10T01:00:00Z").await, (0, 0));
        assert_eq!(sink.kept().len(), 2);
    })
    .await;
}

#[actix_web::test]
async fn each_reminder_or_none_as_somebody_wishes() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let (app, sink, _running) = with_mail(&app, |_| {}).await;
        let officer = app.sign_in(&name(&office.holder("hr_head").await)).await;
        let head = app.sign_in(&name(&office.holder("unit_head").await)).await;
        wish(&officer, "to@example.gov.vn", "each").await;
        wish(&head, "thu-truong@example.gov.vn", "none").await;
        office.task("hr_head", "2026-03-06", "2026-02-02");
        office.task("hr_head", "2026-03-10", "2026-02-02");
        office.task("unit_head", "2026-03-06", "2026-02-02");
        assert_eq!(goes_on(&app, "2026-03-06T02:00:00Z").await, (0, 2));
        let kept = sink.kept();
        assert!(kept.iter().all(|letter| letter.to == ["to@example.gov.vn"]));
        assert!(kept[0].subject().starts_with("[Công Vụ] "));
        assert!(letters_to(&app, &head).is_empty());
        // The app tells both.
        assert_eq!(super::notifications(&head).await.len(), 1);
        assert_eq!(super::notifications(&officer).await.len(), 2);
    })
    .await;
}

#[actix_web::test]
async fn whoever_lost_the_role_learns_nothing_from_the_morning_letter() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let (app, sink, _running) = with_mail(&app, |_| {}).await;
        let officer = app.sign_in(&name(&office.holder("hr_head").await)).await;
        wish(&officer, "to@example.gov.vn", "daily").await;
        office.task("hr_head", "2026-03-06", "2026-02-02");
        remind_at(&app, "2026-03-05T17:00:00Z").await;
        super::by_hand_run(
            &app,
            "UPDATE role_grants SET revoked_at = granted_at WHERE role = 'hr_head'",
        );
        assert_eq!(goes_on(&app, "2026-03-06T02:00:00Z").await, (0, 0));
        assert!(sink.kept().is_empty());
    })
    .await;
}

#[actix_web::test]
async fn without_a_mail_server_nothing_is_queued() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let officer = office.holder("hr_head").await;
        wish(&officer, "to@example.gov.vn", "each").await;
        office.task("hr_head", "2026-03-06", "2026-02-02");
        assert_eq!(remind_at(&app, "2026-03-06T02:00:00Z").await.reminders, 1);
        assert!(letters_to(&app, &officer).is_empty());
        let offered = officer.get("/me/letters").await.expect(200).json();
        assert_eq!(offered["offered"], false);
    })
    .await;
}

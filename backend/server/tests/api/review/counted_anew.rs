//! What people open through the API is counted anew when days off are announced (A3, B4, B8, C3, C4, C6).

use std::sync::Arc;

use congvu_db::DbError;
use congvu_domain::deployment::{Deployment, FirstDay};
use congvu_server::services::Services;
use serde_json::{Value, json};

use super::{Case, prepare_return, submission_of};
use crate::calendar::{Desk, enter, recounted};
use crate::client::Client;
use crate::support::{TestApp, on_both};

/// Day by which somebody has to do a kind of thing about a person.
async fn due(client: &Client, kind: &str, person: &str) -> Value {
    let tasks = client.tasks_about(person).await;
    let task = tasks.iter().find(|task| task["kind"] == kind);
    task.unwrap_or_else(|| panic!("no {kind} in {tasks:?}"))["due_on"].clone()
}

/// Registers somebody recruited by a decision of Monday 2 March 2026.
async fn recruited(hr: &Client, personal_id: &str) -> String {
    let kinds = hr.get("/deployment").await.expect(200).json();
    let new = json!({
        "full_name": "Nguyễn Thị Thử", "personal_id": personal_id, "birth_date": "1999-05-01",
        "gender": "female", "unit_id": hr.me["roles"][0]["unit_id"],
        "kind": kinds["person_kinds"][0]["key"], "staff_number": "",
        "decision_number": "12/QĐ", "decision_date": "2026-03-02",
    });
    let person = hr.post("/people", &new).await.expect(201).json();
    person["summary"]["id"].as_str().unwrap().to_owned()
}

/// Monday 9 March 2026 is announced to be off.
///
/// A3: 5 working days from Monday 2 March: 3, 4, 5, 6, 9 → 10. C4: 10 from Friday 6 March: 9–13, 16–20 → 23. C3, the
/// first step returned on the 6th: 5 from then: 9–13 → 16.
#[actix_web::test]
async fn accounts_changes_and_returned_steps() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        let hr = app.officer("hr_head", &desk.path).await;
        let head = app.officer("unit_head", &desk.path).await;
        let issuer = app.officer("account_issuer", &desk.path).await;
        let recruit = recruited(&app.sign_in("tccb.so-tc").await, "079199000123").await;
        let case = Case::submitted(&app).await;
        case.approve(&hr).await;
        let request = prepare_return(&head, &case.submission, 1)
            .await
            .expect(201)
            .json();
        head.finish(&request).await.expect(201);
        let changed = app.sign_in("canbo.cu").await;
        let change = personal_change(&changed).await;

        assert_eq!(due(&issuer, "issue_account", &recruit).await, "2026-03-09");
        assert_eq!(due(&hr, "review", &case.id).await, "2026-03-13");
        assert_eq!(due(&hr, "review", &changed.person_id()).await, "2026-03-20");
        let operator = desk.operator(&app).await;
        enter(&operator, "2026-03-09", "day_off", "2026-03-06").await;
        recounted(&app);
        let hr = app.officer("hr_head", &desk.path).await;
        assert_eq!(due(&issuer, "issue_account", &recruit).await, "2026-03-10");
        assert_eq!(due(&hr, "review", &case.id).await, "2026-03-16");
        assert_eq!(due(&hr, "review", &changed.person_id()).await, "2026-03-23");
        // What is opened now is counted by the new calendar at once: the head's time is that of the change, too.
        hr.decide(&change, "approve", json!([])).await;
        assert_eq!(
            due(&head, "review", &changed.person_id()).await,
            "2026-03-23"
        );
        assert_eq!(recounted(&app), 0);
    })
    .await;
}

async fn personal_change(person: &Client) -> String {
    let id = person.person_id();
    let path = format!("/people/{id}/draft");
    let draft = person.get(&path).await.expect(200);
    let mut document = draft.json()["document"].clone();
    document["papers"]["phone"] = json!("0912345678");
    let body = json!({"document": document});
    person.put(&path, &draft.etag(), &body).await.expect(200);
    submission_of(&person.submit(&id).await)
}

/// Where a regulation counts the day of the event itself: submitted on Friday 6 March 2026, 5 working days are 6, 9, 10, 11, 12; with Monday 9
/// off 6, 10, 11, 12, 13.
#[actix_web::test]
async fn the_day_itself_where_it_counts() {
    on_both("hcmc", |app| async move {
        let mut deployment: Deployment = (*app.services.deployment).clone();
        for block in &mut deployment.blocks {
            block.first_day = FirstDay::Same;
        }
        let app = TestApp::over(Services {
            deployment: Arc::new(deployment),
            ..app.services.clone()
        })
        .await;
        let desk = Desk::open(&app).await;
        let case = Case::submitted(&app).await;
        let hr = case.holder(&app, "hr_head").await;
        assert_eq!(due(&hr, "review", &case.id).await, "2026-03-12");
        let operator = desk.operator(&app).await;
        enter(&operator, "2026-03-09", "day_off", "2026-03-06").await;
        recounted(&app);
        assert_eq!(due(&hr, "review", &case.id).await, "2026-03-13");
    })
    .await;
}

/// The window of Tiền Giang: 27 to 31 March 2026, a Tuesday; with that day off, to Wednesday 1 April.
#[actix_web::test]
async fn the_month_end_window() {
    on_both("tien-giang", |app| async move {
        let desk = Desk::open(&app).await;
        let case = Case::submitted(&app).await;
        let hr = case.holder(&app, "hr_officer").await;
        case.approve(&hr).await;
        let head = case.holder(&app, "unit_head").await;
        assert_eq!(due(&head, "review", &case.id).await, "2026-03-31");
        let operator = desk.operator(&app).await;
        enter(&operator, "2026-03-31", "day_off", "2026-03-06").await;
        recounted(&app);
        assert_eq!(due(&head, "review", &case.id).await, "2026-04-01");
    })
    .await;
}

/// B4 at Bộ TN&MT: 20 days by the calendar from Monday 2 March 2026 end on Sunday 22, so on Monday 23; with that day
/// off on Tuesday 24.
#[actix_web::test]
async fn entry_by_the_agency() {
    on_both("monre", |app| async move {
        let desk = Desk::open(&app).await;
        let officer = app.officer("hr_officer", &desk.path).await;
        let recruit = recruited(&officer, "079199000123").await;
        assert_eq!(due(&officer, "enter_profile", &recruit).await, "2026-03-23");
        let operator = desk.operator(&app).await;
        enter(&operator, "2026-03-23", "day_off", "2026-03-06").await;
        recounted(&app);
        assert_eq!(due(&officer, "enter_profile", &recruit).await, "2026-03-24");
    })
    .await;
}

/// B8: no deadline before Nghị định 356/2025 is in the files (1 July 2026), then 2 working days. Reported on Tuesday
/// 10 November 2026: 11, 12 November; with Wednesday 11 off: 12, 13.
#[actix_web::test]
async fn the_answer_to_a_report() {
    on_both("tien-giang", |app| async move {
        let desk = Desk::open(&app).await;
        let before = remark(&app, &desk).await;
        assert_eq!(before["due_on"], Value::Null);
        assert_eq!(
            before["clause"], "khoản 2 Điều 13 QĐ 03/2025/QĐ-UBND",
            "{before}"
        );
        let later = app.at("2026-11-10T02:00:00Z").await;
        crate::calendar::run(&later, "UPDATE tasks SET closed = TRUE");
        let after = remark(&later, &desk).await;
        assert_eq!(after["due_on"], "2026-11-12", "{after}");
        assert_eq!(after["clause"], "Điều 5 NĐ 356/2025/NĐ-CP");
        let operator = desk.operator(&later).await;
        enter(&operator, "2026-11-11", "day_off", "2026-11-10").await;
        recounted(&later);
        let officer = later.officer("hr_officer", &desk.path).await;
        let moved = due(&officer, "answer_remark", &desk.person).await;
        assert_eq!(moved, "2026-11-13");
    })
    .await;
}

/// The newcomer reports a wrong item; answers the task of whoever has to answer.
async fn remark(app: &TestApp, desk: &Desk) -> Value {
    let person = app.sign_in("canbo.moi").await;
    let path = format!("/people/{}/remarks", desk.person);
    let body = json!({"pointer": "/papers/phone", "text": "Số điện thoại đã đổi"});
    person.post(&path, &body).await.expect(201);
    let officer = app.officer("hr_officer", &desk.path).await;
    let tasks = officer.tasks_about(&desk.person).await;
    let task = tasks.iter().find(|task| task["kind"] == "answer_remark");
    task.unwrap().clone()
}

/// After a merger: what is made before bears the old name, what is made after the new one. Bộ TN&MT became Bộ Nông
/// nghiệp và Môi trường on 1 March 2025 (to be confirmed).
#[actix_web::test]
async fn the_name_of_the_body_on_documents_is_that_of_the_day() {
    let old = "Bộ Tài nguyên và Môi trường";
    let new = "Bộ Nông nghiệp và Môi trường";
    on_both("monre", |app| async move {
        for (now, name) in [("2025-02-28T02:00:00Z", old), ("2025-03-01T02:00:00Z", new)] {
            let then = app.at(now).await;
            let body = then.anybody().get("/deployment").await.expect(200).json();
            assert_eq!(body["name"], name);
        }
        // A profile approved with the old name keeps it; what is entered after goes on with the new one.
        let person = app.sign_in("canbo.moi").await;
        let id = person.person_id();
        let desk = Desk::open(&app).await;
        let officer = app.officer("hr_officer", &desk.path).await;
        let head = app.officer("unit_head", &desk.path).await;
        let mut document = super::complete(&app, "canbo.moi");
        document["header"]["managing_agency"] = json!(old);
        let path = format!("/people/{id}/draft");
        let etag = officer.get(&path).await.expect(200).etag();
        officer
            .put(&path, &etag, &json!({"document": document}))
            .await
            .expect(200);
        let submission = submission_of(&officer.submit(&id).await);
        let result = head.decide(&submission, "approve", json!([])).await;
        assert_eq!(result["version"], 1);
        let version = person
            .get(&format!("/people/{id}/versions/1"))
            .await
            .expect(200)
            .json();
        assert_eq!(version["document"]["header"]["managing_agency"], old);
        let next = officer.get(&path).await.expect(200).json();
        assert_eq!(next["document"]["header"]["managing_agency"], new);
        assert_eq!(
            next["changes"].as_array().unwrap().len(),
            1,
            "{}",
            next["changes"]
        );

        // The top of a print names who issues it: the body as it is called on the day.
        let root = app
            .services
            .database
            .read::<_, DbError>(congvu_db::calendar::root)
            .unwrap();
        for (now, name) in [
            ("2025-02-28T02:00:00Z", old),
            ("2025-03-01T02:00:00Z", new),
            ("2026-03-06T02:00:00Z", new),
        ] {
            let services = app.at(now).await.services;
            assert_eq!(congvu_server::deployment::called(&services, &root), name);
        }
    })
    .await;
}

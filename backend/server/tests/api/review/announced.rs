//! What changed about somebody whose profile is in force is to be entered within the regulation's time (B5, B6), and is urged like
//! everything else.

use serde_json::{Value, json};

use super::submission_of;
use crate::calendar::{Desk, enter, recounted};
use crate::client::Client;
use crate::support::{TestApp, on_both};

fn change(kind: &str, on: &str) -> Value {
    json!({"kind": kind, "on": on, "reference": "12/QĐ, nâng bậc lương"})
}

/// Somebody with a profile in force, and whoever enters for the agency.
async fn both(app: &TestApp, role: &str) -> (Desk, Client, Client) {
    let desk = Desk::open(app).await;
    let person = app.sign_in("canbo.cu").await;
    let officer = app.officer(role, &desk.path).await;
    (desk, person, officer)
}

/// Kind of task, day, clause, and whose it is.
async fn announced(client: &Client, person: &Client, kind: &str, on: &str) -> Value {
    let path = format!("/people/{}/changes", person.person_id());
    let task = client
        .post(&path, &change(kind, on))
        .await
        .expect(201)
        .json();
    assert_eq!(task["change_kind"], kind, "{task}");
    assert_eq!(task["note"], "12/QĐ, nâng bậc lương", "{task}");
    json!([task["kind"], task["due_on"], task["clause"]])
}

/// From Monday 2 March 2026. 5 working days: 3, 4, 5, 6, Monday 9 March. 15 days by the calendar: Tuesday 17 March. From Tuesday 25 August,
/// under Nghị định 27/2026, 3 working days: 26, 27, Friday 28 August.
#[actix_web::test]
async fn b5_b6_each_regulation_has_its_time_to_enter_a_change() {
    let personal = "điểm c khoản 2 Điều 7";
    for (deployment, role, own, by_agency) in [
        (
            "hcmc",
            "hr_head",
            json!([
                "fill_profile",
                "2026-03-09",
                format!("{personal} QĐ 51/2024/QĐ-UBND")
            ]),
            None,
        ),
        (
            "bnv",
            "hr_officer",
            json!([
                "fill_profile",
                "2026-03-09",
                format!("{personal} QĐ 832/QĐ-BNV")
            ]),
            None,
        ),
        (
            "tien-giang",
            "hr_officer",
            json!(["fill_profile", null, "khoản 4 Điều 5 QĐ 03/2025/QĐ-UBND"]),
            None,
        ),
        (
            "monre",
            "hr_officer",
            json!([
                "enter_profile",
                null,
                "điểm b khoản 2 Điều 7 QĐ 2715/QĐ-BTNMT"
            ]),
            Some("2026-03-17"),
        ),
    ] {
        on_both(deployment, |app| {
            let own = own.clone();
            async move {
                let (_desk, person, officer) = both(&app, role).await;
                let found = announced(&officer, &person, "personal_change", "2026-03-02").await;
                assert_eq!(found, own, "{deployment}");
                let found = announced(&officer, &person, "organisation_change", "2026-03-02").await;
                assert_eq!(found[0], "enter_profile", "{deployment}");
                assert_eq!(found[1].as_str(), by_agency, "{deployment}");
                let later = app.at("2026-08-25T02:00:00Z").await;
                let officer = later
                    .sign_in(officer.me["username"].as_str().unwrap())
                    .await;
                let found = announced(&officer, &person, "organisation_change", "2026-08-25").await;
                let by_law = json!(["enter_profile", "2026-08-28", "NĐ 27/2026/NĐ-CP"]);
                assert_eq!(found, by_law, "{deployment}");
                // What took effect before goes by the regulation, whenever it is said.
                let found = announced(&officer, &person, "organisation_change", "2026-06-30").await;
                let before = (deployment == "monre").then_some("2026-07-15");
                assert_eq!(found[1].as_str(), before, "{deployment}");
            }
        })
        .await;
    }
}

/// Entered by the agency at Bộ TN&MT: the task moves with the calendar and ends with the submission.
#[actix_web::test]
async fn it_moves_with_the_calendar_and_ends_with_the_submission() {
    on_both("monre", |app| async move {
        let (desk, person, officer) = both(&app, "hr_officer").await;
        let id = person.person_id();
        announced(&officer, &person, "organisation_change", "2026-03-02").await;
        let operator = desk.operator(&app).await;
        enter(&operator, "2026-03-17", "day_off", "2026-03-06").await;
        recounted(&app);
        let tasks = officer.tasks_about(&id).await;
        assert_eq!(tasks.len(), 1, "{tasks:?}");
        assert_eq!(tasks[0]["due_on"], "2026-03-18");
        assert_eq!(tasks[0]["mine"], true);
        let path = format!("/people/{id}/draft");
        let draft = officer.get(&path).await.expect(200);
        let mut document = draft.json()["document"].clone();
        document["papers"]["phone"] = json!("0912345678");
        let body = json!({"document": document});
        officer.put(&path, &draft.etag(), &body).await.expect(200);
        submission_of(&officer.submit(&id).await);
        let open = officer.tasks_about(&id).await;
        assert!(open.iter().all(|task| task["kind"] != "enter_profile"));
    })
    .await;
}

/// What the person submits does the person's duty, not the agency's: a decision that nobody entered is still to be entered, by whoever said so.
#[actix_web::test]
async fn a_persons_change_leaves_the_agencys_duty_open() {
    on_both("hcmc", |app| async move {
        let (_desk, person, officer) = both(&app, "hr_head").await;
        let id = person.person_id();
        for kind in ["organisation_change", "personal_change"] {
            announced(&officer, &person, kind, "2026-03-02").await;
        }
        let path = format!("/people/{id}/draft");
        let draft = person.get(&path).await.expect(200);
        let mut document = draft.json()["document"].clone();
        document["papers"]["phone"] = json!("0912345678");
        let body = json!({"document": document});
        person.put(&path, &draft.etag(), &body).await.expect(200);
        submission_of(&person.submit(&id).await);
        let open = officer.tasks_about(&id).await;
        let of = |kind: &str| open.iter().filter(|task| task["kind"] == kind).count();
        assert_eq!(
            (of("enter_profile"), of("fill_profile")),
            (1, 0),
            "{open:?}"
        );
        let duty = open.iter().find(|task| task["kind"] == "enter_profile");
        assert_eq!(duty.unwrap()["mine"], true, "{open:?}");
    })
    .await;
}

#[actix_web::test]
async fn who_may_say_so_and_what_cannot_be_meant() {
    on_both("hcmc", |app| async move {
        let (desk, person, officer) = both(&app, "hr_head").await;
        let path = format!("/people/{}/changes", person.person_id());
        // The person speaks of their own side.
        let own = change("personal_change", "2026-03-02");
        let task = person.post(&path, &own).await.expect(201).json();
        assert_eq!(
            (&task["kind"], &task["mine"]),
            (&json!("fill_profile"), &json!(true))
        );
        let other = change("organisation_change", "2026-03-02");
        person.post(&path, &other).await.expect(403);
        let head = app.officer("unit_head", &desk.path).await;
        head.post(&path, &own).await.expect(403);
        let colleague = app.sign_in("canbo.moi").await;
        colleague.post(&path, &own).await.expect(404);
        app.anybody().post(&path, &own).await.expect(401);
        for (body, pointer, code) in [
            (change("new_profile", "2026-03-02"), "/kind", "no_change"),
            (change("personal_change", "2026-03-07"), "/on", "date"),
            (change("organisation_change", "2027-03-07"), "/on", "date"),
            (change("organisation_change", "2026-02-30"), "/on", "date"),
        ] {
            let problem = officer.post(&path, &body).await.expect(422).json();
            assert_eq!(problem["errors"][0]["pointer"], pointer, "{problem}");
            assert_eq!(problem["errors"][0]["code"], code, "{problem}");
        }
        let newcomer = format!("/people/{}/changes", colleague.person_id());
        officer.post(&newcomer, &other).await.expect(409);
        // A decision may be made known before it takes effect.
        let ahead = change("organisation_change", "2026-04-01");
        officer.post(&path, &ahead).await.expect(201);
    })
    .await;
}

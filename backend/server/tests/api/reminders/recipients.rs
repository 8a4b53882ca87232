//! Who has to act, and who answers for them: by the roles of the deployment.

use serde_json::json;

use super::{Office, also, by_hand_run, name, remind_at};
use crate::client::Client;
use crate::support::on_both;

const TODAY: &str = "2026-03-06T02:00:00Z";
/// A week of work later.
const URGED: &str = "2026-03-13T02:00:00Z";

fn all(stage: &str, to: &[&Client]) -> Vec<(String, String)> {
    let mut all: Vec<_> = to.iter().map(|to| (stage.to_owned(), name(to))).collect();
    all.sort();
    all
}

#[actix_web::test]
async fn whoever_took_it_on_else_everybody_of_the_role() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let first = office.holder("hr_head").await;
        let second = office.holder("unit_head").await;
        also(&app, &name(&second), "hr_head", &first);
        let free = office.task("hr_head", "2026-03-06", "2026-02-02");
        let mut taken = office.unopened("hr_head", "2026-03-06", "2026-02-02");
        taken.assignee_id = Some(second.me["account_id"].as_str().unwrap().to_owned());
        office.put(&taken);
        // Somebody who never had the role, or lost it, has nothing to do with it.
        let mut lost = office.unopened("hr_head", "2026-03-06", "2026-02-02");
        let clerk = app.sign_in("canbo.cu").await;
        lost.assignee_id = Some(clerk.me["account_id"].as_str().unwrap().to_owned());
        office.put(&lost);
        assert_eq!(remind_at(&app, TODAY).await.reminders, 5);
        assert_eq!(office.reminded(&free), all("today", &[&first, &second]));
        assert_eq!(office.reminded(&taken), all("today", &[&second]));
        assert_eq!(office.reminded(&lost), all("today", &[&first, &second]));
    })
    .await;
}

#[actix_web::test]
async fn accounts_that_are_suspended_are_left_alone() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let officer = office.holder("hr_head").await;
        let task = office.task("hr_head", "2026-03-06", "2026-02-02");
        by_hand_run(
            &app,
            &format!(
                "UPDATE accounts SET status = 'suspended' WHERE username = '{}'",
                name(&officer)
            ),
        );
        assert_eq!(remind_at(&app, TODAY).await.reminders, 0);
        // Its head hears of it all the same.
        let head = office.holder("unit_head").await;
        assert_eq!(remind_at(&app, URGED).await.reminders, 1);
        assert_eq!(office.reminded(&task), all("urge-1", &[&head]));
    })
    .await;
}

#[actix_web::test]
async fn a_delegate_is_reminded_beside_the_principal_while_the_delegation_is_in_force() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let head = office.holder("unit_head").await;
        let delegate = office.holder("hr_head").await;
        let body = json!({
            "certificate_id": head.certificate().await,
            "delegate": name(&delegate),
            "role": "unit_head",
            "unit_id": head.me["roles"][0]["unit_id"],
            "form": "tuq",
            "from": "2026-03-06",
            "to": "2026-03-10",
            "basis_number": "15/GUQ-STC",
            "basis_date": "2026-02-27",
            "basis": "Giấy ủy quyền khi vắng mặt",
        });
        let request = head.post("/delegations", &body).await.expect(201).json();
        head.finish(&request).await.expect(201);
        let within = office.task("unit_head", "2026-03-10", "2026-02-02");
        let after = office.task("unit_head", "2026-03-11", "2026-02-02");
        remind_at(&app, "2026-03-10T02:00:00Z").await;
        assert_eq!(office.reminded(&within), all("today", &[&head, &delegate]));
        remind_at(&app, "2026-03-11T02:00:00Z").await;
        let day: Vec<_> = office
            .reminded(&after)
            .into_iter()
            .filter(|(stage, _)| stage == "today")
            .collect();
        assert_eq!(day, all("today", &[&head]));
        // Issuing accounts is nothing that was handed over.
        let mut other = office.unopened("unit_head", "2026-03-10", "2026-02-02");
        other.kind = "issue_account".to_owned();
        office.put(&other);
        remind_at(&app, "2026-03-10T03:00:00Z").await;
        assert_eq!(office.reminded(&other), all("today", &[&head]));
    })
    .await;
}

#[actix_web::test]
async fn those_who_answer_for_it_are_found_by_what_their_roles_allow() {
    for (deployment, role, answers) in [
        // What a person owes is the business of whoever looks after the profiles of the unit.
        ("hcmc", "", "hr_head"),
        ("tien-giang", "", "hr_officer"),
        ("bnv", "", "hr_officer"),
        // What a role owes is the head's; what the head owes, that of the head above.
        ("hcmc", "hr_head", "unit_head"),
        ("hcmc", "account_issuer", "unit_head"),
        ("hcmc", "unit_head", "central_director"),
        ("tien-giang", "hr_officer", "unit_head"),
        ("monre", "hr_officer", "unit_head"),
        ("bnv", "hr_officer", "unit_head"),
        ("bnv", "hr_head", "unit_head"),
    ] {
        let app = crate::support::TestApp::start(deployment, crate::support::Kind::Sqlite).await;
        let office = Office::open(&app).await;
        let task = office.task(role, "2026-03-06", "2026-02-02");
        remind_at(&app, TODAY).await;
        remind_at(&app, URGED).await;
        let urged: Vec<_> = office
            .reminded(&task)
            .into_iter()
            .filter(|(stage, _)| stage == "urge-1")
            .collect();
        let head = office.holder(answers).await;
        assert!(
            urged.contains(&("urge-1".to_owned(), name(&head))),
            "{deployment} {role}: {urged:?}"
        );
        // The person hears of their own duty, and never of a step about themselves.
        let own = office
            .reminded(&task)
            .contains(&("today".to_owned(), "canbo.moi".to_owned()));
        assert_eq!(own, role.is_empty(), "{deployment} {role}");
    }
}

//! Regulations that nobody issued, unlike the four, run by file alone: the demonstration passes their chains, and so does a newcomer's profile.

use congvu_domain::deployment::Deployment;
use congvu_server::evidence;
use serde_json::{Value, json};

use crate::client::Client;
use crate::journey::fill_in;
use crate::support::{Kind, TestApp};

/// Everybody who holds a role in the demonstration.
async fn officers(app: &TestApp) -> Vec<Client> {
    let body = congvu_server::demo::body(&app.services.deployment, app.services.today());
    let mut clients = Vec::new();
    for officer in &body.officers {
        clients.push(app.sign_in(&officer.username).await);
    }
    clients
}

/// Somebody whose turn it is.
async fn decider<'a>(officers: &'a [Client], submission: &str) -> &'a Client {
    for officer in officers {
        let seen = officer.get(&format!("/submissions/{submission}")).await;
        if seen.status == 200 && seen.json()["may_decide"] == true {
            return officer;
        }
    }
    panic!("it is nobody's turn");
}

/// Fills in, signs, lets everybody sign who has to; answers the steps as they were passed.
async fn passed(app: &TestApp) -> Vec<Value> {
    let person = app.sign_in("canbo.moi").await;
    let id = person.person_id();
    let officers = officers(app).await;
    let by_person = person.get(&format!("/people/{id}/draft")).await.status == 200;
    let path = app.unit_path(&person.me_unit());
    let submitter = if by_person {
        person.clone()
    } else {
        let rules = app.services.rules();
        let entering = congvu_domain::access::Action::EnterProfiles;
        let role = rules
            .roles
            .iter()
            .find(|role| role.actions.contains(&entering));
        app.officer(&role.unwrap().key, &path).await
    };
    fill_in(app, &submitter, &person).await;
    let result = submitter.submit(&id).await;
    let submission = result["submission_id"].as_str().unwrap().to_owned();
    let mut signatures = 1;
    loop {
        let officer = decider(&officers, &submission).await;
        let result = officer.decide(&submission, "approve", json!([])).await;
        signatures += 1;
        if result["version"] == 1 {
            break;
        }
        assert!(signatures < 20, "{result}");
    }
    let file = person
        .get(&format!("/people/{id}/versions/1/evidence"))
        .await
        .expect(200);
    let package = evidence::read(&file.body).unwrap().contents.package;
    assert_eq!(package.check_structure(), []);
    assert_eq!(package.acts.len(), signatures);
    let seen = person
        .get(&format!("/submissions/{submission}"))
        .await
        .expect(200);
    seen.json()["steps"].as_array().unwrap().clone()
}

/// How many sign each step: one after the other at the port, one alone at the academy; on the island two experts side by side, then one each of
/// two roles, then the chair.
#[actix_web::test]
async fn a_profile_passes_the_chain_of_a_file_alone() {
    for (name, toml, signatures) in [
        (
            "port",
            include_str!("../../../domain/tests/deployments/made_up/port.toml"),
            &[1, 1, 1, 1][..],
        ),
        (
            "academy",
            include_str!("../../../domain/tests/deployments/made_up/academy.toml"),
            &[1],
        ),
        (
            "island",
            include_str!("../../../domain/tests/deployments/made_up/island.toml"),
            &[2, 2, 1],
        ),
    ] {
        let deployment = Deployment::parse(name, toml).unwrap();
        let mut kinds = vec![Kind::Sqlite];
        kinds.extend(
            std::env::var("TEST_DATABASE_URL_POSTGRES")
                .ok()
                .map(Kind::Postgres),
        );
        for kind in kinds {
            let app = TestApp::start_with(&deployment, kind).await;
            let steps = passed(&app).await;
            let found: Vec<_> = steps
                .iter()
                .map(|step| step["signatures"].as_array().unwrap().len())
                .collect();
            assert_eq!(found, signatures, "{name}");
            assert!(steps.iter().all(|step| step["state"] == "signed"), "{name}");
        }
    }
}

//! Review as people do it (C5, C6): back to a step, side by side, taken back, taken on, many at once; and nothing changes underneath.

mod announced;
mod assignment;
mod batch;
mod comments;
mod corrections;
mod counted_anew;
mod dated;
mod frozen;
mod own_profile;
mod parallel;
mod returns;
mod statements;
mod withdrawal;

use congvu_db::{DbError, RoleGrant, Timestamp, accounts, by_hand, grants};
use congvu_server::evidence;
use congvu_server::services::Services;
use serde_json::{Value, json};

use crate::client::Client;
use crate::support::TestApp;

/// A new profile of the demonstration's newcomer, signed and submitted.
struct Case {
    person: Client,
    id: String,
    /// Path of the person's unit.
    path: String,
    submission: String,
}

impl Case {
    async fn submitted(app: &TestApp) -> Self {
        let person = app.sign_in("canbo.moi").await;
        let id = person.person_id();
        let view = person
            .get(&format!("/people/{id}"))
            .await
            .expect(200)
            .json();
        let path = app.unit_path(view["summary"]["unit_id"].as_str().unwrap());
        let draft = format!("/people/{id}/draft");
        let etag = person.get(&draft).await.expect(200).etag();
        let body = json!({"document": complete(app, "canbo.moi")});
        person.put(&draft, &etag, &body).await.expect(200);
        let submission = submission_of(&person.submit(&id).await);
        Self {
            person,
            id,
            path,
            submission,
        }
    }

    /// Somebody who holds a role over the person.
    async fn holder(&self, app: &TestApp, role: &str) -> Client {
        app.officer(role, &self.path).await
    }

    fn at(&self, what: &str) -> String {
        format!("/submissions/{}{what}", self.submission)
    }

    /// The submission as somebody sees it.
    async fn seen_by(&self, client: &Client) -> Value {
        client.get(&self.at("")).await.expect(200).json()
    }

    async fn approve(&self, client: &Client) -> Value {
        client.decide(&self.submission, "approve", json!([])).await
    }

    /// The evidence of the version holds; answers how many signatures it has.
    async fn evidence(&self) -> usize {
        let path = format!("/people/{}/versions/1/evidence", self.id);
        let file = self.person.get(&path).await.expect(200);
        let package = evidence::read(&file.body).unwrap().contents.package;
        assert_eq!(package.check_structure(), []);
        package.acts.len()
    }
}

fn submission_of(result: &Value) -> String {
    result["submission_id"].as_str().unwrap().to_owned()
}

fn reasons() -> Value {
    json!([{"item": "8", "pointer": "/papers/citizen_id", "reason": "Ảnh chụp mờ"}])
}

/// The profile of somebody whom the demonstration has completely.
fn complete(app: &TestApp, username: &str) -> Value {
    let body = congvu_server::demo::body(&app.services.deployment, app.services.today());
    let mut people = body.people.iter();
    let demo = people.find(|demo| demo.username == username).unwrap();
    serde_json::to_value(&demo.profile).unwrap()
}

/// Prepares a return to a step.
async fn prepare_return(client: &Client, submission: &str, to: u16) -> crate::support::Answer {
    let path = format!("/submissions/{submission}");
    let etag = client.get(&path).await.expect(200).etag();
    let body = json!({
        "certificate_id": client.certificate().await,
        "decision": "return",
        "reasons": reasons(),
        "return_to": to,
    });
    client
        .post_with(
            &format!("{path}/signing-requests"),
            &[("if-match", &etag)],
            &body,
        )
        .await
}

/// Gives an account a role over the unit in which another holds it.
fn also(app: &TestApp, username: &str, role: &str, like: &Client) {
    let unit = like.me["roles"][0]["unit_id"].as_str().unwrap().to_owned();
    let services: &Services = &app.services;
    services
        .database
        .write::<_, DbError>(|connection| {
            let (account, _) = accounts::by_username(connection, username)?
                .map(|account| (account, ()))
                .unwrap();
            let grant = RoleGrant {
                id: services.new_id(),
                account_id: account.id,
                role: role.to_owned(),
                unit_id: unit.clone(),
                basis: "Thử nghiệm".to_owned(),
                granted_by: "Thử nghiệm".to_owned(),
                granted_at: Timestamp::from(services.now()),
                revoked_at: None,
            };
            grants::insert(connection, &grant)
        })
        .unwrap();
}

/// What somebody with access to the database could do.
fn by_hand(app: &TestApp, statement: &str) {
    let changed = app
        .services
        .database
        .write::<_, DbError>(|connection| by_hand::run(connection, statement))
        .unwrap();
    assert!(changed > 0, "{statement}");
}

/// Review tasks of a client about a person.
async fn reviews(client: &Client, person: &str) -> Vec<Value> {
    let mut tasks = client.tasks_about(person).await;
    tasks.retain(|task| task["kind"] == "review");
    tasks
}

//! Approving many at once: how long preparing and finishing takes over HTTP, and with how many SQL statements each.
//!
//! `cargo run --release -p congvu-server --example batch -- 1000 [postgres://…]`; an SQLite file of its own without an address.
//! The database must be empty; demonstration data are made in it. Before it measures, everything is entered, signed and submitted.

#[path = "support/http.rs"]
mod http;
#[path = "support/signing.rs"]
mod signing;
mod support;

use anyhow::Context as _;
use congvu_db::{DbError, Person, people};
use congvu_server::demo;
use congvu_server::services::Services;
use http::{Client, beside_a_server, text, username};
use serde_json::{Value, json};
use signing::Signer;
use support::{Arguments, body, measured};

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::read()?;
    // The agency enters, the head of the unit approves: one step.
    let (services, _folder) = body(&arguments, "monre")?;
    let (enters, approves) = (
        username(&services, "hr_officer")?,
        username(&services, "unit_head")?,
    );
    let within = services.clone();
    beside_a_server(&services, move |base| {
        let mut officer = Signer::enrol(Client::sign_in(&base, &enters)?)?;
        let seen = submitted(&within, &mut officer, arguments.count)?;
        let mut head = Signer::enrol(Client::sign_in(&base, &approves)?)?;
        let body = json!({
            "certificate_id": head.certificate, "decision": "approve", "submissions": seen,
        });
        let (prepared, took, statements) = measured(&within, || {
            head.client.post("/decisions/signing-requests", &body, "")
        })?;
        tell("prepared", arguments.count, took, statements);
        let items = prepared
            .get("items")
            .and_then(Value::as_array)
            .context("prepared approvals")?;
        let signed = items
            .iter()
            .map(|item| {
                let request = item.get("request").context("a request")?;
                Ok(json!({"request_id": text(request, "id")?, "signature": head.signature(request)?}))
            })
            .collect::<anyhow::Result<Vec<Value>>>()?;
        let body = json!({"items": signed});
        let (finished, took, statements) = measured(&within, || {
            head.client.post("/signing-requests/signatures", &body, "")
        })?;
        tell("finished", arguments.count, took, statements);
        let results = finished.get("items").and_then(Value::as_array);
        let in_force = results.into_iter().flatten().filter(|item| {
            let version = item.pointer("/result/version");
            version.and_then(Value::as_i64) == Some(1)
        });
        println!("{} versions in force", in_force.count());
        Ok(())
    })
}

fn tell(what: &str, count: usize, took: std::time::Duration, statements: u64) {
    let each = statements / u64::try_from(count.max(1)).unwrap_or(1);
    println!("{count} approvals {what} in {took:.2?}, {statements} statements, {each} each");
}

/// Submissions of invented people of the officer's unit, as a batch names them.
fn submitted(
    services: &Services,
    officer: &mut Signer,
    count: usize,
) -> anyhow::Result<Vec<Value>> {
    let body = demo::body(&services.deployment, services.today());
    let complete = body.people.iter().find(|one| one.username == "canbo.moi");
    let document = serde_json::to_value(&complete.context("somebody complete")?.profile)?;
    let people = officer.client.get("/people?limit=100")?;
    let first = people.pointer("/items/0").context("nobody to be like")?;
    let model = services.database.read::<_, DbError>(|connection| {
        people::find(connection, &text(first, "id").unwrap_or_default())
    })?;
    let mut seen = Vec::with_capacity(count);
    for number in 0..count {
        let id = services.new_id();
        let row = Person {
            id: id.clone(),
            personal_id: format!("0790990{number:05}"),
            state: "empty".to_owned(),
            management: "unit".to_owned(),
            current_version: None,
            ..model.0.clone()
        };
        services
            .database
            .write::<_, DbError>(|connection| people::insert(connection, &row))?;
        let submission = officer.submit(&id, &document)?;
        seen.push(json!({"id": submission, "revision": 1}));
    }
    Ok(seen)
}

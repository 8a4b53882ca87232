//! Opening a full inbox: how long a page takes over HTTP, and with how many SQL statements.
//!
//! `cargo run --release -p congvu-server --example inbox -- 5000 [postgres://…]`; an SQLite file of its own without an address.
//! The database must be empty; demonstration data are made in it.

#[path = "support/http.rs"]
mod http;
mod support;

use anyhow::Context as _;
use chrono::Days;
use congvu_db::{DbError, Task, people, tasks};
use congvu_server::services::Services;
use http::{Client, beside_a_server, text, username};
use support::{Arguments, body, measured};

const TURNS: usize = 50;

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::read()?;
    let (services, _folder) = body(&arguments, "hcmc")?;
    let officer = username(&services, "hr_head")?;
    let within = services.clone();
    beside_a_server(&services, move |base| {
        let client = Client::sign_in(&base, &officer)?;
        let person = client.get("/people?limit=100")?;
        let everybody = person.get("items").and_then(|items| items.as_array());
        // Somebody of the officer's unit who is not the officer.
        let somebody = everybody
            .and_then(|items| {
                items
                    .iter()
                    .find(|one| one.get("id") != client.me.get("person_id"))
            })
            .context("nobody to be reviewed")?;
        fill(&within, &text(somebody, "id")?, arguments.count)?;
        for query in [
            "limit=20",
            "limit=100",
            "limit=100&scope=unit",
            "limit=100&kind=review&assigned=free",
        ] {
            let path = format!("/tasks?{query}");
            let mut took = Vec::new();
            let mut statements = 0;
            for _ in 0..TURNS {
                let (_page, one, counted) = measured(&within, || client.get(&path))?;
                took.push(one);
                statements = counted;
            }
            took.sort();
            println!(
                "{} tasks, {path}: median {:.2?}, slowest {:.2?}, {statements} statements",
                arguments.count,
                took.get(TURNS / 2).context("a median")?,
                took.last().context("a slowest")?,
            );
        }
        let (pages, took, statements) = measured(&within, || all(&client))?;
        println!(
            "{} tasks, all {pages} pages of 100: {took:.2?}, {statements} statements",
            arguments.count
        );
        Ok(())
    })
}

fn all(client: &Client) -> anyhow::Result<usize> {
    let (mut pages, mut cursor) = (0, String::new());
    loop {
        let page = client.get(&format!("/tasks?limit=100{cursor}"))?;
        pages += 1;
        match page.get("next").and_then(|next| next.as_str()) {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return Ok(pages),
        }
    }
}

/// Reviews about one person, due over the next four weeks.
fn fill(services: &Services, person_id: &str, count: usize) -> anyhow::Result<()> {
    services.database.write::<_, DbError>(|connection| {
        people::find(connection, person_id)?;
        (0..count)
            .try_for_each(|number| tasks::open(connection, &review(services, person_id, number)))
    })?;
    Ok(())
}

fn review(services: &Services, person_id: &str, number: usize) -> Task {
    let due = services.today() + Days::new(u64::try_from(number % 28).unwrap_or(0));
    Task {
        id: services.new_id(),
        kind: "review".to_owned(),
        person_id: person_id.to_owned(),
        subject_id: services.new_id(),
        change_kind: None,
        role: "hr_head".to_owned(),
        due_key: due.to_string(),
        due_on: Some(due),
        opens_on: None,
        provisional: false,
        clause: String::new(),
        why: String::new(),
        why_en: String::new(),
        opened_at: services.now().into(),
        closed: false,
        closed_at: None,
        counted_from: None,
        days: None,
        unit: String::new(),
        assignee_id: None,
        assignee: String::new(),
        assigned_at: None,
    }
}

//! The clock over many open deadlines: how long a round of reminders takes, and with how many SQL statements.
//!
//! `cargo run --release -p congvu-server --example clock -- 100000 [postgres://…]`; an SQLite file of its own without an address.
//! The database must be empty; demonstration data are made in it.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context as _;
use chrono::{Days, TimeDelta};
use congvu_db::{Database, DbError, Person, Task, migrate, people, tasks, units};
use congvu_documents::Renderer;
use congvu_domain::catalogues::Catalogues;
use congvu_domain::deployment::Deployment;
use congvu_server::attachments::Blobs;
use congvu_server::auth::Tokens;
use congvu_server::calendar::InForce;
use congvu_server::clock::Clock;
use congvu_server::demo;
use congvu_server::jobs::Alarm;
use congvu_server::pki::{Authority, StampAuthority};
use congvu_server::reminders::remind;
use congvu_server::services::{Services, Settings};

/// A Friday morning in Vietnam.
const NOW: &str = "2026-03-06T02:00:00Z";
/// Rows of one transaction while the deadlines are made.
const AT_ONCE: usize = 5_000;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().context("how many deadlines?")?.parse()?;
    let folder = std::env::temp_dir().join(format!("congvu-clock-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("keys"))?;
    let url = arguments
        .next()
        .unwrap_or_else(|| format!("sqlite://{}", folder.join("congvu.db").display()));
    let services = services(&folder, &url)?;
    services
        .database
        .write(|connection| demo::seed(&services, connection))?;
    for same_day in [false, true] {
        make(&services, count, same_day)?;
        let what = if same_day {
            "all due today"
        } else {
            "due over four weeks"
        };
        for round in ["first", "second"] {
            let (before, began) = (services.database.statements(), Instant::now());
            let reminded = remind(&services)?;
            println!(
                "{count} open deadlines, {what}, {round} round: {} reminders in {:.2?}, {} statements",
                reminded.reminders,
                began.elapsed(),
                services.database.statements() - before,
            );
        }
    }
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

/// Deadlines of everybody in the demonstration: a third are the persons' own, the rest the officers'.
fn make(services: &Services, count: usize, same_day: bool) -> anyhow::Result<()> {
    let everybody = services.database.read::<_, DbError>(|connection| {
        let root: Vec<String> = units::all(connection)?
            .into_iter()
            .filter(|unit| unit.parent_id.is_none())
            .map(|unit| unit.path)
            .collect();
        let search = people::Search::default();
        people::search(connection, &root, &search, None, 1_000)
    })?;
    let numbers: Vec<usize> = (0..count).collect();
    for part in numbers.chunks(AT_ONCE) {
        services.database.write(|connection| {
            part.iter().try_for_each(|number| {
                let (person, _) = everybody
                    .get(number % everybody.len())
                    .ok_or(DbError::NotFound)?;
                let days = if same_day { 14 } else { number % 28 };
                tasks::open(connection, &task(services, person, *number, days))
            })
        })?;
    }
    Ok(())
}

/// A deadline between two weeks before today and two weeks after.
fn task(services: &Services, person: &Person, number: usize, days: usize) -> Task {
    let first = services.today() - TimeDelta::days(14);
    let due = first + Days::new(u64::try_from(days).unwrap_or(0));
    let (kind, role) = match number % 3 {
        0 => ("fill_profile", ""),
        1 => ("review", "hr_head"),
        _ => ("review", "unit_head"),
    };
    Task {
        id: services.new_id(),
        kind: kind.to_owned(),
        person_id: person.id.clone(),
        subject_id: services.new_id(),
        change_kind: None,
        role: role.to_owned(),
        due_key: due.to_string(),
        due_on: Some(due),
        opens_on: None,
        provisional: false,
        clause: String::new(),
        why: String::new(),
        why_en: String::new(),
        opened_at: (services.now() - TimeDelta::days(40)).into(),
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

fn services(folder: &Path, url: &str) -> anyhow::Result<Services> {
    let database = Database::open(url, 4)?;
    database.write(migrate)?;
    let now = NOW.parse()?;
    let deployment = Deployment::built_in("hcmc")
        .context("the deployment")?
        .clone();
    let public_url = "http://127.0.0.1:8080".to_owned();
    let keys = folder.join("keys");
    let authority = Authority::open_or_create(&keys, &deployment.name, &public_url, now)?;
    Ok(Services {
        database,
        deployment: Arc::new(deployment),
        calendar: InForce::default(),
        catalogues: Catalogues::built_in(),
        clock: Clock::Fixed(now),
        authority: Arc::new(authority),
        trusted: Arc::default(),
        stamps: StampAuthority::BuiltIn,
        places: Arc::default(),
        alarm: Alarm::default(),
        mailer: Arc::default(),
        rounds: Arc::default(),
        blobs: Blobs::new(folder.join("files")),
        tokens: Tokens::new(b"a secret that only this example knows"),
        renderer: Arc::new(Renderer::new()),
        settings: Settings {
            public_url,
            demonstration: true,
            bcrypt_cost: 4,
        },
    })
}

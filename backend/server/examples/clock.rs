//! The clock over many open deadlines: how long a round of reminders takes, and with how many SQL statements.
//!
//! `cargo run --release -p congvu-server --example clock -- 100000 [postgres://…]`; an SQLite file of its own without an address.
//! The database must be empty; demonstration data are made in it.

mod support;

use chrono::{Days, TimeDelta};
use congvu_db::{DbError, Person, Task, people, tasks, units};
use congvu_server::reminders::remind;
use congvu_server::services::Services;
use support::{Arguments, body, measured};

/// Rows of one transaction while the deadlines are made.
const AT_ONCE: usize = 5_000;

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::read()?;
    let count = arguments.count;
    let (services, _folder) = body(&arguments, "hcmc")?;
    for same_day in [false, true] {
        make(&services, count, same_day)?;
        let what = if same_day {
            "all due today"
        } else {
            "due over four weeks"
        };
        for round in ["first", "second"] {
            let (reminded, took, statements) = measured(&services, || Ok(remind(&services)?))?;
            println!(
                "{count} open deadlines, {what}, {round} round: {} reminders in {took:.2?}, {statements} statements",
                reminded.reminders,
            );
        }
    }
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

//! One letter on the morning of each working day instead of many.

use chrono::NaiveTime;
use congvu_db::reminders::{self as rows, Recipient};
use congvu_db::{AnyConnection, Letter, Task, letters};

use super::batch::{Step, Watch};
use super::directory::{Directory, Matter, Part};
use super::stages::{Days, Stage, at};
use super::words::{self, Item, Section};
use crate::error::{ApiError, said};
use crate::mail;
use crate::services::Services;

/// When the letter is written, in Vietnam: before the offices open.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(7, 30, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};
/// Accounts of one transaction.
const ACCOUNTS_AT_ONCE: i64 = 100;
/// Tasks looked at for one letter, and listed under one heading.
const LOOKED_AT: i64 = 300;
const LISTED: usize = 30;
/// What is most pressing comes first.
const ORDER: [Stage; 4] = [Stage::Late, Stage::Today, Stage::Soon, Stage::Urge];

/// Writes the letters of the morning that are not written yet; answers how many.
///
/// # Errors
/// The database cannot be used.
pub fn write(
    services: &Services,
    directory: &Directory,
    days: &Days<'_>,
    watch: Watch<'_>,
) -> Result<usize, ApiError> {
    if !services.mailer.is_on() || services.now() < at(services.today(), MORNING) {
        return Ok(0);
    }
    let mut written = 0;
    let mut after = String::new();
    loop {
        let batch = services.database.write(|connection| {
            if !rows::take(connection)? {
                return Ok::<_, ApiError>(None);
            }
            let prefix = format!("digest:{}:", services.today());
            let accounts = rows::awaiting_digest(connection, &prefix, &after, ACCOUNTS_AT_ONCE)?;
            let Some(last) = accounts.last().map(|account| account.id.clone()) else {
                return Ok(None);
            };
            let mut rows = Vec::new();
            for account in &accounts {
                rows.extend(digest(services, connection, directory, days, account)?);
            }
            letters::queue(connection, &rows)?;
            watch(Step::Digests)?;
            Ok(Some((last, rows.len())))
        })?;
        let Some((last, count)) = batch else {
            return Ok(written);
        };
        watch(Step::DigestsCommitted)?;
        written += count;
        after = last;
    }
}

/// The letter to one account; none where nothing presses.
fn digest(
    services: &Services,
    connection: &mut AnyConnection,
    directory: &Directory,
    days: &Days<'_>,
    account: &Recipient,
) -> Result<Option<Letter>, ApiError> {
    let open = rows::open_of(connection, &account.id, LOOKED_AT)?;
    let items: Vec<(Stage, Item<'_>)> = open
        .iter()
        .filter_map(|(task, person, path)| {
            let due = task.due_on?;
            // Roles may have changed since the reminder.
            let part = directory.part(account, Matter { task, path })?;
            let stage = stage(days, part, task)?;
            Some((stage, Item::new(task, due, person, part == Part::Answers)))
        })
        .collect();
    let mut sections = Vec::new();
    let mut counts = Vec::new();
    for stage in ORDER {
        let here: Vec<&Item<'_>> = items
            .iter()
            .filter(|(of, _)| *of == stage)
            .map(|(_, item)| item)
            .collect();
        if here.is_empty() {
            continue;
        }
        counts.push(words::many(stage, i64::try_from(here.len()).unwrap_or(i64::MAX)).vi);
        sections.push(Section {
            heading: words::heading(stage),
            more: here.len() > LISTED,
            items: here.into_iter().take(LISTED).collect(),
        });
    }
    if sections.is_empty() {
        return Ok(None);
    }
    let today = services.today();
    let subject = said(format!("{}: {}", words::day(today), counts.join(", ")), "");
    let text = words::letter(&account.name, &services.settings.public_url, &sections);
    let about = format!("digest:{today}:{}", account.id);
    Ok(Some(mail::letter(
        services, account, about, subject.vi, text,
    )))
}

/// Under which heading a task stands for whoever acts on it, or answers for it.
fn stage(days: &Days<'_>, part: Part, task: &Task) -> Option<Stage> {
    let (due, opened) = (task.due_on?, task.opened_at.utc());
    let has_come = |stage: &Stage| days.has_come(*stage, due, opened);
    match part {
        Part::Answers => Some(Stage::Urge).filter(has_come),
        Part::Acts => [Stage::Late, Stage::Today, Stage::Tomorrow, Stage::Soon]
            .into_iter()
            .find(has_come)
            .map(|stage| match stage {
                Stage::Tomorrow => Stage::Soon,
                other => other,
            }),
    }
}

//! One transaction of the clock: some tasks, the reminders of them, what the app says and what is written.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use congvu_db::reminders::{self as rows, After, Recipient, Sought};
use congvu_db::{AnyConnection, Letter, Notification, Reminder, Task, letters, notifications};
use sha2::{Digest as _, Sha256};

use super::directory::{Directory, Known, Matter};
use super::stages::{Days, Stage, midnight};
use super::tally::{Tally, Told};
use super::words::{self, Item, Section};
use crate::error::ApiError;
use crate::mail;
use crate::services::Services;

/// Tasks of one transaction: long enough to be quick, short enough that others do not wait for it.
const TASKS_AT_ONCE: usize = 1_000;
/// Tasks whose identifiers are read ahead.
const READ_AHEAD: i64 = 20_000;

/// A moment of a round, for tests of what a crash there leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Identifiers of tasks were read ahead.
    Read,
    /// Inside the transaction of a batch: the reminders are written.
    Reminders,
    /// And what the app says of them.
    Notifications,
    /// And their letters.
    Letters,
    /// The batch is committed.
    Committed,
    /// Inside the transaction of some letters of the morning: they are written.
    Digests,
    /// They are committed.
    DigestsCommitted,
}

/// Called after each step; its error ends the transaction.
pub type Watch<'a> = &'a dyn Fn(Step) -> Result<(), ApiError>;

/// A reminder about to be written.
struct Planned<'a> {
    id: String,
    /// The notification that tells of it.
    notice: String,
    to: &'a Recipient,
    task: &'a Task,
    due: NaiveDate,
    item: Item<'a>,
}

/// One round of a server over everything that is due.
pub struct Round<'a> {
    pub services: &'a Services,
    pub directory: Directory,
    pub days: Days<'a>,
    pub watch: Watch<'a>,
    /// What the notifications of this round stand for.
    pub tally: Tally,
    /// Reminders written so far, also where another server went on with the rest.
    pub reminders: usize,
}

impl Round<'_> {
    /// Reminds of everything that has come to a stage; false where another server is at the reminders and goes on with them.
    ///
    /// # Errors
    /// The database cannot be used; the batches until then stay.
    pub fn stage(&mut self, stage: Stage) -> Result<bool, ApiError> {
        let sought = self.sought(stage);
        let database = &self.services.database;
        let mut after = None::<After>;
        loop {
            let ahead = database.read(|connection| {
                Ok::<_, ApiError>(rows::due(connection, &sought, after.as_ref(), READ_AHEAD)?)
            })?;
            (self.watch)(Step::Read)?;
            for part in ahead.chunks(TASKS_AT_ONCE) {
                let ids: Vec<&str> = part.iter().map(|(_, id)| id.as_str()).collect();
                let written = database.write(|connection| {
                    if !rows::take(connection)? {
                        return Ok::<_, ApiError>(None);
                    }
                    let tasks = rows::still_due(connection, &sought, &ids)?;
                    self.batch(connection, stage, &tasks).map(Some)
                })?;
                match written {
                    Some(written) => self.reminders += written,
                    None => return Ok(false),
                }
                (self.watch)(Step::Committed)?;
            }
            match ahead.into_iter().next_back() {
                Some(last) => after = Some(last),
                None => return Ok(true),
            }
        }
    }

    fn sought(&self, stage: Stage) -> Sought {
        let range = self.days.range(stage);
        let (pattern, since) = self.days.reminded(stage);
        Sought {
            after: range.after,
            until: range.until,
            stage: pattern,
            since: since.into(),
        }
    }

    fn batch(
        &mut self,
        connection: &mut AnyConnection,
        stage: Stage,
        tasks: &[Task],
    ) -> Result<usize, ApiError> {
        let (names, known) = (names(connection, tasks)?, known(connection, tasks)?);
        let today = self.services.today();
        let mut planned = Vec::new();
        for task in tasks {
            let (Some(due), Some((name, unit))) = (task.due_on, names.get(&task.person_id)) else {
                continue;
            };
            if !self.days.has_come(stage, due, task.opened_at.utc()) {
                continue;
            }
            let path = self.directory.path(unit);
            let matter = Matter { task, path };
            let actors = self.directory.actors(matter, &known);
            let to = match stage {
                Stage::Urge => self.directory.answerers(matter, &actors),
                _ => actors,
            };
            let item = Item::new(task, due, name, stage == Stage::Urge);
            planned.extend(to.into_iter().map(|to| Planned {
                id: self.services.new_id(),
                notice: notice_id(&to.id, stage, today),
                to,
                task,
                due,
                item: item.clone(),
            }));
        }
        let at = (&self.days, stage);
        write(
            self.services,
            connection,
            at,
            planned,
            &mut self.tally,
            self.watch,
        )
    }
}

/// Name and unit of everybody whom the tasks are about.
fn names(
    connection: &mut AnyConnection,
    tasks: &[Task],
) -> Result<HashMap<String, (String, String)>, ApiError> {
    let ids: HashSet<&str> = tasks.iter().map(|task| task.person_id.as_str()).collect();
    let ids: Vec<&str> = ids.into_iter().collect();
    Ok(rows::people(connection, &ids)?
        .into_iter()
        .map(|(id, name, unit)| (id, (name, unit)))
        .collect())
}

/// Accounts of assignees, and of people with duties of their own.
fn known(connection: &mut AnyConnection, tasks: &[Task]) -> Result<Known, ApiError> {
    let assignees: Vec<&str> = tasks
        .iter()
        .filter_map(|task| task.assignee_id.as_deref())
        .collect();
    let owners: Vec<&str> = tasks
        .iter()
        .filter(|task| task.role.is_empty())
        .map(|task| task.person_id.as_str())
        .collect();
    if assignees.is_empty() && owners.is_empty() {
        return Ok(Known::default());
    }
    Ok(Known::new(rows::recipients(
        connection, &assignees, &owners,
    )?))
}

/// The same for everything that an account is told of at a stage on a day: many tasks are one notification.
fn notice_id(account_id: &str, stage: Stage, day: NaiveDate) -> String {
    let digest = Sha256::digest(format!("{account_id} {} {day}", stage.kind()));
    let mut bytes = [0; 16];
    for (byte, from) in bytes.iter_mut().zip(digest) {
        *byte = from;
    }
    uuid::Builder::from_custom_bytes(bytes)
        .into_uuid()
        .to_string()
}

fn write(
    services: &Services,
    connection: &mut AnyConnection,
    (days, stage): (&Days<'_>, Stage),
    mut planned: Vec<Planned<'_>>,
    tally: &mut Tally,
    watch: Watch<'_>,
) -> Result<usize, ApiError> {
    if planned.is_empty() {
        return Ok(0);
    }
    let reminders: Vec<Reminder> = planned
        .iter()
        .map(|plan| plan.row(services, days, stage))
        .collect();
    if rows::insert(connection, &reminders)? < planned.len() {
        // The calendar moved and brought a stage back: who was told is not told again.
        let ids: Vec<&str> = planned.iter().map(|plan| plan.id.as_str()).collect();
        let written: HashSet<String> = rows::written(connection, &ids)?.into_iter().collect();
        planned.retain(|plan| written.contains(&plan.id));
    }
    watch(Step::Reminders)?;
    let notices = notices(services, connection, stage, &planned, tally)?;
    notifications::put(connection, &notices)?;
    watch(Step::Notifications)?;
    if services.mailer.is_on() {
        let written: Vec<_> = planned
            .iter()
            .filter(|plan| plan.to.letters == "each" && !plan.to.email.is_empty())
            .map(|plan| plan.letter(services, stage))
            .collect();
        letters::queue(connection, &written)?;
    }
    watch(Step::Letters)?;
    Ok(planned.len())
}

/// What the app says: one notification an account, however many tasks have come to the stage today.
fn notices(
    services: &Services,
    connection: &mut AnyConnection,
    stage: Stage,
    planned: &[Planned<'_>],
    tally: &mut Tally,
) -> Result<Vec<Notification>, ApiError> {
    let mut told: BTreeMap<&str, (&Planned<'_>, i64)> = BTreeMap::new();
    for plan in planned {
        told.entry(&plan.notice).or_insert((plan, 0)).1 += 1;
    }
    let new: Vec<Told<'_>> = told
        .iter()
        .map(|(notice, (plan, count))| Told {
            notice,
            account: &plan.to.id,
            new: *count,
        })
        .collect();
    let since = midnight(services.today()).into();
    let counts = tally.with(connection, &new, since)?;
    Ok(told
        .into_values()
        .zip(counts)
        .map(|((plan, _), count)| {
            let (text, subject) = if count == 1 {
                (words::one(stage, &plan.item), plan.item.subject())
            } else {
                (words::many(stage, count), words::all_of(stage))
            };
            tally.said(&plan.notice, count, &text.vi);
            Notification {
                id: plan.notice.clone(),
                account_id: plan.to.id.clone(),
                kind: stage.kind().to_owned(),
                text: text.vi,
                text_en: text.en,
                subject_kind: subject.0.to_owned(),
                subject_id: subject.1,
                created_at: services.now().into(),
                read_at: None,
            }
        })
        .collect())
}

impl Planned<'_> {
    fn row(&self, services: &Services, days: &Days<'_>, stage: Stage) -> Reminder {
        Reminder {
            id: self.id.clone(),
            task_id: self.task.id.clone(),
            stage: days.word(stage, self.due),
            account_id: self.to.id.clone(),
            due_on: self.due,
            created_at: services.now().into(),
            notification_id: Some(self.notice.clone()),
        }
    }

    /// A letter about this reminder alone; the reminder's own identifier says what it is about.
    fn letter(&self, services: &Services, stage: Stage) -> Letter {
        let section = Section {
            heading: words::heading(stage),
            items: vec![&self.item],
            more: false,
        };
        let text = words::letter(&self.to.name, &services.settings.public_url, &[section]);
        let subject = words::one(stage, &self.item);
        mail::letter(
            services,
            self.to,
            format!("reminder:{}", self.id),
            subject.vi,
            text,
        )
    }
}

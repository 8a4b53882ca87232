//! Who has to act on a task, and who answers for it.

use std::collections::HashMap;

use congvu_db::reminders::{self, Recipient};
use congvu_db::{AnyConnection, Task, units};
use congvu_domain::access::Action;
use congvu_domain::payload::DelegationAct;
use congvu_openapi::tasks::TaskKind;

use crate::codes::variant;
use crate::error::ApiError;
use crate::services::Services;

/// Everybody who holds a role now, in their own right or by delegation.
#[derive(Default)]
pub struct Directory {
    people: HashMap<String, Recipient>,
    /// By role and unit.
    seats: HashMap<(String, String), Vec<Seat>>,
    paths: HashMap<String, String>,
    /// Roles of those who look after profiles: they answer for what a person owes.
    carers: Vec<String>,
    /// Roles of heads, who are competent to sign for their unit: they answer for what a role owes.
    heads: Vec<String>,
}

struct Seat {
    account: String,
    /// What a delegation covers; none in one's own right.
    acts: Option<Vec<Action>>,
}

impl Seat {
    fn covers(&self, actions: &[Action]) -> bool {
        self.acts
            .as_ref()
            .is_none_or(|acts| actions.iter().any(|action| acts.contains(action)))
    }
}

/// What a task is to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Acts,
    Answers,
}

/// A task with what tells whose it is.
#[derive(Clone, Copy)]
pub struct Matter<'a> {
    pub task: &'a Task,
    /// Path of the person's unit.
    pub path: &'a str,
}

/// Accounts of those who took tasks on, and of the people whom tasks are about.
#[derive(Default)]
pub struct Known {
    by_id: HashMap<String, Recipient>,
    of_person: HashMap<String, String>,
}

impl Known {
    pub fn new(accounts: Vec<Recipient>) -> Self {
        let mut known = Self::default();
        for account in accounts {
            if let Some(person) = account.person_id.clone() {
                known.of_person.insert(person, account.id.clone());
            }
            known.by_id.insert(account.id.clone(), account);
        }
        known
    }

    fn of_person(&self, person_id: &str) -> Option<&Recipient> {
        self.by_id.get(self.of_person.get(person_id)?)
    }
}

impl Directory {
    /// Everybody who holds a role today.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn load(services: &Services, connection: &mut AnyConnection) -> Result<Self, ApiError> {
        let roles = &services.rules().roles;
        let with = |wanted: &[Action]| -> Vec<String> {
            roles
                .iter()
                .filter(|role| role.actions.contains(&Action::ReadPeople))
                .filter(|role| wanted.iter().any(|action| role.actions.contains(action)))
                .map(|role| role.key.clone())
                .collect()
        };
        let mut directory = Self {
            carers: with(CARE),
            heads: with(HEAD),
            paths: units::all(connection)?
                .into_iter()
                .map(|unit| (unit.id, unit.path))
                .collect(),
            ..Self::default()
        };
        for (role, unit, account) in reminders::holders(connection)? {
            // A role that the deployment file no longer has allows nothing.
            if roles.iter().any(|known| known.key == role) {
                directory.seat(role, unit, account, None);
            }
        }
        for (delegation, payload, account) in reminders::delegates(connection, services.today())? {
            // A delegation falls with the role it came from.
            let path = directory.path(&delegation.unit_id).to_owned();
            let held = directory
                .over(&delegation.role, &path)
                .any(|seat| seat.acts.is_none() && seat.account == delegation.principal_account_id);
            if held {
                let act: DelegationAct =
                    serde_json::from_slice(&payload).map_err(ApiError::internal)?;
                directory.seat(
                    delegation.role,
                    delegation.unit_id,
                    account,
                    Some(act.scope),
                );
            }
        }
        Ok(directory)
    }

    fn seat(&mut self, role: String, unit: String, account: Recipient, acts: Option<Vec<Action>>) {
        self.seats.entry((role, unit)).or_default().push(Seat {
            account: account.id.clone(),
            acts,
        });
        self.people.insert(account.id.clone(), account);
    }

    /// Path of a unit; empty where there is none.
    pub fn path(&self, unit_id: &str) -> &str {
        self.paths.get(unit_id).map_or("", String::as_str)
    }

    /// Seats of a role over a unit, the nearest first.
    fn over<'a>(&'a self, role: &'a str, path: &'a str) -> impl Iterator<Item = &'a Seat> {
        levels(path).flat_map(move |unit| self.at(role, unit))
    }

    fn at(&self, role: &str, unit: &str) -> &[Seat] {
        self.seats
            .get(&(role.to_owned(), unit.to_owned()))
            .map_or(&[], Vec::as_slice)
    }

    fn person(&self, seat: &Seat) -> Option<&Recipient> {
        self.people.get(&seat.account)
    }

    /// Those who have to act: whoever took the task on, else the person for their own duty, else
    /// everybody who holds the role over the unit.
    pub fn actors<'a>(&'a self, matter: Matter<'_>, known: &'a Known) -> Vec<&'a Recipient> {
        let task = matter.task;
        // Whoever lost the role since has lost the task.
        if let Some(assignee) = &task.assignee_id
            && let Some(found) = known.by_id.get(assignee)
            && self
                .over(&task.role, matter.path)
                .any(|seat| seat.account == *assignee)
        {
            return vec![found];
        }
        if task.role.is_empty() {
            return known.of_person(&task.person_id).into_iter().collect();
        }
        let actions = actions_of(&task.kind);
        let seats = self.over(&task.role, matter.path);
        let mut found = Vec::new();
        for seat in seats.filter(|seat| seat.covers(actions)) {
            self.add(seat, task, &mut found);
        }
        found
    }

    /// Those who answer for it, nearest to the unit: whoever looks after profiles for a person's own
    /// duty, the head for a role's; where the head has to act, the head above. Where nobody stands
    /// above, those who have to act.
    pub fn answerers<'a>(
        &'a self,
        matter: Matter<'_>,
        actors: &[&'a Recipient],
    ) -> Vec<&'a Recipient> {
        let (roles, actions) = if matter.task.role.is_empty() {
            (&self.carers, CARE)
        } else {
            (&self.heads, HEAD)
        };
        for unit in levels(matter.path) {
            let mut found: Vec<&Recipient> = Vec::new();
            for seat in roles.iter().flat_map(|role| self.at(role, unit)) {
                if seat.covers(actions) && !actors.iter().any(|actor| actor.id == seat.account) {
                    self.add(seat, matter.task, &mut found);
                }
            }
            if !found.is_empty() {
                return found;
            }
        }
        actors.to_vec()
    }

    /// Adds somebody once; nobody acts or urges in the matter of their own profile in a role.
    fn add<'a>(&'a self, seat: &Seat, task: &Task, to: &mut Vec<&'a Recipient>) {
        if let Some(account) = self.person(seat)
            && account.person_id.as_deref() != Some(&task.person_id)
            && !to.iter().any(|other| other.id == account.id)
        {
            to.push(account);
        }
    }

    /// What a task is to an account now.
    pub fn part(&self, account: &Recipient, matter: Matter<'_>) -> Option<Part> {
        let known = Known::new(vec![account.clone()]);
        let task = matter.task;
        let taken = task.assignee_id.as_ref().is_some_and(|assignee| {
            *assignee != account.id
                && self
                    .over(&task.role, matter.path)
                    .any(|seat| seat.account == *assignee)
        });
        let actors = self.actors(matter, &known);
        if !taken && actors.iter().any(|actor| actor.id == account.id) {
            return Some(Part::Acts);
        }
        self.answerers(matter, &actors)
            .iter()
            .any(|other| other.id == account.id)
            .then_some(Part::Answers)
    }
}

/// What those do who look after profiles.
const CARE: &[Action] = &[Action::EnterProfiles, Action::AnswerRemarks];
/// What a head does: sign as the competent person.
const HEAD: &[Action] = &[Action::SignExports];

/// What a delegation has to cover for a task to be the delegate's too.
fn actions_of(kind: &str) -> &'static [Action] {
    match variant::<TaskKind>(kind) {
        Ok(TaskKind::Review) => &[Action::Review],
        Ok(TaskKind::IssueAccount) => &[Action::IssueAccounts],
        Ok(TaskKind::AnswerRemark) => &[Action::AnswerRemarks],
        Ok(TaskKind::SignExport) => &[Action::SignExports],
        Ok(TaskKind::SealExport) => &[Action::SealExports],
        _ => &[Action::EnterProfiles],
    }
}

/// The unit of a path, then those above it.
fn levels(path: &str) -> impl Iterator<Item = &str> {
    path.rsplit('/').filter(|unit| !unit.is_empty())
}

//! Which part of the current step somebody may act in: a seat is one signature of one role.

use congvu_db::{AnyConnection, Person, Submission, Task, Unit, accounts, delegations, tasks};
use congvu_domain::access::Action;
use congvu_domain::access::separation::{self, Conflict, Signed};
use congvu_domain::deployment::Chain;
use congvu_domain::payload::DelegationAct;
use congvu_domain::workflows::open_seats;
use congvu_openapi::tasks::TaskKind;

use super::record::Record;
use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, Mistake, said};
use crate::services::Services;

/// A seat that the caller may take now.
pub struct Seat {
    pub role: String,
    /// The task that it closes.
    pub task: Option<Task>,
}

/// Where a submission stands, with everything that the rules ask about.
pub struct Standing<'a> {
    pub submission: &'a Submission,
    pub person: &'a Person,
    pub unit: &'a Unit,
    pub chain: &'a Chain,
    /// From 0.
    pub step: usize,
    pub record: &'a Record,
}

impl Standing<'_> {
    /// Position in what is signed: the first step is 1.
    ///
    /// # Errors
    /// The row is damaged.
    pub fn position(&self) -> Result<u16, ApiError> {
        u16::try_from(self.step + 1).map_err(ApiError::internal)
    }

    /// Whether the caller may sign here in a role, whoever took the task on.
    ///
    /// # Errors
    /// The rule that forbids it.
    pub fn allows(&self, caller: &Caller, role: &str) -> Result<(), ApiError> {
        let round = self.record.round(self.position()?);
        let last = self.step + 1 == self.chain.steps.len();
        separation::may_decide(
            &caller.acting(caller.acting_in(Action::Review, role, &self.unit.path)),
            &Signed {
                profile: &self.person.id,
                submitted: self.record.submitted.acting(),
                earlier: &round.earlier,
                beside: &round.beside(),
                last,
            },
        )?;
        Ok(())
    }

    /// The seat that the caller may take; of a given role only, where one is given.
    ///
    /// # Errors
    /// 403 with the reason, 409 where somebody else took the task on.
    pub fn seat(
        &self,
        services: &Services,
        connection: &mut AnyConnection,
        caller: &Caller,
        only: Option<&str>,
    ) -> Result<Seat, ApiError> {
        let kind = word(&TaskKind::Review);
        let waiting = tasks::open_about(connection, &kind, &self.submission.id)?;
        self.seat_among(services, connection, caller, only, &waiting)
    }

    /// As [`Self::seat`], with the open tasks of the step at hand.
    ///
    /// # Errors
    /// As there.
    pub fn seat_among(
        &self,
        services: &Services,
        connection: &mut AnyConnection,
        caller: &Caller,
        only: Option<&str>,
        waiting: &[Task],
    ) -> Result<Seat, ApiError> {
        let round = self.record.round(self.position()?);
        let mut open = open_seats(self.chain, self.step, &round.done())
            .ok_or_else(|| ApiError::internal("the chain has no such step"))?;
        open.dedup();
        open.retain(|role| only.is_none_or(|only| only == *role));
        let mut refused = self.nothing_held(caller, &round.beside());
        for role in open {
            if !caller.holds(role, &self.unit.path) {
                continue;
            }
            let found = self
                .allows(caller, role)
                .and_then(|()| covered(connection, caller, role, self.unit))
                .and_then(|()| task_of(services, connection, caller, self.unit, role, waiting));
            match found {
                Ok(task) => {
                    return Ok(Seat {
                        role: role.to_owned(),
                        task,
                    });
                }
                Err(error) => refused = error,
            }
        }
        Err(refused)
    }

    fn nothing_held(&self, caller: &Caller, beside: &[separation::Acting<'_>]) -> ApiError {
        let me = caller.acting(None).actor;
        if caller.is(&self.person.id) {
            Conflict::OwnProfile.into()
        } else if beside.iter().any(|other| other.actor.is(&me)) {
            Conflict::SameStep.into()
        } else {
            ApiError::forbidden()
        }
    }
}

/// What is held by delegation reaches reviews: somebody may have been given only the signing of exports.
///
/// # Errors
/// 403 where it does not.
pub fn covered(
    connection: &mut AnyConnection,
    caller: &Caller,
    role: &str,
    unit: &Unit,
) -> Result<(), ApiError> {
    let Some(acting) = caller.acting_in(Action::Review, role, &unit.path) else {
        return Ok(());
    };
    let (_, _, signature) = delegations::find(connection, &acting.delegation_id)?;
    let act: DelegationAct =
        serde_json::from_slice(&signature.payload).map_err(ApiError::internal)?;
    if act.scope.contains(&Action::Review) {
        return Ok(());
    }
    Err(ApiError {
        detail: said(
            "Văn bản ủy quyền không bao gồm việc kiểm tra, phê duyệt hồ sơ.",
            "The delegation does not reach the review of profiles.",
        ),
        ..ApiError::forbidden()
    })
}

/// The task of a role that the caller may close: one that is theirs, or one that nobody took on.
fn task_of(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    unit: &Unit,
    role: &str,
    waiting: &[Task],
) -> Result<Option<Task>, ApiError> {
    let seats: Vec<&Task> = waiting.iter().filter(|task| task.role == role).collect();
    let Some(first) = seats.first() else {
        return Ok(None);
    };
    let free = |task: &&&Task| task.assignee_id.is_none();
    let own = |task: &&&Task| assigned_to(caller, task, unit);
    if let Some(task) = seats.iter().find(own).or_else(|| seats.iter().find(free)) {
        return Ok(Some((**task).clone()));
    }
    for task in &seats {
        if lapsed(services, connection, task, unit)? {
            return Ok(Some((*task).clone()));
        }
    }
    Err(taken(&first.assignee))
}

/// The caller took the task on, or acts for whoever did.
pub fn assigned_to(caller: &Caller, task: &Task, unit: &Unit) -> bool {
    let Some(assignee) = task.assignee_id.as_deref() else {
        return false;
    };
    let principal = caller
        .acting_in(Action::Review, &task.role, &unit.path)
        .map(|acting| acting.on_behalf.principal.account.as_str());
    assignee == caller.account_id || principal == Some(assignee)
}

/// Whoever took the task on can no longer act on it: the account or the role is gone.
///
/// # Errors
/// The database cannot be read.
pub fn lapsed(
    services: &Services,
    connection: &mut AnyConnection,
    task: &Task,
    unit: &Unit,
) -> Result<bool, ApiError> {
    let Some(assignee) = task.assignee_id.as_deref() else {
        return Ok(true);
    };
    let (account, _) = accounts::find(connection, assignee)?;
    if account.status != "active" {
        return Ok(true);
    }
    let other = Caller::load(services, connection, &account, String::new(), String::new())?;
    Ok(!other.holds(&task.role, &unit.path))
}

/// Somebody else took the task on.
pub fn taken(by: &str) -> ApiError {
    let message = said(
        format!(
            "{by} đã nhận việc này; chỉ người đã nhận mới xử lý được, cho đến khi trả lại hoặc chuyển giao."
        ),
        format!(
            "{by} took this on; only they can act on it until they give it back or hand it over."
        ),
    );
    ApiError {
        mistakes: vec![Mistake {
            pointer: String::new(),
            item: String::new(),
            code: "taken".to_owned(),
            message: message.clone(),
        }],
        ..ApiError::conflict(message)
    }
}

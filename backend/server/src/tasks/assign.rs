//! Who of those with the role does a task: claimed, handed over, given back, taken over (C6).

use congvu_db::tasks::Assignee;
use congvu_db::{AnyConnection, Person, Task, TaskMove, Unit, accounts, tasks};
use congvu_domain::access::separation::Conflict;
use congvu_openapi::tasks as wire;
use congvu_openapi::tasks::TaskKind;

use super::concerns;
use super::heads::answers_for;
use super::view;
use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, Said, said};
use crate::services::Services;
use crate::submissions::{assigned_to, lapsed, may_sit, taken};

/// A task that somebody wants to move.
struct Moving {
    task: Task,
    person: Person,
    unit: Unit,
    /// The caller answers for the task.
    head: bool,
}

/// # Errors
/// 404 out of scope, 403 for one's own profile, 409 where it is closed or nobody's but the person's.
fn moving(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
) -> Result<Moving, ApiError> {
    let (task, person, unit) = tasks::find(connection, id)?;
    concerns(connection, caller, &task, &unit)?;
    if task.role.is_empty() {
        return Err(ApiError::conflict(said(
            "Đây là việc của chính người có hồ sơ, không nhận thay hay chuyển giao được.",
            "This is the person's own duty; it cannot be taken on or handed over.",
        )));
    }
    if caller.is(&person.id) {
        return Err(Conflict::OwnProfile.into());
    }
    if task.closed {
        return Err(ApiError::conflict(said(
            "Việc này đã xong.",
            "This task is done.",
        )));
    }
    let rules = services.deployment.at(services.today());
    let head = answers_for(rules, caller, &task.role, &unit);
    Ok(Moving {
        task,
        person,
        unit,
        head,
    })
}

/// The caller takes the task on; from somebody else only as whoever answers for it, and with a reason.
///
/// # Errors
/// 404 out of scope, 403 without the role, 409 where somebody else has it, 422 where taking over has no reason.
pub fn claim(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
    reason: &str,
) -> Result<wire::Task, ApiError> {
    let moving = moving(services, connection, caller, id)?;
    let Moving { task, unit, .. } = &moving;
    may_do(services, connection, caller, &moving)?;
    if task.assignee_id.as_deref() == Some(&caller.account_id) {
        return shown(services, connection, caller, id);
    }
    let mut kind = "claim";
    if task.assignee_id.is_some() && !lapsed(services, connection, task, unit)? {
        if !moving.head {
            return Err(taken(&task.assignee));
        }
        needed(reason, "/reason")?;
        kind = "take_over";
    }
    let to = Some((caller.account_id.as_str(), caller.name.as_str()));
    put(services, connection, caller, &moving, kind, to, reason)
}

/// Hands the task to a colleague who holds the same role over the unit.
///
/// # Errors
/// 404 out of scope, 403 for whoever neither has it nor answers for it, 422 where the colleague cannot do it or a reason is missing.
pub fn hand_over(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
    to: &str,
    note: &str,
) -> Result<wire::Task, ApiError> {
    let moving = moving(services, connection, caller, id)?;
    may_give(caller, &moving, note)?;
    let colleague = colleague(services, connection, &moving, to)?;
    let to = Some((colleague.account_id.as_str(), colleague.name.as_str()));
    put(services, connection, caller, &moving, "hand_over", to, note)
}

/// Gives the task back to everybody of the role.
///
/// # Errors
/// 404 out of scope, 403 for whoever neither has it nor answers for it, 422 where a reason is missing.
pub fn release(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
    note: &str,
) -> Result<wire::Task, ApiError> {
    let moving = moving(services, connection, caller, id)?;
    may_give(caller, &moving, note)?;
    if moving.task.assignee_id.is_none() {
        return shown(services, connection, caller, id);
    }
    put(services, connection, caller, &moving, "release", None, note)
}

/// The caller could do the task itself.
fn may_do(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    moving: &Moving,
) -> Result<(), ApiError> {
    let Moving { task, unit, .. } = moving;
    if !caller.holds(&task.role, &unit.path) {
        return Err(ApiError::forbidden());
    }
    if task.kind == word(&TaskKind::Review) {
        may_sit(services, connection, caller, &task.subject_id, &task.role)?;
    }
    Ok(())
}

/// The caller has the task, or could take it, or answers for it and says why.
fn may_give(caller: &Caller, moving: &Moving, note: &str) -> Result<(), ApiError> {
    let Moving {
        task, unit, head, ..
    } = moving;
    let free = task.assignee_id.is_none() && caller.holds(&task.role, &unit.path);
    if free || assigned_to(caller, task, unit) {
        return Ok(());
    }
    if *head {
        return needed(note, "/note");
    }
    Err(if caller.holds(&task.role, &unit.path) {
        taken(&task.assignee)
    } else {
        ApiError::forbidden()
    })
}

fn needed(reason: &str, pointer: &str) -> Result<(), ApiError> {
    if reason.trim().is_empty() {
        return Err(ApiError::invalid_at(
            pointer,
            "reason_missing",
            said(
                "Việc này đang do người khác nhận; hãy nêu lý do.",
                "Somebody else took this on; say why you move it.",
            ),
        ));
    }
    Ok(())
}

fn colleague(
    services: &Services,
    connection: &mut AnyConnection,
    moving: &Moving,
    username: &str,
) -> Result<Caller, ApiError> {
    let at = |code: &str, message: Said| ApiError::invalid_at("/to", code, message);
    let account = accounts::by_username(connection, username.trim())?
        .filter(|account| account.status == "active")
        .ok_or_else(|| {
            at(
                "unknown_account",
                said(
                    "Không có tài khoản đang hoạt động với tên đăng nhập này.",
                    "No active account has this user name.",
                ),
            )
        })?;
    let other = Caller::load(services, connection, &account, String::new(), String::new())?;
    if other.is(&moving.person.id) {
        return Err(at(
            "own_profile",
            said(
                Conflict::OwnProfile.message_vi(),
                Conflict::OwnProfile.message_en(),
            ),
        ));
    }
    if !other.holds(&moving.task.role, &moving.unit.path) {
        return Err(at(
            "lacks_role",
            said(
                "Người nhận không giữ vai trò của việc này đối với đơn vị này.",
                "They do not hold the role of this task over this unit.",
            ),
        ));
    }
    may_do(services, connection, &other, moving).map_err(|error| at("may_not", error.detail))?;
    Ok(other)
}

/// Writes who has the task now, where it still is with whom the caller saw.
fn put(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    moving: &Moving,
    kind: &str,
    to: Option<(&str, &str)>,
    note: &str,
) -> Result<wire::Task, ApiError> {
    let task = &moving.task;
    let at = services.now().into();
    let assignee = to.map(|(account_id, name)| Assignee {
        account_id,
        name,
        at,
    });
    if !tasks::assign(connection, &task.id, task.assignee_id.as_deref(), assignee)? {
        return Err(ApiError::conflict(said(
            "Người khác vừa nhận, chuyển giao hoặc làm xong việc này; hãy tải lại.",
            "Somebody has just taken on, handed over or done this task; load it again.",
        )));
    }
    let moved = TaskMove {
        id: services.new_id(),
        task_id: task.id.clone(),
        kind: kind.to_owned(),
        from_name: task.assignee.clone(),
        to_name: to.map(|(_, name)| name.to_owned()).unwrap_or_default(),
        note: congvu_domain::names::nfc(note.trim()),
        by_account_id: caller.account_id.clone(),
        by_name: caller.name.clone(),
        at,
    };
    tasks::note_move(connection, &moved)?;
    let action = format!("task_{kind}");
    let event = Event::about(caller, &action, &moving.person.id, &task.id);
    audit::record(services, connection, caller, event)?;
    shown(services, connection, caller, &task.id)
}

/// A task as the caller sees it.
///
/// # Errors
/// The database cannot be read.
pub fn shown(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
) -> Result<wire::Task, ApiError> {
    let row = tasks::find(connection, id)?;
    view::page(services, connection, caller, vec![row])?
        .pop()
        .ok_or_else(ApiError::not_found)
}

//! Why a task is whose, and why by its date.

use congvu_db::{AnyConnection, Person, Task, Unit, grants, tasks};
use congvu_domain::access::Action;
use congvu_domain::deployment::Rules;
use congvu_openapi::overview as wire;
use congvu_openapi::tasks::TaskKind;

use super::count::{days, paragraph};
use super::quotes::words;
use crate::auth::{Caller, stead};
use crate::calendar::{count, of_task};
use crate::codes::variant;
use crate::error::{ApiError, Said, said};
use crate::reminders::day;
use crate::services::{Services, in_vietnam};
use crate::submissions::assigned_to;
use crate::tasks::concerns;

/// # Errors
/// 404 out of scope.
pub(super) fn why(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
) -> Result<wire::TaskWhy, ApiError> {
    let (task, person, unit) = tasks::find(connection, id)?;
    concerns(connection, caller, &task, &unit)?;
    let opened = in_vietnam(task.opened_at.into()).date_naive();
    let rules = services.deployment.at(task.counted_from.unwrap_or(opened));
    let (calendar, amendments) = services.calendar.snapshot();
    let counted = count(&services.deployment, &calendar, &task);
    let list = counted
        .as_ref()
        .map(|counted| days(&calendar, &amendments, counted))
        .unwrap_or_default();
    let told = counted
        .as_ref()
        .map_or_else(|| said("", ""), |counted| paragraph(&task, counted, &list));
    let cited = words(&services.deployment, rules, &task.clause, &task.role);
    Ok(wire::TaskWhy {
        whose: whose(services, connection, caller, (&task, &person, &unit))?,
        quote: cited.quote.unwrap_or_default().to_owned(),
        confirm: cited.confirm,
        due_on: task.due_on.map(|date| date.to_string()),
        count: told.vi,
        count_en: told.en,
        days: list,
        changes: of_task(services, connection, caller, id)?,
        clause: task.clause,
        why: task.why,
        why_en: task.why_en,
        task_id: task.id,
    })
}

/// By what somebody has a task, or why not.
struct Ground {
    mine: bool,
    text: Said,
    unit_name: String,
    basis: String,
    on_behalf_of: String,
}

impl Ground {
    fn plain(mine: bool, text: Said) -> Self {
        Self {
            mine,
            text,
            unit_name: String::new(),
            basis: String::new(),
            on_behalf_of: String::new(),
        }
    }
}

fn whose(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    (task, person, unit): (&Task, &Person, &Unit),
) -> Result<wire::WhyMine, ApiError> {
    let rules = services.rules();
    let role = rules.role(&task.role);
    let title = role.map_or(task.role.as_str(), |role| role.title.as_str());
    let title_en = role.map_or(task.role.as_str(), |role| role.title_en.as_str());
    let ground = if task.role.is_empty() {
        own_duty(caller, person)
    } else if let Some(text) =
        excluded(connection, caller, (task, person, unit), (title, title_en))?
    {
        Ground::plain(false, text)
    } else {
        held(connection, caller, task, unit, (title, title_en))?
    };
    Ok(wire::WhyMine {
        mine: ground.mine && !task.closed,
        text: ground.text.vi,
        text_en: ground.text.en,
        role: title.to_owned(),
        role_en: title_en.to_owned(),
        unit_name: ground.unit_name,
        basis: ground.basis,
        on_behalf_of: ground.on_behalf_of,
        clause: clause_of(rules, &task.role),
    })
}

fn clause_of(rules: &Rules, role: &str) -> String {
    rules
        .role(role)
        .map(|role| rules.cite(&role.clause))
        .unwrap_or_default()
}

fn own_duty(caller: &Caller, person: &Person) -> Ground {
    if caller.is(&person.id) {
        return Ground::plain(
            true,
            said(
                "Đây là việc của chính anh/chị, về hồ sơ của anh/chị.",
                "This is your own duty, about your own profile.",
            ),
        );
    }
    let name = &person.full_name;
    Ground::plain(
        false,
        said(
            format!("Đây là việc của chính {name}; anh/chị xem để theo dõi, đôn đốc."),
            format!("This is {name}'s own duty; you see it to follow it and to urge."),
        ),
    )
}

/// Why somebody does not have a task of a role; none where they have it.
fn excluded(
    connection: &mut AnyConnection,
    caller: &Caller,
    (task, person, unit): (&Task, &Person, &Unit),
    (title, title_en): (&str, &str),
) -> Result<Option<Said>, ApiError> {
    if caller.is(&person.id) {
        return Ok(Some(said(
            "Đây là việc về hồ sơ của chính anh/chị: không ai tự xử lý hồ sơ của mình.",
            "This is about your own profile: nobody acts on their own.",
        )));
    }
    let over = &unit.name;
    if !caller.holds(&task.role, &unit.path) {
        return Ok(Some(said(
            format!("Đây là việc của {title}; anh/chị không giữ vai trò này đối với {over}."),
            format!("This is for the role {title_en}, which you do not hold over {over}."),
        )));
    }
    if task.assignee_id.is_some() && !assigned_to(caller, task, unit) {
        let who = &task.assignee;
        return Ok(Some(said(
            format!("{who} đã nhận việc này."),
            format!("{who} took this task on."),
        )));
    }
    let subject = std::slice::from_ref(&task.subject_id);
    let signed = tasks::signed_by(connection, &caller.account_id, subject)?;
    Ok(signed.iter().any(|(_, at)| *at > task.opened_at).then(|| {
        said(
            "Anh/chị đã ký bước này; chữ ký còn lại là của người khác.",
            "You signed this step; the other signature is for somebody else.",
        )
    }))
}

/// What somebody does who does the task.
fn action(task: &Task) -> Result<Action, ApiError> {
    Ok(match variant(&task.kind)? {
        TaskKind::FillProfile | TaskKind::EnterProfile | TaskKind::CorrectProfile => {
            Action::EnterProfiles
        }
        TaskKind::Review => Action::Review,
        TaskKind::IssueAccount => Action::IssueAccounts,
        TaskKind::AnswerRemark => Action::AnswerRemarks,
        TaskKind::SignExport => Action::SignExports,
        TaskKind::SealExport => Action::SealExports,
    })
}

/// By which grant or delegation somebody has a task.
fn held(
    connection: &mut AnyConnection,
    caller: &Caller,
    task: &Task,
    unit: &Unit,
    (title, title_en): (&str, &str),
) -> Result<Ground, ApiError> {
    if let Some(acting) = caller.acting_in(action(task)?, &task.role, &unit.path) {
        let by = &acting.on_behalf;
        let basis = format!("{} ngày {}", by.basis.number, day(by.basis.date));
        let (whom, over) = (stead(Some(by)), &unit.name);
        return Ok(Ground {
            mine: true,
            text: said(
                format!(
                    "Anh/chị thực hiện {whom}: được giao vai trò {title} đối với {over}, theo {basis}."
                ),
                format!(
                    "You act {whom}: the role {title_en} over {over} was delegated to you by {basis}."
                ),
            ),
            unit_name: over.clone(),
            basis,
            on_behalf_of: whom,
        });
    }
    let granted = grants::of_account(connection, &caller.account_id)?
        .into_iter()
        .find(|(grant, over)| grant.role == task.role && unit.path.starts_with(&over.path));
    let Some((grant, over)) = granted else {
        return Err(ApiError::internal("a role is held without a grant"));
    };
    let on = day(in_vietnam(grant.granted_at.into()).date_naive());
    let (basis, by, name) = (&grant.basis, &grant.granted_by, &over.name);
    Ok(Ground {
        mine: true,
        text: said(
            format!(
                "Anh/chị giữ vai trò {title} đối với {name}: {by} giao ngày {on}, theo {basis}."
            ),
            format!("You hold the role {title_en} over {name}: given by {by} on {on}, by {basis}."),
        ),
        unit_name: name.clone(),
        basis: basis.clone(),
        on_behalf_of: String::new(),
    })
}

//! The inbox.

use actix_web::{HttpResponse, get};
use congvu_db::tasks::{Filter, Whose};
use congvu_db::{Person, Task, Unit, tasks};
use congvu_domain::access::Action;
use congvu_domain::calendar::Due;
use congvu_openapi::paging::PageQuery;
use congvu_openapi::tasks as wire;
use serde::Deserialize;

use crate::auth::{Allowed, Caller, SignedIn};
use crate::codes::{variant, word};
use crate::error::ApiError;
use crate::http::{Page, Params};
use crate::services::{App, Services};

/// Whose tasks are listed.
#[derive(Clone, Copy, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
enum Scope {
    /// Those that the caller has to do.
    #[default]
    Mine,
    /// Everybody's in the units that the caller may read, to urge on (B9).
    Unit,
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct TaskQuery {
    /// `mine` (default), or `unit`: everybody's in the units that the caller may read, to urge on.
    #[serde(default)]
    #[param(inline, required = false)]
    scope: Scope,
    /// Only tasks of this kind.
    #[param(inline)]
    kind: Option<wire::TaskKind>,
    /// Only tasks whose day is past.
    #[serde(default)]
    #[param(required = false)]
    overdue: bool,
    /// `next` of the page before; absent for the first page.
    cursor: Option<String>,
    /// Entries wanted, 1 to 100; 20 where absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// What is to be done
///
/// In order of due date, those without one last; each with the clause it comes from.
#[utoipa::path(tag = "tasks", operation_id = "listTasks", params(TaskQuery),
    responses((status = 200, description = "The tasks", body = wire::TaskPage)))]
#[get("/tasks")]
pub async fn list_tasks(
    who: Allowed<SignedIn>,
    app: App,
    query: Params<TaskQuery>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let Params(query) = query;
    let page = Page::read(&PageQuery {
        cursor: query.cursor,
        limit: query.limit,
    })?;
    let list = app
        .into_inner()
        .read(move |services, connection| {
            let roles = caller.roles();
            let scope = caller.scope(Action::ReadPeople);
            let whose = match query.scope {
                Scope::Mine => Whose::Mine {
                    person_id: caller.person_id.as_deref(),
                    roles: &roles,
                },
                Scope::Unit if scope.is_empty() => return Err(ApiError::forbidden()),
                Scope::Unit => Whose::Within(&scope),
            };
            let filter = Filter {
                kind: query.kind.map(|kind| word(&kind)),
                due_before: query.overdue.then(|| services.today()),
            };
            let total = tasks::count(connection, &whose, &filter)?;
            let after = page.after.clone();
            let mut rows = tasks::page(connection, &whose, &filter, after, page.rows())?;
            let next = page.cut(&mut rows, |(task, ..)| {
                (task.due_key.clone(), task.id.clone())
            });
            let items = rows
                .into_iter()
                .map(|row| view(services, &caller, row))
                .collect::<Result<_, _>>()?;
            Ok(wire::TaskPage { items, next, total })
        })
        .await?;
    Ok(HttpResponse::Ok().json(list))
}

fn view(
    services: &Services,
    caller: &Caller,
    (task, person, unit): (Task, Person, Unit),
) -> Result<wire::Task, ApiError> {
    let role = services.deployment.role(&task.role);
    let days_left = task.due_on.map(|date| {
        let due = Due {
            date,
            provisional: task.provisional,
        };
        services.calendar.working_days_left(services.today(), &due)
    });
    let own = caller.is(&person.id);
    let mine = if task.role.is_empty() {
        own
    } else {
        !own && caller.holds(&task.role, &unit.path)
    };
    Ok(wire::Task {
        kind: variant(&task.kind)?,
        person_id: task.person_id,
        person_name: person.full_name,
        unit_name: unit.name,
        subject_id: task.subject_id,
        change_kind: task.change_kind.as_deref().map(variant).transpose()?,
        role: role.map(|role| role.title.clone()).unwrap_or_default(),
        role_en: role.map(|role| role.title_en.clone()).unwrap_or_default(),
        due_on: task.due_on.map(|date| date.to_string()),
        opens_on: task.opens_on.map(|date| date.to_string()),
        provisional: task.provisional,
        days_left,
        clause: task.clause,
        why: task.why,
        why_en: task.why_en,
        mine,
    })
}

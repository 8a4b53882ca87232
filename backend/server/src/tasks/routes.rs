//! The inbox.

use actix_web::{HttpResponse, get, post};
use congvu_db::tasks;
use congvu_db::tasks::{Assigned, Filter, Whose};
use congvu_domain::access::Action;
use congvu_openapi::paging::PageQuery;
use congvu_openapi::tasks as wire;
use serde::Deserialize;

use super::announce::announce;
use super::{assign, view};
use crate::auth::{Allowed, SignedIn};
use crate::codes::word;
use crate::error::ApiError;
use crate::http::{Body, Created, Id, Key, Page, Params, create};
use crate::services::App;

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
    /// `all` (default), `me`: those that the caller took on, or `free`: those of a role that nobody took on.
    #[serde(default)]
    #[param(inline, required = false)]
    assigned: wire::Assigned,
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
                    account_id: &caller.account_id,
                    person_id: caller.person_id.as_deref(),
                    roles: &roles,
                },
                Scope::Unit if scope.is_empty() => return Err(ApiError::forbidden()),
                Scope::Unit => Whose::Within(&scope),
            };
            let filter = Filter {
                kind: query.kind.map(|kind| word(&kind)),
                role: None,
                due_before: query.overdue.then(|| services.today()),
                assigned: match query.assigned {
                    wire::Assigned::All => None,
                    wire::Assigned::Me => Some(Assigned::To(caller.account_id.clone())),
                    wire::Assigned::Free => Some(Assigned::ToNobody),
                },
            };
            let total = tasks::count(connection, &whose, &filter)?;
            let after = page.after.clone();
            let mut rows = tasks::page(connection, &whose, &filter, after, page.rows())?;
            let next = page.cut(&mut rows, |(task, ..)| {
                (task.due_key.clone(), task.id.clone())
            });
            let items = view::page(services, connection, &caller, rows)?;
            Ok(wire::TaskPage { items, next, total })
        })
        .await?;
    Ok(HttpResponse::Ok().json(list))
}

/// Take a task on
///
/// Others of the role then see it as taken and leave it. From somebody else only whoever answers for it takes it over, with a reason (C6).
#[utoipa::path(tag = "tasks", operation_id = "claimTask", params(("id" = String, Path, format = "uuid", description = "The task"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = wire::ClaimTask,
    responses((status = 201, description = "The task as it is now", body = wire::Task)))]
#[post("/tasks/{id}/claim")]
pub async fn claim_task(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    key: Key,
    body: Body<wire::ClaimTask>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            assign::claim(services, connection, caller, &id.0, &body.0.reason).map(Created::from)
        },
    )
    .await
}

/// Hand a task over
///
/// To a colleague who holds the same role over the unit; by whoever has it, or with a reason by whoever answers for it (C6).
#[utoipa::path(tag = "tasks", operation_id = "handOverTask", params(("id" = String, Path, format = "uuid", description = "The task"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = wire::HandOverTask,
    responses((status = 201, description = "The task as it is now", body = wire::Task)))]
#[post("/tasks/{id}/handover")]
pub async fn hand_over_task(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    key: Key,
    body: Body<wire::HandOverTask>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            assign::hand_over(
                services,
                connection,
                caller,
                &id.0,
                &body.0.to,
                &body.0.note,
            )
            .map(Created::from)
        },
    )
    .await
}

/// Give a task back
///
/// To everybody of the role; by whoever has it, or with a reason by whoever answers for it (C6).
#[utoipa::path(tag = "tasks", operation_id = "releaseTask", params(("id" = String, Path, format = "uuid", description = "The task"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = wire::ReleaseTask,
    responses((status = 201, description = "The task as it is now", body = wire::Task)))]
#[post("/tasks/{id}/release")]
pub async fn release_task(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    key: Key,
    body: Body<wire::ReleaseTask>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            assign::release(services, connection, caller, &id.0, &body.0.note).map(Created::from)
        },
    )
    .await
}

/// Say that something changed
///
/// Opens the task to bring a profile in force up to date, with the regulation's time from the day of the change or of the decision (B5, B6). The person says it of their own side, the agency of both; the next submission of the profile ends the task.
#[utoipa::path(tag = "tasks", operation_id = "announceChange", params(("id" = String, Path, format = "uuid", description = "The person"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = wire::NewChange,
    responses((status = 201, description = "The task", body = wire::Task)))]
#[post("/people/{id}/changes")]
pub async fn announce_change(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    key: Key,
    body: Body<wire::NewChange>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            announce(services, connection, caller, &id.0, &body.0).map(Created::from)
        },
    )
    .await
}

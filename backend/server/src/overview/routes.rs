//! The overview, what stands behind it, and why.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, get};
use congvu_openapi::identifier;
use congvu_openapi::overview as wire;
use congvu_openapi::paging::PageQuery;
use congvu_openapi::tasks::TaskKind;
use serde::Deserialize;

use super::list::{self, Asked};
use super::{figures, table, why};
use crate::auth::{Allowed, ReadPeople, SignedIn};
use crate::error::{ApiError, said};
use crate::http::{Id, Page, Params};
use crate::services::App;

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct OverviewQuery {
    /// A unit with everything below it; all that the caller may read where absent.
    #[param(format = "uuid")]
    unit: Option<String>,
    /// What the rows stand for; `unit` where absent.
    #[serde(default)]
    #[param(inline, required = false)]
    by: wire::OverviewBy,
}

/// The state of things
///
/// What is missing, waiting and late, by unit, step or person, within the units that the caller may read (B9, F8).
#[utoipa::path(tag = "tasks", operation_id = "getOverview", params(OverviewQuery),
    responses((status = 200, description = "The figures", body = wire::Overview)))]
#[get("/overview")]
pub async fn get_overview(
    who: Allowed<ReadPeople>,
    app: App,
    query: Params<OverviewQuery>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let Params(query) = query;
    let found = app
        .into_inner()
        .read(move |services, connection| {
            let unit = query.unit.as_deref();
            figures::overview(services, connection, &caller, unit, query.by)
        })
        .await?;
    Ok(HttpResponse::Ok().json(found))
}

/// The state of things as a table
///
/// The same figures as CSV (UTF-8 with a byte order mark, headings in Vietnamese), whole.
#[utoipa::path(tag = "tasks", operation_id = "exportOverview", params(OverviewQuery),
    responses((status = 200, description = "The table", body = String, content_type = "text/csv")))]
#[get("/overview.csv")]
pub async fn export_overview(
    who: Allowed<ReadPeople>,
    app: App,
    query: Params<OverviewQuery>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let Params(query) = query;
    let (today, content) = app
        .into_inner()
        .read(move |services, connection| {
            let unit = query.unit.as_deref();
            let found = figures::overview(services, connection, &caller, unit, query.by)?;
            let content = table::csv(&found)?;
            Ok((found.today, content))
        })
        .await?;
    let name = format!("attachment; filename=\"tinh-hinh-{today}.csv\"");
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, name))
        .body(content))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct ListQuery {
    /// A unit with everything below it; all that the caller may read where absent.
    #[param(format = "uuid")]
    unit: Option<String>,
    /// Which figure; `waiting` where absent. The parameters that follow narrow `waiting` and `late`.
    #[serde(default)]
    #[param(inline, required = false)]
    state: wire::OverviewState,
    /// Only this kind of work.
    #[param(inline)]
    kind: Option<TaskKind>,
    /// Only what this role has to do (its key); people's own duties where empty.
    step: Option<String>,
    /// Only what this account took on.
    #[param(format = "uuid")]
    assignee: Option<String>,
    /// `next` of the page before; absent for the first page.
    cursor: Option<String>,
    /// Entries wanted, 1 to 100; 20 where absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// What stands behind a figure
///
/// Open tasks by due date, or people by given name; their number is the figure.
#[utoipa::path(tag = "tasks", operation_id = "listOverviewTasks", params(ListQuery),
    responses((status = 200, description = "The entries", body = wire::OverviewPage)))]
#[get("/overview/tasks")]
pub async fn list_overview_tasks(
    who: Allowed<ReadPeople>,
    app: App,
    query: Params<ListQuery>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let Params(query) = query;
    if query
        .assignee
        .as_deref()
        .is_some_and(|id| identifier::check(id).is_err())
    {
        return Err(ApiError::invalid_at(
            "/assignee",
            "uuid",
            said(
                "Mã tài khoản không đúng.",
                "That is no identifier of an account.",
            ),
        ));
    }
    let page = Page::read(&PageQuery {
        cursor: query.cursor,
        limit: query.limit,
    })?;
    let asked = Asked {
        unit: query.unit,
        state: query.state,
        kind: query.kind,
        step: query.step,
        assignee: query.assignee,
    };
    let found = app
        .into_inner()
        .read(move |services, connection| list::list(services, connection, &caller, &asked, &page))
        .await?;
    Ok(HttpResponse::Ok().json(found))
}

/// Why a task is whose, and why by its date
///
/// The role and the grant or delegation behind it, the clause with its words, and the count day by day.
#[utoipa::path(tag = "tasks", operation_id = "explainTask", params(("id" = String, Path, format = "uuid", description = "The task")),
    responses((status = 200, description = "Why", body = wire::TaskWhy)))]
#[get("/tasks/{id}/why")]
pub async fn explain_task(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let found = app
        .into_inner()
        .read(move |services, connection| why::why(services, connection, &caller, &id.0))
        .await?;
    Ok(HttpResponse::Ok().json(found))
}

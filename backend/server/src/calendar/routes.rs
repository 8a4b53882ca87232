//! The calendar, its amendments, and deadlines that they moved.

use std::sync::Arc;

use actix_web::{HttpResponse, get, post};
use congvu_openapi::calendar as wire;
use congvu_openapi::paging::PageQuery;
use serde::Deserialize;

use super::preview::{self, Thought};
use super::{amend, changes, view};
use crate::auth::{Allowed, IssueAccounts, SignedIn};
use crate::error::{ApiError, Code, said};
use crate::http::{Body, Created, Id, Key, Page, Params, create};
use crate::services::{App, Services};

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct YearQuery {
    /// The year; this one where absent.
    #[param(minimum = 2000, maximum = 2100)]
    year: Option<i32>,
}

/// The working-day calendar of a year
///
/// Days off and weekend days worked, with their occasion and announcement, and what was entered here.
#[utoipa::path(tag = "deployment", operation_id = "getCalendar", params(YearQuery),
    responses((status = 200, description = "The calendar", body = wire::CalendarYear)))]
#[get("/calendar")]
pub async fn get_calendar(
    who: Allowed<SignedIn>,
    app: App,
    query: Params<YearQuery>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let year = query.0.year;
    let found = app
        .into_inner()
        .read(move |services, connection| view::year(services, connection, &caller, year))
        .await?;
    Ok(HttpResponse::Ok().json(found))
}

/// Enter a day of an announcement
///
/// By whoever issues accounts for the whole body. Open deadlines are counted anew: longer ones at once, shorter ones when confirmed.
#[utoipa::path(tag = "deployment", operation_id = "createCalendarAmendment", params(("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = wire::NewAmendment,
    responses((status = 201, description = "Entered", body = wire::Amendment)))]
#[post("/calendar/amendments")]
pub async fn create_calendar_amendment(
    who: Allowed<IssueAccounts>,
    app: App,
    key: Key,
    body: Body<wire::NewAmendment>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    let services = app.into_inner();
    let answer = create(
        services.clone(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            amend::enter(services, connection, caller, &body.0).map(Created::from)
        },
    )
    .await?;
    take_over(services).await?;
    Ok(answer)
}

/// Withdraw an amendment
///
/// By whoever issues accounts for the whole body. It stays to be seen; open deadlines are counted anew.
#[utoipa::path(tag = "deployment", operation_id = "withdrawCalendarAmendment", params(("id" = String, Path, format = "uuid", description = "The amendment"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = wire::WithdrawAmendment,
    responses((status = 201, description = "Withdrawn", body = wire::Amendment)))]
#[post("/calendar/amendments/{id}/withdrawal")]
pub async fn withdraw_calendar_amendment(
    who: Allowed<IssueAccounts>,
    app: App,
    id: Id,
    key: Key,
    body: Body<wire::WithdrawAmendment>,
) -> Result<HttpResponse, ApiError> {
    let services = app.into_inner();
    let answer = create(
        services.clone(),
        who.into_caller(),
        key,
        &body.0,
        move |services, connection, caller| {
            amend::withdraw(services, connection, caller, &id.0).map(Created::from)
        },
    )
    .await?;
    take_over(services).await?;
    Ok(answer)
}

/// This server goes by the new calendar at once; the background work counts open deadlines anew.
async fn take_over(services: Arc<Services>) -> Result<(), ApiError> {
    services
        .clone()
        .read(|services, connection| Ok(services.calendar.refresh(connection)?))
        .await?;
    services.alarm.ring();
    Ok(())
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct PreviewQuery {
    /// A day thought of; together with `kind`.
    #[param(format = "date")]
    date: Option<String>,
    /// What it would become.
    #[param(inline)]
    kind: Option<wire::AmendmentKind>,
    /// Instead: the amendment whose withdrawal is thought of.
    #[param(format = "uuid")]
    withdraw: Option<String>,
}

/// What an amendment would do
///
/// Which open deadlines would be extended and which would be counted shorter; nothing is changed. For whoever issues accounts for the
/// whole body.
#[utoipa::path(tag = "deployment", operation_id = "previewCalendarAmendment", params(PreviewQuery),
    responses((status = 200, description = "What would happen", body = wire::AmendmentPreview)))]
#[get("/calendar/amendments/preview")]
pub async fn preview_calendar_amendment(
    who: Allowed<IssueAccounts>,
    app: App,
    query: Params<PreviewQuery>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let thought = match query.0 {
        PreviewQuery {
            date: Some(date),
            kind: Some(kind),
            withdraw: None,
        } => Thought::Enter {
            date: amend::date("date", &date)?,
            kind,
        },
        PreviewQuery {
            date: None,
            kind: None,
            withdraw: Some(id),
        } => Thought::Withdraw { id },
        _ => {
            return Err(ApiError::new(
                Code::BadRequest,
                said(
                    "Cần “date” và “kind”, hoặc chỉ “withdraw”.",
                    "“date” and “kind” are needed, or “withdraw” alone.",
                ),
            ));
        }
    };
    let found = app
        .into_inner()
        .read(move |services, connection| preview::preview(services, connection, &caller, &thought))
        .await?;
    Ok(HttpResponse::Ok().json(found))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct ChangesQuery {
    /// Only those of which this became; `would_shorten` are those that wait for a confirmation.
    #[param(inline)]
    outcome: Option<wire::DueOutcome>,
    /// `next` of the page before; absent for the first page.
    cursor: Option<String>,
    /// Entries wanted, 1 to 100; 20 where absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// Deadlines that were counted anew
///
/// Newest first, without names of people; for whoever issues accounts for the whole body.
#[utoipa::path(tag = "tasks", operation_id = "listDueChanges", params(ChangesQuery),
    responses((status = 200, description = "The changes", body = wire::DueChangePage)))]
#[get("/due-changes")]
pub async fn list_due_changes(
    who: Allowed<IssueAccounts>,
    app: App,
    query: Params<ChangesQuery>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let Params(query) = query;
    let page = Page::read(&PageQuery {
        cursor: query.cursor,
        limit: query.limit,
    })?;
    let found = app
        .into_inner()
        .read(move |services, connection| {
            changes::page(services, connection, &caller, query.outcome, &page)
        })
        .await?;
    Ok(HttpResponse::Ok().json(found))
}

/// Confirm that a deadline gets shorter
///
/// By whoever issues accounts for the whole body, never to a day that is past. What is answered is the change that this makes.
#[utoipa::path(tag = "tasks", operation_id = "confirmDueChange", params(("id" = String, Path, format = "uuid", description = "The change"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = wire::ConfirmDueChange,
    responses((status = 201, description = "Shortened", body = wire::DueChange)))]
#[post("/due-changes/{id}/confirmation")]
pub async fn confirm_due_change(
    who: Allowed<IssueAccounts>,
    app: App,
    id: Id,
    key: Key,
    body: Body<wire::ConfirmDueChange>,
) -> Result<HttpResponse, ApiError> {
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &body.0,
        move |services, connection, caller| {
            changes::confirm(services, connection, caller, &id.0).map(Created::from)
        },
    )
    .await
}

/// How a task's deadline moved
///
/// Oldest first; for whoever may see the task.
#[utoipa::path(tag = "tasks", operation_id = "listTaskDueChanges", params(("id" = String, Path, format = "uuid", description = "The task")),
    responses((status = 200, description = "The changes", body = wire::DueChangeList)))]
#[get("/tasks/{id}/due-changes")]
pub async fn list_task_due_changes(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let items = app
        .into_inner()
        .read(move |services, connection| changes::of_task(services, connection, &caller, &id.0))
        .await?;
    Ok(HttpResponse::Ok().json(wire::DueChangeList { items }))
}

//! Calendar feeds.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, delete, get, post, web};
use congvu_openapi::notifications::CalendarFeed;

use super::{end, make, read, show};
use crate::auth::{Allowed, SignedIn};
use crate::error::ApiError;
use crate::http::{IfMatch, Key, answer, create};
use crate::services::App;

/// My calendar feed
///
/// Whether there is one; its address is shown only when it is made.
#[utoipa::path(tag = "accounts", operation_id = "getMyCalendarFeed",
    responses((status = 200, description = "The feed", body = CalendarFeed)))]
#[get("/me/calendar-feed")]
pub async fn get_my_calendar_feed(
    who: Allowed<SignedIn>,
    app: App,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let (feed, revision) = app
        .into_inner()
        .read(move |_, connection| show(connection, &caller))
        .await?;
    Ok(answer(StatusCode::OK, revision, &feed))
}

/// Make my calendar feed
///
/// Or give it a new address: the old one opens nothing from then on. The address is shown this once.
#[utoipa::path(tag = "accounts", operation_id = "makeMyCalendarFeed", params(("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)),
    responses((status = 201, description = "Made", body = CalendarFeed)))]
#[post("/me/calendar-feed")]
pub async fn make_my_calendar_feed(
    who: Allowed<SignedIn>,
    app: App,
    key: Key,
) -> Result<HttpResponse, ApiError> {
    create(app.into_inner(), who.into_caller(), key, &(), make).await
}

/// End my calendar feed
///
/// Its address opens nothing from then on.
#[utoipa::path(tag = "accounts", operation_id = "endMyCalendarFeed", params(("If-Match" = String, Header, description = "ETag of what you saw")),
    responses((status = 204, description = "Ended")))]
#[delete("/me/calendar-feed")]
pub async fn end_my_calendar_feed(
    who: Allowed<SignedIn>,
    app: App,
    seen: IfMatch,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    app.into_inner()
        .write(move |services, connection| end(services, connection, &caller, seen))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A calendar feed
///
/// One's own open deadlines as all-day events (iCalendar), for a calendar program: whoever knows the address may read it.
#[utoipa::path(tag = "tasks", operation_id = "getCalendarFeed", security(()), params(("secret" = String, Path, description = "The secret of the address")),
    responses((status = 200, description = "The calendar", content_type = "text/calendar", body = String)))]
#[get("/calendar/{secret}.ics")]
pub async fn get_calendar_feed(
    app: App,
    secret: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let calendar = app
        .into_inner()
        .read(move |services, connection| read(services, connection, &secret))
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .body(calendar))
}

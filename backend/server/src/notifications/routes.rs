//! Notifications, and one's letters.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, post, put};
use congvu_openapi::notifications::{
    LetterSettings, MyLetters, NotificationPage, ReadNotifications, Unread,
};
use congvu_openapi::paging::PageQuery;
use serde::Deserialize;

use super::{list, read, set, settings};
use crate::auth::{Allowed, SignedIn};
use crate::error::ApiError;
use crate::http::{Body, Created, IfMatch, Key, Page, Params, answer, create};
use crate::services::App;

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct NotificationQuery {
    /// Only those that have not been read.
    #[serde(default)]
    #[param(required = false)]
    unread: bool,
    /// `next` of the page before; absent for the first page.
    cursor: Option<String>,
    /// Entries wanted, 1 to 100; 20 where absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u16>,
}

/// What the app tells me
///
/// Reminders before, at and after deadlines, newest first; many tasks that come due on one day are one notification.
#[utoipa::path(tag = "tasks", operation_id = "listNotifications", params(NotificationQuery),
    responses((status = 200, description = "The notifications", body = NotificationPage)))]
#[get("/notifications")]
pub async fn list_notifications(
    who: Allowed<SignedIn>,
    app: App,
    query: Params<NotificationQuery>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let Params(query) = query;
    let page = Page::read(&PageQuery {
        cursor: query.cursor,
        limit: query.limit,
    })?;
    let list = app
        .into_inner()
        .read(move |_, connection| list(connection, &caller, query.unread, &page))
        .await?;
    Ok(HttpResponse::Ok().json(list))
}

/// Mark notifications as read
///
/// These, or everything up to one of them; what is read already stays as it is.
#[utoipa::path(tag = "tasks", operation_id = "readNotifications", params(("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = ReadNotifications,
    responses((status = 201, description = "Read", body = Unread)))]
#[post("/notifications/read")]
pub async fn read_notifications(
    who: Allowed<SignedIn>,
    app: App,
    key: Key,
    body: Body<ReadNotifications>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            read(services, connection, caller, &body.0).map(Created::from)
        },
    )
    .await
}

/// Where my letters go
///
/// And how often: one for every reminder, one each morning, or none.
#[utoipa::path(tag = "accounts", operation_id = "getMyLetters",
    responses((status = 200, description = "The settings", body = MyLetters)))]
#[get("/me/letters")]
pub async fn get_my_letters(who: Allowed<SignedIn>, app: App) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let (letters, revision) = app
        .into_inner()
        .read(move |services, connection| settings(services, connection, &caller))
        .await?;
    Ok(answer(StatusCode::OK, revision, &letters))
}

/// Set where my letters go
///
/// An empty address ends them.
#[utoipa::path(tag = "accounts", operation_id = "setMyLetters", params(("If-Match" = String, Header, description = "ETag of what you saw")), request_body = LetterSettings,
    responses((status = 200, description = "Set", body = MyLetters)))]
#[put("/me/letters")]
pub async fn set_my_letters(
    who: Allowed<SignedIn>,
    app: App,
    seen: IfMatch,
    body: Body<LetterSettings>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let (letters, revision) = app
        .into_inner()
        .write(move |services, connection| set(services, connection, &caller, seen, &body.0))
        .await?;
    Ok(answer(StatusCode::OK, revision, &letters))
}

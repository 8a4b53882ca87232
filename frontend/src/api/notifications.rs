//! What the app tells somebody by itself: notifications, letters, the calendar feed.

use congvu_openapi::notifications::{
    CalendarFeed, LetterSettings, MyLetters, NotificationPage, ReadNotifications, Unread,
};

use super::client::query;
use super::{ApiError, Call, Loaded};

/// Entries of a page.
const PAGE: &str = "30";

/// A page of notifications, newest first; with `unread` only those that have not been read.
///
/// # Errors
/// As any call.
pub async fn list(unread: bool, cursor: &str) -> Result<NotificationPage, ApiError> {
    let unread = if unread { "true" } else { "" };
    let pairs = [("unread", unread), ("cursor", cursor), ("limit", PAGE)];
    let call = Call::get(format!("/notifications{}", query(&pairs)));
    Ok(call.send().await?.value)
}

/// How many have not been read. It is asked for now and then by itself, so a session that has
/// ended does not ask to sign in again.
///
/// # Errors
/// As any call.
pub async fn unread() -> Result<i64, ApiError> {
    let call = Call::get("/notifications?unread=true&limit=1").without_sign_in();
    let page: NotificationPage = call.send().await?.value;
    Ok(page.unread)
}

/// Marks one as read; answers how many are left.
///
/// # Errors
/// As any call.
pub async fn read(id: &str) -> Result<i64, ApiError> {
    mark(&ReadNotifications {
        ids: vec![id.to_owned()],
        up_to: None,
    })
    .await
}

/// Marks one and all before it as read; answers how many are left.
///
/// # Errors
/// 404 where it is not the caller's.
pub async fn read_up_to(id: &str) -> Result<i64, ApiError> {
    mark(&ReadNotifications {
        ids: Vec::new(),
        up_to: Some(id.to_owned()),
    })
    .await
}

async fn mark(what: &ReadNotifications) -> Result<i64, ApiError> {
    let call = Call::post("/notifications/read").json(what);
    let left: Unread = call.send().await?.value;
    Ok(left.unread)
}

/// Where one's letters go and how often, with the entity tag for changing it.
///
/// # Errors
/// As any call.
pub async fn letters() -> Result<Loaded<MyLetters>, ApiError> {
    Call::get("/me/letters").send().await
}

/// Sets where one's letters go and how often.
///
/// # Errors
/// 412 where the account was changed meanwhile, 422 with the field to mend.
pub async fn set_letters(etag: &str, settings: &LetterSettings) -> Result<MyLetters, ApiError> {
    let call = Call::put("/me/letters").if_match(etag).json(settings);
    Ok(call.send().await?.value)
}

/// Whether there is a calendar feed.
///
/// # Errors
/// As any call.
pub async fn feed() -> Result<Loaded<CalendarFeed>, ApiError> {
    Call::get("/me/calendar-feed").send().await
}

/// Makes the calendar feed, or gives it a new address; the answer has the only copy of it.
///
/// # Errors
/// As any call.
pub async fn make_feed() -> Result<CalendarFeed, ApiError> {
    Ok(Call::post("/me/calendar-feed").send().await?.value)
}

/// Ends the calendar feed: its address opens nothing from then on.
///
/// # Errors
/// As any call.
pub async fn end_feed() -> Result<(), ApiError> {
    // The tag is that of the account, which other settings change too.
    let seen = feed().await?.etag;
    Call::delete("/me/calendar-feed")
        .if_match(&seen)
        .send_empty()
        .await
}

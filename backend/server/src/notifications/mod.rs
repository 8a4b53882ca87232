//! What the app tells somebody, and where their letters go.

pub mod routes;
mod settings;

use congvu_db::{AnyConnection, Notification, Timestamp, notifications};
use congvu_openapi::notifications as wire;

use crate::auth::Caller;
use crate::error::{ApiError, Code, said};
use crate::http::Page;
use crate::services::Services;

pub use settings::{set, settings};

/// The page of the app that shows what a notification is about.
pub fn link(subject_kind: &str, subject_id: &str) -> String {
    match subject_kind {
        "submission" => format!("/submissions/{subject_id}"),
        "export" => format!("/exports/{subject_id}"),
        "person" => format!("/people/{subject_id}"),
        "me" => "/me".to_owned(),
        "tasks" if !subject_id.is_empty() => format!("/?{subject_id}"),
        _ => "/".to_owned(),
    }
}

fn view(row: &Notification) -> wire::Notification {
    wire::Notification {
        id: row.id.clone(),
        kind: row.kind.clone(),
        text: row.text.clone(),
        text_en: row.text_en.clone(),
        link: link(&row.subject_kind, &row.subject_id),
        at: row.created_at.rfc3339(),
        read_at: row.read_at.map(Timestamp::rfc3339),
    }
}

/// A page of the caller's notifications, newest first.
///
/// # Errors
/// The database cannot be read, or the cursor is none of ours.
pub fn list(
    connection: &mut AnyConnection,
    caller: &Caller,
    only_unread: bool,
    page: &Page,
) -> Result<wire::NotificationPage, ApiError> {
    let after = page
        .after
        .clone()
        .map(|(at, id)| moment(&at).map(|at| (at, id)));
    let mut rows = notifications::page(
        connection,
        &caller.account_id,
        only_unread,
        after.transpose()?,
        page.rows(),
    )?;
    let next = page.cut(&mut rows, |row| (row.created_at.rfc3339(), row.id.clone()));
    Ok(wire::NotificationPage {
        items: rows.iter().map(view).collect(),
        next,
        unread: notifications::unread(connection, &caller.account_id)?,
    })
}

fn moment(text: &str) -> Result<Timestamp, ApiError> {
    chrono::DateTime::parse_from_rfc3339(text)
        .map(|at| at.to_utc().into())
        .map_err(|_ignored| {
            ApiError::new(
                Code::BadRequest,
                said(
                    "“cursor” không đúng; hãy dùng “next” của trang trước.",
                    "“cursor” is not valid; use “next” of the page before.",
                ),
            )
        })
}

/// Marks notifications of the caller as read.
///
/// # Errors
/// 404 where the caller has none with the identifier `up_to`.
pub fn read(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    what: &wire::ReadNotifications,
) -> Result<wire::Unread, ApiError> {
    let (me, now) = (&caller.account_id, services.now().into());
    notifications::read(connection, me, &what.ids, now)?;
    if let Some(newest) = &what.up_to {
        let newest = notifications::find(connection, me, newest)?;
        notifications::read_until(connection, me, newest.created_at, now)?;
    }
    Ok(wire::Unread {
        unread: notifications::unread(connection, me)?,
    })
}

//! What the app tells somebody by itself: reminders in the app, letters, the calendar feed (B9).

use serde::{Deserialize, Serialize};

/// Something that somebody is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Notification {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// What it is about: `due_soon`, `due_tomorrow`, `due_today`, `overdue`, `urge`; more may come.
    pub kind: String,
    /// The words in Vietnamese.
    pub text: String,
    /// The words in English.
    pub text_en: String,
    /// Page of the app that shows it, from the root: `/submissions/…`; `/?overdue=true` is the inbox, narrowed.
    pub link: String,
    /// When; where it was said again with other words, when that was.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub at: String,
    /// When it was read; absent while it was not.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_at: Option<String>,
}

/// A page of notifications, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct NotificationPage {
    /// The notifications.
    pub items: Vec<Notification>,
    /// Cursor of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// How many have not been read, on all pages.
    pub unread: i64,
}

/// What was read: these, or everything up to one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct ReadNotifications {
    /// Identifiers of those that were read.
    #[cfg_attr(
        feature = "server",
        validate(length(max = 100)),
        schema(max_items = 100)
    )]
    #[serde(default)]
    pub ids: Vec<String>,
    /// Identifier of the newest one that was read; all before it count as read too.
    #[cfg_attr(
        feature = "server",
        validate(length(max = 36)),
        schema(format = "uuid", max_length = 36)
    )]
    #[serde(default)]
    pub up_to: Option<String>,
}

/// How many notifications have not been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Unread {
    /// Their number.
    pub unread: i64,
}

/// How often letters (e-mail) are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LetterWish {
    /// One for every reminder.
    Each,
    /// One on the morning of each working day, where something is due soon, today or late.
    Daily,
    /// None.
    None,
}

/// Where one's letters go and how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct LetterSettings {
    /// E-mail address; empty for no letters.
    #[cfg_attr(
        feature = "server",
        validate(length(max = 254)),
        schema(max_length = 254)
    )]
    pub address: String,
    /// How often.
    pub wish: LetterWish,
}

/// One's letters, as they are set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct MyLetters {
    /// E-mail address; empty for no letters.
    pub address: String,
    /// How often.
    pub wish: LetterWish,
    /// This installation sends letters at all.
    pub offered: bool,
}

/// One's calendar feed (iCalendar) for a calendar program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CalendarFeed {
    /// There is one.
    pub active: bool,
    /// Its secret address, shown once, when it is made: whoever knows it sees one's deadlines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

//! What is to be done, why, and who takes it on.

use congvu_openapi::overview::TaskWhy;
use congvu_openapi::tasks::{ClaimTask, HandOverTask, ReleaseTask, Task, TaskKind, TaskPage};

use super::client::query;
use super::{ApiError, Call};

/// Entries of a page while a task is looked for: the most that one call gives.
const MOST: u16 = 100;
/// Pages that are looked through for it.
const PAGES: usize = 10;

/// Which tasks are asked for; empty values do not filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked<'a> {
    /// `mine` or `unit`.
    pub scope: &'a str,
    /// Kind of task.
    pub kind: &'a str,
    /// Only those whose day is past.
    pub overdue: bool,
    /// `me`, `free`, or empty for whoever has them.
    pub assigned: &'a str,
    /// Where the page begins; empty for the first.
    pub cursor: &'a str,
    /// Entries wanted, 1 to 100.
    pub limit: u16,
}

/// A page of tasks by due date.
///
/// # Errors
/// 403 for `unit` where the caller may not read people.
pub async fn list(asked: Asked<'_>) -> Result<TaskPage, ApiError> {
    let overdue = if asked.overdue { "true" } else { "" };
    let pairs = [
        ("scope", asked.scope),
        ("kind", asked.kind),
        ("overdue", overdue),
        ("assigned", asked.assigned),
        ("cursor", asked.cursor),
        ("limit", &asked.limit.to_string()),
    ];
    Ok(Call::get(format!("/tasks{}", query(&pairs)))
        .send()
        .await?
        .value)
}

/// The open review of a submission as the caller has it; their own before those of others. The API lists and does not search,
/// so this reads page after page, and gives up after so many.
///
/// # Errors
/// As [`list`].
pub async fn review_of(submission_id: &str, scope: &str) -> Result<Option<Task>, ApiError> {
    let mut cursor = String::new();
    for _ in 0..PAGES {
        let page = list(Asked {
            scope,
            kind: "review",
            cursor: &cursor,
            limit: MOST,
            ..Asked::default()
        })
        .await?;
        let found = review_among(page.items, submission_id);
        if found.is_some() {
            return Ok(found);
        }
        match page.next {
            Some(next) => cursor = next,
            None => break,
        }
    }
    Ok(None)
}

/// The open review of a submission among these; the caller's own seat where several wait side by side.
#[must_use]
pub fn review_among(tasks: Vec<Task>, submission_id: &str) -> Option<Task> {
    tasks
        .into_iter()
        .filter(|task| task.kind == TaskKind::Review && task.subject_id == submission_id)
        .min_by_key(|task| (!task.mine, !task.assigned_to_me))
}

/// Why a task is whose, and why by its date, day by day.
///
/// # Errors
/// 404 also where the caller may not know it.
pub async fn why(id: &str) -> Result<TaskWhy, ApiError> {
    Ok(Call::get(format!("/tasks/{id}/why")).send().await?.value)
}

/// Takes a task on; from somebody else only as whoever answers for it, with a reason.
///
/// # Errors
/// 403 without the role, 409 where somebody else has it, a mistake at `/reason` where one is needed.
pub async fn claim(id: &str, reason: String) -> Result<Task, ApiError> {
    let call = Call::post(format!("/tasks/{id}/claim")).json(&ClaimTask { reason });
    Ok(call.send().await?.value)
}

/// Hands a task over to the colleague with this user name.
///
/// # Errors
/// Mistakes at `/to` where they cannot do it, and at `/note` where a reason is needed.
pub async fn hand_over(id: &str, to: String, note: String) -> Result<Task, ApiError> {
    let call = Call::post(format!("/tasks/{id}/handover")).json(&HandOverTask { to, note });
    Ok(call.send().await?.value)
}

/// Gives a task back to everybody of the role.
///
/// # Errors
/// A mistake at `/note` where a reason is needed.
pub async fn release(id: &str, note: String) -> Result<Task, ApiError> {
    let call = Call::post(format!("/tasks/{id}/release")).json(&ReleaseTask { note });
    Ok(call.send().await?.value)
}

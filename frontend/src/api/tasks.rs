//! What is to be done.

use congvu_openapi::tasks::TaskPage;

use super::client::query;
use super::{ApiError, Call};

/// A page of tasks by due date. `scope` is `mine` or `unit`; empty values do not filter.
///
/// # Errors
/// 403 for `unit` where the caller may not read people.
pub async fn list(
    scope: &str,
    kind: &str,
    overdue: bool,
    cursor: &str,
    limit: u16,
) -> Result<TaskPage, ApiError> {
    let overdue = if overdue { "true" } else { "" };
    let pairs = [
        ("scope", scope),
        ("kind", kind),
        ("overdue", overdue),
        ("cursor", cursor),
        ("limit", &limit.to_string()),
    ];
    Ok(Call::get(format!("/tasks{}", query(&pairs)))
        .send()
        .await?
        .value)
}

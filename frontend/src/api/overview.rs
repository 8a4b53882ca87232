//! The state of things: figures, and what stands behind them.

use congvu_openapi::overview::{Overview, OverviewBy, OverviewPage};

use super::client::query;
use super::{ApiError, Call};

/// Entries of a page.
const PAGE: &str = "50";

/// What is listed behind a figure; empty values do not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// A unit with everything below it.
    pub unit: String,
    /// Which figure, as the API calls it; `waiting` where empty.
    pub state: String,
    /// Kind of work.
    pub kind: String,
    /// Key of the role that has to act.
    pub step: String,
    /// Only people's own duties, which no role has to do.
    pub own: bool,
    /// Account that took it on.
    pub assignee: String,
}

/// What the rows stand for, as the API calls it.
#[must_use]
pub const fn by_key(by: OverviewBy) -> &'static str {
    match by {
        OverviewBy::Unit => "unit",
        OverviewBy::Step => "step",
        OverviewBy::Person => "person",
    }
}

/// The figures of a unit with everything below it, or of all that the caller may read.
///
/// # Errors
/// 404 for a unit outside the caller's scope.
pub async fn figures(unit: &str, by: OverviewBy) -> Result<Overview, ApiError> {
    let query = query(&[("unit", unit), ("by", by_key(by))]);
    Ok(Call::get(format!("/overview{query}")).send().await?.value)
}

/// The same figures as CSV.
///
/// # Errors
/// As [`figures`].
pub async fn csv(unit: &str, by: OverviewBy) -> Result<Vec<u8>, ApiError> {
    let query = query(&[("unit", unit), ("by", by_key(by))]);
    Call::get(format!("/overview.csv{query}")).send_blob().await
}

/// A page of what stands behind a figure.
///
/// # Errors
/// As [`figures`].
pub async fn behind(asked: &Behind, cursor: &str) -> Result<OverviewPage, ApiError> {
    let mut query = query(&[
        ("limit", PAGE),
        ("unit", &asked.unit),
        ("state", &asked.state),
        ("kind", &asked.kind),
        ("step", &asked.step),
        ("assignee", &asked.assignee),
        ("cursor", cursor),
    ]);
    if asked.own {
        // Said, and empty: no role.
        query.push_str("&step=");
    }
    let call = Call::get(format!("/overview/tasks{query}"));
    Ok(call.send().await?.value)
}

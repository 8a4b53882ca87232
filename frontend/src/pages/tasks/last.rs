//! The page of tasks that was looked at last: where a task opened from it is found again in one call.

use std::cell::RefCell;

use congvu_openapi::tasks::Task;

use super::filter::Filter;
use crate::api::{ApiError, tasks};

thread_local! {
    static LAST: RefCell<Option<Filter>> = const { RefCell::new(None) };
}

/// This page is looked at.
pub(super) fn remember(filter: &Filter) {
    LAST.with_borrow_mut(|last| *last = Some(filter.clone()));
}

/// The open review of a submission as it is now, where it stands on that page.
///
/// # Errors
/// As any call.
pub(crate) async fn review_of(submission_id: &str) -> Result<Option<Task>, ApiError> {
    let Some(filter) = LAST.with_borrow(Clone::clone) else {
        return Ok(None);
    };
    let page = tasks::list(filter.asked()).await?;
    Ok(tasks::review_among(page.items, submission_id))
}

//! Who may enter, which steps follow, and by when: each regulation's own cases.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod chains;
mod duties;
mod rounds;

use chrono::NaiveDate;
use congvu_domain::deployment::{Deployment, Rules};
use congvu_domain::workflows::StepDue;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The regulation as it was made.
fn deployment(key: &str) -> &'static Rules {
    Deployment::built_in(key).unwrap().original()
}

fn due_on(due: Option<StepDue>) -> Option<String> {
    due.and_then(|due| due.due).map(|due| due.date.to_string())
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

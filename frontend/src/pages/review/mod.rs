//! Review of a submission.

use leptos::prelude::*;

/// `/submissions/:id`.
#[component]
pub fn SubmissionPage() -> impl IntoView {}

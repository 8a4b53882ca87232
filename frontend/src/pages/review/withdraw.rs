//! Taking a submission back before anybody has reviewed it.

use congvu_openapi::comments::NewComment;
use leptos::prelude::*;

use super::say_why::{SayWhyDialog, Words};
use crate::api;
use crate::components::{AlertKind, Button, IconName};
use crate::i18n::{review, t, tf};
use crate::state::toasts::toast;

/// The button, and the dialog that confirms.
#[component]
pub fn Withdraw(
    submission: String,
    etag: String,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let (id, tag) = (StoredValue::new(submission), StoredValue::new(etag));
    let withdraw = move |reason: String| async move {
        let id = id.get_value();
        api::submissions::withdraw(&id, &tag.get_value()).await?;
        let said = if reason.is_empty() {
            Ok(())
        } else {
            // The act itself carries no reason; it is kept where it is read.
            let comment = NewComment {
                pointer: String::new(),
                text: tf(review::WITHDRAW_COMMENT, &[&reason]),
            };
            api::comments::write(&id, &comment).await.map(|_| ())
        };
        match said {
            Ok(()) => toast(AlertKind::Success, t(review::WITHDRAWN)),
            Err(_) => toast(AlertKind::Warning, t(review::WITHDRAWN_UNSAID)),
        }
        on_done.run(());
        Ok(())
    };
    view! {
        <Button icon=IconName::Return on_click=move || open.set(true)>{move || t(review::WITHDRAW)}</Button>
        <SayWhyDialog open=open id="withdraw-reason" words=Words::withdraw() needed=false send=withdraw/>
    }
}

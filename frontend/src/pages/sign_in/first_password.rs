//! The step in which an issued password becomes one's own.

use leptos::prelude::*;

use super::password_form::PasswordForm;
use crate::components::PageHeader;
use crate::i18n::{sign_in, t, tr};
use crate::shell::LanguageSwitch;
use crate::state::session::use_session;

/// Shown instead of every page until the password has been changed.
#[component]
pub fn FirstPassword() -> impl IntoView {
    let done = move || {
        use_session().update(|session| {
            if let Some(session) = session {
                session.me.must_change_password = false;
            }
        });
    };
    view! {
        <div class="door">
            <div class="door__language"><LanguageSwitch/></div>
            <main class="door__main door__main--single" id="main">
                <section class="card door__card stack">
                    <PageHeader title=tr(sign_in::CHANGE_FIRST_TITLE)/>
                    <p>{move || t(sign_in::CHANGE_FIRST_TEXT)}</p>
                    <PasswordForm on_done=done/>
                </section>
            </main>
        </div>
    }
}

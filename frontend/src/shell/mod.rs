//! The frame around the pages: top bar, rail or bottom bar, messages, signing in again.

mod account_menu;
mod navigation;
mod offline;
mod person_search;
mod resume;
mod toasts;
mod top_bar;

use leptos::prelude::*;
use leptos_router::components::{Outlet, Redirect};
use leptos_router::hooks::use_location;

use self::navigation::{BottomBar, Rail};
use self::offline::OfflineBar;
use self::resume::ResumeDialog;
pub use self::toasts::Toasts;
use self::top_bar::TopBar;
pub use self::top_bar::{Emblem, LanguageSwitch};
use crate::api::client::encode;
use crate::i18n::{shell, t};
use crate::pages::sign_in::FirstPassword;
use crate::state::session::use_session;

/// Who is at the door. A session renewed for the same account changes nothing, so that the page
/// and what was typed into it stay.
#[derive(Clone, PartialEq, Eq)]
enum Gate {
    SignedOut,
    MustChangePassword,
    In(String),
}

/// Everything behind the sign-in.
#[component]
pub fn Shell() -> impl IntoView {
    let session = use_session();
    let gate = Memo::new(move |_| {
        session.with(|session| match session {
            None => Gate::SignedOut,
            Some(session) if session.me.must_change_password => Gate::MustChangePassword,
            Some(session) => Gate::In(session.me.account_id.clone()),
        })
    });
    let location = use_location();
    move || match gate.get() {
        Gate::SignedOut => {
            let here = location.pathname.get_untracked() + &location.search.get_untracked();
            let path = match here.as_str() {
                "/" => "/sign-in".to_owned(),
                _ => format!("/sign-in?next={}", encode(&here)),
            };
            view! { <Redirect path=path/> }.into_any()
        }
        Gate::MustChangePassword => view! { <FirstPassword/> }.into_any(),
        Gate::In(_) => view! { <Frame/> }.into_any(),
    }
}

#[component]
fn Frame() -> impl IntoView {
    let folded = RwSignal::new(false);
    view! {
        <a class="skip-link" href="#main">{move || t(shell::SKIP)}</a>
        <OfflineBar/>
        <div class="shell" class:shell--folded=move || folded.get()>
            <TopBar/>
            <Rail folded=folded/>
            <main class="shell__main" id="main" tabindex="-1">
                <Outlet/>
            </main>
            <BottomBar/>
        </div>
        <ResumeDialog/>
    }
}

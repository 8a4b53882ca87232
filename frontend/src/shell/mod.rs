//! The frame around the pages: top bar, rail or bottom bar, messages, signing in again.

mod account_menu;
mod bell;
mod navigation;
mod offline;
mod person_search;
mod resume;
mod toasts;
mod top_bar;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::{A, Outlet, Redirect};
use leptos_router::hooks::use_location;

use self::navigation::{BottomBar, Rail};
use self::offline::OfflineBar;
use self::resume::ResumeDialog;
pub use self::toasts::Toasts;
use self::top_bar::TopBar;
pub use self::top_bar::{Emblem, LanguageSwitch};
use crate::api::client::encode;
use crate::i18n::{pick, shell, t};
use crate::pages::sign_in::FirstPassword;
use crate::state::deployment::use_deployment;
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
            let path = sign_in_path(
                &location.pathname.get_untracked(),
                &location.search.get_untracked(),
            );
            let options = NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            };
            view! { <Redirect path=path options=options/> }.into_any()
        }
        Gate::MustChangePassword => view! { <FirstPassword/> }.into_any(),
        Gate::In(_) => view! { <Frame/> }.into_any(),
    }
}

/// The sign-in, which leads on to where somebody was going; `search` is without its `?`.
fn sign_in_path(path: &str, search: &str) -> String {
    let here = match (path, search) {
        ("/", "") => return "/sign-in".to_owned(),
        (path, "") => path.to_owned(),
        (path, search) => format!("{path}?{}", search.trim_start_matches('?')),
    };
    format!("/sign-in?next={}", encode(&here))
}

#[component]
fn Frame() -> impl IntoView {
    let folded = RwSignal::new(false);
    view! {
        <a class="skip-link" href="#main" rel="external">{move || t(shell::SKIP)}</a>
        <OfflineBar/>
        <div class="shell" class:shell--folded=move || folded.get()>
            <TopBar/>
            <Rail folded=folded/>
            <main class="shell__main" id="main" tabindex="-1">
                <Outlet/>
            </main>
            <Footer/>
            <BottomBar/>
        </div>
        <ResumeDialog/>
    }
}

/// Which body this is, and what anybody may look up.
#[component]
fn Footer() -> impl IntoView {
    let name = move || use_deployment().with(|d| d.as_ref().map(|d| pick(&d.name, &d.name_en)));
    view! {
        <footer class="footer" aria-label=move || t(shell::FOOTER)>
            <span>{name}</span>
            <A href="/verify">{move || t(shell::VERIFY)}</A>
            <A href="/deployment">{move || t(shell::RULES)}</A>
        </footer>
    }
}

#[cfg(test)]
mod tests {
    use super::sign_in_path;

    #[test]
    fn the_way_is_kept_with_what_was_asked() {
        assert_eq!(sign_in_path("/", ""), "/sign-in");
        assert_eq!(sign_in_path("/people", ""), "/sign-in?next=%2Fpeople");
        assert_eq!(
            sign_in_path("/people", "q=an"),
            "/sign-in?next=%2Fpeople%3Fq%3Dan"
        );
    }
}

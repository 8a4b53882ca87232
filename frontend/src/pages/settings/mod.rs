//! The own account: roles, letters, calendar, language, password.

mod feed;
mod letters;

use leptos::prelude::*;

use self::feed::Feed;
use self::letters::Letters;
use super::sign_in::PasswordForm;
use crate::components::{PageHeader, SelectField};
use crate::i18n::{Lang, pick, shell, sign_in, t, tr};
use crate::state::language::{self, use_language};
use crate::state::session::use_session;

/// `/settings`.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let chosen = RwSignal::new(use_language().get_untracked().code().to_owned());
    let languages = Signal::derive(|| {
        [
            (Lang::Vi, sign_in::LANGUAGE_VI),
            (Lang::En, sign_in::LANGUAGE_EN),
        ]
        .map(|(lang, name)| (lang.code().to_owned(), t(name).to_owned()))
        .to_vec()
    });
    let choose = |code: String| {
        language::choose(if code == Lang::En.code() {
            Lang::En
        } else {
            Lang::Vi
        });
    };
    view! {
        <div class="stack page--narrow">
            <PageHeader title=tr(sign_in::SETTINGS_TITLE)/>
            <section class="card stack">
                <h2>{move || t(sign_in::ACCOUNT_TITLE)}</h2>
                <Account/>
            </section>
            <Letters/>
            <Feed/>
            <section class="card stack">
                <h2>{move || t(sign_in::LANGUAGE_TITLE)}</h2>
                <SelectField
                    id="language"
                    label=tr(shell::LANGUAGE)
                    value=chosen
                    options=languages
                    without_empty=true
                    on_change=choose
                />
            </section>
            <section class="card stack">
                <h2>{move || t(sign_in::CHANGE_TITLE)}</h2>
                <PasswordForm on_done=|| ()/>
            </section>
        </div>
    }
}

#[component]
fn Account() -> impl IntoView {
    let session = use_session();
    move || {
        session.get().map(|session| {
            let roles = session.me.roles.into_iter().map(|role| {
                let title = pick(&role.title, &role.title_en);
                view! { <li>{format!("{title} {} {}", t(sign_in::WITHIN), role.unit_name)}</li> }
            });
            let roles: Vec<_> = roles.collect();
            view! {
                <dl class="facts">
                    <dt>{t(sign_in::USERNAME)}</dt>
                    <dd>{session.me.username}</dd>
                    <dt>{t(crate::i18n::people::COLUMN_NAME)}</dt>
                    <dd>{session.me.name}</dd>
                    <dt>{t(sign_in::ROLES)}</dt>
                    <dd>
                        {if roles.is_empty() {
                            t(shell::NO_ROLE).into_any()
                        } else {
                            view! { <ul>{roles}</ul> }.into_any()
                        }}
                    </dd>
                </dl>
            }
        })
    }
}

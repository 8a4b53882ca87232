//! The top bar: which body this is, search, language, account.

use leptos::prelude::*;
use leptos_router::components::A;

use super::account_menu::AccountMenu;
use super::bell::Bell;
use super::person_search::PersonSearch;
use crate::components::{Icon, IconName};
use crate::i18n::{Lang, delegations, pick, shell, t, tf};
use crate::state::delegations::{reload_acting_for, use_acting_for};
use crate::state::deployment::use_deployment;
use crate::state::language::{self, use_language};
use crate::state::session::may;

#[component]
pub(super) fn TopBar() -> impl IntoView {
    view! {
        <header class="top-bar">
            <A href="/" attr:class="brand">
                <Emblem/>
                <BodyName/>
            </A>
            <Show when=move || may("read_people")>
                <PersonSearch/>
            </Show>
            <div class="top-bar__end">
                <ActingFor/>
                <Bell/>
                <LanguageSwitch/>
                <AccountMenu/>
            </div>
        </header>
    }
}

/// For whom this account signs today, by delegation.
#[component]
fn ActingFor() -> impl IntoView {
    reload_acting_for();
    let names = use_acting_for();
    let words = move || {
        names.with(|names| match names.as_slice() {
            [] => None,
            [only] => Some(tf(delegations::ACTING_FOR, &[only])),
            [first, more @ ..] => {
                let more = more.len().to_string();
                Some(tf(delegations::ACTING_FOR_MORE, &[first, &more]))
            }
        })
    };
    move || {
        words().map(|words| {
            view! {
                <A href="/delegations" attr:class="acting-for">
                    <Icon name=IconName::Delegate/>
                    <span>{words}</span>
                </A>
            }
        })
    }
}

/// The body's letters in its colour.
#[component]
pub fn Emblem() -> impl IntoView {
    let letters = move || use_deployment().with(|d| d.as_ref().map(|d| d.monogram.clone()));
    view! { <span class="emblem" aria-hidden="true">{letters}</span> }
}

#[component]
fn BodyName() -> impl IntoView {
    let deployment = use_deployment();
    let name = move || deployment.with(|d| d.as_ref().map(|d| pick(&d.name, &d.name_en)));
    let title = move || deployment.with(|d| d.as_ref().map(|d| pick(&d.title, &d.title_en)));
    view! {
        <span class="brand__words">
            <span class="brand__name">{name}</span>
            <span class="brand__title">{title}</span>
        </span>
    }
}

/// Switches between the two languages.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let lang = use_language();
    let other = move || match lang.get() {
        Lang::Vi => Lang::En,
        Lang::En => Lang::Vi,
    };
    view! {
        <button
            type="button"
            class="button button--quiet language"
            on:click=move |_| language::choose(other())
        >
            {move || other().code().to_uppercase()}
            <span class="visually-hidden">" – " {move || t(shell::SWITCH_LANGUAGE)}</span>
        </button>
    }
}

//! Which certificate signs.

use congvu_openapi::certificates::Certificate;
use congvu_openapi::signing::TrustLevel;
use leptos::prelude::*;

use super::run::Run;
use crate::components::{AlertKind, Badge, Button, ButtonKind, Icon, IconName, level_text};
use crate::format;
use crate::i18n::{signing, t, tf};
use crate::keys::place;

/// The one chosen, or all that can be chosen from.
#[component]
pub(super) fn Choice(run: Run) -> impl IntoView {
    move || {
        if run.choosing.get() {
            view! { <All run=run/> }.into_any()
        } else {
            view! { <One run=run/> }.into_any()
        }
    }
}

#[component]
fn One(run: Run) -> impl IntoView {
    let several = run.usable.with(|all| all.len() > 1);
    let chosen = move || {
        run.chosen
            .get()
            .map(|certificate| view! { <Described certificate=certificate/> })
    };
    view! {
        <section class="signing__certificate" aria-label=t(signing::ONLY_ONE)>
            <div class="row row--between">
                <p class="signing__legend">{t(signing::ONLY_ONE)}</p>
                {several
                    .then(|| {
                        view! {
                            <Button
                                kind=ButtonKind::Quiet
                                icon=IconName::Key
                                on_click=move || run.choosing.set(true)
                            >
                                {t(signing::CHOOSE_ANOTHER)}
                            </Button>
                        }
                    })}
            </div>
            <div class="choice choice--only">{chosen}</div>
        </section>
    }
}

#[component]
fn All(run: Run) -> impl IntoView {
    view! {
        <fieldset class="signing__certificate">
            <legend class="signing__legend">{t(signing::CHOOSE)}</legend>
            {run
                .usable
                .get()
                .into_iter()
                .map(|certificate| {
                    let id = certificate.id.clone();
                    let own = certificate.clone();
                    let is_chosen = move || {
                        run.chosen.with(|c| c.as_ref().is_some_and(|c| c.id == id))
                    };
                    view! {
                        <label class="choice">
                            <input
                                type="radio"
                                class="check"
                                name="certificate"
                                prop:checked=is_chosen
                                disabled=move || run.secret.busy.get()
                                on:change=move |_| run.choose(own.clone())
                            />
                            <Described certificate=certificate/>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}

#[component]
fn Described(certificate: Certificate) -> impl IntoView {
    let tone = match certificate.level {
        TrustLevel::Pilot => AlertKind::Warning,
        TrustLevel::Official | TrustLevel::Public => AlertKind::Success,
    };
    let until = format::date(&certificate.not_after);
    view! {
        <span class="choice__words">
            <strong>{certificate.subject}</strong>
            <span class="choice__note">
                {tf(signing::UNTIL, &[&certificate.issuer, &until])}
            </span>
            <span class="choice__place">
                <Icon name=place::icon(certificate.place)/>
                {t(place::words(certificate.place))}
                {(!certificate.label.is_empty()).then(|| format!(" – {}", certificate.label))}
            </span>
            <Badge kind=tone icon=IconName::Seal>{t(level_text(certificate.level))}</Badge>
        </span>
    }
}

//! A delegation.

use congvu_openapi::delegations::{Delegation, DelegationState};
use leptos::prelude::*;

use super::words;
use crate::components::{Badge, Button, ButtonKind, SignatureCard};
use crate::format;
use crate::i18n::{common, delegations, pick, t, tf};

#[component]
pub(super) fn DelegationCard(
    delegation: Delegation,
    ending: RwSignal<Option<Delegation>>,
) -> impl IntoView {
    let (tone, icon, state) = words::state(delegation.state);
    let lives = matches!(
        delegation.state,
        DelegationState::Coming | DelegationState::InForce
    );
    let role = pick(&delegation.role, &delegation.role_en);
    let title = if delegation.given {
        tf(delegations::TO, &[&delegation.delegate, &role])
    } else {
        tf(delegations::FROM, &[&delegation.principal, &role])
    };
    let period = tf(
        delegations::PERIOD,
        &[
            &format::date(&delegation.from),
            &format::date(&delegation.to),
        ],
    );
    let end = (delegation.given && lives).then(|| {
        let name = tf(delegations::END_ONE, &[&delegation.delegate]);
        let ended = delegation.clone();
        view! {
            <div class="actions">
                <Button
                    kind=ButtonKind::Danger
                    label=Signal::stored(name)
                    on_click=move || ending.set(Some(ended.clone()))
                >
                    {t(delegations::END)}
                </Button>
            </div>
        }
    });
    view! {
        <article class="card stack" class:card--faded=!lives>
            <div class="row row--between">
                <h3>{title}</h3>
                <Badge kind=tone icon=icon>{t(state)}</Badge>
            </div>
            <dl class="facts">
                <dt>{t(delegations::WHEN)}</dt>
                <dd>{period}</dd>
                <dt>{t(delegations::WITHIN)}</dt>
                <dd>{delegation.unit_name}</dd>
                <dt>{t(delegations::FORM)}</dt>
                <dd>{t(words::form(delegation.form))}</dd>
                <dt>{t(common::BASIS)}</dt>
                <dd>{delegation.basis}</dd>
            </dl>
            <details>
                <summary>{t(delegations::SIGNATURE)}</summary>
                <SignatureCard summary=delegation.signature/>
            </details>
            {end}
        </article>
    }
}

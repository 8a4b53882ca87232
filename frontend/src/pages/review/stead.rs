//! In whose stead the caller would sign, before they do.

use congvu_openapi::overview::WhyMine;
use leptos::prelude::*;

use crate::components::{Alert, AlertKind};
use crate::i18n::{review, t, tf};
use crate::state::session::use_session;

/// Both names and the written basis; nothing where the caller acts in their own right.
#[component]
pub fn Stead(whose: WhyMine) -> impl IntoView {
    (whose.mine && !whose.on_behalf_of.is_empty()).then(|| {
        let me = use_session()
            .with_untracked(|s| s.as_ref().map(|s| s.me.name.clone()))
            .unwrap_or_default();
        let (principal, basis) = (whose.on_behalf_of, whose.basis);
        view! {
            <Alert kind=AlertKind::Warning>
                <strong>{move || t(review::STEAD_TITLE)}</strong>
                <p>{move || tf(review::STEAD_TEXT, &[&principal, &me])}</p>
                {(!basis.is_empty())
                    .then(|| view! { <p>{move || tf(review::STEAD_BASIS, &[&basis])}</p> })}
            </Alert>
        }
    })
}

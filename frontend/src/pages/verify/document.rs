//! What this installation knows about the document with a code.

use congvu_openapi::verification::KnownDocument;
use leptos::prelude::*;

use crate::components::{
    Alert, AlertKind, Badge, EmptyState, IconName, Remote, RemoteView, SignatureCard,
};
use crate::format;
use crate::i18n::{t, tf, verify};

/// Says also where nothing is known.
#[component]
pub(super) fn Document(remote: Remote<KnownDocument>, code: Memo<String>) -> impl IntoView {
    let unknown = Memo::new(move |_| remote.error_status() == Some(404));
    move || {
        if unknown.get() {
            let text = tf(verify::CODE_UNKNOWN_TEXT, &[&code.get()]);
            return view! {
                <EmptyState
                    title=Signal::stored(t(verify::CODE_UNKNOWN).to_owned())
                    text=Signal::stored(text)
                    icon=IconName::Search
                />
            }
            .into_any();
        }
        view! {
            <RemoteView remote=remote lines=4 view=|known| view! { <Known known=known/> }/>
        }
        .into_any()
    }
}

#[component]
fn Known(known: KnownDocument) -> impl IntoView {
    let (tone, icon, words) = if known.complete {
        (AlertKind::Success, IconName::Success, verify::COMPLETE)
    } else {
        (AlertKind::Warning, IconName::Clock, verify::INCOMPLETE)
    };
    view! {
        <section class="card stack" aria-labelledby="known">
            <h2 id="known">{t(verify::CODE_KNOWN)}</h2>
            <dl class="facts">
                <dt>{t(verify::AGENCY)}</dt>
                <dd>{known.agency}</dd>
                <dt>{t(verify::WHAT)}</dt>
                <dd>{known.title}</dd>
                <dt>{t(verify::INITIALS)}</dt>
                <dd>{known.initials}</dd>
                <dt>{t(verify::MADE_AT)}</dt>
                <dd>{format::date_time(&known.made_at)}</dd>
            </dl>
            <Badge kind=tone icon=icon>{t(words)}</Badge>
            {known
                .superseded
                .then(|| view! { <Alert kind=AlertKind::Warning>{t(verify::SUPERSEDED)}</Alert> })}
            {known
                .signatures
                .into_iter()
                .map(|signature| view! { <SignatureCard summary=signature/> })
                .collect_view()}
            <dl class="facts">
                <dt>{t(verify::DIGEST)}</dt>
                <dd class="digest">{known.sha256}</dd>
            </dl>
        </section>
    }
}

//! A piece of evidence in a list: its name opens it.

use congvu_openapi::attachments::Attachment;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::calls;
use super::files;
use super::names::{CATEGORIES, Names};
use super::words as w;
use crate::components::{AlertKind, Icon, IconName};
use crate::format;
use crate::i18n::{t, tf};
use crate::state::toasts::toast;

/// A piece of evidence; with a button to take it away where that may be done.
#[component]
pub fn EvidenceItem(
    attachment: Attachment,
    names: Names,
    #[prop(optional, into)] on_remove: Option<Callback<()>>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let name = attachment.name.clone();
    let removed = attachment.name.clone();
    let category = attachment.category.clone();
    let size = attachment.size;
    let open = move |_| {
        let kept = attachment.clone();
        busy.set(true);
        spawn_local(async move {
            let answer = calls::content(&kept.person_id, &kept.id).await;
            busy.try_set(false);
            match answer {
                Ok(bytes) => files::show(&bytes, &kept.media_type, &kept.name),
                Err(error) => toast(AlertKind::Error, error.message()),
            }
        });
    };
    view! {
        <li class="evidence__item">
            <button type="button" class="link-button" on:click=open aria-busy=move || busy.get().then_some("true")>
                <Icon name=IconName::Paperclip/>
                <span>{name}</span>
            </button>
            <span class="evidence__meta">
                {move || names.of(CATEGORIES, &category)}" · "{format::size(size)}
            </span>
            {on_remove.map(|on_remove| view! {
                <button type="button" class="button button--quiet button--icon"
                    aria-label=move || tf(w::REMOVE_EVIDENCE, &[&removed])
                    title=move || t(w::REMOVE)
                    on:click=move |_| on_remove.run(())>
                    <Icon name=IconName::Trash/>
                </button>
            })}
        </li>
    }
}

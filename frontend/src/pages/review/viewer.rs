//! The evidence viewer: PDF in a frame, pictures with zoom; what proves the change looked at comes first.

use congvu_openapi::attachments::Attachment;
use leptos::prelude::*;

use super::notes::Notes;
use crate::api::ApiError;
use crate::components::{EmptyState, Icon, IconName, Remote, RemoteView};
use crate::form::pointer::within;
use crate::format;
use crate::i18n::{t, tr};
use crate::pages::profile::calls;
use crate::pages::profile::files::{self, LocalFile};
use crate::pages::profile::names::{CATEGORIES, Names};
use crate::pages::profile::words as w;

/// Steps of the zoom, in per cent.
const ZOOM: [u16; 6] = [50, 75, 100, 150, 200, 300];

/// The evidence of a submission.
#[component]
pub fn Viewer(attachments: Vec<Attachment>, notes: Notes) -> impl IntoView {
    if attachments.is_empty() {
        return view! { <EmptyState title=tr(w::NO_EVIDENCE) text=tr(w::NO_EVIDENCE_TEXT) icon=IconName::Paperclip/> }.into_any();
    }
    let names = Names::load().with_categories();
    let all = StoredValue::new(attachments);
    let chosen = RwSignal::new(
        all.with_value(|all| all.first().map(|a| a.id.clone()))
            .unwrap_or_default(),
    );
    let proves = move |attachment: &Attachment| {
        let pointer = notes.looked_at();
        !pointer.is_empty() && proves(attachment, &pointer)
    };
    Effect::new(move |before: Option<usize>| {
        let at = notes.at.get();
        if before.is_some_and(|before| before != at) {
            let fitting =
                all.with_value(|all| all.iter().find(|a| proves(a)).map(|a| a.id.clone()));
            if let Some(id) = fitting {
                chosen.set(id);
            }
        }
        at
    });
    view! {
        <ul class="viewer__list">
            {all.get_value().into_iter().map(|attachment| {
                let (id, own, category) = (attachment.id.clone(), attachment.id.clone(), attachment.category.clone());
                let fits = attachment.clone();
                view! {
                    <li>
                        <button type="button" class="viewer__choice"
                            aria-pressed=move || if chosen.get() == own { "true" } else { "false" }
                            on:click=move |_| chosen.set(id.clone())>
                            <Icon name=IconName::File/>
                            <span class="viewer__name">{attachment.name}</span>
                            <span class="evidence__meta">
                                {(!attachment.item.is_empty()).then(|| format!("{}) · ", attachment.item))}
                                {move || names.of(CATEGORIES, &category)}" · "{format::size(attachment.size)}
                            </span>
                            {move || proves(&fits).then(|| view! { <span class="viewer__proves">{t(w::PROVES_THIS)}</span> })}
                        </button>
                    </li>
                }
            }).collect_view()}
        </ul>
        {move || {
            let id = chosen.get();
            all.with_value(|all| all.iter().find(|a| a.id == id).cloned())
                .map(|attachment| view! { <Content attachment=attachment/> })
        }}
    }
    .into_any()
}

/// The attachment belongs to the place, to something in it, or to the row that it is in.
fn proves(attachment: &Attachment, pointer: &str) -> bool {
    !attachment.pointer.is_empty()
        && (within(pointer, &attachment.pointer) || within(&attachment.pointer, pointer))
}

#[component]
fn Content(attachment: Attachment) -> impl IntoView {
    let name = StoredValue::new(attachment.name.clone());
    let file = Remote::new(move || {
        let attachment = attachment.clone();
        async move {
            let bytes = calls::content(&attachment.person_id, &attachment.id).await?;
            files::local(&bytes, &attachment.media_type).ok_or_else(ApiError::unexpected)
        }
    });
    on_cleanup(move || {
        if let Some(file) = untrack(|| file.get()) {
            files::release(&file.url);
        }
    });
    view! {
        <div class="viewer">
            <RemoteView remote=file lines=10 view=move |file: LocalFile| {
                if file.media_type == "application/pdf" {
                    view! { <iframe class="viewer__pdf" src=files::pdf_view(&file.url) title=name.get_value()></iframe> }.into_any()
                } else {
                    view! { <Picture file=file.clone() name=name.get_value()/> }.into_any()
                }
            }/>
            {move || file.get().map(|file| view! {
                <p><a href=file.url target="_blank" rel="noopener">{t(w::OPEN_IN_TAB)}</a></p>
            })}
        </div>
    }
}

/// No step of the zoom is larger.
const fn last(step: usize) -> bool {
    step + 1 == ZOOM.len()
}

#[component]
fn Picture(file: LocalFile, name: String) -> impl IntoView {
    let step = RwSignal::new(2_usize);
    let zoom = move || ZOOM.get(step.get()).copied().unwrap_or(100);
    let label = name.clone();
    let node = NodeRef::<leptos::html::Img>::new();
    Effect::new(move |_| {
        let width = format!("{}%", zoom());
        if let Some(picture) = node.get() {
            // Set through the object model: the page allows no style attributes.
            let _ = web_sys::HtmlElement::style(&picture).set_property("width", &width);
        }
    });
    view! {
        <div class="viewer__tools">
            <button type="button" class="button button--quiet button--icon" aria-label=move || t(w::SMALLER)
                disabled=move || step.get() == 0 on:click=move |_| step.update(|n| *n = n.saturating_sub(1))>
                <Icon name=IconName::ZoomOut/>
            </button>
            <span role="status">{move || format!("{} %", zoom())}</span>
            <button type="button" class="button button--quiet button--icon" aria-label=move || t(w::LARGER)
                disabled=move || last(step.get()) on:click=move |_| step.update(|n| *n = (*n + 1).min(ZOOM.len() - 1))>
                <Icon name=IconName::ZoomIn/>
            </button>
        </div>
        <div class="viewer__picture" tabindex="0" role="region" aria-label=label>
            <img node_ref=node src=file.url alt=name/>
        </div>
    }
}

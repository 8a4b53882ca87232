//! The colour photograph of the form, 4 × 6 cm: chosen, shown, taken away.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::calls;
use super::super::files;
use super::super::words as w;
use super::editor::Editor;
use super::evidence::{chosen_files, file_words};
use super::field::Leaf;
use crate::api::ApiError;
use crate::components::{Button, ButtonKind, Icon, IconName};
use crate::form::evidence::check;
use crate::form::pointer::element_id;
use crate::i18n::t;

/// The photograph.
#[component]
pub fn PhotoField(editor: Editor, leaf: Leaf) -> impl IntoView {
    let pointer = StoredValue::new(leaf.pointer.clone());
    let digest = RwSignal::new(editor.text(&leaf.pointer));
    let shown = RwSignal::new(None::<String>);
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    Effect::new(move |_| {
        let digest = digest.get();
        let found = editor.draft.with_untracked(|draft| {
            let kept = draft.attachments.iter().find(|kept| kept.sha256 == digest);
            kept.map(|kept| (kept.id.clone(), kept.media_type.clone()))
        });
        let Some((id, media_type)) = found else {
            shown.set(None);
            return;
        };
        let person = editor.person.get_value();
        spawn_local(async move {
            if let Ok(bytes) = calls::content(&person, &id).await {
                let url = files::local(&bytes, &media_type).map(|file| file.url);
                shown.try_set(url);
            }
        });
    });
    on_cleanup(move || {
        if let Some(Some(url)) = shown.try_get_untracked() {
            files::release(&url);
        }
    });
    let send = move |file: web_sys::File| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "sizes of files are whole and positive"
        )]
        let size = file.size() as u64;
        if let Err(wrong) = check(&file.type_(), size, true) {
            error.set(Some(file_words(wrong)));
            return;
        }
        error.set(None);
        busy.set(true);
        let person = editor.person.get_value();
        spawn_local(async move {
            let name = file.name();
            let at = pointer.get_value();
            let answer = calls::attach(&person, file.into(), &name, "photo", &at).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(photo) => {
                    editor.type_into(&at, &photo.sha256);
                    let sha256 = photo.sha256.clone();
                    editor
                        .draft
                        .update(|draft| draft.attachments.insert(0, photo));
                    digest.set(sha256);
                }
                Err(refused) => error.set(Some(ApiError::message(&refused))),
            }
        });
    };
    let id = element_id(&leaf.pointer);
    let title = leaf.title();
    view! {
        <div class="form-photo" class:field--invalid=move || error.get().is_some()>
            <div class="form-photo__frame">
                {move || match shown.get() {
                    Some(url) => view! { <img src=url alt=move || t(w::PHOTO_ALT)/> }.into_any(),
                    None => view! { <Icon name=IconName::Camera/> }.into_any(),
                }}
            </div>
            <div class="form-photo__controls">
                <label class="field__label" for=id.clone()>{move || title.get()}</label>
                <p class="field__hint" id=format!("{id}-hint")>{move || t(w::PHOTO_HINT)}</p>
                <input type="file" id=id.clone() class="visually-hidden" accept="image/png,image/jpeg"
                    aria-describedby=format!("{id}-hint")
                    disabled=move || busy.get()
                    on:change=move |ev| {
                        if let Some(file) = chosen_files(&ev).into_iter().next() {
                            send(file);
                        }
                    }/>
                <label class="button form-photo__choose" for=id>
                    <Icon name=IconName::Upload/>
                    <span>{move || t(if digest.with(String::is_empty) { w::PHOTO_CHOOSE } else { w::PHOTO_CHANGE })}</span>
                </label>
                {move || busy.get().then(|| view! { <p role="status">{t(w::UPLOADING)}</p> })}
                {move || error.get().map(|message| view! {
                    <p class="field__error" role="alert"><Icon name=IconName::Error/><span>{message}</span></p>
                })}
                {move || (!digest.get().is_empty()).then(|| view! {
                    <Button kind=ButtonKind::Quiet icon=IconName::Trash on_click=Callback::new(move |()| {
                        editor.type_into(&pointer.get_value(), "");
                        digest.set(String::new());
                    })>{move || t(w::PHOTO_REMOVE)}</Button>
                })}
            </div>
        </div>
    }
}

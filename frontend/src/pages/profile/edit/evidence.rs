//! Evidence beside what it proves: dropped onto it or chosen, looked at, taken away.

use congvu_openapi::attachments::Attachment;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::super::calls;
use super::super::evidence_list::EvidenceItem;
use super::super::names::CATEGORIES;
use super::super::words as w;
use super::choice::options;
use super::editor::Editor;
use crate::api::ApiError;
use crate::components::{AlertKind, Button, ButtonKind, Icon, IconName, SelectField};
use crate::form::evidence::{self, ACCEPT, FileError, check};
use crate::form::pointer::{element_id, within};
use crate::i18n::{t, tf, tr};
use crate::state::toasts::toast;

/// The files that a file field holds now; the field is emptied so that the same can be chosen again.
pub fn chosen_files(ev: &web_sys::Event) -> Vec<web_sys::File> {
    let input = ev
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(input) = input else {
        return Vec::new();
    };
    let files = input.files().map_or_else(Vec::new, |list| of_list(&list));
    input.set_value("");
    files
}

fn of_list(list: &web_sys::FileList) -> Vec<web_sys::File> {
    (0..list.length()).filter_map(|n| list.get(n)).collect()
}

/// Why a file is not taken, in words.
pub fn file_words(wrong: FileError) -> String {
    let text = match wrong {
        FileError::Type => w::FILE_TYPE,
        FileError::Empty => w::FILE_EMPTY,
        FileError::Size => w::FILE_SIZE,
    };
    t(text).to_owned()
}

/// Evidence for a place of the document, with room to drop files onto.
#[component]
pub fn Evidence(
    editor: Editor,
    /// Place that it proves; empty for the whole.
    pointer: String,
    /// What it proves, for screen readers.
    #[prop(into)]
    about: Signal<String>,
    /// Evidence of places within is listed too.
    #[prop(optional)]
    with_inner: bool,
) -> impl IntoView {
    let at = StoredValue::new(pointer.clone());
    let waiting = RwSignal::new(Vec::<Waiting>::new());
    let refused = RwSignal::new(None::<String>);
    let over = RwSignal::new(false);
    let take = move |files: Vec<web_sys::File>| {
        refused.set(None);
        for file in files {
            match check(&file.type_(), size(&file), false) {
                Ok(()) => waiting.update(|all| all.push(Waiting::new(file, &at.get_value()))),
                Err(wrong) => refused.set(Some(format!("{}: {}", file.name(), file_words(wrong)))),
            }
        }
    };
    let kept = Memo::new(move |_| {
        editor.draft.with(|draft| {
            let here = |kept: &&Attachment| {
                let place = at.get_value();
                kept.pointer == place || (with_inner && within(&kept.pointer, &place))
            };
            draft
                .attachments
                .iter()
                .filter(here)
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let id = format!("{}-evidence", element_id(&pointer));
    view! {
        <div class="evidence" class:evidence--over=move || over.get()
            on:dragover=move |ev| { ev.prevent_default(); over.set(true); }
            on:dragleave=move |_| over.set(false)
            on:drop=move |ev| {
                ev.prevent_default();
                over.set(false);
                take(ev.data_transfer().and_then(|data| data.files()).map_or_else(Vec::new, |list| of_list(&list)));
            }>
            <ul class="evidence__list">
                <For each=move || kept.get() key=|kept| kept.id.clone() let:kept>
                    <EvidenceItem attachment=kept.clone() names=editor.names
                        on_remove=Callback::new(move |()| remove(editor, kept.clone()))/>
                </For>
            </ul>
            <For each=move || waiting.get() key=|file| file.key let:file>
                <Sending editor=editor file=file waiting=waiting/>
            </For>
            {move || refused.get().map(|message| view! {
                <p class="field__error" role="alert"><Icon name=IconName::Error/><span>{message}</span></p>
            })}
            <div class="evidence__add">
                <label class="button button--quiet button--small" for=id.clone() title=move || t(w::ADD_EVIDENCE)>
                    <Icon name=IconName::Paperclip/>
                    <span class="evidence__words">{move || t(w::ADD_EVIDENCE)}</span>
                    <span class="visually-hidden">" "{move || about.get()}</span>
                </label>
                <input type="file" class="visually-hidden" id=id multiple accept=ACCEPT
                    on:change=move |ev| take(chosen_files(&ev))/>
                <span class="evidence__hint">{move || t(w::DROP_HERE)}</span>
            </div>
        </div>
    }
}

/// A file on its way: it needs its category first.
#[derive(Clone)]
struct Waiting {
    key: u32,
    file: StoredValue<web_sys::File, LocalStorage>,
    pointer: String,
    category: RwSignal<String>,
}

impl Waiting {
    fn new(file: web_sys::File, pointer: &str) -> Self {
        thread_local! {
            static NEXT: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
        }
        let key = NEXT.get();
        NEXT.set(key.wrapping_add(1));
        Self {
            key,
            file: StoredValue::new_local(file),
            pointer: pointer.to_owned(),
            category: RwSignal::new(evidence::category(pointer).to_owned()),
        }
    }
}

#[component]
fn Sending(editor: Editor, file: Waiting, waiting: RwSignal<Vec<Waiting>>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let Waiting {
        key,
        file,
        pointer,
        category,
    } = file;
    let name = file.with_value(web_sys::File::name);
    let shown_name = name.clone();
    let send = Callback::new(move |()| {
        busy.set(true);
        error.set(None);
        let (person, name, pointer) = (editor.person.get_value(), name.clone(), pointer.clone());
        let blob: web_sys::Blob = file.get_value().into();
        spawn_local(async move {
            let answer =
                calls::attach(&person, blob, &name, &category.get_untracked(), &pointer).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(kept) => {
                    toast(AlertKind::Success, tf(w::ATTACHED, &[&kept.name]));
                    editor
                        .draft
                        .update(|draft| draft.attachments.insert(0, kept));
                    waiting.update(|all| all.retain(|other| other.key != key));
                }
                Err(refused) => error.set(Some(ApiError::message(&refused))),
            }
        });
    });
    view! {
        <div class="evidence__sending">
            <p class="evidence__name"><Icon name=IconName::File/>{shown_name}</p>
            <SelectField id=format!("category-{key}") label=tr(w::CATEGORY) value=category
                options=options(CATEGORIES, "", category) without_empty=true/>
            {move || busy.get().then(|| view! {
                <div role="status">
                    <progress aria-label=t(w::UPLOADING)></progress>
                    <span>{t(w::UPLOADING)}</span>
                </div>
            })}
            {move || error.get().map(|message| view! {
                <p class="field__error" role="alert"><Icon name=IconName::Error/><span>{message}</span></p>
            })}
            <div class="evidence__buttons">
                <Button busy=busy icon=IconName::Upload on_click=send>{move || t(w::UPLOAD)}</Button>
                <Button kind=ButtonKind::Quiet disabled=busy on_click=Callback::new(move |()| {
                    waiting.update(|all| all.retain(|other| other.key != key));
                })>{move || t(w::NOT_THIS_FILE)}</Button>
            </div>
        </div>
    }
}

fn remove(editor: Editor, kept: Attachment) {
    let person = editor.person.get_value();
    spawn_local(async move {
        match calls::detach(&person, &kept.id).await {
            Ok(()) => {
                editor
                    .draft
                    .try_update(|draft| draft.attachments.retain(|other| other.id != kept.id));
                toast(AlertKind::Success, tf(w::DETACHED, &[&kept.name]));
            }
            Err(error) => toast(AlertKind::Error, ApiError::message(&error)),
        }
    });
}

/// Ties evidence to other places, after rows have moved: content is stored by its digest, so it is
/// attached at the new place before it leaves the old one.
pub fn carry(editor: Editor, moves: Vec<(Attachment, String)>) {
    if moves.is_empty() {
        return;
    }
    let person = editor.person.get_value();
    spawn_local(async move {
        for (kept, pointer) in moves {
            if let Err(error) = carry_one(editor, &person, &kept, &pointer).await {
                toast(
                    AlertKind::Error,
                    format!("{}: {}", kept.name, error.message()),
                );
            }
        }
    });
}

async fn carry_one(
    editor: Editor,
    person: &str,
    kept: &Attachment,
    pointer: &str,
) -> Result<(), ApiError> {
    let bytes = calls::content(person, &kept.id).await?;
    let Some(blob) = super::super::files::blob(&bytes, &kept.media_type) else {
        return Err(ApiError::unexpected());
    };
    let moved = calls::attach(person, blob, &kept.name, &kept.category, pointer).await?;
    calls::detach(person, &kept.id).await?;
    editor.draft.try_update(|draft| {
        draft.attachments.retain(|other| other.id != kept.id);
        draft.attachments.insert(0, moved);
    });
    Ok(())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes of files are whole and positive"
)]
fn size(file: &web_sys::File) -> u64 {
    file.size() as u64
}

//! The list of changes, walked through with the keyboard.

use congvu_openapi::people::Change;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::group::Group;
use super::notes::Notes;
use crate::components::{AlertKind, Badge, Icon, IconName, TextArea};
use crate::i18n::{t, tf, tr};
use crate::pages::profile::changes::{OldNew, item_title, kind_words};
use crate::pages::profile::words as w;

/// The changes: j/k or arrows go on, a marks as checked, o objects.
#[component]
pub fn ChangeList(changes: Vec<Change>, notes: Notes, decides: bool) -> impl IntoView {
    let objecting = RwSignal::new(None::<usize>);
    let last = changes.len().saturating_sub(1);
    let of = changes.len().to_string();
    let go = move |to: usize| {
        notes.at.set(to.min(last));
        focus(&row_id(to.min(last)));
    };
    let keys = window_event_listener(leptos::ev::keydown, move |ev| {
        if is_typing(&ev) || ev.ctrl_key() || ev.meta_key() || ev.alt_key() {
            return;
        }
        let at = notes.at.get_untracked();
        match ev.key().as_str() {
            "j" => go(at + 1),
            "k" => go(at.saturating_sub(1)),
            "ArrowDown" if in_list(&ev) => go(at + 1),
            "ArrowUp" if in_list(&ev) => go(at.saturating_sub(1)),
            "a" if decides => notes.toggle_checked(&untrack(|| notes.looked_at())),
            "o" if decides => {
                objecting.set(Some(at));
                later_focus(format!("reason-{at}"));
            }
            _ => return,
        }
        ev.prevent_default();
    });
    on_cleanup(move || keys.remove());
    let groups: Vec<(usize, String, Vec<String>)> = changes
        .chunk_by(|one, next| one.section == next.section)
        .scan(0, |first, group| {
            let number = *first;
            *first += group.len();
            let places = group.iter().map(|change| change.pointer.clone());
            Some((number, group.first()?.section.clone(), places.collect()))
        })
        .collect();
    let mut groups = groups.into_iter().peekable();
    let rows = changes
        .into_iter()
        .enumerate()
        .map(|(number, change)| {
            let heading =
                groups
                    .next_if(|(first, ..)| *first == number)
                    .map(|(_, key, pointers)| {
                        view! { <Group key=key pointers=pointers notes=notes decides=decides/> }
                    });
            view! {
                {heading}
                <Row number=number change=change notes=notes decides=decides objecting=objecting/>
            }
        })
        .collect_view();
    view! {
        <p class="review__keys">{move || t(if decides { w::KEYS_DECIDE } else { w::KEYS_READ })}</p>
        {decides.then(|| view! {
            <p class="review__count" role="status">
                {move || tf(w::CHECKED_COUNT, &[&notes.checked_count().to_string(), &of])}
            </p>
        })}
        <ol class="review__list">{rows}</ol>
    }
}

#[component]
fn Row(
    number: usize,
    change: Change,
    notes: Notes,
    decides: bool,
    objecting: RwSignal<Option<usize>>,
) -> impl IntoView {
    let (tone, text) = kind_words(change.kind);
    let shown = StoredValue::new(change.clone());
    let title = move || shown.with_value(item_title);
    let here = move || notes.at.get() == number;
    let checked = move || shown.with_value(|change| notes.is_checked(&change.pointer));
    let reason = RwSignal::new(untrack(|| notes.reason(&change.pointer)));
    Effect::new(move |before: Option<()>| {
        let words = reason.get();
        if before.is_some() {
            shown.with_value(|change| notes.object(&change.pointer, &change.item, &words));
        }
    });
    let objects = move || objecting.get() == Some(number) || !reason.with(String::is_empty);
    view! {
        <li class="review__item" class:review__item--here=here class:review__item--checked=checked
            class:review__item--objected=move || !reason.with(|words| words.trim().is_empty())>
            <button type="button" class="review__row" id=row_id(number)
                aria-current=move || here().then_some("true")
                on:click=move |_| notes.at.set(number)>
                <span class="changes__label">
                    {title}
                    <Badge kind=tone>{move || t(text)}</Badge>
                    {move || checked().then(|| view! { <Badge kind=AlertKind::Success icon=IconName::Check>{t(w::CHECKED)}</Badge> })}
                </span>
            </button>
            <OldNew change=change/>
            {decides.then(|| view! {
                <div class="review__marks">
                    <button type="button" class="button button--quiet button--small"
                        aria-pressed=move || if checked() { "true" } else { "false" }
                        on:click=move |_| {
                            notes.at.set(number);
                            shown.with_value(|change| notes.toggle_checked(&change.pointer));
                        }>
                        <Icon name=IconName::Check/>
                        <span>{move || t(w::MARK_CHECKED)}</span>
                        <span class="visually-hidden">" "{title}</span>
                    </button>
                    <button type="button" class="button button--quiet button--small"
                        aria-expanded=move || if objects() { "true" } else { "false" }
                        on:click=move |_| {
                            notes.at.set(number);
                            objecting.set(Some(number));
                            later_focus(format!("reason-{number}"));
                        }>
                        <Icon name=IconName::Return/>
                        <span>{move || t(w::OBJECT)}</span>
                        <span class="visually-hidden">" "{title}</span>
                    </button>
                </div>
                {move || objects().then(|| view! {
                    <TextArea id=format!("reason-{number}") label=tr(w::REASON_FOR_ITEM) value=reason rows=2 max_length=1000/>
                })}
            })}
        </li>
    }
}

fn row_id(number: usize) -> String {
    format!("change-{number}")
}

/// The key goes into a field.
fn is_typing(ev: &web_sys::KeyboardEvent) -> bool {
    let target = ev
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element
                .closest("dialog")
                .is_ok_and(|dialog| dialog.is_some())
    })
}

/// Arrows scroll the page everywhere else.
fn in_list(ev: &web_sys::KeyboardEvent) -> bool {
    let target = ev
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| element.class_list().contains("review__row"))
}

fn focus(id: &str) {
    let found = document().get_element_by_id(id);
    if let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // A row that is gone leaves the focus where it was.
        let _ = element.focus();
    }
}

/// Moves the focus once the page is drawn.
pub(super) fn later_focus(id: String) {
    request_animation_frame(move || focus(&id));
}

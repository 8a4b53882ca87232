//! A field of the form: its number and label, its control by kind, its error, notes and evidence.

use congvu_openapi::form::{Kind, Words};
use congvu_openapi::people::Severity;
use leptos::prelude::*;

use super::super::words as w;
use super::choice::ChoiceField;
use super::editor::Editor;
use super::photo::PhotoField;
use super::place::PlaceField;
use crate::components::{Icon, IconName, TextArea, TextField};
use crate::form::pointer::element_id;
use crate::form::progress;
use crate::form::text::{self, Slip};
use crate::i18n::{pick, t};
use crate::state::language::is_english;

/// What a leaf is: the same for a field of the form and for a cell of a row.
#[derive(Clone)]
pub struct Leaf {
    /// Place in the document.
    pub pointer: String,
    /// Number on the paper form; empty where it has none or the row says it.
    pub item: &'static str,
    /// Its words.
    pub label: Words,
    /// What it may hold.
    pub kind: Kind,
    /// It has to be filled in.
    pub required: bool,
    /// A line of help.
    pub hint: Words,
    /// The group it belongs to.
    pub section: &'static str,
}

impl Leaf {
    /// The label as on paper: `8) Số CCCD`.
    #[must_use]
    pub fn title(&self) -> Signal<String> {
        let (item, label) = (self.item, self.label);
        Signal::derive(move || {
            let words = label.get(is_english());
            if item.is_empty() {
                words.to_owned()
            } else {
                format!("{item}) {words}")
            }
        })
    }

    /// The line of help, with how to write a date or a number.
    #[must_use]
    pub fn help(&self) -> Signal<String> {
        let (hint, kind) = (self.hint, self.kind);
        Signal::derive(move || {
            let written = match kind {
                Kind::Date => t(w::HINT_DATE),
                Kind::Month => t(w::HINT_MONTH),
                _ => "",
            };
            let words = hint.get(is_english());
            match (words.is_empty(), written.is_empty()) {
                (false, false) => format!("{words}. {written}"),
                _ => format!("{words}{written}"),
            }
        })
    }

    /// The error to show: the server's, a missing one only once it was looked for.
    #[must_use]
    pub fn error(&self, editor: Editor, left: RwSignal<bool>) -> Signal<Option<String>> {
        let (pointer, section) = (self.pointer.clone(), self.section);
        Signal::derive(move || {
            let looked_for = left.get()
                || editor
                    .checked
                    .with(|all| all.iter().any(|key| key == section));
            editor.draft.with(|draft| {
                progress::at(&pointer, &draft.issues)
                    .into_iter()
                    .find(|issue| {
                        issue.severity == Severity::Error
                            && (looked_for || !progress::is_missing(issue))
                    })
                    .map(|issue| pick(&issue.message, &issue.message_en))
            })
        })
    }
}

/// A field of the form, or a cell of a row.
#[component]
pub fn FormField(editor: Editor, leaf: Leaf) -> impl IntoView {
    let notes = notes(editor, leaf.pointer.clone());
    let wide = matches!(leaf.kind, Kind::LongText | Kind::Place | Kind::Photo);
    let control = match leaf.kind {
        Kind::Choice(catalogue) => {
            view! { <ChoiceField editor=editor leaf=leaf catalogue=catalogue/> }.into_any()
        }
        Kind::Place => view! { <PlaceField editor=editor leaf=leaf/> }.into_any(),
        Kind::Photo => view! { <PhotoField editor=editor leaf=leaf/> }.into_any(),
        _ => view! { <Written editor=editor leaf=leaf/> }.into_any(),
    };
    view! {
        <div class="form-field" class:form-field--wide=wide>
            {control}
            {notes}
        </div>
    }
}

/// A field that is typed into.
#[component]
fn Written(editor: Editor, leaf: Leaf) -> impl IntoView {
    let kind = leaf.kind;
    let pointer = leaf.pointer.clone();
    let value = RwSignal::new(text::show(kind, &editor.text(&pointer)));
    let left = RwSignal::new(false);
    let slip = RwSignal::new(None::<Slip>);
    let label = leaf.title();
    let hint = leaf.help();
    let found = leaf.error(editor, left);
    let error = Signal::derive(move || slip.get().map(slip_words).or_else(|| found.get()));
    Effect::new(move |before: Option<()>| {
        let typed = value.get();
        if before.is_some() {
            slip.set(None);
            editor.type_into(&pointer, &text::keep(kind, &typed));
        }
    });
    let on_blur = Callback::new(move |()| {
        left.set(true);
        let typed = value.get_untracked();
        match text::read(kind, &typed) {
            Ok(kept) => {
                let shown = text::show(kind, &kept);
                if shown != typed {
                    value.set(shown);
                }
            }
            Err(wrong) => slip.set(Some(wrong)),
        }
    });
    let id = element_id(&leaf.pointer);
    if kind == Kind::LongText {
        view! {
            <TextArea id=id label=label value=value error=error hint=hint required=leaf.required
                rows=4 on_blur=on_blur/>
        }
        .into_any()
    } else {
        view! {
            <TextField id=id label=label value=value error=error hint=hint required=leaf.required
                input_mode=input_mode(kind) on_blur=on_blur/>
        }
        .into_any()
    }
}

const fn input_mode(kind: Kind) -> &'static str {
    match kind {
        Kind::Date | Kind::Month | Kind::Year | Kind::Money => "numeric",
        Kind::CitizenId | Kind::SocialInsurance => "numeric",
        Kind::Decimal => "decimal",
        Kind::Phone => "tel",
        _ => "text",
    }
}

fn slip_words(slip: Slip) -> String {
    use crate::form::date::DateError as D;
    use crate::form::number::NumberError as N;
    let text = match slip {
        Slip::Date(D::Shape) => w::SLIP_DATE,
        Slip::Date(D::NoSuchDay) => w::SLIP_DAY,
        Slip::Date(D::Year) => w::SLIP_YEAR,
        Slip::Date(D::OnlyMonth) => w::SLIP_ONLY_MONTH,
        Slip::Date(D::OnlyYear) => w::SLIP_ONLY_YEAR,
        Slip::Number(N::Shape) => w::SLIP_NUMBER,
        Slip::Number(N::TooFine) => w::SLIP_FINE,
        Slip::Number(N::NotWhole) => w::SLIP_WHOLE,
        Slip::Digits => w::SLIP_DIGITS,
        Slip::Phone => w::SLIP_PHONE,
        Slip::Long(_) => w::SLIP_LONG,
    };
    t(text).to_owned()
}

/// Warnings, and what a reviewer asked to correct here.
fn notes(editor: Editor, pointer: String) -> impl IntoView {
    move || {
        editor.draft.with(|draft| {
            let warnings = progress::at(&pointer, &draft.issues)
                .into_iter()
                .filter(|issue| issue.severity == Severity::Warning)
                .map(|issue| {
                    (
                        IconName::Warning,
                        "warning",
                        pick(&issue.message, &issue.message_en),
                    )
                });
            let returned = draft
                .returned
                .iter()
                .filter(|item| !item.pointer.is_empty() && item.pointer == pointer)
                .map(|item| {
                    (
                        IconName::Return,
                        "returned",
                        format!("{}: {}", item.by, item.reason),
                    )
                });
            returned
                .chain(warnings)
                .map(|(icon, tone, words)| {
                    view! {
                        <p class=format!("form-note form-note--{tone}")>
                            <Icon name=icon/>
                            <span>{words}</span>
                        </p>
                    }
                })
                .collect_view()
        })
    }
}

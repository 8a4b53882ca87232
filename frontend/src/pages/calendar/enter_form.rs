//! The announcement, filled in.

use congvu_openapi::calendar::{AmendmentKind, NewAmendment};
use leptos::prelude::*;

use super::plan::{About, Typed, Wrong, plan};
use crate::api::ApiError;
use crate::components::{Alert, AlertKind, Button, ButtonKind, TextField, focus_first_error};
use crate::format::date;
use crate::i18n::{Text, calendar as w, common, t, tf, tr};

/// What was chosen and typed, which stays while the effect is looked at.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub about: RwSignal<About>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    worked: RwSignal<String>,
    name: RwSignal<String>,
    announcement: RwSignal<String>,
    announced_on: RwSignal<String>,
}

impl Fields {
    pub fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            about: RwSignal::new(About::Off),
            from: text(),
            to: text(),
            worked: text(),
            name: text(),
            announcement: text(),
            announced_on: text(),
        }
    }

    /// Empties it for another announcement.
    pub fn clear(self) {
        self.about.set(About::Off);
        for field in [
            self.from,
            self.to,
            self.worked,
            self.name,
            self.announcement,
            self.announced_on,
        ] {
            field.set(String::new());
        }
    }

    /// What is left of an announcement whose first days were entered.
    pub fn keep(self, left: &[NewAmendment]) {
        let (Some(first), Some(last)) = (left.first(), left.last()) else {
            return;
        };
        self.about.set(match first.kind {
            AmendmentKind::DayOff => About::Off,
            AmendmentKind::WorkingDay => About::Worked,
            AmendmentKind::YearComplete => About::Complete,
        });
        self.from.set(date(&first.date));
        self.to.set(if left.len() > 1 {
            date(&last.date)
        } else {
            String::new()
        });
    }

    fn typed(self) -> Typed {
        Typed {
            from: self.from.get_untracked(),
            to: self.to.get_untracked(),
            worked: self.worked.get_untracked(),
            name: self.name.get_untracked(),
            announcement: self.announcement.get_untracked(),
            announced_on: self.announced_on.get_untracked(),
        }
    }
}

/// The form; `on_ready` gets the days. What the server refused is shown at its field.
#[component]
pub(super) fn EnterForm(
    fields: Fields,
    year: i32,
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<ApiError>>,
    #[prop(into)] on_ready: Callback<Vec<NewAmendment>>,
) -> impl IntoView {
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let error = move |field: &'static str, wire: &'static str| {
        Signal::derive(move || {
            let own = wrong.with(|all| all.iter().find(|(at, _)| *at == field).copied());
            own.map(|(_, text)| t(text).to_owned())
                .or_else(|| refused.with(|e| e.as_ref().and_then(|e| e.field(wire))))
        })
    };
    let submit = move || {
        refused.set(None);
        match plan(fields.about.get_untracked(), &fields.typed(), year) {
            Ok(days) => {
                wrong.set(Vec::new());
                on_ready.run(days);
            }
            Err(all) => {
                wrong.set(all);
                focus_first_error();
            }
        }
    };
    let is = move |about: About| fields.about.get() == about;
    let from_label = Signal::derive(move || {
        t(match fields.about.get() {
            About::Off => w::FROM,
            About::Swap => w::SWAP_OFF,
            About::Worked | About::Complete => w::DATE,
        })
        .to_owned()
    });
    let general = move || {
        let unplaced = refused.get().filter(|e| e.fields().is_empty());
        unplaced.map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })
    };
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |ev| {
                ev.prevent_default();
                submit();
            }
        >
            <AboutChoice about=fields.about year=year/>
            <div class="form-grid">
                <Show when=move || !is(About::Complete)>
                    <TextField
                        id="amendment-from"
                        label=from_label
                        hint=tr(w::DATE_HINT)
                        value=fields.from
                        error=error("from", "date")
                        required=true
                        input_mode="numeric"
                    />
                </Show>
                <Show when=move || is(About::Off)>
                    <TextField
                        id="amendment-to"
                        label=tr(w::TO)
                        hint=tr(w::TO_HINT)
                        value=fields.to
                        error=error("to", "")
                        input_mode="numeric"
                    />
                </Show>
                <Show when=move || is(About::Swap)>
                    <TextField
                        id="amendment-worked"
                        label=tr(w::SWAP_WORKED)
                        hint=tr(w::DATE_HINT)
                        value=fields.worked
                        error=error("worked", "")
                        required=true
                        input_mode="numeric"
                    />
                </Show>
            </div>
            <TextField
                id="amendment-name"
                label=tr(w::NAME)
                hint=tr(w::NAME_HINT)
                value=fields.name
                error=error("name", "name")
                required=true
                max_length=200
            />
            <div class="form-grid">
                <TextField
                    id="amendment-announcement"
                    label=tr(w::ANNOUNCEMENT)
                    hint=tr(w::NUMBER_HINT)
                    value=fields.announcement
                    error=error("announcement", "announcement")
                    required=true
                    max_length=100
                />
                <TextField
                    id="amendment-announced"
                    label=tr(w::ANNOUNCED_ON)
                    hint=tr(w::DATE_HINT)
                    value=fields.announced_on
                    error=error("announced_on", "announced_on")
                    required=true
                    input_mode="numeric"
                />
            </div>
            {general}
            <div class="actions">
                <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
                <Button kind=ButtonKind::Primary r#type="submit" busy=busy>
                    {t(w::PREVIEW)}
                </Button>
            </div>
        </form>
    }
}

#[component]
fn AboutChoice(about: RwSignal<About>, year: i32) -> impl IntoView {
    let choice = move |one: About, text: Text| {
        view! {
            <label class="check-label">
                <input
                    type="radio"
                    class="check"
                    name="amendment-about"
                    prop:checked=move || about.get() == one
                    on:change=move |_| about.set(one)
                />
                {tf(text, &[&year.to_string()])}
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field__label">{t(w::WHAT)}</legend>
            {choice(About::Off, w::KIND_OFF)}
            {choice(About::Worked, w::KIND_WORKED)}
            {choice(About::Swap, w::KIND_SWAP)}
            {choice(About::Complete, w::KIND_COMPLETE)}
        </fieldset>
    }
}

//! Where reminder letters go and how often.

use congvu_openapi::notifications::{LetterSettings, LetterWish, MyLetters};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError, notifications as calls};
use crate::components::{
    Alert, AlertKind, Button, ButtonKind, Remote, RemoteView, TextField, focus_first_error,
};
use crate::i18n::{Text, notifications as w, t, tr};
use crate::state::toasts::toast;

/// The choices, in order.
const WISHES: [(LetterWish, Text); 3] = [
    (LetterWish::Daily, w::WISH_DAILY),
    (LetterWish::Each, w::WISH_EACH),
    (LetterWish::None, w::WISH_NONE),
];

#[component]
pub(super) fn Letters() -> impl IntoView {
    let kept = Remote::new(|| async { Ok(api::notifications::letters().await?.value) });
    view! {
        <section class="card stack" aria-labelledby="letters-title">
            <h2 id="letters-title">{move || t(w::LETTERS_TITLE)}</h2>
            <p>{move || t(w::LETTERS_INTRO)}</p>
            <RemoteView
                remote=kept
                lines=4
                view=move |kept| view! { <Form kept=kept/> }
            />
        </section>
    }
}

#[component]
fn Form(kept: MyLetters) -> impl IntoView {
    let sends_nowhere = kept.address.is_empty() && kept.wish != LetterWish::None;
    let address = RwSignal::new(kept.address);
    let wish = RwSignal::new(kept.wish);
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let wrong =
        Signal::derive(move || problem.with(|p| p.as_ref().and_then(|p| p.field("address"))));
    let save = move || {
        let wanted = LetterSettings {
            address: address.get_untracked().trim().to_owned(),
            wish: wish.get_untracked(),
        };
        problem.set(None);
        if wanted.address.is_empty() && wanted.wish != LetterWish::None {
            problem.set(Some(ApiError::at(
                "address",
                "required",
                "",
                t(w::ADDRESS_NEEDED),
            )));
            focus_first_error();
            return;
        }
        busy.set(true);
        spawn_local(async move {
            match set(&wanted).await {
                Ok(kept) => {
                    let off = kept.wish == LetterWish::None;
                    address.try_set(kept.address);
                    let said = if off {
                        w::LETTERS_OFF
                    } else {
                        w::LETTERS_SAVED
                    };
                    toast(AlertKind::Success, t(said));
                }
                Err(error) => {
                    problem.try_set(Some(error));
                    focus_first_error();
                }
            }
            busy.try_set(false);
        });
    };
    let general = move || {
        let problem = problem.get().filter(|p| p.field("address").is_none());
        problem.map(|p| view! { <Alert kind=AlertKind::Error>{p.message()}</Alert> })
    };
    view! {
        {(!kept.offered).then(|| view! { <Alert>{t(w::LETTERS_NOT_OFFERED)}</Alert> })}
        {(kept.offered && sends_nowhere).then(|| view! { <Alert>{t(w::NO_ADDRESS)}</Alert> })}
        <form
            class="stack"
            novalidate
            aria-labelledby="letters-title"
            on:submit=move |ev| {
                ev.prevent_default();
                save();
            }
        >
            <fieldset class="field">
                <legend class="field__label">{t(w::WISH)}</legend>
                {WISHES
                    .into_iter()
                    .map(|(one, text)| {
                        view! {
                            <label class="check-label">
                                <input
                                    type="radio"
                                    class="check"
                                    name="letter-wish"
                                    prop:checked=move || wish.get() == one
                                    on:change=move |_| wish.set(one)
                                />
                                {t(text)}
                            </label>
                        }
                    })
                    .collect_view()}
            </fieldset>
            <TextField
                id="letter-address"
                label=tr(w::ADDRESS)
                hint=tr(w::ADDRESS_HINT)
                value=address
                error=wrong
                r#type="email"
                autocomplete="email"
                max_length=254
            />
            {general}
            <div class="actions">
                <Button kind=ButtonKind::Primary r#type="submit" busy=busy>
                    {t(w::SAVE_LETTERS)}
                </Button>
            </div>
        </form>
    }
}

/// The tag is that of the account, which other settings of the page change too: it is asked for when it is needed.
async fn set(wanted: &LetterSettings) -> Result<MyLetters, ApiError> {
    let seen = calls::letters().await?.etag;
    calls::set_letters(&seen, wanted).await
}

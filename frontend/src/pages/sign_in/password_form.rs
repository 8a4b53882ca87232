//! Changing the own password.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError};
use crate::components::{Alert, AlertKind, Button, ButtonKind, Icon, IconName, TextField};
use crate::i18n::{Text, sign_in, t, tr};
use crate::state::toasts::toast;

const LEAST: usize = 14;

/// The present password, the new one twice, and how far that is strong enough.
#[component]
pub fn PasswordForm(#[prop(into)] on_done: Callback<()>) -> impl IntoView {
    let current = RwSignal::new(String::new());
    let new = RwSignal::new(String::new());
    let repeat = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let tried = RwSignal::new(false);
    let different = Signal::derive(move || {
        let differ = tried.get() && new.get() != repeat.get();
        differ.then(|| t(sign_in::DIFFERENT).to_owned())
    });
    let field = move |name: &'static str| {
        Signal::derive(move || problem.with(|p| p.as_ref().and_then(|p| p.field(name))))
    };
    let submit = move || {
        tried.set(true);
        if new.get_untracked() != repeat.get_untracked() {
            return;
        }
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let answer =
                api::session::change_password(&current.get_untracked(), &new.get_untracked()).await;
            busy.set(false);
            match answer {
                Ok(()) => {
                    for value in [current, new, repeat] {
                        value.set(String::new());
                    }
                    tried.set(false);
                    toast(AlertKind::Success, t(sign_in::CHANGED));
                    on_done.run(());
                }
                Err(error) => problem.set(Some(error)),
            }
        });
    };
    view! {
        <form
            class="stack"
            on:submit=move |ev| {
                ev.prevent_default();
                submit();
            }
        >
            {move || problem.get().map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })}
            <TextField
                id="current-password"
                label=tr(sign_in::CURRENT)
                value=current
                r#type="password"
                autocomplete="current-password"
                error=field("current")
            />
            <TextField
                id="new-password"
                label=tr(sign_in::NEW)
                hint=tr(sign_in::NEW_HINT)
                value=new
                r#type="password"
                autocomplete="new-password"
                error=field("new")
            />
            <ul class="password-rules" aria-live="polite">
                {move || {
                    new.with(|new| rules(new))
                        .into_iter()
                        .map(|(rule, met)| {
                            let icon = if met { IconName::Success } else { IconName::More };
                            view! {
                                <li class:password-rules__met=met>
                                    <Icon name=icon/>
                                    {t(rule)}
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
            <TextField
                id="repeat-password"
                label=tr(sign_in::REPEAT)
                value=repeat
                r#type="password"
                autocomplete="new-password"
                error=different
            />
            <div class="actions">
                <Button kind=ButtonKind::Primary r#type="submit" busy=busy>
                    {move || t(sign_in::CHANGE_TITLE)}
                </Button>
            </div>
        </form>
    }
}

/// Which rules a password meets; the server decides.
fn rules(password: &str) -> [(Text, bool); 5] {
    let any = |test: fn(char) -> bool| password.chars().any(test);
    [
        (sign_in::RULE_LENGTH, password.chars().count() >= LEAST),
        (sign_in::RULE_UPPER, any(char::is_uppercase)),
        (sign_in::RULE_LOWER, any(char::is_lowercase)),
        (sign_in::RULE_DIGIT, any(|c| c.is_ascii_digit())),
        (sign_in::RULE_OTHER, any(|c| !c.is_alphanumeric())),
    ]
}

#[cfg(test)]
mod tests {
    use super::rules;

    #[test]
    fn a_vietnamese_sentence_with_a_number_is_enough() {
        assert!(rules("Sông Hồng 4 mùa nước đỏ").iter().all(|(_, met)| *met));
        let met = |password| rules(password).map(|(_, met)| met);
        assert_eq!(met("Ab1 "), [false, true, true, true, true]);
        assert_eq!(met("abcdefghijklmn"), [true, false, true, false, false]);
    }
}

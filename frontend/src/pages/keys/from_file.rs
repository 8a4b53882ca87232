//! Registering the certificate of a key file: chosen, opened, registered and proven in one step.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::registering::{Problem, tell};
use crate::api::ApiError;
use crate::components::{Button, ButtonKind, FileField, IconName, TextField, focus_first_error};
use crate::i18n::{common, places, signing, t, tr};
use crate::keys::{key_file, registered};

#[component]
pub(super) fn FromFile(
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let file = RwSignal::new_local(None::<web_sys::File>);
    let password = RwSignal::new(String::new());
    let label = RwSignal::new(t(places::LABEL_FILE).to_owned());
    let problem = RwSignal::new(None::<ApiError>);
    let field = move |name: &'static str| {
        Signal::derive(move || problem.with(|p| p.as_ref().and_then(|p| p.field(name))))
    };
    let register = move || {
        let Some(file) = file.get_untracked() else {
            let needed = t(signing::FILE_NEEDED);
            problem.set(Some(ApiError::at("file", "file_needed", "", needed)));
            focus_first_error();
            return;
        };
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let answer = async {
                let opened = key_file::open(&file, &password.get_untracked()).await?;
                registered::register_file(opened, label.get_untracked().trim().to_owned()).await
            };
            match answer.await {
                Ok(certificate) => {
                    tell(&certificate);
                    open.set(false);
                }
                Err(error) => {
                    problem.try_set(Some(error));
                    focus_first_error();
                }
            }
            busy.try_set(false);
            // Also after a failure: the certificate may be there, only not proven.
            on_done.run(());
        });
    };
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |ev| {
                ev.prevent_default();
                register();
            }
        >
            <p>{t(places::PROOF_TEXT)}</p>
            <Problem problem=problem/>
            <FileField id="register-file" file=file error=field("file")/>
            <TextField
                id="register-password"
                label=tr(signing::FILE_PASSWORD)
                value=password
                error=field("secret")
                r#type="password"
            />
            <TextField
                id="register-label"
                label=tr(places::LABEL)
                value=label
                error=field("label")
                required=true
                max_length=100
            />
            <p class="muted" role="status">{move || busy.get().then(|| t(places::REGISTERING))}</p>
            <div class="actions">
                <Button disabled=busy on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
                <Button
                    kind=ButtonKind::Primary
                    r#type="submit"
                    icon=IconName::Key
                    busy=busy
                    disabled=Signal::derive(move || label.with(|l| l.trim().is_empty()))
                >
                    {t(places::REGISTER)}
                </Button>
            </div>
        </form>
    }
}

//! Whether what was typed is with the server, always in sight.

use leptos::prelude::*;

use super::super::words as w;
use super::editor::Editor;
use crate::components::{Icon, IconName};
use crate::form::autosave::Status;
use crate::i18n::{t, tf};

/// "Đang lưu…", "Đã lưu 10:42", "Chưa lưu – mất kết nối, sẽ thử lại".
#[component]
pub fn SaveState(editor: Editor) -> impl IntoView {
    view! {
        <p class="save-state" role="status" aria-live="polite" data-testid="save-state">
            {move || {
                let (tone, icon, words) = told(editor.status());
                view! {
                    <span class=format!("save-state__words save-state__words--{tone}")>
                        <Icon name=icon/>
                        <span>{words}</span>
                    </span>
                }
            }}
            {move || matches!(editor.status(), Status::Away | Status::Refused(_)).then(|| view! {
                <button type="button" class="link-button" on:click=move |_| editor.save_now()>
                    {t(w::SAVE_NOW)}
                </button>
            })}
        </p>
    }
}

fn told(status: Status) -> (&'static str, IconName, String) {
    match status {
        Status::Untouched => ("calm", IconName::Info, t(w::SAVE_UNTOUCHED).to_owned()),
        Status::Saved(at) if at.is_empty() => {
            ("good", IconName::Success, t(w::SAVE_DONE).to_owned())
        }
        Status::Saved(at) => ("good", IconName::Success, tf(w::SAVE_DONE_AT, &[&at])),
        Status::Unsaved => ("calm", IconName::Pen, t(w::SAVE_SOON).to_owned()),
        Status::Saving => ("calm", IconName::Refresh, t(w::SAVING).to_owned()),
        Status::Away => ("bad", IconName::Warning, t(w::SAVE_AWAY).to_owned()),
        Status::Conflict => ("bad", IconName::Warning, t(w::SAVE_CONFLICT).to_owned()),
        Status::Refused(why) => ("bad", IconName::Error, tf(w::SAVE_REFUSED, &[&why])),
    }
}

//! A file dropped or chosen, and sent to be judged.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Blob, File};

use super::page::Outcome;
use crate::api::{ApiError, verification};
use crate::components::{Icon, IconName, Skeleton};
use crate::i18n::{t, tf, verify};

/// Bytes that the server takes at most: 30 MB.
const LARGEST: f64 = 30.0 * 1024.0 * 1024.0;

#[component]
pub(super) fn Choose(outcome: RwSignal<Option<Outcome>>) -> impl IntoView {
    let over = RwSignal::new(false);
    let checking = RwSignal::new(None::<String>);
    let take = move |file: Option<File>| {
        let Some(file) = file else {
            return;
        };
        let name = file.name();
        outcome.set(None);
        checking.set(Some(name.clone()));
        spawn_local(async move {
            let answer = judge(&file).await;
            checking.try_set(None);
            outcome.try_set(Some(match answer {
                Ok(report) => Ok((name, report)),
                Err(error) => Err((name, error)),
            }));
        });
    };
    view! {
        <div
            class="drop"
            class:drop--over=move || over.get()
            on:dragover=move |ev| {
                ev.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |ev| {
                ev.prevent_default();
                over.set(false);
                take(ev.data_transfer().and_then(|data| data.files()).and_then(|all| all.get(0)));
            }
        >
            <Icon name=IconName::Verify/>
            <input
                type="file"
                id="verify-file"
                class="visually-hidden"
                accept=".pdf,.zip,application/pdf,application/zip"
                aria-describedby="verify-kept"
                on:change=move |ev| {
                    let input: Option<web_sys::HtmlInputElement> = ev
                        .target()
                        .and_then(|target| target.dyn_into().ok());
                    take(input.as_ref().and_then(web_sys::HtmlInputElement::files).and_then(|all| all.get(0)));
                    if let Some(input) = input {
                        // So that the same file can be chosen once more.
                        input.set_value("");
                    }
                }
            />
            <label for="verify-file" class="button button--primary">
                <Icon name=IconName::Upload/>
                {move || t(verify::CHOOSE)}
            </label>
            <p class="drop__hint">{move || t(verify::DROP)}</p>
            <p class="muted" id="verify-kept">
                {move || t(verify::LARGEST)} " " {move || t(verify::NOT_KEPT)}
            </p>
        </div>
        <div role="status">
            {move || {
                checking
                    .get()
                    .map(|name| {
                        view! {
                            <p>{tf(verify::CHECKING, &[&name])}</p>
                            <Skeleton lines=3/>
                        }
                    })
            }}
        </div>
    }
}

async fn judge(file: &File) -> Result<congvu_openapi::verification::VerificationReport, ApiError> {
    if file.size() > LARGEST {
        return Err(ApiError::local(
            "too_large",
            t(verify::TOO_LARGE_TITLE),
            t(verify::TOO_LARGE),
        ));
    }
    let plain = Blob::slice_with_f64_and_f64_and_content_type(
        file,
        0.0,
        file.size(),
        "application/octet-stream",
    );
    verification::verify(plain.or(Err(ApiError::unexpected()))?).await
}

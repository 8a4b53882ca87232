//! A signed export: its state, its PDF, the competent person's signature and the agency's seal.

mod act;
mod seal;

use congvu_openapi::exports::Export;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use self::act::Act;
use super::calls;
use super::files;
use super::page_remote::PageRemote;
use super::view::export_state_words;
use super::words as w;
use crate::api::{ApiError, Loaded};
use crate::components::{Badge, Breadcrumbs, PageHeader, Remote, RemoteView, SignatureCard};
use crate::format;
use crate::i18n::{t, tf, tr};

/// The page of an export.
#[component]
pub fn ExportPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|all| all.get("id").unwrap_or_default()));
    let export = Remote::new(move || {
        let id = id.get();
        async move { calls::export(&id).await }
    });
    view! {
        <PageRemote remote=export title=tr(w::TAB_EXPORTS) view=move |loaded| view! { <Shown loaded=loaded remote=export/> }/>
    }
}

#[component]
fn Shown(loaded: Loaded<Export>, remote: Remote<Loaded<Export>>) -> impl IntoView {
    let Loaded {
        value: export,
        etag,
    } = loaded;
    let (tone, icon, text) = export_state_words(export.state);
    let version = export.version.to_string();
    let title = {
        let name = export.person_name.clone();
        Signal::derive(move || tf(w::EXPORT_OF, &[&name, &version]))
    };
    let trail = vec![(
        format!("/people/{}?part=exports", export.person_id),
        export.person_name.clone(),
    )];
    let (by, at) = (export.created_by.clone(), export.created_at.clone());
    let pages = export.pages.to_string();
    let code = export.code.clone();
    view! {
        <div class="stack">
        <Breadcrumbs trail=Signal::stored(trail) here=tr(w::TAB_EXPORTS)/>
        <PageHeader title=title><Badge kind=tone icon=icon>{move || t(text)}</Badge></PageHeader>
        <p class="history__meta">
            {move || tf(w::MADE_BY, &[&by, &format::date_time(&at), &pages])}
            " · SHA-256 "<span class="digest">{format::digest_short(&export.sha256)}</span>
            {(!code.is_empty()).then(|| {
                let shown = code.clone();
                view! { " · "<A href=format!("/verify/{code}")>{move || tf(w::EXPORT_CODE, &[&shown])}</A> }
            })}
        </p>
        <div class="export">
            <Preview id=export.id.clone() name=export.person_name.clone()/>
            <aside class="export__side" aria-label=move || t(w::SIGNATURES)>
                <h2>{move || t(w::SIGNATURES)}</h2>
                {export.signatures.is_empty().then(|| view! { <p>{move || t(w::NOT_SIGNED)}</p> })}
                <div class="signatures">
                    {export.signatures.clone().into_iter().map(|signature| view! { <SignatureCard summary=signature/> }).collect_view()}
                </div>
                <Act export=export etag=etag remote=remote/>
            </aside>
        </div>
        </div>
    }
}

/// The PDF as it is now, in the page; a link where the browser shows none.
#[component]
fn Preview(id: String, name: String) -> impl IntoView {
    let file = Remote::new(move || {
        let id = id.clone();
        async move {
            let bytes = calls::export_file(&id).await?;
            files::local(&bytes, "application/pdf").ok_or_else(ApiError::unexpected)
        }
    });
    on_cleanup(move || {
        if let Some(file) = untrack(|| file.get()) {
            files::release(&file.url);
        }
    });
    view! {
        <div class="export__preview">
            <RemoteView remote=file lines=12 view=move |file: files::LocalFile| view! {
                <iframe class="viewer__pdf" src=files::pdf_view(&file.url) title=move || t(w::PDF_PREVIEW)></iframe>
                <p><a class="button" href=file.url download=format!("so-yeu-ly-lich-{name}.pdf")>{move || t(w::DOWNLOAD_PDF)}</a></p>
            }/>
        </div>
    }
}

//! A place: province, commune of that province, the rest in words; a district only where the
//! place was declared before districts ended on 1 July 2025.

use congvu_openapi::catalogues::CatalogueItem;
use leptos::prelude::*;

use super::super::words as w;
use super::editor::Editor;
use super::field::Leaf;
use crate::api::catalogues;
use crate::components::{ComboBox, Icon, IconName, Remote, TextField};
use crate::form::pointer::element_id;
use crate::i18n::{common, pick, t, tr};

/// A place of the form.
#[component]
pub fn PlaceField(editor: Editor, leaf: Leaf) -> impl IntoView {
    let at = StoredValue::new(leaf.pointer.clone());
    let part = move |name: &str| format!("{}/{name}", at.get_value());
    let kept = move |name: &str| RwSignal::new(editor.text(&part(name)));
    let (province, commune) = (kept("province_code"), kept("commune_code"));
    let (district, detail) = (kept("district"), kept("detail"));
    let with_district = RwSignal::new(!district.get_untracked().is_empty());
    let left = RwSignal::new(false);
    let (title, hint, error) = (leaf.title(), leaf.help(), leaf.error(editor, left));
    let provinces = Remote::new(move || catalogues::all("provinces", ""));
    let communes = Remote::new(move || {
        let parent = province.get();
        async move {
            if parent.is_empty() {
                return Ok(Vec::new());
            }
            catalogues::all("communes", &parent).await
        }
    });
    let on_province = Callback::new(move |code: String| {
        left.set(true);
        let parts = [
            part("province"),
            part("province_code"),
            part("commune"),
            part("commune_code"),
        ];
        let name = name(provinces, &code);
        let [name_at, code_at, commune_at, commune_code_at] = &parts;
        if editor.text(code_at) != code {
            commune.set(String::new());
            editor.type_into(commune_at, "");
            editor.type_into(commune_code_at, "");
        }
        editor.type_into(code_at, &code);
        editor.type_into(name_at, &name);
    });
    let on_commune = Callback::new(move |code: String| {
        editor.type_into(&part("commune"), &name(communes, &code));
        editor.type_into(&part("commune_code"), &code);
    });
    // Emptying a list by typing makes no choice that could be reported.
    Effect::new(move |before: Option<()>| {
        let emptied = province.get().is_empty();
        if before.is_some() && emptied {
            on_province.run(String::new());
        }
    });
    Effect::new(move |before: Option<()>| {
        let emptied = commune.get().is_empty();
        if before.is_some() && emptied {
            on_commune.run(String::new());
        }
    });
    typed(editor, part("district"), district);
    typed(editor, part("detail"), detail);
    let id = element_id(&leaf.pointer);
    let old_province = editor.text(&part("province"));
    let old_commune = editor.text(&part("commune"));
    let required = leaf.required;
    view! {
        <fieldset class="form-place" id=id.clone() tabindex="-1">
            <legend>
                {move || title.get()}
                {required.then(|| view! {
                    <span class="field__required">" ("{move || t(common::REQUIRED)}")"</span>
                })}
            </legend>
            {move || {
                let hint = hint.get();
                (!hint.is_empty()).then(|| view! { <p class="field__hint">{hint}</p> })
            }}
            {move || error.get().map(|message| view! {
                <p class="field__error"><Icon name=IconName::Error/><span>{message}</span></p>
            })}
            <div class="form-place__parts">
                <ComboBox id=format!("{id}-province") label=tr(w::PROVINCE) value=province
                    options=choices(provinces) chosen_label=Signal::stored(old_province)
                    on_change=on_province/>
                <ComboBox id=format!("{id}-commune") label=tr(w::COMMUNE) value=commune
                    options=choices(communes) disabled=Signal::derive(move || province.get().is_empty())
                    chosen_label=Signal::derive(move || {
                        if commune.get().is_empty() { String::new() } else { old_commune.clone() }
                    })
                    on_change=on_commune/>
                {move || with_district.get().then(|| view! {
                    <TextField id=format!("{}-district", element_id(&at.get_value()))
                        label=tr(w::DISTRICT) hint=tr(w::DISTRICT_HINT) value=district/>
                })}
                <div class="form-place__detail">
                    <TextField id=format!("{id}-detail") label=tr(w::PLACE_DETAIL) value=detail
                        hint=tr(w::PLACE_DETAIL_HINT)/>
                </div>
            </div>
            <button type="button" class="link-button" hidden=move || with_district.get()
                on:click=move |_| with_district.set(true)>
                {move || t(w::ADD_DISTRICT)}
            </button>
        </fieldset>
    }
}

/// Codes and names in the language chosen.
fn choices(list: Remote<Vec<CatalogueItem>>) -> Signal<Vec<(String, String)>> {
    Signal::derive(move || {
        let all = list.get().unwrap_or_default();
        all.into_iter()
            .map(|item| (item.code, pick(&item.name, &item.name_en)))
            .collect()
    })
}

/// The Vietnamese name, which is what the document keeps beside the code.
fn name(list: Remote<Vec<CatalogueItem>>, code: &str) -> String {
    let found = untrack(|| list.get())
        .unwrap_or_default()
        .into_iter()
        .find(|item| item.code == code);
    found.map_or_else(String::new, |item| item.name)
}

fn typed(editor: Editor, pointer: String, value: RwSignal<String>) {
    Effect::new(move |before: Option<()>| {
        let typed = value.get();
        if before.is_some() {
            editor.type_into(&pointer, &typed);
        }
    });
}

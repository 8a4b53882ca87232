//! A new delegation: filled in here, signed in the dialog.

use congvu_openapi::delegations::{DelegableRole, NewDelegation};
use leptos::prelude::*;

use super::fields::{Fields, Wrong, checked, within};
use super::words;
use crate::api::{self, ApiError};
use crate::components::{
    Alert, AlertKind, Button, ButtonKind, ComboBox, Dialog, IconName, Remote, SelectField,
    SigningDialog, TextField, focus_first_error,
};
use crate::i18n::{common, delegations, pick, t, tf, tr};
use crate::keys::signing::SigningJob;
use crate::state::toasts::toast;

/// The form, and the signing of what it gives.
#[component]
pub(super) fn NewDelegationDialog(
    open: RwSignal<bool>,
    roles: Signal<Vec<DelegableRole>>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let ready = RwSignal::new(None::<NewDelegation>);
    let refused = RwSignal::new(None::<ApiError>);
    let signing = RwSignal::new(false);
    let jobs = Signal::derive(move || {
        ready
            .get()
            .map(|delegation| {
                let label = tf(delegations::SIGN_LABEL, &[&delegation.delegate]);
                SigningJob::new(label, move |certificate_id| {
                    let wanted = NewDelegation {
                        certificate_id,
                        ..delegation.clone()
                    };
                    async move {
                        let answer = api::delegations::prepare(&wanted).await;
                        if let Err(error) = &answer
                            && !error.fields().is_empty()
                        {
                            // To be mended in the form, which is still open below.
                            refused.try_set(Some(error.clone()));
                            signing.try_set(false);
                            focus_first_error();
                        }
                        answer
                    }
                })
            })
            .into_iter()
            .collect::<Vec<_>>()
    });
    let done = move |_| {
        toast(AlertKind::Success, t(delegations::MADE));
        open.set(false);
        on_done.run(());
    };
    view! {
        <Dialog open=open title=tr(delegations::NEW_TITLE) wide=true>
            <Form
                roles=roles.get_untracked()
                open=open
                refused=refused
                on_ready=move |delegation| {
                    refused.set(None);
                    ready.set(Some(delegation));
                    signing.set(true);
                }
            />
        </Dialog>
        <SigningDialog open=signing jobs=jobs on_done=done/>
    }
}

#[component]
fn Form(
    roles: Vec<DelegableRole>,
    open: RwSignal<bool>,
    refused: RwSignal<Option<ApiError>>,
    #[prop(into)] on_ready: Callback<NewDelegation>,
) -> impl IntoView {
    let roles = StoredValue::new(roles);
    let chosen = RwSignal::new("0".to_owned());
    let role = Memo::new(move |_| {
        let at = chosen.with(|c| c.parse::<usize>().unwrap_or(0));
        roles.with_value(|all| all.get(at).cloned())
    });
    let fields = RwSignal::new(Fields::default());
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let unit = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(role) = role.get() {
            unit.set(role.unit_id);
            let only = match role.forms.as_slice() {
                [only] => Some(*only),
                _ => None,
            };
            fields.update(|f| f.form = only);
        }
    });
    let error = move |name: &'static str| {
        Signal::derive(move || {
            let own = wrong.with(|all| {
                all.iter()
                    .find(|(at, _)| *at == name)
                    .map(|(_, text)| *text)
            });
            let longest = role.with(|r| r.as_ref().and_then(|r| r.longest_days).unwrap_or(0));
            own.map(|text| tf(text, &[&longest.to_string()]))
                .or_else(|| refused.with(|e| e.as_ref().and_then(|e| e.field(name))))
        })
    };
    let (delegate, from, to) = (text(), text(), text());
    let (number, dated, basis) = (text(), text(), text());
    let submit = move || {
        let Some(role) = role.get_untracked() else {
            return;
        };
        let typed = Fields {
            delegate: delegate.get_untracked(),
            unit_id: unit.get_untracked(),
            from: from.get_untracked(),
            to: to.get_untracked(),
            basis_number: number.get_untracked(),
            basis_date: dated.get_untracked(),
            basis: basis.get_untracked(),
            form: fields.with_untracked(|f| f.form),
        };
        refused.set(None);
        match checked(&role, &typed) {
            Ok(delegation) => {
                wrong.set(Vec::new());
                on_ready.run(delegation);
            }
            Err(all) => {
                wrong.set(all);
                focus_first_error();
            }
        }
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
            <SelectField
                id="delegation-role"
                label=tr(delegations::ROLE)
                value=chosen
                options=Signal::derive(move || roles.with_value(|all| options(all)))
                error=error("role")
                without_empty=true
            />
            <Clause role=role/>
            <TextField
                id="delegation-delegate"
                label=tr(delegations::DELEGATE)
                hint=tr(delegations::DELEGATE_HINT)
                value=delegate
                error=error("delegate")
                required=true
                max_length=100
            />
            <UnitField role=role unit=unit error=error("unit_id")/>
            <FormChoice role=role fields=fields error=error("form")/>
            <div class="form-grid">
                <TextField
                    id="delegation-from"
                    label=tr(delegations::SINCE)
                    hint=tr(delegations::DATE_HINT)
                    value=from
                    error=error("from")
                    required=true
                    input_mode="numeric"
                />
                <TextField
                    id="delegation-to"
                    label=tr(delegations::UNTIL)
                    hint=Signal::derive(move || longest_words(role.get().as_ref()))
                    value=to
                    error=error("to")
                    required=true
                    input_mode="numeric"
                />
            </div>
            <div class="form-grid">
                <TextField
                    id="delegation-number"
                    label=tr(delegations::BASIS_NUMBER)
                    hint=tr(delegations::BASIS_NUMBER_HINT)
                    value=number
                    error=error("basis_number")
                    required=true
                    max_length=100
                />
                <TextField
                    id="delegation-dated"
                    label=tr(delegations::BASIS_DATE)
                    hint=tr(delegations::DATE_HINT)
                    value=dated
                    error=error("basis_date")
                    required=true
                    input_mode="numeric"
                />
            </div>
            <TextField
                id="delegation-basis"
                label=tr(delegations::BASIS)
                hint=tr(delegations::BASIS_EXAMPLE)
                value=basis
                error=error("basis")
                required=true
                max_length=300
            />
            {move || {
                refused
                    .get()
                    .map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })
            }}
            <p class="muted">{t(delegations::SIGN_NEXT)}</p>
            <div class="actions">
                <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
                <Button kind=ButtonKind::Primary r#type="submit" icon=IconName::Pen>
                    {t(delegations::SIGN)}
                </Button>
            </div>
        </form>
    }
}

fn text() -> RwSignal<String> {
    RwSignal::new(String::new())
}

/// Numbered, as the same role may be held over several units.
fn options(roles: &[DelegableRole]) -> Vec<(String, String)> {
    let words = |role: &DelegableRole| {
        let title = pick(&role.title, &role.title_en);
        tf(delegations::ROLE_AT, &[&title, &role.unit_name])
    };
    let numbered = roles.iter().enumerate();
    numbered
        .map(|(at, role)| (at.to_string(), words(role)))
        .collect()
}

fn longest_words(role: Option<&DelegableRole>) -> String {
    role.and_then(|role| role.longest_days)
        .map(|days| tf(delegations::LONGEST, &[&days.to_string()]))
        .unwrap_or_default()
}

#[component]
fn Clause(role: Memo<Option<DelegableRole>>) -> impl IntoView {
    move || {
        role.get()
            .filter(|role| !role.clause.is_empty())
            .map(|role| {
                view! { <p class="muted">{tf(delegations::ALLOWED_BY, &[&role.clause])}</p> }
            })
    }
}

#[component]
fn UnitField(
    role: Memo<Option<DelegableRole>>,
    unit: RwSignal<String>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let units = Remote::new(api::units::list);
    let options = Signal::derive(move || {
        let top = role.with(|r| r.as_ref().map(|r| (r.unit_id.clone(), r.unit_name.clone())));
        let Some((id, name)) = top else {
            return Vec::new();
        };
        let branch = units.get().map(|all| within(&all, &id)).unwrap_or_default();
        if branch.is_empty() {
            return vec![(id, name)];
        }
        api::units::options(&branch)
    });
    view! {
        <ComboBox
            id="delegation-unit"
            label=tr(delegations::WITHIN)
            value=unit
            options=options
            error=error
            required=true
        />
    }
}

#[component]
fn FormChoice(
    role: Memo<Option<DelegableRole>>,
    fields: RwSignal<Fields>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let invalid = move || error.get().is_some().then_some("true");
    view! {
        <fieldset class="field" aria-describedby="delegation-form-error">
            <legend class="field__label">{t(delegations::FORM_QUESTION)}</legend>
            {move || {
                role.get()
                    .map(|role| role.forms)
                    .unwrap_or_default()
                    .into_iter()
                    .map(|form| {
                        view! {
                            <label class="choice">
                                <input
                                    type="radio"
                                    class="check"
                                    name="delegation-form"
                                    aria-invalid=invalid
                                    prop:checked=move || fields.with(|f| f.form == Some(form))
                                    on:change=move |_| fields.update(|f| f.form = Some(form))
                                />
                                <span>{t(words::form(form))}</span>
                            </label>
                        }
                    })
                    .collect_view()
            }}
            <p class="field__error" id="delegation-form-error">{move || error.get()}</p>
        </fieldset>
    }
}

//! The fields of the registration, named as the API names them.

use congvu_openapi::people::NewPerson;
use congvu_openapi::units::UnitManagement;
use leptos::prelude::*;

use crate::api::{self, ApiError};
use crate::components::{ComboBox, Remote, SelectField, TextField};
use crate::format::parse_date;
use crate::i18n::{common, people, pick, t, tr};
use crate::state::deployment::use_deployment;

/// What has been typed so far.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    full_name: RwSignal<String>,
    personal_id: RwSignal<String>,
    birth_date: RwSignal<String>,
    gender: RwSignal<String>,
    unit_id: RwSignal<String>,
    kind: RwSignal<String>,
    management: RwSignal<String>,
    staff_number: RwSignal<String>,
    decision_number: RwSignal<String>,
    decision_date: RwSignal<String>,
    /// The button was pressed: what is missing is shown.
    pub tried: RwSignal<bool>,
}

impl Draft {
    pub fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            full_name: empty(),
            personal_id: empty(),
            birth_date: empty(),
            gender: empty(),
            unit_id: empty(),
            kind: empty(),
            management: empty(),
            staff_number: empty(),
            decision_number: empty(),
            decision_date: empty(),
            tried: RwSignal::new(false),
        }
    }

    /// The person, once everything required is there.
    pub fn person(self) -> Option<NewPerson> {
        let text = |value: RwSignal<String>| value.get_untracked().trim().to_owned();
        let given = |value: RwSignal<String>| Some(text(value)).filter(|text| !text.is_empty());
        let management = match text(self.management).as_str() {
            "top" => Some(UnitManagement::Top),
            "unit" => Some(UnitManagement::Unit),
            _ => None,
        };
        Some(NewPerson {
            full_name: given(self.full_name)?,
            personal_id: given(self.personal_id)?,
            birth_date: parse_date(&text(self.birth_date))?,
            gender: given(self.gender)?,
            unit_id: given(self.unit_id)?,
            kind: given(self.kind)?,
            management,
            staff_number: text(self.staff_number),
            decision_number: given(self.decision_number)?,
            decision_date: parse_date(&text(self.decision_date)).filter(|d| d.len() == 10)?,
        })
    }

    /// What is wrong with a field: missing, or what the server said.
    fn error(
        self,
        problem: RwSignal<Option<ApiError>>,
        name: &'static str,
        value: RwSignal<String>,
        is_date: bool,
    ) -> Signal<Option<String>> {
        Signal::derive(move || {
            if self.tried.get() {
                let wrong = value.with(|value| match value.trim() {
                    "" => Some(common::FIELD_REQUIRED),
                    date if is_date && parse_date(date).is_none() => Some(people::DATE_WRONG),
                    _ => None,
                });
                if let Some(text) = wrong {
                    return Some(t(text).to_owned());
                }
            }
            problem.with(|problem| problem.as_ref().and_then(|problem| problem.field(name)))
        })
    }
}

#[component]
pub(super) fn WhoFields(draft: Draft, problem: RwSignal<Option<ApiError>>) -> impl IntoView {
    let genders = Remote::new(|| api::catalogues::all("genders", ""));
    let genders = Signal::derive(move || {
        let items = genders.get().unwrap_or_default();
        items
            .into_iter()
            .map(|g| (g.code, pick(&g.name, &g.name_en)))
            .collect()
    });
    let error = move |name, value, is_date| draft.error(problem, name, value, is_date);
    view! {
        <div class="form-grid">
            <div class="form-grid__wide">
                <TextField
                    id="full_name"
                    label=tr(people::FULL_NAME)
                    value=draft.full_name
                    required=true
                    max_length=200
                    error=error("full_name", draft.full_name, false)
                />
            </div>
            <TextField
                id="personal_id"
                label=tr(people::PERSONAL_ID)
                hint=tr(people::PERSONAL_ID_HINT)
                value=draft.personal_id
                required=true
                input_mode="numeric"
                max_length=12
                error=error("personal_id", draft.personal_id, false)
            />
            <TextField
                id="birth_date"
                label=tr(people::BIRTH_DATE)
                hint=tr(people::DATE_HINT)
                value=draft.birth_date
                required=true
                error=error("birth_date", draft.birth_date, true)
            />
            <SelectField
                id="gender"
                label=tr(people::GENDER)
                value=draft.gender
                options=genders
                required=true
                error=error("gender", draft.gender, false)
            />
        </div>
    }
}

#[component]
pub(super) fn Recruitment(draft: Draft, problem: RwSignal<Option<ApiError>>) -> impl IntoView {
    let units = Remote::new(api::units::list);
    let units = Signal::derive(move || {
        units
            .get()
            .map(|units| api::units::options(&units))
            .unwrap_or_default()
    });
    let kinds = Signal::derive(|| {
        use_deployment()
            .get()
            .map(|d| {
                d.person_kinds
                    .into_iter()
                    .map(|k| (k.key, pick(&k.title, &k.title_en)))
                    .collect()
            })
            .unwrap_or_default()
    });
    let management = move || {
        use_deployment()
            .get()
            .filter(|d| d.management_by_person)
            .map(|d| {
                vec![
                    ("top".to_owned(), d.management_top),
                    ("unit".to_owned(), d.management_unit),
                ]
            })
    };
    let error = move |name, value, is_date| draft.error(problem, name, value, is_date);
    view! {
        <div class="form-grid">
            <ComboBox
                id="unit_id"
                label=tr(common::UNIT)
                value=draft.unit_id
                options=units
                required=true
                error=error("unit_id", draft.unit_id, false)
            />
            <SelectField
                id="kind"
                label=tr(people::KIND)
                value=draft.kind
                options=kinds
                required=true
                error=error("kind", draft.kind, false)
            />
            {move || {
                management()
                    .map(|options| {
                        view! {
                            <SelectField
                                id="management"
                                label=tr(people::MANAGEMENT)
                                value=draft.management
                                options=options
                                required=true
                                error=error("management", draft.management, false)
                            />
                        }
                    })
            }}
            <TextField
                id="staff_number"
                label=tr(people::STAFF_NUMBER)
                value=draft.staff_number
                max_length=64
            />
            <TextField
                id="decision_number"
                label=tr(people::DECISION_NUMBER)
                value=draft.decision_number
                required=true
                max_length=100
                error=error("decision_number", draft.decision_number, false)
            />
            <TextField
                id="decision_date"
                label=tr(people::DECISION_DATE)
                hint=tr(people::DATE_HINT)
                value=draft.decision_date
                required=true
                error=error("decision_date", draft.decision_date, true)
            />
        </div>
    }
}

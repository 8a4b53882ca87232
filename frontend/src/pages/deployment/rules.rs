//! The deadlines as a table.

use congvu_openapi::deployment::{Rule, RuleWithin};
use leptos::prelude::*;

use crate::components::{EmptyState, IconName};
use crate::i18n::{deployment, t, tf, tr};

#[component]
pub(super) fn RulesTable(rules: Vec<Rule>) -> impl IntoView {
    if rules.is_empty() {
        return view! {
            <EmptyState
                icon=IconName::Rules
                title=tr(deployment::EMPTY_TITLE)
                text=tr(deployment::EMPTY_TEXT)
            />
        }
        .into_any();
    }
    view! {
        <div class="table-frame table-frame--cards">
            <table class="table">
                <caption class="visually-hidden">{t(deployment::RULES_TABLE)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(deployment::COLUMN_SUBJECT)}</th>
                        <th scope="col">{t(deployment::COLUMN_STEP)}</th>
                        <th scope="col">{t(deployment::COLUMN_ROLE)}</th>
                        <th scope="col">{t(deployment::COLUMN_WITHIN)}</th>
                        <th scope="col">{t(deployment::COLUMN_CLAUSE)}</th>
                    </tr>
                </thead>
                <tbody>
                    {rules.into_iter().map(|rule| view! { <Row rule=rule/> }).collect_view()}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Row(rule: Rule) -> impl IntoView {
    let days = rule.within.days.to_string();
    // A window is no time that runs from an event: it is the last days themselves.
    let (within, from) = if rule.from == "month_end_window" {
        (tf(deployment::MONTH_END, &[&days]), String::new())
    } else {
        (
            within(&rule.within),
            tf(deployment::FROM, &[&event(&rule.from)]),
        )
    };
    view! {
        <tr>
            <th scope="row">{rule.subject}</th>
            <td data-label=t(deployment::COLUMN_STEP)>{rule.step}</td>
            <td data-label=t(deployment::COLUMN_ROLE)>{rule.role}</td>
            <td data-label=t(deployment::COLUMN_WITHIN)>
                <strong>{within}</strong>
                " "
                {from}
            </td>
            <td data-label=t(deployment::COLUMN_CLAUSE)>{rule.clause}</td>
        </tr>
    }
}

fn within(within: &RuleWithin) -> String {
    let text = match within.unit.as_str() {
        "calendar" => deployment::CALENDAR_DAYS,
        _ => deployment::WORKING_DAYS,
    };
    tf(text, &[&within.days.to_string()])
}

/// The event in words; one that the app does not know is shown as it came.
fn event(key: &str) -> String {
    let text = match key {
        "recruitment_decision" => deployment::EVENT_RECRUITED,
        "account_requested" => deployment::EVENT_REQUESTED,
        "account_issued" => deployment::EVENT_ACCOUNT,
        "change_occurred" => deployment::EVENT_CHANGE,
        "decision_effective" => deployment::EVENT_DECISION,
        "submitted" => deployment::EVENT_SUBMITTED,
        "previous_step" => deployment::EVENT_PREVIOUS,
        _ => return key.to_owned(),
    };
    t(text).to_owned()
}

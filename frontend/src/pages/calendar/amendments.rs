//! What was entered here.

use congvu_openapi::calendar::Amendment;
use leptos::prelude::*;

use super::{days, words};
use crate::components::{AlertKind, Badge, Button, ButtonKind, IconName};
use crate::format;
use crate::i18n::{calendar as w, common, t, tf};

#[component]
pub(super) fn Amendments(
    year: i32,
    items: Vec<Amendment>,
    may_amend: bool,
    withdrawing: RwSignal<Option<Amendment>>,
) -> impl IntoView {
    if items.is_empty() && !may_amend {
        return ().into_any();
    }
    let table = if items.is_empty() {
        view! { <p class="muted">{t(w::ENTERED_NONE)}</p> }.into_any()
    } else {
        view! {
            <div class="table-frame table-frame--cards">
                <table class="table calendar">
                    <caption class="visually-hidden">
                        {tf(w::ENTERED_TABLE, &[&year.to_string()])}
                    </caption>
                    <thead>
                        <tr>
                            <th scope="col">{t(w::DAY)}</th>
                            <th scope="col">{t(w::KIND)}</th>
                            <th scope="col">{t(w::OCCASION)}</th>
                            <th scope="col">{t(w::SOURCE)}</th>
                            <th scope="col">{t(w::ENTERED_BY)}</th>
                            <th scope="col">{t(common::STATUS)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {items
                            .into_iter()
                            .map(|item| {
                                view! {
                                    <Row item=item may_amend=may_amend withdrawing=withdrawing/>
                                }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="stack" aria-labelledby="calendar-entered">
            <h2 id="calendar-entered">{t(w::ENTERED_TITLE)}</h2>
            {table}
        </section>
    }
    .into_any()
}

#[component]
fn Row(
    item: Amendment,
    may_amend: bool,
    withdrawing: RwSignal<Option<Amendment>>,
) -> impl IntoView {
    let (tone, icon, word) = words::kind(item.kind);
    let day = days::full(&item.date);
    let announced_on = format::date(&item.announced_on);
    let announced = tf(w::ANNOUNCEMENT_OF, &[&item.announcement, &announced_on]);
    let at = |who: &str, at: &str| tf(w::BY_AT, &[who, &format::date_time(at)]);
    let entered = at(&item.entered_by, &item.entered_at);
    let withdrawn = item
        .withdrawn_at
        .as_deref()
        .map(|moment| at(&item.withdrawn_by, moment));
    let holds = withdrawn.is_none();
    let label = tf(w::WITHDRAW_ONE, &[&format!("{} {day}", t(word))]);
    let chosen = item.clone();
    view! {
        <tr class:calendar__withdrawn=!holds>
            <th scope="row">{day}</th>
            <td>
                <Badge kind=tone icon=icon>{t(word)}</Badge>
            </td>
            <td>{item.name}</td>
            <td data-label=t(w::SOURCE)>{announced}</td>
            <td data-label=t(w::ENTERED_BY)>{entered}</td>
            <td>
                <div class="calendar__state">
                    {match withdrawn {
                        None => {
                            view! {
                                <Badge kind=AlertKind::Success icon=IconName::Check>
                                    {t(w::HOLDS)}
                                </Badge>
                            }
                                .into_any()
                        }
                        Some(words) => {
                            view! {
                                <Badge icon=IconName::Return>{t(w::WITHDRAWN)}</Badge>
                                <span class="muted">{words}</span>
                            }
                                .into_any()
                        }
                    }}
                    {(may_amend && holds)
                        .then(|| {
                            view! {
                                <Button
                                    kind=ButtonKind::Danger
                                    label=Signal::stored(label)
                                    on_click=move || withdrawing.set(Some(chosen.clone()))
                                >
                                    {t(w::WITHDRAW)}
                                </Button>
                            }
                        })}
                </div>
            </td>
        </tr>
    }
}

//! What a change of the calendar would do to open deadlines.

use congvu_openapi::calendar::{AmendmentPreview, DueMove};
use leptos::prelude::*;

use super::{days, words};
use crate::components::{Alert, AlertKind};
use crate::format;
use crate::i18n::{Text, calendar as w, common, t, tf};
use crate::pages::tasks::kind;

/// The numbers, with the first deadlines of each.
#[component]
pub(super) fn Effects(preview: AmendmentPreview) -> impl IntoView {
    let n = format::integer;
    if preview.extended == 0 && preview.would_shorten == 0 {
        return view! { <Alert kind=AlertKind::Success>{t(w::NO_EFFECT)}</Alert> }.into_any();
    }
    let tone = if preview.would_shorten > 0 {
        AlertKind::Warning
    } else {
        AlertKind::Info
    };
    view! {
        <Alert kind=tone>
            <ul class="bullets">
                {(preview.extended > 0)
                    .then(|| view! { <li>{tf(w::EXTENDED, &[&n(preview.extended)])}</li> })}
                {(preview.would_shorten > 0)
                    .then(|| view! { <li>{tf(w::SHORTER, &[&n(preview.would_shorten)])}</li> })}
                <li>{tf(w::UNCHANGED, &[&n(preview.unchanged)])}</li>
            </ul>
        </Alert>
        <Moves title=w::SHORTER_TABLE moves=preview.would_shorten_first total=preview.would_shorten/>
        <Moves title=w::MOVED_TABLE moves=preview.extended_first total=preview.extended/>
    }
    .into_any()
}

#[component]
fn Moves(title: Text, moves: Vec<DueMove>, total: i64) -> impl IntoView {
    if moves.is_empty() {
        return ().into_any();
    }
    let listed = i64::try_from(moves.len()).unwrap_or(total);
    view! {
        <details>
            <summary>{t(title)} " (" {format::integer(total)} ")"</summary>
            <div class="table-frame table-frame--cards">
                <table class="table">
                    <caption class="visually-hidden">{t(title)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t(w::WORK)}</th>
                            <th scope="col">{t(w::WHO)}</th>
                            <th scope="col">{t(common::UNIT)}</th>
                            <th scope="col">{t(w::OLD_DUE)}</th>
                            <th scope="col">{t(w::NEW_DUE)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {moves.into_iter().map(|one| view! { <Row one=one/> }).collect_view()}
                    </tbody>
                </table>
            </div>
            {(listed < total)
                .then(|| {
                    view! { <p class="muted">{tf(w::FIRST_ONLY, &[&format::integer(listed)])}</p> }
                })}
        </details>
    }
    .into_any()
}

#[component]
fn Row(one: DueMove) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{t(kind::text(one.kind))}</th>
            <td data-label=t(w::WHO)>{words::role(&one.role, &one.role_en)}</td>
            <td data-label=t(common::UNIT)>{one.unit_name}</td>
            <td data-label=t(w::OLD_DUE)>{days::full(&one.old_due)}</td>
            <td data-label=t(w::NEW_DUE)>{days::full(&one.new_due)}</td>
        </tr>
    }
}

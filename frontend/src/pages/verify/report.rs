//! What was found, from the verdict down to the details.

use congvu_openapi::verification::{FileKind, KnownDocument, TimeStampReport, VerificationReport};
use leptos::prelude::*;
use leptos_router::components::A;

use super::signature::Signature;
use super::verdict::{has_pilot, words};
use crate::components::{Alert, AlertKind, Badge, Button, Icon, IconName};
use crate::format;
use crate::i18n::{common, t, tf, verify};

/// The report on one file; compared with the document of a code, where one is known.
#[component]
pub(super) fn Report(
    name: String,
    report: VerificationReport,
    known: Option<KnownDocument>,
) -> impl IntoView {
    let verdict = words(&report);
    let heading = NodeRef::<leptos::html::H2>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            // A heading that cannot take the focus leaves it where it was.
            let _ = heading.focus();
        }
    });
    let print = || {
        // Where printing is forbidden the report stays on the screen.
        let _ = window().print();
    };
    let pilot = has_pilot(&report);
    let comparison = known.map(|known| (known.sha256 == report.sha256, known.code));
    let elsewhere = report.known_as.clone().filter(|_| comparison.is_none());
    let count = report.signatures.len();
    view! {
        <section class="report stack" aria-labelledby="verdict">
            <div class=format!("verdict verdict--{}", verdict.tone.name())>
                <Icon name=verdict.icon/>
                <div>
                    <h2 id="verdict" tabindex="-1" node_ref=heading>{verdict.text}</h2>
                    {(!report.about.is_empty()).then(|| view! { <p>{report.about.clone()}</p> })}
                    <p class="verdict__file">{tf(verify::OF_FILE, &[&name])}</p>
                </div>
            </div>
            {(report.kind == FileKind::Unknown).then(|| view! { <p>{t(verify::UNKNOWN_TEXT)}</p> })}
            {comparison.map(|(same, code)| view! { <Comparison same=same code=code/> })}
            {pilot
                .then(|| view! { <Alert kind=AlertKind::Warning>{t(verify::PILOT_NOTE)}</Alert> })}
            {report
                .anchors_unconfirmed
                .then(|| {
                    view! { <Alert kind=AlertKind::Warning>{t(verify::ANCHORS_UNCONFIRMED)}</Alert> }
                })}
            {elsewhere.map(|code| view! { <KnownAs code=code/> })}
            {(report.problems.len() > 1)
                .then(|| {
                    view! {
                        <ul class="bullets">
                            {report
                                .problems
                                .iter()
                                .map(|p| view! { <li>{p.message.clone()}</li> })
                                .collect_view()}
                        </ul>
                    }
                })}
            {(count > 0)
                .then(|| {
                    view! {
                        <h3>{tf(verify::SIGNATURES, &[&count.to_string()])}</h3>
                        <ol class="stack">
                            {report
                                .signatures
                                .into_iter()
                                .map(|signature| {
                                    view! { <li><Signature signature=signature kind=report.kind/></li> }
                                })
                                .collect_view()}
                        </ol>
                    }
                })}
            <Stamps stamps=report.time_stamps/>
            <dl class="facts">
                <dt>{t(verify::DIGEST)}</dt>
                <dd class="digest">{report.sha256}</dd>
            </dl>
            <div class="row row--between">
                <span class="muted">
                    {tf(verify::CHECKED_AT, &[&format::date_time(&report.checked_at)])}
                </span>
                <Button icon=IconName::Print on_click=print>{t(common::PRINT)}</Button>
            </div>
        </section>
    }
}

#[component]
fn Comparison(same: bool, code: String) -> impl IntoView {
    if same {
        view! { <Alert kind=AlertKind::Success>{tf(verify::SAME, &[&code])}</Alert> }
    } else {
        view! { <Alert kind=AlertKind::Error>{tf(verify::NOT_SAME, &[&code])}</Alert> }
    }
}

#[component]
fn KnownAs(code: String) -> impl IntoView {
    view! {
        <Alert kind=AlertKind::Info>
            <p>{tf(verify::KNOWN_AS, &[&code])}</p>
            <p>
                <A href=format!("/verify/{code}")>{tf(verify::SEE_CODE, &[&code])}</A>
            </p>
        </Alert>
    }
}

#[component]
fn Stamps(stamps: Vec<TimeStampReport>) -> impl IntoView {
    (!stamps.is_empty()).then(|| {
        view! {
            <h3>{t(verify::STAMPS)}</h3>
            <ul class="rows">
                {stamps
                    .into_iter()
                    .map(|stamp| {
                        let (tone, icon, _) = holds(stamp.valid);
                        let words = if stamp.valid {
                            verify::STAMP_HOLDS
                        } else {
                            verify::STAMP_HOLDS_NOT
                        };
                        let at = stamp.at.as_deref().map(format::date_time);
                        let at = at.unwrap_or_else(|| t(verify::STAMP_UNREADABLE).to_owned());
                        let line = match stamp.authority.as_str() {
                            "" => at,
                            authority => tf(verify::STAMP_LINE, &[&at, authority]),
                        };
                        view! {
                            <li class="rows__row">
                                <div>
                                    {line}
                                    {(!stamp.message.is_empty())
                                        .then(|| view! { <p class="muted">{stamp.message}</p> })}
                                </div>
                                <Badge kind=tone icon=icon>{t(words)}</Badge>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        }
    })
}

/// Whether something holds, as a word with its tone.
pub(super) fn holds(valid: bool) -> (AlertKind, IconName, &'static str) {
    if valid {
        (AlertKind::Success, IconName::Success, t(verify::HOLDS))
    } else {
        (AlertKind::Error, IconName::Error, t(verify::HOLDS_NOT))
    }
}

//! One signature, as sentences.

use congvu_openapi::signing::TrustLevel;
use congvu_openapi::verification::{BaselineLevel, FileKind, SignatureReport};
use leptos::prelude::*;

use super::report::holds;
use crate::components::{AlertKind, Badge, IconName, level_text};
use crate::format;
use crate::i18n::{Text, common, t, tf, verify};

#[component]
pub(super) fn Signature(signature: SignatureReport, kind: FileKind) -> impl IntoView {
    let (tone, icon, words) = holds(signature.valid);
    let (level_tone, level) = match signature.level {
        Some(TrustLevel::Pilot) => (AlertKind::Warning, level_text(TrustLevel::Pilot)),
        Some(level) => (AlertKind::Success, level_text(level)),
        None => (AlertKind::Warning, verify::LEVEL_UNKNOWN),
    };
    let after = match signature.changes_after.as_str() {
        "" if kind == FileKind::Pdf && signature.valid => t(verify::NOTHING_AFTER).to_owned(),
        "" => String::new(),
        changes => tf(verify::CHANGES_AFTER, &[changes]),
    };
    let line = |text: String| (!text.is_empty()).then(|| view! { <p>{text}</p> });
    view! {
        <article class="signature" class:signature--broken=!signature.valid>
            <div class="row row--between">
                <p class="signature__who">{who(&signature)}</p>
                <Badge kind=tone icon=icon>{words}</Badge>
            </div>
            {(!signature.on_behalf_of.is_empty())
                .then(|| {
                    view! {
                        <p class="signature__behalf">
                            {tf(verify::FOR, &[&signature.on_behalf_of])}
                        </p>
                    }
                })}
            {(!signature.message.is_empty())
                .then(|| {
                    view! { <p class="signature__wrong">{signature.message.clone()}</p> }
                })}
            {line(when(&signature))}
            {line(after)}
            <Badge kind=level_tone icon=IconName::Seal>{t(level)}</Badge>
            <details class="signature__more">
                <summary>{t(common::TECHNICAL)}</summary>
                <dl class="facts">
                    <dt>{t(common::ISSUER)}</dt>
                    <dd>{signature.issuer}</dd>
                    <dt>{t(common::SERIAL)}</dt>
                    <dd class="digest">{signature.serial}</dd>
                    <dt>{t(verify::ANCHOR)}</dt>
                    <dd>{format::or_dash(&signature.anchor)}</dd>
                    {signature
                        .baseline
                        .map(|level| {
                            view! {
                                <dt>{t(verify::BASELINE)}</dt>
                                <dd>{t(baseline(level))}</dd>
                            }
                        })}
                    {(!signature.code.is_empty())
                        .then(|| {
                            view! {
                                <dt>{t(verify::REASON_CODE)}</dt>
                                <dd class="digest">{signature.code}</dd>
                            }
                        })}
                </dl>
            </details>
        </article>
    }
}

/// Who signed what, in which role.
fn who(signature: &SignatureReport) -> String {
    let name = match signature.role.as_str() {
        "" => signature.signer.clone(),
        role => format!("{} ({role})", signature.signer),
    };
    match signature.what.as_str() {
        "" => tf(verify::SIGNED, &[&name]),
        what => tf(verify::SIGNED_WHAT, &[&name, what]),
    }
}

/// When, and who says so.
fn when(signature: &SignatureReport) -> String {
    match (&signature.stamped_at, &signature.claimed_at) {
        (Some(at), _) if signature.stamped_by.is_empty() => {
            tf(verify::STAMPED_PLAIN, &[&format::date_time(at)])
        }
        (Some(at), _) => tf(
            verify::STAMPED,
            &[&format::date_time(at), &signature.stamped_by],
        ),
        (None, Some(at)) => tf(verify::CLAIMED, &[&format::date_time(at)]),
        (None, None) => t(verify::NO_TIME).to_owned(),
    }
}

const fn baseline(level: BaselineLevel) -> Text {
    match level {
        BaselineLevel::B => verify::BASELINE_B,
        BaselineLevel::T => verify::BASELINE_T,
        BaselineLevel::Lt => verify::BASELINE_LT,
        BaselineLevel::Lta => verify::BASELINE_LTA,
    }
}

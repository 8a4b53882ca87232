//! A signature: who, as what, when, and what it is worth.

use congvu_openapi::signing::{SignatureSummary, TimeStamp, TimeStampState, TrustLevel};
use leptos::prelude::*;

use super::alert::AlertKind;
use super::badge::Badge;
use super::icon::IconName;
use crate::format;
use crate::i18n::{Text, common, signing, t, tf};

/// What a trust level is worth, in words; a pilot signature always says that it has no legal force.
#[must_use]
pub const fn level_text(level: TrustLevel) -> Text {
    match level {
        TrustLevel::Official => common::LEVEL_OFFICIAL,
        TrustLevel::Public => common::LEVEL_PUBLIC,
        TrustLevel::Pilot => common::LEVEL_PILOT,
    }
}

fn act_text(act: &str) -> Text {
    match act {
        "enter" => common::ACT_ENTER,
        "approve" => common::ACT_APPROVE,
        "return" => common::ACT_RETURN,
        "export_sign" => common::ACT_EXPORT_SIGN,
        "export_seal" => common::ACT_EXPORT_SEAL,
        "delegate" => common::ACT_DELEGATE,
        "register" => common::ACT_REGISTER,
        _ => common::ACT_SUBMIT,
    }
}

/// A signature as the server verified it.
#[component]
pub fn SignatureCard(summary: SignatureSummary) -> impl IntoView {
    let act = act_text(&summary.act);
    let level = level_text(summary.level);
    let tone = if summary.level == TrustLevel::Pilot {
        AlertKind::Warning
    } else {
        AlertKind::Success
    };
    let behalf = summary.on_behalf_of;
    view! {
        <article class="signature">
            <p class="signature__act">{move || t(act)}</p>
            <p class="signature__who">{summary.signer}</p>
            {(!behalf.is_empty())
                .then(|| {
                    view! {
                        <p class="signature__behalf">
                            {move || tf(signing::ON_BEHALF, &[&behalf])}
                        </p>
                    }
                })}
            <p class="signature__meta">
                {(!summary.role.is_empty()).then(|| view! { <span>{summary.role}</span> })}
                <time datetime=summary.signed_at.clone()>{format::date_time(&summary.signed_at)}</time>
            </p>
            <Badge kind=tone icon=IconName::Seal>{move || t(level)}</Badge>
            <Stamp stamp=summary.time_stamp/>
            <details class="signature__more">
                <summary>{move || t(common::TECHNICAL)}</summary>
                <dl class="facts">
                    <dt>{move || t(common::ISSUER)}</dt>
                    <dd>{summary.issuer}</dd>
                    <dt>{move || t(common::SERIAL)}</dt>
                    <dd class="digest">{summary.serial}</dd>
                    <dt>{move || t(common::COVERS)}</dt>
                    <dd class="digest">{summary.payload_sha256}</dd>
                </dl>
            </details>
        </article>
    }
}

/// The time stamp: nothing where none was asked for.
#[component]
fn Stamp(stamp: TimeStamp) -> impl IntoView {
    match stamp.state {
        TimeStampState::None => ().into_any(),
        TimeStampState::Waiting => view! {
            <Badge kind=AlertKind::Warning icon=IconName::Clock>
                {move || t(signing::STAMP_WAITING)}
            </Badge>
        }
        .into_any(),
        TimeStampState::Stamped => {
            let at = format::date_time(&stamp.at.unwrap_or_default());
            let words = move || match stamp.authority.as_str() {
                "" => tf(signing::STAMPED, &[&at]),
                authority => tf(signing::STAMPED_BY, &[&at, authority]),
            };
            view! { <p class="signature__stamp">{words}</p> }.into_any()
        }
    }
}

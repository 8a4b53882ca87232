//! A key with its certificate.

use congvu_openapi::certificates::{Certificate, CertificateStatus};
use congvu_openapi::signing::TrustLevel;
use leptos::prelude::*;

use crate::components::{AlertKind, Badge, Button, ButtonKind, IconName, level_text};
use crate::format;
use crate::i18n::{common, keys, t};

#[component]
pub(super) fn KeyCard(
    certificate: Certificate,
    is_here: bool,
    revoking: RwSignal<Option<Certificate>>,
) -> impl IntoView {
    let valid = certificate.status == CertificateStatus::Valid;
    let (status, tone, icon) = match certificate.status {
        CertificateStatus::Valid => (keys::STATUS_VALID, AlertKind::Success, IconName::Success),
        CertificateStatus::Unproven => (keys::STATUS_UNPROVEN, AlertKind::Warning, IconName::Pen),
        CertificateStatus::AwaitingConfirmation => {
            (keys::STATUS_AWAITING, AlertKind::Info, IconName::Clock)
        }
        CertificateStatus::Expired => (keys::STATUS_EXPIRED, AlertKind::Warning, IconName::Clock),
        CertificateStatus::Revoked => (keys::STATUS_REVOKED, AlertKind::Error, IconName::Error),
    };
    let level_tone = match certificate.level {
        TrustLevel::Pilot => AlertKind::Warning,
        TrustLevel::Official | TrustLevel::Public => AlertKind::Success,
    };
    let validity = format!(
        "{} – {}",
        format::date(&certificate.not_before),
        format::date(&certificate.not_after)
    );
    let shown = certificate.clone();
    view! {
        <article class="card stack" class:card--faded=!valid>
            <div class="row row--between">
                <h2>{shown.label}</h2>
                <div class="row">
                    {is_here
                        .then(|| {
                            view! { <Badge kind=AlertKind::Info icon=IconName::Key>{t(keys::HERE)}</Badge> }
                        })}
                    {(valid && !is_here)
                        .then(|| view! { <span class="muted">{t(keys::NOT_HERE)}</span> })}
                    <Badge kind=tone icon=icon>{t(status)}</Badge>
                </div>
            </div>
            <dl class="facts">
                <dt>{t(keys::SUBJECT)}</dt>
                <dd>{shown.subject}</dd>
                <dt>{t(common::ISSUER)}</dt>
                <dd>{shown.issuer}</dd>
                <dt>{t(keys::VALIDITY)}</dt>
                <dd>{validity}</dd>
                <dt>{t(keys::WORTH)}</dt>
                <dd>
                    <Badge kind=level_tone icon=IconName::Seal>{t(level_text(shown.level))}</Badge>
                </dd>
                <dt>{t(common::SERIAL)}</dt>
                <dd class="digest">{shown.serial}</dd>
            </dl>
            {valid
                .then(|| {
                    view! {
                        <div class="actions">
                            <Button
                                kind=ButtonKind::Danger
                                on_click=move || revoking.set(Some(certificate.clone()))
                            >
                                {t(keys::REVOKE)}
                            </Button>
                        </div>
                    }
                })}
        </article>
    }
}

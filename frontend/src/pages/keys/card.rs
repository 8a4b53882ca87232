//! A key with its certificate.

use congvu_openapi::certificates::{Certificate, CertificateStatus, KeyPlace, RevocationCode};
use congvu_openapi::signing::TrustLevel;
use leptos::prelude::*;

use super::Actions;
use super::proof::Proof;
use super::renew::Ending;
use super::revoke::code_words;
use crate::components::{Alert, AlertKind, Badge, Button, ButtonKind, Icon, IconName, level_text};
use crate::format;
use crate::i18n::{Text, common, keys, t};
use crate::keys::{place, registered};

#[component]
pub(super) fn KeyCard(certificate: Certificate, is_here: bool, actions: Actions) -> impl IntoView {
    let in_use = !matches!(
        certificate.status,
        CertificateStatus::Expired | CertificateStatus::Revoked
    );
    let shown = certificate.clone();
    let (tone, icon, status) = status_words(shown.status);
    let provider = shown.provider;
    // A remote service is known by its key, and shown by its name.
    let provider = move || {
        let services = actions.places.get().map(|p| p.remote).unwrap_or_default();
        let named = services.into_iter().find(|s| s.key == provider);
        let name = named.map_or_else(|| provider.clone(), |service| service.name);
        (!name.is_empty()).then(|| format!(" – {name}"))
    };
    let where_it_is = match (shown.place, is_here) {
        (KeyPlace::Browser, true) => keys::HERE,
        (KeyPlace::Browser, false) => keys::NOT_HERE,
        (place, _) => place::words(place),
    };
    view! {
        <article class="card stack" class:card--faded=!in_use>
            <div class="row row--between">
                <h2 class="place__title">
                    <Icon name=place::icon(shown.place)/>
                    {shown.label}
                </h2>
                <Badge kind=tone icon=icon>{t(status)}</Badge>
            </div>
            <Next certificate=certificate.clone() actions=actions/>
            <Ending certificate=certificate.clone() is_here=is_here actions=actions/>
            <dl class="facts">
                <dt>{t(keys::PLACE)}</dt>
                <dd>
                    {t(where_it_is)}
                    {provider}
                </dd>
                <dt>{t(keys::SUBJECT)}</dt>
                <dd>{shown.subject}</dd>
                <dt>{t(keys::VALIDITY)}</dt>
                <dd>
                    {format!(
                        "{} – {}",
                        format::date(&shown.not_before),
                        format::date(&shown.not_after),
                    )}
                </dd>
                <Revoked at=shown.revoked_at code=shown.revocation/>
                <dt>{t(keys::WORTH)}</dt>
                <dd>
                    <Badge kind=level_tone(shown.level) icon=IconName::Seal>
                        {t(level_text(shown.level))}
                    </Badge>
                </dd>
            </dl>
            <details>
                <summary>{t(common::TECHNICAL)}</summary>
                <dl class="facts">
                    <dt>{t(common::ISSUER)}</dt>
                    <dd>{shown.issuer}</dd>
                    <dt>{t(common::SERIAL)}</dt>
                    <dd class="digest">{shown.serial}</dd>
                </dl>
            </details>
            {in_use
                .then(|| {
                    let words = if certificate.place == KeyPlace::Browser {
                        keys::REVOKE
                    } else {
                        keys::STOP_USING
                    };
                    view! {
                        <div class="actions">
                            <Button
                                kind=ButtonKind::Danger
                                on_click=move || actions.revoking.set(Some(certificate.clone()))
                            >
                                {t(words)}
                            </Button>
                        </div>
                    }
                })}
        </article>
    }
}

/// When and why it was revoked, where it was.
#[component]
fn Revoked(at: Option<String>, code: Option<RevocationCode>) -> impl IntoView {
    at.map(|at| {
        let day = format::date_time(&at);
        let line = match code.and_then(code_words) {
            Some(words) => format!("{day} – {}", t(words)),
            None => day,
        };
        view! {
            <dt>{t(keys::STATUS_REVOKED)}</dt>
            <dd>{line}</dd>
        }
    })
}

/// What is still missing before the key can be used.
#[component]
fn Next(certificate: Certificate, actions: Actions) -> impl IntoView {
    match certificate.status {
        CertificateStatus::Unproven => {
            let prove = move || match registered::again(&certificate) {
                Some(registration) => actions.proving.set(Some(Proof {
                    certificate: certificate.clone(),
                    registration,
                    prepared: None,
                })),
                None => actions.adding.set(Some(certificate.place)),
            };
            view! {
                <Alert kind=AlertKind::Warning>
                    <p>{t(keys::UNPROVEN_TEXT)}</p>
                    <div class="row">
                        <Button kind=ButtonKind::Primary icon=IconName::Pen on_click=prove>
                            {t(keys::PROVE)}
                        </Button>
                    </div>
                </Alert>
            }
            .into_any()
        }
        CertificateStatus::AwaitingConfirmation => {
            view! { <Alert>{t(keys::AWAITING_TEXT)}</Alert> }.into_any()
        }
        _ => ().into_any(),
    }
}

const fn status_words(status: CertificateStatus) -> (AlertKind, IconName, Text) {
    match status {
        CertificateStatus::Valid => (AlertKind::Success, IconName::Success, keys::STATUS_VALID),
        CertificateStatus::Unproven => (AlertKind::Warning, IconName::Pen, keys::STATUS_UNPROVEN),
        CertificateStatus::AwaitingConfirmation => {
            (AlertKind::Info, IconName::Clock, keys::STATUS_AWAITING)
        }
        CertificateStatus::Expired => (AlertKind::Warning, IconName::Clock, keys::STATUS_EXPIRED),
        CertificateStatus::Revoked => (AlertKind::Error, IconName::Error, keys::STATUS_REVOKED),
    }
}

/// The colour of what a certificate is worth.
const fn level_tone(level: TrustLevel) -> AlertKind {
    match level {
        TrustLevel::Pilot => AlertKind::Warning,
        TrustLevel::Official | TrustLevel::Public => AlertKind::Success,
    }
}

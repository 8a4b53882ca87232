//! A failure in place of the content.

use leptos::prelude::*;

use super::button::Button;
use super::icon::{Icon, IconName};
use crate::api::{ApiError, ErrorKind};
use crate::i18n::{common, t};

/// Says what went wrong and what to do, with a button to try again where that can help.
#[component]
pub fn ProblemView(
    error: ApiError,
    #[prop(optional, into)] retry: Option<Callback<()>>,
) -> impl IntoView {
    let icon = match (error.kind, error.status()) {
        (ErrorKind::Offline, _) => IconName::Refresh,
        (_, 401 | 403) => IconName::Lock,
        (_, 404) => IconName::Search,
        _ => IconName::Warning,
    };
    let can_retry = !matches!(error.status(), 403 | 404);
    let shown = StoredValue::new(error);
    view! {
        <div class="empty empty--problem" role="alert">
            <Icon name=icon/>
            <h2 class="empty__title">{move || shown.with_value(ApiError::title)}</h2>
            <p>{move || shown.with_value(ApiError::message)}</p>
            {retry
                .filter(|_| can_retry)
                .map(|retry| {
                    view! {
                        <div class="empty__actions">
                            <Button icon=IconName::Refresh on_click=retry>
                                {move || t(common::RETRY)}
                            </Button>
                        </div>
                    }
                })}
        </div>
    }
}

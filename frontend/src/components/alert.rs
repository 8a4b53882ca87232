//! A message in the flow of a page.

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// The tone of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AlertKind {
    /// Good to know.
    #[default]
    Info,
    /// It worked.
    Success,
    /// To be looked at.
    Warning,
    /// It did not work.
    Error,
}

impl AlertKind {
    /// The icon of the tone.
    #[must_use]
    pub const fn icon(self) -> IconName {
        match self {
            Self::Info => IconName::Info,
            Self::Success => IconName::Success,
            Self::Warning => IconName::Warning,
            Self::Error => IconName::Error,
        }
    }

    /// The name of the tone in class names.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A message; errors are announced at once.
#[component]
pub fn Alert(
    #[prop(optional)] kind: AlertKind,
    /// Announce it when it appears, also where it is no error.
    #[prop(optional)]
    live: bool,
    children: Children,
) -> impl IntoView {
    let role = match (kind, live) {
        (AlertKind::Error, _) => Some("alert"),
        (_, true) => Some("status"),
        _ => None,
    };
    view! {
        <div class=format!("alert alert--{}", kind.name()) role=role>
            <Icon name=kind.icon()/>
            <div class="alert__body">{children()}</div>
        </div>
    }
}

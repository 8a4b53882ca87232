//! A state in a word.

use leptos::prelude::*;

use super::alert::AlertKind;
use super::icon::{Icon, IconName};

/// A state as a word with its colour; with an icon where given.
#[component]
pub fn Badge(
    #[prop(optional)] kind: AlertKind,
    #[prop(optional)] icon: Option<IconName>,
    children: Children,
) -> impl IntoView {
    view! {
        <span class=format!("badge badge--{}", kind.name())>
            {icon.map(|name| view! { <Icon name=name/> })}
            {children()}
        </span>
    }
}

//! A button, with its busy state.

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// How much weight a button has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one main action of a screen.
    Primary,
    /// Any other action.
    #[default]
    Secondary,
    /// An action that stands back, in rows and bars.
    Quiet,
    /// An action that takes something away.
    Danger,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Secondary => "button",
            Self::Quiet => "button button--quiet",
            Self::Danger => "button button--danger",
        }
    }
}

/// A button. While busy it keeps its place and its words, shows that work goes on, and cannot be pressed again.
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional, into)] on_click: Option<Callback<()>>,
    /// `submit` inside a form.
    #[prop(default = "button")]
    r#type: &'static str,
    #[prop(optional)] icon: Option<IconName>,
    /// An accessible name longer than the words shown.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type=r#type
            class=kind.class()
            aria-busy=move || busy.get().then_some("true")
            aria-label=move || label.map(|label| label.get())
            disabled=move || disabled.get() || busy.get()
            on:click=move |_| {
                if let Some(on_click) = on_click {
                    on_click.run(());
                }
            }
        >
            {icon.map(|name| view! { <Icon name=name/> })}
            <span class="button__text">{children()}</span>
        </button>
    }
}

//! A page whose content comes from the server.

use leptos::prelude::*;

use crate::components::{PageHeader, Remote, RemoteView};

/// As [`RemoteView`]; the page has its heading also while it is loading and where that failed.
#[component]
pub fn PageRemote<T, V, N>(
    remote: Remote<T>,
    /// The heading until the content has one of its own.
    #[prop(into)]
    title: Signal<String>,
    /// Lines of the skeleton.
    #[prop(default = 8)]
    lines: usize,
    view: V,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: Fn(T) -> N + Send + 'static,
    N: IntoView + 'static,
{
    let there = Memo::new(move |_| remote.get().is_some());
    view! {
        {move || (!there.get()).then(|| view! { <PageHeader title=title/> })}
        <RemoteView remote=remote lines=lines view=view/>
    }
}

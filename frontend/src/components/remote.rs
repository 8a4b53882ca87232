//! Something that comes from the server, with all the states it can be in.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::problem_view::ProblemView;
use super::skeleton::Skeleton;
use crate::api::ApiError;

#[derive(Clone)]
enum State<T> {
    Loading,
    Ready(T),
    Failed(ApiError),
}

/// A value that is loaded, and loaded again whenever the signals that its loader reads change.
pub struct Remote<T: Send + Sync + 'static> {
    state: RwSignal<State<T>>,
    asked: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Remote<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Remote<T> {}

impl<T: Clone + Send + Sync + 'static> Remote<T> {
    /// Loads now, and again when a signal read while `load` builds its future changes.
    /// The last value stays while a new one is on its way; an answer overtaken by a newer question is dropped.
    pub fn new<F, Fut>(load: F) -> Self
    where
        F: Fn() -> Fut + 'static,
        Fut: Future<Output = Result<T, ApiError>> + 'static,
    {
        let state = RwSignal::new(State::Loading);
        let asked = RwSignal::new(0_u32);
        let latest = StoredValue::new(0_u32);
        Effect::new(move |_| {
            asked.track();
            // Boxed, so that what follows is compiled once for each type and not for each loader.
            let future: Pin<Box<dyn Future<Output = _>>> = Box::pin(load());
            let turn = latest.get_value().wrapping_add(1);
            latest.set_value(turn);
            spawn_local(async move {
                let answer = future.await;
                // The page may be gone by now, and with it these values.
                if latest.try_get_value() != Some(turn) {
                    return;
                }
                let next = match answer {
                    Ok(value) => State::Ready(value),
                    Err(error) => State::Failed(error),
                };
                state.try_set(next);
            });
        });
        Self { state, asked }
    }

    /// Loads again.
    pub fn reload(self) {
        self.asked.update(|n| *n = n.wrapping_add(1));
    }

    /// The value once it is there.
    #[must_use]
    pub fn get(self) -> Option<T> {
        self.state.with(|state| match state {
            State::Ready(value) => Some(value.clone()),
            _ => None,
        })
    }

    /// The HTTP status of what went wrong, where something did.
    #[must_use]
    pub fn error_status(self) -> Option<u16> {
        self.state.with(|state| match state {
            State::Failed(error) => Some(error.status()),
            _ => None,
        })
    }
}

/// Shows a skeleton, the value, or what went wrong with a button to try again.
#[component]
pub fn RemoteView<T, V, N>(
    remote: Remote<T>,
    /// Lines of the skeleton.
    #[prop(default = 5)]
    lines: usize,
    view: V,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: Fn(T) -> N + Send + 'static,
    N: IntoView + 'static,
{
    move || match remote.state.get() {
        State::Loading => view! { <Skeleton lines=lines/> }.into_any(),
        State::Ready(value) => view(value).into_any(),
        State::Failed(error) => {
            view! { <ProblemView error=error retry=Callback::new(move |()| remote.reload())/> }
                .into_any()
        }
    }
}

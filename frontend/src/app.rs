//! The root component: what must be known before the first page, then the pages.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::Router;

use crate::api::{self, ApiError, ErrorKind};
use crate::components::ProblemView;
use crate::routes::AppRoutes;
use crate::shell::Toasts;
use crate::state::deployment::use_deployment;
use crate::state::language::use_language;
use crate::state::session::use_session;

#[derive(Clone)]
enum Start {
    Waiting,
    Ready,
    Failed(ApiError),
}

/// The app.
#[component]
pub fn App() -> impl IntoView {
    let start = RwSignal::new(Start::Waiting);
    let language = use_language();
    Effect::new(move |_| {
        if let Some(html) = document().document_element() {
            // Setting an attribute of our own element cannot fail.
            let _ = html.set_attribute("lang", language.get().code());
        }
    });
    let begin = move || {
        start.set(Start::Waiting);
        spawn_local(async move {
            start.set(match prepare().await {
                Ok(()) => Start::Ready,
                Err(error) => Start::Failed(error),
            });
        });
    };
    begin();
    view! {
        <Toasts/>
        {move || match start.get() {
            Start::Waiting => ().into_any(),
            Start::Ready => {
                view! {
                    <Router>
                        <AppRoutes/>
                    </Router>
                }
                    .into_any()
            }
            Start::Failed(error) => {
                view! {
                    <main class="shell__main">
                        <ProblemView error=error retry=begin/>
                    </main>
                }
                    .into_any()
            }
        }}
    }
}

/// Which body this is, and who is signed in, if anybody.
async fn prepare() -> Result<(), ApiError> {
    let deployment = api::deployment::info().await?;
    paint(&deployment.accent);
    use_deployment().set(Some(deployment));
    match api::session::current().await {
        Ok(session) => use_session().set(Some(session)),
        Err(error) if error.kind == ErrorKind::Unauthorised => {}
        Err(error) => return Err(error),
    }
    Ok(())
}

/// The body's colour, in the one custom property that the accent comes from.
fn paint(accent: &str) {
    use wasm_bindgen::JsCast;
    let root = document()
        .document_element()
        .and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(root) = root {
        // A colour that the browser does not know leaves the default.
        let _ = root.style().set_property("--brand", accent);
    }
}

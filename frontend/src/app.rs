//! The root component.

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::routes::AppRoutes;

/// The app.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router>
            <AppRoutes/>
        </Router>
    }
}

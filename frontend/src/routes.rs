//! Which address shows which page.

use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;

use crate::pages::profile::{ConfirmPage, EditPage, ExportPage, ProfilePage, VersionPage};
use crate::pages::review::SubmissionPage;

/// The routes.
#[component]
pub fn AppRoutes() -> impl IntoView {
    view! {
        <Routes fallback=|| ()>
            <Route path=path!("/me") view=|| view! { <ProfilePage/> }.into_any()/>
            <Route path=path!("/me/edit/:section") view=|| view! { <EditPage/> }.into_any()/>
            <Route path=path!("/me/review") view=|| view! { <ConfirmPage/> }.into_any()/>
            <Route path=path!("/people/:id/versions/:number") view=|| view! { <VersionPage/> }.into_any()/>
            <Route path=path!("/exports/:id") view=|| view! { <ExportPage/> }.into_any()/>
            <Route path=path!("/submissions/:id") view=|| view! { <SubmissionPage/> }.into_any()/>
        </Routes>
    }
}

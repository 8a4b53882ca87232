//! Which address shows which page.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Routes};
use leptos_router::path;

use crate::pages::accounts::AccountsPage;
use crate::pages::calendar::{CalendarPage, DueChangesPage};
use crate::pages::delegations::DelegationsPage;
use crate::pages::deployment::DeploymentPage;
use crate::pages::keys::KeysPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::notifications::NotificationsPage;
use crate::pages::overview::{OverviewPage, OverviewTasksPage};
use crate::pages::people::{NewPersonPage, PeoplePage};
use crate::pages::profile::{ConfirmPage, EditPage, ExportPage, ProfilePage, VersionPage};
use crate::pages::review::SubmissionPage;
use crate::pages::settings::SettingsPage;
use crate::pages::sign_in::SignInPage;
use crate::pages::tasks::TasksPage;
use crate::pages::verify::{VerifyCodePage, VerifyPage};
use crate::shell::Shell;

/// The routes: those for everybody, and everything behind the sign-in.
#[component]
pub fn AppRoutes() -> impl IntoView {
    view! {
        <Routes fallback=|| view! { <NotFoundPage/> }.into_any()>
            <Route path=path!("/sign-in") view=|| view! { <SignInPage/> }.into_any()/>
            <Route path=path!("/verify") view=|| view! { <VerifyPage/> }.into_any()/>
            <Route path=path!("/verify/:code") view=|| view! { <VerifyCodePage/> }.into_any()/>
            <ParentRoute path=path!("") view=|| view! { <Shell/> }.into_any()>
                <Route path=path!("") view=|| view! { <TasksPage/> }.into_any()/>
                <Route path=path!("/me") view=|| view! { <ProfilePage/> }.into_any()/>
                <Route path=path!("/me/edit/:section") view=|| view! { <EditPage/> }.into_any()/>
                <Route path=path!("/me/review") view=|| view! { <ConfirmPage/> }.into_any()/>
                <Route path=path!("/people") view=|| view! { <PeoplePage/> }.into_any()/>
                <Route path=path!("/people/new") view=|| view! { <NewPersonPage/> }.into_any()/>
                <Route path=path!("/people/:id") view=|| view! { <ProfilePage/> }.into_any()/>
                <Route
                    path=path!("/people/:id/edit/:section")
                    view=|| view! { <EditPage/> }.into_any()
                />
                <Route
                    path=path!("/people/:id/review")
                    view=|| view! { <ConfirmPage/> }.into_any()
                />
                <Route
                    path=path!("/people/:id/versions/:number")
                    view=|| view! { <VersionPage/> }.into_any()
                />
                <Route
                    path=path!("/submissions/:id")
                    view=|| view! { <SubmissionPage/> }.into_any()
                />
                <Route path=path!("/exports/:id") view=|| view! { <ExportPage/> }.into_any()/>
                <Route path=path!("/accounts") view=|| view! { <AccountsPage/> }.into_any()/>
                <Route path=path!("/keys") view=|| view! { <KeysPage/> }.into_any()/>
                <Route
                    path=path!("/delegations")
                    view=|| view! { <DelegationsPage/> }.into_any()
                />
                <Route path=path!("/calendar") view=|| view! { <CalendarPage/> }.into_any()/>
                <Route
                    path=path!("/calendar/changes")
                    view=|| view! { <DueChangesPage/> }.into_any()
                />
                <Route path=path!("/overview") view=|| view! { <OverviewPage/> }.into_any()/>
                <Route
                    path=path!("/overview/tasks")
                    view=|| view! { <OverviewTasksPage/> }.into_any()
                />
                <Route
                    path=path!("/notifications")
                    view=|| view! { <NotificationsPage/> }.into_any()
                />
                <Route path=path!("/deployment") view=|| view! { <DeploymentPage/> }.into_any()/>
                <Route path=path!("/settings") view=|| view! { <SettingsPage/> }.into_any()/>
            </ParentRoute>
        </Routes>
    }
}

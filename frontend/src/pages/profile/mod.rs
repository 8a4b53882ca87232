//! A person's profile: view, edit, confirm, versions, exports. In `/me…` the person is
//! [`crate::state::session::own_person_id`]; elsewhere the parameter `id`.

use leptos::prelude::*;

/// `/me` and `/people/:id`.
#[component]
pub fn ProfilePage() -> impl IntoView {}

/// `/me/edit/:section` and `/people/:id/edit/:section`.
#[component]
pub fn EditPage() -> impl IntoView {}

/// `/me/review` and `/people/:id/review`: what changed, then sign.
#[component]
pub fn ConfirmPage() -> impl IntoView {}

/// `/people/:id/versions/:number`.
#[component]
pub fn VersionPage() -> impl IntoView {}

/// `/exports/:id`.
#[component]
pub fn ExportPage() -> impl IntoView {}

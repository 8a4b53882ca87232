//! Công Vụ in the browser.

mod api;
mod app;
mod components;
mod form;
mod format;
mod i18n;
mod keys;
mod pages;
mod routes;
mod shell;
mod state;

fn main() {
    leptos::mount::mount_to_body(app::App);
}

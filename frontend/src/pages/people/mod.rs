//! People: finding them, registering them.

mod filters;
mod list;
mod new;
mod new_form;
mod state;

pub use list::PeoplePage;
pub use new::NewPersonPage;

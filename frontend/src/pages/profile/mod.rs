//! A profile: read, filled in, signed, exported.

pub mod calls;
pub mod chain;
pub mod changes;
mod confirm;
mod edit;
pub mod evidence_list;
mod export;
pub mod files;
pub mod names;
mod subject;
mod view;
pub mod words;

pub use confirm::ConfirmPage;
pub use edit::EditPage;
pub use export::ExportPage;
pub use view::{ProfilePage, VersionPage};

//! A profile: read, filled in, signed, exported.

mod announce;
pub mod calls;
pub mod chain;
pub mod changes;
mod confirm;
mod edit;
pub mod evidence_list;
mod export;
pub mod files;
pub mod names;
pub mod page_remote;
mod subject;
mod view;
pub mod words;

pub use confirm::ConfirmPage;
pub use edit::EditPage;
pub use export::ExportPage;
pub use view::{ProfilePage, VersionPage};

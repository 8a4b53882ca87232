//! A profile as it is read.

mod accesses;
mod exports;
mod header;
mod history;
mod page;
mod remarks;
mod sections;
mod timeline;
mod version;
mod waiting;

pub use exports::state_words as export_state_words;
pub use page::ProfilePage;
pub use version::VersionPage;

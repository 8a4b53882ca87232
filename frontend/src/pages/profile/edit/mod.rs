//! Filling in a profile, one group a screen, saved by itself.

mod choice;
mod conflict;
mod editor;
mod evidence;
mod field;
mod focus;
mod page;
mod photo;
mod place;
mod rail;
mod row;
mod save_state;
mod store;
mod summary;
mod table;

pub use page::EditPage;
pub use store::read as unsaved;

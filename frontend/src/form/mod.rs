//! The form as it is filled in, in plain Rust: what the pages show is decided here and tested natively.

pub mod autosave;
pub mod date;
pub mod evidence;
pub mod merge;
pub mod mirror;
pub mod number;
pub mod pointer;
pub mod progress;
pub mod rows;
pub mod text;

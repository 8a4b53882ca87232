//! What every endpoint shares: language, preconditions, idempotency, paging, problems.

mod body;
mod conditions;
mod cursor;
mod fallback;
mod idempotency;
mod language;
mod problems;

pub use body::{Body, Id, Params, Plain, json_config};
pub use conditions::{IfMatch, answer};
pub use cursor::{Cursor, Page};
pub use fallback::{Addresses, fallback};
pub use idempotency::{Created, Key, create};
pub use language::Language;
pub use problems::problems;

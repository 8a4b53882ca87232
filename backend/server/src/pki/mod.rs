//! The built-in pilot authority of this installation with its time stamps, the agency's seal key, and what signatures are judged by.

mod authority;
mod fetch;
pub mod routes;
mod stamp;
mod trust;

pub use authority::{Authority, Seal, SealKey, write_private};
pub use fetch::refresh;
pub use stamp::{FreshStamp, StampAuthority};
pub use trust::Trust;

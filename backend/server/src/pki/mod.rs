//! The built-in pilot authority of this installation with its time stamps, the agency's seal key, and what signatures are judged by.

mod authority;
mod authority_key;
mod fetch;
mod files;
mod held;
mod own_keys;
pub mod routes;
mod seal;
mod stamp;
mod trust;

pub use authority::Authority;
pub use authority_key::AuthorityToken;
pub use fetch::refresh;
pub use files::write_private;
pub use held::Stamping;
pub use seal::{Seal, SealKey};
pub use stamp::{FreshStamp, StampAuthority};
pub use trust::Trust;

//! Keys in tokens (thiết bị lưu khóa bí mật: USB token, HSM, SoftHSM) through PKCS#11.
//!
//! A login counts for the whole process and token, not for a session. So whoever opens a token has it alone until the [`TokenSession`] and
//! every [`TokenKey`] got from it are dropped, which logs out; others wait a bounded time. A PIN is wiped as soon as the token has seen it.

mod error;
mod find;
mod install;
mod issuer;
mod key;
mod module;
mod public_key;
mod session;
mod standing;
mod turn;

pub use key::{KeyName, TokenKey};
pub use module::{Module, TokenCertificate, TokenInfo};
pub use session::TokenSession;
pub use standing::{StandingKey, StandingLogin};

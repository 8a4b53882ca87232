//! Time stamps (dấu thời gian, RFC 3161): asking for them, judging them, and a small authority of our own.
//!
//! A time stamp proves that something existed at a time. On a signature it makes the signature outlive its certificate: the certificate is
//! then judged at the time stamped ([`crate::verify`]).

mod authority;
mod error;
mod info;
mod refusal;
mod request;
mod response;
mod verify;

pub use authority::Tsa;
pub use error::TspError;
pub use request::{TimeStampRequest, request};
pub use response::token_of_response;
pub use verify::{VerifiedTimestamp, verify, verify_octets};

/// The SHA-256 imprint a token claims to cover; nothing about it is checked.
pub(crate) fn imprint_of(token: &[u8]) -> Result<Vec<u8>, TspError> {
    let info = info::Info::of_token(token)?;
    Ok(info.message_imprint.hashed_message.as_bytes().to_vec())
}

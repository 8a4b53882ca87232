//! Remote signing services (ký số từ xa): the key is at a provider, who signs digests after its user consented by a one-time password or
//! on the phone.
//!
//! [`Remote::begin`] hands digests in; the signatures come at once or are fetched with [`Remote::poll`]. They are raw signatures, to be put
//! into their envelope and verified like any other. Calls block: run them off the event loop.

mod base64;
mod client;
pub mod csc;
mod error;
mod http;
mod settings;
pub mod smart_ca;

pub use client::{Begun, Polled, Remote, RemoteCertificate};
pub use error::{RemoteError, SetupError};
pub use settings::{Kind, Secret, Settings};

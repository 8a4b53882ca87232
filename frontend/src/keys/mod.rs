//! Keys that the browser keeps and signs with.

pub mod base64;
pub mod csr;
pub mod der;
pub mod enrol;
pub mod label;
pub mod signing;
pub mod store;
pub mod web_crypto;

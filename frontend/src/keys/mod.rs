//! Keys: those that the browser keeps, those in files and behind an agent, and signing with them.

pub mod agent;
pub mod base64;
pub mod clock;
pub mod csr;
pub mod der;
pub mod enrol;
pub mod key_file;
pub mod label;
pub mod pkcs8;
pub mod place;
pub mod registered;
pub mod signing;
pub mod store;
pub mod web_crypto;

//! Digital signatures (chữ ký số) for records and PDF files.
//!
//! One primitive is used everywhere: a detached CMS SignedData (CAdES) made in two phases, so that the key may live in a browser, a token
//! or a remote service. [`cms::prepare()`] builds the attributes that get signed, any key signs them, [`cms::assemble()`] wraps the result and
//! [`verify::verify_detached`] judges it, [`tsp`] proves when it existed. [`pades`] puts the same CMS into a PDF.
//!
//! Nothing here reads a clock: every function that needs a time takes it.

pub mod algorithm;
mod ber;
pub mod certificate;
pub mod cms;
pub mod digest_key;
mod instant;
pub mod ocsp;
pub mod pades;
pub mod pem;
pub mod pilot_ca;
pub mod pkcs11;
mod signed;
pub mod signer;
pub mod software_key;
mod tlv;
pub mod trust;
pub mod tsp;
pub mod verify;

pub use pades::dss;

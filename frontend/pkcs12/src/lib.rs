//! Reads a PKCS#12 file (.p12, .pfx): the key and its certificates.
//!
//! A wasm module of its own, which a browser loads only once somebody chooses such a file.

mod file;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

pub use file::{Failure, KeyFile, open as open_file};

/// What a file holds, for the browser.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Opened {
    file: KeyFile,
}

#[wasm_bindgen]
impl Opened {
    /// The private key, PKCS#8 DER.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn pkcs8(&self) -> Vec<u8> {
        self.file.pkcs8.clone()
    }

    /// A certificate, DER: the holder's at 0, those above it after; nothing beyond the last.
    #[must_use]
    pub fn certificate(&self, index: usize) -> Option<Vec<u8>> {
        self.file.certificates.get(index).cloned()
    }
}

/// Opens a file with its password.
///
/// # Errors
/// The [`code`](Failure::code) of why it could not be opened.
#[wasm_bindgen]
pub fn open(bytes: &[u8], password: &str) -> Result<Opened, JsValue> {
    match file::open(bytes, password) {
        Ok(file) => Ok(Opened { file }),
        Err(failure) => Err(JsValue::from_str(failure.code())),
    }
}

//! A key in a .p12 file: opened for one signing, used by the browser's cryptography, forgotten.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, File};

use super::csr::KeyKind;
use super::{pkcs8, web_crypto};
use crate::api::ApiError;
use crate::i18n::{Text, signing, t};

/// Larger files hold no single key.
const LARGEST: f64 = 1024.0 * 1024.0;
/// The function of the page's first script that loads the module for such files.
const LOADER: &str = "congvuPkcs12";

/// An opened file.
#[derive(Clone)]
pub struct KeyFile {
    /// The private key, which cannot be read out.
    pub key: CryptoKey,
    /// Its kind.
    pub kind: KeyKind,
    /// Certificates, DER; the holder's first.
    pub chain: Vec<Vec<u8>>,
}

/// Opens a file with its password. The module that does it is loaded now, the first time.
///
/// # Errors
/// A mistake at `/secret` for a wrong password, at `/file` for a file that cannot be used.
pub async fn open(file: &File, password: &str) -> Result<KeyFile, ApiError> {
    if file.size() > LARGEST {
        return Err(mistake("file", signing::FILE_NOT_A_KEY));
    }
    let bytes = read(file).await?;
    let module = module().await?;
    let opened = function(&module, "open")?
        .call2(&module, &bytes, &password.into())
        .map_err(|code| why(&code))?;
    let chain = certificates(&opened)?;
    let private: Uint8Array = Reflect::get(&opened, &"pkcs8".into())
        .and_then(JsCast::dyn_into)
        .map_err(unavailable)?;
    let answer = import(&private.to_vec()).await;
    private.fill(0, 0, private.length());
    let (kind, key) = answer?;
    Ok(KeyFile { key, kind, chain })
}

/// A failure tied to a field of the form.
fn mistake(pointer: &str, text: Text) -> ApiError {
    ApiError::at(pointer, "key_file", t(signing::FILE_TITLE), t(text))
}

fn why(code: &JsValue) -> ApiError {
    match code.as_string().as_deref() {
        Some("wrong_password") => mistake("secret", signing::FILE_WRONG_PASSWORD),
        Some("no_key") => mistake("file", signing::FILE_NO_KEY),
        Some("unsupported") => mistake("file", signing::FILE_UNSUPPORTED),
        _ => mistake("file", signing::FILE_NOT_A_KEY),
    }
}

async fn import(private: &[u8]) -> Result<(KeyKind, CryptoKey), ApiError> {
    let kind =
        pkcs8::kind(private).ok_or_else(|| mistake("file", signing::FILE_KIND_UNSUPPORTED))?;
    Ok((kind, web_crypto::import(kind, private).await?))
}

async fn read(file: &File) -> Result<Uint8Array, ApiError> {
    let unreadable = |_: JsValue| mistake("file", signing::FILE_UNREADABLE);
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(unreadable)?;
    Ok(Uint8Array::new(&buffer))
}

async fn module() -> Result<JsValue, ApiError> {
    let promise: Promise = function(&js_sys::global(), LOADER)?
        .call0(&JsValue::UNDEFINED)
        .and_then(JsCast::dyn_into)
        .map_err(unavailable)?;
    JsFuture::from(promise).await.map_err(unavailable)
}

fn certificates(opened: &JsValue) -> Result<Vec<Vec<u8>>, ApiError> {
    let certificate = function(opened, "certificate")?;
    let mut chain = Vec::new();
    // Nothing of that number is `undefined`, which is no array.
    while let Ok(der) = certificate
        .call1(opened, &JsValue::from(chain.len()))
        .and_then(JsCast::dyn_into::<Uint8Array>)
    {
        chain.push(der.to_vec());
    }
    Ok(chain)
}

fn function(holder: &JsValue, name: &str) -> Result<Function, ApiError> {
    Reflect::get(holder, &name.into())
        .and_then(JsCast::dyn_into)
        .map_err(unavailable)
}

fn unavailable(reason: JsValue) -> ApiError {
    leptos::logging::error!("key files cannot be read: {reason:?}");
    ApiError::local(
        "key_file_module",
        t(signing::MODULE_TITLE),
        t(signing::MODULE_TEXT),
    )
}

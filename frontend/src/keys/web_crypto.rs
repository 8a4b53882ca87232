//! The browser's cryptography: keys that cannot leave it.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, CryptoKeyPair, SubtleCrypto};

use super::csr::KeyKind;
use crate::api::ApiError;
use crate::i18n::{keys, t};

/// Makes a key pair whose private part cannot be read out, only used to sign.
///
/// # Errors
/// Where the browser refuses, as on a page without HTTPS.
pub async fn generate(kind: KeyKind) -> Result<CryptoKeyPair, ApiError> {
    let usages = Array::of2(&"sign".into(), &"verify".into());
    let promise = subtle()?
        .generate_key_with_object(&algorithm(kind)?, false, &usages)
        .map_err(refused)?;
    Ok(JsFuture::from(promise)
        .await
        .map_err(refused)?
        .unchecked_into())
}

/// Takes a private key (PKCS#8, DER) in; afterwards it cannot be read out, only used to sign.
///
/// # Errors
/// Where the browser refuses.
pub async fn import(kind: KeyKind, pkcs8: &[u8]) -> Result<CryptoKey, ApiError> {
    let usages = Array::of1(&"sign".into());
    let data = Uint8Array::from(pkcs8);
    let promise = subtle()?
        .import_key_with_object("pkcs8", &data, &algorithm(kind)?, false, &usages)
        .map_err(refused);
    let key = match promise {
        Ok(promise) => JsFuture::from(promise).await.map_err(refused),
        Err(error) => Err(error),
    };
    data.fill(0, 0, data.length());
    Ok(key?.unchecked_into())
}

/// The public key as SubjectPublicKeyInfo, DER.
///
/// # Errors
/// Where the browser refuses.
pub async fn public_key(pair: &CryptoKeyPair) -> Result<Vec<u8>, ApiError> {
    let promise = subtle()?
        .export_key("spki", &pair.get_public_key())
        .map_err(refused)?;
    bytes(promise).await
}

/// Signs with SHA-256; ECDSA comes as r‖s.
///
/// # Errors
/// Where the browser refuses.
pub async fn sign(kind: KeyKind, key: &CryptoKey, data: &[u8]) -> Result<Vec<u8>, ApiError> {
    let data = Uint8Array::from(data);
    let promise = subtle()?
        .sign_with_object_and_buffer_source(&algorithm(kind)?, key, &data)
        .map_err(refused)?;
    bytes(promise).await
}

/// SHA-256.
///
/// # Errors
/// Where the browser refuses.
pub async fn sha256(data: &[u8]) -> Result<Vec<u8>, ApiError> {
    let data = Uint8Array::from(data);
    let promise = subtle()?
        .digest_with_str_and_buffer_source("SHA-256", &data)
        .map_err(refused)?;
    bytes(promise).await
}

fn subtle() -> Result<SubtleCrypto, ApiError> {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let subtle = crypto.map(|crypto| JsValue::from(crypto.subtle()));
    // A page without HTTPS has none, although the type says otherwise.
    match subtle {
        Some(subtle) if subtle.is_object() => Ok(subtle.unchecked_into()),
        _ => Err(ApiError::local(
            "insecure_context",
            t(keys::INSECURE_TITLE),
            t(keys::INSECURE_TEXT),
        )),
    }
}

fn algorithm(kind: KeyKind) -> Result<Object, ApiError> {
    let object = Object::new();
    let members: [(&str, JsValue); 4] = match kind {
        KeyKind::Rsa2048 => [
            ("name", "RSASSA-PKCS1-v1_5".into()),
            ("modulusLength", 2048.into()),
            (
                "publicExponent",
                Uint8Array::from([1, 0, 1].as_slice()).into(),
            ),
            ("hash", "SHA-256".into()),
        ],
        KeyKind::P256 => [
            ("name", "ECDSA".into()),
            ("namedCurve", "P-256".into()),
            ("hash", "SHA-256".into()),
            ("public", JsValue::UNDEFINED),
        ],
    };
    for (name, value) in members {
        Reflect::set(&object, &name.into(), &value).map_err(refused)?;
    }
    Ok(object)
}

async fn bytes(promise: js_sys::Promise) -> Result<Vec<u8>, ApiError> {
    let buffer = JsFuture::from(promise).await.map_err(refused)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn refused(reason: JsValue) -> ApiError {
    leptos::logging::error!("the browser's cryptography refused: {reason:?}");
    ApiError::local(
        "browser_refused",
        t(keys::REFUSED_TITLE),
        t(keys::REFUSED_TEXT),
    )
}

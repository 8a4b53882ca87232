//! Where the browser keeps its keys: IndexedDB, for each account apart.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};

use crate::api::ApiError;
use crate::i18n::{keys, t};

const DATABASE: &str = "congvu-keys";
const STORE: &str = "keys";

/// Keeps a private key under the account and the digest of its public key.
///
/// # Errors
/// Where the browser keeps nothing, as in a private window of some browsers.
pub async fn put(account: &str, public_key_sha256: &str, key: &CryptoKey) -> Result<(), ApiError> {
    let store = store(IdbTransactionMode::Readwrite).await?;
    let request = store
        .put_with_key(key, &name(account, public_key_sha256))
        .map_err(unavailable)?;
    settled(&request).await.map(|_| ())
}

/// The private key, where this browser has it.
///
/// # Errors
/// As [`put`].
pub async fn get(account: &str, public_key_sha256: &str) -> Result<Option<CryptoKey>, ApiError> {
    let store = store(IdbTransactionMode::Readonly).await?;
    let request = store
        .get(&name(account, public_key_sha256))
        .map_err(unavailable)?;
    let found = settled(&request).await?;
    Ok(found.dyn_into().ok())
}

/// Forgets a private key for good.
///
/// # Errors
/// As [`put`].
pub async fn remove(account: &str, public_key_sha256: &str) -> Result<(), ApiError> {
    let store = store(IdbTransactionMode::Readwrite).await?;
    let request = store
        .delete(&name(account, public_key_sha256))
        .map_err(unavailable)?;
    settled(&request).await.map(|_| ())
}

fn name(account: &str, public_key_sha256: &str) -> JsValue {
    format!("{account}/{public_key_sha256}").into()
}

async fn store(mode: IdbTransactionMode) -> Result<IdbObjectStore, ApiError> {
    let factory = web_sys::window()
        .and_then(|window| window.indexed_db().ok().flatten())
        .ok_or_else(|| unavailable(JsValue::NULL))?;
    let request = factory.open_with_u32(DATABASE, 1).map_err(unavailable)?;
    let opening = request.clone();
    let upgrade = Closure::once_into_js(move || {
        if let Ok(database) = opening.result() {
            let database: IdbDatabase = database.unchecked_into();
            // It fails only where the store is there already.
            let _ = database.create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let database: IdbDatabase = settled(&request).await?.unchecked_into();
    let transaction = database
        .transaction_with_str_and_mode(STORE, mode)
        .map_err(unavailable)?;
    transaction.object_store(STORE).map_err(unavailable)
}

async fn settled(request: &IdbRequest) -> Result<JsValue, ApiError> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await.map_err(unavailable)?;
    request.result().map_err(unavailable)
}

fn unavailable(reason: JsValue) -> ApiError {
    leptos::logging::error!("the browser keeps no keys: {reason:?}");
    ApiError::local(
        "no_key_store",
        t(keys::NO_STORE_TITLE),
        t(keys::NO_STORE_TEXT),
    )
}

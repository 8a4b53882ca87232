//! Code lists, each fetched once in a session.

use std::cell::RefCell;
use std::collections::HashMap;

use congvu_openapi::catalogues::{CatalogueItem, CataloguePage};

use super::client::query;
use super::{ApiError, Call};

/// The most entries that one call gives.
const PAGE: &str = "100";

thread_local! {
    static CACHE: RefCell<HashMap<String, Vec<CatalogueItem>>> = RefCell::new(HashMap::new());
}

/// The whole of a short list, or of those entries of a long one that belong to `parent`; kept for the session.
///
/// # Errors
/// As any call.
pub async fn all(name: &str, parent: &str) -> Result<Vec<CatalogueItem>, ApiError> {
    let key = format!("{name}?{parent}");
    if let Some(items) = CACHE.with_borrow(|cache| cache.get(&key).cloned()) {
        return Ok(items);
    }
    let mut items = Vec::new();
    let mut cursor = String::new();
    loop {
        let pairs = [("parent", parent), ("limit", PAGE), ("cursor", &cursor)];
        let call = Call::get(format!("/catalogues/{name}{}", query(&pairs)));
        let page: CataloguePage = call.send().await?.value;
        items.extend(page.items);
        match page.next {
            Some(next) => cursor = next,
            None => break,
        }
    }
    CACHE.with_borrow_mut(|cache| cache.insert(key, items.clone()));
    Ok(items)
}

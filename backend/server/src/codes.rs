//! How closed lists of words are written in the database: as on the wire.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::ApiError;

/// The word of a unit variant, as serde writes it.
pub fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// The variant of a word read from the database.
///
/// # Errors
/// The word is none of the list: the database was written by a newer program.
pub fn variant<T: DeserializeOwned>(word: &str) -> Result<T, ApiError> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).map_err(ApiError::internal)
}

//! One call of the API, with everything that every call needs: language, CSRF token, idempotency
//! key, entity tag, and signing in again where the session has ended.

use std::future::Future;
use std::pin::Pin;

use gloo_net::http::{Method, RequestBuilder, Response};
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::error::{ApiError, ErrorKind};
use crate::state::{language, session};

/// Where the API is.
pub const BASE: &str = "/api/v1";

/// A value with the entity tag it came with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded<T> {
    /// The value.
    pub value: T,
    /// The entity tag; empty where the answer had none.
    pub etag: String,
}

enum Body {
    None,
    Json(String),
    File(web_sys::Blob),
}

/// A call being put together.
pub struct Call {
    method: Method,
    path: String,
    body: Body,
    if_match: Option<String>,
    idempotency_key: Option<String>,
    waits_for_sign_in: bool,
}

impl Call {
    fn new(method: Method, path: impl Into<String>) -> Self {
        Self {
            method,
            path: path.into(),
            body: Body::None,
            if_match: None,
            idempotency_key: None,
            waits_for_sign_in: true,
        }
    }

    /// Reads.
    pub fn get(path: impl Into<String>) -> Self {
        Self::new(Method::GET, path)
    }

    /// Creates or acts. A fresh `Idempotency-Key` goes with it, the same one when it is repeated after signing in again.
    pub fn post(path: impl Into<String>) -> Self {
        let mut call = Self::new(Method::POST, path);
        call.idempotency_key = Some(random_uuid());
        call
    }

    /// Asks with a body; nothing is created, so that it may be repeated as it is.
    pub fn ask(path: impl Into<String>) -> Self {
        Self::new(Method::POST, path)
    }

    /// Replaces.
    pub fn put(path: impl Into<String>) -> Self {
        Self::new(Method::PUT, path)
    }

    /// Changes.
    pub fn patch(path: impl Into<String>) -> Self {
        Self::new(Method::PATCH, path)
    }

    /// Removes.
    pub fn delete(path: impl Into<String>) -> Self {
        Self::new(Method::DELETE, path)
    }

    /// With a JSON body.
    #[must_use]
    pub fn json<B: Serialize>(mut self, body: &B) -> Self {
        // The wire types always serialise; an empty body is refused by the server with a clear message.
        // By way of a `Value`, so that each type is compiled for one serialiser only: the app stays small.
        let value = serde_json::to_value(body).unwrap_or_default();
        self.body = Body::Json(value.to_string());
        self
    }

    /// With a file as the body.
    #[must_use]
    pub fn file(mut self, file: web_sys::Blob) -> Self {
        self.body = Body::File(file);
        self
    }

    /// Only if the thing still has this entity tag.
    #[must_use]
    pub fn if_match(mut self, etag: &str) -> Self {
        self.if_match = Some(etag.to_owned());
        self
    }

    /// Fails with [`ErrorKind::Unauthorised`] at once instead of asking to sign in again.
    #[must_use]
    pub fn without_sign_in(mut self) -> Self {
        self.waits_for_sign_in = false;
        self
    }

    /// Sends it and reads the answer.
    ///
    /// # Errors
    /// [`ApiError`] with what the server said, or that it could not be reached.
    pub async fn send<T: DeserializeOwned>(self) -> Result<Loaded<T>, ApiError> {
        let Loaded { value, etag } = self.send_value().await?;
        match serde_json::from_value(value) {
            Ok(value) => Ok(Loaded { value, etag }),
            Err(_) => Err(ApiError::unexpected()),
        }
    }

    /// The part of [`Call::send`] that is the same for every type, compiled once and boxed, so that
    /// the future of each caller stays small; the types are read from the `Value` for the same reason.
    fn send_value(self) -> Pin<Box<dyn Future<Output = Result<Loaded<Value>, ApiError>>>> {
        Box::pin(async move {
            let response = self.answer().await?;
            let etag = response.headers().get("ETag").unwrap_or_default();
            match response.json().await {
                Ok(value) => Ok(Loaded { value, etag }),
                Err(_) => Err(ApiError::unexpected()),
            }
        })
    }

    /// Sends it; the answer has nothing to read.
    ///
    /// # Errors
    /// As [`Call::send`].
    pub async fn send_empty(self) -> Result<(), ApiError> {
        let answer: Pin<Box<dyn Future<Output = _>>> = Box::pin(self.answer());
        answer.await.map(|_| ())
    }

    /// Sends it and keeps the answer as a file.
    ///
    /// # Errors
    /// As [`Call::send`].
    pub async fn send_blob(self) -> Result<Vec<u8>, ApiError> {
        let response = self.answer().await?;
        match response.binary().await {
            Ok(bytes) => Ok(bytes),
            Err(_) => Err(ApiError::offline()),
        }
    }

    async fn answer(self) -> Result<Response, ApiError> {
        loop {
            let response = self.once().await?;
            if response.ok() {
                return Ok(response);
            }
            let had_session = session::use_session().with_untracked(Option::is_some);
            if response.status() == 401 && self.waits_for_sign_in && had_session {
                session::signed_in_again().await;
                continue;
            }
            return Err(refusal(response).await);
        }
    }

    async fn once(&self) -> Result<Response, ApiError> {
        let method = self.method.clone();
        let changes = method != Method::GET;
        let mut request = RequestBuilder::new(&format!("{BASE}{}", self.path))
            .method(method)
            .header("Accept", "application/json, application/problem+json")
            .header(
                "Accept-Language",
                language::use_language().get_untracked().code(),
            );
        if changes {
            let token =
                session::use_session().with_untracked(|s| s.as_ref().map(|s| s.csrf_token.clone()));
            if let Some(token) = token {
                request = request.header("X-CSRF-Token", &token);
            }
        }
        if let Some(etag) = &self.if_match {
            request = request.header("If-Match", etag);
        }
        if let Some(key) = &self.idempotency_key {
            request = request.header("Idempotency-Key", key);
        }
        let request = match &self.body {
            Body::None => request.build(),
            Body::Json(json) => request
                .header("Content-Type", "application/json")
                .body(json.as_str()),
            Body::File(blob) => request
                .header("Content-Type", &blob.type_())
                .body(JsValue::from(blob.clone())),
        };
        match request {
            Ok(request) => request.send().await.or(Err(ApiError::offline())),
            Err(_) => Err(ApiError::unexpected()),
        }
    }
}

async fn refusal(response: Response) -> ApiError {
    let kind = if response.status() == 401 {
        ErrorKind::Unauthorised
    } else {
        ErrorKind::Other
    };
    let etag = response.headers().get("ETag");
    ApiError {
        kind,
        problem: response
            .json::<Value>()
            .await
            .ok()
            .and_then(|value| serde_json::from_value(value).ok()),
        etag,
    }
}

/// A random identifier from the browser's generator.
#[must_use]
pub fn random_uuid() -> String {
    web_sys::window()
        .and_then(|window| window.crypto().ok())
        .map(|crypto| crypto.random_uuid())
        .unwrap_or_default()
}

/// A query string of those values that are not empty, with its `?`.
#[must_use]
pub fn query(pairs: &[(&str, &str)]) -> String {
    let mut out = String::new();
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        out.push(if out.is_empty() { '?' } else { '&' });
        out.push_str(name);
        out.push('=');
        out.push_str(&encode(value));
    }
    out
}

/// Percent-encodes everything but the unreserved characters.
#[must_use]
pub fn encode(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_leaves_out_empty_values_and_encodes_the_rest() {
        assert_eq!(query(&[("q", ""), ("unit", "")]), "");
        assert_eq!(
            query(&[("q", "Lê & An"), ("unit", ""), ("kind", "civil")]),
            "?q=L%C3%AA%20%26%20An&kind=civil"
        );
    }
}

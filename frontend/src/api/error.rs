//! Why a call failed, in words for a person.

use congvu_openapi::problem::{FieldError, Problem};

use crate::i18n::{common, t};

/// The kind of failure, which decides what the app does about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The server could not be reached.
    Offline,
    /// Nobody is signed in.
    Unauthorised,
    /// Anything else; the problem says what.
    Other,
}

/// A call that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    /// The kind.
    pub kind: ErrorKind,
    /// What the server said.
    pub problem: Option<Problem>,
    /// The current entity tag, where the one sent was stale (412).
    pub etag: Option<String>,
}

impl ApiError {
    /// The server could not be reached.
    #[must_use]
    pub const fn offline() -> Self {
        Self {
            kind: ErrorKind::Offline,
            problem: None,
            etag: None,
        }
    }

    /// The answer cannot be understood.
    #[must_use]
    pub const fn unexpected() -> Self {
        Self {
            kind: ErrorKind::Other,
            problem: None,
            etag: None,
        }
    }

    /// What the server said about one thing among several.
    #[must_use]
    pub const fn said(problem: Problem) -> Self {
        Self {
            kind: ErrorKind::Other,
            problem: Some(problem),
            etag: None,
        }
    }

    /// Something failed in the browser itself.
    #[must_use]
    pub fn local(code: &str, title: &str, detail: &str) -> Self {
        Self {
            kind: ErrorKind::Other,
            problem: Some(Problem {
                r#type: format!("about:blank#{code}"),
                title: title.to_owned(),
                status: 0,
                code: code.to_owned(),
                detail: detail.to_owned(),
                errors: Vec::new(),
            }),
            etag: None,
        }
    }

    /// Something failed in the browser itself, at a field of the form.
    #[must_use]
    pub fn at(pointer: &str, code: &str, title: &str, detail: &str) -> Self {
        let mut error = Self::local(code, title, detail);
        if let Some(problem) = &mut error.problem {
            problem.errors.push(FieldError {
                pointer: format!("/{pointer}"),
                item: String::new(),
                code: code.to_owned(),
                message: detail.to_owned(),
            });
        }
        error
    }

    /// The stable code of the problem; empty where there was no answer.
    #[must_use]
    pub fn code(&self) -> &str {
        self.problem.as_ref().map_or("", |p| p.code.as_str())
    }

    /// The HTTP status; 0 where there was no answer.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.problem.as_ref().map_or(0, |p| p.status)
    }

    /// The kind of problem in a few words.
    #[must_use]
    pub fn title(&self) -> String {
        match (self.kind, self.status()) {
            (ErrorKind::Offline, _) => t(common::OFFLINE_TITLE).to_owned(),
            (ErrorKind::Unauthorised, _) => t(common::ENDED_TITLE).to_owned(),
            (_, 403) => t(common::FORBIDDEN_TITLE).to_owned(),
            (_, 404) => t(common::NOT_FOUND_TITLE).to_owned(),
            _ => self.problem.as_ref().map_or_else(
                || t(common::PROBLEM_TITLE).to_owned(),
                |problem| problem.title.clone(),
            ),
        }
    }

    /// What went wrong and what to do.
    #[must_use]
    pub fn message(&self) -> String {
        let said = self
            .problem
            .as_ref()
            .map(|problem| problem.detail.clone())
            .filter(|detail| !detail.is_empty());
        said.unwrap_or_else(|| {
            let text = match (self.kind, self.status()) {
                (ErrorKind::Offline, _) => common::OFFLINE_TEXT,
                (ErrorKind::Unauthorised, _) => common::ENDED_TEXT,
                (_, 403) => common::FORBIDDEN_TEXT,
                (_, 404) => common::NOT_FOUND_TEXT,
                _ => common::PROBLEM_TEXT,
            };
            t(text).to_owned()
        })
    }

    /// The mistakes tied to places.
    #[must_use]
    pub fn fields(&self) -> &[FieldError] {
        self.problem
            .as_ref()
            .map_or(&[], |problem| problem.errors.as_slice())
    }

    /// The message for a place: a JSON pointer, with or without the leading slash.
    #[must_use]
    pub fn field(&self, pointer: &str) -> Option<String> {
        let wanted = pointer.trim_start_matches('/');
        self.fields()
            .iter()
            .find(|error| error.pointer.trim_start_matches('/') == wanted)
            .map(|error| error.message.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_with_or_without_the_slash() {
        let error = ApiError::at("full_name", "length", "Sai", "Quá ngắn");
        assert_eq!(error.field("full_name").as_deref(), Some("Quá ngắn"));
        assert_eq!(error.field("/full_name").as_deref(), Some("Quá ngắn"));
        assert_eq!(error.field("/name"), None);
    }
}

//! What the agent answers.

use serde_json::{Value, json};

pub(super) const SUCCESS: u16 = 0;
/// The person closed the dialogue.
const CANCELLED: u16 = 1;
const BAD_REQUEST: u16 = 2;
/// The file could not be fetched, signed or handed over.
const FILE: u16 = 3;
/// The signature checked is not right.
const NOT_VALID: u16 = 4;

/// Why the agent did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error("Quá trình ký số bị hủy bỏ")]
    Cancelled,
    #[error("Yêu cầu không hợp lệ: {0}")]
    BadRequest(&'static str),
    #[error("{0}")]
    File(String),
    #[error("Chữ ký không hợp lệ")]
    NotValid,
}

impl Failure {
    /// The same text twice: pages read one field or the other.
    pub(super) fn answer(&self) -> Value {
        let status = match self {
            Self::Cancelled => CANCELLED,
            Self::BadRequest(_) => BAD_REQUEST,
            Self::File(_) => FILE,
            Self::NotValid => NOT_VALID,
        };
        let text = self.to_string();
        json!({ "Status": status, "Message": text, "Error": text })
    }
}

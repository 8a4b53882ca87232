//! What the agent answers. Its versions differ in small things, so this reads with patience.

use serde_json::Value;

use crate::format::fold;

/// An answer that says it worked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// The signature, Base64.
    pub signature: Option<String>,
    /// The certificate, Base64 of DER.
    pub certificate: Option<String>,
}

/// An answer that says it did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The user closed the agent's window.
    Cancelled,
    /// Anything else, in the agent's words, which may be none.
    Refused(String),
}

impl Reply {
    /// Reads an answer: `{"Status":0,…}` worked, anything else did not.
    pub fn read(text: &str) -> Result<Self, Wrong> {
        let value: Value =
            serde_json::from_str(text).map_err(|_not_json| Wrong::Refused(String::new()))?;
        if worked(&value) {
            return Ok(Self {
                signature: word(&value, "Signature"),
                certificate: word(&value, "CertBase64")
                    .or_else(|| value.get("CertInfo").and_then(|i| word(i, "CertBase64"))),
            });
        }
        let words = ["Message", "Error"]
            .into_iter()
            .find_map(|name| word(&value, name))
            .unwrap_or_default();
        Err(if is_cancelled(&words) {
            Wrong::Cancelled
        } else {
            Wrong::Refused(words)
        })
    }
}

/// 0, or in file mode `true`.
fn worked(value: &Value) -> bool {
    match value.get("Status") {
        Some(Value::Number(number)) => number.as_i64() == Some(0),
        Some(Value::String(text)) => text.trim() == "0",
        Some(Value::Bool(yes)) => *yes,
        _ => false,
    }
}

fn word(value: &Value, name: &str) -> Option<String> {
    value
        .get(name)?
        .as_str()
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

fn is_cancelled(words: &str) -> bool {
    let words = fold(words);
    let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).collect();
    ["huy", "cancel", "canceled", "cancelled"]
        .iter()
        .any(|known| words.contains(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_worked_has_its_parts() {
        let both =
            Reply::read(r#"{"Status":0,"Signature":"AAE=","CertBase64":"MII=","Message":""}"#);
        let expected = Reply {
            signature: Some("AAE=".into()),
            certificate: Some("MII=".into()),
        };
        assert_eq!(both, Ok(expected));
        let info =
            Reply::read(r#"{"Status":"0","CertInfo":{"SerialNumber":"1","CertBase64":"MII="}}"#);
        assert_eq!(info.unwrap().certificate.as_deref(), Some("MII="));
        let file = Reply::read(r#"{"Status":true,"Message":"","FileName":"a.pdf"}"#);
        assert_eq!(file, Ok(Reply::default()));
    }

    #[test]
    fn an_answer_that_did_not_work_says_why() {
        let read = |text| Reply::read(text).unwrap_err();
        for cancelled in [
            r#"{"Status":1,"Message":"Người dùng hủy bỏ thao tác ký"}"#,
            r#"{"Status":-1,"Error":"Đã huỷ"}"#,
            r#"{"Status":5,"Message":"","Error":"The operation was canceled by the user."}"#,
        ] {
            assert_eq!(read(cancelled), Wrong::Cancelled, "{cancelled}");
        }
        let no_token = read(r#"{"Status":2,"Message":"Không tìm thấy thiết bị"}"#);
        assert_eq!(no_token, Wrong::Refused("Không tìm thấy thiết bị".into()));
        for empty in ["", "ok", r#"{"Status":7}"#, r#"{"Signature":"AAE="}"#] {
            assert_eq!(read(empty), Wrong::Refused(String::new()), "{empty}");
        }
    }
}

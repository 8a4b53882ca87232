//! What is answered, in both versions, and by services that take the specification lightly.

use serde::Deserialize;
use serde_json::Value;

use crate::remote::{RemoteError, base64};

#[derive(Deserialize)]
pub(super) struct CredentialList {
    #[serde(rename = "credentialIDs")]
    pub credentials: Vec<String>,
}

/// An answer whose content does not matter.
#[derive(Deserialize)]
pub(super) struct Done {}

#[derive(Deserialize)]
pub(super) struct Sad {
    #[serde(rename = "SAD")]
    pub sad: String,
}

#[derive(Deserialize)]
pub(super) struct Signatures {
    pub signatures: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CredentialInfo {
    #[serde(default)]
    pub description: Option<String>,
    key: Key,
    cert: Certificates,
    /// Version 1.
    #[serde(default)]
    auth_mode: Option<String>,
    /// Version 2.
    #[serde(default)]
    auth: Option<Authorization>,
    #[serde(default)]
    pub multisign: usize,
}

#[derive(Deserialize)]
struct Key {
    status: String,
}

#[derive(Deserialize)]
struct Certificates {
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    certificates: Vec<String>,
}

#[derive(Deserialize)]
struct Authorization {
    mode: String,
}

impl CredentialInfo {
    pub(super) fn is_enabled(&self) -> bool {
        let valid = |status: &String| status == "valid";
        self.key.status == "enabled" && self.cert.status.as_ref().is_none_or(valid)
    }

    pub(super) fn needs_otp(&self) -> bool {
        let version_2 = self.auth.as_ref().map(|auth| &auth.mode);
        version_2.or(self.auth_mode.as_ref()).map(String::as_str) == Some("explicit")
    }

    /// DER, leaf first.
    pub(super) fn chain(&self) -> Result<Vec<Vec<u8>>, RemoteError> {
        let chain = self
            .cert
            .certificates
            .iter()
            .map(|text| base64::decode(text))
            .collect::<Result<Vec<_>, _>>()?;
        if chain.is_empty() {
            return Err(RemoteError::Malformed("no certificate".to_owned()));
        }
        Ok(chain)
    }
}

/// `{error, error_description}`.
#[derive(Default, Deserialize)]
pub(super) struct Failure {
    #[serde(default)]
    error: Option<Value>,
    #[serde(default, alias = "errorDescription")]
    error_description: Option<String>,
}

impl Failure {
    /// Some services answer 200 with an error inside, and 0 for none.
    pub(super) fn is_one(&self) -> bool {
        match &self.error {
            None | Some(Value::Null) => false,
            Some(Value::Number(number)) => number.as_i64() != Some(0),
            Some(_) => true,
        }
    }

    pub(super) fn is_about_the_token(&self) -> bool {
        self.error.as_ref().and_then(Value::as_str) == Some("invalid_token")
    }

    pub(super) fn into_error(self) -> RemoteError {
        let code = match self.error {
            Some(Value::String(code)) => code,
            Some(other) => other.to_string(),
            None => String::new(),
        };
        let said = self.error_description.unwrap_or_default();
        let about = |word: &str| said.to_lowercase().contains(word);
        match code.as_str() {
            _ if about("locked") => RemoteError::Locked,
            "invalid_otp" | "invalid_pin" => RemoteError::WrongOtp,
            "invalid_client" | "unauthorized_client" | "invalid_token" => {
                RemoteError::ClientRefused
            }
            "invalid_request" if about("otp") => RemoteError::WrongOtp,
            "invalid_request" if about("credentialid") || about("userid") => {
                RemoteError::UnknownCredential
            }
            _ if said.is_empty() => RemoteError::Refused(code),
            _ => RemoteError::Refused(said),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_to_say_no_has_its_reason() {
        for (text, code) in [
            (
                r#"{"error":"invalid_otp","error_description":"The OTP is invalid"}"#,
                "wrong_otp",
            ),
            (
                r#"{"error":"invalid_request","error_description":"OTP locked"}"#,
                "locked",
            ),
            (
                r#"{"error":"invalid_request","error_description":"Invalid parameter credentialID"}"#,
                "unknown_credential",
            ),
            (
                r#"{"error":"invalid_request","error_description":"Missing (or invalid type) string parameter OTP"}"#,
                "wrong_otp",
            ),
            (r#"{"error":"invalid_client"}"#, "client_refused"),
            (
                r#"{"error":"access_denied","error_description":"No"}"#,
                "refused",
            ),
            (r#"{"error":3004,"errorDescription":"No"}"#, "refused"),
        ] {
            let failure: Failure = serde_json::from_str(text).unwrap();
            assert!(failure.is_one(), "{text}");
            assert_eq!(failure.into_error().code(), code, "{text}");
        }
        for text in ["{}", r#"{"error":null}"#, r#"{"error":0,"SAD":"x"}"#] {
            let failure: Failure = serde_json::from_str(text).unwrap();
            assert!(!failure.is_one(), "{text}");
        }
    }
}

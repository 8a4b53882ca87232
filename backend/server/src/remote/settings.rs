//! How to reach a service.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use serde::Deserialize;

/// One remote signing service.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Name shown to people.
    pub name: String,
    pub kind: Kind,
    /// Everything before `/info` (CSC, e.g. `https://…/csc/v2`) or before `/credentials` (SmartCA, e.g. `https://…/sca/sp769/v1`).
    /// Plain http is allowed to this machine only.
    pub base_url: String,
    pub client_id: String,
    pub client_secret: Secret,
    /// PEM certificates of the only authorities to trust for TLS; without it those of the Mozilla programme.
    #[serde(default)]
    pub ca_file: Option<PathBuf>,
    /// Longest wait for an answer in seconds; a service that asks the user's phone meanwhile needs long.
    #[serde(default = "default_timeout")]
    pub timeout_seconds: u64,
}

/// What a service speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Cloud Signature Consortium API 1.0.4.
    CscV1,
    /// Cloud Signature Consortium API 2.0.
    CscV2,
    /// VNPT SmartCA.
    SmartCa,
}

/// A text that is not shown.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub(super) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[secret]")
    }
}

impl Settings {
    pub(super) fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout_seconds)
    }
}

fn default_timeout() -> u64 {
    60
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_and_the_secret_is_not_printed() {
        let text = r#"
            name = "MySign"
            kind = "csc-v1"
            base_url = "https://remotesigning.example.vn/csc/v1"
            client_id = "bnv"
            client_secret = "hunter2"
        "#;
        let settings: Settings = toml::from_str(text).unwrap();
        assert_eq!(settings.kind, Kind::CscV1);
        assert_eq!(settings.timeout(), Duration::from_secs(60));
        assert_eq!(settings.client_secret.expose(), "hunter2");
        assert!(!format!("{settings:?}").contains("hunter2"));
        assert!(toml::from_str::<Settings>(&format!("{text}\npin = \"1\"")).is_err());
    }
}

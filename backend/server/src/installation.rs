//! What an installation sets that no regulation prescribes: trust anchors, the time-stamp authority, tokens, remote signing, mail.
//!
//! One TOML file, given with `--settings`; everything in it is optional. `docs/operating.md` shows one in full.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use congvu_signing::trust::AnchorLevel;
use serde::Deserialize;

use crate::remote::Kind;

/// The whole file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct InstallationFile {
    pub trust: TrustFile,
    pub time_stamps: TimeStampFile,
    pub tokens: Option<TokenFile>,
    pub pilot_authority: Option<AuthorityFile>,
    pub agent: AgentFile,
    pub remote: Vec<RemoteFile>,
    pub mail: Option<MailFile>,
}

/// Which certificates count.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TrustFile {
    /// The lowest level accepted; `pilot` where absent. Official work needs `official`.
    pub minimum_level: Option<AnchorLevel>,
    pub anchors: Vec<AnchorFile>,
}

/// A PEM file with roots, and optionally the certificates below them and revocation lists.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnchorFile {
    pub file: PathBuf,
    /// What signatures under these roots are worth.
    pub level: AnchorLevel,
}

/// Who stamps the time.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TimeStampFile {
    /// Address of an RFC 3161 authority, `http://tsa.ca.gov.vn`; the built-in one where absent.
    pub url: Option<String>,
    /// Seconds to wait for an answer before asking again later.
    pub timeout_seconds: u64,
}

impl Default for TimeStampFile {
    fn default() -> Self {
        Self {
            url: None,
            // The authority of Ban Cơ yếu was measured at 2 to 131 seconds.
            timeout_seconds: 180,
        }
    }
}

/// Tokens of this server (PKCS#11).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenFile {
    /// The module, `/usr/lib/softhsm/libsofthsm2.so`.
    pub module: PathBuf,
    /// Labels of the tokens whose keys people may register.
    #[serde(default)]
    pub labels: Vec<String>,
    /// Token and key of the agency's seal; the PIN is typed for each sealing.
    pub seal: Option<TokenKeyFile>,
}

/// A key in a token.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenKeyFile {
    /// Label of the token.
    pub token: String,
    /// Label of the key and its certificate.
    pub key: String,
}

/// Keys of the built-in pilot authority in a token (PKCS#11) instead of the data folder. To be set before the first start: an authority
/// keeps the keys it began with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorityFile {
    /// The module, `/usr/lib/softhsm/libsofthsm2.so`.
    pub module: PathBuf,
    /// Label of the token.
    pub token: String,
    /// File with the token's PIN, readable by the server only: certificates and revocation lists are signed while nobody is there.
    pub pin_file: PathBuf,
    /// Label of the issuing authority's key; made at the first start where the token has none.
    pub issuing_key: String,
    /// Label of the root's key; in the data folder where absent.
    pub root_key: Option<String>,
}

/// The signing agent beside the browser.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AgentFile {
    pub offered: bool,
    pub url: String,
}

impl Default for AgentFile {
    fn default() -> Self {
        Self {
            offered: true,
            url: "wss://127.0.0.1:8987".to_owned(),
        }
    }
}

/// A remote signing service.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoteFile {
    /// Short name in addresses and in the database: `mysign`.
    pub key: String,
    pub name: String,
    pub kind: Kind,
    pub base_url: String,
    pub client_id: String,
    /// File with the client's secret, readable by the server only.
    pub client_secret_file: PathBuf,
    /// PEM certificates of the only authorities to trust for TLS.
    pub ca_file: Option<PathBuf>,
    /// Longest wait for an answer.
    #[serde(default = "patience")]
    pub timeout_seconds: u64,
}

const fn patience() -> u64 {
    60
}

/// Where letters go.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailFile {
    /// `smtp://mail.example.gov.vn:25`, `smtp://…?tls=required` (STARTTLS), `smtps://…`; may hold user and password, percent-encoded.
    pub url: String,
    /// Sender: `Công Vụ <congvu@example.gov.vn>`.
    pub from: String,
    /// Name at the mail server, where the password is in a file.
    pub user: Option<String>,
    /// File with the password, readable by the server only.
    pub password_file: Option<PathBuf>,
    /// PEM certificate of an authority to trust for TLS besides the well-known ones.
    pub ca_file: Option<PathBuf>,
    /// Most letters in a minute, by all servers of the installation together.
    #[serde(default = "letters_a_minute")]
    pub per_minute: u32,
    /// Longest wait for each answer of the mail server.
    #[serde(default = "mail_patience")]
    pub timeout_seconds: u64,
}

const fn letters_a_minute() -> u32 {
    60
}

const fn mail_patience() -> u64 {
    15
}

impl InstallationFile {
    /// Reads the file; paths in it are relative to its folder.
    ///
    /// # Errors
    /// It cannot be read, or says something unknown (with the line).
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(path)
            .with_context(|| format!("cannot read the settings {}", path.display()))?;
        let mut file: Self = toml::from_str(&text)
            .map_err(|error| anyhow!("the settings {}: {error}", path.display()))?;
        let folder = path.parent().unwrap_or_else(|| Path::new("."));
        for anchor in &mut file.trust.anchors {
            anchor.file = folder.join(&anchor.file);
        }
        if let Some(authority) = &mut file.pilot_authority {
            authority.pin_file = folder.join(&authority.pin_file);
        }
        for remote in &mut file.remote {
            remote.client_secret_file = folder.join(&remote.client_secret_file);
            remote.ca_file = remote.ca_file.as_ref().map(|file| folder.join(file));
        }
        if let Some(mail) = &mut file.mail {
            mail.password_file = mail.password_file.as_ref().map(|file| folder.join(file));
            mail.ca_file = mail.ca_file.as_ref().map(|file| folder.join(file));
        }
        Ok(file)
    }
}

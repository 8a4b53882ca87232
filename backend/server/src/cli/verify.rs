mod text;

use std::fs;
use std::path::PathBuf;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use clap::{Args, ValueEnum};
use congvu_openapi::verification::Verdict;
use congvu_signing::trust::{AnchorLevel, TrustStore};

use super::deployments::load;
use super::{Outcome, say};
use crate::clock::Clock;
use crate::http::Language;
use crate::verification::Opened;

/// Verify an evidence package or a signed PDF, offline.
#[derive(Debug, Args)]
pub struct Verify {
    /// A signed PDF, an evidence package (ZIP), or the evidence.json out of one
    file: PathBuf,
    /// Trusted root certificates (PEM), as `GET /api/v1/pki/anchors.pem` gives them. Without them the roots in the file itself are used and said to be unconfirmed
    #[arg(long)]
    anchors: Option<PathBuf>,
    /// What signatures under these anchors are worth
    #[arg(long, value_enum, default_value_t = Level::Pilot, requires = "anchors")]
    level: Level,
    /// Newer revocation lists (DER), in addition to those in the file
    #[arg(long)]
    crl: Vec<PathBuf>,
    /// Judge at this time (RFC 3339) instead of now
    #[arg(long)]
    at: Option<DateTime<Utc>>,
    /// Deployment file of the body that made an evidence package, for the titles of its roles; the built-in ones are known
    #[arg(long)]
    deployment: Option<String>,
    /// Print the report as JSON, as the API gives it
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Level {
    Pilot,
    Public,
    Official,
}

impl Level {
    fn anchor(self) -> AnchorLevel {
        match self {
            Self::Pilot => AnchorLevel::Pilot,
            Self::Public => AnchorLevel::Public,
            Self::Official => AnchorLevel::Official,
        }
    }
}

impl Verify {
    pub fn run(self) -> Outcome {
        let name = self.file.display().to_string();
        let file = fs::read(&self.file).with_context(|| format!("cannot read {name}"))?;
        let mut trust = TrustStore::default();
        if let Some(path) = &self.anchors {
            let pem = fs::read_to_string(path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            trust.add_pem(&pem, self.level.anchor())?;
        }
        for path in &self.crl {
            let der = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            trust.crls.push(der);
        }
        let at = self.at.unwrap_or_else(|| Clock::machine().now());
        let anchors_given = self.anchors.is_some();
        let own = self.deployment.as_deref().map(load).transpose()?;
        let mut opened = Opened::open(&file);
        if let Some(own) = &own {
            opened = opened.with_deployment(own);
        }
        let report = opened.judge(&trust, anchors_given, at, Language::Vietnamese);
        if self.json {
            say(&serde_json::to_string_pretty(&report)?);
        } else {
            say(text::of(&name, &report).trim_end());
        }
        Ok(report.verdict == Verdict::Valid)
    }
}

use std::path::PathBuf;

use anyhow::{Context as _, anyhow};
use clap::Args;

use super::Outcome;
use super::serve::Installation;
use crate::error::ApiError;
use crate::install::{FirstAccount, UnitLine, install};

/// Put the units and the first accounts of a body into an empty database; prints each account's
/// initial password this once.
#[derive(Debug, Args)]
pub struct Install {
    #[command(flatten)]
    installation: Installation,
    /// CSV with the columns code,parent,name,management (`top` or `unit`); the body itself first
    #[arg(long)]
    units: PathBuf,
    /// USERNAME:ROLE:NAME, a role of the deployment file over the whole body; at least one that issues accounts and one that enters profiles
    #[arg(long = "account", required = true)]
    accounts: Vec<String>,
}

impl Install {
    pub fn run(self) -> Outcome {
        let mut reader = csv::Reader::from_path(&self.units)
            .with_context(|| format!("cannot read {}", self.units.display()))?;
        let lines: Vec<UnitLine> = reader
            .deserialize()
            .collect::<Result<_, _>>()
            .with_context(|| format!("{}", self.units.display()))?;
        let first: Vec<FirstAccount> = self
            .accounts
            .iter()
            .map(|text| account(text))
            .collect::<anyhow::Result<_>>()?;
        let services = self.installation.services()?;
        let issued = services
            .database
            .write(|connection| install(&services, connection, &lines, &first))
            .map_err(|error: ApiError| anyhow!("{}", error.detail.vi))?;
        for account in issued {
            println!("{}\t{}", account.username, account.initial_password);
        }
        Ok(true)
    }
}

fn account(text: &str) -> anyhow::Result<FirstAccount> {
    let mut parts = text.splitn(3, ':').map(str::to_owned);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(username), Some(role), Some(name)) if !username.is_empty() && !name.is_empty() => {
            Ok(FirstAccount {
                username: username.to_lowercase(),
                role,
                name,
            })
        }
        _ => Err(anyhow!("“{text}” is not USERNAME:ROLE:NAME")),
    }
}

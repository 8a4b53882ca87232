use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use clap::Subcommand;
use congvu_domain::deployment::{BUILT_IN, Deployment};

use super::simulate::Simulate;
use super::{Outcome, say};

#[derive(Debug, Subcommand)]
pub enum Deployments {
    /// List the built-in deployments
    List,
    /// Check a deployment file as a whole
    Check {
        /// The file
        file: PathBuf,
    },
    /// Explain a deployment as a person would read it
    Explain {
        /// Key of a built-in deployment, or a file
        name: String,
        /// One machine-readable rule for each deadline
        #[arg(long)]
        json: bool,
    },
    /// Play a year of invented events through a deployment
    Simulate(Simulate),
}

impl Deployments {
    pub fn run(self) -> Outcome {
        match self {
            Self::List => {
                for (key, _) in BUILT_IN {
                    if let Some(deployment) = Deployment::built_in(key) {
                        println!(
                            "{key}\t{}\t{}",
                            deployment.name,
                            deployment.original().legal_basis.number
                        );
                    }
                }
                Ok(true)
            }
            Self::Check { file } => check(&file),
            Self::Simulate(simulate) => simulate.run(),
            Self::Explain { name, json } => {
                let deployment = load(&name)?;
                if json {
                    say(&serde_json::to_string_pretty(&deployment.explain_json())?);
                } else {
                    say(&deployment.explain_text());
                }
                Ok(true)
            }
        }
    }
}

fn check(file: &Path) -> Outcome {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    match Deployment::parse(&file.display().to_string(), &text) {
        Ok(deployment) => {
            println!(
                "{}: đúng – {}",
                file.display(),
                deployment.original().legal_basis.number
            );
            Ok(true)
        }
        Err(problems) => {
            for problem in problems {
                println!("{problem}");
            }
            Ok(false)
        }
    }
}

/// A built-in deployment by key, or one from a file.
pub fn load(name: &str) -> anyhow::Result<Deployment> {
    if let Some(deployment) = Deployment::built_in(name) {
        return Ok(deployment.clone());
    }
    let path = Path::new(name);
    if !path.exists() {
        return Err(unknown(name));
    }
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
    Deployment::parse(name, &text).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow!("{}", lines.join("\n"))
    })
}

/// No such deployment.
pub fn unknown(name: &str) -> anyhow::Error {
    let known: Vec<&str> = BUILT_IN.iter().map(|(key, _)| *key).collect();
    anyhow!(
        "there is no deployment “{name}”; use one of {} or the path of a file",
        known.join(", ")
    )
}

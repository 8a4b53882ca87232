//! The four deployment files against the table of requirements, and every mistake that a file may
//! hold against the line it is reported on.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod blocks;
mod built_in;
mod damage;
mod explanation;
mod made_up;
mod mistakes;

use chrono::NaiveDate;
use congvu_domain::deployment::{BUILT_IN, Deployment, DeploymentProblem, Rules};

fn deployment(key: &str) -> &'static Deployment {
    Deployment::built_in(key).unwrap()
}

/// The regulation as it was made.
fn rules(key: &str) -> &'static Rules {
    deployment(key).original()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The text of a file that comes with the program.
fn text(key: &str) -> &'static str {
    BUILT_IN.iter().find(|(name, _)| *name == key).unwrap().1
}

fn problems(toml: &str) -> Vec<DeploymentProblem> {
    Deployment::parse("hcmc.toml", toml)
        .err()
        .unwrap_or_default()
}

/// Line of the n-th place, from 1, where a text stands.
fn line_of(toml: &str, text: &str, nth: usize) -> usize {
    let (at, _) = toml.match_indices(text).nth(nth - 1).unwrap();
    toml.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

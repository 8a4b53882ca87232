//! The deployment file: everything in which the regulations differ, as data, checked as a whole
//! before anything relies on it.

mod amend;
mod blocks;
mod built_in;
mod check;
mod document;
mod draft;
mod explain;
mod message;
mod model;
mod problem;
mod rules;
mod words;

pub use built_in::BUILT_IN;
pub use model::*;
pub use problem::DeploymentProblem;
pub use rules::{ExplainedBlock, ExplainedRule, Explanation, Rule};

impl Deployment {
    /// Reads a deployment file and checks it as a whole, each of its blocks as it stands once the
    /// amendments before it are in force. The file's name is only for messages.
    ///
    /// # Errors
    /// Every mistake found, in the order of the lines.
    pub fn parse(file_name: &str, toml: &str) -> Result<Self, Vec<DeploymentProblem>> {
        let (document, syntax) = document::Document::parse(file_name, toml);
        let mut problems = problem::Problems::new(&document);
        for error in &syntax {
            problems.syntax(error);
        }
        let draft = draft::Draft::read(&document, &mut problems);
        check::check(&draft, &document, &mut problems);
        let key = draft.key.clone();
        let first = draft.finish(None);
        let later = blocks::later(&document, first.as_ref(), &mut problems);
        match (problems.into_sorted(), key, first) {
            (problems, Some(key), Some(first)) if problems.is_empty() => {
                Ok(blocks::deployment(key, first, later))
            }
            (problems, _, _) => Err(problems),
        }
    }
}

impl Rules {
    /// The role with this key.
    #[must_use]
    pub fn role(&self, key: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.key == key)
    }

    /// The duty with this key.
    #[must_use]
    pub fn duty(&self, key: &str) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.key == key)
    }

    /// The principle, where it holds in this time.
    #[must_use]
    pub fn principle(&self, key: PrincipleKey) -> Option<&Principle> {
        self.principles
            .iter()
            .find(|principle| principle.key == key)
    }
}

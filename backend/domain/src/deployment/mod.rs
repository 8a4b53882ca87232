//! The deployment file: everything in which the regulations differ, as data, checked as a whole
//! before anything relies on it.

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
pub use rules::Rule;

impl Deployment {
    /// Reads a deployment file and checks it as a whole. The file's name is only for messages.
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
        match (problems.into_sorted(), draft.finish()) {
            (problems, Some(deployment)) if problems.is_empty() => Ok(deployment),
            (problems, _) => Err(problems),
        }
    }

    /// The role with this key.
    #[must_use]
    pub fn role(&self, key: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.key == key)
    }
}

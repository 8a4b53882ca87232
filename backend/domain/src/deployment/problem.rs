//! What is wrong in a deployment file, and where.

use std::fmt;

use super::document::{AMENDMENTS, Document};
use super::message::{self, Message};

/// One mistake in a deployment file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeploymentProblem {
    /// Name of the file, as given.
    pub file: String,
    /// Line in it, from 1.
    pub line: usize,
    /// Path of the key: `chains[0].steps[1].role`; empty for the file as a whole.
    pub key_path: String,
    /// What is wrong and what is expected, in Vietnamese.
    pub message_vi: String,
    /// The same in English.
    pub message_en: String,
}

impl fmt::Display for DeploymentProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.file, self.line)?;
        if !self.key_path.is_empty() {
            write!(f, "{}: ", self.key_path)?;
        }
        f.write_str(&self.message_vi)
    }
}

impl std::error::Error for DeploymentProblem {}

/// Collects the mistakes of one file.
pub(super) struct Problems<'d, 'i> {
    document: &'d Document<'i>,
    found: Vec<DeploymentProblem>,
}

impl<'d, 'i> Problems<'d, 'i> {
    pub(super) fn new(document: &'d Document<'i>) -> Self {
        Self {
            document,
            found: Vec::new(),
        }
    }

    /// A mistake at a key; one that is absent is reported at what it should be in.
    pub(super) fn at(&mut self, path: &str, message: Message) {
        self.push(self.document.line_of(path), path.to_owned(), message);
    }

    /// Something has been reported.
    pub(super) fn any(&self) -> bool {
        !self.found.is_empty()
    }

    /// Something has been reported at this key.
    pub(super) fn has(&self, path: &str) -> bool {
        self.found.iter().any(|problem| problem.key_path == path)
    }

    /// The file is not TOML at this place.
    pub(super) fn syntax(&mut self, error: &toml::de::Error) {
        let offset = error.span().map_or(0, |span| span.start);
        let line = self.document.line_at(offset);
        self.push(line, String::new(), message::syntax(error.message()));
    }

    /// A value is not what the schema wants.
    pub(super) fn schema(&mut self, error: &toml::de::Error, fallback: &str) {
        let path = error
            .span()
            .and_then(|span| self.document.path_at(span.start))
            .unwrap_or_else(|| fallback.to_owned());
        let path = match message::missing_field(error.message()) {
            Some(field) => {
                let path = format!("{path}.{field}");
                // Left out because of the mistake in it, which has been reported.
                if self.has(&path) {
                    return;
                }
                path
            }
            None => path,
        };
        self.at(&path, message::schema(error.message()));
    }

    fn push(&mut self, line: usize, key_path: String, message: Message) {
        let problem = DeploymentProblem {
            file: self.document.file.clone(),
            line,
            key_path,
            message_vi: message.vi,
            message_en: message.en,
        };
        if !self.found.contains(&problem) {
            self.found.push(problem);
        }
    }

    /// Takes in the mistakes found in a later block, under the amendment in which they stand.
    pub(super) fn take_in(&mut self, later: Vec<DeploymentProblem>, starts: &[usize]) {
        for mut problem in later {
            if let Some(index) = starts.iter().rposition(|start| *start <= problem.line) {
                problem.key_path = format!("{AMENDMENTS}[{index}].{}", problem.key_path);
            }
            self.found.push(problem);
        }
    }

    pub(super) fn into_sorted(mut self) -> Vec<DeploymentProblem> {
        self.found.sort_by_key(|problem| problem.line);
        self.found
    }
}

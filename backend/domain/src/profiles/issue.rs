pub use congvu_openapi::people::Severity;

/// How far a document has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being filled in: what is there has to be right, the rest may be empty.
    Draft,
    /// About to be signed: everything required has to be there.
    Complete,
}

/// Something wrong or missing in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// JSON pointer into the profile.
    pub pointer: String,
    /// Item number on the paper form; empty for the block above the title.
    pub item: &'static str,
    /// Key of the group of the form.
    pub section: &'static str,
    /// An error has to be mended before signing; a warning is to be looked at.
    pub severity: Severity,
    /// Stable code, snake case.
    pub code: &'static str,
    /// Names the item and the remedy, in Vietnamese.
    pub message_vi: String,
    /// The same in English.
    pub message_en: String,
}

impl From<Issue> for congvu_openapi::people::Issue {
    fn from(issue: Issue) -> Self {
        Self {
            pointer: issue.pointer,
            item: issue.item.to_owned(),
            section: issue.section.to_owned(),
            severity: issue.severity,
            code: issue.code.to_owned(),
            message: issue.message_vi,
            message_en: issue.message_en,
        }
    }
}

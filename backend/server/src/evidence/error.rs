/// Why a ZIP is not read as an evidence package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("there is no evidence.json in it")]
    NotEvidence,
    #[error("the ZIP is damaged or truncated")]
    Damaged,
    #[error("it unpacks to more than is read")]
    TooLarge,
    #[error("entries overlap or have the same name")]
    Ambiguous,
    #[error("evidence.json cannot be read")]
    Evidence,
}

impl Unreadable {
    /// Stable identifier in snake_case.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotEvidence => "unknown_file",
            Self::Damaged => "package_unreadable",
            Self::TooLarge => "package_too_large",
            Self::Ambiguous => "package_ambiguous",
            Self::Evidence => "evidence_unreadable",
        }
    }
}

/// How a file of a package differs from what belongs there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It does not belong there.
    Foreign,
    /// It is not there.
    Missing,
    /// It is not what `evidence.json` says.
    Differs,
}

impl Kind {
    /// Stable identifier in snake_case.
    pub fn code(self) -> &'static str {
        match self {
            Self::Foreign => "foreign_file",
            Self::Missing => "file_missing",
            Self::Differs => "file_differs",
        }
    }
}

//! What can go wrong with the database, in the terms that use cases need.

use diesel::result::{DatabaseErrorKind, Error};

/// A failed query or transaction. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// No such row.
    #[error("not found")]
    NotFound,
    /// A row with the same unique value exists, or a referenced one does not.
    #[error("conflict: {0:?}")]
    Conflict(Conflict),
    /// Locked by somebody else for too long, full, read-only, or away: may work later.
    #[error("the database cannot be used now: {0}")]
    Unavailable(String),
    /// Anything else is a mistake of ours.
    #[error("database: {0}")]
    Other(Error),
}

/// Which rule of the database a write would have broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    Username,
    PersonalId,
    AccountOfPerson,
    OpenSubmission,
    VersionNumber,
    SignaturePosition,
    IdempotencyKey,
    Other,
}

impl From<Error> for DbError {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Self::NotFound,
            Error::DatabaseError(
                DatabaseErrorKind::UniqueViolation | DatabaseErrorKind::ForeignKeyViolation,
                ref information,
            ) => {
                // PostgreSQL names the constraint, SQLite only the columns in its message.
                let name = information
                    .constraint_name()
                    .unwrap_or_else(|| information.message());
                Self::Conflict(conflict(name))
            }
            Error::DatabaseError(
                DatabaseErrorKind::ClosedConnection
                | DatabaseErrorKind::SerializationFailure
                | DatabaseErrorKind::ReadOnlyTransaction,
                ref information,
            ) => Self::Unavailable(information.message().to_owned()),
            Error::DatabaseError(_, ref information) if is_passing(information.message()) => {
                Self::Unavailable(information.message().to_owned())
            }
            Error::BrokenTransactionManager => Self::Unavailable("the connection broke".into()),
            other => Self::Other(other),
        }
    }
}

impl From<r2d2::Error> for DbError {
    fn from(error: r2d2::Error) -> Self {
        Self::Unavailable(error.to_string())
    }
}

fn conflict(name: &str) -> Conflict {
    const TABLE: [(&str, Conflict); 11] = [
        ("accounts.username", Conflict::Username),
        ("accounts_username_key", Conflict::Username),
        ("persons.personal_id", Conflict::PersonalId),
        ("persons_personal_id_key", Conflict::PersonalId),
        ("accounts.person_id", Conflict::AccountOfPerson),
        ("accounts_person_id_key", Conflict::AccountOfPerson),
        ("submissions", Conflict::OpenSubmission),
        ("versions", Conflict::VersionNumber),
        ("signatures", Conflict::SignaturePosition),
        ("signing", Conflict::SignaturePosition),
        ("idempotency_keys", Conflict::IdempotencyKey),
    ];
    TABLE
        .into_iter()
        .find(|(part, _)| name.contains(part))
        .map_or(Conflict::Other, |(_, conflict)| conflict)
}

/// Busy, locked, full and read-only databases say so only in words.
fn is_passing(message: &str) -> bool {
    const WORDS: [&str; 9] = [
        "database is locked",
        "database table is locked",
        "disk is full",
        "readonly database",
        "disk I/O error",
        "lock timeout",
        "No space left",
        "terminating connection",
        "server closed the connection",
    ];
    WORDS.into_iter().any(|words| message.contains(words))
}

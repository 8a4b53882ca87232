//! Digitised evidence (requirement B7).

use serde::{Deserialize, Serialize};

/// A digitised document that proves part of a profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Attachment {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// The person.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub person_id: String,
    /// Name of the file.
    pub name: String,
    /// Category, catalogue `attachment-categories`.
    pub category: String,
    /// JSON pointer into the profile of what it proves; empty where it proves the whole.
    pub pointer: String,
    /// Item number on the paper form; may be empty.
    pub item: String,
    /// `application/pdf`, `image/png` or `image/jpeg`, as found in the file itself.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content, hexadecimal.
    pub sha256: String,
    /// When.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub uploaded_at: String,
    /// By whom.
    pub uploaded_by: String,
}

/// Attachments of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct AttachmentList {
    /// The attachments, newest first.
    pub items: Vec<Attachment>,
}

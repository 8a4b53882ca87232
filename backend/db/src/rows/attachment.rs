use diesel::prelude::*;

use crate::schema::attachments;
use crate::types::Timestamp;

/// Digitised evidence; content lies in the blob store under its SHA-256 (B7).
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = attachments)]
pub struct Attachment {
    pub id: String,
    pub person_id: String,
    pub name: String,
    pub category: String,
    pub pointer: String,
    pub media_type: String,
    pub size: i64,
    pub sha256: String,
    pub uploaded_at: Timestamp,
    pub uploaded_by: String,
    pub submitted: bool,
    pub removed_at: Option<Timestamp>,
}

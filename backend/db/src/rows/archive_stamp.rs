use diesel::prelude::*;

use crate::schema::archive_stamps;
use crate::types::Timestamp;

/// An archive time stamp over the evidence of a version, or over an export.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = archive_stamps)]
pub struct ArchiveStamp {
    pub id: String,
    pub subject_kind: String,
    pub subject_id: String,
    pub position: i64,
    pub manifest: Vec<u8>,
    pub token: Vec<u8>,
    pub stamped_at: Timestamp,
    pub stamped_by: String,
    pub renew_at: Timestamp,
    pub renewed: bool,
}

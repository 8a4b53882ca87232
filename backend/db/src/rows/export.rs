use diesel::prelude::*;

use crate::schema::exports;
use crate::types::Timestamp;

/// CVs in PDF being signed; the file lies in the blob store (F4).
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = exports)]
pub struct Export {
    pub id: String,
    pub person_id: String,
    pub version: i64,
    pub state: String,
    pub sha256: String,
    pub pages: i64,
    pub layout: String,
    pub created_at: Timestamp,
    pub created_by: String,
    pub revision: i64,
    /// Code on the paper, for public verification.
    pub code: String,
}

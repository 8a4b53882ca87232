use diesel::prelude::*;

use crate::schema::audit_events;
use crate::types::Timestamp;

/// Hash chain of who did or saw what (G2).
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = audit_events)]
pub struct AuditEvent {
    pub sequence: i64,
    pub at: Timestamp,
    pub account_id: Option<String>,
    pub actor: String,
    pub action: String,
    pub person_id: Option<String>,
    pub subject: String,
    pub ground: String,
    pub address: String,
    pub previous_hash: String,
    pub hash: String,
}

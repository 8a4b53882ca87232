use diesel::prelude::*;

use crate::schema::role_grants;
use crate::types::Timestamp;

/// Roles within a unit and everything below it (A4).
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = role_grants)]
pub struct RoleGrant {
    pub id: String,
    pub account_id: String,
    pub role: String,
    pub unit_id: String,
    pub basis: String,
    pub granted_by: String,
    pub granted_at: Timestamp,
    pub revoked_at: Option<Timestamp>,
}

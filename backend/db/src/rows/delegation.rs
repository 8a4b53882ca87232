use chrono::NaiveDate;
use diesel::prelude::*;

use crate::schema::delegations;
use crate::types::Timestamp;

/// Signing in somebody's stead (C5), itself signed by whoever delegates.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = delegations)]
pub struct Delegation {
    pub id: String,
    pub principal_account_id: String,
    pub principal: String,
    pub principal_person_id: Option<String>,
    pub delegate_account_id: String,
    pub delegate: String,
    pub role: String,
    pub unit_id: String,
    pub form: String,
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
    pub basis: String,
    pub signature_id: String,
    pub created_at: Timestamp,
    pub ended_at: Option<Timestamp>,
}

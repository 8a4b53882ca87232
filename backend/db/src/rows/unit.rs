use diesel::prelude::*;

use crate::schema::units;

/// The organisation; `path` is /root/…/self/.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = units)]
pub struct Unit {
    pub id: String,
    pub parent_id: Option<String>,
    pub code: String,
    pub name: String,
    pub path: String,
    pub depth: i64,
    pub management: String,
}

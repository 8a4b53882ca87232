//! Keyset paging, the same for every list.

use serde::{Deserialize, Serialize};

/// Where a page of a list begins and how long it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, utoipa::IntoParams))]
pub struct PageQuery {
    /// `next` of the page before; absent for the first page.
    #[serde(default)]
    pub cursor: Option<String>,
    /// Entries wanted, 1 to 100; 20 where absent.
    #[serde(default)]
    pub limit: Option<u16>,
}

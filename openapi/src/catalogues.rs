//! Code lists that the form uses.

use serde::{Deserialize, Serialize};

/// A code list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CatalogueInfo {
    /// Name in addresses: `ethnic-groups`.
    pub name: String,
    /// Title in Vietnamese.
    pub title: String,
    /// Title in English.
    pub title_en: String,
    /// Legal or other source.
    pub source: String,
    /// Number of entries.
    pub size: u32,
}

/// All code lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CatalogueList {
    /// The lists.
    pub items: Vec<CatalogueInfo>,
}

/// An entry of a code list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CatalogueItem {
    /// Code.
    pub code: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English, where it has one.
    pub name_en: String,
    /// Code of the entry it belongs to, in the parent list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Valid from.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<String>,
    /// Valid until.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<String>,
}

/// A page of a code list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CataloguePage {
    /// The entries.
    pub items: Vec<CatalogueItem>,
    /// Cursor of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

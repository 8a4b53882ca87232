//! What the address asks for.

use leptos_router::params::ParamsMap;

use super::{MOST, PAGE};
use crate::api::client::query;
use crate::api::tasks::Asked;

/// The filter, kept in the address so that back, forward and reload work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// The unit's tasks, to urge, instead of one's own.
    pub unit: bool,
    /// Kind of task; empty for all.
    pub kind: String,
    /// Only what is overdue.
    pub overdue: bool,
    /// `me`, `free`, or empty for whoever took them on.
    pub assigned: String,
    /// Where the page begins; empty for the first.
    pub cursor: String,
}

impl Filter {
    pub fn from_query(query: &ParamsMap) -> Self {
        Self {
            unit: query.get("scope").is_some_and(|scope| scope == "unit"),
            kind: query.get("kind").unwrap_or_default(),
            overdue: query
                .get("overdue")
                .is_some_and(|overdue| overdue == "true"),
            assigned: query
                .get("assigned")
                .filter(|assigned| ["me", "free"].contains(&assigned.as_str()))
                .unwrap_or_default(),
            cursor: query.get("cursor").unwrap_or_default(),
        }
    }

    /// The scope as the API calls it.
    pub const fn scope(&self) -> &'static str {
        if self.unit { "unit" } else { "mine" }
    }

    /// Tasks on a page: as many reviews as can be signed at one go, otherwise as many as are read at a glance.
    pub fn page(&self) -> u16 {
        if self.kind == "review" { MOST } else { PAGE }
    }

    /// As the API is asked.
    pub fn asked(&self) -> Asked<'_> {
        Asked {
            scope: self.scope(),
            kind: &self.kind,
            overdue: self.overdue,
            assigned: &self.assigned,
            cursor: &self.cursor,
            limit: self.page(),
        }
    }

    /// Something narrows the list down.
    pub fn narrows(&self) -> bool {
        self.unit || !self.kind.is_empty() || !self.assigned.is_empty()
    }

    /// The same from its first page.
    #[must_use]
    pub fn first_page(&self) -> Self {
        Self {
            cursor: String::new(),
            ..self.clone()
        }
    }

    /// The address of the page with this filter.
    pub fn href(&self) -> String {
        let scope = if self.unit { "unit" } else { "" };
        let overdue = if self.overdue { "true" } else { "" };
        let pairs = [
            ("scope", scope),
            ("kind", &self.kind),
            ("overdue", overdue),
            ("assigned", &self.assigned),
            ("cursor", &self.cursor),
        ];
        format!("/{}", query(&pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn the_plain_filter_is_the_plain_address() {
        assert_eq!(Filter::default().href(), "/");
        let filter = Filter {
            unit: true,
            kind: "review".into(),
            overdue: true,
            assigned: "free".into(),
            cursor: "a b".into(),
        };
        assert_eq!(
            filter.href(),
            "/?scope=unit&kind=review&overdue=true&assigned=free&cursor=a%20b"
        );
        assert_eq!(
            filter.first_page().href(),
            "/?scope=unit&kind=review&overdue=true&assigned=free"
        );
    }
}

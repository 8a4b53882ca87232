//! What the addresses of these pages ask for.

use congvu_openapi::overview::OverviewBy;
use leptos_router::params::ParamsMap;

use crate::api::client::query;
use crate::api::overview::{Behind, by_key};

/// The overview: of which unit, and by what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    pub unit: String,
    pub by: OverviewBy,
}

impl Filter {
    pub fn from_query(query: &ParamsMap) -> Self {
        Self {
            unit: query.get("unit").unwrap_or_default(),
            by: by(&query.get("by").unwrap_or_default()),
        }
    }

    pub fn href(&self) -> String {
        let by = match self.by {
            OverviewBy::Unit => "",
            other => by_key(other),
        };
        format!("/overview{}", query(&[("unit", &self.unit), ("by", by)]))
    }
}

/// By unit where the word is none of ours.
pub(super) fn by(key: &str) -> OverviewBy {
    match key {
        "step" => OverviewBy::Step,
        "person" => OverviewBy::Person,
        _ => OverviewBy::Unit,
    }
}

/// What stands behind a figure, from the address.
pub(super) fn behind(query: &ParamsMap) -> Behind {
    let get = |name: &str| query.get(name).unwrap_or_default();
    Behind {
        unit: get("unit"),
        state: get("state"),
        kind: get("kind"),
        step: get("step"),
        own: get("own") == "true",
        assignee: get("assignee"),
    }
}

/// The address of the list behind a figure.
pub(super) fn behind_href(asked: &Behind, cursor: &str) -> String {
    let pairs = [
        ("unit", asked.unit.as_str()),
        ("state", &asked.state),
        ("kind", &asked.kind),
        ("step", &asked.step),
        ("own", if asked.own { "true" } else { "" }),
        ("assignee", &asked.assignee),
        ("cursor", cursor),
    ];
    format!("/overview/tasks{}", query(&pairs))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_it_asks() {
        assert_eq!(Filter::default().href(), "/overview");
        let filter = Filter {
            unit: "u 1".into(),
            by: OverviewBy::Person,
        };
        assert_eq!(filter.href(), "/overview?unit=u%201&by=person");
        let asked = Behind {
            state: "late".into(),
            own: true,
            ..Behind::default()
        };
        assert_eq!(
            behind_href(&asked, "c"),
            "/overview/tasks?state=late&own=true&cursor=c"
        );
    }

    #[test]
    fn rows_are_units_unless_said_otherwise() {
        for (key, meant) in [
            ("", OverviewBy::Unit),
            ("unit", OverviewBy::Unit),
            ("step", OverviewBy::Step),
            ("person", OverviewBy::Person),
            ("x", OverviewBy::Unit),
        ] {
            assert_eq!(by(key), meant, "{key}");
        }
    }
}

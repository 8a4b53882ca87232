//! Acting for somebody else (C5).

use serde::Deserialize;

use crate::access::Action;
use crate::delegations::Form;

/// Who may have somebody act for them, in what form, to whom and how long (C5).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelegationRule {
    pub key: String,
    pub form: Form,
    /// Offered at all: a regulation that is silent leaves it to whoever runs the system.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Keys of the roles that may be delegated.
    pub roles: Vec<String>,
    /// Keys of the roles that may take it over; with `to_titles` empty as well, anybody.
    #[serde(default)]
    pub to_roles: Vec<String>,
    /// Beginnings of the posts that may take it over: `Phó`.
    #[serde(default)]
    pub to_titles: Vec<String>,
    /// Kinds of act that may be handed over.
    pub acts: Vec<Action>,
    /// At most so many calendar days, first and last included; none where nothing is said.
    #[serde(default)]
    pub most_days: Option<u16>,
    pub clause: String,
    /// The clause's own words.
    #[serde(default)]
    pub quote: Option<String>,
    /// The text was not seen in full; to be confirmed.
    #[serde(default)]
    pub confirm: bool,
}

const fn yes() -> bool {
    true
}

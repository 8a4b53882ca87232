//! Chains of review and approval (C2, C3).

use serde::Deserialize;

use super::{Event, Management, Within};

/// A chain of steps that a submission passes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chain {
    pub key: String,
    /// Whom it is for, in Vietnamese.
    pub subject: String,
    /// Only people managed so; everybody where absent.
    #[serde(default)]
    pub management: Option<Management>,
    pub requirement: String,
    #[serde(default)]
    pub steps: Vec<Step>,
}

impl Chain {
    /// The chain is for people managed so.
    #[must_use]
    pub fn is_for(&self, management: Management) -> bool {
        self.management.is_none_or(|only| only == management)
    }
}

/// One step: a role signs within its time, or several people do, side by side.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Key of the role; the first of [`Self::all`] where there are several.
    #[serde(default)]
    pub role: String,
    /// So many different people of the role sign (đồng thời, nhiều người cùng rà soát).
    #[serde(default = "one")]
    pub reviewers: u16,
    /// Instead of one role: keys of several, each of which signs once, in any order.
    #[serde(default)]
    pub all: Vec<String>,
    /// What the role does here, in Vietnamese: `rà soát, kiểm tra, xác thực bằng ký số`.
    pub duty: String,
    pub duty_en: String,
    #[serde(default)]
    pub within: Option<Within>,
    pub from: Event,
    pub clause: String,
    /// The clause's own words, where they are short enough to be shown.
    #[serde(default)]
    pub quote: Option<String>,
    /// The text was not seen in full: to be confirmed (cần xác nhận).
    #[serde(default)]
    pub confirm: bool,
}

impl Step {
    /// Keys of the roles that have to sign, one for each signature.
    #[must_use]
    pub fn seats(&self) -> Vec<&str> {
        if self.all.is_empty() {
            return vec![self.role.as_str(); usize::from(self.reviewers)];
        }
        self.all.iter().map(String::as_str).collect()
    }
}

const fn one() -> u16 {
    1
}

//! The working-day calendar: against tables worked out by hand, with what an operator enters, and
//! in general.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod amended;
mod announced;
mod engines;
mod properties;
mod windows;

use chrono::NaiveDate;
use congvu_domain::deployment::{DayUnit, Within};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn within(days: u16, unit: DayUnit) -> Within {
    Within { days, unit }
}

fn working(days: u16) -> Within {
    within(days, DayUnit::Working)
}

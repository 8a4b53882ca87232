use anyhow::anyhow;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use congvu_domain::calendar::Calendar;
use congvu_domain::deployment::{DayUnit, Deployment, Within};

use super::Outcome;

/// Compute a deadline from a day; prints the ISO date alone.
#[derive(Debug, Args)]
pub struct Deadline {
    /// Key of the deployment
    #[arg(long)]
    deployment: String,
    /// Day of the event, YYYY-MM-DD; it does not count itself
    #[arg(long)]
    from: NaiveDate,
    /// How many days
    #[arg(long)]
    days: u16,
    /// Which days count
    #[arg(long, value_enum)]
    unit: Unit,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Unit {
    /// Working days
    Working,
    /// Calendar days; a day off at the end moves to the next working day
    Calendar,
}

impl Deadline {
    pub fn run(self) -> Outcome {
        if Deployment::built_in(&self.deployment).is_none() {
            return Err(super::deployments::unknown(&self.deployment));
        }
        if self.days == 0 {
            return Err(anyhow!("--days must be at least 1"));
        }
        let unit = match self.unit {
            Unit::Working => DayUnit::Working,
            Unit::Calendar => DayUnit::Calendar,
        };
        let due = Calendar::built_in().deadline(
            self.from,
            Within {
                days: self.days,
                unit,
            },
        );
        println!("{}", due.date);
        Ok(true)
    }
}

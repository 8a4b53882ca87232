use chrono::NaiveDate;
use congvu_domain::catalogues::Catalogues;
use congvu_domain::profiles::{Stage, check};
use congvu_openapi::people::Severity;
use congvu_openapi::profile::Profile;
use congvu_openapi::submissions::ItemReason;

use super::super::{DemoPerson, DemoPlan};
use super::{Account, ApiError, Person, Seeding, days_before};

/// Approved profiles were submitted so long ago.
const APPROVED_DAYS: u32 = 120;
/// A later change was submitted so long ago.
const CHANGED_DAYS: u32 = 6;
const RETURNED_DAYS: u32 = 9;

/// The day so many days ago, or later where the profile tells of something that came after it.
fn day_of(demo: &DemoPerson, today: NaiveDate, days: u32) -> NaiveDate {
    let sound = |day: &NaiveDate| {
        check(&demo.profile, Stage::Complete, *day, Catalogues::built_in())
            .iter()
            .all(|issue| issue.severity == Severity::Warning)
    };
    (0..=days)
        .rev()
        .map(|days| days_before(today, days))
        .find(sound)
        .unwrap_or(today)
}

/// When the profile was submitted, where the plan says that it was.
fn submitted_on(demo: &DemoPerson, today: NaiveDate) -> Option<NaiveDate> {
    match demo.plan {
        DemoPlan::Registered | DemoPlan::Invited | DemoPlan::Drafting => None,
        DemoPlan::InReview { days_ago, .. } => Some(day_of(demo, today, days_ago)),
        DemoPlan::Returned { .. } => Some(day_of(demo, today, RETURNED_DAYS)),
        DemoPlan::Approved { .. } => Some(day_of(demo, today, APPROVED_DAYS)),
    }
}

pub fn has_account(demo: &DemoPerson) -> bool {
    demo.plan != DemoPlan::Registered
}

/// Registration comes two days before the account, never before the decision.
pub fn registered_on(demo: &DemoPerson, today: NaiveDate) -> NaiveDate {
    match submitted_on(demo, today) {
        Some(day) => days_before(day, 5),
        None => demo.decision_date.max(days_before(today, 3)),
    }
}

pub fn account_on(demo: &DemoPerson, today: NaiveDate) -> NaiveDate {
    match submitted_on(demo, today) {
        Some(day) => days_before(day, 3),
        None => demo.decision_date.max(days_before(today, 2)),
    }
}

impl Seeding<'_> {
    /// Brings a person's profile as far as the plan says.
    pub fn carry_out(
        &mut self,
        demo: &DemoPerson,
        person: &Person,
        account: Option<&Account>,
    ) -> Result<(), ApiError> {
        let today = self.services.today();
        let Some(account) = account else {
            return Ok(());
        };
        match demo.plan {
            DemoPlan::Registered | DemoPlan::Invited => Ok(()),
            DemoPlan::Drafting => {
                let half = Profile {
                    education: demo.profile.education.clone(),
                    ..half_filled(&demo.profile)
                };
                self.draft(person, account, half, today)
            }
            DemoPlan::InReview {
                signed_steps,
                days_ago,
            } => {
                let day = day_of(demo, today, days_ago);
                let submission = self.submit(person, account, demo.profile.clone(), day)?;
                self.approve(person, &submission, Some(signed_steps), day)
            }
            DemoPlan::Returned {
                item,
                pointer,
                reason,
            } => {
                let day = day_of(demo, today, RETURNED_DAYS);
                let submission = self.submit(person, account, demo.profile.clone(), day)?;
                let reason = ItemReason {
                    item: item.to_owned(),
                    pointer: pointer.to_owned(),
                    reason: reason.to_owned(),
                };
                self.give_back(
                    person,
                    &submission,
                    reason,
                    days_before(today, RETURNED_DAYS - 2),
                )
            }
            DemoPlan::Approved { changed_later } => {
                let day = day_of(demo, today, APPROVED_DAYS);
                let submission = self.submit(person, account, demo.profile.clone(), day)?;
                self.approve(person, &submission, None, day)?;
                if changed_later {
                    self.change(demo, person, account)?;
                }
                Ok(())
            }
        }
    }

    /// A change on top: a new telephone number, waiting for the first step.
    fn change(
        &mut self,
        demo: &DemoPerson,
        person: &Person,
        account: &Account,
    ) -> Result<(), ApiError> {
        let day = day_of(demo, self.services.today(), CHANGED_DAYS);
        let mut changed = demo.profile.clone();
        changed.papers.phone = "0900000999".into();
        changed.recruitment.longest_work = "Tham mưu, tổng hợp".into();
        self.submit(person, account, changed, day).map(drop)
    }
}

/// The first groups of the form alone.
fn half_filled(profile: &Profile) -> Profile {
    Profile {
        header: profile.header.clone(),
        personal: profile.personal.clone(),
        papers: profile.papers.clone(),
        recruitment: profile.recruitment.clone(),
        ..Profile::default()
    }
}

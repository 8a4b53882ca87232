//! Figures as they are added up.

use std::collections::BTreeMap;

use congvu_db::Timestamp;
use congvu_db::overview::{PeopleRow, WaitingRow};
use congvu_openapi::overview::{Figures, StepFigures};

use crate::codes::variant;
use crate::error::ApiError;
use crate::services::{Services, in_vietnam};

/// The figures of a unit, or of all of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    figures: Figures,
    work: Work,
    /// By kind of work and role.
    steps: BTreeMap<(String, String), Work>,
}

/// Open tasks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Work {
    pub(super) waiting: i64,
    pub(super) late: i64,
    /// When the oldest was opened.
    pub(super) oldest: Option<Timestamp>,
}

impl Work {
    fn add(&mut self, other: Self) {
        self.waiting += other.waiting;
        self.late += other.late;
        self.oldest = match (self.oldest, other.oldest) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
    }

    /// Working days since the oldest was opened.
    pub(super) fn oldest_days(&self, services: &Services) -> Option<i64> {
        let opened = in_vietnam(self.oldest?.into()).date_naive();
        let calendar = services.calendar.get();
        Some(calendar.working_days_between(opened, services.today()))
    }
}

impl Tally {
    pub(super) fn add_people(&mut self, row: &PeopleRow) {
        let figures = &mut self.figures;
        figures.people += row.people;
        figures.approved += row.with_version;
        figures.missing += row.people - row.with_version;
        match row.state.as_str() {
            "in_review" => figures.in_review += row.people,
            "returned" => figures.returned += row.people,
            // What is saved was not submitted; a returned profile is saved, too, and is counted as such.
            _ => figures.drafting += row.with_draft,
        }
    }

    pub(super) fn add_work(&mut self, row: &WaitingRow) {
        let work = Work {
            waiting: row.waiting,
            late: row.late,
            oldest: row.oldest,
        };
        self.work.add(work);
        let step = (row.kind.clone(), row.role.clone());
        self.steps.entry(step).or_default().add(work);
    }

    pub(super) fn figures(&self, services: &Services) -> Figures {
        Figures {
            waiting: self.work.waiting,
            late: self.work.late,
            oldest_days: self.work.oldest_days(services),
            ..self.figures.clone()
        }
    }

    pub(super) fn steps(&self, services: &Services) -> Result<Vec<StepFigures>, ApiError> {
        self.steps
            .iter()
            .map(|((kind, role), work)| step(services, kind, role, *work))
            .collect()
    }
}

/// Work of one kind and role as it travels.
///
/// # Errors
/// The kind is none of ours.
pub(super) fn step(
    services: &Services,
    kind: &str,
    role: &str,
    work: Work,
) -> Result<StepFigures, ApiError> {
    let rules = services.rules();
    let titled = rules.role(role);
    Ok(StepFigures {
        kind: variant(kind)?,
        role: role.to_owned(),
        title: titled.map(|role| role.title.clone()).unwrap_or_default(),
        title_en: titled.map(|role| role.title_en.clone()).unwrap_or_default(),
        waiting: work.waiting,
        late: work.late,
        oldest_days: work.oldest_days(services),
    })
}

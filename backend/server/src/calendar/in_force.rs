use std::sync::{Arc, Mutex, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use congvu_db::{AnyConnection, CalendarAmendment, DbError};
use congvu_domain::calendar::{Amendment, Calendar};
use congvu_openapi::calendar::AmendmentKind;

use crate::codes::variant;

/// The calendar that this server goes by. Cheap to clone; every clone sees a change.
#[derive(Clone, Debug)]
pub struct InForce {
    state: Arc<RwLock<State>>,
    counted: Arc<Mutex<Option<CountedWith>>>,
}

#[derive(Clone, Debug)]
struct State {
    calendar: Arc<Calendar>,
    /// Every amendment in the order of entering, withdrawn ones too.
    amendments: Arc<[CalendarAmendment]>,
}

/// With which amendments open deadlines were counted last, and when first.
#[derive(Clone, Debug)]
pub(super) struct CountedWith {
    pub(super) amendments: Arc<[CalendarAmendment]>,
    pub(super) at: DateTime<Utc>,
    /// Counted once more, after whatever was being opened with the old days was written.
    pub(super) settled: bool,
}

impl Default for InForce {
    /// The built-in lists alone.
    fn default() -> Self {
        let state = State {
            calendar: Arc::new(Calendar::built_in().clone()),
            amendments: Arc::from([]),
        };
        Self {
            state: Arc::new(RwLock::new(state)),
            counted: Arc::default(),
        }
    }
}

impl InForce {
    /// The calendar as this server knows it now.
    #[must_use]
    pub fn get(&self) -> Arc<Calendar> {
        self.snapshot().0
    }

    /// The calendar with the amendments it comes from, withdrawn ones too.
    #[must_use]
    pub fn snapshot(&self) -> (Arc<Calendar>, Arc<[CalendarAmendment]>) {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        (state.calendar.clone(), state.amendments.clone())
    }

    /// Takes over what the database says now.
    ///
    /// # Errors
    /// The database cannot be read; then the calendar stays as it was.
    pub fn refresh(&self, connection: &mut AnyConnection) -> Result<(), DbError> {
        let amendments = congvu_db::calendar::amendments(connection)?;
        if *self.snapshot().1 == *amendments {
            return Ok(());
        }
        let state = State {
            calendar: Arc::new(calendar(&amendments)),
            amendments: amendments.into(),
        };
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = state;
        Ok(())
    }

    pub(super) fn counted(&self) -> Option<CountedWith> {
        let counted = self.counted.lock();
        counted.unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set_counted(&self, with: CountedWith) {
        let counted = self.counted.lock();
        *counted.unwrap_or_else(PoisonError::into_inner) = Some(with);
    }
}

/// The built-in lists with the amendments that were not withdrawn. One that cannot be meant any more,
/// because what it took back was withdrawn, changes nothing.
pub(super) fn calendar(amendments: &[CalendarAmendment]) -> Calendar {
    use chrono::Datelike as _;
    let mut calendar = Calendar::built_in().clone();
    for row in amendments.iter().filter(|row| row.withdrawn_at.is_none()) {
        match as_rule(row) {
            Some(rule) => match calendar.with(&[rule]) {
                Ok(amended) => calendar = amended,
                Err(error) => log::warn!("calendar: {error}; left aside"),
            },
            None => calendar = calendar.announced(row.day.year()),
        }
    }
    calendar
}

/// The amendment as the rules know it; none where it says that a year is complete.
pub(super) fn as_rule(row: &CalendarAmendment) -> Option<Amendment> {
    let kind: AmendmentKind = variant(&row.kind).ok()?;
    if kind == AmendmentKind::YearComplete {
        return None;
    }
    Some(Amendment {
        date: row.day,
        kind: variant(&row.kind).ok()?,
        name: row.name.clone(),
        announcement: row.announcement.clone(),
        announced_on: row.announced_on,
        entered_at: row.entered_at.into(),
    })
}

//! Other duties and principles.

use chrono::NaiveDate;

use super::super::draft::Draft;
use super::super::model::{Duty, Event, Yearly};
use super::Checker;

/// What another duty may count from.
const EVENTS: [Event; 11] = [
    Event::RecruitmentDecision,
    Event::AccountIssued,
    Event::ChangeOccurred,
    Event::DecisionEffective,
    Event::DecisionIssued,
    Event::Submitted,
    Event::TransferRequested,
    Event::DossierReceived,
    Event::DeathCertificateReceived,
    Event::Reported,
    Event::Approved,
];
/// A leap year, so that 29 February is a day.
const ANY_LEAP_YEAR: i32 = 2024;

pub(super) fn check(draft: &Draft, checker: &mut Checker<'_, '_, '_>) {
    let duties = draft.duties.iter();
    checker.unique(
        "duties",
        duties.map(|duty| Some(duty.as_ref()?.key.as_str())),
    );
    for (index, duty) in draft.duties.iter().enumerate() {
        if let Some(duty) = duty {
            one_duty(&format!("duties[{index}]"), duty, checker);
        }
    }
    for (index, principle) in draft.principles.iter().enumerate() {
        let Some(principle) = principle else { continue };
        let path = format!("principles[{index}]");
        checker.text(&format!("{path}.subject"), &principle.subject);
        checker.text(&format!("{path}.subject_en"), &principle.subject_en);
        checker.cited(
            &path,
            &principle.clause,
            principle.quote.as_deref(),
            principle.confirm,
        );
        let mut before = draft.principles.iter().take(index).flatten();
        if before.any(|other| other.key == principle.key) {
            checker.fail(
                &format!("{path}.key"),
                "đã được dùng trong [[principles]]",
                "already used in [[principles]]",
            );
        }
    }
}

fn one_duty(path: &str, duty: &Duty, checker: &mut Checker<'_, '_, '_>) {
    checker.requirement(&format!("{path}.requirement"), &duty.requirement);
    checker.text(&format!("{path}.actor"), &duty.actor);
    checker.text(&format!("{path}.subject"), &duty.subject);
    checker.cited(path, &duty.clause, duty.quote.as_deref(), duty.confirm);
    if let Some(role) = &duty.role {
        checker.role(&format!("{path}.role"), role, None);
    }
    match (duty.yearly, duty.within, duty.from) {
        (Some(yearly), None, None) => day_of_year(path, yearly, checker),
        (Some(_), _, _) => checker.fail(
            &format!("{path}.yearly"),
            "chỉ dùng `yearly`, hoặc `within` và `from`",
            "use `yearly`, or `within` and `from`",
        ),
        // The last working days of a period are a window too, unlike in a chain.
        (None, Some(within), Some(from)) if from.window().is_some() => {
            checker.window_days(path, within, from);
        }
        (None, within, from) => checker.duty_time(path, within, from, &EVENTS),
    }
}

fn day_of_year(path: &str, yearly: Yearly, checker: &mut Checker<'_, '_, '_>) {
    if NaiveDate::from_ymd_opt(ANY_LEAP_YEAR, yearly.month, yearly.day).is_none() {
        checker.fail(
            &format!("{path}.yearly"),
            format!("không có ngày {}/{}", yearly.day, yearly.month),
            format!("there is no day {}/{}", yearly.day, yearly.month),
        );
    }
}

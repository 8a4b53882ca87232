//! What is filled in about a change, and whether it is complete.

use congvu_openapi::submissions::ChangeKind;
use congvu_openapi::tasks::NewChange;

use super::super::words as w;
use crate::format::parse_date;
use crate::i18n::{Text, delegations};

/// What was chosen and typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub kind: ChangeKind,
    pub on: String,
    pub reference: String,
}

/// A field that is not right, with what to say at it.
pub(super) type Wrong = (&'static str, Text);

/// The change to announce. A decision may take effect later; what the person says has happened.
///
/// # Errors
/// Every field that is not right, named as on the wire.
pub(super) fn checked(typed: &Typed, today: Option<&str>) -> Result<NewChange, Vec<Wrong>> {
    let mut wrong: Vec<Wrong> = Vec::new();
    // A whole day; a month or a year alone is none.
    let on = parse_date(&typed.on).filter(|iso| iso.len() == 10);
    let personal = typed.kind == ChangeKind::PersonalChange;
    match (&on, today) {
        (None, _) => wrong.push(("on", delegations::DATE_WRONG)),
        (Some(on), Some(today)) if personal && on.as_str() > today => {
            wrong.push(("on", w::CHANGE_DAY_FUTURE));
        }
        (Some(on), Some(today)) if on.as_str() > in_a_year(today).as_str() => {
            wrong.push(("on", w::DECISION_DAY_FAR));
        }
        _ => {}
    }
    let reference = typed.reference.trim().to_owned();
    if reference.chars().count() < 3 {
        wrong.push(("reference", w::CHANGE_WHAT_SHORT));
    }
    match on {
        Some(on) if wrong.is_empty() => Ok(NewChange {
            kind: typed.kind,
            on,
            reference,
        }),
        _ => Err(wrong),
    }
}

/// The same day of the next year, `YYYY-MM-DD`; good to compare with, also where that year has no 29 February.
fn in_a_year(today: &str) -> String {
    match today.split_once('-') {
        Some((year, rest)) => format!("{}-{rest}", year.parse::<u32>().unwrap_or(0) + 1),
        None => today.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Option<&str> = Some("2026-11-23");

    fn typed(kind: ChangeKind, on: &str, reference: &str) -> Typed {
        Typed {
            kind,
            on: on.into(),
            reference: reference.into(),
        }
    }

    #[test]
    fn a_decision_may_take_effect_later_and_is_trimmed() {
        let decision = typed(
            ChangeKind::OrganisationChange,
            "1/12/2026",
            " 12/QĐ-STC, nâng bậc lương ",
        );
        let change = checked(&decision, TODAY).unwrap();
        assert_eq!(change.on, "2026-12-01");
        assert_eq!(change.reference, "12/QĐ-STC, nâng bậc lương");
    }

    #[test]
    fn every_wrong_field_is_named() {
        use ChangeKind::{OrganisationChange as Decision, PersonalChange as Own};
        for (case, expected) in [
            (typed(Own, "23/11/2026", "chuyển nơi ở"), &[][..]),
            (typed(Own, "24/11/2026", "chuyển nơi ở"), &["on"][..]),
            (typed(Own, "11/2026", "chuyển nơi ở"), &["on"][..]),
            (typed(Own, "", "  ab "), &["on", "reference"][..]),
            (typed(Decision, "23/11/2027", "12/QĐ-STC"), &[][..]),
            (typed(Decision, "24/11/2027", "12/QĐ-STC"), &["on"][..]),
        ] {
            let wrong = checked(&case, TODAY).err().unwrap_or_default();
            let names: Vec<_> = wrong.into_iter().map(|(name, _)| name).collect();
            assert_eq!(names, expected, "{case:?}");
        }
    }
}

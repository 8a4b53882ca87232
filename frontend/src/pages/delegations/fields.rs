//! What is filled in for a delegation, and whether it is complete.

use congvu_openapi::delegations::{DelegableRole, DelegationForm, NewDelegation};
use congvu_openapi::units::Unit;

use crate::format::{days_between, parse_date};
use crate::i18n::{Text, common, delegations};

/// What was typed and chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields {
    pub delegate: String,
    pub unit_id: String,
    pub form: Option<DelegationForm>,
    pub from: String,
    pub to: String,
    pub basis_number: String,
    pub basis_date: String,
    pub basis: String,
}

/// A field that is not right, with what to say at it.
pub(super) type Wrong = (&'static str, Text);

/// The delegation, to be given the certificate that signs it.
///
/// # Errors
/// Every field that is not right.
pub(super) fn checked(role: &DelegableRole, fields: &Fields) -> Result<NewDelegation, Vec<Wrong>> {
    let mut wrong: Vec<Wrong> = Vec::new();
    let mut filled = |name: &'static str, text: &str, least: usize| {
        let text = text.trim().to_owned();
        if text.chars().count() < least {
            wrong.push((name, common::FIELD_REQUIRED));
        }
        text
    };
    let delegate = filled("delegate", &fields.delegate, 1);
    let unit_id = filled("unit_id", &fields.unit_id, 1);
    let basis_number = filled("basis_number", &fields.basis_number, 1);
    let basis = filled("basis", &fields.basis, 3);
    let (from, to) = (day(&fields.from), day(&fields.to));
    let basis_date = day(&fields.basis_date);
    for (name, day) in [("from", &from), ("to", &to), ("basis_date", &basis_date)] {
        if day.is_none() {
            wrong.push((name, delegations::DATE_WRONG));
        }
    }
    let days = match (&from, &to) {
        (Some(from), Some(to)) => days_between(from, to).map(|days| days + 1),
        _ => None,
    };
    match (days, role.longest_days) {
        (Some(days), _) if days < 1 => wrong.push(("to", delegations::DATE_ORDER)),
        (Some(days), Some(longest)) if days > i64::from(longest) => {
            wrong.push(("to", delegations::TOO_LONG));
        }
        _ => {}
    }
    if fields.form.is_none() {
        wrong.push(("form", delegations::CHOOSE_FORM));
    }
    match (fields.form, from, to, basis_date) {
        (Some(form), Some(from), Some(to), Some(basis_date)) if wrong.is_empty() => {
            Ok(NewDelegation {
                certificate_id: String::new(),
                delegate,
                role: role.role.clone(),
                unit_id,
                form,
                from,
                to,
                basis_number,
                basis_date,
                basis,
            })
        }
        _ => Err(wrong),
    }
}

/// A whole day; a month or a year alone is none.
fn day(text: &str) -> Option<String> {
    parse_date(text).filter(|iso| iso.len() == 10)
}

/// The unit with the id and everything below it; units come parents before children, each branch in one piece.
pub(super) fn within(units: &[Unit], id: &str) -> Vec<Unit> {
    let Some(at) = units.iter().position(|unit| unit.id == id) else {
        return Vec::new();
    };
    let mut branch = units.iter().skip(at);
    let Some(top) = branch.next() else {
        return Vec::new();
    };
    let below = branch.take_while(|unit| unit.depth > top.depth);
    std::iter::once(top).chain(below).cloned().collect()
}

#[cfg(test)]
mod tests {
    use congvu_openapi::units::UnitManagement;

    use super::*;

    fn role(longest_days: Option<u32>) -> DelegableRole {
        DelegableRole {
            role: "head".into(),
            title: "Thủ trưởng".into(),
            title_en: "Head".into(),
            unit_id: "u1".into(),
            unit_name: "Sở Nội vụ".into(),
            forms: vec![DelegationForm::Kt],
            longest_days,
            clause: String::new(),
        }
    }

    fn fields() -> Fields {
        Fields {
            delegate: " minh.tv ".into(),
            unit_id: "u1".into(),
            form: Some(DelegationForm::Kt),
            from: "1/12/2026".into(),
            to: "30/12/2026".into(),
            basis_number: "15/GUQ-SNV".into(),
            basis_date: "28/11/2026".into(),
            basis: "Giấy ủy quyền của Giám đốc Sở".into(),
        }
    }

    #[test]
    fn what_is_complete_becomes_a_delegation() {
        let made = checked(&role(Some(30)), &fields()).unwrap();
        assert_eq!(made.delegate, "minh.tv");
        assert_eq!(
            (made.from.as_str(), made.to.as_str()),
            ("2026-12-01", "2026-12-30")
        );
    }

    #[test]
    fn every_wrong_field_is_named() {
        let names = |fields: &Fields, longest| -> Vec<&'static str> {
            let wrong = checked(&role(longest), fields).unwrap_err();
            wrong.into_iter().map(|(name, _)| name).collect()
        };
        let empty = Fields::default();
        assert_eq!(
            names(&empty, None),
            [
                "delegate",
                "unit_id",
                "basis_number",
                "basis",
                "from",
                "to",
                "basis_date",
                "form"
            ]
        );
        assert_eq!(names(&fields(), Some(29)), ["to"], "one day too long");
        let backwards = Fields {
            to: "30/11/2026".into(),
            ..fields()
        };
        assert_eq!(names(&backwards, None), ["to"]);
        let month = Fields {
            from: "12/2026".into(),
            ..fields()
        };
        assert_eq!(names(&month, None), ["from"]);
    }

    #[test]
    fn a_branch_is_the_unit_and_what_is_below_it() {
        let unit = |id: &str, depth| Unit {
            id: id.into(),
            parent_id: None,
            code: String::new(),
            name: String::new(),
            depth,
            management: UnitManagement::Unit,
        };
        let all = [unit("a", 0), unit("b", 1), unit("c", 2), unit("d", 1)];
        let ids = |id: &str| -> Vec<String> {
            within(&all, id).into_iter().map(|unit| unit.id).collect()
        };
        assert_eq!(ids("a"), ["a", "b", "c", "d"]);
        assert_eq!(ids("b"), ["b", "c"]);
        assert_eq!(ids("d"), ["d"]);
        assert!(ids("x").is_empty());
    }
}

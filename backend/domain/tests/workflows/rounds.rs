//! Later changes of every kind, steps that look again, reports of wrong items, and the same under the law of 2026.

use congvu_domain::calendar::Calendar;
use congvu_domain::deployment::{Deployment, Event, Management, Rules};
use congvu_domain::workflows::{
    ChangeKind, StepDue, account_issue_due, account_request_due, entry_due, remark_due,
    returned_step_due, step_due,
};

use crate::{date, deployment, due_on, some};

use ChangeKind::{NewProfile, OrganisationChange, PersonalChange};
use Management::{Top, Unit};

/// The rules of a day: what begins on it goes by them.
fn rules_on(key: &str, day: &str) -> &'static Rules {
    Deployment::built_in(key).unwrap().at(date(day))
}

/// Days by which the steps are due, each signed on its last day.
fn steps(rules: &Rules, management: Management, kind: ChangeKind, on: &str) -> Vec<String> {
    let chain = rules.chain_for(management);
    let submitted = date(on);
    let mut previous = submitted;
    let due = |index, previous| {
        let calendar = Calendar::built_in();
        step_due(rules, calendar, kind, chain, index, submitted, previous).unwrap()
    };
    (0..chain.steps.len())
        .map(|index| {
            let due = due(index, previous);
            previous = due.due.map_or(previous, |due| due.date);
            due_on(Some(due)).unwrap_or_default()
        })
        .collect()
}

/// Submitted on Friday 17/4/2026. Working days: 20–24/4 are 1–5; 27/4 off (Giỗ Tổ on Sunday 26), 28, 29/4 are 6, 7; 30/4 and 1/5
/// off; 4, 5, 6/5 are 8, 9, 10. Tiền Giang: the month ends on 30/4, off, 1/5 off, a weekend: Monday 4/5.
#[test]
fn c4_changes_of_either_side_and_of_everybody() {
    for (key, management, expected) in [
        ("bnv", Top, &["2026-05-06", "2026-05-06"][..]),
        ("bnv", Unit, &["2026-05-06", "2026-05-06", "2026-05-06"]),
        ("hcmc", Top, &["2026-05-06", "2026-05-06"]),
        ("hcmc", Unit, &["2026-05-06", "2026-05-06"]),
        ("tien-giang", Top, &["", "2026-05-04"]),
        ("tien-giang", Unit, &["", "2026-05-04"]),
        ("monre", Top, &[""]),
        ("monre", Unit, &[""]),
    ] {
        for kind in [PersonalChange, OrganisationChange] {
            let found = steps(deployment(key), management, kind, "2026-04-17");
            assert_eq!(found, expected, "{key} {management:?} {kind:?}");
        }
    }
}

/// Submitted on Friday 17/4/2026, returned on Wednesday 29/4: 5 working days from then are 4, 5, 6, 7, 8/5. One time for all steps
/// together runs on to 6/5, the window of the month to 4/5. At Bộ TN&MT there is one step, and none to return to.
#[test]
fn c6_a_step_that_looks_again_has_its_own_time_anew_and_no_other() {
    for (key, management, step, new_profile, change) in [
        ("bnv", Top, 0, "2026-05-08", "2026-05-06"),
        ("bnv", Unit, 0, "2026-05-08", "2026-05-06"),
        ("bnv", Unit, 1, "2026-05-08", "2026-05-06"),
        ("hcmc", Top, 0, "2026-05-08", "2026-05-06"),
        ("hcmc", Unit, 0, "2026-05-08", "2026-05-06"),
        ("tien-giang", Unit, 0, "", ""),
        ("tien-giang", Unit, 1, "2026-05-04", "2026-05-04"),
    ] {
        let rules = deployment(key);
        let chain = rules.chain_for(management);
        let due = |kind| {
            due_on(returned_step_due(
                rules,
                Calendar::built_in(),
                kind,
                chain,
                step,
                date("2026-04-17"),
                date("2026-04-29"),
            ))
        };
        let case = format!("{key} {management:?} step {step}");
        assert_eq!(due(NewProfile), some(new_profile), "{case}");
        assert_eq!(due(PersonalChange), some(change), "{case}");
        assert_eq!(due(OrganisationChange), some(change), "{case}");
    }
    assert_eq!(deployment("monre").chain_for(Top).steps.len(), 1);
    assert_eq!(deployment("monre").chain_for(Unit).steps.len(), 1);
}

/// B8. Reported on Tuesday 30/6/2026: nothing is said at BNV and HCM, no deadline at TG and MT. Reported on Friday 20/11/2026, 2 working
/// days by Nghị định 356/2025: Monday 23, Tuesday 24 off (Ngày Văn hóa Việt Nam), Wednesday 25.
#[test]
fn b8_by_when_a_report_of_a_wrong_item_is_answered() {
    let found = |key: &str, day: &str| -> Option<StepDue> {
        remark_due(rules_on(key, day), Calendar::built_in(), date(day))
    };
    for (key, clause) in [
        ("bnv", None),
        ("hcmc", None),
        ("tien-giang", Some("khoản 2 Điều 13 QĐ 03/2025/QĐ-UBND")),
        ("monre", Some("khoản 3 Điều 15 QĐ 2715/QĐ-BTNMT")),
    ] {
        let before = found(key, "2026-06-30");
        assert_eq!(before.as_ref().map(|due| due.clause.as_str()), clause);
        assert_eq!(due_on(before), None, "{key}");
        let after = found(key, "2026-11-20").unwrap();
        assert_eq!(after.clause, "Điều 5 NĐ 356/2025/NĐ-CP", "{key}");
        assert!(after.confirm, "{key}: not seen in full");
        assert_eq!(due_on(Some(after)), some("2026-11-25"), "{key}");
    }
}

/// An event on Tuesday 25/8/2026, under the law of 2026. 3 working days: 26, 27, 28/8. 5: 26, 27, 28/8; Monday 31/8 off (worked on
/// Saturday 22), 1 and 2/9 off; 3, 4/9. 20 days by the calendar: Monday 14/9. Empty: no such deadline.
#[test]
fn a3_b4_b5_b6_under_the_law_of_2026() {
    for (key, request, issue, new, personal, organisation) in [
        (
            "bnv",
            "2026-09-04",
            "2026-09-04",
            "2026-09-04",
            "2026-09-04",
            "2026-08-28",
        ),
        (
            "hcmc",
            "",
            "2026-09-04",
            "2026-09-04",
            "2026-09-04",
            "2026-08-28",
        ),
        ("tien-giang", "", "", "", "", "2026-08-28"),
        ("monre", "", "", "2026-09-14", "", "2026-08-28"),
    ] {
        let (rules, calendar) = (rules_on(key, "2026-08-25"), Calendar::built_in());
        let on = date("2026-08-25");
        let entry = |kind| due_on(entry_due(rules, calendar, kind, on));
        let asked = due_on(account_request_due(rules, calendar, on));
        assert_eq!(asked, some(request), "A3 {key} request");
        let issued = due_on(account_issue_due(rules, calendar, on));
        assert_eq!(issued, some(issue), "A3 {key} issue");
        assert_eq!(entry(NewProfile), some(new), "B4 {key}");
        assert_eq!(entry(PersonalChange), some(personal), "B5 {key}");
        assert_eq!(entry(OrganisationChange), some(organisation), "B6 {key}");
    }
}

/// Submitted on Tuesday 25/8/2026, across Quốc khánh; each step signed on its last day. 5 working days: 4/9. From Friday 4/9: 7–11/9 are
/// 1–5, 14–18/9 are 6–10, 21–25/9 are 11–15; from 11/9, 10 are 14–25/9. Tiền Giang: August ends on Monday 31/8, off to 2/9: Thursday 3/9.
#[test]
fn c2_c3_under_the_law_of_2026() {
    for (key, management, expected) in [
        ("bnv", Top, &["2026-09-04", "2026-09-18"][..]),
        ("bnv", Unit, &["2026-09-04", "2026-09-11", "2026-09-25"]),
        ("hcmc", Top, &["2026-09-04", "2026-09-25"]),
        ("hcmc", Unit, &["2026-09-04", "2026-09-25"]),
        ("tien-giang", Unit, &["", "2026-09-03"]),
        ("monre", Top, &[""]),
        ("monre", Unit, &[""]),
    ] {
        let rules = rules_on(key, "2026-08-25");
        let found = steps(rules, management, NewProfile, "2026-08-25");
        assert_eq!(found, expected, "{key} {management:?}");
    }
}

/// What may be counted anew is looked for among all events; a new one must not be forgotten there.
#[test]
fn every_event_is_among_all_of_them() {
    for (place, event) in Event::ALL.into_iter().enumerate() {
        let expected = match event {
            Event::RecruitmentDecision => 0,
            Event::AccountRequested => 1,
            Event::AccountIssued => 2,
            Event::ChangeOccurred => 3,
            Event::DecisionEffective => 4,
            Event::Submitted => 5,
            Event::PreviousStep => 6,
            Event::MonthEndWindow => 7,
            Event::HalfMonthWindow => 8,
            Event::QuarterEndWindow => 9,
            Event::DecisionIssued => 10,
            Event::TransferRequested => 11,
            Event::DossierReceived => 12,
            Event::DeathCertificateReceived => 13,
            Event::Reported => 14,
            Event::Approved => 15,
        };
        assert_eq!(place, expected, "{event:?}");
    }
}

//! Other duties, every month-end window, delegation, and the clauses' own words.

use congvu_domain::calendar::Calendar;
use congvu_domain::delegations::Form;
use congvu_domain::deployment::{BUILT_IN, DelegationRule, Deployment, Management};
use congvu_domain::workflows::{ChangeKind, StepDue, duty_due, entry_due, step_due, why};

use crate::{date, deployment, due_on, some};

use ChangeKind::{NewProfile, OrganisationChange, PersonalChange};
use Management::Unit;

/// Every other duty of the four regulations that has a time, from a day worked out by hand.
#[test]
fn d2_d5_e1_to_e5_f6_due_dates_of_other_duties() {
    for (key, duty, on, due) in [
        // BNV. Decision on Tuesday 10/2/2026; 11, 12, 13/2 are 1–3, Tết 16–20/2, then 23–27/2 are
        // 4–8, 2–6/3 are 9–13, 9, 10/3 are 14, 15.
        ("bnv", "transfer-inside", "2026-02-10", "2026-03-10"),
        ("bnv", "transfer-send", "2026-02-10", "2026-03-10"),
        // 16–20 on 11–17/3, 21–25 on 18–24/3, 26–30 on 25–31/3.
        ("bnv", "transfer-whole", "2026-02-10", "2026-03-31"),
        ("bnv", "arrival-check", "2026-02-10", "2026-02-24"),
        ("bnv", "arrival-approve", "2026-02-10", "2026-03-03"),
        ("bnv", "status", "2026-02-10", "2026-03-03"),
        // From Friday 17/4: 20–24 are 5, 27 off, 28, 29 are 7, 30/4 and 1/5 off, 4, 5, 6/5 are 10.
        ("bnv", "leave-national", "2026-04-17", "2026-05-06"),
        // HCM
        ("hcmc", "transfer-inside", "2026-02-10", "2026-03-10"),
        ("hcmc", "transfer-send", "2026-02-10", "2026-03-31"),
        ("hcmc", "status", "2026-02-10", "2026-03-03"),
        ("hcmc", "status-death", "2026-04-17", "2026-05-06"),
        // TG: 5 working days around 2/9: Friday 28/8; 31/8–2/9 off; 3, 4, 7, 8, 9/9.
        ("tien-giang", "transfer-inside", "2026-08-28", "2026-09-09"),
        ("tien-giang", "transfer-send", "2026-08-28", "2026-09-09"),
        // 10: 10, 11, 14, 15, 16/9 as well.
        ("tien-giang", "arrival", "2026-08-28", "2026-09-16"),
        // The last five working days of February 2026: 23–27/2, the 28th is a Saturday.
        ("tien-giang", "sync", "2026-02-03", "2026-02-27"),
        // Before 15/12/2026, a Tuesday: Monday 14/12. In 2024 the 15th is a Sunday: Friday 13/12.
        ("tien-giang", "report-agency", "2026-11-23", "2026-12-14"),
        ("tien-giang", "report-agency", "2024-11-23", "2024-12-13"),
        // By 20/1: a Tuesday in 2026; a Saturday in 2024, Monday 22/1.
        ("tien-giang", "report-province", "2025-12-20", "2026-01-20"),
        ("tien-giang", "report-province", "2023-12-20", "2024-01-22"),
        // MT: 15 and 5 days by the calendar: Wednesday 25/2; Sunday 15/2, then Tết: Monday 23/2.
        ("monre", "transfer-send", "2026-02-10", "2026-02-25"),
        ("monre", "status", "2026-02-10", "2026-02-23"),
        // Before 10/12/2026, a Thursday: Wednesday 9/12.
        ("monre", "report-unit", "2026-11-23", "2026-12-09"),
    ] {
        let rules = deployment(key);
        let found = duty_due(
            rules,
            Calendar::built_in(),
            rules.duty(duty).unwrap(),
            date(on),
        );
        assert_eq!(due_on(Some(found.clone())), some(due), "{key} {duty}");
        assert!(found.quote.is_some(), "{key} {duty}");
        assert!(!found.confirm, "{key} {duty}");
    }
}

#[test]
fn b8_b9_d1_f8_duties_without_a_deadline_have_somebody_who_answers_for_them() {
    for (key, duty, requirement, role, clause) in [
        (
            "bnv",
            "urge",
            "B9",
            "hr_officer",
            "khoản 6 Điều 4 QĐ 832/QĐ-BNV",
        ),
        (
            "bnv",
            "oversight",
            "F8",
            "central_reviewer",
            "khoản 3 Điều 11 QĐ 832/QĐ-BNV",
        ),
        (
            "bnv",
            "sync",
            "D1",
            "central_director",
            "khoản 3 Điều 7 QĐ 832/QĐ-BNV",
        ),
        (
            "hcmc",
            "urge",
            "B9",
            "hr_head",
            "khoản 6 Điều 4 QĐ 51/2024/QĐ-UBND",
        ),
        (
            "hcmc",
            "oversight",
            "F8",
            "central_reviewer",
            "khoản 4 Điều 11 QĐ 51/2024/QĐ-UBND",
        ),
        (
            "hcmc",
            "sync",
            "D1",
            "central_director",
            "khoản 7 Điều 11 QĐ 51/2024/QĐ-UBND",
        ),
        (
            "tien-giang",
            "remark",
            "B8",
            "hr_officer",
            "khoản 2 Điều 13 QĐ 03/2025/QĐ-UBND",
        ),
        (
            "tien-giang",
            "urge",
            "B9",
            "hr_officer",
            "khoản 3 Điều 14 QĐ 03/2025/QĐ-UBND",
        ),
        (
            "tien-giang",
            "urge-agency",
            "B9",
            "unit_head",
            "khoản 3 Điều 15 QĐ 03/2025/QĐ-UBND",
        ),
        (
            "tien-giang",
            "structure",
            "B11",
            "unit_head",
            "khoản 5 Điều 5 QĐ 03/2025/QĐ-UBND",
        ),
        (
            "tien-giang",
            "oversight",
            "F8",
            "central_reviewer",
            "khoản 5 Điều 16 QĐ 03/2025/QĐ-UBND",
        ),
        (
            "monre",
            "remark",
            "B8",
            "hr_officer",
            "khoản 3 Điều 15 QĐ 2715/QĐ-BTNMT",
        ),
        (
            "monre",
            "urge",
            "B9",
            "hr_officer",
            "khoản 2 Điều 14 QĐ 2715/QĐ-BTNMT",
        ),
        (
            "monre",
            "oversight",
            "F8",
            "central_reviewer",
            "điểm b khoản 2 Điều 11 QĐ 2715/QĐ-BTNMT",
        ),
    ] {
        let rules = deployment(key);
        let found = rules.duty(duty).unwrap();
        assert_eq!(found.requirement, requirement, "{key} {duty}");
        assert_eq!(found.role.as_deref(), Some(role), "{key} {duty}");
        let due = duty_due(rules, Calendar::built_in(), found, date("2026-02-10"));
        assert_eq!(
            (due.due, due.clause.as_str()),
            (None, clause),
            "{key} {duty}"
        );
    }
}

/// Điều 6 Tiền Giang month by month: the last five days by the calendar; the end moved past days off.
#[test]
fn c3_c4_every_month_end_window_of_2025_and_2026() {
    for (month, opens, closes) in [
        ("2025-03", "2025-03-27", "2025-03-31"), // Monday
        ("2025-04", "2025-04-26", "2025-05-05"), // 30/4 off, 1/5, 2/5 exchanged, a weekend
        ("2025-05", "2025-05-27", "2025-06-02"), // Saturday
        ("2025-06", "2025-06-26", "2025-06-30"), // Monday
        ("2025-07", "2025-07-27", "2025-07-31"), // Thursday
        ("2025-08", "2025-08-27", "2025-09-03"), // Sunday, then 1/9 and 2/9 off
        ("2025-09", "2025-09-26", "2025-09-30"), // Tuesday
        ("2025-10", "2025-10-27", "2025-10-31"), // Friday
        ("2025-11", "2025-11-26", "2025-12-01"), // Sunday
        ("2025-12", "2025-12-27", "2025-12-31"), // Wednesday
        ("2026-01", "2026-01-27", "2026-02-02"), // Saturday
        ("2026-02", "2026-02-24", "2026-03-02"), // Saturday; Tết 16–20/2 is over
        ("2026-03", "2026-03-27", "2026-03-31"), // Tuesday
        ("2026-04", "2026-04-26", "2026-05-04"), // 30/4 and 1/5 off, then a weekend
        ("2026-05", "2026-05-27", "2026-06-01"), // Sunday
        ("2026-06", "2026-06-26", "2026-06-30"), // Tuesday
        ("2026-07", "2026-07-27", "2026-07-31"), // Friday
        ("2026-08", "2026-08-27", "2026-09-03"), // 31/8 exchanged, 1/9 and 2/9 off
        ("2026-09", "2026-09-26", "2026-09-30"), // Wednesday
        ("2026-10", "2026-10-27", "2026-11-02"), // Saturday
        ("2026-11", "2026-11-26", "2026-11-30"), // Monday
        ("2026-12", "2026-12-27", "2026-12-31"), // Thursday
    ] {
        let built_in = Deployment::built_in("tien-giang").unwrap();
        for (day, kind) in [
            ("05", NewProfile),
            ("20", PersonalChange),
            ("28", OrganisationChange),
        ] {
            let on = date(&format!("{month}-{day}"));
            let rules = built_in.at(on);
            let chain = rules.chain_for(Unit);
            let due = step_due(rules, Calendar::built_in(), kind, chain, 1, on, on).unwrap();
            assert_eq!(due.opens, Some(date(opens)), "{on}");
            assert_eq!(due_on(Some(due)), some(closes), "{on}");
        }
    }
}

#[test]
fn c5_delegation_of_each_regulation() {
    // Only Tiền Giang's Điều 6 speaks of it; elsewhere the decree on clerical work, to be confirmed.
    for (key, form, clause, confirm) in [
        ("bnv", Form::Tuq, "khoản 3 Điều 13 NĐ 30/2020/NĐ-CP", true),
        ("hcmc", Form::Tuq, "khoản 3 Điều 13 NĐ 30/2020/NĐ-CP", true),
        ("tien-giang", Form::Tuq, "Điều 6 QĐ 03/2025/QĐ-UBND", false),
        ("monre", Form::Tuq, "khoản 3 Điều 13 NĐ 30/2020/NĐ-CP", true),
        ("bnv", Form::Kt, "khoản 1 Điều 13 NĐ 30/2020/NĐ-CP", true),
    ] {
        let rules = deployment(key);
        let head = |rule: &&DelegationRule| {
            rule.form == form && rule.roles.contains(&"unit_head".to_owned())
        };
        let found = rules.delegations.iter().find(head).unwrap();
        assert_eq!(rules.cite(&found.clause), clause, "{key} {form:?}");
        assert_eq!(
            (found.enabled, found.confirm),
            (true, confirm),
            "{key} {form:?}"
        );
    }
    for (key, _) in BUILT_IN {
        let mut rules = deployment(key).delegations.iter();
        assert!(
            rules.all(|rule| rule.enabled || rule.form == Form::Tl),
            "{key}"
        );
    }
}

#[test]
fn the_words_of_the_clause_stand_beside_the_sentence() {
    let rules = deployment("monre");
    let due = entry_due(
        rules,
        Calendar::built_in(),
        OrganisationChange,
        date("2026-02-10"),
    )
    .unwrap();
    let reason = why(&due);
    assert_eq!(
        reason.full_vi(),
        "15 ngày kể từ ngày quyết định, văn bản có hiệu lực (10/02/2026), đến hết ngày 25/02/2026 – điểm a khoản 2 Điều 7 QĐ 2715/QĐ-BTNMT. “thời gian chậm nhất không quá 15 ngày, kể từ ngày quyết định, văn bản có hiệu lực”"
    );
    assert!(reason.full_en().starts_with("15 days from "));
    let report = duty_due(
        rules,
        Calendar::built_in(),
        rules.duty("report-unit").unwrap(),
        date("2026-11-23"),
    );
    assert_eq!(
        why(&report).vi,
        "Hằng năm, đến hết ngày 09/12/2026 – điểm a khoản 1 Điều 16 QĐ 2715/QĐ-BTNMT."
    );
}

#[test]
fn a_duty_without_a_deadline_says_so() {
    let rules = deployment("tien-giang");
    let due = StepDue::undated(rules, date("2026-02-10"), "khoản 2 Điều 5", "A3");
    assert_eq!(due.due, None);
    assert_eq!(
        why(&due).vi,
        "Quy chế không quy định thời hạn (khoản 2 Điều 5 QĐ 03/2025/QĐ-UBND)."
    );
}

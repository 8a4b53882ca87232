//! Chains, entering data, and the sentences about them.

use congvu_domain::calendar::Calendar;
use congvu_domain::deployment::{BUILT_IN, Event, Management};
use congvu_domain::workflows::{
    ChangeKind, Decision, Entrant, Next, account_issue_due, account_request_due, decide, entry_due,
    may_enter, step_due, why,
};

use crate::{date, deployment, due_on, some};

use ChangeKind::{NewProfile, OrganisationChange, PersonalChange};
use Management::{Top, Unit};

/// Submitted on Tuesday 10/02/2026, a week before Tết (16–20/2); each step signed on its last day.
#[test]
fn c2_c3_c4_due_dates_of_every_step() {
    let cases: &[(&str, Management, ChangeKind, &[&str], &str)] = &[
        // C2, C3 BNV
        (
            "bnv",
            Top,
            NewProfile,
            &["2026-02-24", "2026-03-10"],
            "điểm a khoản 2 Điều 7 QĐ 832/QĐ-BNV",
        ),
        (
            "bnv",
            Unit,
            NewProfile,
            &["2026-02-24", "2026-03-03", "2026-03-17"],
            "điểm b khoản 2 Điều 7 QĐ 832/QĐ-BNV",
        ),
        // C4 BNV: 10 working days from the submission for all steps together
        (
            "bnv",
            Top,
            PersonalChange,
            &["2026-03-03", "2026-03-03"],
            "điểm c khoản 2 Điều 7 QĐ 832/QĐ-BNV",
        ),
        (
            "bnv",
            Unit,
            OrganisationChange,
            &["2026-03-03", "2026-03-03", "2026-03-03"],
            "điểm c khoản 2 Điều 7 QĐ 832/QĐ-BNV",
        ),
        // HCM
        (
            "hcmc",
            Top,
            NewProfile,
            &["2026-02-24", "2026-03-17"],
            "điểm a khoản 2 Điều 7 QĐ 51/2024/QĐ-UBND",
        ),
        (
            "hcmc",
            Unit,
            NewProfile,
            &["2026-02-24", "2026-03-17"],
            "điểm b khoản 2 Điều 7 QĐ 51/2024/QĐ-UBND",
        ),
        (
            "hcmc",
            Unit,
            PersonalChange,
            &["2026-03-03", "2026-03-03"],
            "điểm c khoản 2 Điều 7 QĐ 51/2024/QĐ-UBND",
        ),
        // TG: the check has no deadline, the head signs at the end of February (moved to 2/3)
        (
            "tien-giang",
            Unit,
            NewProfile,
            &["", "2026-03-02"],
            "Điều 6 QĐ 03/2025/QĐ-UBND",
        ),
        (
            "tien-giang",
            Top,
            PersonalChange,
            &["", "2026-03-02"],
            "Điều 6 QĐ 03/2025/QĐ-UBND",
        ),
        // MT: none
        (
            "monre",
            Top,
            NewProfile,
            &[""],
            "điểm a khoản 1 Điều 11 QĐ 2715/QĐ-BTNMT",
        ),
        (
            "monre",
            Unit,
            OrganisationChange,
            &[""],
            "điểm c khoản 2 Điều 13 QĐ 2715/QĐ-BTNMT",
        ),
    ];
    for (key, management, kind, expected, clause) in cases {
        let deployment = deployment(key);
        let chain = deployment.chain_for(*management);
        let submitted = date("2026-02-10");
        let mut previous = submitted;
        assert_eq!(chain.steps.len(), expected.len(), "{key} {management:?}");
        for (index, expected) in expected.iter().enumerate() {
            let step = step_due(
                deployment,
                Calendar::built_in(),
                *kind,
                chain,
                index,
                submitted,
                previous,
            )
            .unwrap();
            assert_eq!(
                due_on(Some(step.clone())),
                some(expected),
                "{key} {management:?} {kind:?} step {index}"
            );
            if let Some(due) = step.due {
                previous = due.date;
            }
            if index + 1 == chain.steps.len() {
                assert_eq!(step.clause, *clause, "{key} {management:?} {kind:?}");
            }
        }
        let after = chain.steps.len();
        assert!(
            step_due(
                deployment,
                Calendar::built_in(),
                *kind,
                chain,
                after,
                submitted,
                previous
            )
            .is_none()
        );
    }
}

#[test]
fn c3_steps_count_from_the_signature_before_them() {
    let deployment = deployment("bnv");
    let chain = deployment.chain_for(Unit);
    let step = step_due(
        deployment,
        Calendar::built_in(),
        NewProfile,
        chain,
        1,
        date("2026-03-02"),
        date("2026-03-04"),
    )
    .unwrap();
    assert_eq!(step.counted_from, date("2026-03-04"));
    assert_eq!(due_on(Some(step)), some("2026-03-11"));
}

#[test]
fn c4_requirement_goes_with_later_changes_only() {
    for (key, kind, requirement) in [
        ("bnv", NewProfile, "C2"),
        ("bnv", PersonalChange, "C4"),
        ("hcmc", OrganisationChange, "C4"),
        ("monre", PersonalChange, "C2"),
    ] {
        let deployment = deployment(key);
        let chain = deployment.chain_for(Top);
        let on = date("2026-03-02");
        let step = step_due(deployment, Calendar::built_in(), kind, chain, 0, on, on).unwrap();
        assert_eq!(step.requirement, requirement, "{key} {kind:?}");
    }
}

#[test]
fn c3_c4_window_of_tien_giang_belongs_to_the_month_of_the_submission() {
    let deployment = deployment("tien-giang");
    let chain = deployment.chain_for(Unit);
    for kind in [NewProfile, PersonalChange, OrganisationChange] {
        // Checked only in February, the data of January is still January's.
        let step = step_due(
            deployment,
            Calendar::built_in(),
            kind,
            chain,
            1,
            date("2026-01-20"),
            date("2026-02-03"),
        )
        .unwrap();
        assert_eq!(step.opens, Some(date("2026-01-27")));
        assert_eq!(due_on(Some(step.clone())), some("2026-02-02"));
        assert_eq!(step.from, Event::MonthEndWindow);
        let check = step_due(
            deployment,
            Calendar::built_in(),
            kind,
            chain,
            0,
            date("2026-01-20"),
            date("2026-01-20"),
        )
        .unwrap();
        assert_eq!((check.due, check.opens), (None, None));
    }
}

#[test]
fn a3_b4_b5_b6_due_dates() {
    // Event on Tuesday 10/02/2026. Empty: the regulation has no such deadline.
    for (key, request, issue, new, personal, organisation) in [
        (
            "bnv",
            "2026-02-24",
            "2026-02-24",
            "2026-02-24",
            "2026-02-24",
            "",
        ),
        ("hcmc", "", "2026-02-24", "2026-02-24", "2026-02-24", ""),
        ("tien-giang", "", "", "", "", ""),
        ("monre", "", "", "2026-03-02", "", "2026-02-25"),
    ] {
        let (deployment, calendar, on) =
            (deployment(key), Calendar::built_in(), date("2026-02-10"));
        assert_eq!(
            due_on(account_request_due(deployment, calendar, on)),
            some(request),
            "A3 {key} request"
        );
        assert_eq!(
            due_on(account_issue_due(deployment, calendar, on)),
            some(issue),
            "A3 {key} issue"
        );
        assert_eq!(
            due_on(entry_due(deployment, calendar, NewProfile, on)),
            some(new),
            "B4 {key}"
        );
        assert_eq!(
            due_on(entry_due(deployment, calendar, PersonalChange, on)),
            some(personal),
            "B5 {key}"
        );
        assert_eq!(
            due_on(entry_due(deployment, calendar, OrganisationChange, on)),
            some(organisation),
            "B6 {key}"
        );
    }
}

#[test]
fn b4_b5_b6_who_may_enter() {
    let person_and_agency = |key, kind| {
        let deployment = deployment(key);
        (
            may_enter(deployment, kind, Entrant::Person),
            may_enter(deployment, kind, Entrant::Agency),
        )
    };
    for (key, new, personal, organisation) in [
        ("bnv", (true, false), (true, false), (false, true)),
        ("hcmc", (true, false), (true, false), (false, true)),
        ("tien-giang", (true, true), (true, true), (true, true)),
        ("monre", (false, true), (false, true), (false, true)),
    ] {
        assert_eq!(person_and_agency(key, NewProfile), new, "B4 {key}");
        assert_eq!(person_and_agency(key, PersonalChange), personal, "B5 {key}");
        assert_eq!(
            person_and_agency(key, OrganisationChange),
            organisation,
            "B6 {key}"
        );
    }
}

#[test]
fn c2_c3_roles_of_every_chain() {
    for (key, management, roles) in [
        ("bnv", Top, &["central_reviewer", "central_director"][..]),
        ("bnv", Unit, &["hr_officer", "hr_head", "unit_head"]),
        ("hcmc", Top, &["central_reviewer", "central_director"]),
        ("hcmc", Unit, &["hr_head", "unit_head"]),
        ("tien-giang", Top, &["hr_officer", "unit_head"]),
        ("tien-giang", Unit, &["hr_officer", "unit_head"]),
        ("monre", Top, &["central_director"]),
        ("monre", Unit, &["unit_head"]),
    ] {
        let chain = deployment(key).chain_for(management);
        let found: Vec<_> = chain.steps.iter().map(|step| step.role.as_str()).collect();
        assert_eq!(found, roles, "{key} {management:?}");
    }
}

#[test]
fn c1_c6_decisions_move_a_submission() {
    for (index, len, decision, next) in [
        (0, 3, Decision::Approve, Next::NextStep(1)),
        (1, 3, Decision::Approve, Next::NextStep(2)),
        (2, 3, Decision::Approve, Next::Effective),
        (0, 1, Decision::Approve, Next::Effective),
        (0, 3, Decision::Return, Next::Returned),
        (2, 3, Decision::Return, Next::Returned),
    ] {
        assert_eq!(
            decide(index, len, decision),
            next,
            "{index} of {len} {decision:?}"
        );
    }
}

#[test]
fn the_reason_of_a_date_reads_as_a_sentence() {
    let reason = |key: &str, kind, index, on: &str| {
        let deployment = deployment(key);
        let chain = deployment.chain_for(Unit);
        why(&step_due(
            deployment,
            Calendar::built_in(),
            kind,
            chain,
            index,
            date(on),
            date(on),
        )
        .unwrap())
    };
    let sentence = reason("bnv", NewProfile, 2, "2026-02-10");
    assert_eq!(
        sentence.vi,
        "10 ngày làm việc kể từ ngày bước trước ký (10/02/2026), đến hết ngày 03/03/2026 – điểm b khoản 2 Điều 7 QĐ 832/QĐ-BNV."
    );
    assert_eq!(
        sentence.en,
        "10 working days from the signature of the step before (10/02/2026), until 03/03/2026 – điểm b khoản 2 Điều 7 QĐ 832/QĐ-BNV."
    );
    assert_eq!(
        reason("tien-giang", NewProfile, 1, "2026-01-20").vi,
        "5 ngày cuối tháng 01/2026, từ 27/01/2026 đến 02/02/2026 – Điều 6 QĐ 03/2025/QĐ-UBND."
    );
    assert_eq!(
        reason("monre", NewProfile, 0, "2026-01-20").vi,
        "Quy chế không quy định thời hạn (điểm c khoản 2 Điều 13 QĐ 2715/QĐ-BTNMT)."
    );
    assert!(
        reason("hcmc", PersonalChange, 1, "2026-12-30")
            .vi
            .ends_with("Tạm tính: lịch nghỉ của năm chưa được thông báo.")
    );
}

#[test]
fn every_step_of_every_regulation_can_be_explained() {
    for (key, _) in BUILT_IN {
        let deployment = deployment(key);
        for management in [Top, Unit] {
            let chain = deployment.chain_for(management);
            for kind in [NewProfile, PersonalChange, OrganisationChange] {
                for index in 0..chain.steps.len() {
                    let on = date("2026-06-10");
                    let step =
                        step_due(deployment, Calendar::built_in(), kind, chain, index, on, on)
                            .unwrap();
                    let sentence = why(&step);
                    assert!(sentence.vi.contains(&deployment.legal_basis.short), "{key}");
                    assert!(sentence.en.contains(&deployment.legal_basis.short), "{key}");
                }
            }
        }
    }
}

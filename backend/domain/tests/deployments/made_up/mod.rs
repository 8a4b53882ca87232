//! Three regulations that nobody issued, each unlike the four: they run by file alone.

use congvu_domain::calendar::Calendar;
use congvu_domain::deployment::{Deployment, Management, Rules};
use congvu_domain::workflows::{
    ChangeKind, Outcome, Reviewed, StepDue, Verdict, account_issue_due, account_request_due,
    duty_due, entry_due, returned_step_due, review, step_due, why,
};

use crate::date;

use ChangeKind::{NewProfile, OrganisationChange, PersonalChange};
use Management::{Top, Unit};

fn read(name: &str) -> Deployment {
    let toml = match name {
        "port" => include_str!("port.toml"),
        "academy" => include_str!("academy.toml"),
        _ => include_str!("island.toml"),
    };
    Deployment::parse(name, toml).unwrap_or_else(|problems| {
        let shown: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", shown.join("\n"))
    })
}

fn day(due: Option<StepDue>) -> String {
    let date = due.and_then(|due| due.due).map(|due| due.date.to_string());
    date.unwrap_or_default()
}

/// Days on which the steps are due, each signed on its last day (on the day before where it has none).
fn steps(rules: &Rules, management: Management, kind: ChangeKind, submitted: &str) -> Vec<String> {
    let chain = rules.chain_for(management);
    let submitted = date(submitted);
    let mut previous = submitted;
    (0..chain.steps.len())
        .map(|index| {
            let due = step_due(
                rules,
                Calendar::built_in(),
                kind,
                chain,
                index,
                submitted,
                previous,
            );
            let due = due.unwrap();
            if let Some(due) = due.due {
                previous = due.date;
            }
            day(Some(due))
        })
        .collect()
}

#[test]
fn four_steps_calendar_days_and_half_months() {
    let port = read("port");
    let rules = port.original();
    // Submitted on Monday 2/3/2026. +4 = Friday 6/3; +3 = Monday 9/3; no deadline; the last three
    // days of the first half, 13–15/3, the 15th being a Sunday: Monday 16/3.
    assert_eq!(
        steps(rules, Unit, NewProfile, "2026-03-02"),
        ["2026-03-06", "2026-03-09", "", "2026-03-16"]
    );
    // Submitted on Friday 13/2: +4 = Tuesday 17/2 in Tết → Monday 23/2; +3 = Thursday 26/2; window
    // 13–15/2 ends on a Sunday, then Tết → 23/2.
    assert_eq!(
        steps(rules, Top, NewProfile, "2026-02-13"),
        ["2026-02-23", "2026-02-26", "", "2026-02-23"]
    );
    // A change submitted on 20/3: second half, 29–31/3; the first steps keep their own time.
    assert_eq!(
        steps(rules, Unit, PersonalChange, "2026-03-20"),
        ["2026-03-24", "2026-03-27", "", "2026-03-31"]
    );
    let calendar = Calendar::built_in();
    let on = date("2026-02-10");
    // Tuesday 10/2 + 7 = 17/2, Tết → 23/2; a request on 10/2: Wednesday 11/2; + 30 = 12/3.
    assert_eq!(day(account_request_due(rules, calendar, on)), "2026-02-23");
    assert_eq!(day(account_issue_due(rules, calendar, on)), "2026-02-11");
    assert_eq!(
        day(entry_due(rules, calendar, NewProfile, on)),
        "2026-03-12"
    );
    // + 10 = Friday 20/2, the last day of Tết → 23/2.
    assert_eq!(
        day(entry_due(rules, calendar, PersonalChange, on)),
        "2026-02-23"
    );
    let chain = rules.chain_for(Unit);
    let due = step_due(
        rules,
        calendar,
        NewProfile,
        chain,
        3,
        date("2026-03-02"),
        on,
    )
    .unwrap();
    assert_eq!(
        why(&due).vi,
        "3 ngày cuối nửa đầu tháng 03/2026, từ 13/03/2026 đến 16/03/2026 – khoản 4 Điều 5 QĐ 7/QĐ-CV."
    );
}

#[test]
fn one_step_counting_from_the_day_itself_at_the_end_of_the_quarter() {
    let academy = read("academy");
    let rules = academy.original();
    assert_eq!(rules.chain_for(Top).steps.len(), 1);
    for (submitted, due) in [
        ("2026-01-05", "2026-03-31"),
        ("2026-03-31", "2026-03-31"),
        ("2026-04-01", "2026-06-30"),
        ("2026-08-10", "2026-09-30"),
        ("2027-10-05", "2027-12-31"), // a Friday of a year not announced
    ] {
        assert_eq!(
            steps(rules, Unit, PersonalChange, submitted),
            [due],
            "{submitted}"
        );
    }
    let calendar = Calendar::built_in();
    // Monday 2/3/2026 counts: 2, 3, 4/3; 2–6/3. Calendar: 2–11/3.
    let on = date("2026-03-02");
    assert_eq!(day(account_issue_due(rules, calendar, on)), "2026-03-04");
    assert_eq!(
        day(entry_due(rules, calendar, NewProfile, on)),
        "2026-03-06"
    );
    assert_eq!(
        day(entry_due(rules, calendar, PersonalChange, on)),
        "2026-03-11"
    );
    assert_eq!(day(entry_due(rules, calendar, OrganisationChange, on)), "");
    // An event on Sunday 1/3 begins to count on Monday: 2, 3, 4/3.
    assert_eq!(
        day(account_issue_due(rules, calendar, date("2026-03-01"))),
        "2026-03-04"
    );
    // Reported on Monday: that day and Tuesday.
    let duty = |key, on| {
        day(Some(duty_due(
            rules,
            calendar,
            rules.duty(key).unwrap(),
            date(on),
        )))
    };
    assert_eq!(duty("remark", "2026-03-02"), "2026-03-03");
    // By 28 February: a Saturday in 2026 → Monday 2/3; from 3/3 it is next year's, a Sunday → 1/3.
    assert_eq!(duty("report", "2026-01-10"), "2026-03-02");
    assert_eq!(duty("report", "2026-03-02"), "2026-03-02");
    assert_eq!(duty("report", "2026-03-03"), "2027-03-01");
    let chain = rules.chain_for(Unit);
    let due = step_due(rules, calendar, NewProfile, chain, 0, on, on).unwrap();
    assert_eq!(
        why(&due).en,
        "The last 10 days of quarter 1 of 2026, 22/03/2026 to 31/03/2026 – Điều 5 QĐ 12/QĐ-HV."
    );
}

#[test]
fn reviewers_side_by_side_and_a_shorter_chain_later() {
    let island = read("island");
    let rules = island.at(date("2026-11-02"));
    // Monday 2/11/2026: 3, 4, 5, 6/11; 9, 10, 11/11; 12, 13/11.
    assert_eq!(
        steps(rules, Unit, NewProfile, "2026-11-02"),
        ["2026-11-06", "2026-11-11", "2026-11-13"]
    );
    // 6 working days: 3, 4, 5, 6, 9, 10/11. A change: 12 days by the calendar end on Saturday
    // 14/11 → Monday 16/11, for all steps together.
    assert_eq!(steps(rules, Top, NewProfile, "2026-11-02"), ["2026-11-10"]);
    assert_eq!(
        steps(rules, Unit, PersonalChange, "2026-11-02"),
        ["2026-11-16"; 3]
    );

    let chain = rules.chain_for(Unit);
    let seats: Vec<_> = chain.steps.iter().map(|step| step.seats()).collect();
    assert_eq!(
        seats,
        [
            vec!["expert", "expert"],
            vec!["personnel", "finance"],
            vec!["chair"]
        ]
    );
    let next = |step, done: &[&str], role, verdict| {
        let done: Vec<_> = done.iter().map(|role| Reviewed { role }).collect();
        review(chain, step, &done, role, verdict).unwrap()
    };
    let waits = |step, open: &str| Outcome::Waits {
        step,
        open: vec![open.to_owned()],
    };
    assert_eq!(next(0, &[], "expert", Verdict::Approve), waits(0, "expert"));
    assert_eq!(
        next(0, &["expert"], "expert", Verdict::Approve),
        Outcome::NextStep(1)
    );
    assert_eq!(
        next(1, &[], "finance", Verdict::Approve),
        waits(1, "personnel")
    );
    assert_eq!(
        next(1, &["finance"], "personnel", Verdict::Approve),
        Outcome::NextStep(2)
    );
    assert_eq!(
        next(1, &["finance"], "personnel", Verdict::Return { to: 1 }),
        Outcome::BackToStep(0)
    );
    assert_eq!(next(2, &[], "chair", Verdict::Approve), Outcome::Effective);

    // Sent back to the first step on Monday 9/11: its 4 days count anew, 10, 11, 12, 13/11; the
    // time of a change, counted for all steps together, runs on.
    let back = |kind| {
        let (submitted, returned) = (date("2026-11-02"), date("2026-11-09"));
        day(returned_step_due(
            rules,
            Calendar::built_in(),
            kind,
            chain,
            0,
            submitted,
            returned,
        ))
    };
    assert_eq!(back(NewProfile), "2026-11-13");
    assert_eq!(back(PersonalChange), "2026-11-16");

    // What is submitted on the last day of 2026 still goes through three steps.
    assert_eq!(island.at(date("2026-12-31")).chain_for(Unit).steps.len(), 3);
    let later = island.at(date("2027-01-01"));
    assert_eq!(later.chain_for(Unit).steps.len(), 2);
    assert!(later.role("finance").is_none());
    let first = &later.chain_for(Unit).steps[0];
    assert_eq!(later.cite(&first.clause), "khoản 1 Điều 1 QĐ 9/2026/QĐ-ĐK");
    assert_eq!(rules.delegations, later.delegations);
}

#[test]
fn they_explain_themselves() {
    for (name, sentence) in [
        (
            "port",
            ", trong 3 ngày cuối mỗi nửa tháng (gặp ngày nghỉ thì đến hết ngày làm việc tiếp theo)",
        ),
        ("academy", ", trong 10 ngày cuối quý"),
        (
            "academy",
            "hằng năm chậm nhất ngày 28/2 – Điều 7 QĐ 12/QĐ-HV",
        ),
        ("island", "Bước 1. Chuyên viên (2 người) kiểm tra và ký số"),
        (
            "island",
            "Bước 2. Trưởng phòng Nội vụ và Trưởng phòng Tài chính kiểm tra và ký số",
        ),
        (
            "island",
            "- KT. ký thay: Chủ tịch đặc khu → Phó Chủ tịch…: ",
        ),
        ("island", "TỪ NGÀY 01/01/2027: Quyết định số 9/2026/QĐ-ĐK"),
    ] {
        let text = read(name).explain_text();
        assert!(text.contains(sentence), "{name}: {sentence}\n\n{text}");
    }
}

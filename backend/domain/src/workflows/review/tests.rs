use super::*;
use crate::deployment::{Deployment, Event, Management, Step};

fn step(role: &str, reviewers: u16, all: &[&str]) -> Step {
    Step {
        role: role.to_owned(),
        reviewers,
        all: all.iter().map(ToString::to_string).collect(),
        duty: String::new(),
        duty_en: String::new(),
        within: None,
        from: Event::PreviousStep,
        clause: String::new(),
        quote: None,
        confirm: false,
    }
}

/// One reviewer; two of one role; two roles side by side; one approver.
fn chain() -> Chain {
    let bnv = Deployment::built_in("bnv").unwrap();
    Chain {
        steps: vec![
            step("officer", 1, &[]),
            step("expert", 2, &[]),
            step("hr", 1, &["hr", "legal"]),
            step("head", 1, &[]),
        ],
        ..bnv.original().chain_for(Management::Unit).clone()
    }
}

#[test]
fn where_a_decision_leads() {
    use Verdict::{Approve, Return};
    let waits = |step, open: &[&str]| {
        let open = open.iter().map(ToString::to_string).collect();
        Ok(Outcome::Waits { step, open })
    };
    // step from 0, roles that have signed it, role, verdict, outcome
    type Case<'a> = (
        usize,
        &'a [&'a str],
        &'a str,
        Verdict,
        Result<Outcome, ReviewError>,
    );
    let cases: [Case<'_>; 19] = [
        (0, &[], "officer", Approve, Ok(Outcome::NextStep(1))),
        (1, &[], "expert", Approve, waits(1, &["expert"])),
        (1, &["expert"], "expert", Approve, Ok(Outcome::NextStep(2))),
        (2, &[], "legal", Approve, waits(2, &["hr"])),
        (2, &[], "hr", Approve, waits(2, &["legal"])),
        (2, &["legal"], "hr", Approve, Ok(Outcome::NextStep(3))),
        (3, &[], "head", Approve, Ok(Outcome::Effective)),
        // any return wins, also beside an approval
        (
            0,
            &[],
            "officer",
            Return { to: 0 },
            Ok(Outcome::BackToSubmitter),
        ),
        (
            1,
            &["expert"],
            "expert",
            Return { to: 0 },
            Ok(Outcome::BackToSubmitter),
        ),
        (
            2,
            &["hr"],
            "legal",
            Return { to: 1 },
            Ok(Outcome::BackToStep(0)),
        ),
        (
            3,
            &[],
            "head",
            Return { to: 0 },
            Ok(Outcome::BackToSubmitter),
        ),
        (3, &[], "head", Return { to: 1 }, Ok(Outcome::BackToStep(0))),
        (3, &[], "head", Return { to: 3 }, Ok(Outcome::BackToStep(2))),
        // not to itself, not forward, not into nothing
        (
            3,
            &[],
            "head",
            Return { to: 4 },
            Err(ReviewError::NotEarlier),
        ),
        (
            0,
            &[],
            "officer",
            Return { to: 1 },
            Err(ReviewError::NotEarlier),
        ),
        (
            1,
            &[],
            "expert",
            Return { to: 9 },
            Err(ReviewError::NotEarlier),
        ),
        // a role without a seat, or whose seat is taken
        (2, &["hr"], "hr", Approve, Err(ReviewError::NoSeat)),
        (0, &[], "head", Return { to: 0 }, Err(ReviewError::NoSeat)),
        (4, &[], "head", Approve, Err(ReviewError::NoSuchStep)),
    ];
    for (at, done, role, verdict, expected) in cases {
        let done: Vec<_> = done.iter().map(|role| Reviewed { role }).collect();
        let found = review(&chain(), at, &done, role, verdict);
        assert_eq!(found, expected, "step {at}, {role} {verdict:?}");
    }
}

#[test]
fn a_submission_is_withdrawn_only_by_its_submitter_and_only_unseen() {
    let party = |account, person| Party { account, person };
    let an = party("an", Some("p1"));
    for (who, reviews, expected) in [
        (an, 0, Ok(())),
        (party("an-2", Some("p1")), 0, Ok(())),
        (
            party("binh", Some("p2")),
            0,
            Err(WithdrawalRefused::NotTheSubmitter),
        ),
        (
            party("desk", None),
            0,
            Err(WithdrawalRefused::NotTheSubmitter),
        ),
        (an, 1, Err(WithdrawalRefused::Reviewed)),
        (
            party("binh", None),
            3,
            Err(WithdrawalRefused::NotTheSubmitter),
        ),
    ] {
        assert_eq!(
            may_withdraw(&an, &who, reviews),
            expected,
            "{who:?} {reviews}"
        );
    }
}

#[test]
fn every_reason_reads_as_a_sentence() {
    let reviews = [
        ReviewError::NoSuchStep,
        ReviewError::NoSeat,
        ReviewError::NotEarlier,
    ];
    assert!(reviews.iter().all(|one| one.message_vi().ends_with('.')));
    let refusals = [
        WithdrawalRefused::NotTheSubmitter,
        WithdrawalRefused::Reviewed,
    ];
    assert!(refusals.iter().all(|one| one.message_vi().ends_with('.')));
}

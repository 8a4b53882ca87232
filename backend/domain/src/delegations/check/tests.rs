use chrono::NaiveDate;

use super::*;
use crate::delegations::{Basis, Need, resolve};
use crate::payload::Signer;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn signer(account: &str) -> Signer {
    Signer {
        account: account.to_owned(),
        name: account.to_owned(),
        person: Some(format!("p-{account}")),
    }
}

fn grant(role: &str, unit_path: &str) -> Grant {
    Grant {
        role: role.to_owned(),
        unit_id: String::new(),
        unit_path: unit_path.to_owned(),
    }
}

fn rule(form: Form) -> DelegationRule {
    DelegationRule {
        key: "head".to_owned(),
        form,
        enabled: true,
        roles: vec!["unit_head".to_owned()],
        to_roles: vec!["hr_head".to_owned()],
        to_titles: vec!["Phó".to_owned()],
        acts: vec![Action::Review, Action::SignExports],
        most_days: Some(31),
        clause: "Điều 6".to_owned(),
        quote: None,
        confirm: false,
    }
}

/// The head of /r/a/ delegates to the deputy for the whole of March 2026.
fn delegation() -> Delegation {
    Delegation {
        id: "d".to_owned(),
        form: Form::Tuq,
        delegator: signer("head"),
        delegate: signer("deputy"),
        role: "unit_head".to_owned(),
        unit_path: "/r/a/".to_owned(),
        scope: vec![Action::Review],
        from: date("2026-03-01"),
        to: date("2026-03-31"),
        basis: Basis {
            number: "15/GUQ".to_owned(),
            date: date("2026-02-27"),
            text: "phê duyệt hồ sơ trong tháng 3".to_owned(),
        },
        revoked_on: None,
    }
}

fn check(change: impl FnOnce(&mut Delegation)) -> Result<(), Vec<Refusal>> {
    let mut new = delegation();
    change(&mut new);
    let delegator = [grant("unit_head", "/r/a/")];
    check_new(
        &[rule(Form::Tuq), rule(Form::Kt)],
        &new,
        Candidate {
            grants: &delegator,
            title: "Giám đốc",
        },
        Candidate {
            grants: &[],
            title: "Phó Giám đốc",
        },
        &[],
    )
}

#[test]
fn each_reason_against_a_delegation() {
    type Change = fn(&mut Delegation);
    let not_offered = |form, role: &str| Refusal::NotOffered {
        form,
        role: role.to_owned(),
    };
    let cases: [(&str, Change, Vec<Refusal>); 14] = [
        ("as it is", |_| (), vec![]),
        (
            "a part of the unit",
            |d| d.unit_path = "/r/a/b/".into(),
            vec![],
        ),
        (
            "another form that is offered",
            |d| d.form = Form::Kt,
            vec![],
        ),
        (
            "a form that is not",
            |d| d.form = Form::Tl,
            vec![not_offered(Form::Tl, "unit_head")],
        ),
        (
            "a role one does not hold",
            |d| d.role = "central_director".into(),
            vec![Refusal::NotHeld, not_offered(Form::Tuq, "central_director")],
        ),
        (
            "beyond one's unit",
            |d| d.unit_path = "/r/".into(),
            vec![Refusal::NotHeld],
        ),
        (
            "to oneself",
            |d| d.delegate = signer("head"),
            vec![Refusal::Oneself],
        ),
        (
            "to oneself under another account",
            |d| d.delegate.person = Some("p-head".into()),
            vec![Refusal::Oneself],
        ),
        ("nothing", |d| d.scope.clear(), vec![Refusal::NoScope]),
        (
            "what is not to be handed over",
            |d| d.scope.push(Action::IssueAccounts),
            vec![Refusal::NotDelegable(Action::IssueAccounts)],
        ),
        (
            "backwards",
            |d| d.to = date("2026-02-28"),
            vec![Refusal::Backwards],
        ),
        (
            "a day too long",
            |d| d.to = date("2026-04-01"),
            vec![Refusal::TooLong { most_days: 31 }],
        ),
        (
            "no number",
            |d| d.basis.number = " ".into(),
            vec![Refusal::NoBasis],
        ),
        ("no text", |d| d.basis.text.clear(), vec![Refusal::NoBasis]),
    ];
    for (name, change, refusals) in cases {
        assert_eq!(check(change).err().unwrap_or_default(), refusals, "{name}");
        assert!(refusals.iter().all(|one| one.message_vi().ends_with('.')));
    }
}

#[test]
fn to_whom_it_may_go() {
    let head = [grant("unit_head", "/r/a/")];
    let check = |rule: DelegationRule, grants: &[Grant], title| {
        let by = Candidate {
            grants: &head,
            title: "",
        };
        check_new(&[rule], &delegation(), by, Candidate { grants, title }, &[])
    };
    let rule = || rule(Form::Tuq);
    for (grants, title, allowed) in [
        (vec![], "Phó Giám đốc", true),
        (vec![], "PHÓ CHÁNH VĂN PHÒNG", true),
        (vec![], "Trưởng phòng", false),
        (vec![grant("hr_head", "/r/a/")], "", true),
        (vec![grant("hr_head", "/r/a/b/")], "", true),
        (vec![grant("hr_head", "/r/c/")], "", false),
        (vec![grant("hr_officer", "/r/a/")], "Chuyên viên", false),
    ] {
        let found = check(rule(), &grants, title);
        let expected = if allowed {
            Ok(())
        } else {
            Err(vec![Refusal::NotToThem])
        };
        assert_eq!(found, expected, "{title} {grants:?}");
    }
    let anybody = DelegationRule {
        to_roles: vec![],
        to_titles: vec![],
        ..rule()
    };
    assert_eq!(check(anybody, &[], ""), Ok(()));
    let off = DelegationRule {
        enabled: false,
        ..rule()
    };
    assert!(matches!(
        check(off, &[], "Phó").unwrap_err()[..],
        [Refusal::NotOffered { .. }]
    ));
}

#[test]
fn what_is_held_by_delegation_is_not_handed_on_and_circles_end() {
    // The deputy holds the role by delegation only: own grants are what counts.
    let third = Delegation {
        id: "e".into(),
        delegator: signer("deputy"),
        delegate: signer("third"),
        ..delegation()
    };
    let nobody = Candidate {
        grants: &[],
        title: "Phó Giám đốc",
    };
    let refused = check_new(&[rule(Form::Tuq)], &third, nobody, nobody, &[delegation()]);
    assert_eq!(refused, Err(vec![Refusal::NotHeld]));

    // Two heads of the same unit may not give each other the same role at the same time.
    let back = Delegation {
        id: "f".into(),
        delegator: signer("deputy"),
        delegate: signer("head"),
        ..delegation()
    };
    let grants = [grant("unit_head", "/r/")];
    let head = Candidate {
        grants: &grants,
        title: "Phó",
    };
    let circular =
        |back: &Delegation| check_new(&[rule(Form::Tuq)], back, head, head, &[delegation()]);
    assert_eq!(circular(&back), Err(vec![Refusal::Circular]));
    let later = Delegation {
        from: date("2026-04-01"),
        to: date("2026-04-02"),
        ..back.clone()
    };
    assert_eq!(circular(&later), Ok(()));
    let elsewhere = Delegation {
        unit_path: "/r/c/".into(),
        ..back.clone()
    };
    assert_eq!(circular(&elsewhere), Ok(()));

    // Even where such a circle has come about, the answer is found in one look.
    let all = [delegation(), third, back];
    let need = Need {
        action: Action::Review,
        role: Some("unit_head"),
        unit_path: "/r/a/",
    };
    let found = |account| {
        let by = resolve(&all, account, &need, date("2026-03-10"), |d| {
            d.delegator.account == "head"
        });
        by.iter().map(|d| d.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(found("deputy"), ["d"]);
    assert!(found("third").is_empty());
    assert!(found("head").is_empty());
}

#[test]
fn days_places_and_kinds_that_it_reaches() {
    use crate::delegations::Lapse::*;
    let mut revoked = delegation();
    revoked.revoked_on = Some(date("2026-03-10"));
    let need = |role, unit_path, action| Need {
        action,
        role,
        unit_path,
    };
    let review = need(Some("unit_head"), "/r/a/b/", Action::Review);
    for (d, on, need, expected) in [
        (&delegation(), "2026-03-01", review, Ok(())),
        (&delegation(), "2026-03-31", review, Ok(())),
        (&delegation(), "2026-02-28", review, Err(NotYet)),
        (&delegation(), "2026-04-01", review, Err(Over)),
        (&revoked, "2026-03-09", review, Ok(())),
        (&revoked, "2026-03-10", review, Err(Revoked)),
        (
            &delegation(),
            "2026-03-05",
            need(None, "/r/a/", Action::Review),
            Ok(()),
        ),
        (
            &delegation(),
            "2026-03-05",
            need(Some("hr_head"), "/r/a/", Action::Review),
            Err(OtherRole),
        ),
        (
            &delegation(),
            "2026-03-05",
            need(None, "/r/ab/", Action::Review),
            Err(OtherUnit),
        ),
        (
            &delegation(),
            "2026-03-05",
            need(None, "/r/", Action::Review),
            Err(OtherUnit),
        ),
        (
            &delegation(),
            "2026-03-05",
            need(None, "/r/a/", Action::SignExports),
            Err(OtherAct),
        ),
    ] {
        assert_eq!(d.reaches(date(on), &need), expected, "{on} {need:?}");
    }
    // It falls with the role that it came from.
    let all = [delegation()];
    let on = date("2026-03-05");
    assert_eq!(resolve(&all, "deputy", &review, on, |_| true).len(), 1);
    assert!(resolve(&all, "deputy", &review, on, |_| false).is_empty());
}

#[test]
fn the_form_stands_before_the_title() {
    let shown: Vec<_> = Form::ALL
        .iter()
        .map(|form| form.before("Giám đốc"))
        .collect();
    assert_eq!(
        shown,
        [
            "KT. GIÁM ĐỐC",
            "TL. GIÁM ĐỐC",
            "TUQ. GIÁM ĐỐC",
            "Q. GIÁM ĐỐC"
        ]
    );
}

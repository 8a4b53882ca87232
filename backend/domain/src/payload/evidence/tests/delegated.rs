//! Acts signed for somebody else.

use super::*;
use crate::access::Action;
use crate::access::separation::Conflict;
use crate::delegations::{Basis, Form};
use crate::payload::{DELEGATION_CONTEXT, DelegationAct, OnBehalf};

fn signer(account: &str) -> Signer {
    Signer {
        account: account.to_owned(),
        name: account.to_owned(),
        person: None,
    }
}

/// The head (`head`) delegates the last step to the signer of it (`a2`) for November 2026.
fn delegation() -> DelegationAct {
    DelegationAct {
        context: DELEGATION_CONTEXT.to_owned(),
        deployment: "bnv".to_owned(),
        delegation: "d1".to_owned(),
        form: Form::Tuq,
        delegator: signer("head"),
        delegate: Signer {
            name: "Lê Thị Hoà".to_owned(),
            ..signer("a2")
        },
        role: "role 2".to_owned(),
        role_title: "Người đứng đầu".to_owned(),
        unit_path: "/r/".to_owned(),
        unit_name: "Cục A".to_owned(),
        scope: vec![Action::Review],
        from: "2026-11-01".parse().unwrap(),
        to: "2026-11-30".parse().unwrap(),
        basis: Basis {
            number: "15/GUQ".to_owned(),
            date: "2026-10-30".parse().unwrap(),
            text: "đi công tác".to_owned(),
        },
        prepared_at: "2026-10-30T08:00:00+07:00".to_owned(),
    }
}

/// A package whose last act rests on the delegation; `change` spoils the delegation before it is
/// signed, `later` the act.
fn delegated(
    change: impl FnOnce(&mut DelegationAct),
    later: impl FnOnce(&mut SignedAct),
) -> EvidencePackage {
    let mut signed = delegation();
    change(&mut signed);
    let bytes = canonical(&signed).unwrap();
    let cms = b"cms of the head";
    let on_behalf = OnBehalf {
        delegation: "d1".to_owned(),
        form: Form::Tuq,
        principal: signer("head"),
        principal_title: "Người đứng đầu".to_owned(),
        basis: delegation().basis,
        delegation_payload_sha256: sha256_hex(&bytes),
        delegation_cms_sha256: sha256_hex(cms),
    };
    let mut package = package(|acts| {
        acts[2].on_behalf = Some(on_behalf);
        later(&mut acts[2]);
    });
    package.acts[2].delegation = Some(EvidenceDelegation {
        payload_base64: STANDARD.encode(&bytes),
        cms_base64: STANDARD.encode(cms),
    });
    package
}

fn faults(package: &EvidencePackage) -> Vec<DelegationFault> {
    package
        .check_structure()
        .into_iter()
        .map(|problem| match problem {
            EvidenceProblem::Delegation { act: 2, fault } => fault,
            other => panic!("{other}"),
        })
        .collect()
}

#[test]
fn a_sound_delegation_has_no_problem_even_after_its_journey_as_json() {
    let package = delegated(|_| (), |_| ());
    assert_eq!(package.check_structure(), []);
    let text = serde_json::to_string(&package).unwrap();
    let read: EvidencePackage = serde_json::from_str(&text).unwrap();
    assert_eq!(read, package);
}

#[test]
fn every_way_in_which_a_delegation_does_not_reach_the_act() {
    use DelegationFault::*;
    type Change = fn(&mut DelegationAct);
    let cases: [(&str, Change, Vec<DelegationFault>); 13] = [
        (
            "deployment",
            |d| d.deployment = "hcmc".into(),
            vec![Deployment],
        ),
        ("another one", |d| d.delegation = "d2".into(), vec![Other]),
        ("another form", |d| d.form = Form::Kt, vec![Other]),
        (
            "another basis",
            |d| d.basis.number = "16/GUQ".into(),
            vec![Other],
        ),
        (
            "context",
            |d| d.context = "congvu/act/v1".into(),
            vec![Other],
        ),
        (
            "delegator",
            |d| d.delegator = signer("other"),
            vec![Delegator],
        ),
        ("delegate", |d| d.delegate = signer("other"), vec![Delegate]),
        ("role", |d| d.role = "role 1".into(), vec![Role]),
        (
            "scope",
            |d| d.scope = vec![Action::SignExports],
            vec![Scope],
        ),
        ("no scope", |d| d.scope.clear(), vec![Scope]),
        (
            "over",
            |d| d.to = "2026-11-21".parse().unwrap(),
            vec![Period],
        ),
        (
            "not yet",
            |d| d.from = "2026-11-23".parse().unwrap(),
            vec![Period],
        ),
        (
            "later",
            |d| d.prepared_at = "2026-11-22T09:15:31+07:00".into(),
            vec![Later],
        ),
    ];
    for (name, change, expected) in cases {
        assert_eq!(faults(&delegated(change, |_| ())), expected, "{name}");
    }
    // The first and the last day count.
    for (from, to) in [("2026-11-22", "2026-11-30"), ("2026-11-01", "2026-11-22")] {
        let change = |d: &mut DelegationAct| {
            d.from = from.parse().unwrap();
            d.to = to.parse().unwrap();
        };
        assert_eq!(faults(&delegated(change, |_| ())), [], "{from}–{to}");
    }
}

#[test]
fn the_day_is_the_one_at_the_place_of_signing() {
    // 23:30 of 30/11 in Hà Nội is the last day; half an hour later it is December.
    for (at, expected) in [
        ("2026-11-30T23:30:00+07:00", vec![]),
        ("2026-12-01T00:00:00+07:00", vec![DelegationFault::Period]),
        ("2026-10-31T23:59:59+07:00", vec![DelegationFault::Period]),
        ("2026-11-01T00:00:00+07:00", vec![]),
        ("yesterday", vec![DelegationFault::Period]),
    ] {
        let package = delegated(|_| (), |act| act.prepared_at = at.to_owned());
        assert_eq!(faults(&package), expected, "{at}");
    }
}

#[test]
fn a_delegation_exchanged_left_out_or_put_in_is_found() {
    let mut package = delegated(|_| (), |_| ());
    package.acts[2].delegation = None;
    assert_eq!(faults(&package), [DelegationFault::Missing]);

    let package = delegated(|_| (), |act| act.on_behalf = None);
    assert_eq!(faults(&package), [DelegationFault::Unexpected]);

    let mut package = delegated(|_| (), |_| ());
    let evidence = package.acts[2].delegation.as_mut().unwrap();
    evidence.cms_base64 = STANDARD.encode("another signature");
    assert_eq!(faults(&package), [DelegationFault::Digest]);
    let evidence = package.acts[2].delegation.as_mut().unwrap();
    evidence.cms_base64 = "?".to_owned();
    assert_eq!(faults(&package), [DelegationFault::NotBase64]);
}

#[test]
fn a_delegation_of_a_delegation_is_refused() {
    let mut chained = serde_json::to_value(delegation()).unwrap();
    chained["on_behalf"] = serde_json::json!({"delegation": "d0"});
    let mut broken = serde_json::to_value(delegation()).unwrap();
    broken["note"] = serde_json::json!("x");
    for (value, expected) in [
        (chained, DelegationFault::Chained),
        (broken, DelegationFault::NotADelegation),
    ] {
        let mut package = delegated(|_| (), |_| ());
        let evidence = package.acts[2].delegation.as_mut().unwrap();
        evidence.payload_base64 = STANDARD.encode(canonical(&value).unwrap());
        assert_eq!(faults(&package), [expected]);
    }
}

#[test]
fn nobody_approves_their_own_through_a_delegate() {
    let package = delegated(
        |d| d.delegator.person = Some("p1".into()),
        |act| {
            if let Some(by) = &mut act.on_behalf {
                by.principal.person = Some("p1".into());
            }
        },
    );
    assert_eq!(
        package.check_structure(),
        [EvidenceProblem::Separation {
            act: 2,
            conflict: Conflict::PrincipalsProfile
        }]
    );
}

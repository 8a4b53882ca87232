//! Several reviewers, ways back, and who must not sign.

use super::*;
use crate::access::separation::Conflict;

/// A package with these signatures after the submission: step, signer, act, step returned to.
fn reviewed(acts: &[(u16, &str, Act, Option<u16>)]) -> Vec<EvidenceProblem> {
    let mut package = package(|_| ());
    let document = package.version.document_sha256.clone();
    let cms = |at: usize| format!("cms {at}");
    let previous = |count: usize| {
        (0..count)
            .map(|at| sha256_hex(cms(at).as_bytes()))
            .collect()
    };
    let submit = [(0, "an", Act::Submit, None)];
    let signed = submit.iter().chain(acts).enumerate();
    package.acts = signed
        .map(|(at, (step, signer, kind, return_to))| {
            let mut act = act(*kind, *step, &document, previous(at));
            act.signer.account = (*signer).to_owned();
            act.signer.person = (*signer == "an").then(|| "p1".to_owned());
            act.return_to = *return_to;
            EvidenceAct {
                payload_base64: STANDARD.encode(canonical(&act).unwrap()),
                cms_base64: STANDARD.encode(cms(at)),
                signed_at: "2026-11-22T09:16:00+07:00".to_owned(),
                delegation: None,
            }
        })
        .collect();
    package.check_structure()
}

#[test]
fn ways_through_a_chain() {
    use Act::{Approve, Return};
    let order = |act, expected, found| EvidenceProblem::Order {
        act,
        expected,
        found,
    };
    let separation = |act, conflict| EvidenceProblem::Separation { act, conflict };
    type Acts<'a> = &'a [(u16, &'a str, Act, Option<u16>)];
    let cases: [(&str, Acts<'_>, Vec<EvidenceProblem>); 13] = [
        (
            "straight",
            &[(1, "b", Approve, None), (2, "c", Approve, None)],
            vec![],
        ),
        (
            "two side by side",
            &[
                (1, "b", Approve, None),
                (1, "c", Approve, None),
                (2, "d", Approve, None),
            ],
            vec![],
        ),
        (
            "the same person twice in a step",
            &[
                (1, "b", Approve, None),
                (1, "b", Approve, None),
                (2, "d", Approve, None),
            ],
            vec![separation(2, Conflict::SameStep)],
        ),
        (
            "back to the first step and on again",
            &[
                (1, "b", Approve, None),
                (2, "c", Return, Some(1)),
                (1, "b", Approve, None),
                (2, "c", Approve, None),
            ],
            vec![],
        ),
        (
            "back beside an approval",
            &[
                (1, "b", Approve, None),
                (2, "c", Approve, None),
                (2, "d", Return, Some(1)),
                (1, "b", Approve, None),
                (2, "c", Approve, None),
                (2, "d", Approve, None),
            ],
            vec![],
        ),
        (
            "back, but not gone through again",
            &[
                (1, "b", Approve, None),
                (2, "c", Return, Some(1)),
                (2, "c", Approve, None),
            ],
            vec![order(3, 1, 2)],
        ),
        (
            "back to oneself",
            &[
                (1, "b", Approve, None),
                (2, "c", Return, Some(2)),
                (3, "d", Approve, None),
            ],
            vec![order(2, 1, 2)],
        ),
        (
            "back to the submitter makes no version",
            &[(1, "b", Return, Some(0)), (2, "c", Approve, None)],
            vec![EvidenceProblem::NotApproved],
        ),
        (
            "the last is a return",
            &[(1, "b", Approve, None), (2, "c", Return, Some(1))],
            vec![EvidenceProblem::NotApproved],
        ),
        (
            "a step left out",
            &[(1, "b", Approve, None), (3, "c", Approve, None)],
            vec![order(2, 2, 3)],
        ),
        (
            "their own profile",
            &[(1, "an", Approve, None), (2, "c", Approve, None)],
            vec![separation(1, Conflict::OwnProfile)],
        ),
        ("no step", &[(0, "b", Approve, None)], vec![order(1, 1, 0)]),
        ("submitted alone", &[], vec![EvidenceProblem::NotApproved]),
    ];
    for (name, acts, expected) in cases {
        assert_eq!(reviewed(acts), expected, "{name}");
    }
}

#[test]
fn whoever_entered_it_does_not_finally_approve_it() {
    let problems = package(|acts| {
        acts[0].act = Act::Enter;
        acts[2].signer.account = "a0".to_owned();
    })
    .check_structure();
    let conflict = Conflict::Submitter;
    assert_eq!(problems, [EvidenceProblem::Separation { act: 2, conflict }]);
}

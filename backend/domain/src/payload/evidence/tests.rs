use congvu_openapi::profile::Profile;
use congvu_openapi::submissions::ChangeKind;

use super::*;
use crate::payload::{Act, Signer, document_digest};

mod delegated;
mod reviews;

fn act(kind: Act, step: u16, document: &str, previous: Vec<String>) -> SignedAct {
    SignedAct {
        context: CONTEXT.to_owned(),
        deployment: "bnv".to_owned(),
        act: kind,
        submission: "s2".to_owned(),
        person: "p1".to_owned(),
        person_name: "Nguyễn Văn An".to_owned(),
        change_kind: ChangeKind::PersonalChange,
        document_sha256: document.to_owned(),
        base_version: Some(1),
        base_digest: Some("digest of version 1".to_owned()),
        attachments: Vec::new(),
        step,
        role: (step > 0).then(|| format!("role {step}")),
        reasons: Vec::new(),
        return_to: None,
        on_behalf: None,
        previous,
        signer: Signer {
            account: format!("a{step}"),
            name: "Lê Thị Hoà".to_owned(),
            person: None,
        },
        prepared_at: "2026-11-22T09:15:30+07:00".to_owned(),
    }
}

/// A sound package with three signatures; `change` may spoil the acts before they are encoded.
fn package(change: impl FnOnce(&mut Vec<SignedAct>)) -> EvidencePackage {
    let mut profile = Profile::default();
    profile.personal.full_name = "Nguyễn Văn An".into();
    let document = document_digest(&profile);
    let cms = |step: usize| format!("cms {step}");
    let previous = |count: usize| (0..count).map(|s| sha256_hex(cms(s).as_bytes())).collect();
    let mut acts = vec![
        act(Act::Submit, 0, &document, previous(0)),
        act(Act::Approve, 1, &document, previous(1)),
        act(Act::Approve, 2, &document, previous(2)),
    ];
    change(&mut acts);
    let base = Some("digest of version 1".to_owned());
    EvidencePackage {
        format: FORMAT.to_owned(),
        deployment: "bnv".to_owned(),
        person: "p1".to_owned(),
        version: EvidenceVersion {
            number: 2,
            document: serde_json::to_value(&profile).unwrap(),
            digest: version_digest(base.as_deref(), &document, "s2"),
            document_sha256: document,
            previous_digest: base,
            effective_at: "2026-11-22T09:20:00+07:00".to_owned(),
        },
        acts: acts
            .iter()
            .enumerate()
            .map(|(step, act)| EvidenceAct {
                payload_base64: STANDARD.encode(canonical(act).unwrap()),
                cms_base64: STANDARD.encode(cms(step)),
                signed_at: "2026-11-22T09:16:00+07:00".to_owned(),
                delegation: None,
            })
            .collect(),
    }
}

#[test]
fn a_sound_package_has_no_problem_even_after_its_journey_as_json() {
    let package = package(|_| ());
    assert_eq!(package.check_structure(), []);
    let text = serde_json::to_string_pretty(&package).unwrap();
    let read: EvidencePackage = serde_json::from_str(&text).unwrap();
    assert_eq!(read.check_structure(), []);
    let profile: Profile = serde_json::from_value(read.version.document).unwrap();
    assert_eq!(profile.personal.full_name.as_str(), "Nguyễn Văn An");
}

#[test]
fn spoiled_acts_are_found() {
    type Spoil = fn(&mut Vec<SignedAct>);
    let mismatch = |act, what| EvidenceProblem::Mismatch { act, what };
    let cases: [(Spoil, Vec<EvidenceProblem>); 12] = [
        (
            |a| a[1].context = "other".into(),
            vec![mismatch(1, "the context")],
        ),
        (
            |a| a[1].deployment = "hcmc".into(),
            vec![mismatch(1, "the deployment")],
        ),
        (
            |a| a[2].person = "p2".into(),
            vec![mismatch(2, "the person")],
        ),
        (
            |a| a[2].submission = "s3".into(),
            vec![mismatch(2, "the submission")],
        ),
        (
            |a| a[0].document_sha256 = "x".into(),
            vec![mismatch(0, "the document")],
        ),
        (
            |a| a[2].base_version = None,
            vec![mismatch(2, "the base version")],
        ),
        (
            |a| a[1].base_digest = None,
            vec![mismatch(1, "the digest of the base version")],
        ),
        (
            |a| a[2].previous.truncate(1),
            vec![EvidenceProblem::Previous { act: 2 }],
        ),
        (
            |a| a[2].previous.reverse(),
            vec![EvidenceProblem::Previous { act: 2 }],
        ),
        (
            |a| a[2].step = 3,
            vec![EvidenceProblem::Order {
                act: 2,
                expected: 2,
                found: 3,
            }],
        ),
        (
            |a| a[1].act = Act::Submit,
            vec![EvidenceProblem::UnexpectedAct { act: 1 }],
        ),
        (|a| a.truncate(1), vec![EvidenceProblem::NotApproved]),
    ];
    for (number, (spoil, problems)) in cases.into_iter().enumerate() {
        assert_eq!(package(spoil).check_structure(), problems, "case {number}");
    }
}

#[test]
fn a_return_among_the_acts_is_no_approval() {
    let problems = package(|a| a[1].act = Act::Return).check_structure();
    assert_eq!(problems, [EvidenceProblem::NotApproved]);
    let problems = package(|a| a[0].act = Act::Approve).check_structure();
    assert_eq!(problems, [EvidenceProblem::UnexpectedAct { act: 0 }]);
}

#[test]
fn a_changed_document_is_found() {
    let mut spoiled = package(|_| ());
    spoiled.version.document["personal"]["full_name"] = "Nguyễn Văn Ân".into();
    assert_eq!(spoiled.check_structure(), [EvidenceProblem::DocumentDigest]);
    // With its digest made anew, the signatures no longer speak of it.
    spoiled.version.document_sha256 = sha256_hex(&canonical(&spoiled.version.document).unwrap());
    let problems = spoiled.check_structure();
    assert!(problems.contains(&EvidenceProblem::VersionDigest));
    assert_eq!(problems.len(), 4);
}

#[test]
fn payloads_that_are_not_canonical_or_not_base64_are_found() {
    let mut spoiled = package(|_| ());
    let bytes = STANDARD.decode(&spoiled.acts[1].payload_base64).unwrap();
    let spaced = String::from_utf8(bytes).unwrap().replacen(',', ", ", 1);
    spoiled.acts[1].payload_base64 = STANDARD.encode(spaced);
    assert_eq!(
        spoiled.check_structure(),
        [EvidenceProblem::NotAnAct { act: 1 }]
    );

    let mut spoiled = package(|_| ());
    spoiled.acts[2].cms_base64 = "?".to_owned();
    assert_eq!(
        spoiled.check_structure(),
        [EvidenceProblem::NotBase64 {
            act: 2,
            part: "the CMS"
        }]
    );

    let mut spoiled = package(|_| ());
    spoiled.acts.clear();
    spoiled.format = "x".to_owned();
    assert_eq!(
        spoiled.check_structure(),
        [
            EvidenceProblem::Format("x".to_owned()),
            EvidenceProblem::NoActs
        ]
    );
}

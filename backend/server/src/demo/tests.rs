use std::collections::{BTreeMap, HashSet};

use congvu_domain::catalogues::Catalogues;
use congvu_domain::deployment::{BUILT_IN, Deployment, Management};
use congvu_domain::profiles::{Stage, check};
use congvu_openapi::form::leaf;

use super::*;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 10, 26).unwrap();

fn bodies() -> impl Iterator<Item = (&'static Deployment, DemoBody)> {
    assert!(BUILT_IN.len() >= 4);
    BUILT_IN.iter().map(|(key, _)| {
        let deployment = Deployment::built_in(key).expect("valid deployment file");
        (deployment, body(deployment, TODAY))
    })
}

/// The unit and all units above it.
fn upwards<'a>(body: &'a DemoBody, code: &'a str) -> Vec<&'a str> {
    let mut path = vec![code];
    while let Some(parent) = body
        .units
        .iter()
        .find(|unit| Some(&unit.code.as_str()) == path.last())
        .and_then(|unit| unit.parent.as_deref())
    {
        path.push(parent);
    }
    path
}

#[test]
fn the_tree_has_three_levels_and_parents_come_first() {
    for (deployment, body) in bodies() {
        let mut seen = HashSet::new();
        for unit in &body.units {
            match &unit.parent {
                None => {
                    assert!(seen.is_empty());
                    assert_eq!(unit.name, deployment.at(TODAY).body.name);
                }
                Some(parent) => assert!(seen.contains(parent.as_str()), "{}", unit.code),
            }
            assert!(seen.insert(unit.code.as_str()), "{} twice", unit.code);
        }
        let deepest = body
            .units
            .iter()
            .map(|unit| upwards(&body, &unit.code).len());
        assert!(deepest.max().unwrap() >= 4, "{}", deployment.key);
    }
}

#[test]
fn there_are_sixty_people_in_every_state() {
    for (deployment, body) in bodies() {
        let mut count = BTreeMap::new();
        for person in &body.people {
            let state = match person.plan {
                DemoPlan::Registered => "registered",
                DemoPlan::Invited => "invited",
                DemoPlan::Drafting => "drafting",
                DemoPlan::InReview { .. } => "in review",
                DemoPlan::Returned { .. } => "returned",
                DemoPlan::Approved {
                    changed_later: false,
                } => "approved",
                DemoPlan::Approved {
                    changed_later: true,
                } => "changed",
            };
            *count.entry(state).or_insert(0) += 1;
        }
        let expected = BTreeMap::from([
            ("registered", 4),
            ("invited", 4),
            ("drafting", 4),
            ("in review", 10),
            ("returned", 4),
            ("approved", 30),
            ("changed", 4),
        ]);
        assert_eq!(count, expected, "{}", deployment.key);
    }
}

#[test]
fn names_and_numbers_are_unique_and_names_are_ascii() {
    for (_, body) in bodies() {
        for read in [
            (|person| &person.username) as fn(&DemoPerson) -> &String,
            |person| &person.profile.header.personal_id.0,
            |person| &person.profile.papers.phone.0,
            |person| &person.profile.papers.social_insurance.0,
            |person| &person.staff_number,
            |person| &person.decision_number,
        ] {
            let all: HashSet<&String> = body.people.iter().map(read).collect();
            assert_eq!(all.len(), body.people.len());
        }
        for person in &body.people {
            assert!(person.username.is_ascii(), "{}", person.username);
        }
    }
}

#[test]
fn every_role_is_held_and_belongs_to_its_person() {
    for (deployment, body) in bodies() {
        for role in &deployment.at(TODAY).roles {
            let held = body.officers.iter().any(|officer| officer.role == role.key);
            assert!(held, "{}: {}", deployment.key, role.key);
        }
        for officer in &body.officers {
            let person = &body.people[officer.person.expect("officers are people")];
            assert_eq!(officer.username, person.username);
            assert_eq!(officer.name, person.profile.personal.full_name.0);
            assert_eq!(
                person.plan,
                DemoPlan::Approved {
                    changed_later: false
                },
                "{} waits for nobody",
                officer.username
            );
            assert!(deployment.at(TODAY).role(&officer.role).is_some());
        }
    }
}

#[test]
fn everybody_has_a_reviewer_for_every_step() {
    for (deployment, body) in bodies() {
        for person in &body.people {
            let path = upwards(&body, &person.unit);
            let wanted = match person.management {
                UnitManagement::Top => Management::Top,
                UnitManagement::Unit => Management::Unit,
            };
            let chain = deployment
                .at(TODAY)
                .chains
                .iter()
                .find(|chain| chain.management.is_none_or(|found| found == wanted))
                .expect("a chain for everybody");
            for step in &chain.steps {
                let reviewer = body.officers.iter().find(|officer| {
                    officer.role == step.role && path.contains(&officer.unit.as_str())
                });
                assert!(
                    reviewer.is_some(),
                    "{}: {} {}",
                    deployment.key,
                    person.username,
                    step.role
                );
            }
            if let DemoPlan::InReview { signed_steps, .. } = person.plan {
                assert!(signed_steps < chain.steps.len());
            }
        }
    }
}

#[test]
fn reviews_wait_at_every_step() {
    for (deployment, body) in bodies() {
        for chain in &deployment.at(TODAY).chains {
            for step in 0..chain.steps.len() {
                let waits = body.people.iter().any(|person| {
                    let same = match chain.management {
                        None => true,
                        Some(Management::Top) => person.management == UnitManagement::Top,
                        Some(Management::Unit) => person.management == UnitManagement::Unit,
                    };
                    same && matches!(person.plan, DemoPlan::InReview { signed_steps, .. } if signed_steps == step)
                });
                assert!(waits, "{}: {} step {step}", deployment.key, chain.key);
            }
        }
    }
}

#[test]
fn the_promised_accounts_exist() {
    for (key, usernames) in [
        (
            "hcmc",
            &[
                "chuyenvien.snv",
                "giamdoc.snv",
                "tccb.so-tc",
                "giamdoc.so-tc",
                "quantri.so-tc",
                "vanthu.so-tc",
                "canbo.moi",
                "canbo.top",
                "canbo.cu",
            ][..],
        ),
        (
            "bnv",
            &[
                "chuyenvien.tccb",
                "vutruong.tccb",
                "nhansu.cvtlt",
                "tccb.cvtlt",
                "cuctruong.cvtlt",
                "quantri.tttt",
                "canbo.moi",
                "canbo.top",
                "canbo.cu",
            ],
        ),
        (
            "tien-giang",
            &[
                "nhansu.so-tc",
                "giamdoc.so-tc",
                "quantri.snv",
                "canbo.moi",
                "canbo.cu",
            ],
        ),
        (
            "monre",
            &[
                "vutruong.tccb",
                "nhansu.kttv",
                "tongcuctruong.kttv",
                "quantri.tccb",
                "cntt.cntt",
                "canbo.moi",
                "canbo.top",
                "canbo.cu",
            ],
        ),
    ] {
        let body = body(Deployment::built_in(key).unwrap(), TODAY);
        for username in usernames {
            let person = body
                .people
                .iter()
                .find(|person| person.username == *username);
            let person = person.unwrap_or_else(|| panic!("{key}: {username}"));
            match *username {
                "canbo.moi" => {
                    assert_eq!(person.plan, DemoPlan::Invited);
                    assert_eq!(person.management, UnitManagement::Unit);
                }
                "canbo.top" => {
                    assert_eq!(person.plan, DemoPlan::Invited);
                    assert_eq!(person.management, UnitManagement::Top);
                }
                _ => {}
            }
        }
    }
}

#[test]
fn every_profile_can_be_signed_on_any_day() {
    let catalogues = Catalogues::built_in();
    let days = [
        (2025, 7, 1),
        (2026, 1, 1),
        (2026, 7, 31),
        (2026, 11, 23),
        (2028, 2, 29),
    ];
    for (year, month, day) in days {
        let today = NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        for (key, _) in BUILT_IN {
            for person in body(Deployment::built_in(key).expect("valid"), today).people {
                let issues = check(&person.profile, Stage::Complete, today, catalogues);
                assert_eq!(issues, [], "{key}, {today}: {}", person.username);
            }
        }
    }
}

#[test]
fn what_was_returned_is_a_place_of_the_form() {
    for (_, body) in bodies() {
        for person in &body.people {
            if let DemoPlan::Returned { item, pointer, .. } = person.plan {
                assert_eq!(leaf(pointer).expect(pointer).item, item);
            }
        }
    }
}

#[test]
fn careers_and_pay_have_no_gap() {
    for (_, body) in bodies() {
        for person in &body.people {
            let career = &person.profile.history.career;
            let from = career.first().unwrap().from.as_str();
            assert!(
                person
                    .profile
                    .recruitment
                    .first_recruited_on
                    .as_str()
                    .starts_with(from)
            );
            let rows = career
                .iter()
                .map(|row| (row.from.as_str(), row.to.as_str()));
            assert_no_gap(&rows.collect::<Vec<_>>(), &person.username);
            let rows = person.profile.pay.pay_history.iter();
            let rows = rows.map(|row| (row.from.as_str(), row.to.as_str()));
            assert_no_gap(&rows.collect::<Vec<_>>(), &person.username);
        }
    }
}

fn assert_no_gap(rows: &[(&str, &str)], who: &str) {
    let month = |text: &str| -> i32 {
        let (year, month) = text.split_once('-').expect("a month");
        year.parse::<i32>().unwrap() * 12 + month.parse::<i32>().unwrap()
    };
    for pair in rows.windows(2) {
        assert_eq!(month(pair[0].1) + 1, month(pair[1].0), "{who}: {rows:?}");
        assert!(month(pair[0].0) <= month(pair[0].1), "{who}: {rows:?}");
    }
    assert_eq!(rows.last().expect("a row").1, "", "{who}");
}

#[test]
fn the_same_day_gives_the_same_body() {
    for (deployment, first) in bodies() {
        assert_eq!(first, body(deployment, TODAY));
    }
}

#[test]
fn a_role_that_signs_side_by_side_has_as_many_holders_in_each_agency() {
    let toml = include_str!("../../../domain/tests/deployments/made_up/island.toml");
    let deployment = Deployment::parse("island", toml).unwrap();
    let body = body(&deployment, TODAY);
    let mut holders: BTreeMap<&str, HashSet<&str>> = BTreeMap::new();
    for officer in body.officers.iter().filter(|one| one.role == "expert") {
        holders
            .entry(&officer.unit)
            .or_default()
            .insert(&officer.username);
    }
    assert!(!holders.is_empty());
    assert!(
        holders.values().all(|names| names.len() == 2),
        "{holders:?}"
    );
    for (deployment, body) in bodies() {
        let mut seen = HashSet::new();
        let one = |officer: &DemoOfficer| seen.insert((officer.role.clone(), officer.unit.clone()));
        assert!(body.officers.iter().all(one), "{}", deployment.key);
    }
}

//! A year played through each file.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use chrono::{Datelike, NaiveDate};
use congvu_domain::calendar::Calendar;
use congvu_domain::deployment::{BUILT_IN, Deployment};
use congvu_domain::simulate::{SimulatedEvent, simulate};

fn year(key: &str, seed: u64) -> Vec<SimulatedEvent> {
    simulate(
        Deployment::built_in(key).unwrap(),
        Calendar::built_in(),
        2026,
        seed,
    )
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_same_seed_gives_the_same_year_and_another_seed_another() {
    for (key, _) in BUILT_IN {
        assert_eq!(year(key, 7), year(key, 7), "{key}");
        assert_ne!(year(key, 7), year(key, 8), "{key}");
    }
}

#[test]
fn every_requirement_with_a_deadline_comes_up() {
    for (key, requirements) in [
        ("bnv", &["A3", "B4", "B5", "B6", "C4", "E1", "E2", "E5"][..]),
        ("hcmc", &["A3", "B4", "B5", "B6", "C4", "E1", "E5"]),
        ("tien-giang", &["A3", "C4", "D2", "D5", "E1", "E2", "F6"]),
        ("monre", &["A3", "B4", "B6", "E2", "E5", "F6"]),
    ] {
        let events: Vec<_> = (0..5).flat_map(|seed| year(key, seed)).collect();
        for requirement in requirements {
            let found = events.iter().any(|event| event.requirement == *requirement);
            assert!(found, "{key} {requirement}");
        }
        let chains = events
            .iter()
            .any(|event| matches!(event.requirement.as_str(), "C2" | "C3"));
        assert!(chains, "{key}");
    }
}

#[test]
fn what_is_played_keeps_to_the_rules() {
    let calendar = Calendar::built_in();
    for (key, _) in BUILT_IN {
        let mut late = 0;
        for seed in 0..20 {
            let events = year(key, seed);
            assert!(events.is_sorted_by_key(|event| event.date), "{key}");
            for event in &events {
                assert!(
                    !event.clause.is_empty() && !event.who.is_empty(),
                    "{key} {event:?}"
                );
                assert!(event.done >= event.date, "{key} {event:?}");
                assert!(
                    event.opens.is_none_or(|opens| event.done >= opens),
                    "{key} {event:?}"
                );
                assert!(calendar.is_working(event.done), "{key} {event:?}");
                if let Some(due) = event.due {
                    assert!(calendar.is_working(due.date), "{key} {event:?}");
                    assert_eq!(event.late, event.done > due.date, "{key} {event:?}");
                }
                late += usize::from(event.late);
                assert!(event.date.year() >= 2026, "{key} {event:?}");
            }
        }
        assert!(late > 0, "{key}: nobody was ever late");
    }
}

#[test]
fn the_month_ends_of_tien_giang_until_the_law_of_2026() {
    // D2: the last five working days of January to June; from July on within 3 days of a decision.
    let events = year("tien-giang", 1);
    let sync = events
        .iter()
        .filter(|event| event.requirement == "D2" && event.opens.is_some());
    let closes: Vec<_> = sync.map(|event| event.due.unwrap().date).collect();
    let by_hand = [
        "2026-01-30",
        "2026-02-27",
        "2026-03-31",
        "2026-04-29",
        "2026-05-29",
        "2026-06-30",
    ];
    assert_eq!(closes, by_hand.map(date));
    let report = events
        .iter()
        .find(|event| event.requirement == "F6")
        .unwrap();
    assert_eq!(report.date, date("2026-01-01"));
}

#[test]
fn rules_to_be_confirmed_are_marked() {
    let (before, after): (Vec<_>, Vec<_>) = (0..5)
        .flat_map(|seed| year("monre", seed))
        .filter(|event| event.requirement == "B6")
        .partition(|event| event.date < date("2026-07-01"));
    assert!(
        before
            .iter()
            .all(|event| !event.confirm && event.clause.starts_with("điểm a"))
    );
    assert!(
        after
            .iter()
            .all(|event| event.confirm && event.clause == "NĐ 27/2026/NĐ-CP")
    );
    assert!(!before.is_empty() && !after.is_empty());
}

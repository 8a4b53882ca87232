//! What a reviewer has noted so far: kept in this tab until it is sent, so that a reload or an ended session loses nothing.

use congvu_openapi::people::Change;
use congvu_openapi::submissions::ItemReason;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::kept;

const KIND: &str = "review";
/// The most reasons that a return carries.
const MOST: usize = 100;

/// What is kept.
#[derive(Default, Serialize, Deserialize)]
struct Kept {
    checked: Vec<String>,
    reasons: Vec<ItemReason>,
}

/// The notes on a submission, and where in the list of changes the reviewer is.
#[derive(Clone, Copy)]
pub struct Notes {
    /// Number of the change looked at.
    pub at: RwSignal<usize>,
    /// The changes as they are compared now.
    pub shown: RwSignal<Vec<Change>>,
    /// Places of the changes marked as checked.
    checked: RwSignal<Vec<String>>,
    /// Objections by place; the whole profile's under an empty one.
    reasons: RwSignal<Vec<ItemReason>>,
    /// Places in the order of the form.
    order: StoredValue<Vec<String>>,
    submission: StoredValue<String>,
}

impl Notes {
    /// The notes on a submission with these changes, as they were kept.
    pub fn of(submission: &str, changes: &[Change], since_previous: &[Change]) -> Self {
        let kept: Kept = kept::read(KIND, submission)
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        let order = changes
            .iter()
            .chain(since_previous)
            .map(|change| change.pointer.clone())
            .collect();
        let notes = Self {
            at: RwSignal::new(0),
            shown: RwSignal::new(changes.to_vec()),
            checked: RwSignal::new(kept.checked),
            reasons: RwSignal::new(kept.reasons),
            order: StoredValue::new(order),
            submission: StoredValue::new(submission.to_owned()),
        };
        Effect::new(move |before: Option<()>| {
            let kept = Kept {
                checked: notes.checked.get(),
                reasons: notes.reasons.get(),
            };
            if before.is_some() {
                let text = serde_json::to_string(&kept).unwrap_or_default();
                notes
                    .submission
                    .with_value(|id| kept::write(KIND, id, &text));
            }
        });
        notes
    }

    /// The decision is made.
    pub fn forget(self) {
        self.submission.with_value(|id| kept::write(KIND, id, ""));
    }

    /// Compares with something else, from the first change.
    pub fn show(self, changes: Vec<Change>) {
        self.at.set(0);
        self.shown.set(changes);
    }

    /// Place of the change looked at; empty where there is none.
    pub fn looked_at(self) -> String {
        let at = self.at.get();
        self.shown.with(|all| {
            all.get(at)
                .map(|change| change.pointer.clone())
                .unwrap_or_default()
        })
    }

    /// The change at this place is marked as checked.
    pub fn is_checked(self, pointer: &str) -> bool {
        self.checked
            .with(|all| all.iter().any(|other| other == pointer))
    }

    /// Marks a change as checked, or takes the mark back.
    pub fn toggle_checked(self, pointer: &str) {
        self.checked.update(|all| {
            if all.iter().any(|other| other == pointer) {
                all.retain(|other| other != pointer);
            } else {
                all.push(pointer.to_owned());
            }
        });
    }

    /// Marks all of these as checked, or takes all their marks back.
    pub fn mark(self, pointers: &[String], checked: bool) {
        self.checked.update(|all| {
            all.retain(|place| !pointers.contains(place));
            if checked {
                all.extend_from_slice(pointers);
            }
        });
    }

    /// How many of the changes shown are marked as checked.
    pub fn checked_count(self) -> usize {
        self.shown.with(|all| {
            all.iter()
                .filter(|change| self.is_checked(&change.pointer))
                .count()
        })
    }

    /// What stands against a place; empty where nothing does.
    pub fn reason(self, pointer: &str) -> String {
        self.reasons.with(|all| {
            all.iter()
                .find(|reason| reason.pointer == pointer)
                .map(|reason| reason.reason.clone())
                .unwrap_or_default()
        })
    }

    /// Objects to a place, or to the whole where it is empty; empty words take the objection back.
    pub fn object(self, pointer: &str, item: &str, words: &str) {
        self.reasons.update(|all| {
            all.retain(|reason| reason.pointer != pointer);
            if !words.trim().is_empty() {
                all.push(ItemReason {
                    item: item.to_owned(),
                    pointer: pointer.to_owned(),
                    reason: words.to_owned(),
                });
            }
        });
    }

    /// How many objections there are.
    pub fn objections(self) -> usize {
        self.reasons.with(Vec::len)
    }

    /// The objections as reasons for returning, in the order of the form, the whole profile's last.
    pub fn as_reasons(self) -> Vec<ItemReason> {
        let mut all = self.reasons.get();
        self.order.with_value(|order| {
            all.sort_by_key(|reason| {
                let place = order.iter().position(|pointer| *pointer == reason.pointer);
                (reason.pointer.is_empty(), place.unwrap_or(usize::MAX))
            });
        });
        for reason in &mut all {
            reason.reason = reason.reason.trim().to_owned();
        }
        all.truncate(MOST);
        all
    }
}

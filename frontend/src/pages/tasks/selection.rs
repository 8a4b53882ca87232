//! Which reviews of the page are ticked; with Shift all from the last one ticked.

use leptos::prelude::*;

/// The reviews that may be ticked, and those that are.
#[derive(Clone, Copy)]
pub(super) struct Selection {
    signable: StoredValue<Vec<String>>,
    selected: RwSignal<Vec<String>>,
    last: StoredValue<Option<String>>,
}

impl Selection {
    /// Of these submissions, in the order shown.
    pub fn new(signable: Vec<String>, selected: RwSignal<Vec<String>>) -> Self {
        Self {
            signable: StoredValue::new(signable),
            selected,
            last: StoredValue::new(None),
        }
    }

    /// It is ticked.
    pub fn has(self, id: &str) -> bool {
        self.selected
            .with(|all| all.iter().any(|other| other == id))
    }

    /// Every one of the page is ticked.
    pub fn is_whole(self) -> bool {
        self.signable
            .with_value(|all| all.iter().all(|id| self.has(id)))
    }

    /// Ticks or clears every one of the page.
    pub fn set_all(self, on: bool) {
        self.selected.set(if on {
            self.signable.get_value()
        } else {
            Vec::new()
        });
    }

    /// Ticks or clears one; with `range` also those between it and the last one.
    pub fn set(self, id: &str, on: bool, range: bool) {
        let last = self.last.get_value().filter(|_| range);
        let meant = self
            .signable
            .with_value(|all| between(all, last.as_deref().unwrap_or(id), id));
        self.selected.update(|selected| {
            selected.retain(|known| !meant.contains(known));
            if on {
                selected.extend(meant);
            }
        });
        self.last.set_value(Some(id.to_owned()));
    }
}

/// From one to the other, both included; the second alone where one of them is not there.
fn between(all: &[String], from: &str, to: &str) -> Vec<String> {
    let place = |id: &str| all.iter().position(|other| other == id);
    let found = place(from).zip(place(to)).and_then(|(from, to)| {
        let (first, last) = (from.min(to), from.max(to));
        all.get(first..=last)
    });
    found.map_or_else(|| vec![to.to_owned()], <[String]>::to_vec)
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn a_range_goes_both_ways_and_never_further() {
        let all: Vec<String> = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        assert_eq!(between(&all, "b", "d"), ["b", "c", "d"]);
        assert_eq!(between(&all, "d", "b"), ["b", "c", "d"]);
        assert_eq!(between(&all, "c", "c"), ["c"]);
        assert_eq!(between(&all, "x", "c"), ["c"]);
    }
}

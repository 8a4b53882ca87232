//! The units as a tree: each before those below it, and shown while all above it are open.

use std::collections::{HashMap, HashSet};

use congvu_openapi::overview::UnitFigures;

/// The units with their level, each followed by everything below it, as the server has them otherwise.
pub(super) fn ordered(units: Vec<UnitFigures>) -> Vec<(u16, UnitFigures)> {
    let mut below: HashMap<Option<String>, Vec<UnitFigures>> = HashMap::new();
    for unit in units {
        below.entry(unit.parent_id.clone()).or_default().push(unit);
    }
    let mut waiting: Vec<(u16, UnitFigures)> = Vec::new();
    let mut push = |waiting: &mut Vec<(u16, UnitFigures)>, level: u16, above: Option<String>| {
        let units = below.remove(&above).unwrap_or_default();
        waiting.extend(units.into_iter().rev().map(|unit| (level, unit)));
    };
    push(&mut waiting, 0, None);
    let mut out = Vec::new();
    while let Some((level, unit)) = waiting.pop() {
        push(
            &mut waiting,
            level.saturating_add(1),
            Some(unit.unit_id.clone()),
        );
        out.push((level, unit));
    }
    out
}

/// Who is above whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tree {
    above: HashMap<String, String>,
}

impl Tree {
    pub fn new(units: &[UnitFigures]) -> Self {
        let above = units
            .iter()
            .filter_map(|unit| Some((unit.unit_id.clone(), unit.parent_id.clone()?)));
        Self {
            above: above.collect(),
        }
    }

    /// Units that have units below them.
    pub fn branches(&self) -> HashSet<String> {
        self.above.values().cloned().collect()
    }

    /// The highest units: what is below them is shown at first.
    pub fn tops(&self) -> HashSet<String> {
        let branches = self.above.values();
        branches
            .filter(|id| !self.above.contains_key(*id))
            .cloned()
            .collect()
    }

    /// Every unit above this one is open.
    pub fn is_shown(&self, id: &str, open: &HashSet<String>) -> bool {
        let mut at = id;
        while let Some(above) = self.above.get(at) {
            if !open.contains(above) {
                return false;
            }
            at = above;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use congvu_openapi::overview::Figures;

    fn unit(id: &str, parent: Option<&str>) -> UnitFigures {
        UnitFigures {
            unit_id: id.into(),
            parent_id: parent.map(Into::into),
            code: String::new(),
            name: id.into(),
            depth: 0,
            figures: Figures::default(),
            steps: Vec::new(),
        }
    }

    #[test]
    fn a_unit_is_followed_by_those_below_it() {
        let units = ordered(vec![
            unit("a", None),
            unit("b", None),
            unit("a1", Some("a")),
            unit("b1", Some("b")),
            unit("a2", Some("a")),
            unit("a1x", Some("a1")),
        ]);
        let shown: Vec<_> = units
            .iter()
            .map(|(level, unit)| (*level, unit.name.as_str()))
            .collect();
        assert_eq!(
            shown,
            [
                (0, "a"),
                (1, "a1"),
                (2, "a1x"),
                (1, "a2"),
                (0, "b"),
                (1, "b1")
            ]
        );
    }

    #[test]
    fn a_unit_is_shown_while_all_above_it_are_open() {
        let tree = Tree::new(&[
            unit("city", None),
            unit("department", Some("city")),
            unit("office", Some("department")),
        ]);
        assert_eq!(tree.tops(), HashSet::from(["city".to_owned()]));
        let open = tree.tops();
        assert!(tree.is_shown("city", &open));
        assert!(tree.is_shown("department", &open));
        assert!(!tree.is_shown("office", &open));
        assert!(tree.is_shown("office", &tree.branches()));
        // Open itself, but below something folded.
        let inner = HashSet::from(["department".to_owned()]);
        assert!(!tree.is_shown("office", &inner));
    }
}

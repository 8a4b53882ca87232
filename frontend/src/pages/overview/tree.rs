//! Which units are shown: those whose units above are all open.

use std::collections::{HashMap, HashSet};

use congvu_openapi::overview::UnitFigures;

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

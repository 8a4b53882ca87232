use congvu_openapi::form::{Entry, SECTIONS, Section};
use congvu_openapi::profile::Profile;
use serde_json::Value;

use super::walk::{cells_of, document, is_empty};

/// How far a group of the form is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionProgress {
    /// Key of the group.
    pub section: &'static str,
    /// Fields filled in and tables with a row.
    pub filled: u32,
    /// Required fields, required cells of the rows that exist, and required tables that are empty.
    pub required_missing: u32,
    /// Fields and tables of the group.
    pub total: u32,
}

impl From<SectionProgress> for congvu_openapi::people::SectionProgress {
    fn from(progress: SectionProgress) -> Self {
        Self {
            section: progress.section.to_owned(),
            filled: progress.filled,
            missing: progress.required_missing,
            total: progress.total,
        }
    }
}

/// How far each of the nine groups is, in the order of the form.
#[must_use]
pub fn completeness(profile: &Profile) -> Vec<SectionProgress> {
    let document = document(profile);
    SECTIONS
        .iter()
        .map(|section| progress(&document, section))
        .collect()
}

fn progress(document: &Value, section: &Section) -> SectionProgress {
    let mut progress = SectionProgress {
        section: section.key,
        filled: 0,
        required_missing: 0,
        total: 0,
    };
    for entry in section.entries {
        progress.total += 1;
        let (pointer, table_required) = match entry {
            Entry::Field(field) => (field.pointer, false),
            Entry::Table(table) => (table.pointer, table.required),
        };
        let empty = document.pointer(pointer).is_none_or(is_empty);
        progress.filled += u32::from(!empty);
        progress.required_missing += u32::from(empty && table_required);
        for cell in cells_of(document, section.key, entry) {
            progress.required_missing += u32::from(cell.required && cell.is_empty());
        }
    }
    progress
}

#[cfg(test)]
mod tests {
    use congvu_openapi::profile::CareerRow;

    use super::*;

    fn of(profile: &Profile, section: &str) -> SectionProgress {
        let all = completeness(profile);
        assert_eq!(all.len(), 9);
        all.into_iter().find(|p| p.section == section).unwrap()
    }

    #[test]
    fn an_empty_form_lacks_everything_required() {
        let papers = of(&Profile::default(), "papers");
        assert_eq!(
            (papers.filled, papers.required_missing, papers.total),
            (0, 4, 6)
        );
        let work = of(&Profile::default(), "work");
        assert_eq!((work.filled, work.required_missing, work.total), (0, 5, 10));
    }

    #[test]
    fn a_row_counts_its_table_and_asks_for_its_own_cells() {
        let mut profile = Profile::default();
        profile.history.career = vec![CareerRow {
            from: "2010-09".into(),
            post: "Chuyên viên".into(),
            ..CareerRow::default()
        }];
        let work = of(&profile, "work");
        // Four fields are missing, and the row's unit.
        assert_eq!((work.filled, work.required_missing), (1, 5));
    }

    #[test]
    fn a_place_counts_once() {
        let mut profile = Profile::default();
        profile.papers.residence.commune = "Phường Ba Đình".into();
        let papers = of(&profile, "papers");
        assert_eq!((papers.filled, papers.required_missing), (1, 3));
    }
}

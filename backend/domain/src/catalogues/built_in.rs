use std::sync::OnceLock;

use super::Catalogues;

/// The lists by name, with the text of their files.
macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../../catalogues/", $name, ".csv")))),+]
    };
}

const SOURCES: &str = include_str!("../../../catalogues/sources.csv");

const FILES: &[(&str, &str)] = files![
    "academic-titles",
    "attachment-categories",
    "blood-groups",
    "communes",
    "discipline-forms",
    "emulation-titles",
    "ethnic-groups",
    "family-backgrounds",
    "genders",
    "grades",
    "military-ranks",
    "person-statuses",
    "policy-beneficiaries",
    "political-theory",
    "provinces",
    "qualifications",
    "relations",
    "religions",
    "salary-scales",
    "training-modes",
    "work-ratings",
];

impl Catalogues {
    /// The lists built into the program, read once.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static LISTS: OnceLock<Catalogues> = OnceLock::new();
        // The files are part of the program; a test proves that they can be read.
        LISTS.get_or_init(|| Self::read(SOURCES, FILES).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use congvu_openapi::form::{Entry, Kind, leaves};

    use super::*;
    use crate::names::nfc;

    #[test]
    fn every_list_can_be_read_and_has_a_source() {
        let lists = Catalogues::read(SOURCES, FILES).unwrap();
        assert_eq!(lists.names().count(), FILES.len());
        assert_eq!(
            SOURCES.lines().count() - 1,
            FILES.len(),
            "sources.csv names others"
        );
        for info in lists.names() {
            assert!(info.size > 1, "{}", info.name);
            assert!(!info.title.is_empty() && !info.title_en.is_empty() && !info.source.is_empty());
        }
    }

    #[test]
    fn every_list_that_the_form_names_exists() {
        let lists = Catalogues::built_in();
        let kinds = leaves().flat_map(|(_, entry)| match entry {
            Entry::Field(field) => vec![field.kind],
            Entry::Table(table) => table.columns.iter().map(|column| column.kind).collect(),
        });
        let mut named = 0;
        for kind in kinds {
            if let Kind::Choice(name) = kind {
                named += 1;
                assert!(lists.get(name).is_some(), "{name}");
            }
        }
        assert!(named > 15);
    }

    #[test]
    fn entries_are_well_formed() {
        for info in Catalogues::built_in().names() {
            for item in Catalogues::built_in().get(&info.name).unwrap().items() {
                let at = format!("{} {}", info.name, item.code);
                assert!(!item.code.is_empty() && !item.name.is_empty(), "{at}");
                assert_eq!(item.name, nfc(&item.name), "{at}");
                for date in [&item.valid_from, &item.valid_to].into_iter().flatten() {
                    assert!(date.parse::<NaiveDate>().is_ok(), "{at}: {date}");
                }
            }
        }
    }

    #[test]
    fn parents_exist() {
        let lists = Catalogues::built_in();
        for (list, parents) in [
            ("communes", "provinces"),
            ("grades", "salary-scales"),
            ("salary-scales", "salary-scales"),
        ] {
            for item in lists.get(list).unwrap().items() {
                if let Some(parent) = &item.parent {
                    assert!(
                        lists.find(parents, parent).is_some(),
                        "{list} {}",
                        item.code
                    );
                }
            }
        }
    }

    #[test]
    fn sizes_are_those_of_the_law() {
        let size = |name| Catalogues::built_in().get(name).unwrap().items().len();
        assert_eq!(size("provinces"), 34);
        assert_eq!(size("communes"), 3_321);
        assert_eq!(size("ethnic-groups"), 55, "54 and foreigners");
        assert_eq!(size("religions"), 18, "16 recognised, none, other");
    }

    #[test]
    fn the_scale_gives_a_step_its_coefficient() {
        let lists = Catalogues::built_in();
        let grade = lists.find("grades", "01.003").unwrap();
        assert_eq!(grade.name, "Chuyên viên");
        let step = format!("{}/9", grade.parent.as_deref().unwrap());
        assert_eq!(lists.find("salary-scales", &step).unwrap().name, "4.98");
    }
}

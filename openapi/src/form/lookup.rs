use super::{Entry, Kind, SECTIONS, Words};

/// A leaf of the form, found from a place in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Item number on the paper form; empty for the block above the title.
    pub item: &'static str,
    /// The field's or the column's label.
    pub label: Words,
    /// The table's title where the leaf is a cell.
    pub table: Option<Words>,
    /// Row of the table, from 0.
    pub row: Option<usize>,
    pub kind: Kind,
    /// Key of the group.
    pub section: &'static str,
}

/// The leaf of the form to which a JSON pointer into the profile belongs.
///
/// Parts of a place (`/personal/home_town/commune`) belong to the place's field; a pointer to a
/// whole table or row has the table's title as its label. `None` where the form has no such place.
#[must_use]
pub fn leaf(pointer: &str) -> Option<Leaf> {
    leaves().find_map(|(section, entry)| match entry {
        Entry::Field(field) => {
            let rest = pointer.strip_prefix(field.pointer)?;
            let inside = rest.is_empty() || (field.kind == Kind::Place && rest.starts_with('/'));
            inside.then_some(Leaf {
                item: field.item,
                label: field.label,
                table: None,
                row: None,
                kind: field.kind,
                section,
            })
        }
        Entry::Table(table) => {
            let rest = pointer.strip_prefix(table.pointer)?;
            let mut parts = rest.split('/').skip(1);
            let row = parts.next().and_then(|part| part.parse().ok());
            if row.is_none() && !rest.is_empty() {
                return None;
            }
            let cell = parts
                .next()
                .and_then(|key| table.columns.iter().find(|column| column.key == key));
            Some(Leaf {
                item: table.item,
                label: cell.map_or(table.title, |column| column.label),
                table: cell.map(|_| table.title),
                row,
                kind: cell.map_or(Kind::LongText, |column| column.kind),
                section,
            })
        }
    })
}

/// Every entry of the form with the key of its group, in the order of the paper form's groups.
pub fn leaves() -> impl Iterator<Item = (&'static str, Entry)> {
    SECTIONS
        .iter()
        .flat_map(|section| section.entries.iter().map(|entry| (section.key, *entry)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Profile;

    /// Every leaf that serde writes has its place in the form, and every place in the form exists.
    #[test]
    fn the_form_and_the_document_agree() {
        let mut profile = serde_json::to_value(Profile::default()).unwrap();
        for (_, entry) in leaves() {
            match entry {
                Entry::Field(field) => {
                    assert!(
                        profile.pointer(field.pointer).is_some(),
                        "{}",
                        field.pointer
                    );
                }
                Entry::Table(table) => {
                    let row: serde_json::Map<_, _> = table
                        .columns
                        .iter()
                        .map(|c| (c.key.to_owned(), "".into()))
                        .collect();
                    *profile.pointer_mut(table.pointer).unwrap() = serde_json::json!([row]);
                }
            }
        }
        let typed: Profile = serde_json::from_value(profile.clone()).unwrap();
        let back = serde_json::to_value(typed).unwrap();
        assert_eq!(profile, back, "a column is missing or too many");
        let mut pointers = Vec::new();
        collect(&back, String::new(), &mut pointers);
        // Land has no kind of house on the form.
        pointers.retain(|p| !p.ends_with("_land/kind"));
        for pointer in &pointers {
            assert!(leaf(pointer).is_some(), "{pointer} is not on the form");
        }
        assert!(pointers.len() > 120);
    }

    fn collect(value: &serde_json::Value, at: String, into: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(members) => {
                for (key, inner) in members {
                    collect(inner, format!("{at}/{key}"), into);
                }
            }
            serde_json::Value::Array(rows) => {
                for (n, inner) in rows.iter().enumerate() {
                    collect(inner, format!("{at}/{n}"), into);
                }
            }
            _ => into.push(at),
        }
    }

    #[test]
    fn the_form_has_38_items_in_16_tables() {
        let mut numbers: Vec<u32> = leaves()
            .filter_map(|(_, entry)| {
                let item = match entry {
                    Entry::Field(field) => field.item,
                    Entry::Table(table) => table.item,
                };
                item.split('.').next().unwrap().parse().ok()
            })
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers, (1..=38).collect::<Vec<_>>());
        let tables = leaves()
            .filter(|(_, e)| matches!(e, Entry::Table(_)))
            .count();
        assert_eq!(
            tables, 15,
            "the 16th table of the form is its signature block"
        );
    }

    #[test]
    fn a_cell_knows_its_table_and_row() {
        let cell = leaf("/pay/pay_history/2/coefficient").unwrap();
        assert_eq!((cell.item, cell.row), ("37.1", Some(2)));
        assert_eq!(cell.label.vi, "Hệ số lương");
        assert_eq!(leaf("/personal/home_town/commune").unwrap().item, "5");
        assert_eq!(leaf("/nowhere"), None);
    }
}

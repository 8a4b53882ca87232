//! Rows of the form's tables: added, removed with undo, put in order of time.

use congvu_openapi::form::Table;
use serde_json::{Map, Value};

/// A row that was taken out and can be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Pointer of the table.
    pub table: &'static str,
    /// Where it was, from 0.
    pub index: usize,
    /// What it held.
    pub row: Value,
}

/// How many rows a table has.
#[must_use]
pub fn count(document: &Value, table: &str) -> usize {
    document
        .pointer(table)
        .and_then(Value::as_array)
        .map_or(0, Vec::len)
}

/// Pointer of a row.
#[must_use]
pub fn pointer(table: &str, index: usize) -> String {
    format!("{table}/{index}")
}

/// Adds an empty row at the end; its index, or `None` where the document has no such table.
pub fn add(document: &mut Value, table: &Table) -> Option<usize> {
    let rows = document.pointer_mut(table.pointer)?.as_array_mut()?;
    let blank: Map<String, Value> = table
        .columns
        .iter()
        .map(|column| (column.key.to_owned(), Value::String(String::new())))
        .collect();
    rows.push(Value::Object(blank));
    Some(rows.len() - 1)
}

/// Takes a row out.
pub fn remove(document: &mut Value, table: &'static str, index: usize) -> Option<Removed> {
    let rows = document.pointer_mut(table)?.as_array_mut()?;
    (index < rows.len()).then(|| Removed {
        table,
        index,
        row: rows.remove(index),
    })
}

/// Puts a row back where it was; its index now.
pub fn restore(document: &mut Value, removed: Removed) -> Option<usize> {
    let rows = document.pointer_mut(removed.table)?.as_array_mut()?;
    let index = removed.index.min(rows.len());
    rows.insert(index, removed.row);
    Some(index)
}

/// The order in which the rows should stand, as their present indexes: by the first month or the
/// year, rows without either last. Relatives keep the order in which they were entered.
#[must_use]
pub fn by_time(document: &Value, table: &Table) -> Vec<usize> {
    let rows = document.pointer(table.pointer).and_then(Value::as_array);
    let mut order: Vec<(usize, (bool, String, String))> = rows
        .into_iter()
        .flatten()
        .enumerate()
        .map(|(index, row)| (index, time(row, table)))
        .collect();
    order.sort_by(|(_, left), (_, right)| left.cmp(right));
    order.into_iter().map(|(index, _)| index).collect()
}

/// Puts the rows in that order; the same rows otherwise. Tells whether anything moved.
pub fn arrange(document: &mut Value, table: &str, order: &[usize]) -> bool {
    let Some(rows) = document.pointer_mut(table).and_then(Value::as_array_mut) else {
        return false;
    };
    let moved = order.iter().enumerate().any(|(new, old)| new != *old);
    let mut seen = order.to_vec();
    seen.sort_unstable();
    if !moved || !seen.iter().copied().eq(0..rows.len()) {
        return false;
    }
    *rows = order
        .iter()
        .filter_map(|old| rows.get(*old).cloned())
        .collect();
    true
}

/// First month or year, and last month, of a row; true first where it has none.
fn time(row: &Value, table: &Table) -> (bool, String, String) {
    let text = |key: &str| {
        row.get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let begins = ["from", "year"]
        .into_iter()
        .find(|key| table.columns.iter().any(|column| column.key == *key));
    match begins {
        Some(key) => {
            let first = text(key);
            (first.is_empty(), first, text("to"))
        }
        None => (false, String::new(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::pointer;
    use congvu_openapi::form::{Entry, leaves};
    use congvu_openapi::profile::Profile;

    fn table(at: &str) -> Table {
        leaves()
            .find_map(|(_, entry)| match entry {
                Entry::Table(table) if table.pointer == at => Some(table),
                _ => None,
            })
            .unwrap()
    }

    fn career(months: &[&str]) -> Value {
        let mut document = serde_json::to_value(Profile::default()).unwrap();
        for month in months {
            let index = add(&mut document, &table("/history/career")).unwrap();
            pointer::set(
                &mut document,
                &format!("/history/career/{index}/from"),
                month,
            );
        }
        document
    }

    fn months(document: &Value) -> Vec<String> {
        (0..count(document, "/history/career"))
            .map(|n| pointer::text(document, &format!("/history/career/{n}/from")))
            .collect()
    }

    #[test]
    fn an_added_row_of_every_table_is_a_row_of_the_contract() {
        for (_, entry) in leaves() {
            if let Entry::Table(table) = entry {
                let mut document = serde_json::to_value(Profile::default()).unwrap();
                assert_eq!(add(&mut document, &table), Some(0));
                assert_eq!(count(&document, table.pointer), 1);
                let typed: Profile = serde_json::from_value(document.clone()).unwrap();
                assert_eq!(
                    serde_json::to_value(typed).unwrap(),
                    document,
                    "{}",
                    table.pointer
                );
            }
        }
    }

    #[test]
    fn a_removed_row_comes_back_where_it_was() {
        let before = career(&["2001-01", "2005-02", "2010-03"]);
        let mut document = before.clone();
        let removed = remove(&mut document, "/history/career", 1).unwrap();
        assert_eq!(months(&document), ["2001-01", "2010-03"]);
        assert_eq!(restore(&mut document, removed), Some(1));
        assert_eq!(document, before);
        assert_eq!(remove(&mut document, "/history/career", 3), None);
        assert_eq!(remove(&mut document, "/nowhere", 0), None);
    }

    #[test]
    fn a_row_comes_back_even_where_the_others_are_gone() {
        let mut document = career(&["2001-01", "2005-02"]);
        let last = remove(&mut document, "/history/career", 1).unwrap();
        remove(&mut document, "/history/career", 0).unwrap();
        assert_eq!(restore(&mut document, last), Some(0));
    }

    #[test]
    fn rows_stand_in_order_of_time_and_undated_ones_last() {
        let mut document = career(&["2010-03", "", "2001", "2001-01", "2010-03"]);
        let order = by_time(&document, &table("/history/career"));
        assert_eq!(order, [2, 3, 0, 4, 1]);
        assert!(arrange(&mut document, "/history/career", &order));
        assert_eq!(
            months(&document),
            ["2001", "2001-01", "2010-03", "2010-03", ""]
        );
        assert!(
            !arrange(&mut document, "/history/career", &[0, 1, 2, 3, 4]),
            "in order"
        );
    }

    #[test]
    fn an_order_that_would_lose_a_row_is_refused() {
        let mut document = career(&["2010-03", "2001-01"]);
        for order in [vec![1], vec![1, 1], vec![1, 0, 2]] {
            assert!(!arrange(&mut document, "/history/career", &order));
        }
        assert_eq!(months(&document), ["2010-03", "2001-01"]);
    }
}

use std::cmp::Reverse;

use congvu_openapi::form::{Column, Table};
use serde_json::Value;

use super::{Change, ChangeType, compare};
use crate::catalogues::Catalogues;
use crate::profiles::display::in_words;
use crate::profiles::walk::{is_empty, text_at};

/// Columns by which a row is known again although others changed.
const KEYS: [&str; 3] = ["from", "year", "full_name"];

/// Differences of a table, by rows: equal rows are paired first, then the most alike.
pub(super) fn table_changes(
    section: &'static str,
    table: &Table,
    old: &[Value],
    new: &[Value],
    catalogues: &Catalogues,
) -> Vec<Change> {
    let partners = pair(table, old, new);
    let row_change = |kind, pointer, row, before, after| Change {
        item: table.item,
        section,
        pointer,
        label_vi: table.title.vi,
        label_en: table.title.en,
        table: Some(table.title),
        row,
        kind,
        old: before,
        new: after,
    };
    let mut changes = Vec::new();
    for (at, (row, partner)) in new.iter().zip(&partners).enumerate() {
        let pointer = format!("{}/{at}", table.pointer);
        match partner.and_then(|partner| old.get(partner)) {
            Some(before) => changes.extend(table.columns.iter().filter_map(|column| {
                cell_change(section, table, column, at, (before, row), catalogues)
            })),
            None => {
                let words = row_in_words(table, row, catalogues);
                changes.push(row_change(
                    ChangeType::Added,
                    pointer,
                    Some(at),
                    String::new(),
                    words,
                ));
            }
        }
    }
    for (at, row) in old.iter().enumerate() {
        if !partners.contains(&Some(at)) {
            let words = row_in_words(table, row, catalogues);
            let pointer = table.pointer.to_owned();
            changes.push(row_change(
                ChangeType::Removed,
                pointer,
                Some(at),
                words,
                String::new(),
            ));
        }
    }
    let kept: Vec<usize> = partners.into_iter().flatten().collect();
    if !kept.is_sorted() {
        let pointer = table.pointer.to_owned();
        let mut before = kept.clone();
        before.sort_unstable();
        changes.push(row_change(
            ChangeType::Changed,
            pointer,
            None,
            order(&before),
            order(&kept),
        ));
    }
    changes
}

/// For each new row, the old row that it continues.
fn pair(table: &Table, old: &[Value], new: &[Value]) -> Vec<Option<usize>> {
    let mut taken = vec![false; old.len()];
    let mut partners: Vec<Option<usize>> = Vec::with_capacity(new.len());
    for row in new {
        let mut free = old.iter().zip(&mut taken).enumerate();
        let equal = free.find(|(_, (before, taken))| !**taken && *before == row);
        partners.push(equal.map(|(at, (_, taken))| {
            *taken = true;
            at
        }));
    }
    let mut candidates = Vec::new();
    for (to, row) in new
        .iter()
        .enumerate()
        .filter(|(to, _)| partners.get(*to) == Some(&None))
    {
        for (from, before) in old
            .iter()
            .enumerate()
            .filter(|(from, _)| !is_taken(&taken, *from))
        {
            if let Some(score) = likeness(table, before, row) {
                candidates.push((Reverse(score), from.abs_diff(to), from, to));
            }
        }
    }
    candidates.sort_unstable();
    for (_, _, from, to) in candidates {
        if let (Some(taken @ false), Some(partner @ None)) =
            (taken.get_mut(from), partners.get_mut(to))
        {
            *taken = true;
            *partner = Some(from);
        }
    }
    partners
}

fn is_taken(taken: &[bool], at: usize) -> bool {
    taken.get(at).copied().unwrap_or(true)
}

/// How alike two rows are: a common key first, then the number of equal cells.
/// `None` where they have neither a key nor more than half of their cells in common.
fn likeness(table: &Table, old: &Value, new: &Value) -> Option<(bool, usize)> {
    let mut same_key = false;
    let (mut same, mut filled) = (0, 0);
    for column in table.columns {
        let (before, after) = (text_at(old, column.key), text_at(new, column.key));
        let equal = before == after && !before.is_empty();
        same += usize::from(equal);
        filled += usize::from(!before.is_empty() || !after.is_empty());
        same_key |= equal && KEYS.contains(&column.key);
    }
    (same_key || same * 2 > filled).then_some((same_key, same))
}

fn cell_change(
    section: &'static str,
    table: &Table,
    column: &Column,
    row: usize,
    (old, new): (&Value, &Value),
    catalogues: &Catalogues,
) -> Option<Change> {
    let (old, new) = (old.get(column.key)?, new.get(column.key)?);
    let (kind, old, new) = compare(column.kind, old, new, catalogues)?;
    Some(Change {
        item: table.item,
        section,
        pointer: format!("{}/{row}/{}", table.pointer, column.key),
        label_vi: column.label.vi,
        label_en: column.label.en,
        table: Some(table.title),
        row: Some(row),
        kind,
        old,
        new,
    })
}

/// “09/2010 – nay: Sở Nội vụ; Chuyên viên”.
fn row_in_words(table: &Table, row: &Value, catalogues: &Catalogues) -> String {
    let cells: Vec<(&str, String)> = table
        .columns
        .iter()
        .filter_map(|column| Some((column, row.get(column.key)?)))
        .filter(|(_, value)| !is_empty(value))
        .map(|(column, value)| (column.key, in_words(column.kind, value, catalogues)))
        .collect();
    let of = |wanted: &str| {
        let cell = cells.iter().find(|(key, _)| *key == wanted);
        cell.map(|(_, words)| words.as_str())
    };
    let period = match (of("from"), of("to")) {
        (Some(from), to) => Some(format!("{from} – {}", to.unwrap_or("nay"))),
        (None, Some(to)) => Some(format!("– {to}")),
        (None, None) => None,
    };
    let rest = cells
        .iter()
        .filter(|(key, _)| !matches!(*key, "from" | "to"))
        .map(|(_, words)| words.as_str())
        .collect::<Vec<_>>()
        .join("; ");
    match period {
        Some(period) if rest.is_empty() => period,
        Some(period) => format!("{period}: {rest}"),
        None => rest,
    }
}

/// The order of the rows, by their numbers before.
fn order(rows: &[usize]) -> String {
    let numbers: Vec<_> = rows.iter().map(|row| (row + 1).to_string()).collect();
    format!("thứ tự dòng: {}", numbers.join(", "))
}

use congvu_openapi::form::{Entry, Table, leaves};

use super::super::issue::Issue;
use super::super::walk::Cell;
use super::complaint::{Complaint, in_sentence, name};

/// Gathers issues and words them.
#[derive(Default)]
pub(super) struct Report {
    issues: Vec<Issue>,
}

impl Report {
    /// An issue of a leaf.
    pub fn add(&mut self, cell: &Cell<'_>, complaint: Complaint) {
        self.add_at(cell, cell.pointer.clone(), complaint);
    }

    /// An issue of a part of a leaf, such as the commune of a place.
    pub fn add_at(&mut self, cell: &Cell<'_>, pointer: String, complaint: Complaint) {
        self.push(
            pointer,
            cell.item,
            cell.section,
            cell.row,
            name(cell),
            complaint,
        );
    }

    /// An issue of a whole table.
    pub fn add_to_table(&mut self, section: &'static str, table: &Table, complaint: Complaint) {
        let pointer = table.pointer.to_owned();
        let name = in_sentence(table.title);
        self.push(pointer, table.item, section, None, name, complaint);
    }

    fn push(
        &mut self,
        pointer: String,
        item: &'static str,
        section: &'static str,
        row: Option<usize>,
        name: (String, String),
        complaint: Complaint,
    ) {
        let (vi, en) = if complaint.whole {
            (complaint.vi, complaint.en)
        } else {
            (
                format!("{} {}", name.0, complaint.vi),
                format!("{} {}", name.1, complaint.en),
            )
        };
        self.issues.push(Issue {
            pointer,
            item,
            section,
            severity: complaint.severity,
            code: complaint.code,
            message_vi: sentence("Mục", "dòng", item, row, &vi),
            message_en: sentence("Item", "row", item, row, &en),
        });
    }

    /// The issues by their place in the form; of one place, in the order found.
    pub fn in_order_of_the_form(mut self) -> Vec<Issue> {
        let entries: Vec<&str> = leaves()
            .map(|(_, entry)| match entry {
                Entry::Field(field) => field.pointer,
                Entry::Table(table) => table.pointer,
            })
            .collect();
        self.issues.sort_by_cached_key(|issue| {
            entries
                .iter()
                .position(|entry| issue.pointer.starts_with(entry))
                .unwrap_or(entries.len())
        });
        self.issues
    }
}

/// “Mục 33, dòng 2: … .”; where there is no item number, the sentence begins with the name.
fn sentence(item_word: &str, row_word: &str, item: &str, row: Option<usize>, body: &str) -> String {
    match (item, row) {
        ("", _) => {
            let mut letters = body.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            format!("{}.", first.chain(letters).collect::<String>())
        }
        (_, None) => format!("{item_word} {item}: {body}."),
        (_, Some(row)) => format!("{item_word} {item}, {row_word} {}: {body}.", row + 1),
    }
}

use chrono::{Datelike, NaiveDate};
use congvu_openapi::form::Entry;
use serde_json::Value;

use super::super::walk::{Cell, cells};
use super::complaint::Complaint;
use super::report::Report;
use crate::identifiers::{PartialDate, months_between};

/// The table of item 33.
const CAREER: &str = "/history/career";
/// Calendar months that may be missing between two rows.
const TOLERATED: i32 = 3;

/// Warns of gaps of more than three months in the career (item 33), between two rows or until today.
pub(super) fn gaps(document: &Value, today: NaiveDate, report: &mut Report) {
    let today = PartialDate::parse(&format!("{:04}-{:02}", today.year(), today.month())).ok();
    let cells = cells(document);
    let in_career = |key: &str| -> Vec<&Cell<'_>> {
        cells
            .iter()
            .filter(|cell| cell.table == Some(CAREER) && cell.key == key)
            .collect()
    };
    let mut periods: Vec<(PartialDate, Option<PartialDate>, &Cell<'_>)> = Vec::new();
    for (from, to) in in_career("from").into_iter().zip(in_career("to")) {
        // What cannot be read has its own issue.
        let Ok(start) = PartialDate::parse(from.text()) else {
            return;
        };
        let end = if to.is_empty() {
            None
        } else if let Ok(end) = PartialDate::parse(to.text()) {
            Some(end)
        } else {
            return;
        };
        periods.push((start, end, from));
    }
    periods.sort_by_key(|(start, ..)| start.first_day());
    let mut covered: Option<PartialDate> = None;
    for (start, end, cell) in periods {
        if let Some(until) = covered
            && months_between(until, start) > TOLERATED
        {
            report.add(cell, gap(until, Some(start)));
        }
        let Some(end) = end else { return };
        if covered.is_none_or(|until| end.last_day() > until.last_day()) {
            covered = Some(end);
        }
    }
    if let (Some(until), Some(today)) = (covered, today)
        && months_between(until, today) > TOLERATED
        && let Some((section, Entry::Table(table))) = super::super::walk::entry(CAREER)
    {
        report.add_to_table(section, &table, gap(until, None));
    }
}

fn gap(until: PartialDate, start: Option<PartialDate>) -> Complaint {
    let until = until.in_words();
    let (vi, en) = start.map_or_else(
        || ("nay".to_owned(), "today".to_owned()),
        |start| (start.in_words(), start.in_words()),
    );
    Complaint::warning(
        "career_gap",
        format!(
            "quá trình công tác còn trống từ {until} đến {vi}; hãy khai bổ sung hoặc giải thích"
        ),
        format!("the career has a gap from {until} to {en}; fill it in or explain it"),
    )
    .whole()
}

//! The overview as a table for spreadsheets: UTF-8 with a mark at the beginning, without which Excel takes
//! it for something else; nothing in it is taken for a formula.

use congvu_openapi::overview::{Figures, Overview, OverviewBy, StepFigures};
use csv::{Terminator, WriterBuilder};

use crate::codes::word;
use crate::error::ApiError;
use crate::reminders::title;

const BYTE_ORDER_MARK: &str = "\u{feff}";
const OWN_DUTY: &str = "Cá nhân có hồ sơ";

/// # Errors
/// None that a caller can cause.
pub(super) fn csv(overview: &Overview) -> Result<Vec<u8>, ApiError> {
    let rows = match overview.by {
        OverviewBy::Unit => units(overview),
        OverviewBy::Step => steps(overview),
        OverviewBy::Person => people(overview),
    };
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    for row in rows {
        let plain = row.iter().map(|cell| plain(cell));
        writer.write_record(plain).map_err(ApiError::internal)?;
    }
    writer.into_inner().map_err(ApiError::internal)
}

/// A cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe.
fn plain(cell: &str) -> String {
    let number = cell.parse::<i64>().is_ok();
    if !number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return format!("'{cell}");
    }
    cell.to_owned()
}

fn texts(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn days(days: Option<i64>) -> String {
    days.map(|days| days.to_string()).unwrap_or_default()
}

fn units(overview: &Overview) -> Vec<Vec<String>> {
    let mut columns: Vec<&StepFigures> = Vec::new();
    for step in overview.units.iter().flat_map(|unit| &unit.steps) {
        if !columns.iter().any(|column| same(column, step)) {
            columns.push(step);
        }
    }
    let mut heading = texts(&[
        "Mã đơn vị",
        "Đơn vị (gồm đơn vị trực thuộc)",
        "Số người",
        "Chưa có hồ sơ được duyệt",
        "Đang khai, chưa trình",
        "Đang rà soát",
        "Bị trả lại",
        "Đã được duyệt",
        "Việc đang chờ",
        "Việc quá hạn",
        "Chờ lâu nhất (ngày làm việc)",
    ]);
    for column in &columns {
        heading.push(format!("Chờ: {}", named(column)));
        heading.push(format!("Quá hạn: {}", named(column)));
    }
    let mut rows = vec![heading];
    for unit in &overview.units {
        let mut row = vec![unit.code.clone(), unit.name.clone()];
        row.extend(figures(&unit.figures));
        for column in &columns {
            let step = unit.steps.iter().find(|step| same(column, step));
            row.push(step.map_or(0, |step| step.waiting).to_string());
            row.push(step.map_or(0, |step| step.late).to_string());
        }
        rows.push(row);
    }
    rows
}

fn figures(figures: &Figures) -> Vec<String> {
    let mut cells: Vec<String> = [
        figures.people,
        figures.missing,
        figures.drafting,
        figures.in_review,
        figures.returned,
        figures.approved,
        figures.waiting,
        figures.late,
    ]
    .iter()
    .map(i64::to_string)
    .collect();
    cells.push(days(figures.oldest_days));
    cells
}

fn same(one: &StepFigures, other: &StepFigures) -> bool {
    one.kind == other.kind && one.role == other.role
}

/// `Rà soát, phê duyệt hồ sơ – Giám đốc Sở Nội vụ`.
fn named(step: &StepFigures) -> String {
    format!("{} – {}", title(&word(&step.kind)).vi, role(step))
}

fn role(step: &StepFigures) -> &str {
    match (step.role.as_str(), step.title.as_str()) {
        ("", _) => OWN_DUTY,
        // A role that the deployment file no longer has.
        (key, "") => key,
        (_, title) => title,
    }
}

fn steps(overview: &Overview) -> Vec<Vec<String>> {
    let heading = texts(&[
        "Việc",
        "Vai trò",
        "Đang chờ",
        "Quá hạn",
        "Chờ lâu nhất (ngày làm việc)",
    ]);
    let rows = overview.steps.iter().map(step_cells);
    std::iter::once(heading).chain(rows).collect()
}

fn step_cells(step: &StepFigures) -> Vec<String> {
    vec![
        title(&word(&step.kind)).vi,
        role(step).to_owned(),
        step.waiting.to_string(),
        step.late.to_string(),
        days(step.oldest_days),
    ]
}

fn people(overview: &Overview) -> Vec<Vec<String>> {
    let heading = texts(&[
        "Người đã nhận việc",
        "Việc",
        "Vai trò",
        "Đang chờ",
        "Quá hạn",
        "Chờ lâu nhất (ngày làm việc)",
    ]);
    let rows = overview.people.iter().map(|person| {
        let mut row = vec![person.name.clone()];
        row.extend(step_cells(&person.step));
        row
    });
    std::iter::once(heading).chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_taken_for_a_formula() {
        for (cell, written) in [
            ("Sở Nội vụ", "Sở Nội vụ"),
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+84 1", "'+84 1"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("-12", "-12"),
            ("", ""),
        ] {
            assert_eq!(plain(cell), written);
        }
    }
}

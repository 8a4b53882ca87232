mod career;
mod complaint;
mod cross;
mod leaf;
mod place;
mod report;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use congvu_openapi::form::{Entry, leaves};
use congvu_openapi::profile::Profile;
use serde_json::Value;

use self::complaint::Complaint;
use self::report::Report;
use super::issue::{Issue, Stage};
use super::walk::{cells, document, is_empty};
use crate::catalogues::Catalogues;
use crate::identifiers::{Gender, PartialDate};

/// The most rows a table may have.
pub const MAX_ROWS: usize = 200;

/// What a leaf is checked against.
struct Context<'a> {
    today: NaiveDate,
    catalogues: &'a Catalogues,
    gender: Option<Gender>,
    birth: Option<PartialDate>,
}

/// What is wrong or missing in a document, in the order of the form.
///
/// `today` is the day in Việt Nam: no date may lie after it.
#[must_use]
pub fn check(
    profile: &Profile,
    stage: Stage,
    today: NaiveDate,
    catalogues: &Catalogues,
) -> Vec<Issue> {
    let document = document(profile);
    let context = Context {
        today,
        catalogues,
        gender: Gender::of_code(profile.personal.gender.as_str()),
        birth: PartialDate::parse(profile.personal.birth_date.as_str()).ok(),
    };
    let mut report = Report::default();
    tables(&document, stage, &mut report);
    for cell in cells(&document) {
        if !cell.is_empty() {
            leaf::check(&cell, &context, &mut report);
        } else if cell.required && stage == Stage::Complete {
            report.add(&cell, Complaint::missing(&cell));
        }
    }
    cross::check(&document, profile, stage, &mut report);
    career::gaps(&document, today, &mut report);
    report.in_order_of_the_form()
}

/// Tables that need a row, and tables that have too many.
fn tables(document: &Value, stage: Stage, report: &mut Report) {
    for (section, entry) in leaves() {
        let Entry::Table(table) = entry else { continue };
        let Some(rows) = document.pointer(table.pointer) else {
            continue;
        };
        let count = rows.as_array().map_or(0, Vec::len);
        let complaint = if count > MAX_ROWS {
            Complaint::error(
                "too_many_rows",
                format!("có {count} dòng, nhiều nhất {MAX_ROWS}; hãy gộp bớt"),
                format!("has {count} rows, at most {MAX_ROWS}; join some"),
            )
        } else if table.required && stage == Stage::Complete && is_empty(rows) {
            Complaint::error(
                "required",
                "cần ít nhất một dòng".to_owned(),
                "needs at least one row".to_owned(),
            )
        } else {
            continue;
        };
        report.add_to_table(section, &table, complaint);
    }
}

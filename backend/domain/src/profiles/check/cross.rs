use congvu_openapi::form::Entry;
use congvu_openapi::profile::Profile;
use serde_json::Value;

use super::super::issue::{Severity, Stage};
use super::super::walk::{Cell, cells, entry};
use super::complaint::{Complaint, name};
use super::report::Report;
use crate::identifiers::PartialDate;

/// Days of which the first cannot come after the second. A person may have worked for an agency
/// under a contract before being recruited, so that one is only pointed out.
const ORDERED: [(&str, &str, Severity); 4] = [
    (
        "/organisations/party_admitted_on",
        "/organisations/party_official_on",
        Severity::Error,
    ),
    (
        "/organisations/enlisted_on",
        "/organisations/discharged_on",
        Severity::Error,
    ),
    (
        "/posts/appointed_on",
        "/posts/reappointed_on",
        Severity::Error,
    ),
    (
        "/recruitment/first_recruited_on",
        "/recruitment/joined_on",
        Severity::Warning,
    ),
];

/// Checks what concerns more than one leaf.
pub(super) fn check(document: &Value, profile: &Profile, stage: Stage, report: &mut Report) {
    let cells = cells(document);
    let at = |pointer: &str| cells.iter().find(|cell| cell.pointer == pointer);
    for (earlier, later, severity) in ORDERED {
        if let (Some(earlier), Some(later)) = (at(earlier), at(later)) {
            order(earlier, later, "date_order", severity, report);
        }
    }
    for to in cells.iter().filter(|cell| cell.key == "to") {
        let from = to
            .pointer
            .strip_suffix("to")
            .map(|row| format!("{row}from"));
        if let Some(from) = from.and_then(|pointer| at(&pointer)) {
            order(from, to, "period_order", Severity::Error, report);
        }
    }
    if let Some(cell) = at("/header/personal_id") {
        identifiers(cell, profile, report);
    }
    for (land, kind) in [
        ("/economy/granted_land", &profile.economy.granted_land.kind),
        ("/economy/owned_land", &profile.economy.owned_land.kind),
    ] {
        if let Some(cell) = at(&format!("{land}/area_m2")).filter(|_| !kind.is_empty()) {
            report.add_at(cell, format!("{land}/kind"), not_on_the_form());
        }
    }
    if stage == Stage::Complete {
        parents(profile, report);
    }
}

fn order(
    earlier: &Cell<'_>,
    later: &Cell<'_>,
    code: &'static str,
    severity: Severity,
    report: &mut Report,
) {
    let (Ok(first), Ok(second)) = (
        PartialDate::parse(earlier.text()),
        PartialDate::parse(later.text()),
    ) else {
        return;
    };
    if !first.is_after(second) {
        return;
    }
    let (first, second) = (first.in_words(), second.in_words());
    let other = name(earlier);
    let mut complaint = Complaint::error(
        code,
        format!("({second}) trước {} ({first}); hãy kiểm tra lại", other.0),
        format!("({second}) is before {} ({first}); check both", other.1),
    );
    complaint.severity = severity;
    report.add(later, complaint);
}

/// Land has no kind on the form: what stands there would be signed without being seen.
fn not_on_the_form() -> Complaint {
    Complaint::error(
        "not_on_the_form",
        "không có mục “loại nhà” trên biểu mẫu; hãy bỏ nội dung này".to_owned(),
        "has no kind of house on the form; leave it empty".to_owned(),
    )
}

/// Since 1 July 2026 the personal number identifies the file; it is also the number of the card.
fn identifiers(cell: &Cell<'_>, profile: &Profile, report: &mut Report) {
    let card = &profile.papers.citizen_id;
    if !cell.is_empty() && !card.is_empty() && cell.text() != card.as_str() {
        report.add(
            cell,
            Complaint::warning(
                "personal_id_differs",
                "khác với số CCCD ở mục 8; hãy kiểm tra lại hai số".to_owned(),
                "differs from the citizen identity card number in item 8; check both".to_owned(),
            ),
        );
    }
}

/// Item 36.1 is to name at least both parents, adoptive ones included.
fn parents(profile: &Profile, report: &mut Report) {
    let own = &profile.family.own;
    let Some((section, Entry::Table(table))) = entry("/family/own") else {
        return;
    };
    if own.is_empty() {
        return;
    }
    for (codes, vi, en) in [
        (["father", "adoptive-father"], "cha", "father"),
        (["mother", "adoptive-mother"], "mẹ", "mother"),
    ] {
        if !own.iter().any(|row| codes.contains(&row.relation.as_str())) {
            report.add_to_table(
                section,
                &table,
                Complaint::warning(
                    "parent_missing",
                    format!("chưa khai {vi}; hãy bổ sung, kể cả khi đã mất"),
                    format!("your {en} is missing; add them, also if deceased"),
                )
                .whole(),
            );
        }
    }
}

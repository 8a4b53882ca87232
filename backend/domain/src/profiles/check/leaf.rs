use congvu_openapi::form::Kind;

use super::super::walk::Cell;
use super::complaint::Complaint;
use super::report::Report;
use super::{Context, place};
use crate::identifiers::{
    Fault, PartialDate, check_decimal, check_health_insurance, check_money, check_personal_id,
    check_sha256, check_social_insurance, normalise_phone,
};
use crate::names::nfc;

/// The most characters of a line, and of a text of several lines.
const MAX_LINE: usize = 500;
const MAX_TEXT: usize = 4000;

/// Checks a leaf that is filled in.
pub(super) fn check(cell: &Cell<'_>, context: &Context<'_>, report: &mut Report) {
    if cell.kind == Kind::Place {
        place::check(cell, context.catalogues, report);
        return;
    }
    let text = cell.text();
    if let Some(complaint) = text_complaint(text, cell.kind == Kind::LongText) {
        report.add(cell, complaint);
        return;
    }
    match cell.kind {
        Kind::CitizenId => {
            let year = context.birth.map(PartialDate::year);
            for fault in check_personal_id(text, context.gender, year) {
                report.add(cell, fault.into());
            }
        }
        Kind::Date | Kind::Month | Kind::Year => date(cell, context, report),
        Kind::Choice(list) if context.catalogues.find(list, text).is_none() => {
            report.add(cell, unknown_code(text));
        }
        kind => {
            if let Err(fault) = form(kind, text) {
                report.add(cell, fault.into());
            }
        }
    }
}

/// The form of the kinds that need nothing but the text.
fn form(kind: Kind, text: &str) -> Result<(), Fault> {
    match kind {
        Kind::Decimal => check_decimal(text),
        Kind::Money => check_money(text),
        Kind::Phone => normalise_phone(text).map(|_| ()),
        Kind::SocialInsurance => check_social_insurance(text),
        Kind::HealthInsurance => check_health_insurance(text),
        Kind::Photo => check_sha256(text),
        _ => Ok(()),
    }
}

/// What is wrong with any text: length, normal form, characters.
pub(super) fn text_complaint(text: &str, several_lines: bool) -> Option<Complaint> {
    let most = if several_lines { MAX_TEXT } else { MAX_LINE };
    let length = text.chars().count();
    if length > most {
        return Some(Complaint::error(
            "too_long",
            format!("dài {length} ký tự, nhiều nhất {most}; hãy rút gọn"),
            format!("is {length} characters long, at most {most}; shorten it"),
        ));
    }
    if text
        .chars()
        .any(|c| c.is_control() && !(several_lines && matches!(c, '\n' | '\t')))
    {
        return Some(Complaint::error(
            "control_character",
            "có ký tự không in được hoặc xuống dòng; hãy nhập lại".to_owned(),
            "has a line break or another character that cannot be printed; type it again"
                .to_owned(),
        ));
    }
    (nfc(text) != text).then(|| {
        Complaint::error(
            "not_nfc",
            "không ở dạng Unicode dựng sẵn (NFC); hãy nhập lại".to_owned(),
            "is not in Unicode NFC; type it again".to_owned(),
        )
    })
}

pub(super) fn unknown_code(code: &str) -> Complaint {
    Complaint::error(
        "unknown_code",
        format!("có mã “{code}” không có trong danh mục; hãy chọn lại"),
        format!("has the code “{code}”, which is not in the catalogue; choose again"),
    )
}

fn date(cell: &Cell<'_>, context: &Context<'_>, report: &mut Report) {
    let date = match read(cell.kind, cell.text()) {
        Ok(date) => date,
        Err(fault) => return report.add(cell, fault.into()),
    };
    if date.is_after_day(context.today) {
        let mut complaint = Complaint::from(Fault::Future);
        // A term, such as that of a discipline, may end later.
        if cell.key == "to" {
            complaint.severity = super::super::issue::Severity::Warning;
        }
        report.add(cell, complaint);
    }
    // Relatives are born when they are born.
    let own = cell.pointer != "/personal/birth_date" && cell.section != "family";
    if let Some(birth) = context.birth.filter(|birth| own && birth.is_after(date)) {
        report.add(
            cell,
            Complaint::error(
                "before_birth",
                format!(
                    "({}) trước ngày sinh ở mục 3 ({}); hãy kiểm tra lại hai mục",
                    date.in_words(),
                    birth.in_words()
                ),
                format!(
                    "({}) is before the date of birth in item 3 ({}); check both",
                    date.in_words(),
                    birth.in_words()
                ),
            ),
        );
    }
}

fn read(kind: Kind, text: &str) -> Result<PartialDate, Fault> {
    let date = PartialDate::parse(text);
    match kind {
        Kind::Year => date
            .ok()
            .filter(|date| date.is_year_only())
            .ok_or(Fault::YearForm),
        Kind::Month => date.and_then(|date| {
            if date.is_without_day() {
                Ok(date)
            } else {
                Err(Fault::MonthForm)
            }
        }),
        _ => date,
    }
}

//! The answer to "Vì sao?" beside a date.

use chrono::{Datelike, NaiveDate};

use super::StepDue;
use crate::calendar::Period;
use crate::deployment::DayUnit;

/// A sentence in both languages of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    pub vi: String,
    pub en: String,
    /// The clause's own words, where the file has them; always Vietnamese.
    pub quote: Option<String>,
    /// The clause's text was not seen in full: to be confirmed.
    pub confirm: bool,
}

impl Why {
    /// The sentence and the clause's own words, in Vietnamese.
    #[must_use]
    pub fn full_vi(&self) -> String {
        self.full(&self.vi, " Cần xác nhận: chưa đọc toàn văn.")
    }

    /// The sentence in English and the clause's own words.
    #[must_use]
    pub fn full_en(&self) -> String {
        self.full(&self.en, " To be confirmed: the text was not seen in full.")
    }

    fn full(&self, sentence: &str, to_confirm: &str) -> String {
        let quote = self.quote.as_ref();
        let quote = quote.map_or_else(String::new, |quote| format!(" “{quote}”"));
        let to_confirm = if self.confirm { to_confirm } else { "" };
        format!("{sentence}{quote}{to_confirm}")
    }
}

/// Why something is due on its day, or on none.
#[must_use]
pub fn why(due: &StepDue) -> Why {
    let (vi, en) = sentence(due);
    let provisional = due.due.is_some_and(|date| date.provisional);
    let (note_vi, note_en) = if provisional {
        (
            " Tạm tính: lịch nghỉ của năm chưa được thông báo.",
            " Provisional: the year's days off have not been announced.",
        )
    } else {
        ("", "")
    };
    Why {
        vi: format!("{}{note_vi}", upper_first(&vi)),
        en: format!("{}{note_en}", upper_first(&en)),
        quote: due.quote.clone(),
        confirm: due.confirm,
    }
}

fn sentence(due: &StepDue) -> (String, String) {
    let clause = &due.clause;
    let Some(date) = due.due else {
        return (
            format!("Quy chế không quy định thời hạn ({clause})."),
            format!("The regulation sets no deadline ({clause})."),
        );
    };
    let end = date.date.format("%d/%m/%Y");
    let Some(within) = due.within else {
        return (
            format!("hằng năm, đến hết ngày {end} – {clause}."),
            format!("every year, until {end} – {clause}."),
        );
    };
    if let Some(period) = due.from.window() {
        let opens = due.opens.unwrap_or(date.date).format("%d/%m/%Y");
        let (name_vi, name_en) = period_name(period, due.counted_from);
        let (unit_vi, unit_en) = match within.unit {
            DayUnit::Working => ("ngày làm việc", "working days"),
            DayUnit::Calendar => ("ngày", "days"),
        };
        let days = within.days;
        return (
            format!("{days} {unit_vi} cuối {name_vi}, từ {opens} đến {end} – {clause}."),
            format!("the last {days} {unit_en} of {name_en}, {opens} to {end} – {clause}."),
        );
    }
    let from = due.counted_from.format("%d/%m/%Y");
    let unit = match within.unit {
        DayUnit::Working => "working days",
        DayUnit::Calendar => "days",
    };
    let (title, title_en) = (due.from.title(), due.from.title_en());
    (
        format!("{within} kể từ {title} ({from}), đến hết ngày {end} – {clause}."),
        format!(
            "{} {unit} from {title_en} ({from}), until {end} – {clause}.",
            within.days
        ),
    )
}

/// What the period is called in which a day lies.
fn period_name(period: Period, on: NaiveDate) -> (String, String) {
    let month = on.format("%m/%Y");
    match period {
        Period::Month => (format!("tháng {month}"), month.to_string()),
        Period::HalfMonth if period.last_day(on).day() == 15 => (
            format!("nửa đầu tháng {month}"),
            format!("the first half of {month}"),
        ),
        Period::HalfMonth => (
            format!("nửa sau tháng {month}"),
            format!("the second half of {month}"),
        ),
        Period::Quarter => {
            let (quarter, year) = (on.month0() / 3 + 1, on.year());
            (
                format!("quý {quarter}/{year}"),
                format!("quarter {quarter} of {year}"),
            )
        }
    }
}

fn upper_first(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}

//! The answer to "Vì sao?" beside a date.

use super::StepDue;
use crate::deployment::{DayUnit, Event};

/// A sentence in both languages of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    pub vi: String,
    pub en: String,
}

/// Why something is due on its day, or on none.
#[must_use]
pub fn why(due: &StepDue) -> Why {
    let clause = &due.clause;
    let (Some(date), Some(within)) = (due.due, due.within) else {
        return Why {
            vi: format!("Quy chế không quy định thời hạn ({clause})."),
            en: format!("The regulation sets no deadline ({clause})."),
        };
    };
    let from = due.counted_from.format("%d/%m/%Y");
    let end = date.date.format("%d/%m/%Y");
    let (vi, en) = if due.from == Event::MonthEndWindow {
        let opens = due.opens.unwrap_or(date.date).format("%d/%m/%Y");
        let month = due.counted_from.format("%m/%Y");
        (
            format!(
                "{} ngày cuối tháng {month}, từ {opens} đến {end}",
                within.days
            ),
            format!("the last {} days of {month}, {opens} to {end}", within.days),
        )
    } else {
        let unit = match within.unit {
            DayUnit::Working => "working days",
            DayUnit::Calendar => "days",
        };
        (
            format!(
                "{within} kể từ {} ({from}), đến hết ngày {end}",
                due.from.title()
            ),
            format!(
                "{} {unit} from {} ({from}), until {end}",
                within.days,
                due.from.title_en()
            ),
        )
    };
    let (note_vi, note_en) = if date.provisional {
        (
            " Tạm tính: lịch nghỉ của năm chưa được thông báo.",
            " Provisional: the year's days off have not been announced.",
        )
    } else {
        ("", "")
    };
    Why {
        vi: format!("{} – {clause}.{note_vi}", upper_first(&vi)),
        en: format!("{} – {clause}.{note_en}", upper_first(&en)),
    }
}

fn upper_first(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}

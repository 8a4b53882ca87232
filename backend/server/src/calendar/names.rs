//! What a day off is called: as the announcement has it, else as the law has it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate, Weekday};
use congvu_db::CalendarAmendment;
use serde::Deserialize;

use crate::error::{Said, said};
use crate::reminders::day;

/// Why a day is off or, on a weekend, worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayName {
    pub occasion: Said,
    /// Number of the announcement; empty where it follows from the law alone.
    pub announcement: String,
}

/// Why a day does not count although it is a weekday, or counts although it is not; for any other
/// weekend day, its name.
#[must_use]
pub fn day_name(amendments: &[CalendarAmendment], date: NaiveDate) -> DayName {
    let entered = amendments
        .iter()
        .rev()
        .find(|row| row.day == date && row.withdrawn_at.is_none() && row.kind != "year_complete");
    if let Some(row) = entered {
        return DayName {
            occasion: known(&row.name),
            announcement: row.announcement.clone(),
        };
    }
    if let Some((occasion, announcement)) = LISTS.listed.get(&date) {
        return DayName {
            occasion: known(occasion),
            announcement: announcement.clone(),
        };
    }
    DayName {
        occasion: weekend(date).unwrap_or_else(|| by_law(date)),
        announcement: String::new(),
    }
}

/// Announcements in one sentence: why deadlines were counted anew.
pub(super) fn announced<'a>(rows: impl Iterator<Item = &'a CalendarAmendment>) -> Said {
    let said_of: Vec<Said> = rows.filter_map(announcement).collect();
    if said_of.is_empty() {
        return said(
            "Danh mục ngày nghỉ của chương trình đã thay đổi.",
            "The program's list of days off changed.",
        );
    }
    let join = |text: fn(&Said) -> &str| said_of.iter().map(text).collect::<Vec<_>>().join("; ");
    said(
        format!("{}.", join(|one| &one.vi)),
        format!("{}.", join(|one| &one.en)),
    )
}

/// `23/11/2026 được nghỉ (Hoán đổi, 100/TB-BNV ngày 05/01/2026)`; none where it says nothing of a day.
fn announcement(row: &CalendarAmendment) -> Option<Said> {
    let (vi, en) = match row.kind.as_str() {
        "day_off" => ("được nghỉ", "is a day off"),
        "working_day" => ("là ngày làm việc", "is a working day"),
        _ => return None,
    };
    let name = known(&row.name);
    let (on, announced_on) = (day(row.day), day(row.announced_on));
    let number = &row.announcement;
    let (taken_vi, taken_en) = match row.withdrawn_at {
        Some(_) => ("Rút lại: ", "Withdrawn: "),
        None => ("", ""),
    };
    Some(said(
        format!(
            "{taken_vi}{on} {vi} ({}, {number} ngày {announced_on})",
            name.vi
        ),
        format!(
            "{taken_en}{on} {en} ({}, {number} of {announced_on})",
            name.en
        ),
    ))
}

fn weekend(date: NaiveDate) -> Option<Said> {
    match date.weekday() {
        Weekday::Sat => Some(said("thứ Bảy", "Saturday")),
        Weekday::Sun => Some(said("Chủ nhật", "Sunday")),
        _ => None,
    }
}

/// Holidays of Điều 112 Bộ luật Lao động and Nghị quyết 28/2026/QH16 in a year that has no announcement.
fn by_law(date: NaiveDate) -> Said {
    let lunar = LISTS.lunar.get(&date.year());
    let name = match (date.month(), date.day()) {
        (1, 1) => "Tết Dương lịch",
        (4, 30) => "Ngày Chiến thắng",
        (5, 1) => "Ngày Quốc tế lao động",
        (9, 1..=3) => "Quốc khánh",
        (11, 24) => "Ngày Văn hóa Việt Nam",
        _ => match lunar {
            Some((tet, _)) if (-1..=3).contains(&(date - *tet).num_days()) => "Tết Âm lịch",
            Some((_, kings)) if date == *kings => "Giỗ Tổ Hùng Vương",
            _ => "Nghỉ bù",
        },
    };
    known(name)
}

/// Occasions with their English names; what stands behind one is kept.
const OCCASIONS: [(&str, &str); 9] = [
    ("Tết Dương lịch", "New Year's Day"),
    ("Tết Âm lịch", "Lunar New Year (Tết)"),
    ("Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration Day"),
    ("Ngày Chiến thắng", "Reunification Day"),
    ("Ngày Quốc tế lao động", "International Labour Day"),
    ("Quốc khánh", "National Day"),
    ("Ngày Văn hóa Việt Nam", "Vietnamese Culture Day"),
    ("Nghỉ bù", "day off in lieu"),
    ("Làm bù cho ngày", "worked in exchange for"),
];
const ADDITIONS: [(&str, &str); 2] = [("nghỉ bù", "in lieu"), ("hoán đổi với", "exchanged with")];

fn known(occasion: &str) -> Said {
    let found = OCCASIONS
        .iter()
        .find_map(|(vi, en)| Some((en, occasion.strip_prefix(vi)?)));
    let Some((en, rest)) = found else {
        return said(occasion, occasion);
    };
    let rest = ADDITIONS
        .iter()
        .fold(rest.to_owned(), |rest, (vi, en)| rest.replace(vi, en));
    said(occasion, format!("{en}{rest}"))
}

struct Lists {
    /// Occasion and announcement.
    listed: BTreeMap<NaiveDate, (String, String)>,
    /// First day of the lunar year and the Hùng Kings' day.
    lunar: BTreeMap<i32, (NaiveDate, NaiveDate)>,
}

/// The names in the lists from which the built-in calendar is made.
static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists {
    listed: rows::<ListedRow>(include_str!("../../../catalogues/holidays.csv"))
        .map(|row| (row.date, (row.occasion, row.announcement)))
        .collect(),
    lunar: rows::<LunarRow>(include_str!("../../../catalogues/lunar_new_year.csv"))
        .map(|row| (row.year, (row.tet, row.hung_kings)))
        .collect(),
});

#[derive(Deserialize)]
struct ListedRow {
    date: NaiveDate,
    occasion: String,
    announcement: String,
}

#[derive(Deserialize)]
struct LunarRow {
    year: i32,
    tet: NaiveDate,
    hung_kings: NaiveDate,
}

/// Rows of a built-in list; the calendar itself is made from the same lists and checks them.
fn rows<T: serde::de::DeserializeOwned>(text: &str) -> impl Iterator<Item = T> {
    csv::Reader::from_reader(text.as_bytes())
        .into_deserialize()
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_called_as_announced_else_as_the_law_has_them() {
        for (date, vi, en, announcement) in [
            (
                "2026-02-18",
                "Tết Âm lịch",
                "Lunar New Year (Tết)",
                "9441/TB-BNV",
            ),
            (
                "2026-08-31",
                "Quốc khánh (hoán đổi với 22/8)",
                "National Day (exchanged with 22/8)",
                "9441/TB-BNV",
            ),
            (
                "2026-08-22",
                "Làm bù cho ngày 31/8",
                "worked in exchange for 31/8",
                "9441/TB-BNV",
            ),
            ("2026-02-21", "thứ Bảy", "Saturday", ""),
            ("2026-02-22", "Chủ nhật", "Sunday", ""),
            // Not announced: Tết Đinh Mùi is on 6 February 2027, the days off are 5 to 9.
            ("2027-02-05", "Tết Âm lịch", "Lunar New Year (Tết)", ""),
            ("2027-02-09", "Tết Âm lịch", "Lunar New Year (Tết)", ""),
            ("2027-09-02", "Quốc khánh", "National Day", ""),
            ("2027-05-03", "Nghỉ bù", "day off in lieu", ""),
        ] {
            let name = day_name(&[], date.parse().unwrap());
            assert_eq!(name.occasion, said(vi, en), "{date}");
            assert_eq!(name.announcement, announcement, "{date}");
        }
    }
}

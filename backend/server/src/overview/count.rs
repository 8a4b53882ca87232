//! A deadline counted in front of the reader, day by day.

use chrono::{Datelike as _, NaiveDate, Weekday};
use congvu_db::{CalendarAmendment, Task};
use congvu_domain::calendar::Calendar;
use congvu_domain::deployment::DayUnit;
use congvu_openapi::overview::CountedDay;

use crate::calendar::{Counted, day_name};
use crate::error::{Said, said};
use crate::reminders::day;

/// Days that follow one another and count are named one by one up to so many.
const NAMED_APART: usize = 3;

/// The days from the first that may count to the deadline.
pub(super) fn days(
    calendar: &Calendar,
    amendments: &[CalendarAmendment],
    counted: &Counted,
) -> Vec<CountedDay> {
    let mut number = 0;
    counted
        .after
        .iter_days()
        .skip(1)
        .take_while(|date| *date <= counted.due.date)
        .map(|date| {
            let working = calendar.is_working(date);
            let counts = number < counted.within.days
                && (working || counted.within.unit == DayUnit::Calendar);
            if counts {
                number += 1;
            }
            let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
            let exchanged = working && weekend;
            let name = if (!counts && !working) || exchanged {
                day_name(amendments, date).occasion
            } else {
                said("", "")
            };
            CountedDay {
                date: date.to_string(),
                number: counts.then_some(number),
                working,
                name: name.vi,
                name_en: name.en,
            }
        })
        .collect()
}

/// The count in one paragraph.
pub(super) fn paragraph(task: &Task, counted: &Counted, days: &[CountedDay]) -> Said {
    let end = day(counted.due.date);
    let length = counted.within.days;
    let (unit_vi, unit_en) = match counted.within.unit {
        DayUnit::Working => ("ngày làm việc", "working days"),
        DayUnit::Calendar => ("ngày", "days"),
    };
    let pieces = pieces(days);
    let list = |text: fn(&Said) -> &str| pieces.iter().map(text).collect::<Vec<_>>().join(", ");
    let (vi, en) = (list(|piece| &piece.vi), list(|piece| &piece.en));
    let begin = match (counted.opens, task.counted_from) {
        (Some(opens), _) => said(
            format!("{length} {unit_vi} cuối kỳ, từ {}", day(opens)),
            format!(
                "The last {length} {unit_en} of the period, from {}",
                day(opens)
            ),
        ),
        (None, Some(from)) if counted.after == from => said(
            format!("{length} {unit_vi}, tính từ ngày sau {}", day(from)),
            format!(
                "{length} {unit_en}, counted from the day after {}",
                day(from)
            ),
        ),
        (None, from) => {
            let from = day(from.unwrap_or(counted.after));
            said(
                format!("{length} {unit_vi}, tính cả ngày {from}"),
                format!("{length} {unit_en}, {from} included"),
            )
        }
    };
    let kept = kept(task, counted.due.date);
    said(
        format!("{}: {vi}. Hạn: hết ngày {end}.{}", begin.vi, kept.vi),
        format!("{}: {en}. Due: until {end}.{}", begin.en, kept.en),
    )
}

/// The task's own day is another one than what is counted: it was not shortened.
fn kept(task: &Task, counted: NaiveDate) -> Said {
    match task.due_on {
        Some(own) if own != counted => said(
            format!(
                " Lịch thay đổi sau khi giao việc; hạn giữ nguyên đến hết ngày {}, không tự rút ngắn.",
                day(own)
            ),
            format!(
                " The calendar changed after the task was opened; it stays due until {}, nothing is shortened by itself.",
                day(own)
            ),
        ),
        _ => said("", ""),
    }
}

/// Days that follow one another and are of one kind, in words.
fn pieces(days: &[CountedDay]) -> Vec<Said> {
    let together = |one: &CountedDay, next: &CountedDay| {
        one.name == next.name && one.number.is_some() == next.number.is_some()
    };
    days.chunk_by(together).flat_map(piece).collect()
}

fn piece(run: &[CountedDay]) -> Vec<Said> {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return Vec::new();
    };
    if first.number.is_none() && first.name.is_empty() {
        // Nothing of these counts any more: the deadline moved to a working day.
        let to = short(last);
        return vec![said(
            format!("chuyển sang ngày làm việc {to}"),
            format!("moved to the working day {to}"),
        )];
    }
    if first.number.is_none() {
        let span = if run.len() > 1 {
            format!("{}–{}", short(first), short(last))
        } else {
            short(first)
        };
        return vec![said(
            format!("nghỉ {span} {}", first.name),
            format!("off {span} {}", first.name_en),
        )];
    }
    if run.len() <= NAMED_APART {
        return run.iter().map(numbered).collect();
    }
    let (from, to) = (numbered(first), numbered(last));
    vec![said(
        format!("{} đến {}", from.vi, to.vi),
        format!("{} to {}", from.en, to.en),
    )]
}

fn numbered(day: &CountedDay) -> Said {
    let number = day.number.unwrap_or_default();
    let date = short(day);
    if day.name.is_empty() {
        let text = format!("{date} ({number})");
        return said(text.clone(), text);
    }
    said(
        format!("{date} ({number}, {})", day.name),
        format!("{date} ({number}, {})", day.name_en),
    )
}

/// `06/03`.
fn short(day: &CountedDay) -> String {
    let parsed = day.date.parse::<NaiveDate>();
    parsed.map_or_else(
        |_ignored| day.date.clone(),
        |date| date.format("%d/%m").to_string(),
    )
}

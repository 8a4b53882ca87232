use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use congvu_db::{DueChange, Person, Task, Unit};
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _, Property};

use crate::notifications::link;
use crate::reminders::{day, subject, title};
use crate::services::Services;

/// The alarm before the day begins: at eight in the morning of the day before.
const ALARM_HOURS: i64 = 16;
/// How often calendar programs should look.
const REFRESH_HOURS: i64 = 1;

/// How a deadline was moved: how often, and when last.
type Moves<'a> = HashMap<&'a str, (u32, DateTime<Utc>)>;

/// Open deadlines as all-day events.
pub fn calendar(
    services: &Services,
    rows: &[(Task, Person, Unit)],
    changes: &[DueChange],
) -> String {
    let mut moves = Moves::new();
    for change in changes {
        let (count, last) = moves.entry(&change.task_id).or_insert((0, change.at.utc()));
        *count += 1;
        *last = (*last).max(change.at.utc());
    }
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Cong Vu//Deadlines//VI"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .name("Công Vụ – việc đến hạn")
        .ttl(&TimeDelta::hours(REFRESH_HOURS));
    for (task, person, unit) in rows {
        if let Some(due) = task.due_on {
            calendar.push(event(services, (task, person, unit), due, &moves));
        }
    }
    calendar.to_string()
}

fn event(
    services: &Services,
    (task, person, unit): (&Task, &Person, &Unit),
    due: NaiveDate,
    moves: &Moves<'_>,
) -> Event {
    let opened = task.opened_at.utc();
    let (moved, changed) = moves.get(task.id.as_str()).copied().unwrap_or((0, opened));
    let summary = format!("{} – {}", title(&task.kind).vi, person.full_name);
    let mut lines = vec![
        format!("Hạn: {}", day(due)),
        format!("Đơn vị: {}", unit.name),
    ];
    if task.provisional {
        lines.push("Hạn tạm tính: lịch nghỉ của năm chưa được công bố.".to_owned());
    }
    lines.extend(
        [&task.why, &task.clause]
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned(),
    );
    let root = services.settings.public_url.trim_end_matches('/');
    let (kind, id) = subject(task, false);
    let page = link(kind, &id);
    let alarm = Alarm::display(&summary, -TimeDelta::hours(ALARM_HOURS))
        .uid(&format!("{}-alarm@congvu", task.id))
        .timestamp(changed)
        .done();
    Event::new()
        .uid(&format!("{}@congvu", task.id))
        .summary(&summary)
        .description(&lines.join("\n"))
        .url(&format!("{root}{page}"))
        .starts(due)
        // The first day that is no longer meant (RFC 5545 §3.6.1).
        .ends(due.succ_opt().unwrap_or(due))
        .sequence(moved)
        .created(opened)
        .last_modified(changed)
        // Of something that is published and not sent, the time of its last change (RFC 5545 §3.8.7.2).
        .timestamp(changed)
        // The day is not taken up by it.
        .add_property("TRANSP", "TRANSPARENT")
        .alarm(alarm)
        .done()
}

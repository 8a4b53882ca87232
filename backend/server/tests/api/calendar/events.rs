//! Whatever a deadline counts from, it is counted anew; none is shortened but by somebody's word.

use congvu_db::{DbError, Task};
use congvu_domain::deployment::{DayUnit, Event, Within};
use serde_json::json;

use super::{Desk, change, changes, enter, recounted, working};
use crate::support::on_both;

const CALENDAR: Within = Within {
    days: 5,
    unit: DayUnit::Calendar,
};

/// A task, when it is due before the announcement and when after.
struct Moved {
    task: Task,
    before: &'static str,
    after: &'static str,
}

/// A task for each event and kind of day, counted from Friday 6 March 2026. Then 11, 12, 16 and 31 March are off.
///
/// 5 working days: 9, 10, 11, 12, 13 March; with the days off 9, 10, 13, 17, 18. 5 days by the calendar: Wednesday 11,
/// with the days off Friday 13. The month and the quarter end on Tuesday 31 March, with the days off on Wednesday
/// 1 April. The half month ends on Sunday 15, so on Monday 16, with the days off on Tuesday 17.
fn every_event(desk: &Desk) -> Vec<Moved> {
    let count = |within, event, before, after| Moved {
        task: desk.counted("hr_head", "2026-03-06", within, event),
        before,
        after,
    };
    let mut all = Vec::new();
    for event in Event::ALL {
        match event {
            Event::MonthEndWindow | Event::QuarterEndWindow => {
                all.push(count(CALENDAR, event, "2026-03-31", "2026-04-01"));
            }
            Event::HalfMonthWindow => {
                all.push(count(CALENDAR, event, "2026-03-16", "2026-03-17"));
            }
            _ => {
                all.push(count(working(5), event, "2026-03-13", "2026-03-18"));
                all.push(count(CALENDAR, event, "2026-03-11", "2026-03-13"));
            }
        }
    }
    all
}

#[actix_web::test]
async fn every_event_is_counted_anew_and_nothing_gets_shorter_by_itself() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        let all = every_event(&desk);
        assert_eq!(all.len(), 29, "13 events with two kinds of days, 3 windows");
        for Moved { task, before, .. } in &all {
            assert_eq!(desk.due(task), *before, "{}", task.why);
        }
        // The last five working days of March end on the 31st; were that day off, they would end on the 30th.
        let last_days = desk.counted("hr_head", "2026-03-06", working(5), Event::MonthEndWindow);
        let operator = desk.operator(&app).await;
        let mut announced = Vec::new();
        for day in ["2026-03-11", "2026-03-12", "2026-03-16", "2026-03-31"] {
            announced.push(enter(&operator, day, "day_off", "2026-03-06").await);
        }
        assert_eq!(recounted(&app), 30);
        for Moved { task, after, .. } in &all {
            let moved = desk.task(task);
            assert_eq!(moved.due_on.unwrap().to_string(), *after, "{}", task.why);
            assert_eq!(moved.due_key, *after, "{}", task.why);
            assert_ne!(moved.why, task.why, "the reason tells the new day");
        }
        assert_eq!(desk.due(&last_days), "2026-03-31");
        let officer = app.officer("hr_head", &desk.path).await;
        assert_eq!(
            changes(&officer, &last_days).await,
            [change("would_shorten", "2026-03-31", "2026-03-30")]
        );

        // All of it is taken back: every deadline would be shorter, and none is.
        for id in announced {
            let path = format!("/calendar/amendments/{id}/withdrawal");
            operator.post(&path, &json!({})).await.expect(201);
        }
        assert_eq!(recounted(&app), 29);
        for Moved {
            task,
            before,
            after,
        } in &all
        {
            assert_eq!(desk.due(task), *after, "{}", task.why);
            let log = app
                .services
                .database
                .read::<_, DbError>(|connection| {
                    congvu_db::calendar::changes_of(connection, &[task.id.as_str()])
                })
                .unwrap();
            let log: Vec<_> = log
                .into_iter()
                .map(|row| {
                    (
                        row.outcome,
                        row.old_due.to_string(),
                        row.new_due.to_string(),
                    )
                })
                .collect();
            assert_eq!(
                log,
                [
                    change("extended", before, after),
                    change("would_shorten", after, before)
                ],
                "{}",
                task.why
            );
        }
        assert_eq!(changes(&officer, &last_days).await[0].0, "superseded");
        assert_eq!(recounted(&app), 0);
    })
    .await;
}

//! Deadlines that get longer, and their reminders.

use congvu_domain::calendar::Calendar;
use congvu_domain::deployment::{BUILT_IN, DayUnit, Event, Within};
use congvu_server::calendar::{InForce, recount};
use congvu_server::services::Services;

use super::{Desk, change, changes, date, enter, recounted, working};
use crate::support::{Kind, TestApp, on_both};

#[actix_web::test]
async fn a_day_off_announced_later_moves_an_open_deadline_by_a_day() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        // Submitted on Friday 6 March 2026, 5 working days: 9, 10, 11, 12, Friday 13 March.
        let task = desk.counted("hr_head", "2026-03-06", working(5), Event::Submitted);
        assert_eq!(desk.due(&task), "2026-03-13");
        // On Wednesday the 11th, two working days before, the early reminder comes.
        let wednesday = app.at("2026-03-11T02:00:00Z").await;
        assert_eq!(recounted(&wednesday), 0);
        let operator = desk.operator(&wednesday).await;
        let preview = operator
            .get("/calendar/amendments/preview?date=2026-03-12&kind=day_off")
            .await
            .expect(200)
            .json();
        assert_eq!(preview["extended"], 1);
        assert_eq!(preview["would_shorten"], 0);
        assert_eq!(preview["extended_first"][0]["new_due"], "2026-03-16");
        assert_eq!(desk.due(&task), "2026-03-13", "a preview changes nothing");
        // Thursday the 12th is announced to be off: 9, 10, 11, 13, Monday 16 March.
        enter(&operator, "2026-03-12", "day_off", "2026-03-11").await;
        assert!(!wednesday.services.calendar.get().is_working(date("2026-03-12")));
        assert_eq!(recounted(&wednesday), 1);
        assert_eq!(recounted(&wednesday), 0);
        let moved = desk.task(&task);
        assert_eq!(moved.due_on, Some(date("2026-03-16")));
        assert_eq!(moved.due_key, "2026-03-16");
        assert_eq!(
            moved.why,
            format!(
                "5 ngày làm việc kể từ ngày ký số hoàn thành cập nhật hồ sơ (06/03/2026), đến hết ngày 16/03/2026 – {}.",
                super::CLAUSE
            )
        );
        assert!(moved.why_en.contains("until 16/03/2026"), "{}", moved.why_en);
        // Shown to whoever has the task, and in the log of the person's data.
        let officer = wednesday.officer("hr_head", &desk.path).await;
        assert_eq!(
            changes(&officer, &task).await,
            [change("extended", "2026-03-13", "2026-03-16")]
        );
        let log = officer
            .get(&format!("/tasks/{}/due-changes", task.id))
            .await
            .expect(200)
            .json();
        assert_eq!(
            log["items"][0]["reason"],
            "12/03/2026 được nghỉ (Hoán đổi ngày làm việc, 100/TB-BNV ngày 11/03/2026)."
        );
        assert_eq!(log["items"][0]["by_name"], operator.me["name"]);
        let person = wednesday.sign_in("canbo.moi").await;
        let accesses = person
            .get(&format!("/people/{}/accesses", desk.person))
            .await
            .expect(200)
            .json();
        assert_eq!(accesses["items"][0]["action"], "due_extended");
        // The reminders of the new day start afresh: the early one comes again on Friday.
        let friday = app.at("2026-03-13T02:00:00Z").await;
        recounted(&friday);
        let rows = app
            .services
            .database
            .read::<_, congvu_db::DbError>(|connection| {
                congvu_db::reminders::of_task(connection, &task.id)
            })
            .unwrap();
        let mut days: Vec<_> = rows
            .into_iter()
            .map(|row| (row.stage, row.due_on.to_string()))
            .collect();
        days.sort();
        days.dedup();
        assert_eq!(
            days,
            [
                ("soon".to_owned(), "2026-03-13".to_owned()),
                ("soon".to_owned(), "2026-03-16".to_owned())
            ]
        );
    })
    .await;
}

#[actix_web::test]
async fn another_server_takes_the_calendar_over_at_its_next_look() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        let task = desk.counted("hr_head", "2026-03-06", working(5), Event::Submitted);
        let other = TestApp::over(Services {
            calendar: InForce::default(),
            ..app.services.clone()
        })
        .await;
        let operator = desk.operator(&app).await;
        enter(&operator, "2026-03-12", "day_off", "2026-03-06").await;
        let thursday = date("2026-03-12");
        assert!(!app.services.calendar.get().is_working(thursday));
        assert!(other.services.calendar.get().is_working(thursday));
        assert_eq!(recounted(&other), 1);
        assert!(!other.services.calendar.get().is_working(thursday));
        // The work is done: this server finds nothing left.
        assert_eq!(recounted(&app), 0);
        let officer = app.officer("hr_head", &desk.path).await;
        assert_eq!(changes(&officer, &task).await.len(), 1);
        // Whoever keeps the calendar does not see whose task it is.
        let path = format!("/tasks/{}/due-changes", task.id);
        operator.get(&path).await.expect(404);
    })
    .await;
}

#[actix_web::test]
async fn servers_side_by_side_move_each_deadline_once() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        // More than two batches.
        let tasks: Vec<_> = (0..1_100)
            .map(|_| desk.unopened("hr_head", "2026-03-06", working(5), Event::Submitted))
            .collect();
        desk.put(&tasks);
        let operator = desk.operator(&app).await;
        enter(&operator, "2026-03-12", "day_off", "2026-03-06").await;
        let servers: Vec<_> = (0..3)
            .map(|_| {
                let services = app.services.clone();
                std::thread::spawn(move || recount(&services).unwrap())
            })
            .collect();
        let moved: usize = servers
            .into_iter()
            .map(|server| server.join().unwrap())
            .sum();
        assert_eq!(moved, 1_100);
        let ids: Vec<&str> = tasks.iter().map(|task| task.id.as_str()).collect();
        let written = app
            .services
            .database
            .read::<_, congvu_db::DbError>(|connection| {
                congvu_db::calendar::changes_of(connection, &ids)
            })
            .unwrap();
        assert_eq!(written.len(), 1_100);
        assert_eq!(desk.due(&tasks[1_099]), "2026-03-16");
        assert_eq!(recounted(&app), 0);
    })
    .await;
}

#[actix_web::test]
async fn a_month_end_window_closes_later_where_its_last_day_is_off() {
    on_both("tien-giang", |app| async move {
        let desk = Desk::open(&app).await;
        // The last five days of March 2026: Friday 27 to Tuesday 31.
        let within = Within {
            days: 5,
            unit: DayUnit::Calendar,
        };
        let task = desk.counted("unit_head", "2026-03-06", within, Event::MonthEndWindow);
        assert_eq!(
            (task.opens_on, task.due_on),
            (Some(date("2026-03-27")), Some(date("2026-03-31")))
        );
        // What a quarter's window leaves in a task looks alike; its reason tells which it is.
        let quarter = desk.counted("unit_head", "2026-03-06", within, Event::QuarterEndWindow);
        let half = desk.counted("unit_head", "2026-03-06", within, Event::HalfMonthWindow);
        assert_eq!(
            half.due_on,
            Some(date("2026-03-16")),
            "the 15th is a Sunday"
        );
        let operator = desk.operator(&app).await;
        enter(&operator, "2026-03-31", "day_off", "2026-03-06").await;
        enter(&operator, "2026-03-16", "day_off", "2026-03-06").await;
        assert_eq!(recounted(&app), 3);
        let moved = desk.task(&task);
        assert_eq!(
            (moved.opens_on, moved.due_on),
            (task.opens_on, Some(date("2026-04-01")))
        );
        assert!(
            moved
                .why
                .starts_with("5 ngày cuối tháng 03/2026, từ 27/03/2026 đến 01/04/2026"),
            "{}",
            moved.why
        );
        let quarter = desk.task(&quarter);
        assert!(
            quarter
                .why
                .contains("cuối quý 1/2026, từ 27/03/2026 đến 01/04/2026"),
            "{}",
            quarter.why
        );
        assert_eq!(desk.due(&half), "2026-03-17");
    })
    .await;
}

#[actix_web::test]
async fn a_year_said_to_be_complete_makes_its_deadlines_final() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        // Friday 29 January 2027, 3 working days: 1, 2, 3 February; nothing is announced for 2027.
        let task = desk.counted("hr_head", "2027-01-29", working(3), Event::Submitted);
        assert!(task.provisional && task.why.contains("Tạm tính"));
        let operator = desk.operator(&app).await;
        enter(&operator, "2027-01-01", "year_complete", "2026-03-06").await;
        assert_eq!(recounted(&app), 0, "no day moved");
        let settled = desk.task(&task);
        assert!(
            !settled.provisional && !settled.why.contains("Tạm tính"),
            "{}",
            settled.why
        );
        assert_eq!(settled.due_on, task.due_on);
        let year = operator.get("/calendar?year=2027").await.expect(200).json();
        assert_eq!(year["announced"], true);
    })
    .await;
}

#[actix_web::test]
async fn what_nobody_announced_moves_nothing() {
    for (key, _) in BUILT_IN {
        let app = TestApp::start(key, Kind::Sqlite).await;
        let open = |app: &TestApp| {
            app.services
                .database
                .read::<_, congvu_db::DbError>(|connection| {
                    congvu_db::calendar::open_deadlines(connection, "", 1_000)
                })
                .unwrap()
        };
        let before = open(&app);
        assert!(before.len() >= 3, "{key}: {}", before.len());
        let calendar = Calendar::built_in();
        for (task, _) in &before {
            let deployment = &app.services.deployment;
            let counted = congvu_server::calendar::count(deployment, calendar, task);
            assert_eq!(
                counted.map(|counted| counted.due.date),
                task.due_on,
                "{key}: {task:?}"
            );
        }
        assert_eq!(recount(&app.services).unwrap(), 0, "{key}");
        assert_eq!(open(&app), before, "{key}");
    }
}

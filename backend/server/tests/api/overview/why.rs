//! Why a task is whose, and why by its date.

use congvu_domain::deployment::{DayUnit, Event, Within};
use serde_json::Value;

use super::task;
use crate::calendar::{Desk, enter, recounted, run, working};
use crate::client::Client;
use crate::support::on_both;

async fn why(client: &Client, id: &str) -> Value {
    client
        .get(&format!("/tasks/{id}/why"))
        .await
        .expect(200)
        .json()
}

#[actix_web::test]
async fn a_deadline_across_tet_is_counted_in_front_of_the_reader() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        // Submitted on Tuesday 10 February 2026. Wednesday 11 (1), Thursday 12 (2), Friday 13 (3); Saturday 14
        // and Sunday 15 are a weekend, 16 to 20 are Tết (9441/TB-BNV), 21 and 22 a weekend; Monday 23 (4),
        // Tuesday 24 (5).
        let task = desk.counted("hr_head", "2026-02-10", working(5), Event::Submitted);
        assert_eq!(desk.due(&task), "2026-02-24");
        let officer = app.officer("hr_head", &desk.path).await;
        let found = why(&officer, &task.id).await;
        assert_eq!(
            found["count"],
            "5 ngày làm việc, tính từ ngày sau 10/02/2026: 11/02 (1), 12/02 (2), 13/02 (3), nghỉ 14/02 thứ Bảy, \
             nghỉ 15/02 Chủ nhật, nghỉ 16/02–20/02 Tết Âm lịch, nghỉ 21/02 thứ Bảy, nghỉ 22/02 Chủ nhật, \
             23/02 (4), 24/02 (5). Hạn: hết ngày 24/02/2026."
        );
        assert_eq!(
            found["count_en"],
            "5 working days, counted from the day after 10/02/2026: 11/02 (1), 12/02 (2), 13/02 (3), off 14/02 Saturday, \
             off 15/02 Sunday, off 16/02–20/02 Lunar New Year (Tết), off 21/02 Saturday, off 22/02 Sunday, \
             23/02 (4), 24/02 (5). Due: until 24/02/2026."
        );
        let days = found["days"].as_array().unwrap();
        assert_eq!(days.len(), 14);
        let numbered: Vec<_> = days.iter().filter_map(|day| day["number"].as_u64()).collect();
        assert_eq!(numbered, [1, 2, 3, 4, 5]);
        assert_eq!(days[6]["name"], "Tết Âm lịch");
        assert_eq!(days[6]["date"], "2026-02-17");
        assert_eq!(found["clause"], crate::calendar::CLAUSE);
        assert_eq!(found["due_on"], "2026-02-24");
    })
    .await;
}

#[actix_web::test]
async fn worked_saturdays_calendar_days_and_kept_deadlines_are_told() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        // Friday 21 August 2026; Saturday 22 is worked for Monday 31, off to 2 September for Quốc khánh.
        let swapped = desk.counted("hr_head", "2026-08-21", working(7), Event::Submitted);
        // 15 days by the calendar from Thursday 16 April end on Friday 1 May: off, the next is Monday 4.
        let within = Within {
            days: 15,
            unit: DayUnit::Calendar,
        };
        let rolled = desk.counted("hr_head", "2026-04-16", within, Event::Submitted);
        let officer = app.officer("hr_head", &desk.path).await;
        let found = why(&officer, &swapped.id).await;
        assert_eq!(
            found["count"],
            "7 ngày làm việc, tính từ ngày sau 21/08/2026: 22/08 (1, Làm bù cho ngày 31/8), nghỉ 23/08 Chủ nhật, \
             24/08 (2) đến 28/08 (6), nghỉ 29/08 thứ Bảy, nghỉ 30/08 Chủ nhật, nghỉ 31/08 Quốc khánh (hoán đổi với 22/8), \
             nghỉ 01/09–02/09 Quốc khánh, 03/09 (7). Hạn: hết ngày 03/09/2026."
        );
        let found = why(&officer, &rolled.id).await;
        assert_eq!(
            found["count"],
            "15 ngày, tính từ ngày sau 16/04/2026: 17/04 (1) đến 01/05 (15), nghỉ 02/05 thứ Bảy, nghỉ 03/05 Chủ nhật, \
             chuyển sang ngày làm việc 04/05. Hạn: hết ngày 04/05/2026."
        );
        // A Saturday announced to be worked would end it earlier: it does not.
        let operator = desk.operator(&app).await;
        enter(&operator, "2026-08-29", "working_day", "2026-03-06").await;
        recounted(&app);
        let found = why(&officer, &swapped.id).await;
        let count = found["count"].as_str().unwrap();
        assert!(
            count.ends_with(
                "29/08 (7, Hoán đổi ngày làm việc). Hạn: hết ngày 29/08/2026. Lịch thay đổi sau khi giao việc; hạn giữ nguyên đến hết ngày 03/09/2026, không tự rút ngắn."
            ),
            "{count}"
        );
        assert_eq!(found["changes"][0]["outcome"], "would_shorten");
    })
    .await;
}

#[actix_web::test]
async fn whose_a_task_is_and_by_what() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        let review = desk.counted("hr_head", "2026-03-02", working(5), Event::Submitted);
        let duty = task(&desk, "", "2026-03-02", Some("2026-03-09"));
        desk.put(std::slice::from_ref(&duty));
        let officer = app.officer("hr_head", &desk.path).await;
        let title = app.services.rules().role("hr_head").unwrap().title.clone();
        let mine = why(&officer, &review.id).await["whose"].clone();
        assert_eq!(mine["mine"], true);
        let text = mine["text"].as_str().unwrap();
        assert!(
            text.starts_with(&format!("Anh/chị giữ vai trò {title} đối với ")),
            "{text}"
        );
        assert!(!mine["basis"].as_str().unwrap().is_empty(), "{mine}");
        assert!(text.contains(mine["basis"].as_str().unwrap()), "{text}");
        assert!(mine["clause"].as_str().unwrap().contains("Điều"), "{mine}");
        // Whoever signs after them does not hold this role.
        let head = app.officer("unit_head", &desk.path).await;
        let theirs = why(&head, &review.id).await["whose"].clone();
        assert_eq!(theirs["mine"], false);
        assert!(
            theirs["text_en"]
                .as_str()
                .unwrap()
                .contains("you do not hold over"),
            "{theirs}"
        );
        // One's own profile and duty.
        let person = app.sign_in("canbo.moi").await;
        let own = why(&person, &review.id).await["whose"].clone();
        assert_eq!(
            (&own["mine"], &own["role"]),
            (&Value::Bool(false), &Value::from(title))
        );
        assert!(
            own["text"]
                .as_str()
                .unwrap()
                .contains("hồ sơ của chính anh/chị"),
            "{own}"
        );
        assert_eq!(why(&person, &duty.id).await["whose"]["mine"], true);
        let urged = why(&officer, &duty.id).await["whose"].clone();
        assert_eq!(urged["mine"], false);
        assert!(
            urged["text"].as_str().unwrap().contains("đôn đốc"),
            "{urged}"
        );
        // Out of scope there is nothing to explain.
        let auditor = app.officer("auditor", &desk.path).await;
        auditor
            .get(&format!("/tasks/{}/why", review.id))
            .await
            .expect(404);
        app.anybody()
            .get(&format!("/tasks/{}/why", review.id))
            .await
            .expect(401);
    })
    .await;
}

#[actix_web::test]
async fn a_clause_comes_with_its_words() {
    on_both("tien-giang", |app| async move {
        let desk = Desk::open(&app).await;
        let rules = app.services.rules();
        let step = &rules.chains[0].steps[1];
        assert!(step.quote.is_some(), "the file has the words of Điều 6");
        let task = desk.counted("unit_head", "2026-03-06", working(5), Event::PreviousStep);
        let cited = rules.cite(&step.clause);
        run(
            &app,
            &format!(
                "UPDATE tasks SET clause = '{cited}' WHERE id = '{}'",
                task.id
            ),
        );
        let head = app.officer("unit_head", &desk.path).await;
        let found = why(&head, &task.id).await;
        assert_eq!(found["quote"].as_str(), step.quote.as_deref());
        assert_eq!(found["confirm"], step.confirm);
        assert!(
            found["why"].as_str().unwrap().contains("bước trước ký"),
            "{found}"
        );
    })
    .await;
}

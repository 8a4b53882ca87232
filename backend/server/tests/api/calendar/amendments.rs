//! Who announces what, and how the calendar is shown.

use serde_json::json;

use super::{Desk, amendment, enter, run};
use crate::support::on_both;

#[actix_web::test]
async fn the_calendar_of_a_year_is_shown_to_everybody_signed_in() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let year = person.get("/calendar").await.expect(200).json();
        assert_eq!(
            (&year["year"], &year["announced"]),
            (&json!(2026), &json!(true))
        );
        assert_eq!(year["may_amend"], false);
        let days = year["days_off"].as_array().unwrap();
        let day = |date: &str| days.iter().find(|day| day["date"] == date);
        let tet = day("2026-02-16").unwrap();
        assert_eq!(tet["name"], "Tết Âm lịch");
        assert_eq!(tet["name_en"], "Lunar New Year (Tết)");
        assert_eq!(tet["announcement"], "9441/TB-BNV");
        assert!(
            day("2026-02-14").is_none(),
            "a weekend is no day off of its own"
        );
        let worked = year["worked"].as_array().unwrap();
        let dates: Vec<_> = worked.iter().map(|day| &day["date"]).collect();
        assert_eq!(dates, ["2026-01-10", "2026-08-22"]);
        let next = person.get("/calendar?year=2027").await.expect(200).json();
        assert_eq!(next["announced"], false);
        person.get("/calendar?year=1900").await.expect(400);
        app.anybody().get("/calendar").await.expect(401);
    })
    .await;
}

#[actix_web::test]
async fn an_announced_day_is_shown_with_its_source() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        let operator = desk.operator(&app).await;
        enter(&operator, "2026-03-12", "day_off", "2026-03-05").await;
        let person = app.sign_in("canbo.moi").await;
        let year = person.get("/calendar?year=2026").await.expect(200).json();
        let days = year["days_off"].as_array().unwrap();
        let day = days.iter().find(|day| day["date"] == "2026-03-12").unwrap();
        assert_eq!(day["name"], "Hoán đổi ngày làm việc");
        assert_eq!(day["announcement"], "100/TB-BNV");
        let entered = &year["amendments"][0];
        assert_eq!(entered["announced_on"], "2026-03-05");
        assert_eq!(entered["entered_by"], operator.me["name"]);
    })
    .await;
}

#[actix_web::test]
async fn what_cannot_be_meant_is_refused() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        let operator = desk.operator(&app).await;
        let mut nameless = amendment("2026-03-12", "day_off", "2026-03-05");
        nameless["name"] = json!("  ");
        for (body, pointer, code) in [
            (
                amendment("2026-03-14", "day_off", "2026-03-05"),
                "/date",
                "weekend_off",
            ),
            (
                amendment("2026-03-12", "day_off", "2026-03-13"),
                "/announced_on",
                "announced_after",
            ),
            (
                amendment("2026-02-30", "day_off", "2026-02-01"),
                "/date",
                "not_a_date",
            ),
            (nameless, "/name", "name_missing"),
        ] {
            let answer = operator
                .post("/calendar/amendments", &body)
                .await
                .expect(422);
            let problem = answer.json();
            assert_eq!(problem["errors"][0]["pointer"], pointer, "{problem}");
            assert_eq!(problem["errors"][0]["code"], code, "{problem}");
        }
        // A Saturday that was to be worked may be taken back.
        enter(&operator, "2026-03-14", "working_day", "2026-03-05").await;
        enter(&operator, "2026-03-14", "day_off", "2026-03-05").await;
        // What could not be entered is said before it is.
        let sunday = "/calendar/amendments/preview?date=2026-03-15&kind=day_off";
        let problem = operator.get(sunday).await.expect(422).json();
        assert_eq!(problem["errors"][0]["code"], "weekend_off", "{problem}");
        for query in [
            "",
            "?date=2026-03-12",
            "?withdraw=x&date=2026-03-12&kind=day_off",
        ] {
            let path = format!("/calendar/amendments/preview{query}");
            operator.get(&path).await.expect(400);
        }
        let nothing = "/calendar/amendments/01890000-0000-7000-8000-000000000000/withdrawal";
        operator.post(nothing, &json!({})).await.expect(404);
        let body = amendment("2026-03-12", "day_off", "2026-03-05");
        let method = actix_web::http::Method::POST;
        let without_key = operator.send(method, "/calendar/amendments", &[], Some(&body));
        assert_eq!(
            without_key.await.expect(400).code(),
            "idempotency_key_missing"
        );
    })
    .await;
}

#[actix_web::test]
async fn only_who_issues_accounts_for_the_whole_body_announces() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        let body = amendment("2026-03-12", "day_off", "2026-03-05");
        let person = app.sign_in("canbo.moi").await;
        let head = app.officer("unit_head", &desk.path).await;
        for client in [&person, &head] {
            client.post("/calendar/amendments", &body).await.expect(403);
            client.get("/due-changes").await.expect(403);
            let preview = "/calendar/amendments/preview?date=2026-03-12&kind=day_off";
            client.get(preview).await.expect(403);
        }
        app.anybody()
            .post("/calendar/amendments", &body)
            .await
            .expect(401);
        // Whoever issues accounts for one agency alone does not speak for all.
        let operator = desk.operator(&app).await;
        let own = desk.path.trim_end_matches('/').rsplit('/').next().unwrap();
        run(
            &app,
            &format!("UPDATE role_grants SET unit_id = '{own}' WHERE role = 'account_issuer'"),
        );
        operator
            .post("/calendar/amendments", &body)
            .await
            .expect(403);
        operator.get("/due-changes").await.expect(403);
    })
    .await;
}

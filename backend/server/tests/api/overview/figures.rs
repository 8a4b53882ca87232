//! Figures and what stands behind them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{behind, overview, reader, task};
use crate::calendar::{Desk, run};
use crate::client::Client;
use crate::support::on_both;

fn row<'a>(overview: &'a Value, unit: &str) -> &'a Value {
    let rows = overview["units"].as_array().unwrap();
    rows.iter().find(|row| row["unit_id"] == unit).unwrap()
}

fn unit_of(path: &str) -> &str {
    path.trim_end_matches('/').rsplit('/').next().unwrap()
}

fn number(value: &Value, key: &str) -> i64 {
    value[key].as_i64().unwrap()
}

#[actix_web::test]
async fn figures_equal_those_counted_by_hand() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        // Friday 6 March 2026. Two reviews of the personnel head, one late; one of the head without a
        // deadline; the person's own duty, late.
        let tasks = [
            // Opened on Friday 13 February, the day before Tết: 23–27 February and 2–6 March are 10 days.
            task(&desk, "hr_head", "2026-02-13", Some("2026-03-05")),
            task(&desk, "hr_head", "2026-03-02", Some("2026-03-06")),
            task(&desk, "unit_head", "2026-03-04", None),
            task(&desk, "", "2026-03-02", Some("2026-03-05")),
        ];
        desk.put(&tasks);
        let reader = reader(&app, &desk).await;
        let found = overview(&reader, "").await;
        let unit = unit_of(&desk.path);
        let root = desk.path.split('/').nth(1).unwrap();
        for at in [unit, root] {
            let row = row(&found, at);
            let figures = &row["figures"];
            assert_eq!(number(figures, "waiting"), 4, "{at}");
            assert_eq!(number(figures, "late"), 2, "{at}");
            assert_eq!(number(figures, "oldest_days"), 10, "{at}");
            let steps: Vec<_> = row["steps"]
                .as_array()
                .unwrap()
                .iter()
                .map(|step| {
                    let role = step["role"].as_str().unwrap();
                    let (waiting, late) = (number(step, "waiting"), number(step, "late"));
                    (role, waiting, late, number(step, "oldest_days"))
                })
                .collect();
            assert_eq!(
                steps,
                [("", 1, 1, 4), ("hr_head", 2, 1, 10), ("unit_head", 1, 0, 2)],
                "{at}"
            );
        }
        assert_eq!(found["total"], row(&found, root)["figures"]);
        // The same by step, and by person once somebody took something on.
        let by_step = overview(&reader, "?by=step").await;
        assert_eq!(by_step["steps"], row(&found, root)["steps"]);
        let officer = app.officer("hr_head", &desk.path).await;
        let (account, name) = (&officer.me["account_id"], &officer.me["name"]);
        run(
            &app,
            &format!(
                "UPDATE tasks SET assignee_id = '{}', assignee = '{}' WHERE id = '{}'",
                account.as_str().unwrap(),
                name.as_str().unwrap(),
                tasks[1].id
            ),
        );
        let by_person = overview(&reader, "?by=person").await;
        let people: Vec<_> = by_person["people"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                (
                    row["name"].as_str().unwrap(),
                    row["role"].as_str().unwrap(),
                    number(row, "waiting"),
                )
            })
            .collect();
        let name = name.as_str().unwrap();
        assert_eq!(
            people,
            [
                ("", "", 1),
                ("", "hr_head", 1),
                ("", "unit_head", 1),
                (name, "hr_head", 1)
            ]
        );
        // What stands behind them.
        let late = behind(&reader, &format!("unit={unit}&state=late")).await;
        let ids: Vec<_> = late
            .iter()
            .map(|item| item["task_id"].as_str().unwrap())
            .collect();
        let mut expected = [tasks[0].id.as_str(), tasks[3].id.as_str()];
        expected.sort_unstable();
        assert_eq!(ids, expected);
        assert_eq!(late[0]["days_left"], -1);
        assert_eq!(behind(&reader, "state=waiting&step=hr_head").await.len(), 2);
        assert_eq!(behind(&reader, "state=late&step=").await.len(), 1);
        let account = account.as_str().unwrap();
        let mine = behind(&reader, &format!("assignee={account}")).await;
        assert_eq!(mine.len(), 1);
        assert_eq!(
            (&mine[0]["assignee"], number(&mine[0], "waiting_days")),
            (&officer.me["name"], 4)
        );
    })
    .await;
}

/// How many people of each unit stand where, as the list of people has them.
async fn listed(client: &Client) -> BTreeMap<(String, String), i64> {
    let mut found = BTreeMap::new();
    let mut cursor = String::new();
    loop {
        let page = client
            .get(&format!("/people?limit=100{cursor}"))
            .await
            .expect(200)
            .json();
        for person in page["items"].as_array().unwrap() {
            let text = |key: &str| person[key].as_str().unwrap().to_owned();
            *found.entry((text("unit_id"), text("state"))).or_insert(0) += 1;
        }
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return found,
        }
    }
}

#[actix_web::test]
async fn every_figure_of_every_unit_is_the_number_of_what_stands_behind_it() {
    on_both("hcmc", |app| async move {
        // As the demonstration left everything: nothing is closed here.
        let person = app.sign_in("canbo.moi").await;
        let path = app.unit_path(&person.me_unit());
        let reader = app.officer("central_director", &path).await;
        let found = overview(&reader, "").await;
        let people = listed(&reader).await;
        let total = &found["total"];
        let all: i64 = people.values().sum();
        assert!(all > 50);
        assert_eq!(number(total, "people"), all);
        assert_eq!(number(total, "missing") + number(total, "approved"), all);
        for (state, key) in [("in_review", "in_review"), ("returned", "returned")] {
            let counted = people.iter().filter(|((_, one), _)| one == state);
            assert_eq!(
                number(total, key),
                counted.map(|(_, number)| number).sum::<i64>()
            );
        }
        let inbox = reader
            .get("/tasks?scope=unit&limit=1")
            .await
            .expect(200)
            .json();
        assert_eq!(total["waiting"], inbox["total"]);
        let late = reader
            .get("/tasks?scope=unit&overdue=true&limit=1")
            .await
            .expect(200)
            .json();
        assert_eq!(total["late"], late["total"]);
        for unit in found["units"].as_array().unwrap() {
            let id = unit["unit_id"].as_str().unwrap();
            for state in [
                "missing",
                "drafting",
                "in_review",
                "returned",
                "approved",
                "waiting",
                "late",
            ] {
                let page = reader
                    .get(&format!("/overview/tasks?limit=1&unit={id}&state={state}"))
                    .await
                    .expect(200)
                    .json();
                assert_eq!(page["total"], unit["figures"][state], "{state} of {unit}");
            }
            for step in unit["steps"].as_array().unwrap() {
                let (kind, role) = (
                    step["kind"].as_str().unwrap(),
                    step["role"].as_str().unwrap(),
                );
                let query = format!("limit=1&unit={id}&kind={kind}&step={role}");
                for state in ["waiting", "late"] {
                    let path = format!("/overview/tasks?{query}&state={state}");
                    let page = reader.get(&path).await.expect(200).json();
                    assert_eq!(page["total"], step[state], "{state} of {step} of {id}");
                }
            }
        }
        assert!(number(total, "drafting") > 0 && number(total, "returned") > 0);
        behind(&reader, "state=missing").await;
        behind(&reader, "state=waiting").await;
    })
    .await;
}

#[actix_web::test]
async fn everybody_sees_their_own_units_alone() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        desk.put(&[task(&desk, "hr_head", "2026-03-02", Some("2026-03-05"))]);
        let officer = app.officer("hr_head", &desk.path).await;
        let own = officer.me["roles"][0]["unit_id"]
            .as_str()
            .unwrap()
            .to_owned();
        let found = overview(&officer, "").await;
        let below = app.unit_path(&own);
        for row in found["units"].as_array().unwrap() {
            let path = app.unit_path(row["unit_id"].as_str().unwrap());
            assert!(path.starts_with(&below), "{row}");
        }
        assert_eq!(found["units"][0]["unit_id"], own.as_str());
        assert!(found["units"][0].get("parent_id").is_none());
        let all = overview(&reader(&app, &desk).await, "").await;
        assert!(all["units"].as_array().unwrap().len() > found["units"].as_array().unwrap().len());
        assert_eq!(row(&all, &own)["figures"], found["total"]);
        // A unit elsewhere does not exist for them; nothing does for somebody without a role.
        let elsewhere = all["units"].as_array().unwrap().iter().find(|unit| {
            !app.unit_path(unit["unit_id"].as_str().unwrap())
                .starts_with(&below)
        });
        let elsewhere = elsewhere.unwrap()["unit_id"].as_str().unwrap();
        let person = app.sign_in("canbo.moi").await;
        for path in ["/overview", "/overview.csv", "/overview/tasks"] {
            officer
                .get(&format!("{path}?unit={elsewhere}"))
                .await
                .expect(404);
            person.get(path).await.expect(403);
            app.anybody().get(path).await.expect(401);
        }
        let page = officer.get("/overview/tasks?limit=0").await.expect(400);
        assert_eq!(page.code(), "bad_request");
    })
    .await;
}

#[actix_web::test]
async fn few_statements_however_much_there_is() {
    // The session, its account, roles and delegations; units, people, tasks; beginnings and ends of two
    // transactions, each with what looks after the connection.
    const STATEMENTS: u64 = 12;
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        let reader = reader(&app, &desk).await;
        let counted = || app.services.database.statements();
        let mut taken = Vec::new();
        for more in [1, 500] {
            let many: Vec<_> = (0..more)
                .map(|_| task(&desk, "hr_head", "2026-03-02", Some("2026-03-05")))
                .collect();
            desk.put(&many);
            for query in ["", "?by=step", "?by=person"] {
                let before = counted();
                overview(&reader, query).await;
                taken.push(counted() - before);
            }
        }
        assert_eq!(taken[..2], taken[3..5], "{taken:?}");
        assert!(
            taken.iter().all(|taken| *taken <= STATEMENTS + 1),
            "{taken:?}"
        );
        run(&app, "DELETE FROM tasks WHERE closed = FALSE");
        assert_eq!(overview(&reader, "").await["total"]["waiting"], 0);
    })
    .await;
}

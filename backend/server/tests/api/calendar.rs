//! The calendar in force: what the operator announces, and what becomes of open deadlines.

mod amendments;
mod events;
mod moves;
mod shortening;

use chrono::{DateTime, NaiveDate, Utc};
use congvu_db::{DbError, Task, by_hand, tasks};
use congvu_domain::calendar::Calendar;
use congvu_domain::deployment::{DayUnit, Event, Within};
use congvu_domain::workflows::{StepDue, why};
use congvu_server::jobs;
use serde_json::{Value, json};

use crate::client::Client;
use crate::support::TestApp;

pub const CLAUSE: &str = "điểm b khoản 2 Điều 7 QĐ 51/2024/QĐ-UBND";

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn working(days: u16) -> Within {
    Within {
        days,
        unit: DayUnit::Working,
    }
}

/// A body in which nothing is to be done but what a test says.
pub struct Desk {
    pub app: TestApp,
    pub person: String,
    /// Path of the person's unit.
    pub path: String,
}

impl Desk {
    pub async fn open(app: &TestApp) -> Self {
        run(app, "UPDATE tasks SET closed = TRUE");
        let person = app.sign_in("canbo.moi").await;
        let id = person.person_id();
        let view = person.get(&format!("/people/{id}")).await.expect(200);
        let unit = view.json()["summary"]["unit_id"]
            .as_str()
            .unwrap()
            .to_owned();
        Self {
            app: app.clone(),
            path: app.unit_path(&unit),
            person: id,
        }
    }

    /// Opens a task as the server does, counted by the built-in calendar.
    pub fn counted(&self, role: &str, from: &str, within: Within, event: Event) -> Task {
        let task = self.unopened(role, from, within, event);
        self.put(std::slice::from_ref(&task));
        task
    }

    pub fn unopened(&self, role: &str, from: &str, within: Within, event: Event) -> Task {
        let calendar = Calendar::built_in();
        let from = date(from);
        let (due, opens) = match event.window() {
            Some(period) => {
                let window = calendar.window(from, period, within);
                (window.due(), Some(window.opens))
            }
            None => (calendar.deadline(from, within), None),
        };
        let reason = why(&StepDue {
            due: Some(due),
            opens,
            within: Some(within),
            from: event,
            counted_from: from,
            clause: CLAUSE.to_owned(),
            quote: None,
            confirm: false,
            requirement: "C3".to_owned(),
        });
        let opened: DateTime<Utc> = format!("{from}T02:00:00Z").parse().unwrap();
        let days = opens.is_none().then(|| i64::from(within.days));
        Task {
            id: self.app.services.new_id(),
            kind: if role.is_empty() {
                "fill_profile".to_owned()
            } else {
                "review".to_owned()
            },
            person_id: self.person.clone(),
            subject_id: self.app.services.new_id(),
            change_kind: None,
            role: role.to_owned(),
            due_key: due.date.to_string(),
            due_on: Some(due.date),
            opens_on: opens,
            provisional: due.provisional,
            clause: CLAUSE.to_owned(),
            why: reason.vi,
            why_en: reason.en,
            opened_at: opened.into(),
            closed: false,
            closed_at: None,
            counted_from: Some(from),
            unit: match (days, within.unit) {
                (None, _) => String::new(),
                (_, DayUnit::Working) => "working".to_owned(),
                (_, DayUnit::Calendar) => "calendar".to_owned(),
            },
            days,
            assignee_id: None,
            assignee: String::new(),
            assigned_at: None,
        }
    }

    pub fn put(&self, all: &[Task]) {
        let written = self
            .app
            .services
            .database
            .write::<_, DbError>(|connection| {
                all.iter()
                    .try_for_each(|task| tasks::open(connection, task))
            });
        written.unwrap();
    }

    pub fn task(&self, task: &Task) -> Task {
        let read = self
            .app
            .services
            .database
            .read::<_, DbError>(|connection| tasks::find(connection, &task.id));
        read.unwrap().0
    }

    /// Day by which a task is due now.
    pub fn due(&self, task: &Task) -> String {
        self.task(task).due_on.unwrap().to_string()
    }

    /// Whoever issues accounts for the whole body, at a time. Where each agency issues its own, as in Ho Chi
    /// Minh City, one of them is given the whole.
    pub async fn operator(&self, app: &TestApp) -> Client {
        let operator = app.officer("account_issuer", &self.path).await;
        let root = self.path.split('/').nth(1).unwrap();
        let account = operator.me["account_id"].as_str().unwrap();
        run(
            app,
            &format!(
                "UPDATE role_grants SET unit_id = '{root}' WHERE account_id = '{account}' AND role = 'account_issuer'"
            ),
        );
        operator
    }
}

pub fn run(app: &TestApp, statement: &str) {
    let ran = app
        .services
        .database
        .write(|connection| by_hand::run(connection, statement));
    ran.unwrap();
}

pub fn amendment(day: &str, kind: &str, announced_on: &str) -> Value {
    json!({
        "date": day, "kind": kind, "name": "Hoán đổi ngày làm việc",
        "announcement": "100/TB-BNV", "announced_on": announced_on,
    })
}

/// Enters a day of an announcement; answers its identifier.
pub async fn enter(operator: &Client, day: &str, kind: &str, announced_on: &str) -> String {
    let body = amendment(day, kind, announced_on);
    let answer = operator.post("/calendar/amendments", &body).await;
    answer.expect(201).json()["id"].as_str().unwrap().to_owned()
}

/// How many deadlines one look of a server moved, or found that it would shorten.
pub fn recounted(app: &TestApp) -> usize {
    jobs::look(&app.services).unwrap().recounted
}

/// Changes of a task's deadline: outcome, old day, new day.
pub async fn changes(client: &Client, task: &Task) -> Vec<(String, String, String)> {
    let list = client
        .get(&format!("/tasks/{}/due-changes", task.id))
        .await
        .expect(200)
        .json();
    let text = |change: &Value, key: &str| change[key].as_str().unwrap().to_owned();
    list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| {
            (
                text(change, "outcome"),
                text(change, "old_due"),
                text(change, "new_due"),
            )
        })
        .collect()
}

pub fn change(outcome: &str, old: &str, new: &str) -> (String, String, String) {
    (outcome.to_owned(), old.to_owned(), new.to_owned())
}

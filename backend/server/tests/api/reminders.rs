//! The clock that acts (B9): who is reminded of what and when, exactly once; letters; calendar feeds.

mod crashes;
mod feed;
mod inbox;
mod letters;
mod once;
mod outbox;
mod recipients;
mod stages;

use std::net::SocketAddr;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use congvu_db::{DbError, Letter, Reminder, RoleGrant, Task, accounts, by_hand, grants, tasks};
use congvu_sandbox::smtp::{self, MailSink, Running};
use congvu_server::installation::MailFile;
use congvu_server::mail::Mailer;
use congvu_server::reminders::{Reminded, remind};
use congvu_server::services::Services;
use serde_json::{Value, json};

use crate::client::Client;
use crate::support::TestApp;

/// A person with a unit whose officers have nothing else to do.
struct Office {
    app: TestApp,
    person: String,
    /// Path of the person's unit.
    path: String,
}

impl Office {
    async fn open(app: &TestApp) -> Self {
        by_hand_run(app, "UPDATE tasks SET closed = TRUE");
        let person = app.sign_in("canbo.moi").await;
        let id = person.person_id();
        let view = person
            .get(&format!("/people/{id}"))
            .await
            .expect(200)
            .json();
        Self {
            app: app.clone(),
            path: app.unit_path(view["summary"]["unit_id"].as_str().unwrap()),
            person: id,
        }
    }

    /// Opens a task of a role, or of the person for an empty one.
    fn task(&self, role: &str, due: &str, opened: &str) -> Task {
        let task = self.unopened(role, due, opened);
        self.put(&task);
        task
    }

    fn unopened(&self, role: &str, due: &str, opened: &str) -> Task {
        let due: NaiveDate = due.parse().unwrap();
        let opened: DateTime<Utc> = format!("{opened}T02:00:00Z").parse().unwrap();
        let kind = if role.is_empty() {
            "fill_profile"
        } else {
            "review"
        };
        Task {
            id: self.app.services.new_id(),
            kind: kind.to_owned(),
            person_id: self.person.clone(),
            subject_id: self.app.services.new_id(),
            change_kind: None,
            role: role.to_owned(),
            due_key: due.to_string(),
            due_on: Some(due),
            opens_on: None,
            provisional: false,
            clause: "điểm b khoản 2 Điều 7 QĐ 51/2024/QĐ-UBND".to_owned(),
            why: String::new(),
            why_en: String::new(),
            opened_at: opened.into(),
            closed: false,
            closed_at: None,
            counted_from: None,
            days: None,
            unit: String::new(),
            assignee_id: None,
            assignee: String::new(),
            assigned_at: None,
        }
    }

    fn put(&self, task: &Task) {
        self.put_all(std::slice::from_ref(task));
    }

    fn put_all(&self, all: &[Task]) {
        self.app
            .services
            .database
            .write(|connection| {
                all.iter()
                    .try_for_each(|task| tasks::open(connection, task))
            })
            .unwrap();
    }

    async fn holder(&self, role: &str) -> Client {
        self.app.officer(role, &self.path).await
    }

    /// Everybody reminded of a task: stage and user name, in alphabetical order.
    fn reminded(&self, task: &Task) -> Vec<(String, String)> {
        let mut found: Vec<_> = self
            .rows(task)
            .into_iter()
            .map(|row| (row.stage, self.username(&row.account_id)))
            .collect();
        found.sort();
        found
    }

    fn rows(&self, task: &Task) -> Vec<Reminder> {
        let read =
            self.app.services.database.read::<_, DbError>(|connection| {
                congvu_db::reminders::of_task(connection, &task.id)
            });
        read.unwrap()
    }

    fn username(&self, account_id: &str) -> String {
        let read = self
            .app
            .services
            .database
            .read::<_, DbError>(|connection| accounts::find(connection, account_id));
        read.unwrap().0.username
    }
}

/// Reminds as a server does whose clock shows this.
async fn remind_at(app: &TestApp, now: &str) -> Reminded {
    remind(&app.at(now).await.services).unwrap()
}

pub fn by_hand_run(app: &TestApp, statement: &str) {
    app.services
        .database
        .write(|connection| by_hand::run(connection, statement))
        .unwrap();
}

/// Notifications of an account, newest first.
async fn notifications(client: &Client) -> Vec<Value> {
    let page = client
        .get("/notifications?limit=100")
        .await
        .expect(200)
        .json();
    page["items"].as_array().unwrap().clone()
}

/// Gives an account a role over the unit in which another holds it.
fn also(app: &TestApp, username: &str, role: &str, like: &Client) {
    let services: &Services = &app.services;
    let unit_id = like.me["roles"][0]["unit_id"].as_str().unwrap().to_owned();
    let given = services.database.write::<_, DbError>(|connection| {
        let account = accounts::by_username(connection, username)?.unwrap();
        let grant = RoleGrant {
            id: services.new_id(),
            account_id: account.id,
            role: role.to_owned(),
            unit_id,
            basis: "Phân công".to_owned(),
            granted_by: "Kiểm thử".to_owned(),
            granted_at: services.now().into(),
            revoked_at: None,
        };
        grants::insert(connection, &grant)
    });
    given.unwrap();
}

/// The application with a mail server beside it.
async fn with_mail(
    app: &TestApp,
    change: impl Fn(&mut MailFile),
) -> (TestApp, Arc<MailSink>, Running) {
    let sink = Arc::new(MailSink::new(None));
    let anywhere = SocketAddr::from(([127, 0, 0, 1], 0));
    let running = smtp::start(anywhere, sink.clone()).unwrap();
    let mut file = MailFile {
        url: running.url(),
        from: "Công Vụ <congvu@example.gov.vn>".to_owned(),
        user: None,
        password_file: None,
        ca_file: None,
        per_minute: 60,
        timeout_seconds: 5,
    };
    change(&mut file);
    let services = Services {
        mailer: Arc::new(Mailer::open(Some(&file)).unwrap()),
        ..app.services.clone()
    };
    (TestApp::over(services).await, sink, running)
}

/// Sets where somebody's letters go.
async fn wish(client: &Client, address: &str, wish: &str) {
    let etag = client.get("/me/letters").await.expect(200).etag();
    let body = json!({"address": address, "wish": wish});
    client.put("/me/letters", &etag, &body).await.expect(200);
}

/// Every letter to somebody.
fn letters_to(app: &TestApp, client: &Client) -> Vec<Letter> {
    let account = client.me["account_id"].as_str().unwrap();
    let read = app
        .services
        .database
        .read::<_, DbError>(|connection| congvu_db::letters::of_account(connection, account));
    read.unwrap()
}

fn name(client: &Client) -> String {
    client.me["username"].as_str().unwrap().to_owned()
}

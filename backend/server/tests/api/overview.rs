//! The state of things: figures equal to those counted by hand, what stands behind them, scope, the table,
//! and why a task is whose by when.

mod figures;
mod regulations;
mod table;
mod why;

use congvu_db::Task;
use serde_json::Value;

use crate::calendar::{Desk, date, working};
use crate::client::Client;
use crate::support::TestApp;
use congvu_domain::deployment::Event;

/// Something to be done with a deadline of its own.
pub fn task(desk: &Desk, role: &str, opened: &str, due: Option<&str>) -> Task {
    let mut task = desk.unopened(role, opened, working(5), Event::Submitted);
    task.due_on = due.map(date);
    task.due_key = due.unwrap_or("9999-12-31").to_owned();
    task
}

pub async fn overview(client: &Client, query: &str) -> Value {
    let path = format!("/overview{query}");
    client.get(&path).await.expect(200).json()
}

/// Everything behind a figure, page by page; the total that each page tells is checked against it.
pub async fn behind(client: &Client, query: &str) -> Vec<Value> {
    let mut found: Vec<Value> = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/overview/tasks?limit=7&{query}{cursor}");
        let page = client.get(&path).await.expect(200).json();
        found.extend(page["items"].as_array().unwrap().clone());
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => {
                assert_eq!(
                    page["total"].as_u64().unwrap(),
                    found.len() as u64,
                    "{query}"
                );
                return found;
            }
        }
    }
}

/// Whoever reads the whole body.
pub async fn reader(app: &TestApp, desk: &Desk) -> Client {
    app.officer("central_director", &desk.path).await
}

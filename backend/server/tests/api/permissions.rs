//! Role × action, and every operation walked with every role and with none.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use actix_web::http::Method;
use congvu_domain::access::Action;
use congvu_domain::deployment::{BUILT_IN, Deployment};
use congvu_server::app;
use serde_json::{Value, json};

use crate::support::{Kind, TestApp};

/// The table that a person can read: which role of which body allows what, within its unit and below.
#[test]
fn the_table_of_roles_is_checked_in() {
    let mut table = String::from("deployment\trole");
    for action in Action::ALL {
        let _infallible = write!(
            table,
            "\t{}",
            serde_json::to_value(action).unwrap().as_str().unwrap()
        );
    }
    table.push('\n');
    for (key, _) in BUILT_IN {
        for role in &Deployment::built_in(key).unwrap().original().roles {
            let _infallible = write!(table, "{key}\t{}", role.key);
            for action in Action::ALL {
                table.push_str(if role.actions.contains(&action) {
                    "\tunit and below"
                } else {
                    "\t-"
                });
            }
            table.push('\n');
        }
    }
    compare("roles.tsv", &table);
}

/// Every operation with every role of a body and with nobody: who gets past the door.
#[actix_web::test]
async fn every_operation_is_walked_with_every_role() {
    let app = TestApp::start("monre", Kind::Sqlite).await;
    let body = congvu_server::demo::body(&app.services.deployment, app.services.today());
    let mut callers = vec![("nobody".to_owned(), app.anybody())];
    callers.push(("person".to_owned(), app.sign_in("canbo.cu").await));
    for role in &app.services.rules().roles {
        let officer = body
            .officers
            .iter()
            .find(|officer| officer.role == role.key)
            .unwrap();
        callers.push((role.key.clone(), app.sign_in(&officer.username).await));
    }
    let mut table = String::from("operation");
    for (name, _) in &callers {
        let _infallible = write!(table, "\t{name}");
    }
    table.push('\n');
    for (id, method, path) in operations() {
        let _infallible = write!(table, "{id}");
        for (_, caller) in &callers {
            let key = app.services.new_id();
            let headers = [("idempotency-key", key.as_str()), ("if-match", "\"0\"")];
            let body = (method != Method::GET).then(|| json!({}));
            let answer = caller
                .send(method.clone(), &path, &headers, body.as_ref())
                .await;
            assert!(!answer.status.is_server_error(), "{id}: {answer:?}");
            let word = match answer.status.as_u16() {
                401 => "401",
                403 => "403",
                _ => "may",
            };
            let _infallible = write!(table, "\t{word}");
        }
        table.push('\n');
    }
    compare("operations.tsv", &table);
}

/// Operations but those that would end the walk: signing out.
fn operations() -> Vec<(String, Method, String)> {
    let document = serde_json::to_value(app::contract()).unwrap();
    let mut found = BTreeMap::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let id = operation["operationId"].as_str().unwrap().to_owned();
            if id == "deleteAppSession" {
                continue;
            }
            let path = path.trim_start_matches("/api/v1").to_owned();
            found.insert(
                id,
                (
                    method.to_uppercase().parse().unwrap(),
                    filled(&path, operation),
                ),
            );
        }
    }
    found
        .into_iter()
        .map(|(id, (method, path))| (id, method, path))
        .collect()
}

/// Identifiers of nothing in the address: whoever gets past the door finds 404.
fn filled(path: &str, operation: &Value) -> String {
    let mut path = path.to_owned();
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        if parameter["in"] == "path" {
            let name = parameter["name"].as_str().unwrap();
            let value = match name {
                "number" => "1",
                "name" => "genders",
                _ => "01890000-0000-7000-8000-000000000000",
            };
            path = path.replace(&format!("{{{name}}}"), value);
        }
    }
    path
}

/// Compares with the table that is checked in; `UPDATE_TABLES=1` writes it.
fn compare(name: &str, now: &str) {
    let path = format!("{}/tests/api/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_TABLES").is_some() {
        std::fs::write(&path, now).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == now,
        "{name} changed; look at it and run with UPDATE_TABLES=1:\n{now}"
    );
}

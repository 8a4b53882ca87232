//! Verification for anyone, through HTTP and without a network.

mod attacks;
mod exports;
mod packages;

use actix_web::test::TestRequest;
use congvu_server::evidence::{self, Contents};
use serde_json::Value;

use crate::client::Client;
use crate::support::{Answer, TestApp};

/// Hands a file in, as nobody in particular.
async fn hand_in(app: &TestApp, file: &[u8], headers: &[(&str, &str)]) -> Answer {
    let mut request = TestRequest::post().uri("/api/v1/verifications");
    for (name, value) in headers {
        request = request.insert_header((*name, *value));
    }
    (app.call)(request.set_payload(file.to_vec()).to_request()).await
}

/// The report on a file.
async fn verify(app: &TestApp, file: &[u8]) -> Value {
    hand_in(app, file, &[("content-type", "application/octet-stream")])
        .await
        .expect(200)
        .json()
}

/// The evidence package of somebody's first version.
async fn package(app: &TestApp, person: &Client) -> Vec<u8> {
    let id = person.person_id();
    let path = format!("/people/{id}/versions/1/evidence");
    let answer = person.on(app).get(&path).await.expect(200);
    assert_eq!(
        answer.headers.get("content-type").unwrap(),
        "application/zip"
    );
    answer.body.to_vec()
}

fn contents(zip: &[u8]) -> Contents {
    let opened = evidence::read(zip).unwrap();
    assert_eq!(opened.faults, []);
    opened.contents
}

/// Every code in a report.
fn codes(report: &Value) -> Vec<String> {
    ["problems", "signatures", "time_stamps"]
        .into_iter()
        .flat_map(|list| report[list].as_array().unwrap())
        .map(|entry| entry["code"].as_str().unwrap().to_owned())
        .filter(|code| !code.is_empty())
        .collect()
}

#[track_caller]
fn assert_valid(report: &Value) {
    assert_eq!(codes(report), Vec::<String>::new(), "{report:#}");
    assert_eq!(report["verdict"], "valid", "{report:#}");
}

#[track_caller]
fn assert_refused(report: &Value, code: &str) {
    assert_eq!(report["verdict"], "invalid", "{code}: {report:#}");
    assert!(
        codes(report).iter().any(|found| found == code),
        "{code}: {report:#}"
    );
}

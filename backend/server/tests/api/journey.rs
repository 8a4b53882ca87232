//! From an issued account to a signed PDF, under each regulation, with the dates worked out by hand.

use congvu_server::evidence;
use congvu_signing::pades::{self, Baseline};
use serde_json::json;

use crate::client::Client;
use crate::support::{NOW, TestApp, on_both};

/// The profile of somebody whom the demonstration has completely.
fn a_complete_document(app: &TestApp, person: &Client) -> serde_json::Value {
    let body = congvu_server::demo::body(&app.services.deployment, app.services.today());
    let username = person.me["username"].as_str().unwrap();
    let demo = body
        .people
        .iter()
        .find(|demo| demo.username == username)
        .unwrap();
    serde_json::to_value(&demo.profile).unwrap()
}

/// Fills the draft of a person in completely; answers the document.
pub async fn fill_in(app: &TestApp, submitter: &Client, person: &Client) -> serde_json::Value {
    let id = person.person_id();
    let draft = submitter
        .get(&format!("/people/{id}/draft"))
        .await
        .expect(200);
    let document = a_complete_document(app, person);
    let saved = submitter
        .put(
            &format!("/people/{id}/draft"),
            &draft.etag(),
            &json!({"document": document}),
        )
        .await
        .expect(200)
        .json();
    assert_eq!(saved["revision"], 1);
    let errors = saved["issues"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|i| i["severity"] == "error");
    assert_eq!(errors.count(), 0, "{}", saved["issues"]);
    document
}

/// Fills in, signs, passes every step with one return on the way, and exports.
async fn main_job(app: TestApp, official: &str, dates: &[Option<&str>], clause: &str) {
    let (person, path) = approved(&app, official, dates, clause).await;
    export(&app, &person, &person.person_id(), &path).await;
}

/// Fills in, signs, and passes every step with one return on the way; answers the person and the path of the unit.
async fn approved(
    app: &TestApp,
    official: &str,
    dates: &[Option<&str>],
    clause: &str,
) -> (Client, String) {
    let person = app.sign_in(official).await;
    let id = person.person_id();
    let view = person
        .get(&format!("/people/{id}"))
        .await
        .expect(200)
        .json();
    let unit = view["summary"]["unit_id"].as_str().unwrap();
    let path = app.unit_path(unit);
    let by_agency = app.services.deployment.key == "monre";
    let submitter = if by_agency {
        app.officer("hr_officer", &path).await
    } else {
        person.clone()
    };

    let document = fill_in(app, &submitter, &person).await;
    let upload = format!(
        "/people/{id}/attachments?name=CCCD.png&category=evidence&pointer=/papers/citizen_id"
    );
    submitter
        .upload(&upload, "image/png", PNG)
        .await
        .expect(201);

    // Sign and submit.
    let result = submitter.submit(&id).await;
    assert_eq!(result["submission_state"], "in_review");
    assert_eq!(result["signature"]["level"], "pilot");
    let submission = result["submission_id"].as_str().unwrap().to_owned();

    // The first step returns it, with a reason for an item.
    let first = app.officer_of_step(&person, &submission, &path).await;
    let reasons = json!([{"item": "8", "pointer": "/papers/citizen_id", "reason": "Ảnh chụp mờ"}]);
    let returned = first.decide(&submission, "return", reasons).await;
    assert_eq!(returned["submission_state"], "returned");
    let draft = submitter
        .get(&format!("/people/{id}/draft"))
        .await
        .expect(200)
        .json();
    assert_eq!(draft["returned"][0]["reason"], "Ảnh chụp mờ");
    assert_eq!(draft["document"], document, "nothing was lost");

    // Submitted again, it passes every step by its day.
    let submission = submitter.submit(&id).await["submission_id"]
        .as_str()
        .unwrap()
        .to_owned();
    let mut version = None;
    for due in dates {
        let officer = app.officer_of_step(&person, &submission, &path).await;
        let tasks = officer.tasks_about(&id).await;
        let task = tasks
            .iter()
            .find(|task| task["kind"] == "review")
            .expect("a task");
        assert_eq!(task["due_on"].as_str(), *due, "{}", task["why"]);
        if due.is_some() {
            assert!(
                task["clause"].as_str().unwrap().contains(clause),
                "{}",
                task["clause"]
            );
        }
        let seen = officer
            .get(&format!("/submissions/{submission}"))
            .await
            .expect(200)
            .json();
        assert_eq!(seen["attachments"].as_array().unwrap().len(), 1);
        assert!(seen["may_decide"].as_bool().unwrap());
        let result = officer.decide(&submission, "approve", json!([])).await;
        version = result["version"].as_i64();
    }
    assert_eq!(version, Some(1));

    // Everything needed to verify it offline holds, and stops holding when a byte changes.
    let evidence = person
        .get(&format!("/people/{id}/versions/1/evidence"))
        .await
        .expect(200);
    let package = evidence::read(&evidence.body).unwrap().contents.package;
    assert_eq!(package.check_structure(), []);
    assert_eq!(package.acts.len(), dates.len() + 1);
    (person, path)
}

async fn export(app: &TestApp, person: &Client, id: &str, path: &str) {
    let made = person
        .post(&format!("/people/{id}/exports"), &json!({}))
        .await
        .expect(201)
        .json();
    let export = made["id"].as_str().unwrap();
    let competent = app.officer("unit_head", path).await;
    let seen = competent
        .get(&format!("/exports/{export}"))
        .await
        .expect(200);
    let body = json!({"certificate_id": competent.certificate().await});
    let request = competent
        .post_with(
            &format!("/exports/{export}/signing-requests"),
            &[("if-match", &seen.etag())],
            &body,
        )
        .await
        .expect(201)
        .json();
    competent.finish(&request).await.expect(201);
    let clerk = app.officer("clerk", path).await;
    let seen = clerk.get(&format!("/exports/{export}")).await.expect(200);
    clerk
        .post_with(
            &format!("/exports/{export}/seal"),
            &[("if-match", &seen.etag())],
            &json!({}),
        )
        .await
        .expect(201);
    let file = person
        .get(&format!("/exports/{export}/file"))
        .await
        .expect(200)
        .body;
    let crls = app
        .services
        .database
        .read(|connection| app.services.authority.crls(&app.services, connection))
        .unwrap();
    let trust = app.services.authority.ca().trust_store(crls).unwrap();
    let report = pades::verify(&file, &trust, NOW.parse().unwrap()).unwrap();
    assert_eq!(report.signatures.len(), 2);
    assert!(report.is_valid(), "{report:?}");
    // Time stamps on both signatures, the evidence inside, and a time stamp over all of it.
    assert_eq!(report.level(), Some(Baseline::Lta), "{report:?}");
    let mut changed = file.to_vec();
    let middle = changed.len() / 4;
    changed[middle] ^= 1;
    assert!(!pades::verify(&changed, &trust, NOW.parse().unwrap()).is_ok_and(|r| r.is_valid()));
}

impl TestApp {
    /// Somebody who holds the role of the submission's current step over the person.
    async fn officer_of_step(&self, person: &Client, submission: &str, path: &str) -> Client {
        let seen = person
            .get(&format!("/submissions/{submission}"))
            .await
            .expect(200)
            .json();
        let step = seen["step"].as_u64().unwrap();
        let role = seen["steps"][usize::try_from(step).unwrap() - 1]["role"]
            .as_str()
            .unwrap();
        self.officer(role, path).await
    }
}

const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde,
];

// Submitted on Friday 6 March 2026, each step signed on the same day; no day off until Giỗ Tổ.

/// C3 at BNV: HR officer 5 working days (13/3), HR head 5 (13/3), head of the unit 10 (20/3).
#[actix_web::test]
async fn c3_bnv() {
    on_both("bnv", |app| {
        main_job(
            app,
            "canbo.moi",
            &[Some("2026-03-13"), Some("2026-03-13"), Some("2026-03-20")],
            "điểm b khoản 2 Điều 7 QĐ 832/QĐ-BNV",
        )
    })
    .await;
}

/// C3 in Hồ Chí Minh City: HR head 5 working days (13/3), head of the agency 15 (27/3).
#[actix_web::test]
async fn c3_hcmc() {
    on_both("hcmc", |app| {
        main_job(
            app,
            "canbo.moi",
            &[Some("2026-03-13"), Some("2026-03-27")],
            "điểm b khoản 2 Điều 7 QĐ 51/2024/QĐ-UBND",
        )
    })
    .await;
}

/// C3 in Tiền Giang: the HR check has no date; the head signs by the end of March, a Tuesday.
#[actix_web::test]
async fn c3_tien_giang() {
    on_both("tien-giang", |app| {
        main_job(
            app,
            "canbo.moi",
            &[None, Some("2026-03-31")],
            "Điều 6 QĐ 03/2025/QĐ-UBND",
        )
    })
    .await;
}

/// C3 at MONRE: the agency enters (B4), the head of the unit has it verified, without a date.
#[actix_web::test]
async fn c3_monre() {
    on_both("monre", |app| main_job(app, "canbo.moi", &[None], "")).await;
}

// The same for people managed at the top.

/// C2 at BNV: the officer of Vụ Tổ chức cán bộ 5 working days (13/3), its director 10 (20/3).
#[actix_web::test]
async fn c2_bnv() {
    on_both("bnv", |app| async move {
        let dates = [Some("2026-03-13"), Some("2026-03-20")];
        let clause = "điểm a khoản 2 Điều 7 QĐ 832/QĐ-BNV";
        approved(&app, "canbo.top", &dates, clause).await;
    })
    .await;
}

/// C2 in Hồ Chí Minh City: the officer of Sở Nội vụ 5 working days (13/3), its director 15 (27/3).
#[actix_web::test]
async fn c2_hcmc() {
    on_both("hcmc", |app| async move {
        let dates = [Some("2026-03-13"), Some("2026-03-27")];
        let clause = "điểm a khoản 2 Điều 7 QĐ 51/2024/QĐ-UBND";
        approved(&app, "canbo.top", &dates, clause).await;
    })
    .await;
}

/// C2 at MONRE: the agency enters, the director of Vụ Tổ chức cán bộ approves, without a date.
#[actix_web::test]
async fn c2_monre() {
    on_both("monre", |app| async move {
        approved(&app, "canbo.top", &[None], "").await;
    })
    .await;
}

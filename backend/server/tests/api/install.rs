//! From an empty database to the first registered person, without demonstration data.

use congvu_openapi::units::UnitManagement;
use congvu_server::install::{FirstAccount, UnitLine, install};
use serde_json::json;

use crate::support::TestApp;

fn line(code: &str, parent: &str, name: &str) -> UnitLine {
    UnitLine {
        code: code.into(),
        parent: parent.into(),
        name: name.into(),
        management: UnitManagement::Unit,
    }
}

fn account(username: &str, role: &str) -> FirstAccount {
    FirstAccount {
        username: username.into(),
        role: role.into(),
        name: "Trần Văn Bình".into(),
    }
}

#[actix_web::test]
async fn a_body_begins_with_its_units_and_two_accounts() {
    let app = TestApp::empty("hcmc").await;
    let units = [
        line("ubnd", "", "Ủy ban nhân dân"),
        line("so", "ubnd", "Sở Tài chính"),
    ];
    let first = [
        account("quantri", "account_issuer"),
        account("nhansu", "hr_head"),
    ];
    let write = |units: &[UnitLine], first: &[FirstAccount]| {
        app.services
            .database
            .write(|connection| install(&app.services, connection, units, first))
    };
    let lost = write(&[line("ubnd", "", "U"), line("so", "x", "S")], &first).unwrap_err();
    assert!(
        lost.detail.vi.starts_with("Dòng 3: “x”"),
        "{}",
        lost.detail.vi
    );
    let odd = write(&units, &[account("a", "vua")]).unwrap_err();
    assert!(
        odd.detail.vi.contains("account_issuer"),
        "{}",
        odd.detail.vi
    );
    let issued = write(&units, &first).unwrap();
    assert!(write(&units, &first).is_err(), "once");

    let mut clients = Vec::new();
    for account in &issued {
        let client = app
            .sign_in_with(&account.username, &account.initial_password)
            .await;
        let change = json!({"current": account.initial_password, "new": "Mật khẩu mới 2026!"});
        client.put("/me/password", "", &change).await.expect(204);
        clients.push(client);
    }
    let unit = clients[1].get("/units").await.expect(200).json()["items"][1]["id"].clone();
    let new = json!({
        "full_name": "Nguyễn Thị Thử", "personal_id": "079199000123", "birth_date": "1999-05-01",
        "gender": "female", "unit_id": unit, "kind": "civil_servant", "staff_number": "",
        "decision_number": "12/QĐ-STC", "decision_date": "2026-03-02",
    });
    let person = clients[1].post("/people", &new).await.expect(201).json();
    let id = person["summary"]["id"].as_str().unwrap();
    clients[0]
        .post(&format!("/people/{id}/account"), &json!(null))
        .await
        .expect(201);
    let shown = app.anybody().get("/deployment").await.expect(200).json();
    assert_eq!(shown["demonstration"], json!([]), "no accounts are shown");
}

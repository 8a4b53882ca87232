//! A version approved in somebody's stead: the proof of it lies in the evidence package (C5, C7).

use std::io::{Cursor, Read as _};

use congvu_db::{DbError, RoleGrant, Timestamp, accounts, grants};
use congvu_openapi::verification::{Verdict, VerificationReport};
use congvu_server::evidence;
use congvu_server::http::Language;
use congvu_server::jobs::archive;
use congvu_server::verification::examine;
use congvu_signing::trust::TrustStore;
use serde_json::json;

use crate::client::Client;
use crate::journey::fill_in;
use crate::support::{NOW, TestApp, on_both};

/// Gives an account a role over the unit in which another holds theirs.
fn grant(app: &TestApp, username: &str, role: &str, like: &Client) {
    let unit = like.me["roles"][0]["unit_id"].as_str().unwrap().to_owned();
    let services = &app.services;
    services
        .database
        .write::<_, DbError>(|connection| {
            let account = accounts::by_username(connection, username)?.unwrap();
            let grant = RoleGrant {
                id: services.new_id(),
                account_id: account.id,
                role: role.to_owned(),
                unit_id: unit.clone(),
                basis: "Thử nghiệm".to_owned(),
                granted_by: "Thử nghiệm".to_owned(),
                granted_at: Timestamp::from(services.now()),
                revoked_at: None,
            };
            grants::insert(connection, &grant)
        })
        .unwrap();
}

/// As `congvu verify` does it, with nothing but the file.
fn offline(zip: &[u8], at: &str) -> VerificationReport {
    let nothing = TrustStore::default();
    let at = at.parse().unwrap();
    examine(zip, &nothing, false, at, Language::Vietnamese)
}

/// The guide that lies on top of a package.
fn guide(zip: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut text = String::new();
    let mut file = archive.by_name("DOC-TOI.txt").unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

#[actix_web::test]
async fn a_version_approved_in_somebodys_stead_names_both() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let id = person.person_id();
        let path = app.unit_path(&person.me_unit());
        let hr = app.officer("hr_head", &path).await;
        let head = app.officer("unit_head", &path).await;
        // Whoever checked does not approve as well: another one stands in for the head.
        grant(&app, "canbo.cu", "hr_head", &head);
        let substitute = app.sign_in("canbo.cu").await;
        let body = json!({
            "certificate_id": head.certificate().await,
            "delegate": "canbo.cu",
            "role": "unit_head",
            "unit_id": head.me["roles"][0]["unit_id"],
            "form": "tuq",
            "from": "2026-03-01",
            "to": "2026-03-31",
            "basis_number": "15/GUQ-STC",
            "basis_date": "2026-02-27",
            "basis": "Giấy ủy quyền khi vắng mặt",
        });
        let request = head.post("/delegations", &body).await.expect(201).json();
        head.finish(&request).await.expect(201);

        fill_in(&app, &person, &person).await;
        let submission = person.submit(&id).await["submission_id"]
            .as_str()
            .unwrap()
            .to_owned();
        hr.decide(&submission, "approve", json!([])).await;
        let approved = substitute.decide(&submission, "approve", json!([])).await;
        assert_eq!(approved["version"], 1, "{approved}");
        let stead = approved["signature"]["on_behalf_of"].as_str().unwrap();
        assert!(stead.starts_with("TUQ. "), "{stead}");

        while archive::versions(&app.services).unwrap() > 0 {}
        let zip = person
            .get(&format!("/people/{id}/versions/1/evidence"))
            .await
            .expect(200)
            .body;
        let opened = evidence::read(&zip).unwrap();
        assert_eq!(opened.faults, []);
        let contents = opened.contents;
        assert_eq!(contents.package.acts.len(), 3);
        assert_eq!(contents.package.check_structure(), []);

        let name = |client: &Client| client.me["name"].as_str().unwrap().to_owned();
        // Also after the certificates of all of them have ended.
        for at in [NOW, "2036-03-06T02:00:00Z"] {
            let report = offline(&zip, at);
            assert_eq!(report.verdict, Verdict::Valid, "{at}: {report:#?}");
            // The declaration, the check, the delegation and what rests on it.
            let [_, _, delegation, approval] = report.signatures.as_slice() else {
                panic!("{report:#?}")
            };
            assert_eq!(delegation.signer, name(&head));
            assert!(
                delegation.what.contains(&name(&substitute))
                    && delegation.what.contains("15/GUQ-STC ngày 27/02/2026"),
                "{}",
                delegation.what
            );
            assert_eq!(delegation.on_behalf_of, "");
            assert_eq!(approval.signer, name(&substitute));
            assert_eq!(approval.on_behalf_of, stead);
        }

        // Whoever opens the package reads it on top.
        let guide = guide(&zip);
        let line = guide
            .lines()
            .find(|line| line.trim_start().starts_with("03 "))
            .unwrap();
        assert!(
            line.contains(&name(&substitute)) && line.contains(stead),
            "{line}"
        );

        // Without the delegation, or with another signature under it, nothing holds.
        let mut bare = contents.clone();
        bare.package.acts[2].delegation = None;
        let report = offline(&bare.to_zip().unwrap(), NOW);
        assert_eq!(report.verdict, Verdict::Invalid, "{report:#?}");
        let mut swapped = contents;
        let other = swapped.package.acts[0].cms_base64.clone();
        swapped.package.acts[2]
            .delegation
            .as_mut()
            .unwrap()
            .cms_base64 = other;
        let report = offline(&swapped.to_zip().unwrap(), NOW);
        assert_eq!(report.verdict, Verdict::Invalid, "{report:#?}");
    })
    .await;
}

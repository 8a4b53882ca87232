//! A body with a deployment file of its own: its roles have titles in reports as well.

use std::sync::Arc;

use actix_web::test::TestRequest;
use congvu_domain::deployment::Deployment;
use congvu_server::http::Language;
use congvu_server::services::Services;
use congvu_server::verification::{Opened, examine};
use congvu_signing::trust::TrustStore;
use serde_json::{Value, json};

use crate::journey::fill_in;
use crate::support::{NOW, TestApp, on_both};

#[actix_web::test]
async fn roles_of_a_deployment_file_have_their_titles() {
    on_both("hcmc", |app| async move {
        let mut own: Deployment = (*app.services.deployment).clone();
        own.key = "co-quan-rieng".to_owned();
        for role in own.blocks.iter_mut().flat_map(|rules| &mut rules.roles) {
            if role.key == "unit_head" {
                role.title = "Chánh văn phòng riêng".to_owned();
            }
        }
        let own = Arc::new(own);
        let body = TestApp::over(Services {
            deployment: own.clone(),
            ..app.services.clone()
        })
        .await;
        let person = app.sign_in("canbo.moi").await.on(&body);
        let id = person.person_id();
        let path = app.unit_path(&person.me_unit());
        fill_in(&app, &person, &person).await;
        let submission = person.submit(&id).await["submission_id"]
            .as_str()
            .unwrap()
            .to_owned();
        for role in ["hr_head", "unit_head"] {
            let officer = app.officer(role, &path).await.on(&body);
            officer.decide(&submission, "approve", json!([])).await;
        }
        let zip = person
            .get(&format!("/people/{id}/versions/1/evidence"))
            .await
            .expect(200)
            .body;
        let request = TestRequest::post()
            .uri("/api/v1/verifications")
            .set_payload(zip.to_vec());
        let report: Value = (body.call)(request.to_request()).await.expect(200).json();
        assert_eq!(report["verdict"], "valid", "{report:#}");
        assert_eq!(report["signatures"][2]["role"], "Chánh văn phòng riêng");

        // Offline: with the file the title, without it the key.
        let (nothing, at) = (TrustStore::default(), NOW.parse().unwrap());
        let with = Opened::open(&zip).with_deployment(&own).judge(
            &nothing,
            false,
            at,
            Language::Vietnamese,
        );
        assert_eq!(with.signatures[2].role, "Chánh văn phòng riêng");
        let without = examine(&zip, &nothing, false, at, Language::Vietnamese);
        assert_eq!(without.signatures[2].role, "unit_head");
        assert_eq!(without.verdict, with.verdict);
    })
    .await;
}

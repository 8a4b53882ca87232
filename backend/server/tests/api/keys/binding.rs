//! Whose a certificate from elsewhere is.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::stand_ins;
use crate::support::on_both;

/// A certificate that names somebody else is refused; one that names nobody waits for whoever issues accounts.
#[actix_web::test]
async fn a_certificate_is_bound_to_its_person() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        for (number, finished) in [("001080999999", 422), ("", 201)] {
            let stand_ins = stand_ins(number);
            let app = stand_ins.installation(&app, false).await;
            let person = person.on(&app);
            let chain: Vec<String> = stand_ins
                .identity
                .chain
                .iter()
                .map(|der| STANDARD.encode(der))
                .collect();
            let new = json!({"place": "agent", "label": "Token", "chain": chain});
            let registration = person
                .post("/certificates/registrations", &new)
                .await
                .expect(201)
                .json();
            let request = &registration["signing_request"];
            let id = request["id"].as_str().unwrap();
            let answer = person
                .post(
                    &format!("/signing-requests/{id}/signature"),
                    &stand_ins.sign(request),
                )
                .await
                .expect(finished);
            if finished == 422 {
                assert_eq!(answer.json()["errors"][0]["code"], "certificate_of_another");
                continue;
            }
            let certificate = registration["certificate"]["id"].as_str().unwrap();
            let confirm = format!("/certificates/{certificate}/confirmation");
            assert_eq!(person.post(&confirm, &json!({})).await.status, 403);
            let path = app.unit_path(&person.me_unit());
            let issuer = app.officer("account_issuer", &path).await;
            let waiting = issuer
                .get("/certificates/awaiting")
                .await
                .expect(200)
                .json();
            assert_eq!(waiting["items"][0]["id"], certificate);
            assert_ne!(waiting["items"][0]["holder"], Value::Null);
            let confirmed = issuer.post(&confirm, &json!({})).await.expect(201).json();
            assert_eq!(confirmed["status"], "valid");
            assert_eq!(issuer.post(&confirm, &json!({})).await.status, 409);
        }
    })
    .await;
}

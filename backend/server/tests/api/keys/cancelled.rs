//! A signing that is given up while it waits for the telephone.

use std::sync::Arc;

use actix_web::http::Method;
use congvu_server::jobs;
use congvu_server::services::Services;
use serde_json::{Value, json};

use super::{number_of, prepare, register_remote, stand_ins};
use crate::client::Client;
use crate::journey::fill_in;
use crate::support::{Answer, TestApp, on_both};

async fn delete(client: &Client, path: &str) -> Answer {
    client.send(Method::DELETE, path, &[], None).await
}

/// Only by its owner, as often as one likes; a confirmation that comes later is not carried out, and the request can be signed anew.
#[actix_web::test]
async fn a_waiting_session_is_cancelled() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let stand_ins = stand_ins(&number_of(&app, &person.person_id()));
        let app = stand_ins.installation(&app, false).await;
        let person = person.on(&app);
        fill_in(&app, &person, &person).await;
        let registration = register_remote(&person, "smartca").await;
        let certificate = registration["certificate"]["id"].as_str().unwrap();
        let open = async |request: &Value| {
            person
                .post("/signing-sessions", &json!({"requests": [request["id"]]}))
                .await
                .expect(201)
                .json()
        };
        let at = |session: &Value| format!("/signing-sessions/{}", session["id"].as_str().unwrap());
        let confirm = || {
            let transactions = stand_ins.transactions();
            assert!(
                stand_ins
                    .smart_ca
                    .decide(transactions.last().unwrap(), true)
            );
        };
        let session = open(&registration["signing_request"]).await;
        confirm();
        let done = person.get(&at(&session)).await.expect(200).json();
        assert_eq!(done["state"], "done", "{done}");
        // What is over stays as it is.
        delete(&person, &at(&session)).await.expect(204);
        assert_eq!(person.get(&at(&session)).await.expect(200).json(), done);

        let request = prepare(&person, certificate).await;
        let session = open(&request).await;
        assert_eq!(session["state"], "waiting");
        let other = app.sign_in("canbo.cu").await;
        delete(&other, &at(&session)).await.expect(404);
        delete(&app.anybody(), &at(&session)).await.expect(401);
        let none = "/signing-sessions/01890000-0000-7000-8000-000000000000";
        delete(&person, none).await.expect(404);
        let waiting = person.get(&at(&session)).await.expect(200).json();
        assert_eq!(waiting["state"], "waiting", "nobody else ends it");
        for _ in 0..2 {
            delete(&person, &at(&session)).await.expect(204);
        }
        // The holder confirms all the same: neither the clock nor a look carries it out.
        confirm();
        let services = app.services.clone();
        actix_web::web::block(move || jobs::look(&services))
            .await
            .unwrap()
            .unwrap();
        let cancelled = person.get(&at(&session)).await.expect(200).json();
        assert_eq!(cancelled["state"], "done");
        assert_eq!(cancelled["items"][0]["state"], "refused");
        let problem = &cancelled["items"][0]["problem"];
        assert_eq!(problem["code"], "signature_refused");
        assert_eq!(
            problem["detail"],
            "Anh/chị đã huỷ lần ký này; chưa có gì được ký."
        );
        let session = open(&request).await;
        confirm();
        let signed = person.get(&at(&session)).await.expect(200).json();
        let result = &signed["items"][0]["result"];
        assert_eq!(result["submission_state"], "in_review", "{signed}");
    })
    .await;
}

/// The operator takes the service out of the settings while somebody waits: the clock goes on, and the session ends in its time.
#[actix_web::test]
async fn a_service_that_is_gone_holds_nothing_up() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let stand_ins = stand_ins(&number_of(&app, &person.person_id()));
        let app = stand_ins.installation(&app, false).await;
        let registration = register_remote(&person.on(&app), "smartca").await;
        let request = &registration["signing_request"]["id"];
        let session = person
            .on(&app)
            .post("/signing-sessions", &json!({"requests": [request]}))
            .await
            .expect(201)
            .json();
        let at = format!("/signing-sessions/{}", session["id"].as_str().unwrap());
        let gone = TestApp::over(Services {
            places: Arc::default(),
            ..app.services.clone()
        })
        .await;
        let later = gone.at("2026-03-06T02:11:00Z").await;
        for (app, state) in [(&gone, "waiting"), (&later, "done")] {
            let services = app.services.clone();
            actix_web::web::block(move || jobs::look(&services))
                .await
                .unwrap()
                .unwrap();
            let seen = person.on(app).get(&at).await.expect(200).json();
            assert_eq!(seen["state"], state, "{seen}");
        }
        let seen = person.on(&later).get(&at).await.expect(200).json();
        assert_eq!(seen["items"][0]["problem"]["code"], "signature_refused");
    })
    .await;
}

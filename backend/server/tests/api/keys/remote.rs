//! Keys at remote signing services: with a one-time code, and confirmed on the telephone.

use congvu_server::jobs;
use serde_json::{Value, json};

use super::{number_of, prepare, register_remote, stand_ins};
use crate::journey::fill_in;
use crate::support::on_both;

/// With a one-time code: a wrong one changes nothing, the right one registers, signs and submits.
#[actix_web::test]
async fn a_remote_key_signs_with_a_one_time_code() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let stand_ins = stand_ins(&number_of(&app, &person.person_id()));
        let app = stand_ins.installation(&app, false).await;
        let person = person.on(&app);
        fill_in(&app, &person, &person).await;
        let registration = register_remote(&person, "csc").await;
        assert_eq!(registration["certificate"]["status"], "unproven");
        assert_eq!(registration["certificate"]["level"], "public");
        assert_eq!(registration["certificate"]["asks"], "one_time_code");
        let certificate = registration["certificate"]["id"].as_str().unwrap();
        // Before it is proven nothing else is signed with it.
        let id = person.person_id();
        let etag = person
            .get(&format!("/people/{id}/draft"))
            .await
            .expect(200)
            .etag();
        let early = person
            .post_with(
                &format!("/people/{id}/draft/signing-requests"),
                &[("if-match", &etag)],
                &json!({"certificate_id": certificate}),
            )
            .await
            .expect(422)
            .json();
        assert_eq!(early["errors"][0]["code"], "certificate_unproven");

        let ask = json!({"certificate_id": certificate});
        person
            .post("/signing-sessions/one-time-codes", &ask)
            .await
            .expect(204);
        let request = registration["signing_request"]["id"].as_str().unwrap();
        let wrong = person
            .post(
                "/signing-sessions",
                &json!({"requests": [request], "secret": "000000"}),
            )
            .await
            .expect(422)
            .json();
        assert_eq!(wrong["errors"][0]["pointer"], "/secret");
        assert_eq!(wrong["errors"][0]["code"], "wrong_otp");
        let code = stand_ins.csc.last_password("khoa").unwrap();
        let session = person
            .post(
                "/signing-sessions",
                &json!({"requests": [request], "secret": code}),
            )
            .await
            .expect(201)
            .json();
        assert_eq!(session["state"], "done", "{session}");
        assert_eq!(session["items"][0]["result"]["certificate_id"], certificate);
        let list = person.get("/certificates").await.expect(200).json();
        assert_eq!(
            list["items"][0]["status"], "valid",
            "bound by the identification number"
        );

        let request = prepare(&person, certificate).await;
        assert_eq!(request["place"], "remote");
        person
            .post("/signing-sessions/one-time-codes", &ask)
            .await
            .expect(204);
        let code = stand_ins.csc.last_password("khoa").unwrap();
        let session = person
            .post(
                "/signing-sessions",
                &json!({"requests": [request["id"]], "secret": code}),
            )
            .await
            .expect(201)
            .json();
        let result = &session["items"][0]["result"];
        assert_eq!(result["submission_state"], "in_review", "{session}");
        assert_eq!(result["signature"]["level"], "public");
        assert_eq!(result["signature"]["time_stamp"]["state"], "stamped");
    })
    .await;
}

/// Confirmed on the telephone: waiting, then done; also when only the clock asks; a refusal leaves everything as it was.
#[actix_web::test]
async fn a_remote_key_waits_for_the_telephone() {
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
        let poll = async |session: &Value| {
            let id = session["id"].as_str().unwrap();
            person
                .get(&format!("/signing-sessions/{id}"))
                .await
                .expect(200)
                .json()
        };
        let session = open(&registration["signing_request"]).await;
        assert_eq!(session["state"], "waiting");
        assert_eq!(poll(&session).await["state"], "waiting");
        let transactions = stand_ins.transactions();
        assert!(stand_ins.smart_ca.decide(&transactions[0], true));
        let done = poll(&session).await;
        assert_eq!(
            done["items"][0]["result"]["certificate_id"], certificate,
            "{done}"
        );

        let request = prepare(&person, certificate).await;
        let session = open(&request).await;
        assert!(
            stand_ins
                .smart_ca
                .decide(stand_ins.transactions().last().unwrap(), false)
        );
        let refused = poll(&session).await;
        assert_eq!(refused["items"][0]["state"], "refused");
        assert_eq!(refused["items"][0]["problem"]["code"], "signature_refused");

        // The browser is closed; the confirmation counts all the same.
        let session = open(&request).await;
        assert!(
            stand_ins
                .smart_ca
                .decide(stand_ins.transactions().last().unwrap(), true)
        );
        let services = app.services.clone();
        actix_web::web::block(move || jobs::look(&services))
            .await
            .unwrap()
            .unwrap();
        let done = poll(&session).await;
        assert_eq!(
            done["items"][0]["result"]["submission_state"], "in_review",
            "{done}"
        );
    })
    .await;
}

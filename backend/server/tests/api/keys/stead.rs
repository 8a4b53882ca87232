//! Signing in somebody's stead.

use serde_json::json;

use crate::client::Client;
use crate::journey::fill_in;
use crate::support::on_both;

/// The head delegates with a signature; the delegate's signature carries it, and ends with it.
#[actix_web::test]
async fn signing_in_somebodys_stead_carries_the_delegation() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let id = person.person_id();
        let path = app.unit_path(&person.me_unit());
        let head = app.officer("unit_head", &path).await;
        let deputy = app.officer("hr_head", &path).await;
        let unit = head.me["roles"][0]["unit_id"].as_str().unwrap();
        let mut new = json!({
            "certificate_id": head.certificate().await,
            "delegate": deputy.me["username"],
            "role": "unit_head",
            "unit_id": unit,
            "form": "tuq",
            "from": "2026-03-06",
            "to": "2026-03-31",
            "basis_number": "15/GUQ",
            "basis_date": "2026-03-05",
            "basis": "Giấy ủy quyền khi đi công tác",
        });
        // Not to oneself, not backwards, not by a form that is not offered.
        for (field, value, pointer) in [
            ("delegate", head.me["username"].clone(), "/delegate"),
            ("to", json!("2026-03-01"), "/to"),
            ("form", json!("tl"), "/form"),
            ("delegate", json!("khong-co"), "/delegate"),
        ] {
            let mut wrong = new.clone();
            wrong[field] = value;
            let refused = head.post("/delegations", &wrong).await.expect(422).json();
            let pointers: Vec<_> = refused["errors"]
                .as_array()
                .unwrap()
                .iter()
                .map(|error| error["pointer"].clone())
                .collect();
            assert!(pointers.contains(&json!(pointer)), "{field}: {refused}");
        }
        let request = head.post("/delegations", &new).await.expect(201).json();
        let made = head.finish(&request).await.expect(201).json();
        let delegation = made["delegation_id"].as_str().unwrap();
        // The delegate cannot hand it on.
        new["certificate_id"] = json!(deputy.certificate().await);
        new["delegate"] = json!("canbo.cu");
        assert_eq!(deputy.post("/delegations", &new).await.status, 422);

        fill_in(&app, &person, &person).await;
        let submission = person.submit(&id).await["submission_id"]
            .as_str()
            .unwrap()
            .to_owned();
        // Whoever checked does not also approve for the head.
        deputy.decide(&submission, "approve", json!([])).await;
        let both = deputy
            .prepare_decision(&submission, "approve", json!([]))
            .await;
        assert_eq!(both.status, 403);
        let approved = head.decide(&submission, "approve", json!([])).await;
        assert_eq!(approved["version"], 1);

        // An export is signed in the head's stead.
        let made = person
            .post(&format!("/people/{id}/exports"), &json!({}))
            .await
            .expect(201)
            .json();
        let export = made["id"].as_str().unwrap();
        let sign = async |who: &Client| {
            let seen = who.get(&format!("/exports/{export}")).await.expect(200);
            who.post_with(
                &format!("/exports/{export}/signing-requests"),
                &[("if-match", &seen.etag())],
                &json!({"certificate_id": who.certificate().await}),
            )
            .await
        };
        let request = sign(&deputy).await.expect(201).json();
        let stead = request["on_behalf_of"].as_str().unwrap();
        assert!(stead.starts_with("TUQ. "), "{stead}");
        let signed = deputy.finish(&request).await.expect(201).json();
        assert_eq!(signed["signature"]["on_behalf_of"], stead);

        let ended = head
            .post(&format!("/delegations/{delegation}/end"), &json!({}))
            .await
            .expect(201);
        assert_eq!(ended.json()["state"], "ended");
        let made = person
            .post(&format!("/people/{id}/exports"), &json!({}))
            .await
            .expect(201)
            .json();
        let export = made["id"].as_str().unwrap();
        let etag = deputy
            .get(&format!("/exports/{export}"))
            .await
            .expect(200)
            .etag();
        let late = deputy
            .post_with(
                &format!("/exports/{export}/signing-requests"),
                &[("if-match", &etag)],
                &json!({"certificate_id": deputy.certificate().await}),
            )
            .await;
        assert_eq!(late.status, 403);
    })
    .await;
}

//! Reading notifications, and setting one's letters, through HTTP.

use serde_json::json;

use super::{Office, notifications, remind_at};
use crate::support::on_both;

#[actix_web::test]
async fn notifications_are_paged_and_read_by_their_owner_only() {
    on_both("hcmc", |app| async move {
        let office = Office::open(&app).await;
        let officer = office.holder("hr_head").await;
        let head = office.holder("unit_head").await;
        office.task("hr_head", "2026-03-05", "2026-02-02");
        office.task("hr_head", "2026-03-06", "2026-02-02");
        office.task("hr_head", "2026-03-10", "2026-02-02");
        office.task("unit_head", "2026-03-06", "2026-02-02");
        remind_at(&app, "2026-03-06T02:00:00Z").await;

        let first = officer
            .get("/notifications?limit=2")
            .await
            .expect(200)
            .json();
        assert_eq!(first["items"].as_array().unwrap().len(), 2);
        assert_eq!(first["unread"], 3);
        let next = format!(
            "/notifications?limit=2&cursor={}",
            first["next"].as_str().unwrap()
        );
        let second = officer.get(&next).await.expect(200).json();
        assert_eq!(second["items"].as_array().unwrap().len(), 1);
        assert_eq!(second["next"], json!(null));

        // Some, then everything up to the newest; another's are out of reach.
        let all = notifications(&officer).await;
        let theirs = notifications(&head).await[0]["id"].clone();
        let read = json!({"ids": [all[2]["id"], theirs]});
        let left = officer
            .post("/notifications/read", &read)
            .await
            .expect(201)
            .json();
        assert_eq!(left["unread"], 2);
        assert_eq!(notifications(&head).await[0]["read_at"], json!(null));
        let page = officer
            .get("/notifications?unread=true")
            .await
            .expect(200)
            .json();
        assert_eq!(page["items"].as_array().unwrap().len(), 2);
        let refused = officer
            .post("/notifications/read", &json!({"up_to": theirs}))
            .await
            .expect(404);
        assert_eq!(refused.code(), "not_found");
        let read = json!({"up_to": all[0]["id"]});
        let left = officer
            .post("/notifications/read", &read)
            .await
            .expect(201)
            .json();
        assert_eq!(left["unread"], 0);

        app.anybody().get("/notifications").await.expect(401);
        let wrong = officer.get("/notifications?cursor=eA").await.expect(400);
        assert_eq!(wrong.code(), "bad_request");
    })
    .await;
}

#[actix_web::test]
async fn ones_letters_are_set_over_what_one_saw() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let seen = person.get("/me/letters").await.expect(200);
        assert_eq!(
            seen.json(),
            json!({"address": "", "wish": "daily", "offered": false})
        );
        let new = json!({"address": " a@example.gov.vn ", "wish": "each"});
        let set = person
            .put("/me/letters", &seen.etag(), &new)
            .await
            .expect(200);
        assert_eq!(set.json()["address"], "a@example.gov.vn");
        let stale = person
            .put("/me/letters", &seen.etag(), &new)
            .await
            .expect(412);
        assert_eq!(stale.etag(), set.etag());
        for address in ["a", "a@", "a@b c", "a@b\r\nBcc: c@d"] {
            let wrong = json!({"address": address, "wish": "each"});
            let refused = person
                .put("/me/letters", &set.etag(), &wrong)
                .await
                .expect(422);
            assert_eq!(
                refused.json()["errors"][0]["pointer"],
                "/address",
                "{address}"
            );
        }
        let unknown = json!({"address": "", "wish": "hourly"});
        person
            .put("/me/letters", &set.etag(), &unknown)
            .await
            .expect(422);
        app.anybody().get("/me/letters").await.expect(401);
    })
    .await;
}

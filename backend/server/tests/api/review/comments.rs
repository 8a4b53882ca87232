//! Comments beside the review.

use serde_json::json;

use super::Case;
use crate::support::on_both;

#[actix_web::test]
async fn those_with_a_part_write_and_those_who_see_read() {
    on_both("hcmc", |app| async move {
        let case = Case::submitted(&app).await;
        let hr = case.holder(&app, "hr_head").await;
        let path = case.at("/comments");
        let asked = json!({"pointer": "/papers/citizen_id", "text": "  Bản chụp thẻ đâu?  "});
        let said = hr.post(&path, &asked).await.expect(201).json();
        assert_eq!(
            (&said["item"], &said["text"]),
            (&json!("8"), &json!("Bản chụp thẻ đâu?"))
        );
        assert_eq!(said["mine"], true);
        case.person
            .post(&path, &json!({"text": "Em đã tải lên."}))
            .await
            .expect(201);
        let list = case.person.get(&path).await.expect(200).json();
        let texts: Vec<_> = list["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|c| &c["text"])
            .collect();
        assert_eq!(texts, ["Bản chụp thẻ đâu?", "Em đã tải lên."]);
        assert_eq!(list["may_write"], true);

        // Somebody who may read the profile, with no part in its chain.
        let reader = case.holder(&app, "clerk").await;
        let list = reader.get(&path).await.expect(200).json();
        assert_eq!(
            (&list["may_write"], &list["items"][0]["mine"]),
            (&json!(false), &json!(false))
        );
        reader.post(&path, &json!({"text": "?"})).await.expect(403);
        let stranger = app.sign_in("canbo.cu").await;
        stranger.get(&path).await.expect(404);
        stranger
            .post(&path, &json!({"text": "?"}))
            .await
            .expect(404);
        app.anybody().get(&path).await.expect(401);

        for bad in [
            json!({"text": ""}),
            json!({"text": "   "}),
            json!({"text": "a".repeat(2001)}),
            json!({"text": "?", "pointer": "/no/such"}),
        ] {
            hr.post(&path, &bad).await.expect(422);
        }
        let revision = case.seen_by(&hr).await["revision"].clone();
        assert_eq!(revision, 1, "a comment is outside of what is signed");
        let seen = case
            .person
            .get(&format!("/people/{}/accesses", case.id))
            .await
            .expect(200)
            .json();
        let entries = seen["items"].as_array().unwrap();
        assert!(
            entries
                .iter()
                .any(|entry| entry["action"] == "comment_added")
        );
    })
    .await;
}

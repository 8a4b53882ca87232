//! What was corrected since the last return.

use serde_json::json;

use super::{Case, reasons, submission_of};
use crate::support::on_both;

#[actix_web::test]
async fn the_reviewer_sees_what_was_corrected() {
    on_both("hcmc", |app| async move {
        let mut case = Case::submitted(&app).await;
        let hr = case.holder(&app, "hr_head").await;
        let first = case.seen_by(&hr).await;
        assert!(first.get("previous").is_none());
        assert_eq!(first["changes_since_previous"], json!([]));
        hr.decide(&case.submission, "return", reasons()).await;
        let returned = case.submission.clone();
        let path = format!("/people/{}/draft", case.id);
        let draft = case.person.get(&path).await.expect(200);
        let mut document = draft.json()["document"].clone();
        let before = document["papers"]["phone"].clone();
        document["papers"]["phone"] = json!("0912345678");
        case.person
            .put(&path, &draft.etag(), &json!({"document": document}))
            .await
            .expect(200);
        case.submission = submission_of(&case.person.submit(&case.id).await);
        let seen = case.seen_by(&hr).await;
        assert_eq!(seen["previous"]["id"], returned.as_str());
        assert_eq!(seen["previous"]["by"], hr.me["name"]);
        assert_eq!(seen["previous"]["reasons"], reasons());
        let changes = seen["changes_since_previous"].as_array().unwrap();
        assert_eq!(changes.len(), 1, "{changes:?}");
        assert_eq!(changes[0]["pointer"], "/papers/phone");
        assert_eq!(changes[0]["old"], before);
        assert_eq!(changes[0]["new"], "0912345678");
        assert!(!changes[0]["label"].as_str().unwrap().is_empty());
        assert!(
            seen["changes"].as_array().unwrap().len() > changes.len(),
            "against the approved version everything is new"
        );
    })
    .await;
}

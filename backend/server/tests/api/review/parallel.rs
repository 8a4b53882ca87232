//! Several reviewers side by side, where a deployment file says so.

use std::sync::Arc;

use congvu_domain::deployment::Deployment;
use congvu_server::services::Services;
use serde_json::json;

use super::{Case, also, prepare_return, reviews};
use crate::support::{TestApp, on_both};

/// The same installation with a first step of two reviewers.
async fn with(app: &TestApp, reviewers: u16, all: &[&str]) -> TestApp {
    with_step(app, "hr_head", reviewers, all).await
}

/// The same installation with several reviewers in the step of a role.
pub async fn with_step(app: &TestApp, role: &str, reviewers: u16, all: &[&str]) -> TestApp {
    let mut deployment: Deployment = (*app.services.deployment).clone();
    for chain in deployment
        .blocks
        .iter_mut()
        .flat_map(|rules| &mut rules.chains)
    {
        for step in chain.steps.iter_mut().filter(|step| step.role == role) {
            step.reviewers = reviewers;
            step.all = all.iter().map(ToString::to_string).collect();
        }
    }
    TestApp::over(Services {
        deployment: Arc::new(deployment),
        ..app.services.clone()
    })
    .await
}

#[actix_web::test]
async fn two_of_one_role_sign_and_then_it_goes_on() {
    on_both("hcmc", |app| async move {
        let app = with(&app, 2, &[]).await;
        let case = Case::submitted(&app).await;
        let first = case.holder(&app, "hr_head").await;
        also(&app, "canbo.cu", "hr_head", &first);
        let second = app.sign_in("canbo.cu").await;
        assert_eq!(reviews(&first, &case.id).await.len(), 2, "one task a seat");

        let early = second
            .prepare_decision(&case.submission, "approve", json!([]))
            .await
            .expect(201)
            .json();
        let minutes = app.at("2026-03-06T02:05:00Z").await;
        let result = first
            .on(&minutes)
            .decide(&case.submission, "approve", json!([]))
            .await;
        assert_eq!(result["submission_state"], "in_review");
        let stale = second.finish(&early).await.expect(412);
        assert_eq!(
            stale.code(),
            "stale",
            "it would not cover the signature beside"
        );

        let seen = case.seen_by(&first).await;
        assert_eq!(
            (&seen["step"], &seen["may_decide"]),
            (&json!(1), &json!(false))
        );
        assert_eq!(seen["steps"][0]["reviewers"], 2);
        assert_eq!(seen["steps"][0]["signatures"].as_array().unwrap().len(), 1);
        let again = first
            .prepare_decision(&case.submission, "approve", json!([]))
            .await
            .expect(403);
        assert!(again.json()["detail"].as_str().unwrap().contains("một lần"));
        assert!(
            reviews(&first, &case.id).await.is_empty(),
            "the other seat is not theirs"
        );
        assert_eq!(reviews(&second, &case.id).await.len(), 1);

        case.approve(&second).await;
        let head = case.holder(&app, "unit_head").await;
        assert_eq!(case.seen_by(&head).await["step"], 2);
        assert_eq!(case.approve(&head).await["version"], 1);
        assert_eq!(case.evidence().await, 4);
    })
    .await;
}

#[actix_web::test]
async fn different_roles_sign_in_any_order() {
    on_both("hcmc", |app| async move {
        let app = with(&app, 1, &["hr_head", "clerk"]).await;
        let case = Case::submitted(&app).await;
        let hr = case.holder(&app, "hr_head").await;
        let clerk = case.holder(&app, "clerk").await;
        assert_eq!(reviews(&clerk, &case.id).await.len(), 1);
        case.approve(&clerk).await;
        assert!(reviews(&clerk, &case.id).await.is_empty());
        assert_eq!(case.seen_by(&hr).await["step"], 1);
        case.approve(&hr).await;
        assert_eq!(case.seen_by(&hr).await["step"], 2);
    })
    .await;
}

#[actix_web::test]
async fn any_return_wins() {
    on_both("hcmc", |app| async move {
        let app = with(&app, 2, &[]).await;
        let case = Case::submitted(&app).await;
        let first = case.holder(&app, "hr_head").await;
        also(&app, "canbo.cu", "hr_head", &first);
        let second = app.sign_in("canbo.cu").await;
        case.approve(&first).await;
        let request = prepare_return(&second, &case.submission, 0)
            .await
            .expect(201)
            .json();
        let result = second.finish(&request).await.expect(201).json();
        assert_eq!(result["submission_state"], "returned");
        let seen = case.seen_by(&first).await;
        assert_eq!(seen["steps"][0]["state"], "returned");
        assert_eq!(seen["reviews"][0]["counts"], false);
        for reviewer in [&first, &second] {
            assert!(reviews(reviewer, &case.id).await.is_empty());
        }
        let own = case.person.tasks_about(&case.id).await;
        assert_eq!(own[0]["kind"], "correct_profile");
    })
    .await;
}

//! What began under one law ends under it, and what begins after goes by the new one: the same installation, the same day.

use std::sync::Arc;

use congvu_domain::deployment::{DayUnit, Deployment, Event, Within};
use congvu_server::services::Services;
use serde_json::json;

use super::{Case, reviews, submission_of};
use crate::support::{TestApp, on_both};

/// From Monday 9 March 2026 on the head alone approves, within 2 working days, changes too.
async fn amended(app: &TestApp) -> TestApp {
    let mut deployment: Deployment = (*app.services.deployment).clone();
    let day = "2026-03-09".parse().unwrap();
    let mut block = deployment.at(day).clone();
    block.in_force_from = day;
    block.later_change = None;
    for chain in &mut block.chains {
        chain.steps.remove(0);
        for step in &mut chain.steps {
            step.from = Event::Submitted;
            step.clause = "khoản 1 Điều 1 QĐ 1/2026/QĐ-UBND".to_owned();
            step.within = Some(Within {
                days: 2,
                unit: DayUnit::Working,
            });
        }
    }
    let place = deployment
        .blocks
        .iter()
        .position(|block| block.in_force_from > day)
        .unwrap_or(deployment.blocks.len());
    deployment.blocks.insert(place, block);
    TestApp::over(Services {
        deployment: Arc::new(deployment),
        ..app.services.clone()
    })
    .await
}

/// Submitted on Friday 6 March: two steps. Checked on Tuesday 10 March, after the amendment: the head still has 15 working days, 11–13, 16–20,
/// 23–27, 30, 31 March. A change submitted on that Tuesday has one step, due on Thursday the 12th.
#[actix_web::test]
async fn a_submission_keeps_the_chain_and_the_times_of_its_day() {
    on_both("hcmc", |app| async move {
        let app = amended(&app).await;
        let case = Case::submitted(&app).await;
        let tuesday = app.at("2026-03-10T02:00:00Z").await;
        let hr = case.holder(&tuesday, "hr_head").await;
        case.approve(&hr).await;
        let head = case.holder(&tuesday, "unit_head").await;
        let before = reviews(&head, &case.id).await;
        assert_eq!(before[0]["due_on"], "2026-03-31", "{}", before[0]["why"]);
        assert_eq!(
            before[0]["clause"],
            "điểm b khoản 2 Điều 7 QĐ 51/2024/QĐ-UBND"
        );
        assert_eq!(
            case.seen_by(&head).await["steps"].as_array().unwrap().len(),
            2
        );

        let person = tuesday.sign_in("canbo.cu").await;
        let id = person.person_id();
        let path = format!("/people/{id}/draft");
        let draft = person.get(&path).await.expect(200);
        let mut document = draft.json()["document"].clone();
        document["papers"]["phone"] = json!("0912345678");
        let body = json!({"document": document});
        person.put(&path, &draft.etag(), &body).await.expect(200);
        let change = submission_of(&person.submit(&id).await);
        assert!(reviews(&hr, &id).await.is_empty(), "no step of theirs");
        let after = reviews(&head, &id).await;
        assert_eq!(after[0]["due_on"], "2026-03-12", "{}", after[0]["why"]);
        assert_eq!(after[0]["clause"], "khoản 1 Điều 1 QĐ 1/2026/QĐ-UBND");

        assert_eq!(case.approve(&head).await["version"], 1);
        assert_eq!(case.evidence().await, 3);
        let result = head.decide(&change, "approve", json!([])).await;
        assert_eq!(result["submission_state"], "effective");
    })
    .await;
}

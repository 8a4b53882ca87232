//! Time stamps of another authority that come late.

use congvu_sandbox::time_stamps::Mode;
use congvu_server::jobs;
use serde_json::json;

use super::{number_of, stand_ins};
use crate::journey::fill_in;
use crate::support::{TestApp, on_both};

/// The authority is away: the signature counts and waits, the next signer waits for its stamp, and then goes on.
#[actix_web::test]
async fn a_time_stamp_that_comes_late_holds_up_the_next_signer_only() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.moi").await;
        let id = person.person_id();
        let stand_ins = stand_ins(&number_of(&app, &id));
        let app = stand_ins.installation(&app, true).await;
        let person = person.on(&app);
        fill_in(&app, &person, &person).await;
        stand_ins.time_stamps.set_mode(Mode::Away);
        let result = person.submit(&id).await;
        assert_eq!(result["signature"]["time_stamp"]["state"], "waiting");
        let submission = result["submission_id"].as_str().unwrap();
        let path = app.unit_path(&person.me_unit());
        let reviewer = app.officer("hr_head", &path).await;
        let early = reviewer
            .prepare_decision(submission, "approve", json!([]))
            .await;
        assert_eq!(early.expect(409).code(), "waiting_for_time_stamp");
        let look = async |app: &TestApp| {
            let services = app.services.clone();
            actix_web::web::block(move || jobs::look(&services))
                .await
                .unwrap()
                .unwrap()
        };
        assert_eq!(look(&app).await.stamped, 0, "away");
        stand_ins.time_stamps.set_mode(Mode::Garbage);
        let later = app.at("2026-03-06T02:05:00Z").await;
        assert_eq!(look(&later).await.stamped, 0, "garbage");
        stand_ins.time_stamps.set_mode(Mode::Normal);
        let later = app.at("2026-03-06T02:30:00Z").await;
        assert_eq!(look(&later).await.stamped, 1);
        let decided = reviewer.decide(submission, "approve", json!([])).await;
        assert_eq!(decided["submission_state"], "in_review");
    })
    .await;
}

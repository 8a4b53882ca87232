//! Tasks that somebody takes on, hands over, gives back, or that are taken over.

use futures_util::future::join_all;
use serde_json::{Value, json};

use super::{Case, also, by_hand, reviews};
use crate::client::Client;
use crate::support::{Answer, TestApp, on_both};

struct Desk {
    case: Case,
    /// Two of one role, and whoever signs after them.
    first: Client,
    second: Client,
    head: Client,
    task: String,
}

async fn desk(app: &TestApp) -> Desk {
    let case = Case::submitted(app).await;
    let first = case.holder(app, "hr_head").await;
    also(app, "canbo.cu", "hr_head", &first);
    let second = app.sign_in("canbo.cu").await;
    let head = case.holder(app, "unit_head").await;
    let task = reviews(&first, &case.id).await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    Desk {
        case,
        first,
        second,
        head,
        task,
    }
}

impl Desk {
    async fn moved(&self, who: &Client, how: &str, body: Value) -> Answer {
        who.post(&format!("/tasks/{}/{how}", self.task), &body)
            .await
    }

    async fn task_of(&self, who: &Client) -> Value {
        reviews(who, &self.case.id).await[0].clone()
    }
}

#[actix_web::test]
async fn taken_means_taken() {
    on_both("hcmc", |app| async move {
        let desk = desk(&app).await;
        let taken = desk
            .moved(&desk.first, "claim", json!({}))
            .await
            .expect(201)
            .json();
        assert_eq!(taken["assignee"], desk.first.me["name"]);
        assert_eq!(
            (&taken["mine"], &taken["assigned_to_me"]),
            (&json!(true), &json!(true))
        );
        desk.moved(&desk.first, "claim", json!({}))
            .await
            .expect(201);

        // The colleague sees who has it and leaves it.
        let seen = desk.task_of(&desk.second).await;
        assert_eq!(seen["assignee"], desk.first.me["name"]);
        assert_eq!(
            (&seen["mine"], &seen["assigned_to_me"]),
            (&json!(false), &json!(false))
        );
        let refused = desk
            .moved(&desk.second, "claim", json!({"reason": "?"}))
            .await
            .expect(409);
        assert_eq!(refused.json()["errors"][0]["code"], "taken");
        desk.moved(&desk.second, "release", json!({}))
            .await
            .expect(409);
        let view = desk.case.seen_by(&desk.second).await;
        assert_eq!(
            (&view["may_decide"], &view["taken_by"][0]),
            (&json!(false), &desk.first.me["name"])
        );
        let refused = desk
            .second
            .prepare_decision(&desk.case.submission, "approve", json!([]))
            .await
            .expect(409);
        assert_eq!(refused.json()["errors"][0]["code"], "taken");

        // Filters.
        for (who, assigned, found) in [
            (&desk.first, "me", 1),
            (&desk.first, "free", 0),
            (&desk.second, "me", 0),
            (&desk.second, "all", 1),
        ] {
            let page = who
                .get(&format!("/tasks?limit=100&kind=review&assigned={assigned}"))
                .await
                .expect(200)
                .json();
            let about = page["items"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|task| task["id"] == desk.task.as_str())
                .count();
            assert_eq!(about, found, "{assigned}");
        }

        // Given back, anybody with the role may; who prepared before may no longer once another took it on.
        let request = desk
            .first
            .prepare_decision(&desk.case.submission, "approve", json!([]))
            .await
            .expect(201)
            .json();
        let free = desk
            .moved(&desk.first, "release", json!({"note": "Tôi đi công tác."}))
            .await
            .expect(201)
            .json();
        assert_eq!(
            (&free["assignee"], &free["note"]),
            (&json!(""), &json!("Tôi đi công tác."))
        );
        desk.moved(&desk.second, "claim", json!({}))
            .await
            .expect(201);
        desk.first.finish(&request).await.expect(409);
        desk.case.approve(&desk.second).await;
        desk.moved(&desk.second, "claim", json!({}))
            .await
            .expect(409);
    })
    .await;
}

#[actix_web::test]
async fn handed_over_to_somebody_who_can_do_it() {
    on_both("hcmc", |app| async move {
        let desk = desk(&app).await;
        desk.moved(&desk.first, "claim", json!({}))
            .await
            .expect(201);
        for (to, code) in [
            ("khong.co.ai", "unknown_account"),
            ("canbo.moi", "own_profile"),
            ("giamdoc.so-tc", "lacks_role"),
            ("tccb.so-yt", "lacks_role"),
        ] {
            let refused = desk
                .moved(&desk.first, "handover", json!({"to": to}))
                .await
                .expect(422);
            assert_eq!(refused.json()["errors"][0]["code"], code, "{to}");
        }
        desk.moved(&desk.second, "handover", json!({"to": "canbo.cu"}))
            .await
            .expect(409);
        let body = json!({"to": "canbo.cu", "note": "Xem giúp mục 8."});
        let moved = desk
            .moved(&desk.first, "handover", body)
            .await
            .expect(201)
            .json();
        assert_eq!(
            (&moved["assignee"], &moved["mine"]),
            (&desk.second.me["name"], &json!(false))
        );
        let seen = desk.task_of(&desk.second).await;
        assert_eq!(
            (&seen["mine"], &seen["note"]),
            (&json!(true), &json!("Xem giúp mục 8."))
        );

        // Whoever signs next answers for it: moves it with a reason, and does not do it.
        assert_eq!(
            desk.moved(&desk.head, "claim", json!({"reason": "?"}))
                .await
                .status,
            403
        );
        let back = json!({"to": "tccb.so-tc"});
        let silent = desk.moved(&desk.head, "handover", back).await.expect(422);
        assert_eq!(silent.json()["errors"][0]["pointer"], "/note");
        let back = json!({"to": "tccb.so-tc", "note": "Đồng chí kia nghỉ ốm."});
        let moved = desk
            .moved(&desk.head, "handover", back)
            .await
            .expect(201)
            .json();
        assert_eq!(moved["assignee"], desk.first.me["name"]);
        assert_eq!(moved["may_reassign"], true);

        let stranger = app.sign_in("tccb.so-yt").await;
        desk.moved(&stranger, "claim", json!({})).await.expect(404);
        desk.moved(&desk.case.person, "claim", json!({}))
            .await
            .expect(403);
    })
    .await;
}

#[actix_web::test]
async fn the_head_takes_over_with_a_reason_and_an_assignment_ends_with_the_role() {
    on_both("hcmc", |app| async move {
        let desk = desk(&app).await;
        desk.moved(&desk.second, "claim", json!({})).await.expect(201);
        also(&app, "giamdoc.so-tc", "hr_head", &desk.first);
        let silent = desk.moved(&desk.head, "claim", json!({})).await.expect(422);
        assert_eq!(silent.json()["errors"][0]["pointer"], "/reason");
        let body = json!({"reason": "Hồ sơ gấp."});
        let taken = desk.moved(&desk.head, "claim", body).await.expect(201).json();
        assert_eq!((&taken["assigned_to_me"], &taken["note"]), (&json!(true), &json!("Hồ sơ gấp.")));
        let body = json!({"to": "canbo.cu", "note": "Trả lại."});
        desk.moved(&desk.head, "handover", body).await.expect(201);

        // The role is gone, and the assignment with it.
        by_hand(
            &app,
            "UPDATE role_grants SET revoked_at = granted_at WHERE role = 'hr_head' AND account_id = (SELECT id FROM accounts WHERE username = 'canbo.cu')",
        );
        assert_eq!(desk.case.seen_by(&desk.first).await["may_decide"], true);
        desk.case.approve(&desk.first).await;
    })
    .await;
}

#[actix_web::test]
async fn of_many_who_claim_at_once_one_has_it() {
    on_both("hcmc", |app| async move {
        let desk = desk(&app).await;
        let both = [&desk.first, &desk.second];
        let path = format!("/tasks/{}/claim", desk.task);
        let body = json!({});
        let answers = join_all((0..40).map(|n| both[n % 2].post(&path, &body))).await;
        let won: Vec<usize> = answers
            .iter()
            .enumerate()
            .filter(|(_, answer)| answer.status == 201)
            .map(|(n, _)| n % 2)
            .collect();
        assert!(!won.is_empty());
        assert!(won.windows(2).all(|pair| pair[0] == pair[1]), "{won:?}");
        let mine: Vec<bool> = [
            desk.task_of(&desk.first).await,
            desk.task_of(&desk.second).await,
        ]
        .iter()
        .map(|task| task["assigned_to_me"] == true)
        .collect();
        assert_eq!(mine.iter().filter(|mine| **mine).count(), 1);
    })
    .await;
}

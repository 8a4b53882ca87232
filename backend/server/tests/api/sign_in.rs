//! Signing in (A1, A5): tokens, cookies with CSRF protection, locking, forced change of password.

use actix_web::http::Method;
use serde_json::json;

use crate::support::on_both;

#[actix_web::test]
async fn a_browser_session_needs_its_csrf_token_for_changes() {
    on_both("hcmc", |app| async move {
        let body = json!({"username": "canbo.cu", "password": congvu_server::demo::PASSWORD});
        let answer = app.anybody().post("/app-session", &body).await.expect(201);
        let cookie = answer
            .headers
            .get("set-cookie")
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"),
            "{cookie}"
        );
        let pair = cookie.split(';').next().unwrap();
        let csrf = answer.json()["csrf_token"].as_str().unwrap().to_owned();
        let anybody = app.anybody();
        anybody
            .send(Method::GET, "/me", &[("cookie", pair)], None)
            .await
            .expect(200);
        let without = anybody
            .send(Method::DELETE, "/app-session", &[("cookie", pair)], None)
            .await;
        assert_eq!(without.expect(403).code(), "csrf_token_missing");
        let with = [("cookie", pair), ("x-csrf-token", csrf.as_str())];
        anybody
            .send(Method::DELETE, "/app-session", &with, None)
            .await
            .expect(204);
        let ended = anybody
            .send(Method::GET, "/me", &[("cookie", pair)], None)
            .await;
        assert_eq!(ended.expect(401).code(), "sign_in_needed");
    })
    .await;
}

#[actix_web::test]
async fn five_wrong_passwords_lock_an_account_for_a_quarter_of_an_hour() {
    on_both("hcmc", |app| async move {
        let wrong = json!({"username": "canbo.cu", "password": "sai"});
        let right = json!({"username": "canbo.cu", "password": congvu_server::demo::PASSWORD});
        for _ in 0..4 {
            let answer = app.anybody().post("/sessions", &wrong).await.expect(401);
            assert_eq!(answer.code(), "wrong_credentials");
        }
        let fifth = app.anybody().post("/sessions", &wrong).await.expect(429);
        assert_eq!(fifth.code(), "too_many_attempts");
        app.anybody().post("/sessions", &right).await.expect(429);
        let later = app.at("2026-03-06T02:15:01Z").await;
        later.anybody().post("/sessions", &right).await.expect(201);
        // A name that does not exist is answered like a wrong password.
        let nobody = json!({"username": "khong.co", "password": "sai"});
        assert_eq!(
            app.anybody()
                .post("/sessions", &nobody)
                .await
                .expect(401)
                .code(),
            "wrong_credentials"
        );
    })
    .await;
}

#[actix_web::test]
async fn an_issued_account_must_change_its_password_first() {
    on_both("hcmc", |app| async move {
        let hr = app.sign_in("tccb.so-tc").await;
        let unit = hr.me["roles"][0]["unit_id"].clone();
        let new = json!({
            "full_name": "Nguyễn Thị Thử", "personal_id": "079199000123", "birth_date": "1999-05-01",
            "gender": "female", "unit_id": unit, "kind": "civil_servant", "staff_number": "",
            "decision_number": "12/QĐ-STC", "decision_date": "2026-03-02",
        });
        let person = hr.post("/people", &new).await.expect(201).json();
        let id = person["summary"]["id"].as_str().unwrap();
        let issuer = app.sign_in("quantri.so-tc").await;
        // A3: 5 working days from the decision of Monday 2 March.
        let tasks = issuer.tasks_about(id).await;
        assert_eq!(tasks[0]["due_on"], "2026-03-09");
        assert!(tasks[0]["clause"].as_str().unwrap().starts_with("khoản 1 Điều 7"));
        let issued = issuer.post(&format!("/people/{id}/account"), &json!(null)).await.expect(201).json();
        let (name, initial) =
            (issued["username"].as_str().unwrap(), issued["initial_password"].as_str().unwrap());
        assert_eq!(name, "thu.nguyenthi");
        let client = app.sign_in_with(name, initial).await;
        assert_eq!(client.get("/tasks").await.expect(403).code(), "password_change_needed");
        let weak = json!({"current": initial, "new": "chỉ chữ thường thôi nhé"});
        let answer = client.put("/me/password", "", &weak).await.expect(422).json();
        assert_eq!(answer["errors"][0]["pointer"], "/new");
        let strong = json!({"current": initial, "new": "Mật khẩu mới 2026!"});
        client.put("/me/password", "", &strong).await.expect(204);
        // B4: 5 working days from the account of Friday 6 March.
        let tasks = client.tasks_about(id).await;
        assert_eq!((tasks[0]["kind"].as_str(), tasks[0]["due_on"].as_str()), (Some("fill_profile"), Some("2026-03-13")));
        let again = issuer.post(&format!("/people/{id}/account"), &json!(null)).await;
        again.expect(409);
    })
    .await;
}

#[actix_web::test]
async fn a_suspended_account_is_signed_out_at_once() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        let issuer = app.sign_in("quantri.so-tc").await;
        let page = issuer.get("/accounts?limit=100").await.expect(200).json();
        let account = page["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|a| a["username"] == "canbo.cu")
            .unwrap()
            .clone();
        let path = format!("/accounts/{}", account["id"].as_str().unwrap());
        let body = json!({"status": "suspended", "basis": "CV 12/STC-VP"});
        issuer
            .send(Method::PATCH, &path, &[], Some(&body))
            .await
            .expect(428);
        issuer
            .send(Method::PATCH, &path, &[("if-match", "\"77\"")], Some(&body))
            .await
            .expect(412);
        let tag = format!("\"{}\"", account["revision"]);
        issuer
            .send(Method::PATCH, &path, &[("if-match", &tag)], Some(&body))
            .await
            .expect(200);
        person.get("/me").await.expect(401);
    })
    .await;
}

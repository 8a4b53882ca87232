//! What always holds: chains, signatures, audit; and that it would be noticed if it did not.

use congvu_server::audit;
use serde_json::json;

use crate::support::on_both;

#[actix_web::test]
async fn the_audit_chain_is_whole_and_names_who_looked() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        let id = person.person_id();
        let hr = app.sign_in("tccb.so-tc").await;
        hr.get(&format!("/people/{id}/versions/1"))
            .await
            .expect(200);
        let page = person
            .get(&format!("/people/{id}/accesses"))
            .await
            .expect(200)
            .json();
        let looked = &page["items"][0];
        assert_eq!(
            (looked["action"].as_str(), &looked["who"]),
            (Some("version_read"), &hr.me["name"])
        );
        assert_eq!(looked["ground"], "Quyết định số 51/2024/QĐ-UBND");
        let whole = app.services.database.read(audit::verify).unwrap();
        assert!(whole.is_ok_and(|events| events > 100));
    })
    .await;
}

#[actix_web::test]
async fn search_ignores_accents_and_pages_by_given_name() {
    on_both("hcmc", |app| async move {
        let reader = app.sign_in("chuyenvien.snv").await;
        let mut names: Vec<String> = Vec::new();
        let mut path = "/people?limit=7".to_owned();
        loop {
            let page = reader.get(&path).await.expect(200).json();
            names.extend(
                page["items"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|p| p["id"].to_string()),
            );
            match page["next"].as_str() {
                Some(next) => path = format!("/people?limit=7&cursor={next}"),
                None => break,
            }
        }
        let count = reader.get("/people/count").await.expect(200).json()["count"]
            .as_u64()
            .unwrap();
        assert_eq!(names.len() as u64, count);
        names.sort();
        names.dedup();
        assert_eq!(names.len() as u64, count, "nobody twice, nobody left out");
        let some = reader.get("/people?limit=1").await.expect(200).json();
        let name = some["items"][0]["full_name"].as_str().unwrap();
        let plain = congvu_domain::names::fold(name).replace(' ', "%20");
        let found = reader
            .get(&format!("/people?q={plain}"))
            .await
            .expect(200)
            .json();
        assert!(
            found["items"]
                .as_array()
                .unwrap()
                .iter()
                .any(|p| p["full_name"] == name)
        );
        let none = reader.get("/people?q=%25").await.expect(200).json();
        assert_eq!(
            none["items"],
            json!([]),
            "a sign of LIKE is a plain character"
        );
    })
    .await;
}

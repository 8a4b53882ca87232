//! F8 under each regulation: whoever oversees the body sees which unit is late, at which step.

use serde_json::Value;

use super::{behind, overview, task};
use crate::calendar::Desk;
use crate::support::on_both;

/// Due on Thursday 5 March 2026 and on Friday the 6th, which is today: one is late. The duty to oversee is that of the officer of Vụ Tổ chức
/// cán bộ (BNV 11.3, MT 11.2b) or Sở Nội vụ (HCM 11.4, TG 16.5).
#[actix_web::test]
async fn f8_who_oversees_sees_which_unit_is_late() {
    for (deployment, acts) in [
        ("bnv", "hr_officer"),
        ("hcmc", "hr_head"),
        ("tien-giang", "hr_officer"),
        ("monre", "unit_head"),
    ] {
        on_both(deployment, |app| async move {
            let desk = Desk::open(&app).await;
            let late = task(&desk, acts, "2026-02-26", Some("2026-03-05"));
            desk.put(&[
                late.clone(),
                task(&desk, acts, "2026-02-27", Some("2026-03-06")),
            ]);
            let oversees = app.services.rules().duty("oversight").unwrap();
            assert_eq!(oversees.requirement, "F8", "{deployment}");
            let role = oversees.role.clone().unwrap();
            let reader = app.officer(&role, &desk.path).await;
            let found = overview(&reader, "").await;
            let unit = desk.path.trim_end_matches('/').rsplit('/').next().unwrap();
            let rows = found["units"].as_array().unwrap();
            let row = rows.iter().find(|row| row["unit_id"] == unit).unwrap();
            for figures in [&row["figures"], &found["total"]] {
                assert_eq!(figures["waiting"], 2, "{deployment} {figures}");
                assert_eq!(figures["late"], 1, "{deployment} {figures}");
            }
            let step = &row["steps"][0];
            assert_eq!(step["role"], acts, "{deployment}");
            let listed: Vec<Value> = behind(&reader, &format!("unit={unit}&state=late")).await;
            assert_eq!(listed.len(), 1, "{deployment}");
            assert_eq!(listed[0]["task_id"], late.id.as_str(), "{deployment}");
        })
        .await;
    }
}

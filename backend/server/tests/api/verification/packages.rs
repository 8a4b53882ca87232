//! Evidence packages: as they are exported, after years, and offline.

use congvu_openapi::verification::{Verdict, VerificationReport};
use congvu_server::http::Language;
use congvu_server::jobs::look;
use congvu_server::verification::examine;
use congvu_signing::trust::TrustStore;

use super::{assert_refused, assert_valid, contents, package, verify};
use crate::support::{NOW, TestApp, on_both};

/// As `congvu verify` does it, with nothing but the file.
fn offline(file: &[u8], at: &str) -> VerificationReport {
    let nothing = TrustStore::default();
    examine(
        file,
        &nothing,
        false,
        at.parse().unwrap(),
        Language::English,
    )
}

#[actix_web::test]
async fn a_version_verifies_for_anybody() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        let zip = package(&app, &person).await;
        assert_eq!(
            zip,
            package(&app, &person).await,
            "the same bytes each time"
        );
        let report = verify(&app, &zip).await;
        assert_valid(&report);
        assert_eq!(report["kind"], "evidence");
        assert_eq!(report["anchors_unconfirmed"], false);
        let about = report["about"].as_str().unwrap();
        assert!(
            about.contains(person.me["name"].as_str().unwrap()),
            "{about}"
        );
        let acts = contents(&zip).package.acts.len();
        let signatures = report["signatures"].as_array().unwrap();
        assert_eq!(signatures.len(), acts);
        for signature in signatures {
            assert_eq!(signature["level"], "pilot");
            assert!(signature["stamped_at"].is_string());
        }
        assert_eq!(signatures[0]["role"], "");
        let last = signatures[acts - 1]["role"].as_str().unwrap();
        assert!(
            !last.is_empty() && !last.contains('_'),
            "a title, no key: {last}"
        );
    })
    .await;
}

#[actix_web::test]
async fn the_archive_time_stamp_carries_a_package_through_ten_years() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        assert!(look(&app.services).unwrap().archived > 0);
        let zip = package(&app, &person).await;
        let mut bare = contents(&zip);
        bare.archive.clear();
        let bare = bare.to_zip().unwrap();
        let report = verify(&app, &zip).await;
        assert_valid(&report);
        assert_eq!(report["time_stamps"].as_array().unwrap().len(), 1);
        assert_eq!(report["time_stamps"][0]["message"], "");

        // Every certificate but the root has run out by then.
        let then = "2036-03-06T02:00:00Z";
        let later = app.at(then).await;
        let report = verify(&later, &zip).await;
        assert_valid(&report);
        assert_ne!(
            report["time_stamps"][0]["message"], "",
            "it was not renewed"
        );
        assert_refused(&verify(&later, &bare).await, "time_stamp_authority_expired");

        let report = offline(&zip, then);
        assert_eq!(report.verdict, Verdict::Valid, "{report:#?}");
        assert!(report.anchors_unconfirmed);
        assert_eq!(offline(&bare, then).verdict, Verdict::Invalid);
        assert_eq!(offline(&bare, NOW).verdict, Verdict::Valid);
    })
    .await;
}

#[actix_web::test]
async fn renewed_time_stamps_hang_together() {
    on_both("bnv", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        look(&app.services).unwrap();
        // Three months before the authority's certificate ends.
        let renewing = app.at("2029-12-01T02:00:00Z").await;
        assert!(look(&renewing.services).unwrap().renewed > 0);
        let session = renewing.sign_in("canbo.cu").await;
        let zip = package(&renewing, &session).await;
        let report = verify(&renewing, &zip).await;
        assert_valid(&report);
        assert_eq!(report["time_stamps"].as_array().unwrap().len(), 2);
        drop(person);

        let all = contents(&zip);
        let mut cut = all.clone();
        cut.archive.remove(0);
        let report = verify(&renewing, &cut.to_zip().unwrap()).await;
        assert_refused(&report, "archive_broken_chain");
        let mut swapped = all.clone();
        swapped.archive.swap(0, 1);
        let report = verify(&renewing, &swapped.to_zip().unwrap()).await;
        assert_refused(&report, "archive_broken_chain");
        let mut lacking = all.clone();
        lacking.crls.clear();
        let report = verify(&renewing, &lacking.to_zip().unwrap()).await;
        assert_refused(&report, "archive_data_missing");
        let mut other = all;
        other.archive[1].manifest[20] ^= 1;
        let report = verify(&renewing, &other.to_zip().unwrap()).await;
        assert_refused(&report, "time_stamp_foreign");
    })
    .await;
}

#[actix_web::test]
async fn evidence_alone_is_judged_by_what_is_known_here() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        let contents = contents(&package(&app, &person).await);
        let evidence = serde_json::to_vec(&contents.package).unwrap();
        assert_valid(&verify(&app, &evidence).await);
        let report = offline(&evidence, NOW);
        assert_eq!(report.signatures[0].code, "time_stamp_revocation_unknown");
    })
    .await;
}

#[actix_web::test]
async fn another_body_trusts_its_own_anchors_only() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        let zip = package(&app, &person).await;
        let elsewhere = TestApp::empty("bnv").await;
        assert_refused(&verify(&elsewhere, &zip).await, "time_stamp_untrusted");
    })
    .await;
}

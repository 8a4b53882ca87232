//! Twenty years of a server: the authority's own certificates and the archive time stamps, each renewed once a period.

use actix_web::test::TestRequest;
use chrono::{DateTime, Datelike, Months, Utc};
use congvu_db::{DbError, stamps};
use congvu_domain::payload::sha256_hex;
use congvu_openapi::verification::Verdict;
use congvu_server::evidence;
use congvu_server::http::Language;
use congvu_server::jobs::archive;
use congvu_server::verification::examine;
use congvu_signing::certificate::CertificateInfo;
use congvu_signing::cms;
use congvu_signing::trust::TrustStore;

use crate::exported;
use crate::support::{TestApp, on_both};

/// Archives or renews until nothing is left; answers how many. A look takes a hundred at most.
fn all(mut one_look: impl FnMut() -> usize) -> usize {
    let mut done = 0;
    loop {
        match one_look() {
            0 => return done,
            some => done += some,
        }
    }
}

/// The authority was born on 30 January 2025, so its first key for time stamps ends on 29 January 2030. Its successor is made at the first
/// look in the year before (10 February 2029), and the archive is renewed in the last 90 days (10 November 2029); and so on every four years.
#[actix_web::test]
async fn each_period_has_one_renewal_and_2045_verifies() {
    on_both("hcmc", |app| async move {
        let archived = all(|| archive::versions(&app.services).unwrap());
        assert!(archived > 0);
        let person = app.sign_in("canbo.cu").await;
        let export = exported::completed(&app, &person).await;
        let stamps = due(&app.at("2100-01-01T00:00:00Z").await);
        assert_eq!(stamps, archived + 1, "with the export");
        let first: DateTime<Utc> = "2026-04-10T02:00:00Z".parse().unwrap();
        let mut renewals = Vec::new();
        let mut last = app.clone();
        for months in 0..228 {
            let now = first + Months::new(months);
            last = app.at(&now.to_rfc3339()).await;
            // What a running server does at each look, without the reminders of twenty years.
            last.services.authority.keep_up(now).unwrap();
            let seal = last.services.authority.seal(now).unwrap();
            let ends = CertificateInfo::parse(seal.der()).unwrap().not_after;
            assert!(ends > now + Months::new(10), "{now}: the seal ends {ends}");
            assert_eq!(archive::versions(&last.services).unwrap(), 0);
            let renewed = all(|| archive::renew(&last.services).unwrap());
            if renewed > 0 {
                renewals.push((now.year(), now.month(), renewed));
            }
        }
        let months = [(2029, 11), (2033, 12), (2037, 12), (2041, 12)];
        assert_eq!(
            renewals,
            months.map(|(year, month)| (year, month, stamps)),
            "each archive time stamp once in each period"
        );

        let at = "2045-03-10T02:00:00Z";
        let last = last.at(at).await;
        let person = last.sign_in("canbo.cu").await;
        let path = format!("/people/{}/versions/1/evidence", person.person_id());
        let zip = person.get(&path).await.expect(200).body;
        let contents = evidence::read(&zip).unwrap().contents;
        let years: Vec<i32> = contents
            .archive
            .iter()
            .map(|stamp| {
                let chain = cms::chain(&stamp.token).unwrap();
                CertificateInfo::parse(&chain[0]).unwrap().not_before.year()
            })
            .collect();
        assert_eq!(years, [2025, 2029, 2033, 2037, 2041], "each by a new key");
        let offline = |at: &str| {
            let nothing = TrustStore::default();
            let at = at.parse().unwrap();
            examine(&zip, &nothing, false, at, Language::English)
        };
        let report = offline(at);
        assert_eq!(report.verdict, Verdict::Valid, "{report:#?}");
        assert_eq!(report.time_stamps.len(), 5);
        assert!(
            report.time_stamps.iter().all(|one| one.message.is_empty()),
            "none is judged as of earlier: {report:#?}"
        );
        // Ten years on without a renewal it still holds, and says so.
        let report = offline("2055-03-10T02:00:00Z");
        assert_eq!(report.verdict, Verdict::Valid, "{report:#?}");
        assert!(!report.time_stamps[4].message.is_empty());
        // The export of 2026 has a document time stamp for each period, and one of 2045 is sealed by a seal of its time.
        let person = last.sign_in("canbo.cu").await;
        let new = exported::completed(&last, &person).await;
        for (export, stamps) in [(export, 5), (new, 1)] {
            let file = person
                .get(&format!("/exports/{export}/file"))
                .await
                .expect(200)
                .body;
            let request = TestRequest::post()
                .uri("/api/v1/verifications")
                .set_payload(file.to_vec());
            let report = (last.call)(request.to_request()).await.expect(200).json();
            assert_eq!(report["verdict"], "valid", "{report:#}");
            assert_eq!(report["time_stamps"].as_array().unwrap().len(), stamps);
        }
        let mut cut = contents;
        cut.archive.remove(2);
        let cut = cut.to_zip().unwrap();
        let report = examine(
            &cut,
            &TrustStore::default(),
            false,
            at.parse().unwrap(),
            Language::English,
        );
        assert_eq!(report.verdict, Verdict::Invalid);
    })
    .await;
}

fn due(app: &TestApp) -> usize {
    app.services
        .database
        .read::<_, DbError>(|connection| {
            stamps::to_renew(connection, app.services.now().into(), 1000)
        })
        .unwrap()
        .len()
}

/// An authority that reaches no further than what is there is not asked at every look, and what it cannot do stays to be done.
#[actix_web::test]
async fn a_renewal_that_gains_nothing_is_put_off() {
    on_both("bnv", |app| async move {
        let archived = all(|| archive::versions(&app.services).unwrap());
        let late = app.at("2029-12-01T02:00:00Z").await;
        assert_eq!(due(&late), archived);
        // Nothing let the time-stamp authority succeed itself yet.
        for _ in 0..archived {
            assert_eq!(archive::renew(&late.services).unwrap(), 0);
        }
        assert_eq!(due(&late), 0, "not at every look");
        let later = app.at("2029-12-08T02:00:00Z").await;
        assert_eq!(due(&later), archived, "but again in a week");
        let now = later.services.now();
        later.services.authority.keep_up(now).unwrap();
        assert_eq!(all(|| archive::renew(&later.services).unwrap()), archived);
        assert_eq!(due(&later), 0);
        // Keeping up twice makes nothing twice.
        let serial = |app: &TestApp| {
            let stamping = app.services.authority.stamping(now).unwrap();
            stamping.info.serial_hex.clone()
        };
        let before = serial(&later);
        later.services.authority.keep_up(now).unwrap();
        assert_eq!(serial(&later), before);
    })
    .await;
}

/// The lists by which the signatures were judged are over after a week; what is archived later rests on those of its own day.
#[actix_web::test]
async fn what_holds_on_the_day_goes_under_the_first_time_stamp() {
    on_both("hcmc", |app| async move {
        let later = app.at("2026-03-20T02:00:00Z").await;
        assert!(all(|| archive::versions(&later.services).unwrap()) > 0);
        let crls = later
            .services
            .database
            .read(|connection| later.services.authority.crls(&later.services, connection))
            .unwrap();
        let person = later.sign_in("canbo.cu").await;
        let path = format!("/people/{}/versions/1/evidence", person.person_id());
        let zip = person.get(&path).await.expect(200).body;
        let mut contents = evidence::read(&zip).unwrap().contents;
        let manifest: archive::Manifest =
            serde_json::from_slice(&contents.archive[0].manifest).unwrap();
        for crl in &crls {
            assert!(manifest.validation_data.contains(&sha256_hex(crl)));
        }
        // What was collected beside it is not needed.
        contents
            .crls
            .retain(|der| manifest.validation_data.contains(&sha256_hex(der)));
        for at in ["2026-03-20T02:00:00Z", "2036-03-20T02:00:00Z"] {
            let report = examine(
                &contents.to_zip().unwrap(),
                &TrustStore::default(),
                false,
                at.parse().unwrap(),
                Language::English,
            );
            assert_eq!(report.verdict, Verdict::Valid, "{at}: {report:#?}");
        }
    })
    .await;
}

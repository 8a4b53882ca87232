//! Signed PDFs, and the code on them.

use congvu_openapi::verification::Verdict;
use congvu_server::http::Language;
use congvu_server::verification::examine;
use congvu_signing::trust::TrustStore;
use serde_json::json;

use super::{assert_refused, assert_valid, hand_in, verify};
use crate::support::{Kind, NOW, TestApp, on_both};

/// A signed and sealed export with its code.
async fn exported(app: &TestApp) -> (Vec<u8>, String) {
    let person = app.sign_in("canbo.cu").await;
    let id = person.person_id();
    let view = person
        .get(&format!("/people/{id}"))
        .await
        .expect(200)
        .json();
    let path = app.unit_path(view["summary"]["unit_id"].as_str().unwrap());
    let to_make = format!("/people/{id}/exports");
    let made = person.post(&to_make, &json!({})).await.expect(201).json();
    let export = made["id"].as_str().unwrap();
    let competent = app.officer("unit_head", &path).await;
    let seen = competent
        .get(&format!("/exports/{export}"))
        .await
        .expect(200)
        .etag();
    let body = json!({"certificate_id": competent.certificate().await});
    let to_sign = format!("/exports/{export}/signing-requests");
    let request = competent
        .post_with(&to_sign, &[("if-match", &seen)], &body)
        .await
        .expect(201)
        .json();
    competent.finish(&request).await.expect(201);
    let clerk = app.officer("clerk", &path).await;
    let seen = clerk
        .get(&format!("/exports/{export}"))
        .await
        .expect(200)
        .etag();
    clerk
        .post_with(
            &format!("/exports/{export}/seal"),
            &[("if-match", &seen)],
            &json!({}),
        )
        .await
        .expect(201);
    let file = person
        .get(&format!("/exports/{export}/file"))
        .await
        .expect(200);
    (
        file.body.to_vec(),
        made["code"].as_str().unwrap().to_owned(),
    )
}

#[actix_web::test]
async fn an_export_verifies_for_anybody() {
    on_both("hcmc", |app| async move {
        let (file, code) = exported(&app).await;
        let report = verify(&app, &file).await;
        assert_valid(&report);
        assert_eq!(
            (&report["kind"], &report["known_as"]),
            (&json!("pdf"), &json!(code))
        );
        let signatures = report["signatures"].as_array().unwrap();
        assert_eq!(signatures.len(), 2);
        for signature in signatures {
            assert_eq!(signature["baseline"], "lta");
            assert_ne!(signature["changes_after"], "");
            assert_eq!(signature["anchor"], signatures[0]["anchor"]);
        }
        assert_eq!(report["time_stamps"].as_array().unwrap().len(), 1);

        let english = [
            ("accept-language", "en"),
            ("content-type", "application/pdf"),
        ];
        let report = hand_in(&app, &file[..file.len() - 10], &english)
            .await
            .expect(200)
            .json();
        assert_eq!(report["verdict"], "invalid");
        assert!(
            report["problems"][0]["message"]
                .as_str()
                .unwrap()
                .is_ascii(),
            "{report:#}"
        );
    })
    .await;
}

/// The file with a further revision in which the first object is another.
fn with_a_revision(file: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(file);
    let after = |word: &str| text.rsplit_once(word).unwrap().1.trim_start();
    let root: String = after("/Root").chars().take_while(|c| *c != 'R').collect();
    let size: String = after("/Size")
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let before: String = after("startxref")
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let object = file.len() + 1;
    let mut changed = file.to_vec();
    changed.extend_from_slice(b"\n1 0 obj\n<</Type/Page>>\nendobj\n");
    let table = changed.len();
    let end = format!(
        "xref\n1 1\n{object:010} 00000 n \ntrailer\n<</Size {size}/Root {root}R/Prev {before}>>\nstartxref\n{table}\n%%EOF\n"
    );
    changed.extend_from_slice(end.as_bytes());
    changed
}

/// A place that says nothing about the file's structure (a font), wherever the identifiers of the day put it.
fn middle_of_the_longest_stream(file: &[u8]) -> usize {
    let places = |word: &[u8]| -> Vec<usize> {
        let windows = file.windows(word.len()).enumerate();
        windows
            .filter(|(_, window)| *window == word)
            .map(|(at, _)| at)
            .collect()
    };
    let ends = places(b"endstream");
    places(b">>\nstream")
        .into_iter()
        .filter_map(|start| Some((start, *ends.iter().find(|end| **end > start)?)))
        .max_by_key(|(start, end)| end - start)
        .map(|(start, end)| start.midpoint(end))
        .expect("an export has streams")
}

#[actix_web::test]
async fn what_was_done_to_an_export_is_found() {
    let app = TestApp::start("hcmc", Kind::Sqlite).await;
    let (file, _) = exported(&app).await;
    assert_refused(
        &verify(&app, &with_a_revision(&file)).await,
        "appended_after_signing",
    );
    let mut trailing = file.clone();
    trailing.extend_from_slice(b"\n% and this\n");
    assert_refused(&verify(&app, &trailing).await, "malformed_pdf");
    let mut changed = file.clone();
    changed[middle_of_the_longest_stream(&file)] ^= 1;
    assert_refused(&verify(&app, &changed).await, "content_changed");
    for (garbage, code) in [
        (&b"%PDF-1.7 and nothing"[..], "malformed_pdf"),
        (b"PK\x03\x04", "package_unreadable"),
        (
            b"{\"format\":\"congvu/evidence/v7\"}",
            "evidence_unreadable",
        ),
        (b"{}", "unknown_file"),
    ] {
        let report = verify(&app, garbage).await;
        assert_refused(&report, code);
        assert_eq!(report["signatures"], json!([]));
    }
    let nothing = hand_in(&app, b"", &[]).await.expect(400);
    assert_eq!(nothing.code(), "bad_request");
    let elsewhere = TestApp::empty("bnv").await;
    let report = verify(&elsewhere, &file).await;
    assert_refused(&report, "time_stamp_untrusted");
    assert_eq!(report["known_as"], json!(null));
}

#[actix_web::test]
async fn an_export_verifies_offline_for_years() {
    let app = TestApp::start("hcmc", Kind::Sqlite).await;
    let (file, _) = exported(&app).await;
    for (at, renewed) in [
        (NOW, true),
        ("2026-05-01T00:00:00Z", false),
        ("2036-03-06T00:00:00Z", false),
    ] {
        let nothing = TrustStore::default();
        let report = examine(
            &file,
            &nothing,
            false,
            at.parse().unwrap(),
            Language::Vietnamese,
        );
        assert_eq!(report.verdict, Verdict::Valid, "{at}: {report:#?}");
        assert!(report.anchors_unconfirmed);
        assert_eq!(report.time_stamps[0].message.is_empty(), renewed, "{at}");
    }
}

#[actix_web::test]
async fn the_code_on_the_paper_tells_which_document_it_is() {
    on_both("hcmc", |app| async move {
        let (file, code) = exported(&app).await;
        let anybody = app.anybody();
        let (first, second) = code.split_at(8);
        let typed = format!("{}-%20{second}", first.to_lowercase());
        let answer = anybody
            .get(&format!("/verifications/documents/{typed}"))
            .await
            .expect(200);
        let known = answer.json();
        assert_eq!(known["code"], json!(code));
        assert_eq!(
            (&known["complete"], &known["superseded"]),
            (&json!(true), &json!(false))
        );
        assert_eq!(known["sha256"], verify(&app, &file).await["sha256"]);
        let person = app.sign_in("canbo.cu").await;
        let name = person.me["name"].as_str().unwrap();
        assert!(
            !String::from_utf8_lossy(&answer.body).contains(name),
            "initials only"
        );
        assert_eq!(
            known["initials"].as_str().unwrap().matches('.').count(),
            name.split(' ').count()
        );
        anybody
            .get("/verifications/documents/0000000000000000")
            .await
            .expect(404);
    })
    .await;
}

#[actix_web::test]
async fn what_is_too_large_or_no_file_is_refused() {
    let app = TestApp::start("hcmc", Kind::Sqlite).await;
    let large = vec![b'x'; (30 << 20) + 1];
    assert_eq!(
        hand_in(&app, &large, &[]).await.expect(413).code(),
        "too_large"
    );
    let text = [("content-type", "text/plain")];
    assert_eq!(
        hand_in(&app, b"x", &text).await.expect(415).code(),
        "unsupported_media_type"
    );
}

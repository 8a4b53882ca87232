//! Replays the kept fuzzing corpus: whatever strangers send is answered, never with a panic and never for long.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is missing"
)]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::DateTime;
use congvu_signing::certificate::{self, CertificateInfo};
use congvu_signing::trust::{AnchorLevel, TrustStore};
use congvu_signing::{cms, ocsp, pades, tsp, verify};

fn replay(target: &str, judge: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target);
    let mut count = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let content = fs::read(&path).unwrap();
        let started = Instant::now();
        judge(&content);
        assert!(
            started.elapsed() < Duration::from_secs(10),
            "{}",
            path.display()
        );
        count += 1;
    }
    assert!(count > 0, "{} is empty", folder.display());
}

#[test]
fn cms_from_anybody() {
    let at = DateTime::from_timestamp(1_770_000_000, 0).unwrap();
    replay("cms", |data| {
        let _refused = verify::verify_detached(data, &[0; 32], &TrustStore::default(), at);
        let _refused = verify::verify_content(data, b"content", &TrustStore::default(), at);
        let _read = (
            cms::chain(data),
            cms::signature_imprint(data),
            cms::time_stamp_tokens(data),
        );
    });
}

#[test]
fn time_stamps_from_anybody() {
    let at = DateTime::from_timestamp(1_770_000_000, 0).unwrap();
    let request = tsp::request(&[0; 32], [7; 16]).unwrap();
    replay("time_stamp", |data| {
        let _refused = tsp::verify(data, &[0; 32], &TrustStore::default(), at);
        let _refused = tsp::token_of_response(data, &request);
    });
}

#[test]
fn ocsp_answers_from_anybody() {
    replay("ocsp", |data| {
        let _refused = ocsp::read(data, data, data);
        let _refused = ocsp::next_update(data);
    });
}

#[test]
fn certificates_from_anybody() {
    let at = DateTime::from_timestamp(1_770_000_000, 0).unwrap();
    replay("certificate", |data| {
        let _read = (CertificateInfo::parse(data), certificate::crl_urls(data));
        let mut trust = TrustStore::default();
        if let Ok(text) = std::str::from_utf8(data) {
            let _refused = trust.add_pem(text, AnchorLevel::Public);
        }
        trust.crls.push(data.to_vec());
        let _refused = verify::anchor_of(data, &[data.to_vec()], &trust, at);
    });
}

#[test]
fn pdf_files_from_anybody() {
    let at = DateTime::from_timestamp(1_770_000_000, 0).unwrap();
    replay("pdf", |data| {
        let _refused = pades::verify(data, &TrustStore::default(), at);
        let _refused = pades::contents(data);
    });
}

//! Replays the kept fuzzing corpus: whatever strangers send is answered, never with a panic and never for long.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is missing"
)]

use std::fs;
use std::io::{BufReader, Read as _};
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::DateTime;
use congvu_signing::certificate::{self, CertificateInfo};
use congvu_signing::trust::{AnchorLevel, TrustStore};
use congvu_signing::{cms, ocsp, pades, tsp, verify};
use lzma_rust2::XzReader;

/// Judges the handful of seeds in `corpus/<target>/` and what an hour of fuzzing found in `corpus/<target>.tar.xz`.
fn replay(target: &str, judge: impl Fn(&[u8])) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let timed = |name: &Path, content: &[u8]| {
        let started = Instant::now();
        judge(content);
        assert!(
            started.elapsed() < Duration::from_secs(10),
            "{target}: {}",
            name.display()
        );
    };
    let seeds: Vec<_> = fs::read_dir(corpus.join(target)).unwrap().collect();
    assert!(!seeds.is_empty(), "{target} has no seed");
    for seed in seeds {
        let path = seed.unwrap().path();
        timed(&path, &fs::read(&path).unwrap());
    }
    let packed = fs::File::open(corpus.join(format!("{target}.tar.xz"))).unwrap();
    let mut found = tar::Archive::new(XzReader::new(BufReader::new(packed), false));
    let mut count = 0;
    for entry in found.entries().unwrap() {
        let mut entry = entry.unwrap();
        let name = entry.path().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        timed(&name, &content);
        count += 1;
    }
    assert!(count > 100, "{target} has {count} found inputs");
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

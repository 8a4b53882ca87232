#![no_main]
//! CMS from anybody: read, judged, added to.
use chrono::DateTime;
use congvu_signing::trust::TrustStore;
use congvu_signing::{cms, verify};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let trust = TrustStore::default();
    let at = DateTime::from_timestamp(1_770_000_000, 0).unwrap_or_default();
    let _ = verify::verify_detached(data, &[0; 32], &trust, at);
    let _ = verify::verify_content(data, b"content", &trust, at);
    let _ = cms::chain(data);
    let _ = cms::signature_imprint(data);
    let _ = cms::time_stamp_tokens(data);
    let (first, second) = data.split_at(data.len() / 2);
    let _ = cms::add_time_stamp(first, second);
});

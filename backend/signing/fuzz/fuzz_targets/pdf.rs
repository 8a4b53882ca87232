#![no_main]
//! PDF files from anybody: every signature, every revision.
use chrono::DateTime;
use congvu_signing::pades;
use congvu_signing::trust::TrustStore;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let at = DateTime::from_timestamp(1_770_000_000, 0).unwrap_or_default();
    let _ = pades::verify(data, &TrustStore::default(), at);
    let _ = pades::contents(data);
});

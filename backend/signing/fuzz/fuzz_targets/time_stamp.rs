#![no_main]
//! Tokens, responses and requests of time-stamp authorities.
use std::sync::OnceLock;

use chrono::DateTime;
use congvu_signing::pilot_ca::{PilotCa, PilotCaConfig};
use congvu_signing::software_key::SoftwareKey;
use congvu_signing::trust::TrustStore;
use congvu_signing::tsp::{self, Tsa};
use libfuzzer_sys::fuzz_target;

fn authority() -> &'static Tsa {
    static AUTHORITY: OnceLock<Tsa> = OnceLock::new();
    AUTHORITY.get_or_init(|| {
        let at = DateTime::from_timestamp(1_770_000_000, 0).unwrap();
        let config = PilotCaConfig {
            organisation: "fuzz".into(),
            crl_base_url: "http://127.0.0.1".into(),
        };
        let ca = PilotCa::create(config, at).unwrap();
        let key = SoftwareKey::generate_p256().unwrap();
        let leaf = ca.issue_tsa(&key.public_key(), [1; 16], at).unwrap();
        Tsa::new(Box::new(key), ca.chain(&leaf), "1.3.6.1.3.1").unwrap()
    })
}

fuzz_target!(|data: &[u8]| {
    let at = DateTime::from_timestamp(1_770_000_000, 0).unwrap_or_default();
    let _ = tsp::verify(data, &[0; 32], &TrustStore::default(), at);
    if let Ok(request) = tsp::request(&[0; 32], [7; 16]) {
        let _ = tsp::token_of_response(data, &request);
    }
    let _ = authority().respond(data, [9; 16], at);
});

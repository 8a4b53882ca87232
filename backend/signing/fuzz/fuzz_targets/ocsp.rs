#![no_main]
//! OCSP answers from anybody, and questions to our own authority.
use std::sync::OnceLock;

use chrono::DateTime;
use congvu_signing::ocsp;
use congvu_signing::pilot_ca::{PilotCa, PilotCaConfig};
use libfuzzer_sys::fuzz_target;

fn authority() -> &'static PilotCa {
    static AUTHORITY: OnceLock<PilotCa> = OnceLock::new();
    AUTHORITY.get_or_init(|| {
        let config = PilotCaConfig {
            organisation: "fuzz".into(),
            crl_base_url: "http://127.0.0.1".into(),
        };
        PilotCa::create(config, DateTime::from_timestamp(1_770_000_000, 0).unwrap()).unwrap()
    })
}

fuzz_target!(|data: &[u8]| {
    let at = DateTime::from_timestamp(1_770_000_000, 0).unwrap_or_default();
    let ca = authority();
    let _ = ocsp::read(data, ca.issuing_der(), ca.root_der());
    let _ = ocsp::next_update(data);
    let _ = ca.ocsp_response(data, &[], |_| true, at);
});

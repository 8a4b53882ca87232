#![no_main]
//! Certificates, lists and PEM files from anybody.
use chrono::DateTime;
use congvu_signing::certificate::{self, CertificateInfo};
use congvu_signing::trust::{AnchorLevel, TrustStore};
use congvu_signing::verify;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let at = DateTime::from_timestamp(1_770_000_000, 0).unwrap_or_default();
    let _ = CertificateInfo::parse(data);
    let _ = certificate::public_key(data);
    let _ = certificate::crl_urls(data);
    let _ = certificate::ocsp_urls(data);
    let _ = certificate::issuer_urls(data);
    let mut trust = TrustStore::default();
    if let Ok(text) = std::str::from_utf8(data) {
        let _ = trust.add_pem(text, AnchorLevel::Public);
    }
    trust.crls.push(data.to_vec());
    let _ = verify::anchor_of(data, &[data.to_vec()], &trust, at);
});

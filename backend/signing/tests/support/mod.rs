//! A pilot authority, people with keys, and content to sign.

#![expect(dead_code, reason = "each test binary uses a part")]

use std::path::PathBuf;
use std::sync::OnceLock;

use chrono::{DateTime, TimeDelta, Utc};
use congvu_signing::pilot_ca::{
    PersonSubject, PilotCa, PilotCaConfig, RevocationReason, RevokedCertificate,
};
use congvu_signing::software_key::SoftwareKey;
use congvu_signing::trust::TrustStore;
use congvu_signing::tsp::Tsa;
use congvu_signing::{certificate::CertificateInfo, cms};
use sha2::{Digest, Sha256};

pub mod pdf;
pub mod tokens;

pub const CONTENT: &[u8] = "Quyết định phê duyệt hồ sơ 001".as_bytes();

/// 2026-03-02 09:00:00 in Hanoi.
pub fn now() -> DateTime<Utc> {
    "2026-03-02T02:00:00Z".parse().unwrap()
}

pub fn config() -> PilotCaConfig {
    PilotCaConfig {
        organisation: "UBND tỉnh Thử Nghiệm".into(),
        crl_base_url: "http://127.0.0.1:8080/ca".into(),
    }
}

pub fn ca() -> &'static PilotCa {
    static CA: OnceLock<PilotCa> = OnceLock::new();
    CA.get_or_init(|| PilotCa::create(config(), now()).unwrap())
}

pub struct Person {
    pub key: SoftwareKey,
    pub der: Vec<u8>,
}

pub fn subject(name: &str) -> PersonSubject {
    PersonSubject {
        common_name: name.into(),
        unit: Some("Sở Nội vụ".into()),
        uid: "CCCD:079012345678".into(),
    }
}

impl Person {
    pub fn enrol(key: SoftwareKey, name: &str, serial: u8) -> Self {
        let request = key.csr("từ trình duyệt").unwrap();
        let der = ca()
            .issue_person(&request, &subject(name), [serial; 16], now(), 365)
            .unwrap();
        Self { key, der }
    }

    pub fn rsa() -> Self {
        Self::enrol(SoftwareKey::generate_rsa().unwrap(), "Nguyễn Văn Được", 1)
    }

    pub fn p256() -> Self {
        Self::enrol(SoftwareKey::generate_p256().unwrap(), "Trần Thị Ưng", 2)
    }

    pub fn serial_hex(&self) -> String {
        CertificateInfo::parse(&self.der).unwrap().serial_hex
    }

    pub fn revoked(&self, at: DateTime<Utc>) -> RevokedCertificate {
        RevokedCertificate {
            serial_hex: self.serial_hex(),
            at,
            reason: RevocationReason::KeyCompromise,
        }
    }

    /// A CAdES signature with signing time over `content`.
    pub fn sign(&self, content: &[u8]) -> Vec<u8> {
        self.sign_digest(&digest(content), Some(now()))
    }

    pub fn sign_digest(&self, digest: &[u8; 32], time: Option<DateTime<Utc>>) -> Vec<u8> {
        let prepared = cms::prepare(digest, &self.der, time).unwrap();
        let signature = self.key.sign(&prepared.attributes).unwrap();
        cms::assemble(
            &prepared.attributes,
            self.key.algorithm(),
            &signature,
            &ca().chain(&self.der),
        )
        .unwrap()
    }
}

pub fn digest(content: &[u8]) -> [u8; 32] {
    Sha256::digest(content).into()
}

/// Trusts the pilot authority, with lists of today.
pub fn trust() -> TrustStore {
    trust_with(&[], now())
}

pub fn trust_with(revoked: &[RevokedCertificate], issued: DateTime<Utc>) -> TrustStore {
    ca().trust_store(ca().crls(revoked, 1, issued).unwrap())
        .unwrap()
}

pub const TSA_POLICY: &str = "1.3.6.1.4.1.99999.3161";

/// The pilot's own time-stamp authority.
pub fn tsa() -> &'static Tsa {
    static TSA: OnceLock<Tsa> = OnceLock::new();
    TSA.get_or_init(|| {
        let key = SoftwareKey::generate_p256().unwrap();
        let der = ca().issue_tsa(&key.public_key(), [8; 16], now()).unwrap();
        Tsa::new(Box::new(key), ca().chain(&der), TSA_POLICY).unwrap()
    })
}

/// The signature with a time stamp of `at`.
pub fn stamped(signature: &[u8], at: DateTime<Utc>) -> Vec<u8> {
    let imprint = cms::signature_imprint(signature).unwrap();
    let token = tsa().stamp(&imprint, [6; 16], at).unwrap();
    cms::add_time_stamp(signature, &token).unwrap()
}

pub fn later(days: i64) -> DateTime<Utc> {
    now() + TimeDelta::days(days)
}

/// An empty folder of this name for one test.
pub fn folder(name: &str) -> PathBuf {
    // Examples have no folder of their own.
    let folder = option_env!("CARGO_TARGET_TMPDIR").map_or_else(std::env::temp_dir, PathBuf::from);
    let path = folder.join(name);
    if path.exists() {
        std::fs::remove_dir_all(&path).unwrap();
    }
    std::fs::create_dir_all(&path).unwrap();
    path
}

//! Time stamps on signatures, from the built-in authority or from the one that the settings name.

use std::io::Read as _;
use std::time::Duration;

use congvu_db::{AnyConnection, ValidationData};
use congvu_domain::payload::sha256_hex;
use congvu_signing::cms;
use congvu_signing::dss::Evidence;
use congvu_signing::trust::TrustStore;
use congvu_signing::tsp::{self, VerifiedTimestamp};

use super::fetch::{agent, refresh};
use crate::error::{ApiError, Code, said};
use crate::installation::TimeStampFile;
use crate::services::Services;

/// A token with its certificates is a few kilobytes.
const LARGEST: u64 = 256 * 1024;

/// Who stamps.
#[derive(Clone, Debug)]
pub enum StampAuthority {
    /// The built-in one: at once, and worth a trial.
    BuiltIn,
    /// Another, over HTTP: it may be slow or away, so signatures wait for it.
    Remote { url: String, timeout: Duration },
}

/// Why there is no stamp now.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StampError {
    #[error("the time-stamp authority does not answer: {0}")]
    Away(String),
    #[error("the time-stamp authority's answer is not acceptable: {0}")]
    Refused(String),
}

impl StampAuthority {
    /// As the settings say.
    pub fn of(file: &TimeStampFile) -> Self {
        match &file.url {
            None => Self::BuiltIn,
            Some(url) => Self::Remote {
                url: url.clone(),
                timeout: Duration::from_secs(file.timeout_seconds),
            },
        }
    }

    /// Answers at once and never fails to.
    pub fn is_built_in(&self) -> bool {
        matches!(self, Self::BuiltIn)
    }
}

impl Services {
    /// A token over a SHA-256, now; call it outside of a transaction unless the authority is the built-in one.
    ///
    /// # Errors
    /// The authority is away, or it refused.
    pub fn stamp(&self, imprint: &[u8; 32]) -> Result<Vec<u8>, StampError> {
        let random = || crate::random::bytes().map_err(|error| StampError::Away(error.to_string()));
        match &self.stamps {
            StampAuthority::BuiltIn => self
                .authority
                .stamping(self.now())
                .map_err(|error| StampError::Away(error.to_string()))?
                .tsa
                .stamp(imprint, random()?, self.now())
                .map_err(|error| StampError::Refused(error.to_string())),
            StampAuthority::Remote { url, timeout } => {
                let refused = |error: tsp::TspError| StampError::Refused(error.to_string());
                let request = tsp::request(imprint, random()?).map_err(refused)?;
                let answer = agent(*timeout)
                    .post(url)
                    .content_type("application/timestamp-query")
                    .send(&request.der)
                    .map_err(|error| StampError::Away(error.to_string()))?;
                let mut response = Vec::new();
                answer
                    .into_body()
                    .into_reader()
                    .take(LARGEST)
                    .read_to_end(&mut response)
                    .map_err(|error| StampError::Away(error.to_string()))?;
                tsp::token_of_response(&response, &request).map_err(refused)
            }
        }
    }

    /// The CMS with a time stamp over its signature, from the built-in authority; `None` where another one stamps.
    ///
    /// # Errors
    /// The authority's own key fails.
    pub fn stamp_at_once(&self, signature: &[u8]) -> Result<Option<Vec<u8>>, ApiError> {
        if !self.stamps.is_built_in() {
            return Ok(None);
        }
        let imprint = cms::signature_imprint(signature).map_err(ApiError::internal)?;
        let token = self.stamp(&imprint).map_err(ApiError::internal)?;
        cms::add_time_stamp(signature, &token)
            .map(Some)
            .map_err(ApiError::internal)
    }

    /// A verified token over a SHA-256; asks the authority and for its revocation data, so outside of transactions.
    ///
    /// # Errors
    /// 503 where the authority does not answer acceptably.
    pub fn fresh_stamp(&self, imprint: &[u8; 32]) -> Result<FreshStamp, ApiError> {
        let token = self.stamp(imprint).map_err(away)?;
        let chain = cms::chain(&token).map_err(ApiError::internal)?;
        if !self.stamps.is_built_in() {
            refresh(self, &chain)?;
        }
        let trust = self
            .database
            .read(|connection| self.trust(connection, &chain))?;
        self.judged_stamp(token, imprint, &trust)
    }

    /// As [`Services::fresh_stamp`] by the built-in authority, within a transaction.
    ///
    /// # Errors
    /// The authority's own key fails.
    pub fn fresh_stamp_within(
        &self,
        connection: &mut AnyConnection,
        imprint: &[u8; 32],
    ) -> Result<FreshStamp, ApiError> {
        let token = self.stamp(imprint).map_err(away)?;
        let trust = self.trust(connection, &[])?;
        self.judged_stamp(token, imprint, &trust)
    }

    fn judged_stamp(
        &self,
        token: Vec<u8>,
        imprint: &[u8; 32],
        trust: &TrustStore,
    ) -> Result<FreshStamp, ApiError> {
        let verified = tsp::verify(&token, imprint, trust, self.now())
            .map_err(|error| away(StampError::Refused(error.to_string())))?;
        Ok(FreshStamp { token, verified })
    }

    /// Evidence as it is kept.
    pub fn validation_rows(&self, evidence: &Evidence) -> Vec<ValidationData> {
        let now = self.now();
        [
            ("certificate", &evidence.certificates),
            ("crl", &evidence.crls),
            ("ocsp", &evidence.ocsps),
        ]
        .into_iter()
        .flat_map(|(kind, items)| items.iter().map(move |der| (kind, der)))
        .map(|(kind, der)| ValidationData {
            sha256: sha256_hex(der),
            kind: kind.to_owned(),
            der: der.clone(),
            fetched_at: now.into(),
        })
        .collect()
    }

    /// What a time stamp is judged by today: its chain with the revocation data at hand.
    ///
    /// # Errors
    /// The database cannot be used.
    pub fn evidence_of_stamp(&self, token: &[u8]) -> Result<Evidence, ApiError> {
        self.evidence_of_chain(cms::chain(token).map_err(ApiError::internal)?)
    }

    /// What a chain, the signer's certificate first, is judged by today.
    ///
    /// # Errors
    /// The database cannot be used.
    pub fn evidence_of_chain(&self, chain: Vec<Vec<u8>>) -> Result<Evidence, ApiError> {
        refresh(self, &chain)?;
        let trust = self
            .database
            .read(|connection| self.trust(connection, &chain))?;
        Ok(Evidence {
            certificates: chain,
            crls: trust.crls,
            ocsps: trust.ocsps,
        })
    }
}

/// A token that was verified.
pub struct FreshStamp {
    pub token: Vec<u8>,
    pub verified: VerifiedTimestamp,
}

fn away(error: StampError) -> ApiError {
    log::warn!("{error}");
    ApiError::new(
        Code::Unavailable,
        said(
            "Đơn vị cấp dấu thời gian không trả lời; hệ thống sẽ tự thử lại.",
            "The time-stamp authority does not answer; it is asked again.",
        ),
    )
}

//! Issuing certificates to persons and to the body itself.

use chrono::{DateTime, TimeDelta, Utc};

use super::{PilotCa, PilotCaError, csr, profile};
use crate::certificate::CertificateInfo;
use crate::software_key::SoftwareKey;

const SEAL_DAYS: u32 = 5 * 365;
const TIME_STAMPING_DAYS: u32 = 5 * 365;
/// Short, since nothing revokes it.
const RESPONDER_DAYS: u32 = 90;
const SEAL_UNIT: &str = "Con dấu điện tử thử nghiệm";

/// Who a certificate is for, taken from our own records and never from the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonSubject {
    pub common_name: String,
    /// Organisational unit (phòng, sở), if any.
    pub unit: Option<String>,
    /// Attribute UID, e.g. `CCCD:0790…` or `ACCOUNT:…`.
    pub uid: String,
}

impl PilotCa {
    /// Issues a person's certificate for the key of a PKCS#10 request, after checking that the applicant holds the key.
    ///
    /// `serial` is 16 random bytes; the top two bits are overwritten, so read the final number from the certificate. The validity is in
    /// calendar days and never reaches beyond the issuing authority's own.
    pub fn issue_person(
        &self,
        csr_der: &[u8],
        subject: &PersonSubject,
        serial: [u8; 16],
        now: DateTime<Utc>,
        validity_days: u32,
    ) -> Result<Vec<u8>, PilotCaError> {
        let public_key = csr::public_key(csr_der)?;
        let name = profile::subject(
            &self.config.organisation,
            subject.unit.as_deref(),
            &subject.common_name,
            Some(&subject.uid),
        );
        let not_after = self.not_after(now, validity_days)?;
        self.sign(
            &profile::signer(name, serial, not_after, &self.config, now)?,
            &public_key,
        )
    }

    /// Makes an RSA-2048 key and a certificate of 5 years for the seal (con dấu điện tử) of a body.
    pub fn issue_seal(
        &self,
        organisation: &str,
        serial: [u8; 16],
        now: DateTime<Utc>,
    ) -> Result<(SoftwareKey, Vec<u8>), PilotCaError> {
        let key = SoftwareKey::generate_rsa()?;
        let name = profile::subject(
            &self.config.organisation,
            Some(SEAL_UNIT),
            organisation,
            None,
        );
        let not_after = self.not_after(now, SEAL_DAYS)?;
        let der = self.sign(
            &profile::signer(name, serial, not_after, &self.config, now)?,
            &key.public_key(),
        )?;
        Ok((key, der))
    }

    /// A certificate of 5 years for stamping time with the key of this DER SubjectPublicKeyInfo; for [`crate::tsp::Tsa`].
    pub fn issue_tsa(
        &self,
        public_key_spki: &[u8],
        serial: [u8; 16],
        now: DateTime<Utc>,
    ) -> Result<Vec<u8>, PilotCaError> {
        let not_after = self.not_after(now, TIME_STAMPING_DAYS)?;
        let profile = profile::time_stamping(serial, not_after, &self.config, now)?;
        self.sign(&profile, public_key_spki)
    }

    /// A certificate of 90 days for answering OCSP requests with the key of this DER SubjectPublicKeyInfo.
    pub fn issue_ocsp_responder(
        &self,
        public_key_spki: &[u8],
        serial: [u8; 16],
        now: DateTime<Utc>,
    ) -> Result<Vec<u8>, PilotCaError> {
        let not_after = self.not_after(now, RESPONDER_DAYS)?;
        let profile = profile::ocsp_responder(serial, not_after, &self.config, now)?;
        self.sign(&profile, public_key_spki)
    }

    pub(super) fn not_after(
        &self,
        now: DateTime<Utc>,
        days: u32,
    ) -> Result<DateTime<Utc>, PilotCaError> {
        if days == 0 {
            return Err(PilotCaError::EmptyValidity);
        }
        let own = CertificateInfo::parse(&self.issuing.der)?.not_after;
        Ok(own.min(now + TimeDelta::days(i64::from(days))))
    }
}

//! A new certificate for a holder whose old one runs out or whose key is lost.

use chrono::{DateTime, Utc};
use const_oid::db::rfc4519;
use der::{Decode, Encode};
use x509_cert::Certificate;
use x509_cert::ext::pkix::KeyUsage;

use super::{PilotCa, PilotCaError, csr, profile};
use crate::certificate::{CertificateError, text};
use crate::signed::Statement;

impl PilotCa {
    /// Issues a certificate with the subject of an earlier one from here, for the key of `csr_der` or, without one, for the same key.
    ///
    /// Whether the holder may still have it, and whether the old certificate is revoked (reason superseded) or left to expire, is for the
    /// caller. Serial number and validity as in [`PilotCa::issue_person`].
    ///
    /// # Errors
    /// The certificate is not one for signing documents from this authority, or the request is not in order.
    pub fn renew(
        &self,
        certificate_der: &[u8],
        csr_der: Option<&[u8]>,
        serial: [u8; 16],
        now: DateTime<Utc>,
        validity_days: u32,
    ) -> Result<Vec<u8>, PilotCaError> {
        let old = Certificate::from_der(certificate_der).map_err(CertificateError::from)?;
        if !self.issued(&old, certificate_der) {
            return Err(PilotCaError::NotOurs);
        }
        let public_key = match csr_der {
            Some(csr_der) => csr::public_key(csr_der)?,
            None => old
                .tbs_certificate
                .subject_public_key_info
                .to_der()
                .map_err(CertificateError::from)?,
        };
        let subject = &old.tbs_certificate.subject;
        let name = profile::subject(
            &text(subject, rfc4519::O).unwrap_or_else(|| self.config.organisation.clone()),
            text(subject, rfc4519::OU).as_deref(),
            &text(subject, rfc4519::CN).unwrap_or_default(),
            text(subject, rfc4519::UID).as_deref(),
        );
        let not_after = self.not_after(now, validity_days)?;
        self.sign(
            &profile::signer(name, serial, not_after, &self.config, now)?,
            &public_key,
        )
    }

    fn issued(&self, certificate: &Certificate, der: &[u8]) -> bool {
        let signs = matches!(certificate.tbs_certificate.get::<KeyUsage>(), Ok(Some((_, usage)))
            if usage.non_repudiation());
        let (Ok(issuer), Ok(statement)) = (
            Certificate::from_der(&self.issuing.der),
            Statement::read(der),
        ) else {
            return false;
        };
        signs && statement.is_signed_by(&issuer.tbs_certificate.subject_public_key_info)
    }
}

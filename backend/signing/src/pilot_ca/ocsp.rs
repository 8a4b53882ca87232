//! The authority's answers to OCSP requests.

use chrono::{DateTime, TimeDelta, Utc};
use const_oid::db::rfc5912::ID_KP_OCSP_SIGNING;
use der::{Decode, Encode};
use x509_cert::Certificate;
use x509_cert::ext::pkix::ExtendedKeyUsage;
use x509_cert::serial_number::SerialNumber;

use super::{Authority, PilotCa, PilotCaError, RevokedCertificate};
use crate::certificate::CertificateError;
use crate::ocsp::{Identity, Known, Refusal, refuse, respond};
use crate::signer::Signer;

/// Hours from an answer to its nextUpdate.
pub const OCSP_VALIDITY_HOURS: i64 = 24;

/// A key that answers for the issuing authority, with its certificate from [`PilotCa::issue_ocsp_responder`].
pub struct OcspResponder {
    signer: Box<dyn Signer>,
    der: Vec<u8>,
}

impl OcspResponder {
    /// # Errors
    /// The certificate is not for answering OCSP requests, or not for this key.
    pub fn new(signer: Box<dyn Signer>, certificate_der: Vec<u8>) -> Result<Self, PilotCaError> {
        let certificate =
            Certificate::from_der(&certificate_der).map_err(CertificateError::from)?;
        let body = &certificate.tbs_certificate;
        let may = matches!(body.get::<ExtendedKeyUsage>(), Ok(Some((_, purposes)))
            if purposes.0.contains(&ID_KP_OCSP_SIGNING));
        let key = body.subject_public_key_info.to_der();
        if may && key.is_ok_and(|key| key == signer.public_key()) {
            Ok(Self {
                signer,
                der: certificate_der,
            })
        } else {
            Err(PilotCaError::WrongResponder)
        }
    }
}

impl PilotCa {
    /// Answers a DER OCSPRequest with a DER OCSPResponse, a refusal included, signed by the authority that issued the certificate.
    ///
    /// `known` says whether a certificate of the issuing authority with this serial number exists, written as in
    /// [`crate::certificate::CertificateInfo::serial_hex`]; others are answered with "unknown".
    pub fn ocsp_response(
        &self,
        request_der: &[u8],
        revoked: &[RevokedCertificate],
        known: impl Fn(&str) -> bool,
        now: DateTime<Utc>,
    ) -> Vec<u8> {
        self.answer(None, request_der, revoked, &known, now)
            .unwrap_or_else(refuse)
    }

    /// As [`PilotCa::ocsp_response`], signed by `responder`, so that the key of the issuing authority is not needed. Questions about the
    /// issuing authority itself are answered by the root.
    pub fn ocsp_response_by(
        &self,
        responder: &OcspResponder,
        request_der: &[u8],
        revoked: &[RevokedCertificate],
        known: impl Fn(&str) -> bool,
        now: DateTime<Utc>,
    ) -> Vec<u8> {
        self.answer(Some(responder), request_der, revoked, &known, now)
            .unwrap_or_else(refuse)
    }

    fn answer(
        &self,
        responder: Option<&OcspResponder>,
        request_der: &[u8],
        revoked: &[RevokedCertificate],
        known: &dyn Fn(&str) -> bool,
        now: DateTime<Utc>,
    ) -> Result<Vec<u8>, Refusal> {
        let own_serials = self
            .issuing
            .all()
            .map(|der| Ok(Certificate::from_der(der)?.tbs_certificate.serial_number))
            .collect::<Result<Vec<_>, der::Error>>()
            .map_err(|_ignored| Refusal::InternalError)?;
        let about_people = |serial: &SerialNumber| {
            let serial = hex::encode(serial.as_bytes());
            match revoked.iter().find(|entry| entry.serial_hex == serial) {
                Some(entry) => Known::Revoked {
                    at: entry.at,
                    reason: entry.reason.on_list(),
                },
                None if known(&serial) => Known::Good,
                None => Known::Unknown,
            }
        };
        let about_authority = |serial: &SerialNumber| {
            if own_serials.contains(serial) {
                Known::Good
            } else {
                Known::Unknown
            }
        };
        let by_issuing = match responder {
            Some(delegate) => Identity {
                signer: delegate.signer.as_ref(),
                der: &delegate.der,
            },
            None => identity(&self.issuing),
        };
        let until = now + TimeDelta::hours(OCSP_VALIDITY_HOURS);
        respond(
            request_der,
            &[
                (&self.issuing.der, by_issuing, &about_people),
                (&self.root.der, identity(&self.root), &about_authority),
            ],
            now,
            until,
        )
    }
}

fn identity(authority: &Authority) -> Identity<'_> {
    Identity {
        signer: authority.issuer.key().signer(),
        der: &authority.der,
    }
}

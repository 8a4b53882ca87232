//! What a responder answers, and whether it may.

use chrono::{DateTime, Utc};
use const_oid::db::rfc5912::ID_KP_OCSP_SIGNING;
use const_oid::db::rfc6960::ID_PKIX_OCSP_NOCHECK;
use der::Decode;
use x509_cert::Certificate;
use x509_cert::ext::pkix::{ExtendedKeyUsage, KeyUsage};
use x509_ocsp::{BasicOcspResponse, OcspResponse, OcspResponseStatus, ResponderId};

use super::answer::time;
use super::certificate_id::{identifies, key_hash};
use super::{Answer, OcspError};
use crate::signed::Statement;
use crate::{instant, tlv};

/// Largest response that is read, in bytes.
const MAXIMUM_SIZE: usize = 1024 * 1024;
const BASIC: der::asn1::ObjectIdentifier = const_oid::db::rfc6960::ID_PKIX_OCSP_BASIC;

/// A BasicOCSPResponse with its exact bytes.
pub(crate) struct Response {
    der: Vec<u8>,
    basic: BasicOcspResponse,
    /// DER certificates that came along.
    certificates: Vec<Vec<u8>>,
}

/// Who signed a response, with the issuer's consent.
pub(crate) enum Responder {
    Issuer,
    /// A certificate from the same issuer for signing responses.
    Delegate {
        certificate: Box<Certificate>,
        /// Extension ocsp-nocheck: its issuer does not revoke it.
        no_check: bool,
    },
}

impl Responder {
    /// The delegate's certificate, where its own revocation is to be looked up.
    pub(crate) fn to_be_checked(&self) -> Option<&Certificate> {
        match self {
            Self::Delegate {
                certificate,
                no_check: false,
            } => Some(certificate),
            _ => None,
        }
    }
}

impl Response {
    /// Reads a DER OCSPResponse; nothing is verified.
    pub(crate) fn read(der: &[u8]) -> Result<Self, OcspError> {
        tlv::check(der, MAXIMUM_SIZE).map_err(|error| OcspError::Malformed(error.to_string()))?;
        let response = OcspResponse::from_der(der)?;
        if response.response_status != OcspResponseStatus::Successful {
            return Err(OcspError::Unsuccessful(format!(
                "{:?}",
                response.response_status
            )));
        }
        let bytes = response
            .response_bytes
            .filter(|bytes| bytes.response_type == BASIC)
            .ok_or_else(|| OcspError::Malformed("no basic response".to_owned()))?;
        let der = bytes.response.as_bytes().to_vec();
        tlv::check(&der, MAXIMUM_SIZE).map_err(|error| OcspError::Malformed(error.to_string()))?;
        let basic = BasicOcspResponse::from_der(&der)?;
        let certificates = match tlv::children(&der)?.get(3) {
            None => Vec::new(),
            Some(explicit) => {
                let sequence = tlv::contents(explicit)?;
                let found = tlv::children(sequence)?;
                found.into_iter().map(<[u8]>::to_vec).collect()
            }
        };
        Ok(Self {
            der,
            basic,
            certificates,
        })
    }

    /// What it says of a certificate; the newest where it says several things. Answers with critical extensions count as not given.
    pub(crate) fn answer(&self, subject: &Certificate, issuer: &Certificate) -> Option<Answer> {
        let serial = &subject.tbs_certificate.serial_number;
        let singles = self.basic.tbs_response_data.responses.iter();
        singles
            .filter(|single| single.cert_id.serial_number == *serial)
            .filter(|single| identifies(&single.cert_id, issuer))
            .filter(|single| {
                let mut extensions = single.single_extensions.iter().flatten();
                !extensions.any(|extension| extension.critical)
            })
            .map(Answer::of)
            .max_by_key(|answer| answer.this_update)
    }

    pub(crate) fn produced_at(&self) -> DateTime<Utc> {
        time(self.basic.tbs_response_data.produced_at)
    }

    pub(super) fn next_update(&self) -> Option<DateTime<Utc>> {
        let singles = self.basic.tbs_response_data.responses.iter();
        singles
            .filter_map(|single| single.next_update)
            .map(time)
            .min()
    }

    /// Who signed it, if the issuer itself or one whom it entrusted with that (RFC 6960 §4.2.2.2).
    pub(crate) fn responder(&self, issuer: &Certificate) -> Option<Responder> {
        let statement = Statement::read(&self.der).ok()?;
        if self.names(issuer)
            && statement.is_signed_by(&issuer.tbs_certificate.subject_public_key_info)
        {
            return Some(Responder::Issuer);
        }
        self.certificates.iter().find_map(|der| {
            let certificate = Certificate::from_der(der).ok()?;
            let signs = self.names(&certificate)
                && self.is_delegate(&certificate, der, issuer)
                && statement.is_signed_by(&certificate.tbs_certificate.subject_public_key_info);
            let mut extensions = certificate.tbs_certificate.extensions.iter().flatten();
            let no_check = extensions.any(|extension| extension.extn_id == ID_PKIX_OCSP_NOCHECK);
            signs.then(|| Responder::Delegate {
                certificate: Box::new(certificate),
                no_check,
            })
        })
    }

    fn names(&self, certificate: &Certificate) -> bool {
        match &self.basic.tbs_response_data.responder_id {
            ResponderId::ByName(name) => *name == certificate.tbs_certificate.subject,
            ResponderId::ByKey(hash) => hash.as_bytes() == key_hash(certificate),
        }
    }

    fn is_delegate(&self, certificate: &Certificate, der: &[u8], issuer: &Certificate) -> bool {
        let body = &certificate.tbs_certificate;
        let may = matches!(body.get::<ExtendedKeyUsage>(), Ok(Some((_, purposes)))
            if purposes.0.contains(&ID_KP_OCSP_SIGNING));
        let signs = match body.get::<KeyUsage>() {
            Ok(None) => true,
            Ok(Some((_, usage))) => usage.digital_signature(),
            Err(_) => false,
        };
        let valid = instant::from_x509(body.validity.not_before)
            ..=instant::from_x509(body.validity.not_after);
        may && signs
            && valid.contains(&self.produced_at())
            && body.issuer == issuer.tbs_certificate.subject
            && Statement::read(der).is_ok_and(|statement| {
                statement.is_signed_by(&issuer.tbs_certificate.subject_public_key_info)
            })
    }
}

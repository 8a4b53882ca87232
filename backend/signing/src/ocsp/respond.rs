//! Making answers.

use chrono::{DateTime, Utc};
use const_oid::db::rfc6960::{ID_PKIX_OCSP_ARCHIVE_CUTOFF, ID_PKIX_OCSP_NONCE};
use der::asn1::{BitString, GeneralizedTime, Null, OctetString};
use der::{Decode, Encode};
use x509_cert::Certificate;
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::CrlReason;
use x509_cert::serial_number::SerialNumber;
use x509_ocsp::{
    AsResponseBytes, BasicOcspResponse, CertStatus, OcspGeneralizedTime, OcspRequest, OcspResponse,
    OcspResponseStatus, ResponderId, ResponseData, RevokedInfo, SingleResponse, Version,
};

use super::certificate_id::{identifies, key_hash};
use crate::algorithm::normalise_signature;
use crate::cms::ToBeSigned;
use crate::signer::Signer;
use crate::{instant, tlv};

/// Largest request that is read, in bytes, and most certificates in one.
const MAXIMUM_SIZE: usize = 16 * 1024;
const MAXIMUM_COUNT: usize = 16;
/// Longest nonce that is repeated, in bytes (RFC 9654 allows 128).
const MAXIMUM_NONCE: usize = 130;

/// What an authority knows of one of its certificates.
pub(crate) enum Known {
    Good,
    Revoked {
        at: DateTime<Utc>,
        reason: Option<CrlReason>,
    },
    Unknown,
}

/// Who signs an answer.
#[derive(Clone, Copy)]
pub(crate) struct Identity<'a> {
    pub signer: &'a dyn Signer,
    /// DER certificate of that key.
    pub der: &'a [u8],
}

/// An issuer (DER certificate), who answers for it, and what it knows.
pub(crate) type Issuer<'a> = (&'a [u8], Identity<'a>, &'a dyn Fn(&SerialNumber) -> Known);

/// Why there is no answer (OCSPResponseStatus).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    MalformedRequest,
    InternalError,
    Unauthorized,
}

/// The DER OCSPResponse of a refusal.
pub(crate) fn refuse(refusal: Refusal) -> Vec<u8> {
    let status = match refusal {
        Refusal::MalformedRequest => OcspResponseStatus::MalformedRequest,
        Refusal::InternalError => OcspResponseStatus::InternalError,
        Refusal::Unauthorized => OcspResponseStatus::Unauthorized,
    };
    vec![0x30, 0x03, 0x0a, 0x01, status as u8]
}

/// Answers a DER OCSPRequest, all of whose certificates must be of one of these issuers.
pub(crate) fn respond(
    request_der: &[u8],
    issuers: &[Issuer<'_>],
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<u8>, Refusal> {
    tlv::check(request_der, MAXIMUM_SIZE).map_err(|_ignored| Refusal::MalformedRequest)?;
    let request = OcspRequest::from_der(request_der)
        .map_err(|_ignored| Refusal::MalformedRequest)?
        .tbs_request;
    let asked = request.request_list;
    let Some(first) = asked.first().filter(|_| asked.len() <= MAXIMUM_COUNT) else {
        return Err(Refusal::MalformedRequest);
    };
    let (issuer, identity, known) = issuers
        .iter()
        .find_map(|(der, identity, known)| {
            let certificate = Certificate::from_der(der).ok()?;
            identifies(&first.req_cert, &certificate).then_some((certificate, identity, known))
        })
        .ok_or(Refusal::Unauthorized)?;
    if !asked
        .iter()
        .all(|single| identifies(&single.req_cert, &issuer))
    {
        return Err(Refusal::Unauthorized);
    }
    let encode = || {
        let singles = asked.into_iter().map(|single| {
            let status = status(known(&single.req_cert.serial_number))?;
            Ok(SingleResponse {
                cert_id: single.req_cert,
                cert_status: status,
                this_update: time(now)?,
                next_update: Some(time(until)?),
                single_extensions: Some(vec![archive_cutoff(&issuer)?]),
            })
        });
        let nonce = request.request_extensions.into_iter().flatten();
        let nonce: Vec<Extension> = nonce
            .filter(|extension| extension.extn_id == ID_PKIX_OCSP_NONCE)
            .filter(|extension| extension.extn_value.as_bytes().len() <= MAXIMUM_NONCE)
            .take(1)
            .collect();
        sign(
            identity,
            singles.collect::<Result<_, der::Error>>()?,
            nonce,
            now,
        )
    };
    encode().map_err(|_ignored| Refusal::InternalError)
}

fn status(known: Known) -> Result<CertStatus, der::Error> {
    Ok(match known {
        Known::Good => CertStatus::good(),
        Known::Unknown => CertStatus::Unknown(Null),
        Known::Revoked { at, reason } => CertStatus::Revoked(RevokedInfo {
            revocation_time: time(at)?,
            revocation_reason: reason,
        }),
    })
}

/// Expired certificates are answered for as long as there is an issuer.
fn archive_cutoff(issuer: &Certificate) -> Result<Extension, der::Error> {
    let born = issuer.tbs_certificate.validity.not_before;
    let born = GeneralizedTime::from_unix_duration(born.to_unix_duration())?;
    Ok(Extension {
        extn_id: ID_PKIX_OCSP_ARCHIVE_CUTOFF,
        critical: false,
        extn_value: OctetString::new(born.to_der()?)?,
    })
}

fn time(at: DateTime<Utc>) -> Result<OcspGeneralizedTime, der::Error> {
    let time = GeneralizedTime::from_unix_duration(instant::since_epoch(at))?;
    Ok(OcspGeneralizedTime(time))
}

fn sign(
    identity: &Identity<'_>,
    responses: Vec<SingleResponse>,
    extensions: Vec<Extension>,
    now: DateTime<Utc>,
) -> Result<Vec<u8>, der::Error> {
    let certificate = Certificate::from_der(identity.der)?;
    let data = ResponseData {
        version: Version::V1,
        responder_id: ResponderId::ByKey(OctetString::new(key_hash(&certificate))?),
        produced_at: time(now)?,
        responses,
        response_extensions: (!extensions.is_empty()).then_some(extensions),
    };
    let algorithm = identity.signer.algorithm();
    let signature = identity
        .signer
        .sign(&ToBeSigned::new(data.to_der()?))
        .ok()
        .and_then(|raw| normalise_signature(algorithm, &raw).ok())
        .ok_or(der::ErrorKind::Failed)?;
    let response = BasicOcspResponse {
        tbs_response_data: data,
        signature_algorithm: algorithm.identifier(),
        signature: BitString::from_bytes(&signature)?,
        certs: Some(vec![certificate]),
    };
    OcspResponse {
        response_status: OcspResponseStatus::Successful,
        response_bytes: Some(response.to_response_bytes()?),
    }
    .to_der()
}

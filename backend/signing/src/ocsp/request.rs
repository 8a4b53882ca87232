//! What is asked of a responder.

use const_oid::db::rfc6960::ID_PKIX_OCSP_NONCE;
use der::asn1::OctetString;
use der::{Decode, Encode};
use x509_cert::Certificate;
use x509_cert::ext::Extension;
use x509_ocsp::{OcspRequest, Request, TbsRequest, Version};

use super::OcspError;
use super::certificate_id::certificate_id;

/// A DER OCSPRequest (media type `application/ocsp-request`) for a certificate, both DER. A nonce keeps an old answer from being replayed;
/// responders that sign in advance ignore it.
///
/// # Errors
/// A certificate cannot be read.
pub fn request(
    certificate: &[u8],
    issuer: &[u8],
    nonce: Option<[u8; 16]>,
) -> Result<Vec<u8>, OcspError> {
    let certificate = Certificate::from_der(certificate)?;
    let issuer = Certificate::from_der(issuer)?;
    let nonce = match nonce {
        Some(nonce) => Some(vec![nonce_extension(&nonce)?]),
        None => None,
    };
    let request = OcspRequest {
        tbs_request: TbsRequest {
            version: Version::V1,
            requestor_name: None,
            request_list: vec![Request {
                req_cert: certificate_id(&issuer, &certificate.tbs_certificate.serial_number)?,
                single_request_extensions: None,
            }],
            request_extensions: nonce,
        },
        optional_signature: None,
    };
    Ok(request.to_der()?)
}

pub(super) fn nonce_extension(nonce: &[u8]) -> Result<Extension, der::Error> {
    Ok(Extension {
        extn_id: ID_PKIX_OCSP_NONCE,
        critical: false,
        extn_value: OctetString::new(OctetString::new(nonce)?.to_der()?)?,
    })
}

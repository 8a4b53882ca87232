//! What is sent to a time-stamp authority.

use const_oid::db::rfc5912;
use der::Encode;
use der::asn1::{Any, Int, OctetString};
use spki::AlgorithmIdentifierOwned;
use x509_tsp::{MessageImprint, TimeStampReq, TspVersion};

use super::TspError;

/// A request (media type `application/timestamp-query`), kept until the answer is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeStampRequest {
    pub der: Vec<u8>,
    /// SHA-256 of what is to be stamped.
    pub imprint: [u8; 32],
    /// As it travels: the top two bits are overwritten.
    pub nonce: [u8; 16],
}

/// Asks for a time stamp over `imprint` (SHA-256) with the authority's certificate included. `nonce` is random; its top two bits are
/// overwritten so that it is a positive INTEGER of exactly 16 bytes.
///
/// # Errors
/// Only where DER cannot hold it, which does not happen.
pub fn request(imprint: &[u8; 32], mut nonce: [u8; 16]) -> Result<TimeStampRequest, TspError> {
    let [first, ..] = &mut nonce;
    *first = (*first & 0x7f) | 0x40;
    let request = TimeStampReq {
        version: TspVersion::V1,
        message_imprint: MessageImprint {
            hash_algorithm: AlgorithmIdentifierOwned {
                oid: rfc5912::ID_SHA_256,
                parameters: Some(Any::null()),
            },
            hashed_message: OctetString::new(imprint.as_slice())?,
        },
        req_policy: None,
        nonce: Some(Int::new(&nonce)?),
        cert_req: true,
        extensions: None,
    };
    Ok(TimeStampRequest {
        der: request.to_der()?,
        imprint: *imprint,
        nonce,
    })
}

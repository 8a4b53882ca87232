//! Answers without a time stamp.

use der::Encode;
use der::asn1::BitStringRef;

use super::response::{Response, Status};

/// PKIStatus `rejection`.
const REJECTION: u8 = 2;
/// A rejection without a reason: what is left if even the reason cannot be encoded.
const BARE_REJECTION: [u8; 7] = [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, REJECTION];

/// Why a request gets no time stamp; the value is the bit of PKIFailureInfo (RFC 3161 §2.4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    BadAlgorithm = 0,
    BadRequest = 2,
    BadDataFormat = 5,
    UnacceptedPolicy = 15,
    UnacceptedExtension = 16,
    SystemFailure = 25,
}

/// The DER TimeStampResp of a refusal.
pub(super) fn refuse(refusal: Refusal) -> Vec<u8> {
    let bit = refusal as usize;
    let octets: Vec<u8> = (0..=bit / 8)
        .map(|octet| {
            if octet == bit / 8 {
                0x80 >> (bit % 8)
            } else {
                0
            }
        })
        .collect();
    // A named bit list has no trailing zero bits in DER.
    let unused = 7 - u8::try_from(bit % 8).unwrap_or_default();
    let failure = BitStringRef::new(unused, &octets).ok();
    let response = Response {
        status: Status {
            status: REJECTION,
            text: None,
            failure,
        },
        token: None,
    };
    response
        .to_der()
        .unwrap_or_else(|_impossible| BARE_REJECTION.to_vec())
}

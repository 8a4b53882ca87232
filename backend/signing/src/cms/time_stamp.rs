//! The signature time stamp (dấu thời gian, CAdES-T): an unsigned attribute, put in after the signer has gone.

use der::Encode;
use der::asn1::ObjectIdentifier;
use sha2::{Digest, Sha256};

use super::{CmsError, parse};
use crate::{tlv, tsp};

/// id-aa-timeStampToken (RFC 3161 appendix A).
pub(crate) const SIGNATURE_TIME_STAMP: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
/// `[1] unsignedAttrs` of SignerInfo.
const UNSIGNED_ATTRIBUTES: u8 = 0xa1;

/// SHA-256 over the signature value of the only signer: what its time stamp covers.
///
/// # Errors
/// No CMS, or not exactly one signer.
pub fn signature_imprint(cms: &[u8]) -> Result<[u8; 32], CmsError> {
    let message = parse::read(cms)?;
    let signer = message.signer().map_err(CmsError::SignerCount)?;
    Ok(Sha256::digest(signer.signature.as_bytes()).into())
}

/// Adds `token` (DER or BER ContentInfo of an RFC 3161 authority) as the signature time stamp; earlier ones stay. The result is DER and
/// everything else in it keeps its bytes, so the signature is untouched.
///
/// # Errors
/// No CMS or no token, not exactly one signer, or a token over something other than this signature. Whether the token's authority is to be
/// trusted is for [`crate::verify`].
pub fn add_time_stamp(cms: &[u8], token: &[u8]) -> Result<Vec<u8>, CmsError> {
    let token = parse::definite(token)?;
    let stamped =
        tsp::imprint_of(&token).map_err(|error| CmsError::Malformed(error.to_string()))?;
    if stamped != signature_imprint(cms)? {
        return Err(CmsError::OtherTimeStamp);
    }
    let oid = SIGNATURE_TIME_STAMP.to_der()?;
    let attribute = tlv::wrap(SEQUENCE, &[oid, tlv::wrap(SET, &[&token])?])?;

    let cms = parse::definite(cms)?;
    let mut info = tlv::children(&cms)?;
    let content = info.pop().ok_or_else(incomplete)?;
    let signed_data = tlv::contents(content)?;
    let mut parts = tlv::children(signed_data)?;
    let signer = tlv::contents(parts.pop().ok_or_else(incomplete)?)?;
    let mut fields = tlv::children(signer)?;
    let mut attributes = Vec::new();
    if let Some(last) = fields.pop_if(|last| tlv::has_tag(last, UNSIGNED_ATTRIBUTES)) {
        attributes = tlv::children(last)?;
    }
    if !attributes.contains(&attribute.as_slice()) {
        attributes.push(&attribute);
    }
    // DER puts the elements of a SET OF in the order of their encodings.
    attributes.sort_unstable();
    let attributes = tlv::wrap(UNSIGNED_ATTRIBUTES, &attributes)?;
    fields.push(&attributes);
    let signers = tlv::wrap(SET, &[tlv::wrap(SEQUENCE, &fields)?])?;
    parts.push(&signers);
    let explicit = tlv::wrap(0xa0, &[tlv::wrap(SEQUENCE, &parts)?])?;
    info.push(&explicit);
    Ok(tlv::wrap(SEQUENCE, &info)?)
}

fn incomplete() -> CmsError {
    CmsError::Malformed("SignedData is incomplete".to_owned())
}

/// The signature time stamps of the only signer, each a ContentInfo.
///
/// # Errors
/// No CMS, or not exactly one signer.
pub fn time_stamp_tokens(cms: &[u8]) -> Result<Vec<Vec<u8>>, CmsError> {
    let message = parse::read(cms)?;
    let signer = message.signer().map_err(CmsError::SignerCount)?;
    Ok(tokens(signer)?)
}

pub(crate) fn tokens(signer: &cms::signed_data::SignerInfo) -> Result<Vec<Vec<u8>>, der::Error> {
    let attributes = signer.unsigned_attrs.iter().flat_map(|set| set.iter());
    attributes
        .filter(|attribute| attribute.oid == SIGNATURE_TIME_STAMP)
        .flat_map(|attribute| attribute.values.iter())
        .map(Encode::to_der)
        .collect()
}

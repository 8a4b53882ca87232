//! Reading CMS that others made.

use cms::content_info::ContentInfo;
use cms::signed_data::{SignedAttributes, SignedData};
use const_oid::db::rfc5911;
use der::Decode;
use der::asn1::{Any, ObjectIdentifier};

use crate::ber;

/// Reads a ContentInfo with SignedData, in DER or in BER.
pub(crate) fn signed_data(input: &[u8]) -> Result<SignedData, String> {
    let info = match ContentInfo::from_der(input) {
        Ok(info) => info,
        Err(strict) => {
            let definite = ber::to_definite(input).map_err(|error| error.to_string())?;
            ContentInfo::from_der(&definite).map_err(|error| format!("{strict}; {error}"))?
        }
    };
    if info.content_type != rfc5911::ID_SIGNED_DATA {
        return Err(format!(
            "content type {} is not SignedData",
            info.content_type
        ));
    }
    info.content
        .decode_as::<SignedData>()
        .map_err(|error| error.to_string())
}

/// An attribute that must occur once and have one value.
pub(crate) enum SingleValue<'a> {
    Missing,
    Repeated,
    One(&'a Any),
}

pub(crate) fn single(attributes: &SignedAttributes, oid: ObjectIdentifier) -> SingleValue<'_> {
    let mut found = attributes.iter().filter(|attribute| attribute.oid == oid);
    match (found.next(), found.next()) {
        (None, _) => SingleValue::Missing,
        (Some(attribute), None) if attribute.values.len() == 1 => attribute
            .values
            .get(0)
            .map_or(SingleValue::Missing, SingleValue::One),
        _ => SingleValue::Repeated,
    }
}

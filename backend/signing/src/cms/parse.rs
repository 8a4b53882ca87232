//! Reading CMS that others made.

use std::borrow::Cow;

use cms::content_info::ContentInfo;
use cms::signed_data::{SignedAttributes, SignedData, SignerInfo};
use const_oid::db::rfc5911;
use der::asn1::{Any, ObjectIdentifier};
use der::{Decode, Encode};

use crate::tlv::{self, Irregular};
use crate::{ber, cms::CmsError};

/// Largest CMS that is read, in bytes; the content may be inside.
const MAXIMUM_SIZE: usize = 32 * 1024 * 1024;
const SEQUENCE: u8 = 0x30;
/// `[0] certificates` and `[1] crls` of SignedData, `[1]` for other revocation information.
const CERTIFICATES: u8 = 0xa0;
const REVOCATION: u8 = 0xa1;
/// id-ri-ocsp-response (RFC 5940).
const OCSP_RESPONSE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.16.2");

/// A SignedData with the exact bytes of the certificates and revocation data that came with it.
pub(crate) struct Message {
    pub data: SignedData,
    pub certificates: Vec<Vec<u8>>,
    pub crls: Vec<Vec<u8>>,
    pub ocsps: Vec<Vec<u8>>,
}

/// Why something is no CMS signature.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ReadError {
    #[error("too large")]
    TooLarge,
    #[error("{0}")]
    Malformed(String),
}

impl From<Irregular> for ReadError {
    fn from(error: Irregular) -> Self {
        match error {
            Irregular::TooLarge => Self::TooLarge,
            Irregular::Malformed(error) => Self::Malformed(error.to_string()),
        }
    }
}

impl From<der::Error> for ReadError {
    fn from(error: der::Error) -> Self {
        Self::Malformed(error.to_string())
    }
}

impl From<ReadError> for CmsError {
    fn from(error: ReadError) -> Self {
        Self::Malformed(error.to_string())
    }
}

/// The input with definite lengths throughout, its structure bounded.
pub(crate) fn definite(input: &[u8]) -> Result<Cow<'_, [u8]>, ReadError> {
    match tlv::check(input, MAXIMUM_SIZE) {
        Ok(()) => Ok(Cow::Borrowed(input)),
        Err(Irregular::TooLarge) => Err(ReadError::TooLarge),
        Err(Irregular::Malformed(strict)) => {
            let definite = ber::to_definite(input).map_err(|error| match error {
                ber::NotBer::TooDeep => ReadError::TooLarge,
                ber::NotBer::Malformed => ReadError::Malformed(format!("{strict}; {error}")),
            })?;
            tlv::check(&definite, MAXIMUM_SIZE)?;
            Ok(Cow::Owned(definite))
        }
    }
}

/// Reads a ContentInfo with SignedData, in DER or in BER.
pub(crate) fn read(input: &[u8]) -> Result<Message, ReadError> {
    let der = definite(input)?;
    let info = ContentInfo::from_der(&der)?;
    if info.content_type != rfc5911::ID_SIGNED_DATA {
        return Err(ReadError::Malformed(format!(
            "content type {} is not SignedData",
            info.content_type
        )));
    }
    let mut message = Message {
        data: info.content.decode_as()?,
        certificates: Vec::new(),
        crls: Vec::new(),
        ocsps: Vec::new(),
    };
    for part in tlv::children(&info.content.to_der()?)? {
        if tlv::has_tag(part, CERTIFICATES) {
            let found = tlv::children(part)?.into_iter();
            message.certificates = found
                .filter(|choice| tlv::has_tag(choice, SEQUENCE))
                .map(<[u8]>::to_vec)
                .collect();
        } else if tlv::has_tag(part, REVOCATION) {
            message.collect_revocation(part)?;
        }
    }
    Ok(message)
}

impl Message {
    fn collect_revocation(&mut self, part: &[u8]) -> Result<(), der::Error> {
        for choice in tlv::children(part)? {
            if tlv::has_tag(choice, SEQUENCE) {
                self.crls.push(choice.to_vec());
            } else if let [format, value] = tlv::children(choice)?.as_slice()
                && ObjectIdentifier::from_der(format) == Ok(OCSP_RESPONSE)
            {
                self.ocsps.push(value.to_vec());
            }
        }
        Ok(())
    }

    /// The only signer, or how many there are.
    pub(crate) fn signer(&self) -> Result<&SignerInfo, usize> {
        let signers = &self.data.signer_infos.0;
        match (signers.get(0), signers.len()) {
            (Some(signer), 1) => Ok(signer),
            (_, count) => Err(count),
        }
    }
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

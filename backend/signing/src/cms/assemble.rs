//! Phase 2: the signature put into its envelope.

use cms::signed_data::SignedAttributes;
use const_oid::db::rfc5911;
use der::Decode;
use x509_cert::Certificate;

use super::envelope::{Content, Signed, envelope, read_chain};
use super::{Binding, CmsError, SigningCertificateV2, SingleValue, single};
use crate::algorithm::SignatureAlgorithm;

/// Builds the DER CMS from the stored `attributes` of [`super::prepare()`] and the raw signature over them (ECDSA as DER or r||s).
///
/// `chain` is leaf first; it must begin with the certificate the attributes were prepared for. The signature itself is not checked here:
/// verify the result before relying on it. A time stamp is added afterwards by [`super::add_time_stamp`].
pub fn assemble(
    attributes: &[u8],
    algorithm: SignatureAlgorithm,
    signature: &[u8],
    chain: &[Vec<u8>],
) -> Result<Vec<u8>, CmsError> {
    let attributes = SignedAttributes::from_der(attributes).map_err(CmsError::Attributes)?;
    let certificates = read_chain(chain)?;
    let (leaf, leaf_der) = certificates
        .first()
        .zip(chain.first())
        .ok_or(CmsError::NoCertificate)?;
    check_binding(&attributes, leaf, leaf_der)?;
    if SignatureAlgorithm::of_key(&leaf.tbs_certificate.subject_public_key_info)? != algorithm {
        return Err(CmsError::OtherAlgorithm(algorithm));
    }
    let signed = Signed {
        attributes,
        algorithm,
        signature,
        leaf,
    };
    envelope(signed, &Content::Detached, &certificates)
}

/// A mix-up of stored attributes and certificate would only show as an invalid signature; say it here.
fn check_binding(
    attributes: &SignedAttributes,
    leaf: &Certificate,
    leaf_der: &[u8],
) -> Result<(), CmsError> {
    let SingleValue::One(value) = single(attributes, rfc5911::ID_AA_SIGNING_CERTIFICATE_V_2) else {
        return Err(CmsError::OtherCertificate);
    };
    let named = value
        .decode_as::<SigningCertificateV2>()
        .map_err(CmsError::Attributes)?;
    if named.binds(leaf_der, leaf) == Binding::Same {
        Ok(())
    } else {
        Err(CmsError::OtherCertificate)
    }
}

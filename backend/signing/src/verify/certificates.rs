//! The certificates inside a CMS.

use cms::signed_data::SignerIdentifier;
use der::Decode;
use x509_cert::Certificate;
use x509_cert::ext::pkix::SubjectKeyIdentifier;

use super::VerifyError;

/// Most certificates that are taken out of one CMS.
const MAXIMUM_COUNT: usize = 64;

pub(super) struct Certificates {
    pub leaf: Certificate,
    pub leaf_der: Vec<u8>,
    /// DER of all but the signer's.
    pub others: Vec<Vec<u8>>,
}

/// Finds the signer's certificate among the others.
pub(super) fn split(
    certificates: Vec<Vec<u8>>,
    sid: &SignerIdentifier,
) -> Result<Certificates, VerifyError> {
    if certificates.len() > MAXIMUM_COUNT {
        return Err(VerifyError::TooLarge);
    }
    let mut leaf = None;
    let mut others = Vec::new();
    for der in certificates {
        match Certificate::from_der(&der) {
            Ok(certificate) if leaf.is_none() && identifies(sid, &certificate) => {
                leaf = Some((certificate, der));
            }
            _ => others.push(der),
        }
    }
    let (leaf, leaf_der) = leaf.ok_or(VerifyError::SignerCertificateMissing)?;
    Ok(Certificates {
        leaf,
        leaf_der,
        others,
    })
}

fn identifies(sid: &SignerIdentifier, certificate: &Certificate) -> bool {
    let body = &certificate.tbs_certificate;
    match sid {
        SignerIdentifier::IssuerAndSerialNumber(named) => {
            body.issuer == named.issuer && body.serial_number == named.serial_number
        }
        SignerIdentifier::SubjectKeyIdentifier(named) => {
            matches!(body.get::<SubjectKeyIdentifier>(), Ok(Some((_, identifier))) if identifier == *named)
        }
    }
}

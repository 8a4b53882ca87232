//! The certificates that came with a CMS, in order.

use der::Decode;
use x509_cert::Certificate;

use super::{CmsError, read, time_stamp_tokens};

/// DER certificates inside a CMS or time stamp, the signer's first, each followed by its issuer as far as they are there. Nothing is
/// verified: it is for fetching what a verification needs.
///
/// # Errors
/// It is no CMS, or its signer's certificate is not inside.
pub fn chain(cms: &[u8]) -> Result<Vec<Vec<u8>>, CmsError> {
    let message = read(cms)?;
    let mut left: Vec<(Certificate, &Vec<u8>)> = message
        .certificates
        .iter()
        .filter_map(|der| Some((Certificate::from_der(der).ok()?, der)))
        .collect();
    // A signer is nobody's issuer here.
    let first = left.iter().position(|(one, _)| {
        !left.iter().any(|(other, _)| {
            other.tbs_certificate.issuer == one.tbs_certificate.subject
                && other.tbs_certificate.serial_number != one.tbs_certificate.serial_number
        })
    });
    let mut chain = Vec::new();
    let mut next = first;
    while let Some(at) = next {
        let (current, der) = left.swap_remove(at);
        chain.push(der.clone());
        next = left
            .iter()
            .position(|(other, _)| other.tbs_certificate.subject == current.tbs_certificate.issuer);
    }
    if chain.is_empty() {
        return Err(CmsError::NoCertificate);
    }
    Ok(chain)
}

/// [`chain`] of a CMS and of each time stamp on its signature: everything whose revocation data a verification asks for.
///
/// # Errors
/// As there.
pub fn chains(cms: &[u8]) -> Result<Vec<Vec<Vec<u8>>>, CmsError> {
    let mut found = vec![chain(cms)?];
    for token in time_stamp_tokens(cms)? {
        found.push(chain(&token)?);
    }
    Ok(found)
}

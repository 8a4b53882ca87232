//! PEM text around DER.

use der::pem::{LineEnding, encode_string};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;

/// Wraps a DER certificate as a `CERTIFICATE` block.
pub fn certificate(der: &[u8]) -> Result<String, der::pem::Error> {
    encode_string("CERTIFICATE", LineEnding::LF, der)
}

/// Wraps a DER revocation list as an `X509 CRL` block.
pub fn crl(der: &[u8]) -> Result<String, der::pem::Error> {
    encode_string("X509 CRL", LineEnding::LF, der)
}

/// DER of the first `CERTIFICATE` block, where there is one.
pub fn first_certificate(pem: &[u8]) -> Option<Vec<u8>> {
    let found = CertificateDer::pem_slice_iter(pem).next()?.ok()?;
    Some(found.to_vec())
}

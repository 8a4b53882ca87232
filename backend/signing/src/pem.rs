//! PEM text around DER.

use der::pem::{LineEnding, encode_string};

/// Wraps a DER certificate as a `CERTIFICATE` block.
pub fn certificate(der: &[u8]) -> Result<String, der::pem::Error> {
    encode_string("CERTIFICATE", LineEnding::LF, der)
}

/// Wraps a DER revocation list as an `X509 CRL` block.
pub fn crl(der: &[u8]) -> Result<String, der::pem::Error> {
    encode_string("X509 CRL", LineEnding::LF, der)
}

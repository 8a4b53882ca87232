//! Base64 as services write it: with or without padding, line ends or PEM frame.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};

use super::RemoteError;

const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

pub(super) fn encode(bytes: &[u8]) -> String {
    LENIENT.encode(bytes)
}

pub(super) fn decode(text: &str) -> Result<Vec<u8>, RemoteError> {
    let body: String = text
        .lines()
        .filter(|line| !line.starts_with("-----"))
        .flat_map(str::split_whitespace)
        .collect();
    LENIENT
        .decode(body)
        .map_err(|error| RemoteError::Malformed(format!("base64: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_certificate_is_read() {
        let pem = "-----BEGIN CERTIFICATE-----\r\nAQID\r\nBA==\r\n-----END CERTIFICATE-----\r\n";
        for text in ["AQIDBA==", "AQIDBA", "AQID\nBA==", pem] {
            assert_eq!(decode(text).unwrap(), [1, 2, 3, 4], "{text}");
        }
        assert_eq!(decode("§").unwrap_err().code(), "malformed");
        assert_eq!(encode(&[1, 2, 3, 4]), "AQIDBA==");
    }
}

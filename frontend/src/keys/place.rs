//! Where keys are, in words.

use congvu_openapi::certificates::{Certificate, CertificateStatus, KeyPlace};

use super::base64;
use crate::components::IconName;
use crate::i18n::{Text, places};

/// The place in words.
#[must_use]
pub const fn words(place: KeyPlace) -> Text {
    match place {
        KeyPlace::Browser => places::BROWSER,
        KeyPlace::File => places::FILE,
        KeyPlace::Agent => places::AGENT,
        KeyPlace::Token => places::TOKEN,
        KeyPlace::Remote => places::REMOTE,
    }
}

/// The icon beside the words.
#[must_use]
pub const fn icon(place: KeyPlace) -> IconName {
    match place {
        KeyPlace::Browser => IconName::Browser,
        KeyPlace::File => IconName::File,
        KeyPlace::Agent => IconName::Usb,
        KeyPlace::Token => IconName::Server,
        KeyPlace::Remote => IconName::Phone,
    }
}

/// The server signs, with a key that it reaches.
#[must_use]
pub const fn is_at_server(place: KeyPlace) -> bool {
    matches!(place, KeyPlace::Token | KeyPlace::Remote)
}

/// It may sign now.
#[must_use]
pub fn may_sign(certificate: &Certificate) -> bool {
    certificate.status == CertificateStatus::Valid
}

/// The DER inside a PEM text; `None` where it is none.
#[must_use]
pub fn der_of_pem(pem: &str) -> Option<Vec<u8>> {
    let body: String = pem
        .lines()
        .skip_while(|line| !line.starts_with("-----BEGIN"))
        .skip(1)
        .take_while(|line| !line.starts_with("-----END"))
        .collect();
    base64::decode(&body).filter(|der| !der.is_empty())
}

#[cfg(test)]
mod tests {
    use super::der_of_pem;

    #[test]
    fn the_first_block_of_a_pem_text_is_read() {
        let pem = "subject=x\n-----BEGIN CERTIFICATE-----\nZm9v\nYmFy\n-----END CERTIFICATE-----\n-----BEGIN X-----\nAAAA\n-----END X-----\n";
        assert_eq!(der_of_pem(pem).as_deref(), Some(b"foobar".as_slice()));
        assert_eq!(der_of_pem(""), None);
    }
}

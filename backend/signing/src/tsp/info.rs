//! TSTInfo: what a time stamp says.

use chrono::{DateTime, NaiveDateTime, Utc};
use der::asn1::{Any, Int, ObjectIdentifier};
use der::{Decode, Sequence, Tag, Tagged};
use x509_cert::ext::Extensions;
use x509_tsp::{Accuracy, MessageImprint};

use super::TspError;
use crate::algorithm::DigestAlgorithm;
use crate::cms;

/// id-ct-TSTInfo (RFC 3161 §2.4.2).
pub(super) const TST_INFO: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");

/// As `x509_tsp::TstInfo`, which cannot hold the fractions of seconds that authorities write.
#[derive(Debug, Sequence)]
pub(super) struct Info {
    pub version: u8,
    pub policy: ObjectIdentifier,
    pub message_imprint: MessageImprint,
    pub serial_number: Int,
    pub gen_time: Any,
    #[asn1(optional = "true")]
    pub accuracy: Option<Accuracy>,
    #[asn1(default = "Default::default")]
    pub ordering: bool,
    #[asn1(optional = "true")]
    pub nonce: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub tsa: Option<Any>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    pub extensions: Option<Extensions>,
}

impl Info {
    /// Reads the content of a token.
    pub(super) fn read(der: &[u8]) -> Result<Self, TspError> {
        let info = Self::from_der(der)?;
        if info.version != 1 {
            return Err(TspError::Malformed(format!("version {}", info.version)));
        }
        let mut extensions = info.extensions.iter().flatten();
        match extensions.find(|extension| extension.critical) {
            None => Ok(info),
            Some(unknown) => Err(TspError::Malformed(format!(
                "unknown critical extension {}",
                unknown.extn_id
            ))),
        }
    }

    /// Reads the content of a token whose signature is not yet checked.
    pub(super) fn of_token(token: &[u8]) -> Result<Self, TspError> {
        let message = cms::read(token).map_err(|error| TspError::Malformed(error.to_string()))?;
        let content = message.data.encap_content_info;
        let octets = content
            .econtent
            .filter(|_| content.econtent_type == TST_INFO)
            .ok_or_else(|| TspError::Malformed("not a TSTInfo".to_owned()))?;
        Self::read(octets.decode_as::<der::asn1::OctetString>()?.as_bytes())
    }

    /// The time stamped, with the fraction given.
    pub(super) fn at(&self) -> Result<DateTime<Utc>, TspError> {
        let text = std::str::from_utf8(self.gen_time.value()).unwrap_or_default();
        let (seconds, fraction) = text
            .strip_suffix('Z')
            .map(|text| text.split_once('.').unwrap_or((text, "")))
            .unwrap_or_default();
        let digits = fraction.bytes().all(|byte| byte.is_ascii_digit()) && fraction.len() <= 9;
        let parsed = NaiveDateTime::parse_from_str(seconds, "%Y%m%d%H%M%S").ok();
        let nanoseconds = format!("{fraction:0<9}").parse().ok();
        parsed
            .zip(nanoseconds)
            .filter(|_| {
                digits && seconds.len() == 14 && self.gen_time.tag() == Tag::GeneralizedTime
            })
            .map(|(time, nanoseconds)| time.and_utc() + chrono::TimeDelta::nanoseconds(nanoseconds))
            .ok_or_else(|| TspError::Malformed(format!("time {text}")))
    }

    /// Whether it covers what has this SHA-256.
    pub(super) fn covers(&self, imprint: &[u8; 32]) -> Result<(), TspError> {
        self.covers_digest(|algorithm| (algorithm == DigestAlgorithm::Sha256).then_some(*imprint))
    }

    /// Whether it covers these octets, by whatever accepted hash.
    pub(super) fn covers_octets(&self, octets: &[u8]) -> Result<(), TspError> {
        self.covers_digest(|algorithm| Some(algorithm.digest(octets)))
    }

    fn covers_digest<T: AsRef<[u8]>>(
        &self,
        digest: impl Fn(DigestAlgorithm) -> Option<T>,
    ) -> Result<(), TspError> {
        let named = &self.message_imprint;
        let unsupported = || TspError::UnsupportedAlgorithm {
            oid: named.hash_algorithm.oid.to_string(),
        };
        let algorithm =
            DigestAlgorithm::of_identifier(named.hash_algorithm.oid).ok_or_else(unsupported)?;
        let expected = digest(algorithm).ok_or_else(unsupported)?;
        if named.hashed_message.as_bytes() == expected.as_ref() {
            Ok(())
        } else {
            Err(TspError::WrongImprint)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use der::asn1::OctetString;

    fn at(text: &str) -> Option<String> {
        let info = Info {
            version: 1,
            policy: TST_INFO,
            message_imprint: MessageImprint {
                hash_algorithm: spki::AlgorithmIdentifierOwned {
                    oid: TST_INFO,
                    parameters: None,
                },
                hashed_message: OctetString::new([1]).unwrap(),
            },
            serial_number: Int::new(&[1]).unwrap(),
            gen_time: Any::new(Tag::GeneralizedTime, text.as_bytes()).unwrap(),
            accuracy: None,
            ordering: false,
            nonce: None,
            tsa: None,
            extensions: None,
        };
        info.at().ok().map(|at| at.to_rfc3339())
    }

    #[test]
    fn times_may_have_fractions_and_nothing_else() {
        let cases = [
            ("20260302020000Z", Some("2026-03-02T02:00:00+00:00")),
            ("20260302020000.25Z", Some("2026-03-02T02:00:00.250+00:00")),
            ("20260302020000", None),
            ("20260302020000+0700", None),
            ("20261302020000Z", None),
            ("20260302020000.-1Z", None),
            ("202603020200Z", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(at(text).as_deref(), expected, "{text}");
        }
    }
}

//! What a time-stamp authority answers.

use der::asn1::{AnyRef, BitStringRef, Utf8StringRef};
use der::{Decode, Encode, Sequence};

use super::info::Info;
use super::{TimeStampRequest, TspError};

/// `granted` and `grantedWithMods`.
const GRANTED: u8 = 1;

/// TimeStampResp; the types of `x509-tsp` cannot hold every failure code.
#[derive(Sequence)]
pub(super) struct Response<'a> {
    pub status: Status<'a>,
    #[asn1(optional = "true")]
    pub token: Option<AnyRef<'a>>,
}

#[derive(Sequence)]
pub(super) struct Status<'a> {
    pub status: u8,
    #[asn1(optional = "true")]
    pub text: Option<Vec<Utf8StringRef<'a>>>,
    #[asn1(optional = "true")]
    pub failure: Option<BitStringRef<'a>>,
}

/// PKIFailureInfo as RFC 3161 uses it: the number of the bit and its name.
const FAILURES: [(usize, &str); 8] = [
    (0, "badAlg"),
    (2, "badRequest"),
    (5, "badDataFormat"),
    (14, "timeNotAvailable"),
    (15, "unacceptedPolicy"),
    (16, "unacceptedExtension"),
    (17, "addInfoNotAvailable"),
    (25, "systemFailure"),
];

impl Status<'_> {
    fn reason(&self) -> Option<String> {
        let said = self.text.iter().flatten().map(AsRef::<str>::as_ref);
        let failed = self.failure.iter().flat_map(|bits| {
            let set: Vec<bool> = bits.bits().collect();
            FAILURES
                .iter()
                .filter(move |(bit, _)| set.get(*bit) == Some(&true))
                .map(|(_, name)| *name)
        });
        let parts: Vec<&str> = failed.chain(said).collect();
        (!parts.is_empty()).then(|| parts.join(": "))
    }
}

/// Takes the token out of a DER TimeStampResp (media type `application/timestamp-reply`) and checks that it answers `request`: the status is
/// granted (also with modifications), imprint and nonce are the same. Who signed it is for [`super::verify()`].
///
/// # Errors
/// One reason a failure.
pub fn token_of_response(
    response_der: &[u8],
    request: &TimeStampRequest,
) -> Result<Vec<u8>, TspError> {
    let response = Response::from_der(response_der)?;
    let token = match response.token {
        Some(token) if response.status.status <= GRANTED => token.to_der()?,
        _ => {
            return Err(TspError::NotGranted {
                status: response.status.status,
                reason: response.status.reason(),
            });
        }
    };
    let info = Info::of_token(&token)?;
    info.covers(&request.imprint)?;
    if info
        .nonce
        .is_none_or(|nonce| nonce.as_bytes() != request.nonce)
    {
        return Err(TspError::WrongNonce);
    }
    Ok(token)
}

//! The API of the Cloud Signature Consortium, versions 1.0.4 and 2.0.

mod answers;
mod requests;
mod session;

use congvu_signing::digest_key::verify_digest;

use super::http::Http;
use super::{RemoteCertificate, RemoteError, Settings, SetupError, base64};
use answers::{CredentialInfo, CredentialList, Done, Sad, Signatures};
use requests::Requests;
pub use requests::Version;
use session::Session;

/// Credentials of one user that are looked at.
const MAXIMUM_CREDENTIALS: usize = 20;

/// A client of one service.
#[derive(Debug)]
pub struct Client {
    session: Session,
    requests: Requests,
}

impl Client {
    pub(super) fn new(settings: &Settings, version: Version) -> Result<Self, SetupError> {
        Ok(Self {
            session: Session::new(Http::new(settings)?, settings),
            requests: Requests(version),
        })
    }

    pub(super) fn certificates(&self, user: &str) -> Result<Vec<RemoteCertificate>, RemoteError> {
        let list: CredentialList = self
            .session
            .call("/credentials/list", &self.requests.list(user))?;
        let mut certificates = Vec::new();
        for credential in list.credentials.into_iter().take(MAXIMUM_CREDENTIALS) {
            let info = self.info(&credential)?;
            if !info.is_enabled() {
                continue;
            }
            certificates.push(RemoteCertificate {
                chain: info.chain()?,
                needs_otp: info.needs_otp(),
                at_once: info.multisign.max(1),
                label: info.description.unwrap_or_default(),
                credential,
            });
        }
        Ok(certificates)
    }

    pub(super) fn send_otp(&self, credential: &str) -> Result<(), RemoteError> {
        let (path, body) = self.requests.send_otp(credential);
        self.session.call::<Done>(path, &body).map(drop)
    }

    /// Authorises the digests and has them signed; a service that asks the phone answers when the user has consented.
    pub(super) fn sign(
        &self,
        credential: &str,
        digests: &[[u8; 32]],
        description: &str,
        otp: Option<&str>,
    ) -> Result<Vec<Vec<u8>>, RemoteError> {
        let info = self.info(credential)?;
        if !info.is_enabled() {
            return Err(RemoteError::Locked);
        }
        if digests.is_empty() || digests.len() > info.multisign.max(1) {
            return Err(RemoteError::Refused(format!(
                "one consent is for 1 to {} signatures",
                info.multisign.max(1)
            )));
        }
        if info.needs_otp() && otp.is_none() {
            return Err(RemoteError::WrongOtp);
        }
        let leaf = info.chain()?.into_iter().next().unwrap_or_default();
        let hashes: Vec<_> = digests
            .iter()
            .map(|digest| base64::encode(digest))
            .collect();
        let authorize = self
            .requests
            .authorize(credential, &hashes, description, otp);
        let sad: Sad = self.session.call("/credentials/authorize", &authorize)?;
        let sign = self
            .requests
            .sign_hash(credential, &hashes, &sad.sad, &leaf)?;
        let signed: Signatures = self.session.call("/signatures/signHash", &sign)?;
        let signatures = signed
            .signatures
            .iter()
            .map(|text| base64::decode(text))
            .collect::<Result<Vec<_>, _>>()?;
        let fits = signatures.len() == digests.len()
            && digests
                .iter()
                .zip(&signatures)
                .all(|(digest, signature)| verify_digest(&leaf, digest, signature));
        if fits {
            Ok(signatures)
        } else {
            Err(RemoteError::Malformed(
                "the signatures are not those asked for".to_owned(),
            ))
        }
    }

    fn info(&self, credential: &str) -> Result<CredentialInfo, RemoteError> {
        self.session
            .call("/credentials/info", &self.requests.info(credential))
    }
}

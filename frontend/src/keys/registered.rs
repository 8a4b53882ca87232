//! Certificates made elsewhere: registered, and proven with a first signature.

use congvu_openapi::certificates::{Certificate, KeyPlace, NewRegistration, Registration};
use congvu_openapi::signing::SigningResult;

use super::key_file::KeyFile;
use super::signing::{Hand, sign};
use super::{agent, base64, place};
use crate::api::{ApiError, certificates, signing};
use crate::i18n::{signing as words, t};

/// Registers the certificate of an opened file and signs the proof with its key.
///
/// # Errors
/// Where the server refuses either.
pub async fn register_file(file: KeyFile, label: String) -> Result<Certificate, ApiError> {
    let chain = file.chain.iter().map(|der| base64::encode(der)).collect();
    let registered = register(KeyPlace::File, label, chain).await?;
    prove(registered, &Hand::File(file)).await
}

/// Registers the certificate of the token behind the agent and signs the proof with its key.
///
/// # Errors
/// As [`register_file`], and where the agent or its user refuses.
pub async fn register_agent(address: String, label: String) -> Result<Certificate, ApiError> {
    let certificate = agent::certificate(&address).await?;
    let chain = vec![base64::encode(&certificate)];
    let registered = register(KeyPlace::Agent, label, chain).await?;
    prove(registered, &Hand::Agent(address)).await
}

/// The registration of a certificate that is registered but not proven, to be asked for again; `None` where the server
/// has to look for it anew, in its token or at the remote service.
#[must_use]
pub fn again(certificate: &Certificate) -> Option<NewRegistration> {
    let held_here = matches!(certificate.place, KeyPlace::File | KeyPlace::Agent);
    let der = place::der_of_pem(&certificate.pem).filter(|_| held_here)?;
    Some(NewRegistration {
        place: certificate.place,
        label: certificate.label.clone(),
        chain: vec![base64::encode(&der)],
        source: String::new(),
    })
}

async fn register(
    place: KeyPlace,
    label: String,
    chain: Vec<String>,
) -> Result<Registration, ApiError> {
    certificates::register(&NewRegistration {
        place,
        label,
        chain,
        source: String::new(),
    })
    .await
}

/// The certificate as it is after the proof.
async fn prove(registered: Registration, hand: &Hand) -> Result<Certificate, ApiError> {
    let _: SigningResult = sign(&registered.signing_request, hand).await?;
    let all = certificates::list().await?;
    let id = registered.certificate.id.clone();
    let proven = all.into_iter().find(|certificate| certificate.id == id);
    Ok(proven.unwrap_or(registered.certificate))
}

/// Whether an opened file has the key of this certificate.
///
/// # Errors
/// A mistake at `/file` where it is another's.
pub fn belongs(file: &KeyFile, certificate: &Certificate) -> Result<(), ApiError> {
    let wanted = place::der_of_pem(&certificate.pem);
    if wanted.is_some_and(|wanted| file.chain.contains(&wanted)) {
        return Ok(());
    }
    Err(ApiError::at(
        "file",
        "other_certificate",
        t(words::FILE_TITLE),
        t(words::FILE_OTHER),
    ))
}

/// Has the agent sign a whole file, and waits until it is back at the server.
///
/// # Errors
/// Where the agent refuses, or the file does not come back within a minute.
pub async fn sign_whole_file(
    address: &str,
    request_id: &str,
    arrived: &super::signing::ArrivedFn,
) -> Result<SigningResult, ApiError> {
    let links = signing::file_links(request_id).await?;
    agent::sign_file(address, &links).await?;
    for _ in 0..30 {
        if let Some(result) = arrived().await? {
            return Ok(result);
        }
        super::clock::sleep(2_000).await;
    }
    Err(ApiError::local(
        "agent_file_lost",
        t(words::AGENT_REFUSED),
        t(words::AGENT_FILE_LOST),
    ))
}

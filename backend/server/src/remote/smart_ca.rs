//! VNPT SmartCA: asynchronous, confirmed on the phone.

use serde::Deserialize;
use serde_json::{Value, json};

use super::http::Http;
use super::{Polled, RemoteCertificate, RemoteError, Secret, Settings, SetupError, base64};

/// Digests of one transaction; the service states no limit.
const AT_ONCE: usize = 100;

/// A client of the service.
#[derive(Debug)]
pub struct Client {
    http: Http,
    client_id: String,
    client_secret: Secret,
}

#[derive(Deserialize)]
struct Answer {
    status_code: u16,
    #[serde(default)]
    message: Option<String>,
    #[serde(default)]
    data: Value,
}

#[derive(Deserialize)]
struct Certificates {
    user_certificates: Vec<Certificate>,
}

#[derive(Deserialize)]
struct Certificate {
    serial_number: String,
    #[serde(default)]
    cert_subject: String,
    cert_data: String,
    #[serde(default)]
    chain_data: Option<Chain>,
}

#[derive(Deserialize)]
struct Chain {
    #[serde(default)]
    ca_cert: Option<String>,
    #[serde(default)]
    root_cert: Option<String>,
}

#[derive(Deserialize)]
struct Transaction {
    transaction_id: String,
}

#[derive(Deserialize)]
struct Status {
    #[serde(default)]
    signatures: Option<Vec<Signature>>,
}

#[derive(Deserialize)]
struct Signature {
    doc_id: String,
    signature_value: String,
}

impl Client {
    pub(super) fn new(settings: &Settings) -> Result<Self, SetupError> {
        Ok(Self {
            http: Http::new(settings)?,
            client_id: settings.client_id.clone(),
            client_secret: settings.client_secret.clone(),
        })
    }

    pub(super) fn certificates(&self, user: &str) -> Result<Vec<RemoteCertificate>, RemoteError> {
        let body = json!({
            "sp_id": self.client_id,
            "sp_password": self.client_secret.expose(),
            "user_id": user,
            "serial_number": "",
            "transaction_id": transaction_number()?,
        });
        let found: Certificates = self.call("/credentials/get_certificate", &body)?.data()?;
        found
            .user_certificates
            .into_iter()
            .map(Certificate::read)
            .collect()
    }

    /// The transaction to ask for.
    pub(super) fn begin(
        &self,
        user: &str,
        serial: &str,
        digests: &[[u8; 32]],
        description: &str,
    ) -> Result<String, RemoteError> {
        if digests.is_empty() || digests.len() > AT_ONCE {
            return Err(RemoteError::Refused(format!(
                "one consent is for 1 to {AT_ONCE} signatures"
            )));
        }
        let files: Vec<_> = digests
            .iter()
            .enumerate()
            .map(|(index, digest)| {
                json!({
                    "data_to_be_signed": hex::encode(digest),
                    "doc_id": document(index),
                    "file_type": "pdf",
                    "sign_type": "hash",
                })
            })
            .collect();
        let body = json!({
            "sp_id": self.client_id,
            "sp_password": self.client_secret.expose(),
            "user_id": user,
            "transaction_id": transaction_number()?,
            "transaction_desc": description,
            "serial_number": serial,
            "sign_files": files,
        });
        let begun: Transaction = self.call("/signatures/sign", &body)?.data()?;
        check_number(&begun.transaction_id)?;
        Ok(begun.transaction_id)
    }

    pub(super) fn poll(&self, transaction: &str) -> Result<Polled, RemoteError> {
        check_number(transaction)?;
        let path = format!("/signatures/sign/{transaction}/status");
        let answer = self.ask(&path, &json!({}))?;
        let message = answer.message.clone().unwrap_or_default();
        let says = |word: &str| message.to_uppercase().contains(word);
        if says("EXPIRED") || says("NOT_FOUND") {
            return Ok(Polled::Expired);
        }
        if says("REJECT") || says("DENIED") || says("CANCEL") {
            return Ok(Polled::Refused(message));
        }
        match answer.checked()?.data::<Option<Status>>()? {
            Some(Status {
                signatures: Some(signatures),
            }) if !signatures.is_empty() => in_order(signatures).map(Polled::Signed),
            _ => Ok(Polled::Waiting),
        }
    }

    fn call(&self, path: &str, body: &Value) -> Result<Answer, RemoteError> {
        self.ask(path, body)?.checked()
    }

    fn ask(&self, path: &str, body: &Value) -> Result<Answer, RemoteError> {
        let answer = self.http.post(path, None, body)?;
        answer.json()
    }
}

impl Answer {
    fn checked(self) -> Result<Self, RemoteError> {
        let message = self.message.clone().unwrap_or_default();
        match self.status_code {
            200 => Ok(self),
            401 | 403 => Err(RemoteError::ClientRefused),
            404 => Err(RemoteError::UnknownCredential),
            _ if message.contains("NOT_FOUND") => Err(RemoteError::UnknownCredential),
            status @ 500.. => Err(RemoteError::Unreachable(format!("{status} {message}"))),
            _ => Err(RemoteError::Refused(message)),
        }
    }

    fn data<T: serde::de::DeserializeOwned>(self) -> Result<T, RemoteError> {
        serde_json::from_value(self.data).map_err(|error| RemoteError::Malformed(error.to_string()))
    }
}

impl Certificate {
    fn read(self) -> Result<RemoteCertificate, RemoteError> {
        let above = self
            .chain_data
            .map(|chain| [chain.ca_cert, chain.root_cert]);
        let chain = std::iter::once(self.cert_data)
            .chain(above.into_iter().flatten().flatten())
            .map(|text| base64::decode(&text))
            .collect::<Result<_, _>>()?;
        Ok(RemoteCertificate {
            credential: self.serial_number,
            chain,
            label: self.cert_subject,
            needs_otp: false,
            at_once: AT_ONCE,
        })
    }
}

/// Names that sort as the digests do.
fn document(index: usize) -> String {
    format!("{index:05}")
}

fn in_order(mut signatures: Vec<Signature>) -> Result<Vec<Vec<u8>>, RemoteError> {
    signatures.sort_by(|one, other| one.doc_id.cmp(&other.doc_id));
    let complete = signatures
        .iter()
        .enumerate()
        .all(|(index, signature)| signature.doc_id == document(index));
    if !complete {
        return Err(RemoteError::Malformed(
            "signatures of other documents".to_owned(),
        ));
    }
    signatures
        .iter()
        .map(|signature| base64::decode(&signature.signature_value))
        .collect()
}

fn transaction_number() -> Result<String, RemoteError> {
    let bytes = crate::random::bytes::<16>()
        .map_err(|_generator| RemoteError::Unreachable("no randomness".to_owned()))?;
    Ok(hex::encode(bytes))
}

/// The number becomes part of a path.
fn check_number(number: &str) -> Result<(), RemoteError> {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !number.is_empty() && number.len() <= 100 && number.bytes().all(safe) {
        Ok(())
    } else {
        Err(RemoteError::Malformed("transaction number".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_come_back_in_the_order_of_the_digests() {
        let signature = |doc_id: &str, value: &str| Signature {
            doc_id: doc_id.to_owned(),
            signature_value: value.to_owned(),
        };
        let shuffled = vec![signature("00001", "Ag=="), signature("00000", "AQ==")];
        assert_eq!(in_order(shuffled).unwrap(), [vec![1], vec![2]]);
        let foreign = vec![signature("00001", "Ag==")];
        assert_eq!(in_order(foreign).unwrap_err().code(), "malformed");
    }

    #[test]
    fn a_number_cannot_lead_elsewhere() {
        assert_eq!(check_number("45bc-6387_A"), Ok(()));
        for number in ["", "../x", "a/b", "a?b", "a%2f", &"a".repeat(101)] {
            assert!(check_number(number).is_err(), "{number}");
        }
    }
}

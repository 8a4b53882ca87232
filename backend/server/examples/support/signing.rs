//! Somebody with a key: entering, signing, submitting.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_signing::software_key::SoftwareKey;
use serde_json::{Value, json};

use crate::http::{Client, text};

/// A client with a key and its certificate.
pub struct Signer {
    pub client: Client,
    key: SoftwareKey,
    pub certificate: String,
}

impl Signer {
    pub fn enrol(mut client: Client) -> anyhow::Result<Self> {
        let key = SoftwareKey::generate_p256()?;
        let body = json!({"csr": STANDARD.encode(key.csr("example")?), "label": "example"});
        let certificate = text(&client.post("/certificates", &body, "")?, "id")?;
        Ok(Self {
            client,
            key,
            certificate,
        })
    }

    /// Signs what a signing request asks for, in Base64.
    pub fn signature(&self, request: &Value) -> anyhow::Result<String> {
        let attributes = STANDARD.decode(text(request, "to_be_signed")?)?;
        Ok(STANDARD.encode(self.key.sign(&attributes)?))
    }

    /// Saves a first draft, signs and submits it; answers the submission.
    pub fn submit(&mut self, person: &str, document: &Value) -> anyhow::Result<String> {
        let path = format!("/people/{person}/draft");
        let put = self.client.agent.put(format!("{}{path}", self.client.base));
        self.client
            .send(put, &path, &json!({"document": document}), "\"0\"")?;
        let body = json!({"certificate_id": self.certificate});
        let request = self
            .client
            .post(&format!("{path}/signing-requests"), &body, "\"1\"")?;
        let body = json!({"signature": self.signature(&request)?});
        let finish = format!("/signing-requests/{}/signature", text(&request, "id")?);
        let result = self.client.post(&finish, &body, "")?;
        text(&result, "submission_id")
    }
}

//! Where keys may be in this installation: tokens of the server, the agent beside the browser, remote services.

use std::fs;
use std::sync::Arc;

use anyhow::Context as _;
use congvu_openapi::certificates as wire;
use congvu_signing::pkcs11::Module;

use crate::error::ApiError;
use crate::installation::{InstallationFile, TokenKeyFile};
use crate::remote::{Remote, Secret, Settings};
use crate::services::Services;

/// The places.
#[derive(Default)]
pub struct Places {
    /// Address of the agent, where it is offered.
    pub agent: Option<String>,
    pub tokens: Option<Tokens>,
    pub remote: Vec<RemotePlace>,
}

/// Tokens of the server.
pub struct Tokens {
    pub module: Arc<Module>,
    /// Labels of those whose keys people may register.
    pub labels: Vec<String>,
    pub seal: Option<TokenKeyFile>,
}

/// A remote signing service.
pub struct RemotePlace {
    pub key: String,
    pub name: String,
    pub client: Remote,
}

impl Places {
    /// As the settings say.
    ///
    /// # Errors
    /// The PKCS#11 module or a secret cannot be read.
    pub fn open(file: &InstallationFile) -> anyhow::Result<Self> {
        let tokens =
            match &file.tokens {
                None => None,
                Some(tokens) => Some(Tokens {
                    module: Arc::new(Module::load(&tokens.module).with_context(|| {
                        format!("the PKCS#11 module {}", tokens.module.display())
                    })?),
                    labels: tokens.labels.clone(),
                    seal: tokens.seal.clone(),
                }),
            };
        let remote = file
            .remote
            .iter()
            .map(|remote| {
                let secret = fs::read_to_string(&remote.client_secret_file).with_context(|| {
                    format!("the secret {}", remote.client_secret_file.display())
                })?;
                Ok(RemotePlace {
                    key: remote.key.clone(),
                    name: remote.name.clone(),
                    client: Remote::new(&Settings {
                        name: remote.name.clone(),
                        kind: remote.kind,
                        base_url: remote.base_url.clone(),
                        client_id: remote.client_id.clone(),
                        client_secret: Secret::new(secret.trim()),
                        ca_file: remote.ca_file.clone(),
                        timeout_seconds: remote.timeout_seconds,
                    })?,
                })
            })
            .collect::<anyhow::Result<_>>()?;
        Ok(Self {
            agent: file.agent.offered.then(|| file.agent.url.clone()),
            tokens,
            remote,
        })
    }

    /// The remote service with this key.
    pub fn remote(&self, key: &str) -> Option<&Remote> {
        self.remote
            .iter()
            .find(|place| place.key == key)
            .map(|place| &place.client)
    }

    /// The module, where people may register keys of this token.
    pub fn token(&self, label: &str) -> Option<&Arc<Module>> {
        let tokens = self.tokens.as_ref()?;
        tokens
            .labels
            .iter()
            .any(|known| known == label)
            .then_some(&tokens.module)
    }
}

/// The places as they are shown.
///
/// # Errors
/// The anchors cannot be read.
pub fn view(services: &Services) -> Result<wire::KeyPlaces, ApiError> {
    let places = &services.places;
    Ok(wire::KeyPlaces {
        browser: true,
        file: true,
        agent: places.agent.clone(),
        tokens: places
            .tokens
            .as_ref()
            .map(|tokens| tokens.labels.clone())
            .unwrap_or_default(),
        remote: places
            .remote
            .iter()
            .map(|remote| wire::RemoteService {
                key: remote.key.clone(),
                name: remote.name.clone(),
            })
            .collect(),
        anchors: services.anchors()?,
    })
}

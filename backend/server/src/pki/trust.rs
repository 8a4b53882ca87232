use std::collections::BTreeSet;
use std::fs;

use anyhow::Context as _;
use congvu_db::{AnyConnection, validation_data};
use congvu_domain::payload::sha256_hex;
use congvu_openapi::certificates as wire;
use congvu_signing::certificate::{crl_urls, ocsp_urls};
use congvu_signing::trust::{Anchor, AnchorLevel, TrustStore};

use crate::error::ApiError;
use crate::installation::TrustFile;
use crate::services::Services;
use crate::signing::level;

/// The anchors of this installation besides the pilot authority.
#[derive(Clone, Debug, Default)]
pub struct Trust {
    store: TrustStore,
}

impl Trust {
    /// Reads the anchors that the settings name.
    ///
    /// # Errors
    /// A file cannot be read or is not PEM.
    pub fn read(file: &TrustFile) -> anyhow::Result<Self> {
        let mut store = TrustStore {
            minimum_level: file.minimum_level,
            ..TrustStore::default()
        };
        for anchor in &file.anchors {
            let pem = fs::read_to_string(&anchor.file)
                .with_context(|| format!("cannot read the anchors {}", anchor.file.display()))?;
            store
                .add_pem(&pem, anchor.level)
                .with_context(|| format!("the anchors {}", anchor.file.display()))?;
        }
        Ok(Self { store })
    }

    /// Anchors that are at hand already.
    pub fn of(store: TrustStore) -> Self {
        Self { store }
    }

    /// Certificates that complete a chain, as far as they are known here.
    pub fn intermediates(&self) -> &[Vec<u8>] {
        &self.store.intermediates
    }
}

impl Services {
    /// What a signature with this chain (the signer's certificate first) is judged by, as of now: the anchors of the installation, the
    /// pilot authority with its lists, and whatever was fetched about this chain.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn trust(
        &self,
        connection: &mut AnyConnection,
        chain: &[Vec<u8>],
    ) -> Result<TrustStore, ApiError> {
        let crls = self.authority.crls(self, connection)?;
        let pilot = self
            .authority
            .ca()
            .trust_store(crls)
            .map_err(ApiError::internal)?;
        let mut store = self.trusted.store.clone();
        store.anchors.extend(pilot.anchors);
        store.intermediates.extend(pilot.intermediates);
        store.crls.extend(pilot.crls);
        for url in sources(chain) {
            if let Some(found) = validation_data::cached(connection, &url)? {
                match found.kind.as_str() {
                    "ocsp" => store.ocsps.push(found.der),
                    "crl" => store.crls.push(found.der),
                    _ => store.intermediates.push(found.der),
                }
            }
        }
        Ok(store)
    }

    /// The anchors as they are shown.
    ///
    /// # Errors
    /// The pilot authority's own certificate cannot be read.
    pub fn anchors(&self) -> Result<Vec<wire::TrustAnchor>, ApiError> {
        let pilot = self
            .authority
            .ca()
            .trust_store(Default::default())
            .map_err(ApiError::internal)?;
        let allowed = |anchor: &&Anchor| {
            self.trusted.store.minimum_level != Some(AnchorLevel::Official)
                || anchor.level == AnchorLevel::Official
        };
        Ok(self
            .trusted
            .store
            .anchors
            .iter()
            .chain(&pilot.anchors)
            .filter(allowed)
            .map(|anchor| wire::TrustAnchor {
                name: anchor.name.clone(),
                level: level(anchor.level),
                sha256: sha256_hex(&anchor.der),
            })
            .collect())
    }
}

/// The keys under which revocation data of a chain are kept, each once. Files come from anybody, so neither a certificate nor a file makes
/// us look for more than real ones name.
fn sources(chain: &[Vec<u8>]) -> BTreeSet<String> {
    const OF_ONE: usize = 4;
    const OF_ALL: usize = 200;
    let mut found = BTreeSet::new();
    for der in chain {
        let ocsp = ocsp_urls(der).unwrap_or_default().into_iter();
        let crl = crl_urls(der).unwrap_or_default().into_iter();
        let named = ocsp.take(OF_ONE).map(|url| ocsp_key(&url, der));
        for key in named.chain(crl.take(OF_ONE)) {
            if found.len() < OF_ALL {
                found.insert(key);
            }
        }
    }
    found
}

/// An OCSP answer is about one certificate.
pub fn ocsp_key(url: &str, der: &[u8]) -> String {
    format!("{url}#{}", sha256_hex(der))
}

//! The pilot authority: certificates, revocation lists, time stamps; and the seal key.

use std::cell::RefCell;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use congvu_db::{AnyConnection, Certificate, certificates};
use congvu_openapi::certificates::RevocationCode;
use congvu_signing::certificate::CertificateInfo;
use congvu_signing::pem;
use congvu_signing::pilot_ca::{PilotCa, PilotCaConfig, RevocationReason, RevokedCertificate};

use super::Trust;
use super::authority_key::AuthorityToken;
use super::held::{Held, Place, Stamping};
use super::own_keys::in_use;
use super::seal::{Seal, SealKey};
use crate::codes::variant;
use crate::error::ApiError;
use crate::places::Tokens;
use crate::services::Services;

/// Lists are made anew at least this often, and whenever a certificate is revoked.
const LIST_HOURS: i64 = 6;

/// Keys of the authority, of its time stamps and of the seal.
pub struct Authority {
    place: Place,
    held: RwLock<Arc<Held>>,
    /// The seal in a token, where the settings name one.
    token_seal: Option<Arc<Seal>>,
    lists: Mutex<Option<Lists>>,
}

#[derive(Clone)]
struct Lists {
    made_at: DateTime<Utc>,
    revoked: usize,
    crls: [Vec<u8>; 2],
}

impl Authority {
    /// Opens the authority under `dir`, or makes one there at the first start, with all keys in the folder.
    ///
    /// # Errors
    /// The folder cannot be read or written, or a key in it is damaged.
    pub fn open_or_create(
        dir: &Path,
        organisation: &str,
        public_url: &str,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Self> {
        Self::open_with(dir, organisation, public_url, now, None)
    }

    /// As [`Authority::open_or_create`], with keys of root and issuing authority in a token.
    ///
    /// # Errors
    /// As there; or the token is away, refuses its PIN, or has other keys than those certified.
    pub fn open_with(
        dir: &Path,
        organisation: &str,
        public_url: &str,
        now: DateTime<Utc>,
        token: Option<AuthorityToken>,
    ) -> anyhow::Result<Self> {
        let place = Place {
            dir: dir.to_owned(),
            config: PilotCaConfig {
                organisation: organisation.to_owned(),
                crl_base_url: format!("{public_url}/api/v1/pki"),
            },
            token,
        };
        let held = place.hold(now)?;
        Ok(Self {
            place,
            held: RwLock::new(Arc::new(held)),
            token_seal: None,
            lists: Mutex::new(None),
        })
    }

    /// Lets succeed what ends soon: certificates of the authority itself, of its time stamps and of the seal. To be called now and then; it
    /// costs nothing while nothing is due.
    ///
    /// # Errors
    /// The folder cannot be written, or a token does not answer: then everything stays as it is.
    pub fn keep_up(&self, now: DateTime<Utc>) -> anyhow::Result<()> {
        if now < self.held().due {
            return Ok(());
        }
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        if now >= held.due {
            *held = Arc::new(self.place.hold(now)?);
            log::info!("the authority's own certificates were renewed");
        }
        Ok(())
    }

    fn held(&self) -> Arc<Held> {
        self.held
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The certificate authority.
    pub fn ca(&self) -> Arc<PilotCa> {
        self.held().ca.clone()
    }

    /// The built-in time-stamp authority as of now.
    ///
    /// # Errors
    /// It has no key, which opening does not let happen.
    pub fn stamping(&self, now: DateTime<Utc>) -> Result<Arc<Stamping>, ApiError> {
        in_use(&self.held().stamping, |one| &one.info, now)
            .cloned()
            .ok_or_else(|| ApiError::internal("no key for time stamps"))
    }

    /// The agency's seal as of now.
    ///
    /// # Errors
    /// It has no key, which opening does not let happen.
    pub fn seal(&self, now: DateTime<Utc>) -> Result<Arc<Seal>, ApiError> {
        if let Some(seal) = &self.token_seal {
            return Ok(seal.clone());
        }
        in_use(&self.held().sealing, |one| &one.info, now)
            .map(|one| one.seal.clone())
            .ok_or_else(|| ApiError::internal("no key for the seal"))
    }

    /// Seals with a key in a token from now on, as the settings say.
    ///
    /// # Errors
    /// The token or the certificate in it cannot be found.
    pub fn take_seal_from(&mut self, tokens: &Tokens, trusted: &Trust) -> anyhow::Result<()> {
        let Some(named) = &tokens.seal else {
            return Ok(());
        };
        let found = tokens.module.certificates(&named.token)?;
        let certificate = found
            .into_iter()
            .find(|certificate| certificate.label == named.key)
            .with_context(|| {
                format!("token “{}” has no certificate “{}”", named.token, named.key)
            })?;
        let mut chain = self.ca().chain(&certificate.der);
        chain.extend(trusted.intermediates().iter().cloned());
        self.token_seal = Some(Arc::new(Seal {
            key: SealKey::Token {
                module: tokens.module.clone(),
                token: named.token.clone(),
                key: named.key.clone(),
            },
            chain,
        }));
        Ok(())
    }

    /// Answers an OCSP request about certificates issued here.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn ocsp(
        &self,
        services: &Services,
        connection: &mut AnyConnection,
        request: &[u8],
    ) -> Result<Vec<u8>, ApiError> {
        let revoked = revoked(connection)?;
        let held = self.held();
        let token_seal = self
            .token_seal
            .as_ref()
            .and_then(|seal| CertificateInfo::parse(seal.der()).ok());
        let own: Vec<&str> = (held.stamping.iter().map(|one| &one.info))
            .chain(held.sealing.iter().map(|one| &one.info))
            .chain(&token_seal)
            .map(|info| info.serial_hex.as_str())
            .collect();
        let connection = RefCell::new(connection);
        let known = |serial: &str| {
            own.contains(&serial)
                || matches!(
                    certificates::with_serial(*connection.borrow_mut(), serial),
                    Ok(Some(_))
                )
        };
        let now = services.now();
        Ok(match &held.responder {
            None => held.ca.ocsp_response(request, &revoked, known, now),
            Some(by) => (held.ca).ocsp_response_by(by, request, &revoked, known, now),
        })
    }

    /// Revocation lists of the root and of the issuing authority, as of now.
    pub fn crls(
        &self,
        services: &Services,
        connection: &mut AnyConnection,
    ) -> Result<[Vec<u8>; 2], ApiError> {
        let entries = revoked(connection)?;
        let now = services.now();
        let mut lists = self.lists.lock().map_err(ApiError::internal)?;
        if let Some(made) = &*lists
            && made.revoked == entries.len()
            && (TimeDelta::zero()..TimeDelta::hours(LIST_HOURS)).contains(&(now - made.made_at))
        {
            return Ok(made.crls.clone());
        }
        let number = u64::try_from(now.timestamp_micros()).map_err(ApiError::internal)?;
        let crls = self
            .ca()
            .crls(&entries, number, now)
            .map_err(ApiError::internal)?;
        *lists = Some(Lists {
            made_at: now,
            revoked: entries.len(),
            crls: crls.clone(),
        });
        Ok(crls)
    }

    /// The trust anchors, PEM, the newest first.
    pub fn anchors_pem(&self) -> Result<String, ApiError> {
        let ca = self.ca();
        let roots = ca.roots().into_iter().map(pem::certificate);
        roots.collect::<Result<_, _>>().map_err(ApiError::internal)
    }
}

/// Certificates of the pilot authority that no longer count.
fn revoked(connection: &mut AnyConnection) -> Result<Vec<RevokedCertificate>, ApiError> {
    certificates::revoked(connection)?
        .into_iter()
        .filter_map(|certificate| Some((certificate.revoked_at?.utc(), certificate)))
        .map(|(at, certificate)| {
            Ok(RevokedCertificate {
                at,
                reason: reason(&certificate)?,
                serial_hex: certificate.serial,
            })
        })
        .collect()
}

/// The reason as lists and answers name it.
fn reason(certificate: &Certificate) -> Result<RevocationReason, ApiError> {
    Ok(match variant(&certificate.revocation_code)? {
        RevocationCode::Unspecified => RevocationReason::Unspecified,
        RevocationCode::KeyCompromise => RevocationReason::KeyCompromise,
        RevocationCode::AffiliationChanged => RevocationReason::AffiliationChanged,
        RevocationCode::Superseded => RevocationReason::Superseded,
        RevocationCode::CessationOfOperation => RevocationReason::CessationOfOperation,
    })
}

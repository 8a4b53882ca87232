//! What the authority holds in its folder, brought up to date: every certificate gets its successor well before it ends.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use congvu_signing::certificate::CertificateInfo;
use congvu_signing::pilot_ca::{OcspResponder, PilotCa, PilotCaConfig};
use congvu_signing::software_key::SoftwareKey;
use congvu_signing::tsp::Tsa;

use super::authority_key::AuthorityToken;
use super::own_keys::{self, OwnKey};
use super::seal::{Seal, SealKey};

/// Policy under which the built-in authority stamps: a trial, vouched for by nobody outside.
const STAMP_POLICY: &str = "1.3.6.1.4.1.99999.1.1";
/// Calendar days before their end at which time-stamp authority and seal get a successor. Archive time stamps are renewed in the last 90
/// days (see [`crate::exports::renew_at`]), so there is always somebody who reaches further.
const DAYS_BEFORE: i64 = 365;
/// Calendar days before its end at which the key that answers OCSP requests is replaced; it lasts 90.
const RESPONDER_DAYS_BEFORE: i64 = 30;
/// Demonstration data are signed in the past, so the authority is so many calendar days older than they are.
const BORN_DAYS_BEFORE: i64 = 400;
/// Root and issuing authority have at most one turn each; the third look finds nothing to do.
const MOST_TURNS: usize = 3;

const TSA: &str = "tsa";
const SEAL: &str = "seal";

/// Where everything is.
pub struct Place {
    pub dir: PathBuf,
    pub config: PilotCaConfig,
    /// Keys of the authority that are in a token.
    pub token: Option<AuthorityToken>,
}

/// A key that stamps, with its certificate.
pub struct Stamping {
    pub tsa: Tsa,
    pub info: CertificateInfo,
}

/// The keys in a file that seal, with the certificate.
pub struct Sealing {
    pub seal: Arc<Seal>,
    pub info: CertificateInfo,
}

/// What was read from the folder.
pub struct Held {
    pub ca: Arc<PilotCa>,
    /// Oldest first.
    pub stamping: Vec<Arc<Stamping>>,
    /// Oldest first.
    pub sealing: Vec<Sealing>,
    /// Answers OCSP requests in place of an issuing authority whose key is in a token, which would be logged in to for each of them.
    pub responder: Option<OcspResponder>,
    /// From when one of them is to be succeeded.
    pub due: DateTime<Utc>,
}

impl Place {
    /// Opens what is there, makes what is missing and lets succeed what ends soon.
    ///
    /// # Errors
    /// The folder cannot be read or written, a key in it is damaged, or a token does not answer.
    pub fn hold(&self, now: DateTime<Utc>) -> anyhow::Result<Held> {
        let born = now - TimeDelta::days(BORN_DAYS_BEFORE);
        let (ca, seals) = self.opened(now, born)?;
        let stamps = self.own(
            TSA,
            now,
            |at| {
                let key = SoftwareKey::generate_rsa()?;
                let der = ca.issue_tsa(&key.public_key(), crate::random::bytes()?, at)?;
                Ok((key, der))
            },
            born,
        )?;
        let ends = |keys: &[OwnKey]| keys.last().map(|newest| newest.info.not_after);
        let due = [ends(&stamps), ends(&seals)]
            .into_iter()
            .flatten()
            .map(|end| end - TimeDelta::days(DAYS_BEFORE))
            .fold(ca.succeeds_at()?, DateTime::min);
        let stamping = stamps
            .into_iter()
            .map(|own| {
                let tsa = Tsa::new(Box::new(own.key), ca.chain(&own.der), STAMP_POLICY)?;
                Ok(Arc::new(Stamping {
                    tsa,
                    info: own.info,
                }))
            })
            .collect::<anyhow::Result<_>>()?;
        let sealing = seals
            .into_iter()
            .map(|own| Sealing {
                seal: Arc::new(Seal {
                    chain: ca.chain(&own.der),
                    key: SealKey::File(own.key),
                }),
                info: own.info,
            })
            .collect();
        let (responder, due) = match self.token {
            None => (None, due),
            Some(_) => {
                let (responder, ends) = responder(&ca, now)?;
                let replaced = ends - TimeDelta::days(RESPONDER_DAYS_BEFORE);
                (Some(responder), due.min(replaced))
            }
        };
        Ok(Held {
            ca: Arc::new(ca),
            stamping,
            sealing,
            responder,
            due,
        })
    }

    /// The authority and its seals; at the first start both are made.
    fn opened(
        &self,
        now: DateTime<Utc>,
        born: DateTime<Utc>,
    ) -> anyhow::Result<(PilotCa, Vec<OwnKey>)> {
        // Written last of the authority's own files.
        let mut ca = if self.dir.join("issuing.pem").exists() {
            self.ca()?
        } else {
            self.create(born)?
        };
        for _ in 0..MOST_TURNS {
            let serials = [crate::random::bytes()?, crate::random::bytes()?];
            if !ca.succeed(&self.dir, serials, now)? {
                break;
            }
            ca = self.ca()?;
        }
        let organisation = &self.config.organisation;
        let issue = |at| Ok(ca.issue_seal(organisation, crate::random::bytes()?, at)?);
        let seals = self.own(SEAL, now, issue, born)?;
        Ok((ca, seals))
    }

    fn ca(&self) -> anyhow::Result<PilotCa> {
        let keys = match &self.token {
            Some(token) => token.keys()?,
            None => Default::default(),
        };
        Ok(PilotCa::open_with(&self.dir, self.config.clone(), keys)?)
    }

    fn create(&self, born: DateTime<Utc>) -> anyhow::Result<PilotCa> {
        let keys = match &self.token {
            Some(token) => {
                token.make_missing()?;
                token.keys()?
            }
            None => Default::default(),
        };
        let ca = PilotCa::create_with(self.config.clone(), born, keys)?;
        ca.save(&self.dir)?;
        Ok(ca)
    }

    /// The keys of this name; the first is made when first needed, the others a year before the one before ends.
    fn own(
        &self,
        name: &str,
        now: DateTime<Utc>,
        issue: impl Fn(DateTime<Utc>) -> anyhow::Result<(SoftwareKey, Vec<u8>)>,
        born: DateTime<Utc>,
    ) -> anyhow::Result<Vec<OwnKey>> {
        let found = own_keys::read(&self.dir, name)?;
        match found.last() {
            None => {
                let (key, der) = issue(born)?;
                own_keys::begin(&self.dir, name, &key, &der)?;
            }
            Some(newest) if newest.info.not_after - TimeDelta::days(DAYS_BEFORE) <= now => {
                let (key, der) = issue(now)?;
                own_keys::succeed(&self.dir, name, found.len(), &key, &der)?;
            }
            Some(_) => return Ok(found),
        }
        own_keys::read(&self.dir, name)
    }
}

/// A key of this process alone, and when its certificate ends.
fn responder(ca: &PilotCa, now: DateTime<Utc>) -> anyhow::Result<(OcspResponder, DateTime<Utc>)> {
    let key = SoftwareKey::generate_p256()?;
    let der = ca.issue_ocsp_responder(&key.public_key(), crate::random::bytes()?, now)?;
    let ends = CertificateInfo::parse(&der)?.not_after;
    Ok((OcspResponder::new(Box::new(key), der)?, ends))
}

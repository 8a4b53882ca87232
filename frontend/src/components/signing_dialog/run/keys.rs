//! Which certificates can sign here, and which one does.

use congvu_openapi::certificates::{Certificate, KeyPlace, KeyPlaces};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{JobState, Run, Stage};
use crate::api::{ApiError, certificates};
use crate::components::signing_dialog::secret::AgentState;
use crate::keys::csr::KeyKind;
use crate::keys::{agent, enrol, place};
use crate::state::session::use_session;

impl Run {
    /// Looks which keys may sign and can be used here; only for the one certificate, where that is given.
    pub fn look_for_keys(self, only: Option<Certificate>) {
        self.stage.set(Stage::Looking);
        let turn = self.overtake();
        spawn_local(async move {
            let found = find(only).await;
            if self.is_overtaken(turn) {
                return;
            }
            match found {
                Err(error) => self.stage.set(Stage::Unavailable(error)),
                Ok(found) => self.found(found),
            }
        });
    }

    fn found(self, found: Found) {
        self.agent.set(found.places.agent);
        let last = remembered().and_then(|id| found.usable.iter().find(|c| c.id == id));
        self.choosing.set(last.is_none() && found.usable.len() > 1);
        let first = last.or(found.usable.first()).cloned();
        self.usable.set(found.usable);
        match first {
            Some(certificate) => {
                self.stage.set(Stage::Ready);
                self.choose(certificate);
            }
            None => self.stage.set(Stage::NoKey {
                elsewhere: found.elsewhere,
                may_create: found.places.browser,
                problem: None,
                busy: false,
            }),
        }
    }

    /// Signs with this certificate: everything is prepared for it anew.
    pub fn choose(self, certificate: Certificate) {
        self.chosen.set(Some(certificate));
        self.secret.clear();
        self.states.update(|all| {
            for state in all
                .iter_mut()
                .filter(|state| !matches!(state, JobState::Signed(_)))
            {
                *state = JobState::Waiting;
            }
        });
        self.check_agent();
        self.prepare();
    }

    /// Looks whether the agent runs, where it is needed.
    pub fn check_agent(self) {
        let needed = self
            .chosen
            .with_untracked(|c| c.as_ref().is_some_and(|c| c.place == KeyPlace::Agent));
        let Some(address) = self.agent.get_untracked().filter(|_| needed) else {
            return;
        };
        self.secret.agent.set(AgentState::Checking);
        spawn_local(async move {
            let state = if agent::is_there(&address).await {
                AgentState::There
            } else {
                AgentState::Missing
            };
            self.secret.agent.try_set(state);
        });
    }

    /// Makes a key in this browser and goes on.
    pub async fn create_key(self) {
        self.while_creating(true, None);
        match enrol::enrol(KeyKind::default(), enrol::suggested_label()).await {
            Ok(_) => self.look_for_keys(None),
            Err(error) => self.while_creating(false, Some(error)),
        }
    }

    fn while_creating(self, is_busy: bool, failed: Option<ApiError>) {
        self.stage.update(|stage| {
            if let Stage::NoKey { busy, problem, .. } = stage {
                *busy = is_busy;
                *problem = failed;
            }
        });
    }
}

struct Found {
    usable: Vec<Certificate>,
    elsewhere: Vec<String>,
    places: KeyPlaces,
}

async fn find(only: Option<Certificate>) -> Result<Found, ApiError> {
    let places = certificates::places().await?;
    let all = match only {
        Some(certificate) => vec![certificate],
        None => certificates::list()
            .await?
            .into_iter()
            .filter(place::may_sign)
            .collect(),
    };
    let (mut usable, mut elsewhere, mut broken) = (Vec::new(), Vec::new(), None);
    for certificate in all {
        let here = match certificate.place {
            KeyPlace::Browser => match enrol::own_key(&certificate).await {
                Ok(key) => key.is_some(),
                Err(error) => {
                    broken = Some(error);
                    false
                }
            },
            KeyPlace::File => places.file,
            KeyPlace::Agent => places.agent.is_some(),
            KeyPlace::Token | KeyPlace::Remote => true,
        };
        if here {
            usable.push(certificate);
        } else {
            elsewhere.push(certificate.label);
        }
    }
    match broken {
        // A browser that keeps no keys may still sign with those elsewhere.
        Some(error) if usable.is_empty() => Err(error),
        _ => Ok(Found {
            usable,
            elsewhere,
            places,
        }),
    }
}

/// Where the certificate used last is remembered, for each account apart.
fn storage_key() -> Option<String> {
    use_session().with_untracked(|s| {
        s.as_ref()
            .map(|s| format!("congvu.certificate.{}", s.me.account_id))
    })
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

fn remembered() -> Option<String> {
    storage()?.get_item(&storage_key()?).ok().flatten()
}

/// Offers this certificate first the next time.
pub(super) fn remember(id: &str) {
    if let (Some(storage), Some(key)) = (storage(), storage_key()) {
        // A full or forbidden store only means that the choice is not remembered.
        let _ = storage.set_item(&key, id);
    }
}

//! One opening of the signing dialog, from the search for a key to the last result.

use congvu_openapi::certificates::CertificateStatus;
use congvu_openapi::signing::SigningResult;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ApiError;
use crate::keys::csr::KeyKind;
use crate::keys::enrol::{self, OwnKey};
use crate::keys::signing::{self, SigningJob, SigningOutcome};

/// How far one thing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobState {
    /// Its turn has not come.
    Waiting,
    /// It is being signed.
    Active,
    /// It is signed.
    Signed(Box<SigningResult>),
    /// It is as it was before.
    Failed(Box<ApiError>),
}

/// How far the dialog is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Is there a key in this browser?
    Looking,
    /// There is none; the labels of those elsewhere.
    NoKey {
        elsewhere: Vec<String>,
        problem: Option<ApiError>,
        busy: bool,
    },
    /// It cannot be found out.
    Unavailable(ApiError),
    /// Waiting for the decision to sign.
    Ready,
    /// Signing the thing at this place.
    Working(usize),
    /// Each has its result.
    Finished,
}

/// The signals of one dialog.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub stage: RwSignal<Stage>,
    pub jobs: RwSignal<Vec<SigningJob>>,
    pub states: RwSignal<Vec<JobState>>,
    pub own: RwSignal<Option<OwnKey>, LocalStorage>,
}

impl Run {
    pub fn new() -> Self {
        Self {
            stage: RwSignal::new(Stage::Looking),
            jobs: RwSignal::new(Vec::new()),
            states: RwSignal::new(Vec::new()),
            own: RwSignal::new_local(None),
        }
    }

    /// Begins anew with these jobs.
    pub fn start(self, jobs: Vec<SigningJob>) {
        self.states.set(vec![JobState::Waiting; jobs.len()]);
        self.jobs.set(jobs);
        self.look_for_key();
    }

    /// Looks whether a key that may sign is in this browser.
    pub fn look_for_key(self) {
        self.stage.set(Stage::Looking);
        spawn_local(async move {
            let next = match enrol::own_keys().await {
                Err(error) => Stage::Unavailable(error),
                Ok((_, Some(own))) => {
                    self.own.set(Some(own));
                    Stage::Ready
                }
                Ok((all, None)) => Stage::NoKey {
                    elsewhere: all
                        .into_iter()
                        .filter(|c| c.status == CertificateStatus::Valid)
                        .map(|c| c.label)
                        .collect(),
                    problem: None,
                    busy: false,
                },
            };
            self.stage.set(next);
        });
    }

    /// Makes a key in this browser and goes on.
    pub async fn create_key(self) {
        self.stage.update(|stage| {
            if let Stage::NoKey { busy, problem, .. } = stage {
                *busy = true;
                *problem = None;
            }
        });
        match enrol::enrol(KeyKind::default(), enrol::suggested_label()).await {
            Ok(_) => self.look_for_key(),
            Err(error) => self.stage.update(|stage| {
                if let Stage::NoKey { busy, problem, .. } = stage {
                    *busy = false;
                    *problem = Some(error);
                }
            }),
        }
    }

    /// Signs everything that is not signed yet, one after the other; one that fails stops none of the others.
    pub async fn sign_waiting(self) {
        let Some(own) = self.own.get_untracked() else {
            return;
        };
        for (at, job) in self.jobs.get_untracked().into_iter().enumerate() {
            if matches!(self.state_at(at), Some(JobState::Signed(_))) {
                continue;
            }
            self.stage.set(Stage::Working(at));
            self.put(at, JobState::Active);
            let state = match signing::sign(&job, &own).await {
                Ok(result) => JobState::Signed(Box::new(result)),
                Err(error) => JobState::Failed(Box::new(error)),
            };
            self.put(at, state);
        }
        self.stage.set(Stage::Finished);
    }

    /// What became of each that was tried.
    pub fn outcomes(self) -> Vec<SigningOutcome> {
        let jobs = self.jobs.get_untracked();
        let states = self.states.get_untracked();
        jobs.into_iter()
            .zip(states)
            .filter_map(|(job, state)| {
                let result = match state {
                    JobState::Signed(result) => Ok(*result),
                    JobState::Failed(error) => Err(*error),
                    JobState::Waiting | JobState::Active => return None,
                };
                Some(SigningOutcome {
                    label: job.label,
                    result,
                })
            })
            .collect()
    }

    fn state_at(self, at: usize) -> Option<JobState> {
        self.states.with_untracked(|all| all.get(at).cloned())
    }

    fn put(self, at: usize, state: JobState) {
        self.states.update(|all| {
            if let Some(slot) = all.get_mut(at) {
                *slot = state;
            }
        });
    }
}

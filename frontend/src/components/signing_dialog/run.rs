//! One opening of the signing dialog, from the search for a key to the last result.

mod by_hand;
mod by_server;
mod giving_up;
mod keys;
mod prepare;
mod together;

use congvu_openapi::certificates::{Certificate, KeyPlace};
use congvu_openapi::signing::{SigningRequest, SigningResult};
use leptos::prelude::*;
use leptos::task::spawn_local;

pub(super) use self::giving_up::is_given_up;
use super::secret::Secret;
use crate::api::ApiError;
use crate::keys::place;
use crate::keys::signing::{SigningJob, SigningOutcome};

/// How far one thing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobState {
    /// It is not prepared yet.
    Waiting,
    /// The server is preparing it.
    Preparing,
    /// It can be signed.
    Ready(Box<SigningRequest>),
    /// It is being signed.
    Active(Box<SigningRequest>),
    /// It is signed.
    Signed(Box<SigningResult>),
    /// It is as it was before.
    Failed(Box<ApiError>),
}

/// How far the dialog is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Which keys are there?
    Looking,
    /// None that can be used here; the labels of those elsewhere.
    NoKey {
        elsewhere: Vec<String>,
        may_create: bool,
        problem: Option<ApiError>,
        busy: bool,
    },
    /// It cannot be found out.
    Unavailable(ApiError),
    /// Waiting for the decision to sign.
    Ready,
    /// Signing; how many have their result, of how many.
    Working { done: usize, of: usize },
    /// The holder has to confirm on the telephone.
    Confirming,
    /// Each has its result.
    Finished,
}

/// The signals of one dialog.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub stage: RwSignal<Stage>,
    pub jobs: RwSignal<Vec<SigningJob>>,
    pub states: RwSignal<Vec<JobState>>,
    /// Certificates whose key can be used here.
    pub usable: RwSignal<Vec<Certificate>>,
    pub chosen: RwSignal<Option<Certificate>>,
    /// All of them are shown, not only the one chosen.
    pub choosing: RwSignal<bool>,
    pub secret: Secret,
    /// Address of the agent, where one is offered.
    pub agent: RwSignal<Option<String>>,
    /// Seconds that the holder has been waited for.
    pub waited: RwSignal<u32>,
    /// The server cannot be reached while waiting.
    pub offline: RwSignal<bool>,
    /// The session that waits for the holder; empty before the first.
    session: RwSignal<String>,
    /// The holder gave the session up.
    pub given_up: RwSignal<bool>,
    /// Why it could not be given up.
    pub not_given_up: RwSignal<Option<ApiError>>,
    /// Counts what overtakes the work under way: another certificate, closing, stopping.
    turn: StoredValue<u32>,
}

impl Run {
    pub fn new() -> Self {
        Self {
            stage: RwSignal::new(Stage::Looking),
            jobs: RwSignal::new(Vec::new()),
            states: RwSignal::new(Vec::new()),
            usable: RwSignal::new(Vec::new()),
            chosen: RwSignal::new(None),
            choosing: RwSignal::new(false),
            secret: Secret::new(),
            agent: RwSignal::new(None),
            waited: RwSignal::new(0),
            offline: RwSignal::new(false),
            session: RwSignal::new(String::new()),
            given_up: RwSignal::new(false),
            not_given_up: RwSignal::new(None),
            turn: StoredValue::new(0),
        }
    }

    /// Begins anew with these jobs; with the one certificate, where that is given.
    pub fn start(self, jobs: Vec<SigningJob>, only: Option<Certificate>) {
        self.states.set(vec![JobState::Waiting; jobs.len()]);
        self.jobs.set(jobs);
        self.look_for_keys(only);
    }

    /// Ends what is under way and forgets what was typed.
    pub fn end(self) {
        self.overtake();
        self.secret.clear();
    }

    /// Signs everything that is ready.
    pub fn sign(self) {
        let Some(chosen) = self.chosen.get_untracked() else {
            return;
        };
        keys::remember(&chosen.id);
        self.secret.forget_errors();
        if place::is_at_server(chosen.place) {
            spawn_local(self.sign_by_server());
        } else {
            spawn_local(self.sign_by_hand(chosen));
        }
    }

    /// Makes those that failed ready once more, to be signed again.
    pub fn retry(self) {
        self.states.update(|all| {
            for state in all
                .iter_mut()
                .filter(|state| matches!(state, JobState::Failed(_)))
            {
                *state = JobState::Waiting;
            }
        });
        self.secret.clear();
        self.stage.set(Stage::Ready);
        self.check_agent();
        self.prepare();
    }

    /// The agent may be asked to sign the one file as a whole: that is what failed.
    pub fn may_sign_as_file(self) -> bool {
        let by_agent = self
            .chosen
            .with(|c| c.as_ref().is_some_and(|c| c.place == KeyPlace::Agent));
        let is_file = self.jobs.with(|jobs| match jobs.as_slice() {
            [job] => job.arrived.is_some(),
            _ => false,
        });
        let refused = self.states.with(|all| {
            all.iter()
                .any(|state| matches!(state, JobState::Failed(e) if e.code() == "agent_refused"))
        });
        by_agent && is_file && refused
    }

    /// What became of each that was tried.
    pub fn outcomes(self) -> Vec<SigningOutcome> {
        let states = self.states.get_untracked();
        states
            .into_iter()
            .enumerate()
            .filter_map(|(at, state)| {
                let result = match state {
                    JobState::Signed(result) => Ok(*result),
                    JobState::Failed(error) => Err(*error),
                    _ => return None,
                };
                Some(SigningOutcome { at, result })
            })
            .collect()
    }

    /// Those that can be signed, with their places in the list.
    fn ready(self) -> Vec<(usize, SigningRequest)> {
        self.states.with_untracked(|all| {
            let ready = all
                .iter()
                .enumerate()
                .filter_map(|(at, state)| match state {
                    JobState::Ready(request) => Some((at, (**request).clone())),
                    _ => None,
                });
            ready.collect()
        })
    }

    /// Work that began at an earlier turn has been overtaken; also where the dialog is gone.
    fn is_overtaken(self, turn: u32) -> bool {
        self.turn.try_get_value() != Some(turn)
    }

    /// Overtakes what is under way; the new turn.
    fn overtake(self) -> u32 {
        let next = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(next);
        next
    }

    fn put(self, at: usize, state: JobState) {
        self.put_all([(at, state)]);
    }

    /// Several at once, so that the list is drawn anew once.
    fn put_all(self, news: impl IntoIterator<Item = (usize, JobState)>) {
        self.states.try_update(|all| {
            for (at, state) in news {
                if let Some(slot) = all.get_mut(at) {
                    *slot = state;
                }
            }
        });
    }
}

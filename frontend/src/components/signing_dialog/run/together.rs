//! Many at once: approvals prepared in few calls, and signatures handed in by few calls, each with a result of its own.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use congvu_openapi::approvals::{RequestSignature, SeenSubmission, SigningOutcomes};
use congvu_openapi::signing::SigningRequest;
use congvu_openapi::submissions::Submission;
use js_sys::{Array, Promise};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::{JobState, Run, Stage};
use crate::api::{ApiError, ErrorKind, signing as calls, submissions};
use crate::i18n::{signing as words, t};
use crate::keys::clock::sleep;
use crate::keys::signing::{self, Hand};

/// So many go into one call: few enough for the progress to be seen, many enough for a hundred to be quick.
const TOGETHER: usize = 20;
/// Milliseconds before the second, third and fourth try where the server cannot be reached.
const AGAIN: [i32; 3] = [1_000, 3_000, 6_000];

impl Run {
    /// Prepares the approvals that wait, where there are several.
    pub(super) async fn prepare_approvals(self, turn: u32, certificate_id: &str) {
        let waiting = self.waiting_approvals();
        if waiting.len() < 2 {
            return;
        }
        for some in waiting.chunks(TOGETHER) {
            if self.is_overtaken(turn) {
                return;
            }
            self.put_all(some.iter().map(|(at, _)| (*at, JobState::Preparing)));
            let prepared = prepare(certificate_id, some).await;
            if self.is_overtaken(turn) {
                return;
            }
            self.put_all(prepared);
        }
    }

    /// The approvals that are not prepared, by their places, with their submissions.
    fn waiting_approvals(self) -> Vec<(usize, String)> {
        let states = self.states.get_untracked();
        self.jobs.with_untracked(|jobs| {
            jobs.iter()
                .zip(states)
                .enumerate()
                .filter(|(_, (_, state))| *state == JobState::Waiting)
                .filter_map(|(at, (job, _))| Some((at, job.approves.clone()?)))
                .collect()
        })
    }

    /// Signs with a key at hand and hands in by few calls. One that fails stops none of the others.
    pub(super) async fn sign_together(self, hand: &Hand, ready: &[(usize, SigningRequest)]) {
        let of = ready.len();
        let mut done = 0;
        for some in ready.chunks(TOGETHER) {
            self.stage.try_set(Stage::Working { done, of });
            let active = some
                .iter()
                .map(|(at, request)| (*at, JobState::Active(Box::new(request.clone()))));
            self.put_all(active);
            let (mut places, mut items, mut failed) = (HashMap::new(), Vec::new(), Vec::new());
            for (at, request) in some {
                match signing::signature(request, hand).await {
                    Ok(signature) => {
                        places.insert(request.id.clone(), *at);
                        items.push(RequestSignature {
                            request_id: request.id.clone(),
                            signature,
                        });
                    }
                    Err(error) => failed.push((*at, JobState::Failed(Box::new(error)))),
                }
            }
            let answer = hand_in(&items).await;
            self.put_all(failed.into_iter().chain(outcomes(places, answer)));
            done += some.len();
        }
    }
}

/// Reads each submission and has those that are there prepared in one call.
async fn prepare(certificate_id: &str, some: &[(usize, String)]) -> Vec<(usize, JobState)> {
    let (mut states, mut seen, mut places) = (Vec::new(), Vec::new(), HashMap::new());
    for ((at, id), revision) in some.iter().zip(revisions(some).await) {
        match revision {
            Ok(revision) => {
                places.insert(id.clone(), *at);
                seen.push(SeenSubmission {
                    id: id.clone(),
                    revision,
                });
            }
            Err(error) => states.push((*at, JobState::Failed(Box::new(error)))),
        }
    }
    if seen.is_empty() {
        return states;
    }
    match submissions::prepare_approvals(certificate_id.to_owned(), seen).await {
        Err(error) => {
            let failed = |at| (at, JobState::Failed(Box::new(error.clone())));
            states.extend(places.into_values().map(failed));
        }
        Ok(prepared) => {
            for item in prepared.items {
                let Some(at) = places.remove(&item.submission_id) else {
                    continue;
                };
                let state = match (item.request, item.problem) {
                    (Some(request), _) => JobState::Ready(Box::new(request)),
                    (None, problem) => {
                        JobState::Failed(Box::new(problem.map_or_else(no_outcome, ApiError::said)))
                    }
                };
                states.push((at, state));
            }
            // The server answers each; one that it forgot is not signed.
            states.extend(places.into_values().map(forgotten));
        }
    }
    states
}

/// The revision of each submission as it is now, asked for side by side.
async fn revisions(some: &[(usize, String)]) -> Vec<Result<i64, ApiError>> {
    let found = Rc::new(RefCell::new(vec![Err(ApiError::unexpected()); some.len()]));
    let asked = Array::new();
    for (place, (_, id)) in some.iter().enumerate() {
        let (found, id) = (found.clone(), id.clone());
        let promise = future_to_promise(async move {
            let answer = submissions::get(&id).await;
            if let Some(slot) = found.borrow_mut().get_mut(place) {
                *slot = answer.and_then(|submission| still_waiting(&submission.value));
            }
            Ok(JsValue::UNDEFINED)
        });
        asked.push(&promise);
    }
    // None of them is ever rejected.
    let _ = JsFuture::from(Promise::all(&asked)).await;
    found.take()
}

/// Its revision, where it waits for the caller.
fn still_waiting(submission: &Submission) -> Result<i64, ApiError> {
    if submission.may_decide {
        return Ok(submission.revision);
    }
    let (title, text) = (t(words::NOT_WAITING_TITLE), t(words::NOT_WAITING));
    Err(ApiError::local("not_waiting", title, text))
}

/// The same signatures again get the same answers, so a dead line loses nothing.
async fn hand_in(items: &[RequestSignature]) -> Result<SigningOutcomes, ApiError> {
    if items.is_empty() {
        return Ok(SigningOutcomes { items: Vec::new() });
    }
    for pause in AGAIN {
        match calls::finish_many(items.to_vec()).await {
            Err(error) if error.kind == ErrorKind::Offline => sleep(pause).await,
            answer => return answer,
        }
    }
    calls::finish_many(items.to_vec()).await
}

/// What became of each that was handed in.
fn outcomes(
    mut places: HashMap<String, usize>,
    answer: Result<SigningOutcomes, ApiError>,
) -> Vec<(usize, JobState)> {
    let answer = match answer {
        Ok(answer) => answer,
        Err(error) => {
            let failed = |at| (at, JobState::Failed(Box::new(error.clone())));
            return places.into_values().map(failed).collect();
        }
    };
    let mut states = Vec::new();
    for item in answer.items {
        let Some(at) = places.remove(&item.request_id) else {
            continue;
        };
        let state = match (item.result, item.problem) {
            (Some(result), _) => JobState::Signed(Box::new(result)),
            (None, problem) => {
                JobState::Failed(Box::new(problem.map_or_else(no_outcome, ApiError::said)))
            }
        };
        states.push((at, state));
    }
    states.extend(places.into_values().map(forgotten));
    states
}

fn forgotten(at: usize) -> (usize, JobState) {
    (at, JobState::Failed(Box::new(no_outcome())))
}

fn no_outcome() -> ApiError {
    ApiError::local("no_outcome", "", t(words::NO_OUTCOME))
}

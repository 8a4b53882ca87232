//! Getting everything ready, so that what is shown is what will be signed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{JobState, Run};

impl Run {
    /// Has the server prepare everything that waits: approvals together, all else one after the other. One that cannot be
    /// prepared stops none of the others.
    pub fn prepare(self) {
        let Some(certificate) = self.chosen.get_untracked() else {
            return;
        };
        let turn = self.overtake();
        let jobs = self.jobs.get_untracked();
        spawn_local(async move {
            self.prepare_approvals(turn, &certificate.id).await;
            for (at, job) in jobs.into_iter().enumerate() {
                if self.is_overtaken(turn) {
                    return;
                }
                let waits = self
                    .states
                    .with_untracked(|all| matches!(all.get(at), Some(JobState::Waiting)));
                if !waits {
                    continue;
                }
                self.put(at, JobState::Preparing);
                let state = match (job.prepare)(certificate.id.clone()).await {
                    Ok(request) => JobState::Ready(Box::new(request)),
                    Err(error) => JobState::Failed(Box::new(error)),
                };
                if self.is_overtaken(turn) {
                    return;
                }
                self.put(at, state);
            }
        });
    }

    /// How many are not prepared yet.
    pub fn unprepared(self) -> usize {
        self.count(|state| matches!(state, JobState::Waiting | JobState::Preparing))
    }

    /// How many can be signed.
    pub fn ready_count(self) -> usize {
        self.count(|state| matches!(state, JobState::Ready(_)))
    }

    /// How many are as they were.
    pub fn failed_count(self) -> usize {
        self.count(|state| matches!(state, JobState::Failed(_)))
    }

    /// How many are signed.
    pub fn signed_count(self) -> usize {
        self.count(|state| matches!(state, JobState::Signed(_)))
    }

    /// Whom the signer acts for, each once.
    pub fn on_behalf_of(self) -> Vec<String> {
        self.states.with(|all| {
            let mut names: Vec<String> = Vec::new();
            for state in all {
                if let JobState::Ready(request) | JobState::Active(request) = state
                    && !request.on_behalf_of.is_empty()
                    && !names.contains(&request.on_behalf_of)
                {
                    names.push(request.on_behalf_of.clone());
                }
            }
            names
        })
    }

    fn count(self, is: impl Fn(&JobState) -> bool) -> usize {
        self.states
            .with(|all| all.iter().filter(|state| is(state)).count())
    }
}

//! Giving up a session that waits for the holder's telephone.

use congvu_openapi::signing::SigningRequest;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{JobState, Run, Stage};
use crate::api::{ApiError, signing};
use crate::i18n::{signing as words, t};

/// Code of what was not signed because the holder gave it up.
const GIVEN_UP: &str = "given_up";

impl Run {
    /// Has the server give the session up, then shows what became of each: what was confirmed just before stays signed.
    /// Where the server cannot be reached it waits on.
    pub fn give_up(self) {
        if self.given_up.get_untracked() {
            return;
        }
        self.given_up.set(true);
        self.not_given_up.set(None);
        let id = self.session.get_untracked();
        spawn_local(async move {
            let answer = signing::cancel_session(&id).await;
            let waits = self.stage.try_get_untracked() == Some(Stage::Confirming)
                && self.session.try_get_untracked().as_ref() == Some(&id);
            if !waits {
                return;
            }
            if let Err(error) = answer {
                self.given_up.set(false);
                self.not_given_up.set(Some(error));
                return;
            }
            let turn = self.overtake();
            let active = self.active();
            if !self.ask(turn, &id, &active).await {
                self.wait(turn, &id, &active).await;
            }
        });
    }

    /// Waits no longer for the telephone, where the server cannot be told.
    pub fn stop_waiting(self) {
        self.overtake();
        let error = ApiError::local("stopped", t(words::STOPPED_TITLE), t(words::STOPPED));
        for (at, _) in self.active() {
            self.put(at, JobState::Failed(Box::new(error.clone())));
        }
        self.stage.set(Stage::Finished);
    }

    /// Everything was given up, and nothing signed.
    pub fn all_given_up(self) -> bool {
        self.states.with(|all| {
            !all.is_empty()
                && all
                    .iter()
                    .all(|state| matches!(state, JobState::Failed(error) if is_given_up(error)))
        })
    }

    /// Those that are being signed, with their places in the list.
    fn active(self) -> Vec<(usize, SigningRequest)> {
        self.states.with_untracked(|all| {
            let active = all
                .iter()
                .enumerate()
                .filter_map(|(at, state)| match state {
                    JobState::Active(request) => Some((at, (**request).clone())),
                    _ => None,
                });
            active.collect()
        })
    }
}

/// It was not signed because the holder gave it up.
pub fn is_given_up(error: &ApiError) -> bool {
    error.code() == GIVEN_UP
}

pub(super) fn given_up() -> ApiError {
    ApiError::local(GIVEN_UP, "", t(words::GIVEN_UP_ONE))
}

//! Signing with a key that the server reaches: everything in one session, with one PIN or one confirmation.

use congvu_openapi::certificates::SecretAsked;
use congvu_openapi::signing::{SessionState, SigningRequest, SigningSession};
use leptos::prelude::*;

use super::giving_up::given_up;
use super::{JobState, Run, Stage};
use crate::api::{ApiError, ErrorKind, signing};
use crate::components::focus::focus_first_error;
use crate::i18n::{signing as words, t};
use crate::keys::clock::sleep;

/// Seconds between two questions.
const EVERY: u32 = 2;

impl Run {
    /// Opens a session over everything that is ready. A PIN or code that is not right leaves all as it was, to be typed again.
    pub(super) async fn sign_by_server(self) {
        let ready = self.ready();
        let turn = self.overtake();
        self.given_up.set(false);
        self.not_given_up.set(None);
        self.stage.set(Stage::Working {
            done: 0,
            of: ready.len(),
        });
        for (at, request) in &ready {
            self.put(*at, JobState::Active(Box::new(request.clone())));
        }
        let ids = ready.iter().map(|(_, request)| request.id.clone());
        let answer = signing::start_session(ids.collect(), self.typed()).await;
        if self.is_overtaken(turn) {
            return;
        }
        match answer {
            Ok(session) if self.take(&session, &ready) => self.finish(&ready),
            Ok(session) => {
                self.waited.set(0);
                self.offline.set(false);
                self.session.set(session.id.clone());
                self.stage.set(Stage::Confirming);
                self.wait(turn, &session.id, &ready).await;
            }
            Err(error) if error.field("secret").is_some() => {
                for (at, request) in ready {
                    self.put(at, JobState::Ready(Box::new(request)));
                }
                self.secret.text.set(String::new());
                self.secret.refused(&error);
                self.stage.set(Stage::Ready);
                focus_first_error();
            }
            Err(error) => self.fail(&ready, &error),
        }
    }

    /// What was typed, where something is asked for.
    fn typed(self) -> Option<String> {
        let asks = self
            .chosen
            .with_untracked(|c| c.as_ref().map(|c| c.asks))
            .unwrap_or(SecretAsked::Nothing);
        let typed = self.secret.text.get_untracked().trim().to_owned();
        (asks != SecretAsked::Nothing).then_some(typed)
    }

    pub(super) async fn wait(self, turn: u32, id: &str, ready: &[(usize, SigningRequest)]) {
        loop {
            sleep(2_000).await;
            if self.is_overtaken(turn) {
                return;
            }
            self.waited.update(|seconds| *seconds += EVERY);
            if self.ask(turn, id, ready).await {
                return;
            }
        }
    }

    /// Asks how far the session is; whether nothing is left to wait for.
    pub(super) async fn ask(self, turn: u32, id: &str, ready: &[(usize, SigningRequest)]) -> bool {
        let answer = signing::session(id).await;
        if self.is_overtaken(turn) {
            return true;
        }
        match answer {
            Ok(session) => {
                self.offline.set(false);
                let over = self.take(&session, ready);
                if over {
                    self.finish(ready);
                }
                over
            }
            Err(error) if error.kind == ErrorKind::Offline => {
                self.offline.set(true);
                false
            }
            Err(error) => {
                self.fail(ready, &error);
                true
            }
        }
    }

    /// Takes over the outcome of each; whether all have theirs.
    fn take(self, session: &SigningSession, ready: &[(usize, SigningRequest)]) -> bool {
        for item in &session.items {
            let Some((at, _)) = ready.iter().find(|(_, r)| r.id == item.request_id) else {
                continue;
            };
            match (item.state, &item.result, &item.problem) {
                (SessionState::Waiting, ..) => {}
                (SessionState::Done, Some(result), _) => {
                    self.put(*at, JobState::Signed(Box::new(result.clone())));
                }
                _ if self.given_up.get_untracked() => {
                    self.put(*at, JobState::Failed(Box::new(given_up())));
                }
                (_, _, problem) => {
                    let error = problem.clone().map_or_else(no_outcome, ApiError::said);
                    self.put(*at, JobState::Failed(Box::new(error)));
                }
            }
        }
        session.state != SessionState::Waiting
    }

    /// Every one has its result; the server forgot none.
    fn finish(self, ready: &[(usize, SigningRequest)]) {
        for (at, _) in ready {
            let open = self
                .states
                .with_untracked(|all| matches!(all.get(*at), Some(JobState::Active(_))));
            if open {
                self.put(*at, JobState::Failed(Box::new(no_outcome())));
            }
        }
        self.secret.clear();
        self.stage.set(Stage::Finished);
    }

    fn fail(self, ready: &[(usize, SigningRequest)], error: &ApiError) {
        for (at, _) in ready {
            self.put(*at, JobState::Failed(Box::new(error.clone())));
        }
        self.secret.clear();
        self.stage.set(Stage::Finished);
    }
}

fn no_outcome() -> ApiError {
    ApiError::local("no_outcome", "", t(words::NO_OUTCOME))
}

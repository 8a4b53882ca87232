//! Signing with a key on this side.

use congvu_openapi::certificates::{Certificate, KeyPlace};
use congvu_openapi::signing::SigningRequest;
use leptos::prelude::*;

use super::{JobState, Run, Stage};
use crate::api::ApiError;
use crate::components::focus::focus_first_error;
use crate::i18n::{keys as words, t};
use crate::keys::signing::{self, Hand};
use crate::keys::{agent, enrol, key_file, registered};

impl Run {
    /// Takes the key into hand and signs everything that is ready; one that fails stops none of the others, unless the
    /// user said no.
    pub(super) async fn sign_by_hand(self, certificate: Certificate) {
        self.secret.busy.set(true);
        let hand = self.hand(&certificate).await;
        self.secret.busy.try_set(false);
        let hand = match hand {
            Ok(hand) => hand,
            Err(error) => {
                self.secret.refused(&error);
                focus_first_error();
                return;
            }
        };
        let ready = self.ready();
        // An agent asks the holder each time and may be told no; each of its signatures is handed in at once.
        if ready.len() > 1 && !matches!(hand, Hand::Agent(_)) {
            self.sign_together(&hand, &ready).await;
        } else {
            self.sign_in_turn(&hand, ready).await;
        }
        self.secret.clear();
        self.stage.try_set(Stage::Finished);
    }

    async fn sign_in_turn(self, hand: &Hand, ready: Vec<(usize, SigningRequest)>) {
        let of = ready.len();
        let mut stopped = None::<ApiError>;
        for (done, (at, request)) in ready.into_iter().enumerate() {
            if let Some(error) = &stopped {
                self.put(at, JobState::Failed(Box::new(error.clone())));
                continue;
            }
            self.stage.try_set(Stage::Working { done, of });
            self.put(at, JobState::Active(Box::new(request.clone())));
            let state = match signing::sign(&request, hand).await {
                Ok(result) => JobState::Signed(Box::new(result)),
                Err(error) => {
                    if matches!(error.code(), "agent_cancelled" | "agent_missing") {
                        stopped = Some(error.clone());
                    }
                    JobState::Failed(Box::new(error))
                }
            };
            self.put(at, state);
        }
    }

    async fn hand(self, certificate: &Certificate) -> Result<Hand, ApiError> {
        match certificate.place {
            KeyPlace::File => {
                let file = self.secret.file.get_untracked();
                let file = file.ok_or_else(|| {
                    ApiError::at(
                        "file",
                        "file_needed",
                        "",
                        t(crate::i18n::signing::FILE_NEEDED),
                    )
                })?;
                let opened = key_file::open(&file, &self.secret.text.get_untracked()).await?;
                registered::belongs(&opened, certificate)?;
                Ok(Hand::File(opened))
            }
            KeyPlace::Agent => self
                .agent
                .get_untracked()
                .map(Hand::Agent)
                .ok_or_else(agent::missing),
            KeyPlace::Browser | KeyPlace::Token | KeyPlace::Remote => {
                let key = enrol::own_key(certificate).await?;
                key.map(Hand::Browser).ok_or_else(|| {
                    ApiError::local("no_key_here", t(words::NO_KEY_TITLE), t(words::NO_KEY_TEXT))
                })
            }
        }
    }

    /// Has the agent sign the one file as a whole.
    pub async fn sign_as_file(self) {
        let (Some(address), Some(certificate)) =
            (self.agent.get_untracked(), self.chosen.get_untracked())
        else {
            return;
        };
        let Some(job) = self.jobs.with_untracked(|jobs| jobs.first().cloned()) else {
            return;
        };
        let Some(arrived) = job.arrived else {
            return;
        };
        self.put(0, JobState::Preparing);
        self.stage.set(Stage::Working { done: 0, of: 1 });
        let result = match (job.prepare)(certificate.id).await {
            Ok(request) => {
                self.put(0, JobState::Active(Box::new(request.clone())));
                registered::sign_whole_file(&address, &request.id, &arrived).await
            }
            Err(error) => Err(error),
        };
        self.put(
            0,
            match result {
                Ok(result) => JobState::Signed(Box::new(result)),
                Err(error) => JobState::Failed(Box::new(error)),
            },
        );
        self.stage.try_set(Stage::Finished);
    }
}

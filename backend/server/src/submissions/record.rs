//! What has been signed on a submission so far, and what of it still counts.

use congvu_db::{AnyConnection, Signature, signatures};
use congvu_domain::access::separation::Acting;
use congvu_domain::payload::{Act, SignedAct};
use congvu_domain::workflows::Reviewed;

use crate::error::ApiError;

/// The signatures of a submission in order, each with what was signed.
pub struct Record {
    pub signatures: Vec<Signature>,
    pub submitted: SignedAct,
    pub reviews: Vec<SignedAct>,
}

/// Who has signed what since the submission, as far as it matters for the step whose turn it is.
#[derive(Default)]
pub struct Round<'a> {
    /// Approvals of the steps before this one.
    pub earlier: Vec<Acting<'a>>,
    /// Approvals of this step.
    pub beside: Vec<&'a SignedAct>,
}

impl<'a> Round<'a> {
    fn close(&mut self) {
        self.earlier
            .extend(self.beside.drain(..).map(SignedAct::acting));
    }

    /// Who signed beside.
    pub fn beside(&self) -> Vec<Acting<'a>> {
        self.beside.iter().map(|act| act.acting()).collect()
    }

    /// The seats that are taken.
    pub fn done(&self) -> Vec<Reviewed<'a>> {
        self.beside
            .iter()
            .map(|act| Reviewed {
                role: act.role.as_deref().unwrap_or_default(),
            })
            .collect()
    }
}

impl Record {
    /// # Errors
    /// The database cannot be read, or a row of it is damaged.
    pub fn load(connection: &mut AnyConnection, submission_id: &str) -> Result<Self, ApiError> {
        let signatures = signatures::of_submission(connection, submission_id)?;
        let mut acts = signatures
            .iter()
            .map(|signature| serde_json::from_slice(&signature.payload))
            .collect::<Result<Vec<SignedAct>, _>>()
            .map_err(ApiError::internal)?
            .into_iter();
        let submitted = acts
            .next()
            .ok_or_else(|| ApiError::internal("a submission without a signature"))?;
        Ok(Self {
            submitted,
            reviews: acts.collect(),
            signatures,
        })
    }

    /// Hashes of the signatures so far, in order: what the next one covers.
    pub fn previous(&self) -> Vec<String> {
        self.signatures
            .iter()
            .map(|signature| signature.cms_sha256.clone())
            .collect()
    }

    /// The signatures as they matter for a step, from 1: walked as whoever checks the evidence walks them.
    pub fn round(&self, step: u16) -> Round<'_> {
        let mut round = Round::default();
        let mut at = 0;
        for act in &self.reviews {
            if act.step != at {
                round.close();
            }
            at = act.step;
            if act.act == Act::Approve {
                round.beside.push(act);
            } else {
                // An earlier step looks again; what was approved beside the return no longer counts.
                at = act.return_to.unwrap_or_default().saturating_sub(1);
                round.beside.clear();
            }
        }
        if at != step {
            round.close();
        }
        round
    }

    /// The reviews with their signatures, and whether each is an approval that still counts.
    pub fn reviewed(&self) -> Vec<(&SignedAct, &Signature, bool)> {
        let mut all: Vec<(&SignedAct, &Signature, bool)> = Vec::new();
        for (act, signature) in self.reviews.iter().zip(self.signatures.iter().skip(1)) {
            if act.act != Act::Approve {
                let back = act.return_to.filter(|to| *to > 0).unwrap_or(act.step);
                for (before, _, counts) in &mut all {
                    *counts = *counts && before.step < back;
                }
            }
            all.push((act, signature, act.act == Act::Approve));
        }
        all
    }
}

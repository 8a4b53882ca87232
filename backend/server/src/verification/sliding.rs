//! As of when the last archive time stamp is judged.
//!
//! No later time stamp says when it existed, so it is judged now, with everything that is known now. In ten years its authority's certificate
//! has expired and the revocation lists beside it are old. Then it is judged as of the last moment that certificate and lists reach
//! (validation time sliding, ETSI EN 319 102-1 §5.6.2.2): it counts if it held to the end of what can be known, and the report says that it
//! was not renewed. A list that shows the authority revoked is in force longer than the ones before it, so it is not slid past.

use chrono::{DateTime, Utc};
use congvu_signing::tsp::{TspError, VerifiedTimestamp};
use congvu_signing::verify::VerifyError;

/// A path has a few certificates, each with an end of its own and one of its list.
const MOST_STEPS: usize = 12;

/// A time stamp and the moment it was judged as of.
pub struct Judged {
    pub outcome: Result<VerifiedTimestamp, TspError>,
    /// Earlier than asked for where the time stamp is too old to be judged then.
    pub moment: DateTime<Utc>,
}

/// Judges at `at`, or as of the last moment that certificates and revocation data reach.
pub fn judge(
    at: DateTime<Utc>,
    mut verify: impl FnMut(DateTime<Utc>) -> Result<VerifiedTimestamp, TspError>,
) -> Judged {
    let mut moment = at;
    let mut outcome = verify(at);
    for _ in 0..MOST_STEPS {
        let Some(end) = outcome
            .as_ref()
            .err()
            .and_then(end)
            .filter(|end| *end < moment)
        else {
            break;
        };
        moment = end;
        outcome = verify(moment);
    }
    match outcome {
        // What reaches no further than before the time stamp itself proves nothing about it.
        Ok(stamp) if stamp.at > moment => Judged {
            outcome: verify(at),
            moment: at,
        },
        outcome => Judged { outcome, moment },
    }
}

/// When that ended for the lack of which it was refused.
fn end(error: &TspError) -> Option<DateTime<Utc>> {
    let TspError::Authority(error) = error else {
        return None;
    };
    match **error {
        VerifyError::Expired { not_after } => Some(not_after),
        VerifyError::CrlExpired { next_update, .. }
        | VerifyError::OcspExpired { next_update, .. } => Some(next_update),
        _ => None,
    }
}

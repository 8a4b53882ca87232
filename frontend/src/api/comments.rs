//! Comments on a submission, outside of what is signed.

use congvu_openapi::comments::{Comment, CommentList, NewComment};

use super::{ApiError, Call};

/// Comments on a submission, oldest first, and whether the caller may write one.
///
/// # Errors
/// 404 also where the caller may not know the submission.
pub async fn list(submission_id: &str) -> Result<CommentList, ApiError> {
    let call = Call::get(format!("/submissions/{submission_id}/comments"));
    Ok(call.send().await?.value)
}

/// Writes a comment.
///
/// # Errors
/// 403 for whoever has no part in the review; mistakes at `/text` and `/pointer`.
pub async fn write(submission_id: &str, comment: &NewComment) -> Result<Comment, ApiError> {
    let call = Call::post(format!("/submissions/{submission_id}/comments")).json(comment);
    Ok(call.send().await?.value)
}

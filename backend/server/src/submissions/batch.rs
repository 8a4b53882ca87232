//! Many approvals at once: each is prepared, signed and answered by itself (C5).

use congvu_db::{AnyConnection, savepoint};
use congvu_openapi::approvals::{
    Decision, NewDecision, NewDecisions, PreparedDecision, PreparedDecisions,
};

use super::prepare::prepare_with;
use crate::auth::Caller;
use crate::error::{ApiError, said};
use crate::http::{IfMatch, Language};
use crate::services::Services;
use crate::signing::own_certificate;

/// Prepares an approval of each submission; one that is refused does not hold up the others.
///
/// # Errors
/// 422 where it is no approval or the certificate cannot sign; the refusals of single submissions are in the answer.
pub fn prepare_decisions(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    language: Language,
    new: &NewDecisions,
) -> Result<PreparedDecisions, ApiError> {
    if new.decision != Decision::Approve {
        return Err(ApiError::invalid_at(
            "/decision",
            "only_approvals",
            said(
                "Chỉ phê duyệt được hàng loạt; trả lại thì phải nêu lý do cho từng hồ sơ.",
                "Only approvals can be made together; a return has reasons of its own.",
            ),
        ));
    }
    let certificate = own_certificate(services, connection, caller, &new.certificate_id)?;
    let decision = NewDecision {
        certificate_id: new.certificate_id.clone(),
        decision: Decision::Approve,
        reasons: Vec::new(),
        return_to: None,
    };
    let items = new
        .submissions
        .iter()
        .map(|seen| {
            let prepared = savepoint(connection, |connection| {
                let revision = IfMatch::at(seen.revision);
                prepare_with(
                    services,
                    connection,
                    caller,
                    &seen.id,
                    revision,
                    &decision,
                    |_| Ok(certificate.clone()),
                )
            });
            let (request, problem) = match prepared {
                Ok(request) => (Some(request), None),
                Err(error) => (None, Some(error.problem(language))),
            };
            PreparedDecision {
                submission_id: seen.id.clone(),
                request,
                problem,
            }
        })
        .collect();
    Ok(PreparedDecisions { items })
}

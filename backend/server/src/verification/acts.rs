//! The signatures of a package, and the delegations on which they rest.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use congvu_domain::deployment::Deployment;
use congvu_domain::names::fold;
use congvu_domain::payload::{
    Act, DelegationAct, EvidenceAct, EvidenceDelegation, SignedAct, Signer,
};
use congvu_openapi::verification::SignatureReport;
use congvu_signing::certificate::CertificateInfo;
use congvu_signing::trust::TrustStore;
use congvu_signing::verify::verify_detached;

use super::report;
use crate::auth::stead;
use crate::http::Language;
use crate::submissions::sha256;

/// By which certificates of the pilot authority name their holder's account.
const ACCOUNT: &str = "ACCOUNT:";

/// Judges signatures as of a moment.
pub struct Judge<'a> {
    pub trust: &'a TrustStore,
    pub moment: DateTime<Utc>,
    /// For the titles of roles; where it is not known, their keys are shown.
    pub deployment: Option<&'a Deployment>,
    pub language: Language,
}

/// A signature, judged.
pub struct Judged {
    pub report: SignatureReport,
    /// The signer named in what was signed holds the certificate; also where the signature itself does not hold.
    pub is_holder: bool,
}

impl Judge<'_> {
    /// An act; `None` where it cannot be decoded, which the structure tells.
    pub fn act(&self, act: &EvidenceAct) -> Option<Judged> {
        let payload = STANDARD.decode(&act.payload_base64).ok()?;
        let signed: Option<SignedAct> = serde_json::from_slice(&payload).ok();
        let signer = signed.as_ref().map(|signed| &signed.signer);
        let mut judged = self.one(&payload, &act.cms_base64, signer)?;
        if let Some(signed) = &signed {
            let report = &mut judged.report;
            self.what(signed.act).clone_into(&mut report.what);
            let role = signed.role.as_deref().unwrap_or_default();
            report.role = self.title(role, &signed.prepared_at);
            report.on_behalf_of = stead(signed.on_behalf.as_ref());
            self.claimed(report, &signed.prepared_at);
        }
        Some(judged)
    }

    /// A delegation, by whoever delegates.
    pub fn delegation(&self, delegation: &EvidenceDelegation) -> Option<Judged> {
        let payload = STANDARD.decode(&delegation.payload_base64).ok()?;
        let signed: Option<DelegationAct> = serde_json::from_slice(&payload).ok();
        let signer = signed.as_ref().map(|signed| &signed.delegator);
        let mut judged = self.one(&payload, &delegation.cms_base64, signer)?;
        if let Some(signed) = &signed {
            let report = &mut judged.report;
            report.what = match self.language {
                Language::Vietnamese => format!(
                    "Giao {} cho {} ({} ngày {})",
                    signed.form.title(),
                    signed.delegate.name,
                    signed.basis.number,
                    signed.basis.date.format("%d/%m/%Y"),
                ),
                Language::English => format!(
                    "Delegation to {}, {} ({} of {})",
                    signed.delegate.name,
                    signed.form.title_en(),
                    signed.basis.number,
                    signed.basis.date,
                ),
            };
            signed.role_title.clone_into(&mut report.role);
            self.claimed(report, &signed.prepared_at);
        }
        Some(judged)
    }

    fn one(&self, payload: &[u8], cms: &str, signer: Option<&Signer>) -> Option<Judged> {
        let cms = STANDARD.decode(cms).ok()?;
        let outcome = verify_detached(&cms, &sha256(payload), self.trust, self.moment);
        let mut report = report::signature(outcome.as_ref(), &cms, self.language);
        let is_holder = match (&outcome, signer) {
            (Ok(verified), Some(signer)) => holds(&verified.certificate, signer),
            _ => true,
        };
        if let (true, Some(signer)) = (report.signer.is_empty(), signer) {
            signer.name.clone_into(&mut report.signer);
        }
        Some(Judged { report, is_holder })
    }

    /// The time that the payload states, where the signature states none.
    fn claimed(&self, report: &mut SignatureReport, prepared_at: &str) {
        if report.claimed_at.is_none() && DateTime::parse_from_rfc3339(prepared_at).is_ok() {
            report.claimed_at = Some(prepared_at.to_owned());
        }
    }

    /// The title of a role by the rules of the day on which it was signed.
    fn title(&self, role: &str, prepared_at: &str) -> String {
        let day = DateTime::parse_from_rfc3339(prepared_at).map(|at| at.date_naive());
        let rules = self
            .deployment
            .zip(day.ok())
            .map(|(deployment, day)| deployment.at(day));
        let known = rules.and_then(|rules| rules.role(role));
        match (known, self.language) {
            (Some(known), Language::Vietnamese) => known.title.clone(),
            (Some(known), Language::English) => known.title_en.clone(),
            (None, _) => role.to_owned(),
        }
    }

    fn what(&self, act: Act) -> &'static str {
        match (act, self.language) {
            (Act::Submit, Language::Vietnamese) => "Kê khai sơ yếu lý lịch",
            (Act::Submit, Language::English) => "Declaration of the profile",
            (Act::Enter, Language::Vietnamese) => "Nhập sơ yếu lý lịch",
            (Act::Enter, Language::English) => "Entry of the profile",
            (Act::Approve, Language::Vietnamese) => "Xác nhận, phê duyệt sơ yếu lý lịch",
            (Act::Approve, Language::English) => "Approval of the profile",
            (Act::Return, Language::Vietnamese) => "Trả lại để bổ sung",
            (Act::Return, Language::English) => "Return for correction",
            (Act::ExportSign, Language::Vietnamese) => "Xác nhận bản xuất",
            (Act::ExportSign, Language::English) => "Signature on the export",
            (Act::ExportSeal, Language::Vietnamese) => "Chữ ký số của cơ quan",
            (Act::ExportSeal, Language::English) => "Seal of the agency",
        }
    }
}

/// Certificates from here name the account; others the person.
fn holds(certificate: &CertificateInfo, signer: &Signer) -> bool {
    let account = certificate
        .uid
        .as_deref()
        .and_then(|uid| uid.strip_prefix(ACCOUNT));
    match account {
        Some(account) => account == signer.account,
        None => fold(&certificate.subject_common_name).contains(&fold(&signer.name)),
    }
}

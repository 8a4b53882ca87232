//! Revocation of every certificate below the anchor, by list (CRL) or by answer (OCSP).
//!
//! webpki's own check takes the first list of an issuer and ignores revocation dates. Records are judged years later, with evidence of
//! several ages at hand, some out of files that anybody may have written. So here all evidence must be signed by the issuer or whom it
//! delegates, the newest of what is still in force at the time judged at decides, and a revocation counts from its date on.

mod crl;

use chrono::{DateTime, Utc};
use x509_cert::Certificate;

use super::{VerifyError, parse};
use crate::instant;
use crate::ocsp;
use crate::trust::TrustStore;
use crl::Crl;
pub(crate) use crl::EXPIRED_CERTS_ON_CRL;

/// Revocation data, DER, from wherever; nothing of it is trusted before its signature is checked.
pub(crate) struct Evidence<'a> {
    crls: Vec<&'a [u8]>,
    ocsps: Vec<&'a [u8]>,
}

impl<'a> Evidence<'a> {
    pub(crate) fn of(trust: &'a TrustStore) -> Self {
        let none = Self {
            crls: Vec::new(),
            ocsps: Vec::new(),
        };
        none.and(&trust.crls, &trust.ocsps)
    }

    /// With what came inside a signature.
    pub(crate) fn and(mut self, crls: &'a [Vec<u8>], ocsps: &'a [Vec<u8>]) -> Self {
        self.crls.extend(crls.iter().map(Vec::as_slice));
        self.ocsps.extend(ocsps.iter().map(Vec::as_slice));
        self
    }
}

/// What one piece of evidence says of one certificate.
#[derive(Clone, Copy, Debug)]
struct Finding {
    kind: Kind,
    this_update: DateTime<Utc>,
    /// Until when it is in force.
    next_update: DateTime<Utc>,
    status: Status,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Crl,
    Ocsp,
}

/// In the order of weight: of two findings of the same moment the graver one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    Good,
    Unknown,
    Revoked(DateTime<Utc>),
}

/// `path` is DER, the signer's certificate first, the anchor last. Evidence that cannot be read or is not the issuer's is ignored.
pub(crate) fn check(
    path: &[Vec<u8>],
    evidence: &Evidence<'_>,
    at: DateTime<Utc>,
) -> Result<(), VerifyError> {
    let known = Known {
        crls: evidence
            .crls
            .iter()
            .filter_map(|der| Crl::read(der))
            .collect(),
        ocsps: evidence
            .ocsps
            .iter()
            .filter_map(|der| ocsp::Response::read(der).ok())
            .collect(),
    };
    let certificates = path
        .iter()
        .map(|der| parse(der))
        .collect::<Result<Vec<_>, _>>()?;
    certificates
        .iter()
        .zip(certificates.iter().skip(1))
        .try_for_each(|(subject, issuer)| known.check_one(subject, issuer, at))
}

/// Whether silence at `this_update` means anything for a certificate that had `expired`. Authorities strike certificates off their lists once
/// they expire, revoked or not, unless they say since when they keep them.
fn outlasts(
    kept_since: Option<DateTime<Utc>>,
    expired: DateTime<Utc>,
    this_update: DateTime<Utc>,
) -> bool {
    this_update <= expired || kept_since.is_some_and(|since| since <= expired)
}

struct Known<'a> {
    crls: Vec<Crl<'a>>,
    ocsps: Vec<ocsp::Response>,
}

impl Known<'_> {
    fn check_one(
        &self,
        subject: &Certificate,
        issuer: &Certificate,
        at: DateTime<Utc>,
    ) -> Result<(), VerifyError> {
        let name = || {
            crate::certificate::text(&issuer.tbs_certificate.subject, const_oid::db::rfc4519::CN)
                .unwrap_or_default()
        };
        let mut findings: Vec<Finding> = self.lists(subject, issuer).collect();
        let mut wrong_responder = false;
        for response in &self.ocsps {
            match self.answer(response, subject, issuer) {
                Ok(finding) => findings.extend(finding),
                Err(WrongResponder) => wrong_responder = true,
            }
        }
        let newest = findings
            .iter()
            .filter(|finding| finding.next_update >= at)
            .max_by_key(|finding| (finding.this_update, finding.status));
        let stale = findings.iter().max_by_key(|finding| finding.next_update);
        match (newest.map(|finding| finding.status), stale) {
            (Some(Status::Revoked(since)), _) if since <= at => {
                Err(VerifyError::Revoked { at: since })
            }
            (Some(Status::Good | Status::Revoked(_)), _) => Ok(()),
            (Some(Status::Unknown), _) => Err(VerifyError::OcspUnknown { issuer: name() }),
            (None, _) if wrong_responder => Err(VerifyError::OcspWrongResponder { issuer: name() }),
            (None, Some(finding)) => Err(expired(finding, name())),
            (None, None) => Err(VerifyError::RevocationUnknown { issuer: name() }),
        }
    }

    fn lists(&self, subject: &Certificate, issuer: &Certificate) -> impl Iterator<Item = Finding> {
        self.crls
            .iter()
            .filter_map(|list| list.finding(subject, issuer))
    }

    fn answer(
        &self,
        response: &ocsp::Response,
        subject: &Certificate,
        issuer: &Certificate,
    ) -> Result<Option<Finding>, WrongResponder> {
        let Some(answer) = response.answer(subject, issuer) else {
            return Ok(None);
        };
        let responder = response.responder(issuer).ok_or(WrongResponder)?;
        if let Some(delegate) = responder.to_be_checked()
            && !self.is_good_by_list(delegate, issuer, response.produced_at())
        {
            return Err(WrongResponder);
        }
        let expired = instant::from_x509(subject.tbs_certificate.validity.not_after);
        if answer.status == ocsp::Status::Good
            && !outlasts(answer.archive_cutoff, expired, answer.this_update)
        {
            return Ok(None);
        }
        Ok(Some(Finding {
            kind: Kind::Ocsp,
            this_update: answer.this_update,
            next_update: answer.in_force_until(),
            status: match answer.status {
                ocsp::Status::Good => Status::Good,
                ocsp::Status::Revoked { at } => Status::Revoked(at),
                ocsp::Status::Unknown => Status::Unknown,
            },
        }))
    }

    /// A responder's certificate without ocsp-nocheck is itself looked up, in lists only: answers about it would be its own.
    fn is_good_by_list(
        &self,
        delegate: &Certificate,
        issuer: &Certificate,
        at: DateTime<Utc>,
    ) -> bool {
        let newest = self
            .lists(delegate, issuer)
            .filter(|finding| finding.next_update >= at)
            .max_by_key(|finding| (finding.this_update, finding.status));
        newest.is_some_and(|finding| match finding.status {
            Status::Good => true,
            Status::Revoked(since) => since > at,
            Status::Unknown => false,
        })
    }
}

/// An answer signed by somebody whom the issuer did not entrust with it.
struct WrongResponder;

fn expired(finding: &Finding, issuer: String) -> VerifyError {
    let next_update = finding.next_update;
    match finding.kind {
        Kind::Crl => VerifyError::CrlExpired {
            issuer,
            next_update,
        },
        Kind::Ocsp => VerifyError::OcspExpired {
            issuer,
            next_update,
        },
    }
}

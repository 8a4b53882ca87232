//! The authority's revocation lists (CRL).

use chrono::{DateTime, TimeDelta, Utc};
use const_oid::db::rfc5912;
use der::asn1::{BitString, GeneralizedTime, ObjectIdentifier, OctetString};
use der::{Decode, Encode};
use serde::{Deserialize, Serialize};
use x509_cert::crl::{CertificateList, RevokedCert, TbsCertList};
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::{AuthorityKeyIdentifier, CrlReason, SubjectKeyIdentifier};
use x509_cert::serial_number::SerialNumber;
use x509_cert::{Certificate, Version};

use super::{Authority, PilotCa, PilotCaError};
use crate::instant;
use crate::verify::EXPIRED_CERTS_ON_CRL;

/// Calendar days from the issue of a list to its nextUpdate.
pub const CRL_VALIDITY_DAYS: i64 = 7;

/// Why a certificate is revoked (RFC 5280 §5.3.1, the reasons that apply to a person's certificate).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RevocationReason {
    Unspecified,
    /// The key is lost or known to somebody else.
    KeyCompromise,
    /// The holder moved to another body or changed name.
    AffiliationChanged,
    /// A new certificate replaces it.
    Superseded,
    /// The holder left the service.
    CessationOfOperation,
}

/// A certificate of the issuing authority that no longer counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokedCertificate {
    /// As in [`crate::certificate::CertificateInfo::serial_hex`].
    pub serial_hex: String,
    pub at: DateTime<Utc>,
    pub reason: RevocationReason,
}

impl PilotCa {
    /// Signs the DER lists of the root (always empty) and of the issuing authority, in this order. Keep listing certificates after they
    /// expire, as the lists say (expiredCertsOnCRL): old signatures are judged by the newest list. `crl_number` must grow with every call.
    pub fn crls(
        &self,
        revoked: &[RevokedCertificate],
        crl_number: u64,
        now: DateTime<Utc>,
    ) -> Result<[Vec<u8>; 2], PilotCaError> {
        let entries = revoked.iter().map(entry).collect::<Result<Vec<_>, _>>()?;
        Ok([
            list(&self.root, Vec::new(), crl_number, now)?,
            list(&self.issuing, entries, crl_number, now)?,
        ])
    }
}

/// Made by hand: rcgen cannot say that expired certificates stay on the list.
fn list(
    authority: &Authority,
    revoked: Vec<RevokedCert>,
    number: u64,
    now: DateTime<Utc>,
) -> Result<Vec<u8>, PilotCaError> {
    let key = authority.issuer.key();
    let body = unsigned(authority, revoked, number, now).map_err(PilotCaError::Encoding)?;
    let octets = body.to_der().map_err(PilotCaError::Encoding)?;
    let signature = key.sign_octets(&octets).map_err(PilotCaError::Unusable)?;
    let list = BitString::from_bytes(&signature).and_then(|signature| {
        CertificateList {
            signature_algorithm: body.signature.clone(),
            tbs_cert_list: body,
            signature,
        }
        .to_der()
    });
    list.map_err(PilotCaError::Encoding)
}

fn unsigned(
    authority: &Authority,
    revoked: Vec<RevokedCert>,
    number: u64,
    now: DateTime<Utc>,
) -> Result<TbsCertList, der::Error> {
    let own = Certificate::from_der(&authority.der)?.tbs_certificate;
    let key_identifier = own.get::<SubjectKeyIdentifier>()?;
    let named = AuthorityKeyIdentifier {
        key_identifier: key_identifier.map(|(_, identifier)| identifier.0),
        ..AuthorityKeyIdentifier::default()
    };
    let first = Certificate::from_der(authority.first())?.tbs_certificate;
    let since = GeneralizedTime::from_unix_duration(first.validity.not_before.to_unix_duration())?;
    Ok(TbsCertList {
        version: Version::V2,
        signature: authority.issuer.key().signer().algorithm().identifier(),
        issuer: own.subject,
        this_update: instant::to_x509(now)?,
        next_update: Some(instant::to_x509(now + TimeDelta::days(CRL_VALIDITY_DAYS))?),
        // RFC 5280 §5.1.2.6: absent rather than empty.
        revoked_certificates: (!revoked.is_empty()).then_some(revoked),
        crl_extensions: Some(vec![
            extension(rfc5912::ID_CE_AUTHORITY_KEY_IDENTIFIER, &named)?,
            extension(rfc5912::ID_CE_CRL_NUMBER, &number)?,
            extension(EXPIRED_CERTS_ON_CRL, &since)?,
        ]),
    })
}

fn extension(oid: ObjectIdentifier, value: &impl Encode) -> Result<Extension, der::Error> {
    Ok(Extension {
        extn_id: oid,
        critical: false,
        extn_value: OctetString::new(value.to_der()?)?,
    })
}

fn entry(revoked: &RevokedCertificate) -> Result<RevokedCert, PilotCaError> {
    let serial = hex::decode(&revoked.serial_hex)
        .ok()
        .and_then(|bytes| SerialNumber::new(&bytes).ok())
        .ok_or_else(|| PilotCaError::SerialNumber(revoked.serial_hex.clone()))?;
    // Absence means unspecified; RFC 5280 asks to leave it out.
    let reason = match revoked.reason.on_list() {
        None => None,
        Some(reason) => Some(vec![
            extension(rfc5912::ID_CE_CRL_REASONS, &reason).map_err(PilotCaError::Encoding)?,
        ]),
    };
    Ok(RevokedCert {
        serial_number: serial,
        revocation_date: instant::to_x509(revoked.at).map_err(PilotCaError::Encoding)?,
        crl_entry_extensions: reason,
    })
}

impl RevocationReason {
    /// The reason as lists and OCSP answers name it.
    pub(super) fn on_list(self) -> Option<CrlReason> {
        match self {
            Self::Unspecified => None,
            Self::KeyCompromise => Some(CrlReason::KeyCompromise),
            Self::AffiliationChanged => Some(CrlReason::AffiliationChanged),
            Self::Superseded => Some(CrlReason::Superseded),
            Self::CessationOfOperation => Some(CrlReason::CessationOfOperation),
        }
    }
}

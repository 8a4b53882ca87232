//! The path from a certificate to a trust anchor (RFC 5280), without revocation.

use chrono::{DateTime, Utc};
use rustls_pki_types::{CertificateDer, TrustAnchor, UnixTime};
use webpki::{
    ALL_VERIFICATION_ALGS, EndEntityCert, Error, ExtendedKeyUsageValidator, KeyPurposeId,
    KeyPurposeIdIter, anchor_from_trusted_cert,
};

use super::VerifyError;
use crate::instant;
use crate::trust::{Anchor, TrustStore};

/// A path that holds at the time asked for.
pub(crate) struct Path<'a> {
    /// DER certificates, the signer's first, the anchor's last.
    pub certificates: Vec<Vec<u8>>,
    pub anchor: &'a Anchor,
}

/// What the end of a path is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Signing certificates are seen with emailProtection, documentSigning or no extended key usage at all; nonRepudiation decides instead.
    Signing,
    /// An authority that is limited to other purposes issues no time-stamp certificates.
    TimeStamping,
}

/// id-kp-timeStamping, 1.3.6.1.5.5.7.3.8.
const TIME_STAMPING: KeyPurposeId<'static> = KeyPurposeId::new(&[43, 6, 1, 5, 5, 7, 3, 8]);

impl ExtendedKeyUsageValidator for Purpose {
    /// Asked for every certificate of the path; without the extension there are no purposes, and no limit.
    fn validate(&self, mut purposes: KeyPurposeIdIter<'_, '_>) -> Result<(), Error> {
        let Some(first) = purposes.next() else {
            return Ok(());
        };
        if *self == Self::Signing || first? == TIME_STAMPING {
            return Ok(());
        }
        for purpose in purposes {
            if purpose? == TIME_STAMPING {
                return Ok(());
            }
        }
        Err(Error::UnsupportedCriticalExtension)
    }
}

pub(crate) fn build<'a>(
    leaf: &[u8],
    others: &[Vec<u8>],
    trust: &'a TrustStore,
    at: DateTime<Utc>,
    purpose: Purpose,
) -> Result<Path<'a>, VerifyError> {
    let roots: Vec<CertificateDer<'_>> = trust
        .anchors
        .iter()
        .map(|anchor| CertificateDer::from(anchor.der.as_slice()))
        .collect();
    // An anchor that cannot be read anchors nothing.
    let (known, anchors): (Vec<&Anchor>, Vec<TrustAnchor<'_>>) = trust
        .anchors
        .iter()
        .zip(&roots)
        .filter_map(|(known, root)| Some((known, anchor_from_trusted_cert(root).ok()?)))
        .unzip();
    let intermediates: Vec<CertificateDer<'_>> = others
        .iter()
        .chain(&trust.intermediates)
        .map(|der| CertificateDer::from(der.as_slice()))
        .collect();
    let leaf_der = CertificateDer::from(leaf);
    let end_entity = EndEntityCert::try_from(&leaf_der).map_err(reason)?;
    let path = end_entity
        .verify_for_usage(
            ALL_VERIFICATION_ALGS,
            &anchors,
            &intermediates,
            instant::to_unix(at),
            purpose,
            None,
            None,
        )
        .map_err(reason)?;

    let anchor = anchors
        .iter()
        .zip(known)
        .find_map(|(parsed, known)| (parsed == path.anchor()).then_some(known));
    let anchor = anchor.ok_or(VerifyError::UnknownIssuer)?;
    if let Some(required) = trust.minimum_level
        && anchor.level < required
    {
        return Err(VerifyError::LevelTooLow {
            found: anchor.level,
            required,
        });
    }
    let mut certificates = vec![leaf.to_vec()];
    certificates.extend(
        path.intermediate_certificates()
            .map(|certificate| certificate.der().to_vec()),
    );
    certificates.push(anchor.der.clone());
    Ok(Path {
        certificates,
        anchor,
    })
}

fn reason(error: Error) -> VerifyError {
    let from_unix =
        |time: UnixTime| instant::from_epoch(std::time::Duration::from_secs(time.as_secs()));
    match error {
        Error::CertExpired { not_after, .. } => VerifyError::Expired {
            not_after: from_unix(not_after),
        },
        Error::CertNotValidYet { not_before, .. } => VerifyError::NotYetValid {
            not_before: from_unix(not_before),
        },
        // A namesake of a trusted authority that did not sign the certificate is no issuer of it.
        Error::UnknownIssuer | Error::InvalidSignatureForPublicKey => VerifyError::UnknownIssuer,
        other => VerifyError::UntrustedPath(format!("{other:?}")),
    }
}

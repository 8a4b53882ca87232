//! A time-stamp authority of our own (đơn vị cấp dấu thời gian thử nghiệm), for pilots and tests.

use chrono::{DateTime, Utc};
use der::asn1::{Any, GeneralizedTime, Int, ObjectIdentifier, OctetString};
use der::{Decode, Encode};
use sha2::{Digest, Sha256};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;
use x509_tsp::{Accuracy, MessageImprint, TimeStampReq, TspVersion, TstInfo};

use super::info::TST_INFO;
use super::refusal::{Refusal, refuse};
use super::response::{Response, Status};
use super::{TspError, verify};
use crate::algorithm::{DigestAlgorithm, SignatureAlgorithm};
use crate::cms::{self, Content, Signed};
use crate::instant;
use crate::signer::Signer;

/// How far the clock may be off, in seconds; stated in every time stamp.
const ACCURACY_SECONDS: u64 = 1;

/// A key that stamps, with its certificate.
pub struct Tsa {
    signer: Box<dyn Signer>,
    chain: Vec<Vec<u8>>,
    certificates: Vec<Certificate>,
    policy: ObjectIdentifier,
}

impl Tsa {
    /// `chain` is leaf first, such as [`crate::pilot_ca::PilotCa::chain`] of a certificate from `issue_tsa`; `policy` is the object
    /// identifier of the rules it stamps under, in dotted form.
    ///
    /// # Errors
    /// The chain or the policy cannot be read, the certificate is not for time stamps or not for this key.
    pub fn new(
        signer: Box<dyn Signer>,
        chain: Vec<Vec<u8>>,
        policy: &str,
    ) -> Result<Self, TspError> {
        let certificates = cms::read_chain(&chain)?;
        let policy = ObjectIdentifier::new(policy)
            .map_err(|error| TspError::Malformed(format!("policy {policy}: {error}")))?;
        let leaf = certificates
            .first()
            .ok_or_else(|| TspError::Malformed("the chain is empty".to_owned()))?;
        verify::check_usage(leaf)?;
        let key = &leaf.tbs_certificate.subject_public_key_info;
        let fits = SignatureAlgorithm::of_key(key) == Ok(signer.algorithm());
        if !fits || key.to_der()? != signer.public_key() {
            return Err(TspError::OtherKey);
        }
        Ok(Self {
            signer,
            chain,
            certificates,
            policy,
        })
    }

    /// Answers a DER TimeStampReq with a DER TimeStampResp, a refusal included. `serial` is 16 random bytes, new for each call.
    pub fn respond(&self, request_der: &[u8], serial: [u8; 16], now: DateTime<Utc>) -> Vec<u8> {
        self.granted(request_der, serial, now)
            .unwrap_or_else(refuse)
    }

    /// A token over `imprint` (SHA-256) with the certificates inside; `serial` as in [`Tsa::respond`].
    ///
    /// # Errors
    /// The key does not sign.
    pub fn stamp(
        &self,
        imprint: &[u8; 32],
        serial: [u8; 16],
        now: DateTime<Utc>,
    ) -> Result<Vec<u8>, TspError> {
        let imprint = MessageImprint {
            hash_algorithm: AlgorithmIdentifierOwned {
                oid: const_oid::db::rfc5912::ID_SHA_256,
                parameters: Some(Any::null()),
            },
            hashed_message: OctetString::new(imprint.as_slice())?,
        };
        self.token(imprint, None, true, serial, now)
    }

    fn granted(
        &self,
        request_der: &[u8],
        serial: [u8; 16],
        now: DateTime<Utc>,
    ) -> Result<Vec<u8>, Refusal> {
        let request =
            TimeStampReq::from_der(request_der).map_err(|_ignored| Refusal::BadDataFormat)?;
        let imprint = request.message_imprint;
        let digest = DigestAlgorithm::of_identifier(imprint.hash_algorithm.oid)
            .ok_or(Refusal::BadAlgorithm)?;
        if imprint.hashed_message.as_bytes().len() != digest.length() {
            return Err(Refusal::BadRequest);
        }
        if request
            .req_policy
            .is_some_and(|wanted| wanted != self.policy)
        {
            return Err(Refusal::UnacceptedPolicy);
        }
        if request.extensions.is_some() {
            return Err(Refusal::UnacceptedExtension);
        }
        let token = self
            .token(imprint, request.nonce, request.cert_req, serial, now)
            .map_err(|_ignored| Refusal::SystemFailure)?;
        let response = Response {
            status: Status {
                status: 0,
                text: None,
                failure: None,
            },
            token: Some(
                token
                    .as_slice()
                    .try_into()
                    .map_err(|_ignored| Refusal::SystemFailure)?,
            ),
        };
        response.to_der().map_err(|_ignored| Refusal::SystemFailure)
    }

    fn token(
        &self,
        imprint: MessageImprint,
        nonce: Option<Int>,
        with_certificates: bool,
        mut serial: [u8; 16],
        now: DateTime<Utc>,
    ) -> Result<Vec<u8>, TspError> {
        let [first, ..] = &mut serial;
        *first = (*first & 0x7f) | 0x40;
        let info = TstInfo {
            version: TspVersion::V1,
            policy: self.policy,
            message_imprint: imprint,
            serial_number: Int::new(&serial)?,
            gen_time: GeneralizedTime::from_unix_duration(instant::since_epoch(now))?,
            accuracy: Some(Accuracy {
                seconds: Some(ACCURACY_SECONDS),
                millis: None,
                micros: None,
            }),
            ordering: false,
            nonce,
            tsa: None,
            extensions: None,
        }
        .to_der()?;
        let (leaf, leaf_der) = self
            .certificates
            .first()
            .zip(self.chain.first())
            .ok_or(TspError::OtherKey)?;
        let digest = Sha256::digest(&info).into();
        let prepared = cms::attributes(TST_INFO, &digest, leaf_der, Some(now))?;
        let signature = self.signer.sign(&prepared)?;
        let signed = Signed {
            attributes: Decode::from_der(&prepared.attributes)?,
            algorithm: self.signer.algorithm(),
            signature: &signature,
            leaf,
        };
        let certificates: &[Certificate] = if with_certificates {
            &self.certificates
        } else {
            &[]
        };
        let content = Content::Inside(TST_INFO, &info);
        Ok(cms::envelope(signed, &content, certificates)?)
    }
}

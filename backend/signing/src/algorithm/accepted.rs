//! The algorithms of signatures made elsewhere: more than what is produced here, still nothing with SHA-1 or MD5.

use std::fmt;

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA384_ASN1, ECDSA_P256_SHA512_ASN1, ECDSA_P384_SHA256_ASN1,
    ECDSA_P384_SHA384_ASN1, ECDSA_P384_SHA512_ASN1, RSA_PKCS1_2048_8192_SHA256,
    RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512, RSA_PSS_2048_8192_SHA256,
    RSA_PSS_2048_8192_SHA384, RSA_PSS_2048_8192_SHA512, RsaParameters, RsaPssSaltLength,
    UnparsedPublicKey, VerificationAlgorithm,
};
use const_oid::db::rfc5912;
use der::Sequence;
use der::asn1::ObjectIdentifier;
use spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

use super::DigestAlgorithm;

/// Padding or curve of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// RSASSA-PKCS1-v1_5.
    RsaPkcs1,
    /// RSASSA-PSS with MGF1 over the same hash and a salt of this many bytes.
    RsaPss {
        salt_length: u16,
    },
    EcdsaP256,
    EcdsaP384,
}

/// How a verified signature was made; its `Display` is a stable name such as `rsa-pkcs1-sha256`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AcceptedAlgorithm {
    pub scheme: Scheme,
    pub digest: DigestAlgorithm,
}

/// saltLength where it is absent.
const DEFAULT_SALT: u16 = 20;

/// RSASSA-PSS-params (RFC 4055 §3.1); an absent hash means SHA-1, which is refused.
#[derive(Sequence)]
struct PssParameters {
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    hash: Option<AlgorithmIdentifierOwned>,
    #[asn1(context_specific = "1", tag_mode = "EXPLICIT", optional = "true")]
    mask: Option<AlgorithmIdentifierOwned>,
    #[asn1(context_specific = "2", tag_mode = "EXPLICIT", optional = "true")]
    salt_length: Option<u16>,
    #[asn1(context_specific = "3", tag_mode = "EXPLICIT", optional = "true")]
    trailer: Option<u8>,
}

impl AcceptedAlgorithm {
    /// What a SignerInfo names: its signature algorithm, made over its digest algorithm, with a key of this kind.
    ///
    /// # Errors
    /// The identifier that is not accepted; also where the signature hashes with another function than the SignerInfo says, or the key is
    /// of another kind.
    pub(crate) fn of_signer(
        signature: &AlgorithmIdentifierOwned,
        digest: ObjectIdentifier,
        key: &SubjectPublicKeyInfoOwned,
    ) -> Result<Self, ObjectIdentifier> {
        let digest = DigestAlgorithm::of_identifier(digest).ok_or(digest)?;
        let found = match signature.oid {
            // RFC 5652 allows the plain key algorithm here; the digest is then that of the SignerInfo.
            rfc5912::RSA_ENCRYPTION => Self {
                scheme: Scheme::RsaPkcs1,
                digest,
            },
            rfc5912::ID_RSASSA_PSS => pss(signature).ok_or(signature.oid)?,
            oid => Self::of_oid(oid, key).ok_or(oid)?,
        };
        if found.digest == digest && found.fits(key) {
            Ok(found)
        } else {
            Err(signature.oid)
        }
    }

    fn of_oid(oid: ObjectIdentifier, key: &SubjectPublicKeyInfoOwned) -> Option<Self> {
        use DigestAlgorithm::{Sha256, Sha384, Sha512};
        let rsa = |digest| {
            Some(Self {
                scheme: Scheme::RsaPkcs1,
                digest,
            })
        };
        let ecdsa = |digest| {
            let scheme = curve(key)?;
            Some(Self { scheme, digest })
        };
        match oid {
            rfc5912::SHA_256_WITH_RSA_ENCRYPTION => rsa(Sha256),
            rfc5912::SHA_384_WITH_RSA_ENCRYPTION => rsa(Sha384),
            rfc5912::SHA_512_WITH_RSA_ENCRYPTION => rsa(Sha512),
            rfc5912::ECDSA_WITH_SHA_256 => ecdsa(Sha256),
            rfc5912::ECDSA_WITH_SHA_384 => ecdsa(Sha384),
            rfc5912::ECDSA_WITH_SHA_512 => ecdsa(Sha512),
            _ => None,
        }
    }

    fn fits(self, key: &SubjectPublicKeyInfoOwned) -> bool {
        match self.scheme {
            Scheme::RsaPkcs1 | Scheme::RsaPss { .. } => {
                key.algorithm.oid == rfc5912::RSA_ENCRYPTION
            }
            Scheme::EcdsaP256 | Scheme::EcdsaP384 => curve(key) == Some(self.scheme),
        }
    }

    /// Whether `signature` (ECDSA in DER form) over `message` was made by `key`. RSA keys below 2048 bits never verify.
    pub(crate) fn verifies(
        self,
        key: &SubjectPublicKeyInfoOwned,
        message: &[u8],
        signature: &[u8],
    ) -> bool {
        use DigestAlgorithm::{Sha256, Sha384, Sha512};
        let bits = key.subject_public_key.as_bytes().unwrap_or_default();
        let holds = |algorithm: &'static dyn VerificationAlgorithm| {
            UnparsedPublicKey::new(algorithm, bits)
                .verify(message, signature)
                .is_ok()
        };
        self.fits(key)
            && match (self.scheme, self.digest) {
                (Scheme::RsaPkcs1, Sha256) => holds(&RSA_PKCS1_2048_8192_SHA256),
                (Scheme::RsaPkcs1, Sha384) => holds(&RSA_PKCS1_2048_8192_SHA384),
                (Scheme::RsaPkcs1, Sha512) => holds(&RSA_PKCS1_2048_8192_SHA512),
                (Scheme::RsaPss { salt_length }, digest) => {
                    let parameters: RsaParameters = match digest {
                        Sha256 => RSA_PSS_2048_8192_SHA256,
                        Sha384 => RSA_PSS_2048_8192_SHA384,
                        Sha512 => RSA_PSS_2048_8192_SHA512,
                    };
                    let salted =
                        parameters.with_pss_salt_length(RsaPssSaltLength::Custom(salt_length));
                    salted.verify_sig(bits, message, signature).is_ok()
                }
                (Scheme::EcdsaP256, Sha256) => holds(&ECDSA_P256_SHA256_ASN1),
                (Scheme::EcdsaP256, Sha384) => holds(&ECDSA_P256_SHA384_ASN1),
                (Scheme::EcdsaP256, Sha512) => holds(&ECDSA_P256_SHA512_ASN1),
                (Scheme::EcdsaP384, Sha256) => holds(&ECDSA_P384_SHA256_ASN1),
                (Scheme::EcdsaP384, Sha384) => holds(&ECDSA_P384_SHA384_ASN1),
                (Scheme::EcdsaP384, Sha512) => holds(&ECDSA_P384_SHA512_ASN1),
            }
    }
}

fn pss(algorithm: &AlgorithmIdentifierOwned) -> Option<AcceptedAlgorithm> {
    let parameters: PssParameters = algorithm.parameters.as_ref()?.decode_as().ok()?;
    let digest = DigestAlgorithm::of_identifier(parameters.hash?.oid)?;
    let mask = parameters.mask?;
    let mask_hash: AlgorithmIdentifierOwned = mask.parameters.as_ref()?.decode_as().ok()?;
    let same = mask.oid == rfc5912::ID_MGF_1
        && DigestAlgorithm::of_identifier(mask_hash.oid) == Some(digest);
    let salt_length = parameters.salt_length.unwrap_or(DEFAULT_SALT);
    (same && parameters.trailer.is_none_or(|trailer| trailer == 1)).then_some(AcceptedAlgorithm {
        scheme: Scheme::RsaPss { salt_length },
        digest,
    })
}

fn curve(key: &SubjectPublicKeyInfoOwned) -> Option<Scheme> {
    if key.algorithm.oid != rfc5912::ID_EC_PUBLIC_KEY {
        return None;
    }
    match key.algorithm.parameters.as_ref()?.decode_as().ok()? {
        rfc5912::SECP_256_R_1 => Some(Scheme::EcdsaP256),
        rfc5912::SECP_384_R_1 => Some(Scheme::EcdsaP384),
        _ => None,
    }
}

impl fmt::Display for AcceptedAlgorithm {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = match self.scheme {
            Scheme::RsaPkcs1 => "rsa-pkcs1",
            Scheme::RsaPss { .. } => "rsa-pss",
            Scheme::EcdsaP256 => "ecdsa-p256",
            Scheme::EcdsaP384 => "ecdsa-p384",
        };
        write!(formatter, "{scheme}-{}", self.digest.name())
    }
}

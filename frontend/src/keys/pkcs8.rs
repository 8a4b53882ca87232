//! What kind of key a PKCS#8 structure (RFC 5958) holds.

use super::csr::KeyKind;
use super::der::{INTEGER, OID, SEQUENCE, read};

/// rsaEncryption, 1.2.840.113549.1.1.1.
const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
/// id-ecPublicKey, 1.2.840.10045.2.1.
const EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
/// secp256r1, 1.2.840.10045.3.1.7.
const P256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];

/// RSA of any length, or ECDSA on P-256; `None` for what the app does not sign with.
#[must_use]
pub fn kind(pkcs8: &[u8]) -> Option<KeyKind> {
    let (SEQUENCE, info, _) = read(pkcs8)? else {
        return None;
    };
    let (INTEGER, _, rest) = read(info)? else {
        return None;
    };
    let (SEQUENCE, algorithm, _) = read(rest)? else {
        return None;
    };
    let (OID, oid, parameters) = read(algorithm)? else {
        return None;
    };
    match oid {
        RSA => Some(KeyKind::Rsa2048),
        EC => {
            let (OID, curve, _) = read(parameters)? else {
                return None;
            };
            (curve == P256).then_some(KeyKind::P256)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::der::{NULL, OCTET_STRING, constructed, tlv, unsigned};
    use super::*;

    fn pkcs8(oid: &[u8], parameters: Vec<u8>) -> Vec<u8> {
        let algorithm = constructed(SEQUENCE, &[tlv(OID, oid), parameters]);
        let key = tlv(OCTET_STRING, &[1, 2, 3]);
        constructed(SEQUENCE, &[unsigned(&[0]), algorithm, key])
    }

    #[test]
    fn only_keys_that_the_app_signs_with_have_a_kind() {
        const P384: &[u8] = &[0x2b, 0x81, 0x04, 0x00, 0x22];
        const ED25519: &[u8] = &[0x2b, 0x65, 0x70];
        let rsa = pkcs8(RSA, tlv(NULL, &[]));
        assert_eq!(kind(&rsa), Some(KeyKind::Rsa2048));
        assert_eq!(kind(&pkcs8(EC, tlv(OID, P256))), Some(KeyKind::P256));
        assert_eq!(kind(&pkcs8(EC, tlv(OID, P384))), None);
        assert_eq!(kind(&pkcs8(ED25519, Vec::new())), None);
        assert_eq!(kind(b"-----BEGIN"), None);
    }
}

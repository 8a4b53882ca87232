//! A certificate request (PKCS#10, RFC 2986).

use super::der::{
    CONTEXT_0, NULL, OID, SEQUENCE, SET, UTF8_STRING, bit_string, constructed, tlv, unsigned,
};

/// commonName, 2.5.4.3.
const COMMON_NAME: &[u8] = &[0x55, 0x04, 0x03];
/// sha256WithRSAEncryption, 1.2.840.113549.1.1.11.
const SHA256_RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b];
/// ecdsa-with-SHA256, 1.2.840.10045.4.3.2.
const SHA256_ECDSA: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];

/// The kind of a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyKind {
    /// RSA of 2048 bits, which every reader of signed PDF knows.
    #[default]
    Rsa2048,
    /// ECDSA on P-256.
    P256,
}

/// The part of the request that gets signed, for a public key (SubjectPublicKeyInfo, DER).
#[must_use]
pub fn request_info(common_name: &str, public_key: &[u8]) -> Vec<u8> {
    let attribute = constructed(
        SEQUENCE,
        &[
            tlv(OID, COMMON_NAME),
            tlv(UTF8_STRING, common_name.as_bytes()),
        ],
    );
    let name = constructed(SEQUENCE, &[constructed(SET, &[attribute])]);
    let version = unsigned(&[0]);
    let no_attributes = tlv(CONTEXT_0, &[]);
    constructed(
        SEQUENCE,
        &[version, name, public_key.to_vec(), no_attributes],
    )
}

/// The whole request; an ECDSA signature is given as the browser makes it, r‖s.
#[must_use]
pub fn request(info: Vec<u8>, kind: KeyKind, signature: &[u8]) -> Vec<u8> {
    let (algorithm, signature) = match kind {
        KeyKind::Rsa2048 => (
            constructed(SEQUENCE, &[tlv(OID, SHA256_RSA), tlv(NULL, &[])]),
            signature.to_vec(),
        ),
        KeyKind::P256 => {
            let (r, s) = signature.split_at(signature.len() / 2);
            (
                constructed(SEQUENCE, &[tlv(OID, SHA256_ECDSA)]),
                constructed(SEQUENCE, &[unsigned(r), unsigned(s)]),
            )
        }
    };
    constructed(SEQUENCE, &[info, algorithm, bit_string(&signature)])
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use super::super::der::{INTEGER, read};
    use super::*;

    fn openssl(folder: &Path, args: &[&str]) -> bool {
        let status = Command::new("openssl")
            .args(args)
            .current_dir(folder)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .status();
        status.is_ok_and(|status| status.success())
    }

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("congvu-csr-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    /// r‖s from the DER that openssl makes.
    fn raw(der: &[u8]) -> Vec<u8> {
        let (_, content, _) = read(der).unwrap();
        let (tag, r, rest) = read(content).unwrap();
        let (_, s, _) = read(rest).unwrap();
        assert_eq!(tag, INTEGER);
        let fixed = |n: &[u8]| {
            let n: Vec<u8> = n.iter().copied().skip_while(|b| *b == 0).collect();
            [vec![0; 32 - n.len()], n].concat()
        };
        [fixed(r), fixed(s)].concat()
    }

    fn verifies(name: &str, kind: KeyKind, key_options: &[&str]) {
        let folder = folder(name);
        let mut args = vec!["genpkey", "-out", "key.pem"];
        args.extend(key_options);
        if !openssl(&folder, &args) {
            return; // no openssl on this machine
        }
        assert!(openssl(
            &folder,
            &[
                "pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "pub.der"
            ]
        ));
        let public_key = std::fs::read(folder.join("pub.der")).unwrap();
        let info = request_info("Nguyễn Thị B", &public_key);
        std::fs::write(folder.join("info.der"), &info).unwrap();
        assert!(openssl(
            &folder,
            &[
                "dgst",
                "-sha256",
                "-sign",
                "key.pem",
                "-out",
                "signature",
                "info.der"
            ]
        ));
        let mut signature = std::fs::read(folder.join("signature")).unwrap();
        if kind == KeyKind::P256 {
            signature = raw(&signature);
        }
        std::fs::write(folder.join("csr.der"), request(info, kind, &signature)).unwrap();
        let verify = [
            "req", "-inform", "DER", "-in", "csr.der", "-verify", "-noout",
        ];
        assert!(openssl(&folder, &verify), "{name} does not verify");
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn openssl_verifies_an_rsa_request() {
        verifies(
            "rsa",
            KeyKind::Rsa2048,
            &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
        );
    }

    #[test]
    fn openssl_verifies_a_p256_request() {
        verifies(
            "p256",
            KeyKind::P256,
            &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
        );
    }
}

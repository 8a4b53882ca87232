//! OpenSSL as the independent judge, in both directions. Skipped, saying so, only where the program is absent.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::process::{Command, Output};

    use congvu_signing::pem;
    use congvu_signing::verify::verify_detached;

    use super::support::{CONTENT, Person, ca, digest, folder, now, subject, trust};

    fn absent() -> bool {
        let absent = Command::new("openssl").arg("version").output().is_err();
        if absent {
            eprintln!("SKIPPED: openssl is not installed");
        }
        absent
    }

    fn openssl(dir: &Path, arguments: &[&str]) -> Output {
        Command::new("openssl")
            .args(arguments)
            .current_dir(dir)
            .output()
            .unwrap()
    }

    fn write_trust(dir: &Path, person: &Person, revoked: bool) {
        let revoked = if revoked {
            vec![person.revoked(now())]
        } else {
            vec![]
        };
        let [root_crl, issuing_crl] = ca().crls(&revoked, 1, now()).unwrap();
        let bundle = [
            pem::certificate(ca().root_der()).unwrap(),
            pem::crl(&root_crl).unwrap(),
            pem::crl(&issuing_crl).unwrap(),
        ];
        std::fs::write(dir.join("trust.pem"), bundle.concat()).unwrap();
        std::fs::write(dir.join("content"), CONTENT).unwrap();
    }

    fn judge(dir: &Path) -> Output {
        let at = now().timestamp().to_string();
        let arguments = [
            "cms",
            "-verify",
            "-binary",
            "-cades",
            "-content",
            "content",
            "-inform",
            "DER",
            "-in",
            "signature.p7s",
            "-CAfile",
        ];
        openssl(
            dir,
            &[
                &arguments[..],
                &["trust.pem", "-crl_check_all", "-attime", &at, "-out", "out"],
            ]
            .concat(),
        )
    }

    #[test]
    fn openssl_accepts_our_signatures_and_refuses_the_bad_ones() {
        if absent() {
            return;
        }
        for (index, person) in [Person::rsa(), Person::p256()].into_iter().enumerate() {
            let dir = folder(&format!("openssl-judge-{index}"));
            write_trust(&dir, &person, false);
            std::fs::write(dir.join("signature.p7s"), person.sign(CONTENT)).unwrap();
            let output = judge(&dir);
            let text = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(
                output.status.success() && text.contains("CAdES Verification successful"),
                "{text}"
            );

            write_trust(&dir, &person, true);
            let output = judge(&dir);
            assert!(
                !output.status.success()
                    && String::from_utf8_lossy(&output.stderr).contains("certificate revoked")
            );

            write_trust(&dir, &person, false);
            std::fs::write(dir.join("content"), b"changed").unwrap();
            assert!(!judge(&dir).status.success());
        }
    }

    #[test]
    fn we_accept_what_openssl_streams_as_ber() {
        if absent() {
            return;
        }
        for (index, person) in [Person::rsa(), Person::p256()].into_iter().enumerate() {
            let dir = folder(&format!("openssl-signer-{index}"));
            std::fs::write(dir.join("content"), CONTENT).unwrap();
            std::fs::write(dir.join("key.pem"), person.key.to_pkcs8_pem()).unwrap();
            std::fs::write(dir.join("leaf.pem"), pem::certificate(&person.der).unwrap()).unwrap();
            std::fs::write(
                dir.join("issuing.pem"),
                pem::certificate(ca().issuing_der()).unwrap(),
            )
            .unwrap();
            let arguments = [
                "cms", "-sign", "-binary", "-cades", "-md", "sha256", "-in", "content", "-signer",
                "leaf.pem", "-inkey",
            ];
            let rest = [
                "key.pem",
                "-certfile",
                "issuing.pem",
                "-stream",
                "-outform",
                "DER",
                "-out",
                "signature.p7s",
            ];
            let output = openssl(&dir, &[&arguments[..], &rest].concat());
            assert!(
                output.status.success(),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
            let signature = std::fs::read(dir.join("signature.p7s")).unwrap();
            assert_eq!(signature[..2], [0x30, 0x80], "OpenSSL should have streamed");
            let verified = verify_detached(&signature, &digest(CONTENT), &trust(), now()).unwrap();
            assert_eq!(verified.leaf_der, person.der);
        }
    }

    #[test]
    fn requests_made_by_openssl_are_accepted_unless_the_key_is_weak() {
        if absent() {
            return;
        }
        let dir = folder("openssl-requests");
        let cases: [(&[&str], bool); 4] = [
            (&["-newkey", "rsa:2048"], true),
            (
                &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
                true,
            ),
            (&["-newkey", "rsa:1024"], false),
            (
                &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:secp256k1"],
                false,
            ),
        ];
        for (key, accepted) in cases {
            let rest = [
                "-nodes",
                "-keyout",
                "key.pem",
                "-subj",
                "/CN=x",
                "-outform",
                "DER",
                "-out",
                "request.der",
            ];
            let output = openssl(&dir, &[&["req", "-new"], key, &rest].concat());
            assert!(
                output.status.success(),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
            let request = std::fs::read(dir.join("request.der")).unwrap();
            let outcome = ca().issue_person(&request, &subject("x"), [5; 16], now(), 30);
            assert_eq!(outcome.is_ok(), accepted, "{key:?}");
        }
    }
}

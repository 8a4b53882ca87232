//! OpenSSL as the independent judge of time stamps, OCSP and algorithms. Skipped, saying so, only where the program is absent.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::process::Command;

    use congvu_signing::pilot_ca::OcspResponder;
    use congvu_signing::software_key::SoftwareKey;
    use congvu_signing::verify::{verify_content, verify_detached};
    use congvu_signing::{cms, pem, tsp};
    use rcgen::{CertificateParams, Issuer, KeyPair, KeyUsagePurpose};

    use super::support::{
        CONTENT, Person, TSA_POLICY, ca, digest, folder, later, now, stamped, trust, tsa,
    };

    fn absent() -> bool {
        let absent = Command::new("openssl").arg("version").output().is_err();
        if absent {
            eprintln!("SKIPPED: openssl is not installed");
        }
        absent
    }

    /// Runs `openssl` in `dir`; arguments are separated by blanks.
    fn openssl(dir: &Path, arguments: &str) -> Result<String, String> {
        let output = Command::new("openssl")
            .args(arguments.split_whitespace())
            .current_dir(dir)
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        if output.status.success() {
            Ok(said)
        } else {
            Err(said)
        }
    }

    fn write(dir: &Path, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(dir.join(name), content).unwrap();
    }

    /// `root.pem`, `issuing.pem`, `trust.pem` with the lists, and the content.
    fn prepare(name: &str) -> std::path::PathBuf {
        let dir = folder(name);
        let [root, issuing] =
            [ca().root_der(), ca().issuing_der()].map(|der| pem::certificate(der).unwrap());
        let lists = ca().crls(&[], 1, now()).unwrap();
        let lists = lists.map(|list| pem::crl(&list).unwrap()).concat();
        write(&dir, "trust.pem", format!("{root}{issuing}{lists}"));
        write(&dir, "root.pem", root);
        write(&dir, "issuing.pem", issuing);
        write(&dir, "content", CONTENT);
        dir
    }

    #[test]
    fn openssl_accepts_our_time_stamps() {
        if absent() {
            return;
        }
        let dir = prepare("openssl-ts");
        let at = now().timestamp();
        for (hash, policy) in [
            ("sha256", ""),
            ("sha512", "-tspolicy 1.3.6.1.4.1.99999.3161"),
        ] {
            openssl(
                &dir,
                &format!("ts -query -data content -{hash} -cert {policy} -out q.tsq"),
            )
            .unwrap();
            let query = std::fs::read(dir.join("q.tsq")).unwrap();
            write(&dir, "r.tsr", tsa().respond(&query, [7; 16], now()));
            let verify = format!(
                "ts -verify -queryfile q.tsq -in r.tsr -CAfile root.pem -untrusted issuing.pem -attime {at}"
            );
            let said = openssl(&dir, &verify).unwrap();
            assert!(said.contains("Verification: OK"), "{said}");
            let said = openssl(&dir, "ts -reply -in r.tsr -text").unwrap();
            assert!(
                said.contains(TSA_POLICY) && said.contains("Mar  2 02:00:00 2026"),
                "{said}"
            );
        }
        openssl(&dir, "ts -query -data content -sha1 -out q.tsq").unwrap();
        let query = std::fs::read(dir.join("q.tsq")).unwrap();
        write(&dir, "r.tsr", tsa().respond(&query, [7; 16], now()));
        let said = openssl(&dir, "ts -reply -in r.tsr -text").unwrap();
        assert!(
            said.contains("Rejected") && said.contains("unrecognized or unsupported algorithm"),
            "{said}"
        );
    }

    #[test]
    fn openssl_accepts_our_stamped_signatures() {
        if absent() {
            return;
        }
        let dir = prepare("openssl-stamped");
        for person in [Person::rsa(), Person::p256()] {
            let signature = stamped(&person.sign(CONTENT), now());
            write(&dir, "signature.p7s", &signature);
            let verify = "cms -verify -binary -cades -content content -inform DER -in signature.p7s -CAfile trust.pem -crl_check_all -out out";
            let said = openssl(&dir, &format!("{verify} -attime {}", now().timestamp())).unwrap();
            assert!(said.contains("CAdES Verification successful"), "{said}");
            // The token by itself, over the signature value.
            let tokens = cms::time_stamp_tokens(&signature).unwrap();
            write(&dir, "token", &tokens[0]);
            let imprint = hex::encode(cms::signature_imprint(&signature).unwrap());
            let verify = format!(
                "ts -verify -digest {imprint} -token_in -in token -CAfile root.pem -untrusted issuing.pem"
            );
            openssl(&dir, &format!("{verify} -attime {}", now().timestamp())).unwrap();
        }
    }

    /// `openssl ts -reply` stamps with the clock of the machine, so these certificates must cover it.
    #[test]
    fn we_accept_time_stamps_of_openssl() {
        if absent() {
            return;
        }
        let dir = prepare("openssl-tsa");
        let key = SoftwareKey::generate_rsa().unwrap();
        let der = ca().issue_tsa(&key.public_key(), [8; 16], now()).unwrap();
        write(&dir, "tsa.key", key.to_pkcs8_pem());
        write(&dir, "tsa.pem", pem::certificate(&der).unwrap());
        let clock = openssl(&dir, "version -v").is_ok() && {
            let info = congvu_signing::certificate::CertificateInfo::parse(&der).unwrap();
            let file = std::fs::metadata(dir.join("tsa.pem"))
                .unwrap()
                .modified()
                .unwrap();
            let machine = chrono::DateTime::<chrono::Utc>::from(file);
            info.not_before < machine && machine < info.not_after
        };
        if !clock {
            eprintln!("SKIPPED: the clock of this machine is outside the test certificates");
            return;
        }
        for ess in ["sha1", "sha256"] {
            write(&dir, "serial", "01\n");
            write(
                &dir,
                "tsa.cnf",
                format!(
                    "[tsa]\ndefault_tsa = own\n[own]\nserial = serial\nsigner_digest = sha512\ndefault_policy = 1.2.3.4\ndigests = sha256\nordering = yes\ntsa_name = yes\nclock_precision_digits = 3\ness_cert_id_alg = {ess}\n"
                ),
            );
            let request = tsp::request(&digest(CONTENT), [3; 16]).unwrap();
            write(&dir, "q.tsq", &request.der);
            openssl(&dir, "ts -reply -queryfile q.tsq -out r.tsr -config tsa.cnf -signer tsa.pem -inkey tsa.key -chain issuing.pem").unwrap();
            let response = std::fs::read(dir.join("r.tsr")).unwrap();
            let token = tsp::token_of_response(&response, &request).unwrap();
            let verified = tsp::verify(&token, &digest(CONTENT), &trust(), later(1)).unwrap();
            assert_eq!(verified.policy, "1.2.3.4", "{ess}");
        }
    }

    #[test]
    fn openssl_reads_our_lists() {
        if absent() {
            return;
        }
        let dir = prepare("openssl-lists");
        let person = Person::p256();
        let lists = ca().crls(&[person.revoked(now())], 7, now()).unwrap();
        for (list, issuer, words) in [
            (&lists[0], "root.pem", &["No Revoked Certificates"][..]),
            (
                &lists[1],
                "issuing.pem",
                &[
                    "Key Compromise",
                    "Mar  2 02:00:00 2026 GMT",
                    "X509v3 Authority Key Identifier",
                ],
            ),
        ] {
            write(&dir, "list.der", list);
            let said = openssl(
                &dir,
                &format!("crl -inform DER -in list.der -CAfile {issuer} -text -noout"),
            )
            .unwrap();
            assert!(
                said.contains("verify OK") && said.contains("X509v3 CRL Number"),
                "{said}"
            );
            assert!(words.iter().all(|word| said.contains(word)), "{said}");
        }
    }

    #[test]
    fn openssl_understands_our_ocsp() {
        if absent() {
            return;
        }
        let dir = prepare("openssl-ocsp");
        let person = Person::p256();
        write(&dir, "person.pem", pem::certificate(&person.der).unwrap());
        let key = SoftwareKey::generate_rsa().unwrap();
        let der = ca()
            .issue_ocsp_responder(&key.public_key(), [5; 16], now())
            .unwrap();
        let delegate = OcspResponder::new(Box::new(key), der).unwrap();
        for hash in ["sha1", "sha256"] {
            openssl(
                &dir,
                &format!("ocsp -{hash} -issuer issuing.pem -cert person.pem -reqout request.der"),
            )
            .unwrap();
            let request = std::fs::read(dir.join("request.der")).unwrap();
            for (revoked, exists, word) in [
                (vec![], true, "good"),
                (vec![person.revoked(later(-1))], true, "revoked"),
                (vec![], false, "unknown"),
            ] {
                let own = ca().ocsp_response(&request, &revoked, |_| exists, now());
                let delegated =
                    ca().ocsp_response_by(&delegate, &request, &revoked, |_| exists, now());
                for response in [own, delegated] {
                    write(&dir, "response.der", response);
                    let said = openssl(&dir, &format!(
                        "ocsp -{hash} -issuer issuing.pem -cert person.pem -no_nonce -respin response.der -CAfile root.pem -verify_other issuing.pem -attime {} -validity_period 999999999",
                        now().timestamp()
                    )).unwrap();
                    assert!(
                        said.contains("Response verify OK")
                            && said.contains(&format!("person.pem: {word}")),
                        "{said}"
                    );
                    let reason = said.contains("Reason: keyCompromise");
                    assert_eq!(reason, word == "revoked", "{said}");
                }
            }
        }
    }

    /// A P-384 key with a certificate of the pilot authority, written as PEM files.
    fn p384(dir: &Path) {
        let saved = folder("openssl-p384-authority");
        ca().save(&saved).unwrap();
        let key = std::fs::read_to_string(saved.join("issuing.key.pem")).unwrap();
        let issuer =
            Issuer::from_ca_cert_der(&ca().issuing_der().into(), KeyPair::from_pem(&key).unwrap())
                .unwrap();
        let key = KeyPair::generate_for(&rcgen::PKCS_ECDSA_P384_SHA384).unwrap();
        let mut profile = CertificateParams::new(vec![]).unwrap();
        profile.not_before = time::OffsetDateTime::from_unix_timestamp(now().timestamp()).unwrap();
        profile.key_usages = vec![
            KeyUsagePurpose::DigitalSignature,
            KeyUsagePurpose::ContentCommitment,
        ];
        let certificate = profile.signed_by(&key, &issuer).unwrap();
        write(dir, "p384.pem", certificate.pem());
        write(dir, "p384.key", key.serialize_pem());
    }

    #[test]
    fn signatures_with_other_algorithms_are_accepted() {
        if absent() {
            return;
        }
        let dir = prepare("openssl-algorithms");
        let (rsa, ec) = (Person::rsa(), Person::p256());
        for (name, person) in [("rsa", &rsa), ("p256", &ec)] {
            write(&dir, &format!("{name}.key"), person.key.to_pkcs8_pem());
            write(
                &dir,
                &format!("{name}.pem"),
                pem::certificate(&person.der).unwrap(),
            );
        }
        p384(&dir);
        let pss = "-keyopt rsa_padding_mode:pss -keyopt rsa_pss_saltlen";
        let cases = [
            ("rsa", "sha256", String::new(), Ok("rsa-pkcs1-sha256")),
            ("rsa", "sha384", String::new(), Ok("rsa-pkcs1-sha384")),
            ("rsa", "sha512", String::new(), Ok("rsa-pkcs1-sha512")),
            ("rsa", "sha256", format!("{pss}:32"), Ok("rsa-pss-sha256")),
            ("rsa", "sha384", format!("{pss}:48"), Ok("rsa-pss-sha384")),
            ("rsa", "sha512", format!("{pss}:64"), Ok("rsa-pss-sha512")),
            ("rsa", "sha256", format!("{pss}:20"), Ok("rsa-pss-sha256")),
            ("rsa", "sha256", format!("{pss}:max"), Ok("rsa-pss-sha256")),
            ("p256", "sha256", String::new(), Ok("ecdsa-p256-sha256")),
            ("p384", "sha384", String::new(), Ok("ecdsa-p384-sha384")),
            ("p384", "sha512", String::new(), Ok("ecdsa-p384-sha512")),
            ("rsa", "sha1", String::new(), Err("unsupported_algorithm")),
            ("rsa", "md5", String::new(), Err("unsupported_algorithm")),
            ("rsa", "sha224", String::new(), Err("unsupported_algorithm")),
        ];
        for (key, hash, options, expected) in cases {
            let cades = if hash == "md5" { "" } else { "-cades" };
            openssl(&dir, &format!("cms -sign -binary {cades} -md {hash} -in content -signer {key}.pem -inkey {key}.key {options} -certfile issuing.pem -outform DER -out s.p7s")).unwrap();
            let signature = std::fs::read(dir.join("s.p7s")).unwrap();
            let outcome = verify_content(&signature, CONTENT, &trust(), now());
            let name = outcome
                .as_ref()
                .map(|verified| verified.algorithm.to_string());
            let name = name.as_deref().map_err(|error| error.code());
            assert_eq!(name, expected, "{key} {hash} {options}");
            let other = verify_content(&signature, b"other", &trust(), now());
            assert_eq!(
                other.unwrap_err().code(),
                expected.err().unwrap_or("content_changed")
            );
            let by_digest = verify_detached(&signature, &digest(CONTENT), &trust(), now());
            let refused = (hash != "sha256").then_some("unsupported_algorithm");
            assert_eq!(
                by_digest.err().map(|error| error.code()),
                refused,
                "{key} {hash}"
            );
        }
    }
}

//! Keys in a token, with SoftHSM2 as the token.
//!
//! The library reads `SOFTHSM2_CONF` when it is loaded, and a process may not change its own environment safely: each test starts itself
//! again in a child process with tokens of its own.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::process::Command;
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use congvu_signing::algorithm::SignatureAlgorithm;
    use congvu_signing::cms;
    use congvu_signing::pkcs11::{KeyName, Module};
    use congvu_signing::signer::{Signer, SignerError};
    use congvu_signing::verify::verify_detached;
    use rcgen::{CertificateParams, CertificateSigningRequestParams, DnType, Issuer};

    use super::support::tokens::{OTHER_PIN, PIN, has_tokens, module};
    use super::support::{CONTENT, ca, digest, folder, now, subject, trust};

    /// A certificate request whose signature comes out of the token, as at the enrolment of a seal.
    fn enrol(key: &impl rcgen::SigningKey, name: &str) -> Vec<u8> {
        let mut request = CertificateParams::default();
        request.distinguished_name.push(DnType::CommonName, name);
        let request = request.serialize_request(key).unwrap();
        ca().issue_person(request.der(), &subject(name), [9; 16], now(), 365)
            .unwrap()
    }

    #[test]
    fn keys_made_in_the_token_sign_what_everybody_can_verify() {
        if !has_tokens("keys_made_in_the_token_sign_what_everybody_can_verify") {
            return;
        }
        let module = module();
        for (label, id, algorithm) in [
            ("con dấu", [1], SignatureAlgorithm::RsaPkcs1Sha256),
            ("lãnh đạo", [2], SignatureAlgorithm::EcdsaP256Sha256),
        ] {
            let install = module.open_to_install("con-dau", PIN).unwrap();
            let made = match algorithm {
                SignatureAlgorithm::RsaPkcs1Sha256 => install.generate_rsa(label, &id),
                SignatureAlgorithm::EcdsaP256Sha256 => install.generate_p256(label, &id),
            }
            .unwrap();
            assert_eq!(Signer::algorithm(&made), algorithm);
            let der = enrol(&made, label);
            install.import_certificate(label, &id, &der).unwrap();
            drop((install, made));

            let certificates = module.certificates("con-dau").unwrap();
            let stored = certificates.iter().find(|one| one.id == id).unwrap();
            assert_eq!((stored.label.as_str(), &stored.der), (label, &der));

            let session = module.open("con-dau", PIN).unwrap();
            assert_eq!(session.certificates().unwrap(), certificates);
            for name in [KeyName::Id(&id), KeyName::Label(label)] {
                let key: Box<dyn Signer> = Box::new(session.key(name).unwrap());
                let prepared = cms::prepare(&digest(CONTENT), &der, Some(now())).unwrap();
                let raw = key.sign(&prepared).unwrap();
                let chain = ca().chain(&der);
                let signed =
                    cms::assemble(&prepared.attributes, key.algorithm(), &raw, &chain).unwrap();
                let verified = verify_detached(&signed, &digest(CONTENT), &trust(), now()).unwrap();
                assert_eq!(verified.leaf_der, der);
                assert!(verify_detached(&signed, &digest(b"other"), &trust(), now()).is_err());
            }
        }
    }

    #[test]
    fn a_token_key_issues_certificates() {
        if !has_tokens("a_token_key_issues_certificates") {
            return;
        }
        let session = module().open_to_install("con-dau", PIN).unwrap();
        let key = session.generate_rsa("CA thử nghiệm", &[7]).unwrap();
        let mut root = CertificateParams::default();
        root.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        root.not_before = rcgen::date_time_ymd(2026, 1, 1);
        root.not_after = rcgen::date_time_ymd(2036, 1, 1);
        let root = root.self_signed(&key).unwrap();
        let issuer = Issuer::from_ca_cert_der(root.der(), key).unwrap();
        let holder = rcgen::KeyPair::generate().unwrap();
        let request = CertificateParams::default()
            .serialize_request(&holder)
            .unwrap();
        let issued = CertificateSigningRequestParams::from_der(request.der())
            .unwrap()
            .signed_by(&issuer)
            .unwrap();
        let folder = folder("token-ca");
        for (name, der) in [("root", root.der()), ("leaf", issued.der())] {
            let text = congvu_signing::pem::certificate(der).unwrap();
            std::fs::write(folder.join(format!("{name}.pem")), text).unwrap();
        }
        let judged = Command::new("openssl")
            .args([
                "verify",
                "-no_check_time",
                "-CAfile",
                "root.pem",
                "leaf.pem",
            ])
            .current_dir(&folder)
            .output()
            .unwrap();
        assert!(judged.status.success(), "{judged:?}");
    }

    #[test]
    fn pins_tokens_and_keys_that_are_not_right_are_told_apart() {
        if !has_tokens("pins_tokens_and_keys_that_are_not_right_are_told_apart") {
            return;
        }
        let module = module();
        let labels: Vec<_> = module
            .tokens()
            .unwrap()
            .into_iter()
            .map(|token| token.label)
            .collect();
        assert!(
            labels.contains(&"con-dau".to_owned()) && labels.contains(&"lanh-dao".to_owned()),
            "{labels:?}"
        );
        for pin in ["000000", "", "1", OTHER_PIN] {
            assert_eq!(
                module.open("con-dau", pin).unwrap_err(),
                SignerError::WrongPin,
                "{pin}"
            );
        }
        let counted = module.tokens().unwrap();
        let token = counted
            .iter()
            .find(|token| token.label == "con-dau")
            .unwrap();
        assert!(token.pin_count_low && !token.pin_locked, "{token:?}");
        assert!(matches!(
            module.open("khong-co", PIN),
            Err(SignerError::Unavailable(_))
        ));
        assert!(matches!(
            module.certificates("khong-co"),
            Err(SignerError::Unavailable(_))
        ));
        assert!(matches!(
            Module::load(Path::new("/usr/lib/khong-co.so")),
            Err(SignerError::Unavailable(_))
        ));
        let not_a_library = folder("not-a-library").join("a.so");
        std::fs::write(&not_a_library, "text").unwrap();
        assert!(matches!(
            Module::load(&not_a_library),
            Err(SignerError::Unavailable(_))
        ));

        let session = module.open_to_install("con-dau", PIN).unwrap();
        assert_eq!(
            session.key(KeyName::Id(&[1])).unwrap_err(),
            SignerError::NoSuchKey
        );
        assert_eq!(
            session.key(KeyName::Label("x")).unwrap_err(),
            SignerError::NoSuchKey
        );
        let one = session.generate_p256("chung tên", &[1]).unwrap();
        session.generate_p256("chung tên", &[2]).unwrap();
        let refused =
            |result: Result<_, SignerError>| matches!(result, Err(SignerError::Refused(_)));
        assert!(
            refused(session.key(KeyName::Label("chung tên")).map(drop)),
            "two keys, one name"
        );
        assert!(
            refused(session.generate_p256("lại", &[1]).map(drop)),
            "the id is taken"
        );
        assert!(
            refused(session.generate_p256("lại", &[]).map(drop)),
            "no id"
        );
        let der = enrol(&one, "Một");
        assert!(
            refused(session.import_certificate("Một", &[2], &der)),
            "another key's certificate"
        );
        assert!(refused(session.import_certificate("Một", &[1], b"text")));
        assert_eq!(
            session.import_certificate("Một", &[3], &der),
            Err(SignerError::NoSuchKey)
        );
    }

    #[test]
    fn two_users_of_one_token_do_not_disturb_one_another() {
        if !has_tokens("two_users_of_one_token_do_not_disturb_one_another") {
            return;
        }
        let module = module();
        let session = module.open_to_install("con-dau", PIN).unwrap();
        let key = session.generate_p256("a", &[1]).unwrap();
        drop(session);

        // The key alone keeps the login: a second user waits, even with a wrong PIN, and neither logs the first one out.
        let (started, start) = mpsc::channel();
        let (answered, answer) = mpsc::channel();
        let second = module.clone();
        let waiting = thread::spawn(move || {
            started.send(()).unwrap();
            answered
                .send(second.open("con-dau", "000000").map(drop))
                .unwrap();
            second
                .open("con-dau", PIN)
                .unwrap()
                .key(KeyName::Id(&[1]))
                .unwrap()
                .sign_digest(&[7; 32])
        });
        start.recv().unwrap();
        for _ in 0..20 {
            module.certificates("con-dau").unwrap();
            key.sign_digest(&[5; 32]).unwrap();
        }
        assert_eq!(
            answer.recv_timeout(Duration::from_millis(200)),
            Err(mpsc::RecvTimeoutError::Timeout)
        );
        drop(module.open("lanh-dao", OTHER_PIN).unwrap());
        key.sign_digest(&[6; 32]).unwrap();

        drop(key);
        assert_eq!(answer.recv().unwrap(), Err(SignerError::WrongPin));
        waiting.join().unwrap().unwrap();
        assert_eq!(
            module.open("con-dau", "000000").unwrap_err(),
            SignerError::WrongPin,
            "logged out at the end"
        );
    }

    #[test]
    fn eight_threads_sign_four_hundred_times() {
        if !has_tokens("eight_threads_sign_four_hundred_times") {
            return;
        }
        let module = module();
        let session = module.open_to_install("con-dau", PIN).unwrap();
        let public = session.generate_rsa("a", &[1]).unwrap().public_key();
        drop(session);
        thread::scope(|scope| {
            for thread in 0..8u8 {
                let (module, public) = (&module, &public);
                scope.spawn(move || {
                    for turn in 0..5 {
                        let session = module.open("con-dau", PIN).unwrap();
                        let key = session.key(KeyName::Id(&[1])).unwrap();
                        assert_eq!(&key.public_key(), public);
                        for _ in 0..10 {
                            assert_eq!(key.sign_digest(&[thread ^ turn; 32]).unwrap().len(), 384);
                        }
                    }
                });
            }
        });
    }
}

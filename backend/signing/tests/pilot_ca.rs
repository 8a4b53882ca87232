//! The built-in authority.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use congvu_signing::algorithm::SignatureAlgorithm;
    use congvu_signing::certificate::{
        CertificateInfo, crl_urls, issuer_urls, ocsp_urls, public_key,
    };
    use congvu_signing::cms::{self, ToBeSigned};
    use congvu_signing::pilot_ca::{AuthorityKeys, PilotCa, PilotCaError};
    use congvu_signing::signer::{Signer, SignerError};
    use congvu_signing::software_key::SoftwareKey;
    use congvu_signing::verify::verify_detached;
    use rcgen::{CertificateParams, KeyPair, PKCS_ECDSA_P384_SHA384};

    use super::support::{CONTENT, Person, ca, config, digest, folder, later, now, subject, trust};

    fn enrol(request: &[u8]) -> Result<Vec<u8>, PilotCaError> {
        ca().issue_person(request, &subject("Lê Thị Mới"), [3; 16], now(), 30)
    }

    #[test]
    fn the_subject_comes_from_us_and_not_from_the_request() {
        let key = SoftwareKey::generate_p256().unwrap();
        let der = enrol(&key.csr("Giám đốc Giả Mạo").unwrap()).unwrap();
        let info = CertificateInfo::parse(&der).unwrap();
        assert_eq!(info.subject_common_name, "Lê Thị Mới");
        assert!(!info.subject.contains("Giả Mạo"));
        assert_eq!(info.uid.as_deref(), Some("CCCD:079012345678"));
        assert_eq!(info.not_after, later(30));
        assert_eq!(info.serial_hex, "43".to_owned() + &"03".repeat(15));
        assert_eq!(info.sha256_hex, hex::encode(digest(&der)));
        let text = String::from_utf8_lossy(&der).into_owned();
        assert!(text.contains("http://127.0.0.1:8080/ca/issuing.crl"));
    }

    #[test]
    fn certificates_say_where_their_status_is_found() {
        let person = Person::p256();
        let base = "http://127.0.0.1:8080/ca";
        for (der, issuer) in [
            (person.der.as_slice(), "issuing"),
            (ca().issuing_der(), "root"),
        ] {
            assert_eq!(crl_urls(der).unwrap(), [format!("{base}/{issuer}.crl")]);
            assert_eq!(ocsp_urls(der).unwrap(), [format!("{base}/ocsp")]);
            assert_eq!(issuer_urls(der).unwrap(), [format!("{base}/{issuer}.cer")]);
        }
        assert_eq!(crl_urls(ca().root_der()).unwrap(), Vec::<String>::new());
        assert_eq!(ocsp_urls(ca().root_der()).unwrap(), Vec::<String>::new());
        assert!(crl_urls(b"rubbish").is_err());
    }

    #[test]
    fn a_certificate_is_renewed_for_the_same_person() {
        let old = Person::p256();
        let later = later(300);
        let same = ca().renew(&old.der, None, [12; 16], later, 365).unwrap();
        let new_key = SoftwareKey::generate_rsa().unwrap();
        let csr = new_key.csr("x").unwrap();
        let other = ca()
            .renew(&old.der, Some(&csr), [13; 16], later, 365)
            .unwrap();
        let before = CertificateInfo::parse(&old.der).unwrap();
        for (der, key) in [
            (&same, old.key.public_key()),
            (&other, new_key.public_key()),
        ] {
            let info = CertificateInfo::parse(der).unwrap();
            assert_eq!((&info.subject, &info.uid), (&before.subject, &before.uid));
            assert_ne!(info.serial_hex, before.serial_hex);
            assert_eq!(info.not_after, later + chrono::TimeDelta::days(365));
            assert_eq!(public_key(der).unwrap(), key);
        }
        let stranger = PilotCa::create(config(), now()).unwrap();
        for not_ours in [
            stranger.renew(&old.der, None, [14; 16], later, 365),
            ca().renew(ca().issuing_der(), None, [14; 16], later, 365),
        ] {
            assert!(matches!(not_ours, Err(PilotCaError::NotOurs)));
        }
        assert!(ca().renew(b"rubbish", None, [14; 16], later, 365).is_err());
    }

    /// A key that is not in the folder, and can be away.
    struct Elsewhere {
        key: Arc<SoftwareKey>,
        away: Arc<AtomicBool>,
    }

    impl Signer for Elsewhere {
        fn algorithm(&self) -> SignatureAlgorithm {
            self.key.algorithm()
        }

        fn public_key(&self) -> Vec<u8> {
            self.key.public_key()
        }

        fn sign(&self, to_be_signed: &ToBeSigned) -> Result<Vec<u8>, SignerError> {
            if self.away.load(Ordering::SeqCst) {
                return Err(SignerError::PinLocked);
            }
            Signer::sign(&*self.key, to_be_signed)
        }
    }

    #[test]
    fn the_keys_may_live_elsewhere() {
        for key in [
            SoftwareKey::generate_rsa_3072().unwrap(),
            SoftwareKey::generate_p256().unwrap(),
        ] {
            let (key, away) = (Arc::new(key), Arc::new(AtomicBool::new(false)));
            let keys = || AuthorityKeys {
                root: None,
                issuing: Some(Box::new(Elsewhere {
                    key: key.clone(),
                    away: away.clone(),
                })),
            };
            let made = PilotCa::create_with(config(), now(), keys()).unwrap();
            let dir = folder("authority-elsewhere");
            made.save(&dir).unwrap();
            assert!(dir.join("root.key.pem").exists() && !dir.join("issuing.key.pem").exists());
            assert!(PilotCa::open(&dir, config()).is_err());
            let other = AuthorityKeys {
                root: None,
                issuing: Some(Box::new(SoftwareKey::generate_p256().unwrap())),
            };
            assert!(matches!(
                PilotCa::open_with(&dir, config(), other),
                Err(PilotCaError::OtherKey { .. })
            ));
            let opened = PilotCa::open_with(&dir, config(), keys()).unwrap();
            let person = SoftwareKey::generate_p256().unwrap();
            let csr = person.csr("x").unwrap();
            let issue = || opened.issue_person(&csr, &subject("x"), [4; 16], now(), 30);
            let der = issue().unwrap();
            let store = opened
                .trust_store(opened.crls(&[], 1, now()).unwrap())
                .unwrap();
            let prepared = cms::prepare(&digest(CONTENT), &der, Some(now())).unwrap();
            let raw = person.sign(&prepared.attributes).unwrap();
            let signed = cms::assemble(
                &prepared.attributes,
                person.algorithm(),
                &raw,
                &opened.chain(&der),
            )
            .unwrap();
            assert!(verify_detached(&signed, &digest(CONTENT), &store, now()).is_ok());

            away.store(true, Ordering::SeqCst);
            for refused in [issue().map(|_| ()), opened.crls(&[], 2, now()).map(|_| ())] {
                assert!(matches!(
                    refused,
                    Err(PilotCaError::Unusable(SignerError::PinLocked))
                ));
            }
            assert!(!format!("{opened:?}").contains("PRIVATE"));
        }
    }

    #[test]
    fn a_request_needs_proof_of_possession() {
        let mut request = SoftwareKey::generate_p256().unwrap().csr("x").unwrap();
        // The common name is inside the signed part.
        let at = request
            .windows(3)
            .position(|window| window == [0x0c, 1, b'x'])
            .unwrap();
        request[at + 2] = b'y';
        assert!(matches!(
            enrol(&request),
            Err(PilotCaError::NoProofOfPossession)
        ));
        assert!(matches!(
            enrol(b"rubbish"),
            Err(PilotCaError::MalformedRequest(_))
        ));
    }

    #[test]
    fn other_keys_are_refused() {
        let p384 = KeyPair::generate_for(&PKCS_ECDSA_P384_SHA384).unwrap();
        let request = CertificateParams::default()
            .serialize_request(&p384)
            .unwrap();
        assert!(matches!(
            enrol(request.der()),
            Err(PilotCaError::UnsupportedKey(_))
        ));
    }

    #[test]
    fn the_validity_stays_within_the_authority() {
        let request = SoftwareKey::generate_p256().unwrap().csr("x").unwrap();
        let issue = |days| ca().issue_person(&request, &subject("x"), [3; 16], now(), days);
        let own = CertificateInfo::parse(ca().issuing_der())
            .unwrap()
            .not_after;
        assert_eq!(
            CertificateInfo::parse(&issue(36_500).unwrap())
                .unwrap()
                .not_after,
            own
        );
        assert!(matches!(issue(0), Err(PilotCaError::EmptyValidity)));
    }

    #[test]
    fn every_authority_says_that_it_is_a_pilot() {
        for der in [ca().root_der(), ca().issuing_der()] {
            assert!(
                CertificateInfo::parse(der)
                    .unwrap()
                    .subject_common_name
                    .contains("thử nghiệm")
            );
        }
    }

    #[test]
    fn saved_and_opened_it_is_the_same() {
        let dir = folder("saved-authority");
        ca().save(&dir).unwrap();
        #[cfg(unix)]
        for name in ["root.key.pem", "issuing.key.pem"] {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(
                std::fs::metadata(dir.join(name))
                    .unwrap()
                    .permissions()
                    .mode()
                    & 0o777,
                0o600
            );
        }
        let opened = PilotCa::open(&dir, config()).unwrap();
        assert_eq!(
            (opened.root_der(), opened.issuing_der()),
            (ca().root_der(), ca().issuing_der())
        );
        let key = SoftwareKey::generate_p256().unwrap();
        let der = opened
            .issue_person(&key.csr("x").unwrap(), &subject("x"), [4; 16], now(), 30)
            .unwrap();
        let mut store = trust();
        store.crls = opened.crls(&[], 2, now()).unwrap().into();
        assert!(
            verify_detached(
                &Person { key, der }.sign(CONTENT),
                &digest(CONTENT),
                &store,
                now()
            )
            .is_ok()
        );

        assert!(
            matches!(ca().save(&dir), Err(PilotCaError::File { .. })),
            "an authority is never overwritten"
        );
        std::fs::copy(dir.join("root.key.pem"), dir.join("issuing.key.pem")).unwrap();
        assert!(matches!(
            PilotCa::open(&dir, config()),
            Err(PilotCaError::OtherKey { .. })
        ));
        std::fs::remove_file(dir.join("root.pem")).unwrap();
        assert!(matches!(
            PilotCa::open(&dir, config()),
            Err(PilotCaError::File { .. })
        ));
    }

    #[test]
    fn a_serial_must_be_hexadecimal() {
        let mut revoked = Person::p256().revoked(now());
        revoked.serial_hex = "không phải số".into();
        assert!(matches!(
            ca().crls(&[revoked], 1, now()),
            Err(PilotCaError::SerialNumber(_))
        ));
    }
}

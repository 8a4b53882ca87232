//! The built-in authority.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use congvu_signing::certificate::CertificateInfo;
    use congvu_signing::pilot_ca::{PilotCa, PilotCaError};
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

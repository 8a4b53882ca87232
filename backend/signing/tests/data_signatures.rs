//! Detached signatures over data: what holds, and each way of not holding with its own reason.

#[cfg(test)]
mod support;

#[cfg(test)]
mod happy {
    use congvu_signing::algorithm::SignatureAlgorithm;
    use congvu_signing::trust::AnchorLevel;
    use congvu_signing::verify::verify_detached;

    use super::support::{CONTENT, Person, ca, digest, later, now, trust, trust_with};

    #[test]
    fn both_algorithms_hold_and_report_the_signer() {
        let cases = [
            (
                Person::rsa(),
                SignatureAlgorithm::RsaPkcs1Sha256,
                "Nguyễn Văn Được",
            ),
            (
                Person::p256(),
                SignatureAlgorithm::EcdsaP256Sha256,
                "Trần Thị Ưng",
            ),
        ];
        for (person, algorithm, name) in cases {
            let verified =
                verify_detached(&person.sign(CONTENT), &digest(CONTENT), &trust(), now()).unwrap();
            assert_eq!(verified.algorithm, algorithm);
            assert_eq!(verified.certificate.subject_common_name, name);
            assert_eq!(
                verified.certificate.uid.as_deref(),
                Some("CCCD:079012345678")
            );
            assert_eq!(
                verified.certificate.issuer_common_name,
                "CA cấp chứng thư thử nghiệm – UBND tỉnh Thử Nghiệm"
            );
            assert_eq!(verified.signing_time, Some(now()));
            assert_eq!(verified.anchor_level, AnchorLevel::Pilot);
            assert_eq!(
                verified.anchor_name,
                "CA gốc thử nghiệm – UBND tỉnh Thử Nghiệm"
            );
            assert_eq!(verified.leaf_der, person.der);
            assert_eq!(verified.chain, ca().chain(&person.der));
            assert_eq!(
                SignatureAlgorithm::of_certificate(&person.der),
                Ok(algorithm)
            );
        }
    }

    #[test]
    fn a_seal_signs_too() {
        let (key, der) = ca()
            .issue_seal("Sở Nội vụ tỉnh Thử Nghiệm", [9; 16], now())
            .unwrap();
        let verified = verify_detached(
            &Person { key, der }.sign(CONTENT),
            &digest(CONTENT),
            &trust(),
            now(),
        )
        .unwrap();
        assert_eq!(
            verified.certificate.subject_common_name,
            "Sở Nội vụ tỉnh Thử Nghiệm"
        );
        assert!(
            verified.certificate.subject.contains("thử nghiệm"),
            "{}",
            verified.certificate.subject
        );
    }

    #[test]
    fn a_certificate_revoked_later_was_good_before() {
        let person = Person::p256();
        let store = trust_with(&[person.revoked(later(2))], later(3));
        let signature = person.sign(CONTENT);
        assert!(verify_detached(&signature, &digest(CONTENT), &store, later(1)).is_ok());
        assert_eq!(
            verify_detached(&signature, &digest(CONTENT), &store, later(2))
                .unwrap_err()
                .code(),
            "revoked"
        );
    }

    #[test]
    fn an_anchor_file_is_read() {
        use congvu_signing::{pem, trust::TrustStore};
        let [root_crl, issuing_crl] = ca().crls(&[], 1, now()).unwrap();
        let text = [
            "# Gốc thử nghiệm\n".to_owned(),
            pem::certificate(ca().root_der()).unwrap(),
            pem::certificate(ca().issuing_der()).unwrap(),
            pem::crl(&root_crl).unwrap(),
            pem::crl(&issuing_crl).unwrap(),
        ];
        let mut store = TrustStore::default();
        assert_eq!(
            store.add_pem(&text.concat(), AnchorLevel::Pilot).unwrap(),
            4
        );
        assert_eq!(store, trust());
        assert!(store.add_pem("nothing", AnchorLevel::Pilot).is_err());
    }
}

#[cfg(test)]
mod altered {
    use cms::content_info::ContentInfo;
    use cms::signed_data::{SignedData, SignerIdentifier};
    use congvu_signing::verify::verify_detached;
    use der::asn1::{Any, OctetString, SetOfVec, UtcTime};
    use der::{Decode, Encode};
    use x509_cert::Certificate;

    use super::support::{CONTENT, Person, ca, digest, now, subject, trust};

    fn edit(signature: &[u8], change: impl FnOnce(&mut SignedData)) -> Vec<u8> {
        let mut info = ContentInfo::from_der(signature).unwrap();
        let mut data: SignedData = info.content.decode_as().unwrap();
        change(&mut data);
        info.content = Any::from_der(&data.to_der().unwrap()).unwrap();
        info.to_der().unwrap()
    }

    fn set_attribute(data: &mut SignedData, oid: &str, value: Any) {
        let mut signer = data.signer_infos.0.get(0).unwrap().clone();
        let mut attributes = signer.signed_attrs.take().unwrap().into_vec();
        let attribute = attributes
            .iter_mut()
            .find(|attribute| attribute.oid.to_string() == oid)
            .unwrap();
        attribute.values = SetOfVec::try_from(vec![value]).unwrap();
        signer.signed_attrs = Some(attributes.try_into().unwrap());
        data.signer_infos.0 = vec![signer].try_into().unwrap();
    }

    fn code(signature: &[u8]) -> &'static str {
        verify_detached(signature, &digest(CONTENT), &trust(), now())
            .unwrap_err()
            .code()
    }

    #[test]
    fn every_alteration_has_its_reason() {
        for person in [Person::rsa(), Person::p256()] {
            let signature = person.sign(CONTENT);
            let other = Person::p256().sign(CONTENT);

            let mut flipped = CONTENT.to_vec();
            flipped[7] ^= 1;
            assert_eq!(code(&person.sign(&flipped)), "content_changed");

            let new_digest = Any::from_der(
                &OctetString::new(digest(&flipped).to_vec())
                    .unwrap()
                    .to_der()
                    .unwrap(),
            )
            .unwrap();
            let to_flipped = edit(&signature, |data| {
                set_attribute(data, "1.2.840.113549.1.9.4", new_digest)
            });
            let error =
                verify_detached(&to_flipped, &digest(&flipped), &trust(), now()).unwrap_err();
            assert_eq!(error.code(), "signature_mismatch");

            let time =
                UtcTime::from_unix_duration(std::time::Duration::from_secs(1_700_000_000)).unwrap();
            let time = Any::from_der(&time.to_der().unwrap()).unwrap();
            assert_eq!(
                code(&edit(&signature, |data| set_attribute(
                    data,
                    "1.2.840.113549.1.9.5",
                    time
                ))),
                "signature_mismatch"
            );

            let two = edit(&signature, |data| {
                let more: SignedData = ContentInfo::from_der(&other)
                    .unwrap()
                    .content
                    .decode_as()
                    .unwrap();
                data.signer_infos
                    .0
                    .insert(more.signer_infos.0.get(0).unwrap().clone())
                    .unwrap();
            });
            assert_eq!(code(&two), "multiple_signers");
            assert_eq!(
                code(&edit(&signature, |data| data.signer_infos.0 = SetOfVec::new())),
                "no_signer"
            );
            assert_eq!(
                code(&edit(&signature, |data| data.certificates = None)),
                "signer_certificate_missing"
            );

            let inside =
                Any::from_der(&OctetString::new(CONTENT).unwrap().to_der().unwrap()).unwrap();
            assert_eq!(
                code(&edit(&signature, |data| data.encap_content_info.econtent =
                    Some(inside))),
                "not_detached"
            );

            let unsigned = edit(&signature, |data| {
                let mut signer = data.signer_infos.0.get(0).unwrap().clone();
                signer.signed_attrs = None;
                data.signer_infos.0 = vec![signer].try_into().unwrap();
            });
            assert_eq!(code(&unsigned), "wrong_attributes");

            let sha1 = edit(&signature, |data| {
                let mut signer = data.signer_infos.0.get(0).unwrap().clone();
                signer.digest_alg.oid = "1.3.14.3.2.26".parse().unwrap();
                data.signer_infos.0 = vec![signer].try_into().unwrap();
            });
            assert_eq!(code(&sha1), "unsupported_algorithm");
        }
    }

    /// Two certificates for one key: the raw signature verifies with both, so only the ESS attribute tells them apart.
    #[test]
    fn another_certificate_of_the_same_key_is_noticed() {
        let person = Person::rsa();
        let request = person.key.csr("x").unwrap();
        let renewed = ca()
            .issue_person(&request, &subject("Người Khác"), [7; 16], now(), 365)
            .unwrap();
        let swapped = edit(&person.sign(CONTENT), |data| {
            let certificate = Certificate::from_der(&renewed).unwrap();
            let mut signer = data.signer_infos.0.get(0).unwrap().clone();
            let SignerIdentifier::IssuerAndSerialNumber(named) = &mut signer.sid else {
                panic!("sid")
            };
            named.serial_number = certificate.tbs_certificate.serial_number.clone();
            data.signer_infos.0 = vec![signer].try_into().unwrap();
            data.certificates
                .as_mut()
                .unwrap()
                .0
                .insert(cms::cert::CertificateChoices::Certificate(certificate))
                .unwrap();
        });
        assert_eq!(code(&swapped), "wrong_signer_binding");
    }

    #[test]
    fn garbage_is_malformed() {
        let signature = Person::p256().sign(CONTENT);
        let trailing = [signature.as_slice(), &[0]].concat();
        for bad in [
            &[][..],
            b"abc",
            &signature[..signature.len() - 1],
            &trailing,
            &digest(CONTENT),
        ] {
            assert_eq!(code(bad), "malformed");
        }
    }

    /// Every byte of a signature matters, or else does no harm: nothing but the exact signer is ever reported.
    #[test]
    fn no_flipped_byte_changes_the_signer() {
        let person = Person::p256();
        let signature = person.sign(CONTENT);
        for index in (0..signature.len()).step_by(7) {
            let mut flipped = signature.clone();
            flipped[index] ^= 0x10;
            if let Ok(verified) = verify_detached(&flipped, &digest(CONTENT), &trust(), now()) {
                assert_eq!(verified.leaf_der, person.der, "byte {index}");
            }
        }
    }

    /// The same signature as a streaming producer frames it: indefinite lengths around the outer layers.
    #[test]
    fn ber_is_accepted() {
        let signature = Person::rsa().sign(CONTENT);
        let info = ContentInfo::from_der(&signature).unwrap();
        let oid = info.content_type.to_der().unwrap();
        let inner = [&[0x30, 0x80][..], info.content.value(), &[0, 0]].concat();
        let ber = [
            &[0x30, 0x80][..],
            &oid,
            &[0xa0, 0x80],
            &inner,
            &[0, 0, 0, 0],
        ]
        .concat();
        assert!(ContentInfo::from_der(&ber).is_err());
        assert!(verify_detached(&ber, &digest(CONTENT), &trust(), now()).is_ok());
    }
}

#[cfg(test)]
mod certificates {
    use chrono::{DateTime, TimeDelta, Utc};
    use congvu_signing::pilot_ca::PilotCa;
    use congvu_signing::trust::TrustStore;
    use congvu_signing::verify::{VerifyError, verify_detached};
    use rcgen::{CertificateParams, Issuer, KeyPair, KeyUsagePurpose, SubjectPublicKeyInfo};

    use super::support::{
        CONTENT, Person, ca, config, digest, folder, later, now, trust, trust_with,
    };

    fn check(person: &Person, store: &TrustStore, at: DateTime<Utc>) -> Result<(), VerifyError> {
        verify_detached(&person.sign(CONTENT), &digest(CONTENT), store, at).map(|_| ())
    }

    #[test]
    fn every_state_has_its_reason() {
        let person = Person::p256();
        let end = later(365);
        let foreign = PilotCa::create(config(), now()).unwrap();
        let foreign = foreign
            .trust_store(foreign.crls(&[], 1, now()).unwrap())
            .unwrap();
        let [root_crl, issuing_crl] = ca().crls(&[], 1, now()).unwrap();
        let with_crls = |crls: Vec<Vec<u8>>| TrustStore { crls, ..trust() };
        let issuing_name = "CA cấp chứng thư thử nghiệm – UBND tỉnh Thử Nghiệm".to_owned();
        let root_name = "CA gốc thử nghiệm – UBND tỉnh Thử Nghiệm".to_owned();
        let cases: Vec<(&str, TrustStore, DateTime<Utc>, Result<(), VerifyError>)> = vec![
            ("good", trust(), now(), Ok(())),
            (
                "revoked",
                trust_with(&[person.revoked(now())], now()),
                now(),
                Err(VerifyError::Revoked { at: now() }),
            ),
            (
                "expired",
                trust_with(&[], end),
                end + TimeDelta::seconds(1),
                Err(VerifyError::Expired { not_after: end }),
            ),
            (
                "not yet valid",
                trust(),
                now() - TimeDelta::hours(1),
                Err(VerifyError::NotYetValid {
                    not_before: now() - TimeDelta::minutes(5),
                }),
            ),
            // A namesake authority with other keys.
            (
                "foreign root",
                foreign,
                now(),
                Err(VerifyError::UnknownIssuer),
            ),
            (
                "no root",
                TrustStore::default(),
                now(),
                Err(VerifyError::UnknownIssuer),
            ),
            (
                "no CRL",
                with_crls(vec![]),
                now(),
                Err(VerifyError::RevocationUnknown {
                    issuer: issuing_name.clone(),
                }),
            ),
            (
                "no CRL of the root",
                with_crls(vec![issuing_crl.clone()]),
                now(),
                Err(VerifyError::RevocationUnknown { issuer: root_name }),
            ),
            (
                "no CRL of the issuing authority",
                with_crls(vec![root_crl]),
                now(),
                Err(VerifyError::RevocationUnknown {
                    issuer: issuing_name.clone(),
                }),
            ),
            (
                "stale CRL",
                trust(),
                later(8),
                Err(VerifyError::CrlExpired {
                    issuer: issuing_name,
                    next_update: later(7),
                }),
            ),
        ];
        for (name, store, at, expected) in cases {
            assert_eq!(check(&person, &store, at), expected, "{name}");
        }
    }

    /// Somebody with a revoked certificate may bring an older list along: the newest decides, whatever the order.
    #[test]
    fn an_older_list_does_not_hide_a_revocation() {
        let person = Person::p256();
        let old = trust_with(&[], now());
        let new = trust_with(&[person.revoked(later(1))], later(1));
        for crls in [
            [old.crls.clone(), new.crls.clone()],
            [new.crls.clone(), old.crls.clone()],
        ] {
            let store = TrustStore {
                crls: crls.concat(),
                ..trust()
            };
            assert_eq!(
                check(&person, &store, later(2)),
                Err(VerifyError::Revoked { at: later(1) })
            );
        }
    }

    /// Lists out of a file may be forged or rubbish; they neither help nor harm.
    #[test]
    fn lists_that_the_issuer_did_not_sign_are_ignored() {
        let person = Person::p256();
        let forger = PilotCa::create(config(), now()).unwrap();
        let forged = forger.crls(&[person.revoked(now())], 9, later(1)).unwrap();
        let mut broken = ca()
            .crls(&[person.revoked(now())], 9, later(1))
            .unwrap()
            .to_vec();
        broken
            .iter_mut()
            .for_each(|list| *list.last_mut().unwrap() ^= 1);
        let bad: Vec<Vec<u8>> = [forged.to_vec(), broken, vec![b"rubbish".to_vec()]].concat();
        let store = TrustStore {
            crls: [bad.clone(), trust().crls].concat(),
            ..trust()
        };
        assert_eq!(check(&person, &store, later(1)), Ok(()));
        let store = TrustStore {
            crls: bad,
            ..trust()
        };
        assert!(matches!(
            check(&person, &store, later(1)),
            Err(VerifyError::RevocationUnknown { .. })
        ));
    }

    /// A certificate of the pilot authority with other contents, made with its saved key.
    fn issue(name: &str, change: impl FnOnce(&mut CertificateParams)) -> Person {
        let dir = folder(name);
        ca().save(&dir).unwrap();
        let key = KeyPair::from_pem(&std::fs::read_to_string(dir.join("issuing.key.pem")).unwrap())
            .unwrap();
        let issuer = Issuer::from_ca_cert_der(&ca().issuing_der().into(), key).unwrap();
        let person = Person::p256();
        let mut profile = CertificateParams::new(vec![]).unwrap();
        profile.not_before = time::OffsetDateTime::from_unix_timestamp(now().timestamp()).unwrap();
        profile.not_after = profile.not_before + time::Duration::days(365);
        profile.key_usages = vec![
            KeyUsagePurpose::DigitalSignature,
            KeyUsagePurpose::ContentCommitment,
        ];
        change(&mut profile);
        let public = SubjectPublicKeyInfo::from_der(&person.key.public_key()).unwrap();
        Person {
            der: profile.signed_by(&public, &issuer).unwrap().der().to_vec(),
            key: person.key,
        }
    }

    #[test]
    fn the_key_usage_must_contain_non_repudiation() {
        use KeyUsagePurpose::{ContentCommitment, DigitalSignature, KeyAgreement};
        let cases: [(&[KeyUsagePurpose], Result<(), VerifyError>); 5] = [
            (&[DigitalSignature, ContentCommitment], Ok(())),
            (&[ContentCommitment], Ok(())),
            (&[DigitalSignature], Err(VerifyError::WrongKeyUsage)),
            (&[KeyAgreement], Err(VerifyError::WrongKeyUsage)),
            (&[], Err(VerifyError::WrongKeyUsage)),
        ];
        for (index, (usages, expected)) in cases.into_iter().enumerate() {
            let person = issue(&format!("key-usage-{index}"), |profile| {
                profile.key_usages = usages.to_vec()
            });
            assert_eq!(check(&person, &trust(), now()), expected, "{usages:?}");
        }
    }

    #[test]
    fn an_unknown_critical_extension_is_not_passed_over() {
        let person = issue("critical", |profile| {
            let mut extension = rcgen::CustomExtension::from_oid_content(
                &[1, 3, 6, 1, 4, 1, 99_999, 1],
                vec![5, 0],
            );
            extension.set_criticality(true);
            profile.custom_extensions.push(extension);
        });
        assert!(matches!(
            check(&person, &trust(), now()),
            Err(VerifyError::UntrustedPath(_))
        ));
    }
}

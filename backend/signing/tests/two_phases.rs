//! Signing in two phases with keys that live elsewhere.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use congvu_signing::algorithm::SignatureAlgorithm;
    use congvu_signing::cms::{CmsError, assemble, prepare};
    use congvu_signing::software_key::SoftwareKey;
    use congvu_signing::verify::verify_detached;
    use der::asn1::UintRef;
    use der::{Decode, Sequence};

    use super::support::{CONTENT, Person, ca, digest, now, trust};

    #[derive(Sequence)]
    struct Ecdsa<'a> {
        r: UintRef<'a>,
        s: UintRef<'a>,
    }

    /// The form WebCrypto returns.
    fn p1363(der: &[u8]) -> Vec<u8> {
        let parsed = Ecdsa::from_der(der).unwrap();
        let padded = |number: UintRef<'_>| {
            [
                vec![0; 32 - number.as_bytes().len()],
                number.as_bytes().to_vec(),
            ]
            .concat()
        };
        [padded(parsed.r), padded(parsed.s)].concat()
    }

    #[test]
    fn a_browser_signature_is_accepted_many_times() {
        let person = Person::p256();
        // Enough for integers with leading zeros and with a high bit.
        for _ in 0..64 {
            let prepared = prepare(&digest(CONTENT), &person.der, Some(now())).unwrap();
            let raw = p1363(&person.key.sign(&prepared.attributes).unwrap());
            let cms = assemble(
                &prepared.attributes,
                SignatureAlgorithm::EcdsaP256Sha256,
                &raw,
                &ca().chain(&person.der),
            )
            .unwrap();
            assert!(verify_detached(&cms, &digest(CONTENT), &trust(), now()).is_ok());
        }
    }

    #[test]
    fn the_digest_is_of_the_attributes() {
        let prepared = prepare(&digest(CONTENT), &Person::p256().der, None).unwrap();
        assert_eq!(prepared.digest, digest(&prepared.attributes));
        assert_eq!(prepared.attributes[0], 0x31);
    }

    #[test]
    fn mix_ups_are_refused() {
        let (rsa, ec) = (Person::rsa(), Person::p256());
        let prepared = prepare(&digest(CONTENT), &rsa.der, Some(now())).unwrap();
        let signature = rsa.key.sign(&prepared.attributes).unwrap();
        let build = |attributes: &[u8], algorithm, chain: &[Vec<u8>]| {
            assemble(attributes, algorithm, &signature, chain).unwrap_err()
        };
        let rsa_algorithm = SignatureAlgorithm::RsaPkcs1Sha256;
        let chain = ca().chain(&rsa.der);
        assert_eq!(
            build(&prepared.attributes, rsa_algorithm, &[]),
            CmsError::NoCertificate
        );
        assert_eq!(
            build(&prepared.attributes, rsa_algorithm, &ca().chain(&ec.der)),
            CmsError::OtherCertificate
        );
        let other = SignatureAlgorithm::EcdsaP256Sha256;
        assert_eq!(
            build(&prepared.attributes, other, &chain),
            CmsError::OtherAlgorithm(other)
        );
        assert!(matches!(
            build(b"rubbish", rsa_algorithm, &chain),
            CmsError::Attributes(_)
        ));
        assert!(matches!(
            build(&prepared.attributes, rsa_algorithm, &[b"rubbish".to_vec()]),
            CmsError::Certificate { index: 0, .. }
        ));
        assert!(matches!(
            prepare(&digest(CONTENT), b"rubbish", None),
            Err(CmsError::Certificate { .. })
        ));
    }

    #[test]
    fn a_key_survives_pem() {
        for key in [
            SoftwareKey::generate_rsa().unwrap(),
            SoftwareKey::generate_p256().unwrap(),
        ] {
            let read = SoftwareKey::from_pkcs8_pem(&key.to_pkcs8_pem()).unwrap();
            assert_eq!(
                (read.public_key(), read.algorithm()),
                (key.public_key(), key.algorithm())
            );
            assert!(!format!("{key:?}").contains("PRIVATE"));
        }
        let p384 = rcgen::KeyPair::generate_for(&rcgen::PKCS_ECDSA_P384_SHA384).unwrap();
        assert!(SoftwareKey::from_pkcs8_pem(&p384.serialize_pem()).is_err());
        assert!(SoftwareKey::from_pkcs8_pem("rubbish").is_err());
    }

    #[test]
    fn algorithms_have_stable_names() {
        let names: [(SignatureAlgorithm, &str); 2] = [
            (SignatureAlgorithm::RsaPkcs1Sha256, "rsa-pkcs1-sha256"),
            (SignatureAlgorithm::EcdsaP256Sha256, "ecdsa-p256-sha256"),
        ];
        for (algorithm, name) in names {
            let value = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name);
            assert_eq!(
                <SignatureAlgorithm as serde::Deserialize>::deserialize(value).unwrap(),
                algorithm
            );
        }
    }
}

//! OCSP: asking the pilot authority and reading what it answers.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use congvu_signing::ocsp::{self, OcspError, Status};
    use congvu_signing::pilot_ca::{OCSP_VALIDITY_HOURS, OcspResponder, PilotCa, PilotCaError};
    use congvu_signing::software_key::SoftwareKey;

    use super::support::{Person, ca, config, later, now};

    fn delegate() -> OcspResponder {
        let key = SoftwareKey::generate_p256().unwrap();
        let der = ca()
            .issue_ocsp_responder(&key.public_key(), [5; 16], now())
            .unwrap();
        OcspResponder::new(Box::new(key), der).unwrap()
    }

    #[test]
    fn every_status_is_told() {
        let person = Person::p256();
        let serial = person.serial_hex();
        let request = ocsp::request(&person.der, ca().issuing_der(), Some([7; 16])).unwrap();
        let delegate = delegate();
        let cases = [
            (vec![], true, Status::Good),
            (vec![], false, Status::Unknown),
            (
                vec![person.revoked(later(-1))],
                true,
                Status::Revoked { at: later(-1) },
            ),
        ];
        for (revoked, exists, status) in cases {
            let known = |asked: &str| exists && asked == serial;
            let own = ca().ocsp_response(&request, &revoked, known, now());
            let delegated = ca().ocsp_response_by(&delegate, &request, &revoked, known, now());
            for response in [own, delegated] {
                let answer = ocsp::read(&response, &person.der, ca().issuing_der()).unwrap();
                assert_eq!(answer.status, status);
                let until = now() + TimeDelta::hours(OCSP_VALIDITY_HOURS);
                assert_eq!(
                    (answer.this_update, answer.in_force_until()),
                    (now(), until)
                );
                assert_eq!(ocsp::next_update(&response).unwrap(), Some(until));
                // The nonce comes back.
                assert!(
                    response
                        .windows(18)
                        .any(|part| part == [[4, 16].as_slice(), &[7; 16]].concat())
                );
            }
        }
    }

    #[test]
    fn the_root_answers_for_the_issuing_authority() {
        let request = ocsp::request(ca().issuing_der(), ca().root_der(), None).unwrap();
        let response = ca().ocsp_response_by(&delegate(), &request, &[], |_| false, now());
        let answer = ocsp::read(&response, ca().issuing_der(), ca().root_der()).unwrap();
        assert_eq!(answer.status, Status::Good);
        assert_eq!(
            ocsp::read(&response, ca().issuing_der(), ca().issuing_der()),
            Err(OcspError::OtherCertificate)
        );
    }

    #[test]
    fn what_cannot_be_answered_is_refused() {
        let person = Person::p256();
        let stranger = PilotCa::create(config(), now()).unwrap();
        let foreign = ocsp::request(&person.der, stranger.issuing_der(), None).unwrap();
        let good = ocsp::request(&person.der, ca().issuing_der(), None).unwrap();
        let long = vec![0x30; 20_000];
        for (request, refusal) in [
            (&b"rubbish"[..], "MalformedRequest"),
            (&[], "MalformedRequest"),
            (&good[..good.len() - 1], "MalformedRequest"),
            (&long, "MalformedRequest"),
            (&foreign, "Unauthorized"),
        ] {
            let response = ca().ocsp_response(request, &[], |_| true, now());
            assert_eq!(
                ocsp::next_update(&response),
                Err(OcspError::Unsuccessful(refusal.to_owned()))
            );
        }
    }

    #[test]
    fn answers_of_others_do_not_count() {
        let (person, other) = (Person::p256(), Person::rsa());
        let request = ocsp::request(&person.der, ca().issuing_der(), None).unwrap();
        let response = ca().ocsp_response(&request, &[], |_| true, now());
        let read = |der: &[u8], issuer: &[u8]| ocsp::read(&response, der, issuer).unwrap_err();
        assert_eq!(
            read(&other.der, ca().issuing_der()).code(),
            "ocsp_other_certificate"
        );
        let mut altered = response.clone();
        let certificate = altered.len() - ca().issuing_der().len();
        altered[certificate - 40] ^= 1;
        let error = ocsp::read(&altered, &person.der, ca().issuing_der()).unwrap_err();
        assert_eq!(error.code(), "ocsp_wrong_responder");
        assert_eq!(
            ocsp::next_update(b"rubbish").unwrap_err().code(),
            "ocsp_malformed"
        );

        let official = OcspResponder::new(Box::new(other.key), other.der);
        assert!(matches!(official, Err(PilotCaError::WrongResponder)));
    }
}

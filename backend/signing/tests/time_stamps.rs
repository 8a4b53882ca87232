//! Time stamps: asked for, given by our own authority, put into signatures, and judged.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use congvu_signing::cms::CmsError;
    use congvu_signing::cms::{add_time_stamp, signature_imprint, time_stamp_tokens};
    use congvu_signing::tsp;
    use congvu_signing::verify::verify_detached;

    use super::support::{CONTENT, Person, digest, later, now, stamped, trust, trust_with, tsa};

    #[test]
    fn a_request_is_answered_and_the_token_holds() {
        let imprint = digest(b"hello");
        let request = tsp::request(&imprint, [0xff; 16]).unwrap();
        let response = tsa().respond(&request.der, [7; 16], now());
        let token = tsp::token_of_response(&response, &request).unwrap();
        let verified = tsp::verify(&token, &imprint, &trust(), now()).unwrap();
        assert_eq!(verified.at, now());
        assert_eq!(verified.policy, "1.3.6.1.4.1.99999.3161");
        assert_eq!(verified.serial_hex, "47".to_owned() + &"07".repeat(15));
        assert!(
            verified
                .certificate
                .subject_common_name
                .contains("thử nghiệm")
        );

        let other = tsp::request(&imprint, [1; 16]).unwrap();
        let error = tsp::token_of_response(&response, &other).unwrap_err();
        assert_eq!(error.code(), "time_stamp_wrong_nonce");
        let other = tsp::request(&digest(b"other"), [0xff; 16]).unwrap();
        let error = tsp::token_of_response(&response, &other).unwrap_err();
        assert_eq!(error.code(), "time_stamp_foreign");
    }

    #[test]
    fn a_signature_outlives_its_certificate() {
        for person in [Person::rsa(), Person::p256()] {
            let plain = person.sign(CONTENT);
            let signature = stamped(&plain, now());
            assert_eq!(time_stamp_tokens(&signature).unwrap().len(), 1);
            assert_eq!(
                signature_imprint(&signature).unwrap(),
                signature_imprint(&plain).unwrap()
            );
            // Two years on: the certificate has expired, the lists are new.
            let years = later(2 * 365);
            let trust = trust_with(&[person.revoked(later(10))], years);
            let verified = verify_detached(&signature, &digest(CONTENT), &trust, years).unwrap();
            assert_eq!(verified.judged_at, now());
            assert_eq!(verified.time_stamp.unwrap().at, now());
            let error = verify_detached(&plain, &digest(CONTENT), &trust, years).unwrap_err();
            assert_eq!(error.code(), "expired");
        }
    }

    #[test]
    fn a_token_goes_only_into_the_signature_it_covers() {
        let person = Person::p256();
        let (one, other) = (person.sign(CONTENT), person.sign(b"something else"));
        let token = tsa()
            .stamp(&signature_imprint(&one).unwrap(), [1; 16], now())
            .unwrap();
        assert_eq!(
            add_time_stamp(&other, &token),
            Err(CmsError::OtherTimeStamp)
        );
        let once = add_time_stamp(&one, &token).unwrap();
        assert_eq!(add_time_stamp(&once, &token).unwrap(), once, "not twice");
        let second = tsa()
            .stamp(&signature_imprint(&one).unwrap(), [2; 16], later(1))
            .unwrap();
        let twice = add_time_stamp(&once, &second).unwrap();
        assert_eq!(time_stamp_tokens(&twice).unwrap().len(), 2);
        let verified = verify_detached(&twice, &digest(CONTENT), &trust(), later(1)).unwrap();
        assert_eq!(verified.judged_at, now(), "the earliest counts");
    }
}

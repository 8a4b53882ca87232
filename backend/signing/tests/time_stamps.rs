//! Time stamps: asked for, given by our own authority, put into signatures, and judged.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use congvu_signing::cms::CmsError;
    use congvu_signing::cms::{add_time_stamp, signature_imprint, time_stamp_tokens};
    use congvu_signing::tsp::{self, Tsa, TspError};
    use congvu_signing::verify::verify_detached;

    use congvu_signing::software_key::SoftwareKey;
    use der::asn1::OctetString;
    use der::{Decode, Encode};
    use x509_tsp::TimeStampReq;

    use super::support::{
        CONTENT, Person, TSA_POLICY, ca, digest, later, now, stamped, trust, trust_with, tsa,
    };

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

    /// A request with one thing changed.
    fn altered(change: impl FnOnce(&mut TimeStampReq)) -> Vec<u8> {
        let request = tsp::request(&digest(b"hello"), [1; 16]).unwrap();
        let mut request = TimeStampReq::from_der(&request.der).unwrap();
        change(&mut request);
        request.to_der().unwrap()
    }

    #[test]
    fn every_refusal_says_why() {
        let sha1 = const_oid::db::rfc5912::ID_SHA_1;
        let cases = [
            (b"rubbish".to_vec(), "badDataFormat"),
            (Vec::new(), "badDataFormat"),
            (
                altered(|request| request.message_imprint.hash_algorithm.oid = sha1),
                "badAlg",
            ),
            (
                altered(|request| {
                    request.message_imprint.hashed_message = OctetString::new([1; 20]).unwrap();
                }),
                "badRequest",
            ),
            (
                altered(|request| request.req_policy = Some(sha1)),
                "unacceptedPolicy",
            ),
            (
                altered(|request| request.extensions = Some(Vec::new())),
                "unacceptedExtension",
            ),
        ];
        let asked = tsp::request(&digest(b"hello"), [1; 16]).unwrap();
        for (request, reason) in cases {
            let response = tsa().respond(&request, [7; 16], now());
            let error = tsp::token_of_response(&response, &asked).unwrap_err();
            assert_eq!(
                error,
                TspError::NotGranted {
                    status: 2,
                    reason: Some(reason.to_owned())
                }
            );
        }
        let error = tsp::token_of_response(b"<html>", &asked).unwrap_err();
        assert_eq!(error.code(), "time_stamp_malformed");
    }

    #[test]
    fn certificates_and_nonces_only_where_asked_for() {
        let bare = altered(|request| {
            request.cert_req = false;
            request.nonce = None;
        });
        let response = tsa().respond(&bare, [7; 16], now());
        let asked = tsp::request(&digest(b"hello"), [1; 16]).unwrap();
        let error = tsp::token_of_response(&response, &asked).unwrap_err();
        assert_eq!(error, TspError::WrongNonce);
        let full = tsa().respond(&asked.der, [7; 16], now());
        assert!(full.len() > response.len() + 2000, "three certificates");
    }

    #[test]
    fn only_a_time_stamp_certificate_with_its_own_key_stamps() {
        let person = Person::p256();
        let chain = ca().chain(&person.der);
        let refused = Tsa::new(Box::new(person.key), chain, TSA_POLICY).err();
        assert_eq!(refused, Some(TspError::WrongUsage));
        let key = SoftwareKey::generate_p256().unwrap();
        let der = ca().issue_tsa(&key.public_key(), [8; 16], now()).unwrap();
        let other = SoftwareKey::generate_p256().unwrap();
        let refused = Tsa::new(Box::new(other), ca().chain(&der), TSA_POLICY).err();
        assert_eq!(refused, Some(TspError::OtherKey));
        assert!(Tsa::new(Box::new(key), ca().chain(&der), "policy").is_err());
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

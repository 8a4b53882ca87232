//! The pilot authority with its keys in a token, used while nobody is there to type a PIN.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use std::path::Path;

    use chrono::{DateTime, TimeDelta, Utc};
    use congvu_signing::certificate::CertificateInfo;
    use congvu_signing::cms::ToBeSigned;
    use congvu_signing::pilot_ca::{AuthorityKeys, PilotCa, PilotCaError};
    use congvu_signing::pkcs11::{KeyName, StandingLogin};
    use congvu_signing::signer::{Signer, SignerError};
    use congvu_signing::software_key::SoftwareKey;
    use congvu_signing::tsp::{self, Tsa};

    use super::support::tokens::{PIN, has_tokens, module};
    use super::support::{TSA_POLICY, config, digest, folder, now};

    fn keys(login: &StandingLogin) -> AuthorityKeys {
        let key = |label| -> Box<dyn Signer> { Box::new(login.key(label).unwrap()) };
        AuthorityKeys {
            root: Some(key("root")),
            issuing: Some(key("issuing")),
        }
    }

    fn assert_stamps(ca: &PilotCa, when: DateTime<Utc>) {
        let key = SoftwareKey::generate_p256().unwrap();
        let der = ca.issue_tsa(&key.public_key(), [8; 16], when).unwrap();
        let tsa = Tsa::new(Box::new(key), ca.chain(&der), TSA_POLICY).unwrap();
        let token = tsa.stamp(&[7; 32], [6; 16], when).unwrap();
        let trust = ca.trust_store(ca.crls(&[], 1, when).unwrap()).unwrap();
        tsp::verify(&token, &[7; 32], &trust, when).unwrap();
    }

    fn opened(dir: &Path, login: &StandingLogin) -> PilotCa {
        PilotCa::open_with(dir, config(), keys(login)).unwrap()
    }

    #[test]
    fn both_keys_stay_in_the_token_for_decades() {
        if !has_tokens("both_keys_stay_in_the_token_for_decades") {
            return;
        }
        let login = StandingLogin::new(module(), "con-dau", PIN);
        assert_eq!(login.key("root").err(), Some(SignerError::NoSuchKey));
        for label in ["root", "issuing", "root"] {
            login.make_missing(label).unwrap();
        }
        let public = login.key("root").unwrap().public_key();
        assert_ne!(public, login.key("issuing").unwrap().public_key());
        let dir = folder("authority-in-token");
        let made = PilotCa::create_with(config(), now(), keys(&login)).unwrap();
        made.save(&dir).unwrap();
        assert!(!dir.join("root.key.pem").exists() && !dir.join("issuing.key.pem").exists());
        assert!(matches!(
            PilotCa::open(&dir, config()),
            Err(PilotCaError::File { .. })
        ));
        assert_stamps(&opened(&dir, &login), now());

        let mut when = now();
        for turn in 0..10_u8 {
            when += TimeDelta::days(2 * 365);
            let serials = [[turn + 1; 16], [turn + 101; 16]];
            while opened(&dir, &login).succeed(&dir, serials, when).unwrap() {}
            assert_stamps(&opened(&dir, &login), when);
        }
        let ca = opened(&dir, &login);
        // Of 2026, 2036 and 2046.
        assert_eq!(ca.roots().len(), 3);
        let end = CertificateInfo::parse(ca.issuing_der()).unwrap().not_after;
        assert!(end > when + TimeDelta::days(6 * 365));

        // The login is given back each time: the token is free for others.
        let session = module().open("con-dau", PIN).unwrap();
        assert_eq!(
            session.key(KeyName::Label("root")).unwrap().public_key(),
            public
        );
    }

    /// However often the keys are wanted, a wrong PIN is tried once: it would lock the token.
    #[test]
    fn a_wrong_pin_is_tried_once() {
        if !has_tokens("a_wrong_pin_is_tried_once") {
            return;
        }
        let right = StandingLogin::new(module(), "con-dau", PIN);
        right.make_missing("issuing").unwrap();
        let wrong = StandingLogin::new(module(), "con-dau", "999999");
        for _ in 0..30 {
            assert_eq!(wrong.key("issuing").err(), Some(SignerError::WrongPin));
            assert_eq!(wrong.make_missing("x").err(), Some(SignerError::WrongPin));
        }
        let tokens = module().tokens().unwrap();
        let token = tokens.iter().find(|one| one.label == "con-dau").unwrap();
        assert!(token.pin_count_low && !token.pin_locked, "{token:?}");
        assert!(!format!("{wrong:?}").contains("999999"));
        let key = right.key("issuing").unwrap();
        let to_be_signed = ToBeSigned {
            attributes: b"x".to_vec(),
            digest: digest(b"x"),
        };
        let signature = key.sign(&to_be_signed).unwrap();
        assert_eq!(signature.len(), 384);
        let nowhere = StandingLogin::new(module(), "khong-co", PIN);
        assert!(matches!(
            nowhere.key("issuing").err(),
            Some(SignerError::Unavailable(_))
        ));
    }
}

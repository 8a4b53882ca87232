//! How long signatures in a PDF can be verified: PAdES B-B, B-T, B-LT, B-LTA and its renewal.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use congvu_signing::pades::{
        self, Baseline, Changes, PdfError, RESERVE, RESERVE_WITH_TIMESTAMP,
    };
    use congvu_signing::trust::TrustStore;

    use super::support::pdf::{
        anchor_only, cms_for, code_with, page, samples, seal, sealed, sign, sign_stamped,
        signed_twice, spec, stamped_twice, tsa_of, with_evidence,
    };
    use super::support::{Person, later, now, stamped, trust, trust_with, tsa};

    fn people() -> [Person; 2] {
        [Person::rsa(), Person::p256()]
    }

    #[test]
    fn every_level_is_recognised() {
        let [first, second] = people();
        let bare = sign(&page("x", [595, 842]), "KyLanhDao", 200.0, &first);
        let stamped = stamped_twice(&first, &second);
        let with_store = with_evidence(&stamped, now());
        let none = || (Changes::SignaturesOnly, Changes::None);
        let cases = [
            (
                sign(&bare, "KyCoQuan", 100.0, &second),
                trust(),
                Baseline::B,
                none(),
            ),
            // Revocation data in the file do not make up for a time stamp.
            (
                signed_twice(&first, &second),
                anchor_only(),
                Baseline::B,
                none(),
            ),
            (stamped.clone(), trust(), Baseline::T, none()),
            (
                with_store,
                anchor_only(),
                Baseline::Lt,
                (Changes::SignaturesOnly, Changes::LongTermOnly),
            ),
            (
                seal(&stamped, "DauThoiGian1", tsa(), later(0)),
                trust(),
                Baseline::T,
                (Changes::SignaturesOnly, Changes::LongTermOnly),
            ),
            (
                sealed(&first, &second),
                anchor_only(),
                Baseline::Lta,
                (Changes::SignaturesOnly, Changes::LongTermOnly),
            ),
        ];
        let folder = samples("pdf-samples-levels");
        for (index, (pdf, store, level, (after_first, after_second))) in
            cases.into_iter().enumerate()
        {
            std::fs::write(folder.join(format!("{index}-{level:?}.pdf")), &pdf).unwrap();
            let report = pades::verify(&pdf, &store, later(1)).unwrap();
            assert!(report.is_valid(), "{level:?}: {:?}", report.first_failure());
            assert_eq!(report.level(), Some(level));
            let [one, two] = &report.signatures[..] else {
                panic!("{level:?}")
            };
            assert_eq!(
                (&one.changes_after, &two.changes_after),
                (&after_first, &after_second),
                "{level:?}"
            );
            assert_eq!([one.level, two.level], [Some(level); 2]);
            let is_stamped = one.outcome.as_ref().unwrap().time_stamp.is_some();
            assert_eq!(is_stamped, level > Baseline::B);
        }
    }

    /// The level of the file is that of its weakest signature.
    #[test]
    fn levels_may_differ() {
        let [first, second] = people();
        let stamped = sign_stamped(&page("x", [595, 842]), "KyLanhDao", 200.0, &first, now());
        let pdf = with_evidence(&sign(&stamped, "KyCoQuan", 100.0, &second), now());
        let report = pades::verify(&pdf, &trust(), now()).unwrap();
        let levels: Vec<_> = report
            .signatures
            .iter()
            .map(|signature| signature.level)
            .collect();
        assert_eq!(levels, [Some(Baseline::Lt), Some(Baseline::B)]);
        assert_eq!(report.level(), Some(Baseline::B));
    }

    /// Signers' certificates last one year, those of time-stamp authorities five.
    #[test]
    fn a_file_renewed_in_time_outlives_its_authorities() {
        let [first, second] = people();
        let pdf = sealed(&first, &second);
        let lists = |days| trust_with(&[], later(days));
        assert_eq!(code_with(&pdf, &lists(4 * 365), later(4 * 365)), "valid");
        assert_eq!(
            code_with(&pdf, &lists(6 * 365), later(6 * 365)),
            "time_stamp_authority_expired"
        );

        let renewal = later(4 * 365);
        let renewed = seal(
            &with_evidence(&pdf, renewal),
            "DauThoiGian2",
            &tsa_of(renewal, 31),
            renewal,
        );
        let at = later(6 * 365);
        let report = pades::verify(&renewed, &lists(6 * 365), at).unwrap();
        assert!(report.is_valid(), "{:?}", report.first_failure());
        assert_eq!(report.level(), Some(Baseline::Lta));
        let [earlier, last] = &report.time_stamps[..] else {
            panic!()
        };
        assert_eq!(
            earlier.outcome.as_ref().unwrap().at,
            now() + TimeDelta::minutes(2)
        );
        assert_eq!(last.outcome.as_ref().unwrap().at, renewal);
        assert_eq!(
            (earlier.changes_after.clone(), last.changes_after.clone()),
            (Changes::LongTermOnly, Changes::None)
        );

        // And again, with nothing but the anchor at hand ten days later.
        let again = later(8 * 365);
        let twice = seal(
            &with_evidence(&renewed, again),
            "DauThoiGian3",
            &tsa_of(again, 32),
            again,
        );
        let twice = with_evidence(&twice, again);
        assert_eq!(code_with(&twice, &anchor_only(), again), "valid");

        // Renewed too late: nobody can tell any more when the first time stamp existed.
        let late = later(6 * 365);
        let too_late = seal(
            &with_evidence(&pdf, late),
            "DauThoiGian2",
            &tsa_of(late, 33),
            late,
        );
        assert_eq!(
            code_with(&too_late, &lists(6 * 365), late),
            "time_stamp_authority_expired"
        );
    }

    #[test]
    fn a_later_revocation_does_not_touch_what_was_sealed_before() {
        let [first, second] = people();
        let (pdf, bare) = (sealed(&first, &second), signed_twice(&first, &second));
        let revoked = trust_with(&[first.revoked(later(10))], later(20));
        assert_eq!(code_with(&pdf, &revoked, later(20)), "valid");
        assert_eq!(code_with(&bare, &revoked, later(20)), "revoked");
    }

    #[test]
    fn a_time_stamp_comes_in_after_the_signer_has_gone() {
        let [first, second] = people();
        let base = page("x", [595, 842]);
        let prepared = pades::prepare(&base, &spec("Ky", 10.0), RESERVE_WITH_TIMESTAMP).unwrap();
        let cms = cms_for(&prepared, &first);
        let signed = prepared.embed(&cms).unwrap();
        let stamped_cms = stamped(&cms, now());
        let with_stamp = pades::replace_contents(&signed, "Ky", &stamped_cms).unwrap();
        assert_eq!(with_stamp.len(), signed.len());
        assert_eq!(
            pades::verify(&with_stamp, &trust(), now()).unwrap().level(),
            Some(Baseline::T)
        );
        // And out again: nothing is left behind in the filling.
        assert_eq!(
            pades::replace_contents(&with_stamp, "Ky", &cms).unwrap(),
            signed
        );

        let other = first.sign_digest(&[7; 32], None);
        let later_signed = sign(&signed, "KyCoQuan", 100.0, &second);
        let cases: [(&[u8], &str, Vec<u8>, &str); 7] = [
            (&signed, "Ky", other, "other_signature"),
            (&signed, "Ky", vec![0x30, 0], "malformed_cms"),
            (&signed, "KyKhac", stamped_cms.clone(), "signature_not_last"),
            (
                &later_signed,
                "Ky",
                stamped_cms.clone(),
                "signature_not_last",
            ),
            (
                &[&signed[..], b"\n"].concat(),
                "Ky",
                stamped_cms.clone(),
                "signature_not_last",
            ),
            (&base, "Ky", stamped_cms.clone(), "not_signed"),
            (b"%PDF-1.7", "Ky", stamped_cms.clone(), "malformed_pdf"),
        ];
        for (pdf, field, cms, expected) in cases {
            let error = pades::replace_contents(pdf, field, &cms).unwrap_err();
            assert_eq!(error.code(), expected);
        }
        let tight = pades::prepare(&base, &spec("Ky", 10.0), cms.len() + 100).unwrap();
        let cms = cms_for(&tight, &first);
        let full =
            pades::replace_contents(&tight.embed(&cms).unwrap(), "Ky", &stamped(&cms, now()));
        assert!(
            matches!(full, Err(PdfError::ReserveTooSmall { .. })),
            "{full:?}"
        );
    }

    #[test]
    fn time_stamps_are_judged() {
        let [first, _] = people();
        let signed = sign(&page("x", [595, 842]), "Ky", 10.0, &first);
        let sealed = seal(&signed, "DauThoiGian", tsa(), now());
        assert_eq!(code_with(&sealed, &trust(), now()), "valid");
        // Without a signature time stamp the one over the document proves as much.
        assert_eq!(
            pades::verify(&sealed, &trust(), now()).unwrap().level(),
            Some(Baseline::T)
        );

        // Of another document.
        let prepared = pades::prepare_time_stamp(&signed, "DauThoiGian", RESERVE).unwrap();
        let foreign = tsa().stamp(&[3; 32], [9; 16], now()).unwrap();
        assert_eq!(
            code_with(&prepared.clone().embed(&foreign).unwrap(), &trust(), now()),
            "time_stamp_foreign"
        );
        // No time stamp at all, and a signature in its place.
        assert_eq!(
            code_with(&prepared.bytes, &trust(), now()),
            "time_stamp_malformed"
        );
        let cms = cms_for(&prepared, &first);
        let report =
            pades::verify(&prepared.clone().embed(&cms).unwrap(), &trust(), now()).unwrap();
        assert!(report.time_stamps[0].outcome.is_err());

        let no_lists = TrustStore {
            crls: vec![],
            ..trust()
        };
        let with_lists = with_evidence(&signed, now());
        let no_store = seal(&signed, "DauThoiGian", tsa(), now());
        assert_eq!(code_with(&no_store, &no_lists, now()), "revocation_unknown");
        assert_eq!(
            code_with(
                &seal(&with_lists, "DauThoiGian", tsa(), now()),
                &no_lists,
                now()
            ),
            "valid"
        );
    }
}

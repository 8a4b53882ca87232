//! Signatures in PDF files: two signers, and what an attacker without a key can do to the file.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use congvu_signing::pades::{self, PdfError, PreparedPdf, RESERVE, dss};
    use congvu_signing::trust::TrustStore;
    use lopdf::{Document, IncrementalDocument, Object, dictionary};

    use super::support::pdf::{page, sign, signed_twice, spec};
    use super::support::{Person, ca, later, now, trust, trust_with};

    /// Only the anchor: CRLs must come from the file itself.
    fn anchor_only() -> TrustStore {
        TrustStore {
            crls: vec![],
            intermediates: vec![],
            ..trust()
        }
    }

    fn code(pdf: &[u8]) -> &'static str {
        match pades::verify(pdf, &trust(), now()) {
            Ok(report) => report
                .first_failure()
                .map_or("valid", |(_, error)| error.code()),
            Err(error) => error.code(),
        }
    }

    fn replace(pdf: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
        assert_eq!(from.len(), to.len());
        let at = pdf
            .windows(from.len())
            .position(|window| window == from)
            .unwrap();
        [&pdf[..at], to, &pdf[at + from.len()..]].concat()
    }

    #[test]
    fn two_signatures_hold_offline() {
        let (first, second) = (Person::rsa(), Person::p256());
        let pdf = signed_twice(&first, &second);
        let report = pades::verify(&pdf, &anchor_only(), now()).unwrap();
        assert!(report.is_valid(), "{:?}", report.first_failure());
        let fields: Vec<_> = report
            .signatures
            .iter()
            .map(|signature| signature.field.as_str())
            .collect();
        assert_eq!(fields, ["KyLanhDao", "KyCoQuan"]);
        for (signature, person) in report.signatures.iter().zip([&first, &second]) {
            let verified = signature.outcome.as_ref().unwrap();
            assert_eq!(verified.leaf_der, person.der);
            assert_eq!(verified.signing_time, None, "a PDF holds the time in /M");
            assert_eq!(signature.reason.as_deref(), Some("Phê duyệt"));
            assert_eq!(
                signature.claimed_time.unwrap().to_rfc3339(),
                "2026-03-02T09:00:00+07:00"
            );
        }
        assert_eq!(report.signatures[1].covers_to, pdf.len());
        assert!(report.signatures[0].covers_to < pdf.len());
        let revision = &pdf[..report.signatures[0].covers_to];
        assert_eq!(
            pades::verify(revision, &anchor_only(), now())
                .unwrap()
                .signatures
                .len(),
            1
        );
    }

    #[test]
    fn an_invisible_signature_holds() {
        let person = Person::p256();
        let mut invisible = spec("Ky", 0.0);
        invisible.place = None;
        let prepared = pades::prepare(&page("x", [595, 842]), &invisible, RESERVE).unwrap();
        let stored = PreparedPdf {
            bytes: prepared.bytes.clone(),
            hole: prepared.hole.clone(),
        };
        let cms = person.sign_digest(&stored.digest().unwrap(), None);
        assert_eq!(code(&stored.embed(&cms).unwrap()), "valid");
    }

    #[test]
    fn certificates_are_judged_too() {
        let person = Person::p256();
        let pdf = sign(&page("x", [595, 842]), "Ky", 100.0, &person);
        let codes = |store: &TrustStore, at| {
            pades::verify(&pdf, store, at)
                .unwrap()
                .first_failure()
                .map(|(_, error)| error.code())
        };
        assert_eq!(codes(&trust(), now()), None);
        assert_eq!(codes(&anchor_only(), now()), Some("revocation_unknown"));
        assert_eq!(
            codes(&trust_with(&[person.revoked(now())], now()), now()),
            Some("revoked")
        );
        assert_eq!(codes(&trust(), later(400)), Some("expired"));
    }

    #[test]
    fn a_flipped_byte_anywhere_is_noticed() {
        let person = Person::p256();
        let pdf = sign(&page("He so luong 4.98", [595, 842]), "Ky", 100.0, &person);
        assert_eq!(code(&replace(&pdf, b"4.98", b"9.98")), "content_changed");
        let hole = pdf
            .windows(9)
            .position(|window| window == b"/Contents")
            .unwrap();
        for index in (0..pdf.len()).step_by(211) {
            let mut flipped = pdf.clone();
            flipped[index] ^= 1;
            match pades::verify(&flipped, &trust(), now()) {
                // Not all of a CMS is signed: a damaged copy of the root's certificate is simply not used.
                Ok(report) if report.is_valid() => {
                    assert!((hole..hole + RESERVE * 2).contains(&index), "byte {index}");
                    assert_eq!(
                        report.signatures[0].outcome.as_ref().unwrap().leaf_der,
                        person.der
                    );
                }
                _ => {}
            }
        }
    }

    #[test]
    fn a_revision_appended_after_signing_is_refused() {
        let pdf = signed_twice(&Person::rsa(), &Person::p256());
        let mut inc =
            IncrementalDocument::create_from(pdf.clone(), Document::load_mem(&pdf).unwrap());
        inc.new_document
            .add_object(Object::string_literal("HE SO 9.99"));
        let mut appended = Vec::new();
        inc.save_to(&mut appended).unwrap();
        let bytes = appended.len() - pdf.len();
        let outcome = pades::verify(&appended, &trust(), now());
        assert!(
            matches!(outcome, Err(PdfError::AppendedAfterSigning { bytes: found }) if found == bytes),
            "{outcome:?}"
        );
        assert_eq!(code(&[&pdf[..], b"\n"].concat()), "appended_after_signing");
        // A DSS belongs before the first signature.
        assert_eq!(
            code(&dss::add(&pdf, &ca().chain(&Person::p256().der), &[]).unwrap()),
            "appended_after_signing"
        );
    }

    #[test]
    fn games_with_the_byte_range_are_refused() {
        let pdf = sign(&page("x", [595, 842]), "Ky", 100.0, &Person::p256());
        let at = pdf
            .windows(10)
            .position(|window| window == b"/ByteRange")
            .unwrap();
        let open = at + pdf[at..].iter().position(|byte| *byte == b'[').unwrap();
        let close = at + pdf[at..].iter().position(|byte| *byte == b']').unwrap();
        let old = &pdf[open..=close];
        let text = std::str::from_utf8(&old[1..old.len() - 1]).unwrap();
        let numbers: Vec<usize> = text
            .split_whitespace()
            .map(|number| number.parse().unwrap())
            .collect();
        let (start, end, rest) = (numbers[1], numbers[2], numbers[3]);
        let games = [
            format!("0 {start} {end} {}", rest + 1),
            format!("0 {start} {end} {}", usize::MAX),
            format!("1 {start} {end} {rest}"),
            format!("0 {} {end} {rest}", start - 1),
            format!("0 {start} {} {}", end + 2, rest - 2),
            format!("0 {end} {start} {rest}"),
            format!("0 {start} {end}"),
            format!("0 {start} {end} -{rest}"),
            format!("0 {} {end} {rest}", start + 1),
        ];
        for game in games {
            let changed = replace(
                &pdf,
                old,
                format!("[{game:<width$}]", width = old.len() - 2).as_bytes(),
            );
            assert_eq!(code(&changed), "wrong_byte_range", "{game}");
        }
        let shorter = replace(
            &pdf,
            old,
            format!(
                "[{:<width$}]",
                format!("0 {start} {end} {}", rest - 5),
                width = old.len() - 2
            )
            .as_bytes(),
        );
        assert_eq!(code(&shorter), "appended_after_signing");
    }

    #[test]
    fn the_hole_may_hold_nothing_but_the_signature() {
        let person = Person::p256();
        let prepared = pades::prepare(&page("x", [595, 842]), &spec("Ky", 10.0), RESERVE).unwrap();
        let mut cms = person.sign_digest(&prepared.digest().unwrap(), None);
        cms.extend_from_slice(&[0, 0, 1]);
        assert_eq!(code(&prepared.embed(&cms).unwrap()), "malformed");
    }

    /// Two fields that show one signature: the second signer never signed.
    #[test]
    fn fields_do_not_share_a_signature() {
        let person = Person::p256();
        let prepared = pades::prepare(&page("x", [595, 842]), &spec("Ky", 10.0), RESERVE).unwrap();
        // The widget as written, doubled under another name of the same length before signing.
        let document = Document::load_mem(&prepared.bytes).unwrap();
        let value = document
            .objects
            .iter()
            .find(|(_, object)| object.as_dict().is_ok_and(|entry| entry.has(b"ByteRange")))
            .unwrap()
            .0;
        let signed = prepared
            .clone()
            .embed(&person.sign_digest(&prepared.digest().unwrap(), None))
            .unwrap();
        let mut inc =
            IncrementalDocument::create_from(signed.clone(), Document::load_mem(&signed).unwrap());
        let twin = inc.new_document.add_object(
            dictionary! { "FT" => "Sig", "T" => Object::string_literal("Ky2"), "V" => *value },
        );
        let root = inc
            .get_prev_documents()
            .trailer
            .get(b"Root")
            .unwrap()
            .as_reference()
            .unwrap();
        inc.opt_clone_object_to_new_document(root).unwrap();
        let catalog = inc
            .new_document
            .get_object_mut(root)
            .unwrap()
            .as_dict_mut()
            .unwrap();
        let form = catalog.get_mut(b"AcroForm").unwrap().as_dict_mut().unwrap();
        form.get_mut(b"Fields")
            .unwrap()
            .as_array_mut()
            .unwrap()
            .push(twin.into());
        let mut shared = Vec::new();
        inc.save_to(&mut shared).unwrap();
        assert_eq!(code(&shared), "overlapping_signatures");
        // Even a later signer cannot launder it.
        assert_eq!(
            code(&sign(&shared, "Ky3", 100.0, &person)),
            "overlapping_signatures"
        );
    }

    #[test]
    fn unsigned_and_broken_files_are_told_apart() {
        assert_eq!(code(&page("x", [595, 842])), "not_signed");
        assert_eq!(code(b"%PDF-1.7 rubbish"), "malformed_pdf");
        let prepared = pades::prepare(&page("x", [595, 842]), &spec("Ky", 10.0), RESERVE).unwrap();
        assert_eq!(
            code(&prepared.bytes),
            "malformed",
            "a place without a signature in it"
        );
    }

    #[test]
    fn preparing_refuses_what_cannot_work() {
        let pdf = page("x", [595, 842]);
        let person = Person::p256();
        let signed = sign(&pdf, "Ky", 10.0, &person);
        assert!(matches!(
            pades::prepare(&signed, &spec("Ky", 10.0), RESERVE),
            Err(PdfError::FieldExists(_))
        ));
        let mut elsewhere = spec("Ky", 10.0);
        elsewhere.place.as_mut().unwrap().page = 2;
        assert!(matches!(
            pades::prepare(&pdf, &elsewhere, RESERVE),
            Err(PdfError::NoSuchPage(2))
        ));
        let small = pades::prepare(&pdf, &spec("Ky", 10.0), 100).unwrap();
        let cms = person.sign_digest(&small.digest().unwrap(), None);
        assert!(matches!(
            small.embed(&cms),
            Err(PdfError::ReserveTooSmall { reserved: 100, .. })
        ));
        let prepared = pades::prepare(&pdf, &spec("Ky", 10.0), RESERVE).unwrap();
        let cms = person.sign_digest(&prepared.digest().unwrap(), None);
        let once = prepared.clone().embed(&cms).unwrap();
        assert!(matches!(
            PreparedPdf {
                bytes: once,
                hole: prepared.hole
            }
            .embed(&cms),
            Err(PdfError::HoleTaken)
        ));
    }

    #[test]
    fn earlier_bytes_are_never_touched() {
        let pdf = page("x", [595, 842]);
        let with_store = dss::add(&pdf, &[ca().root_der().to_vec()], &[]).unwrap();
        let twice = dss::add(&with_store, &[ca().issuing_der().to_vec()], &[]).unwrap();
        let signed = sign(&twice, "Ky", 10.0, &Person::p256());
        assert!(
            with_store.starts_with(&pdf)
                && twice.starts_with(&with_store)
                && signed.starts_with(&twice)
        );
        let document = Document::load_mem(&signed).unwrap();
        let store = document
            .catalog()
            .unwrap()
            .get_deref(b"DSS", &document)
            .unwrap()
            .as_dict()
            .unwrap();
        assert_eq!(
            store
                .get_deref(b"Certs", &document)
                .unwrap()
                .as_array()
                .unwrap()
                .len(),
            2
        );
    }
}

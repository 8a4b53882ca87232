//! What an attacker without a key, or a later signer, can do to a signed PDF file.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use congvu_signing::pades::{self, PdfError, RESERVE};
    use lopdf::{Dictionary, Document, IncrementalDocument, Object, dictionary};

    use super::support::pdf::{page, sign, signed_twice, spec};
    use super::support::{Person, now, trust};

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
            matches!(outcome, Err(PdfError::AppendedAfterSigning { bytes: found, .. }) if found == bytes),
            "{outcome:?}"
        );
        assert_eq!(code(&[&pdf[..], b"\n"].concat()), "appended_after_signing");
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
        // Another hexadecimal string than the Contents.
        let text_start = pdf
            .windows(8)
            .position(|window| window == b"/Reason<")
            .unwrap()
            + 7;
        let text_end = text_start
            + pdf[text_start..]
                .iter()
                .position(|byte| *byte == b'>')
                .unwrap()
            + 1;
        let games = [
            format!("0 {text_start} {text_end} {}", pdf.len() - text_end),
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
        assert_eq!(code(&shorter), "wrong_byte_range");
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

    /// Changes an object of the newest revision, as an editor would before the next signer signs.
    fn edit(pdf: &[u8], holds: &[u8], change: impl FnOnce(&mut Dictionary)) -> Vec<u8> {
        let mut inc =
            IncrementalDocument::create_from(pdf.to_vec(), Document::load_mem(pdf).unwrap());
        let objects = &inc.get_prev_documents().objects;
        let id = *objects
            .iter()
            .find(|(_, object)| object.as_dict().is_ok_and(|entry| entry.has(holds)))
            .unwrap()
            .0;
        inc.opt_clone_object_to_new_document(id).unwrap();
        change(
            inc.new_document
                .get_object_mut(id)
                .unwrap()
                .as_dict_mut()
                .unwrap(),
        );
        let mut edited = Vec::new();
        inc.save_to(&mut edited).unwrap();
        edited
    }

    #[test]
    fn a_later_signer_cannot_reword_an_earlier_signature() {
        let (first, second) = (Person::p256(), Person::p256());
        let pdf = sign(&page("x", [595, 842]), "KyChuyenVien", 10.0, &first);

        let renamed = edit(&pdf, b"FT", |field| {
            field.set("T", Object::string_literal("KyGiamDoc"))
        });
        assert_eq!(
            code(&sign(&renamed, "KyCoQuan", 100.0, &second)),
            "wrong_byte_range"
        );

        let reworded = edit(&pdf, b"ByteRange", |signature| {
            signature.set("Reason", Object::string_literal("Ban hanh"))
        });
        assert_eq!(
            code(&sign(&reworded, "KyCoQuan", 100.0, &second)),
            "wrong_byte_range"
        );
    }

    #[test]
    fn other_kinds_of_signature_are_named() {
        let pdf = sign(&page("x", [595, 842]), "Ky", 10.0, &Person::p256());
        assert_eq!(
            code(&replace(
                &pdf,
                b"ETSI.CAdES.detached",
                b"adbe.pkcs7.detached"
            )),
            "unsupported_signature_kind"
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
}

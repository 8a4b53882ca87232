//! What an attacker without a key, or a later signer, can do to a signed PDF file.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use congvu_signing::pades::{self, PdfError, RESERVE};
    use lopdf::{Dictionary, Document, IncrementalDocument, Object, dictionary};

    use super::support::pdf::{
        Edit, code, edit, page, replace, seal, sign, signed_twice, spec, with_evidence,
    };
    use super::support::{Person, now, trust, tsa};

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

    fn entry<'a>(edit: &'a mut Edit, key: &[u8]) -> &'a mut Dictionary {
        let id = edit.id(|entries| entries.has(key));
        edit.entries(id)
    }

    fn name(text: &str) -> Object {
        Object::string_literal(text)
    }

    #[test]
    fn a_later_signer_cannot_touch_an_earlier_signature() {
        let (first, second) = (Person::p256(), Person::p256());
        let pdf = sign(&page("x", [595, 842]), "KyChuyenVien", 10.0, &first);
        let twice = sign(&pdf, "KyGiamDoc", 300.0, &second);
        let renamed = edit(&pdf, |edit| entry(edit, b"FT").set("T", name("KyGiamDoc")));
        let reworded = edit(&pdf, |edit| {
            entry(edit, b"ByteRange").set("Reason", name("Ban hanh"));
        });
        let emptied = edit(&pdf, |edit| {
            entry(edit, b"FT").remove(b"V");
        });
        let removed = edit(&pdf, |edit| {
            edit.form().set("Fields", Vec::<Object>::new());
        });
        let overwritten = edit(&pdf, |edit| {
            let id = edit.id(|entries| entries.has(b"ByteRange"));
            *edit.change(id) = Object::Null;
        });
        let listed_twice = edit(&pdf, |edit| {
            let fields = edit.form().get_mut(b"Fields").unwrap();
            let fields = fields.as_array_mut().unwrap();
            fields.push(fields[0].clone());
        });
        let of_one_name = edit(&twice, |edit| {
            let other = edit.id(|entries| {
                entries
                    .get(b"T")
                    .is_ok_and(|own| own.as_str().unwrap() == b"KyGiamDoc")
            });
            edit.entries(other).set("T", name("KyChuyenVien"));
        });
        let cases = [
            ("renamed", renamed, "wrong_byte_range"),
            ("reworded", reworded, "wrong_byte_range"),
            ("emptied", emptied, "signature_removed"),
            ("removed", removed, "signature_removed"),
            ("overwritten", overwritten, "wrong_byte_range"),
            ("listed twice", listed_twice, "malformed_pdf"),
            ("of one name", of_one_name, "duplicate_field"),
        ];
        for (case, edited, expected) in cases {
            let code = code(&edited_and_signed(&edited, &second));
            assert_eq!(code, expected, "{case}");
        }
    }

    /// Signs even what this crate would not sign.
    fn edited_and_signed(pdf: &[u8], person: &Person) -> Vec<u8> {
        match pades::prepare(pdf, &spec("KyCoQuan", 100.0), RESERVE) {
            Ok(prepared) => {
                let cms = person.sign_digest(&prepared.digest().unwrap(), None);
                prepared.embed(&cms).unwrap()
            }
            Err(_) => pdf.to_vec(),
        }
    }

    /// The place between `<` and `>` of each signature, in the order of the file.
    fn holes(pdf: &[u8]) -> Vec<Range<usize>> {
        let starts = pdf.windows(10).enumerate();
        let starts = starts.filter(|(_, window)| window.starts_with(b"/Contents<"));
        starts
            .map(|(at, _)| {
                let start = at + 10;
                let length = pdf[start..].iter().position(|byte| *byte == b'>');
                start..start + length.unwrap()
            })
            .collect()
    }

    #[test]
    fn signatures_do_not_move_to_other_places_or_files() {
        let (first, second) = (Person::p256(), Person::p256());
        let base = page("x", [595, 842]);
        let twice = sign(&sign(&base, "Ky1", 10.0, &first), "Ky2", 100.0, &second);
        let [one, two] = &holes(&twice)[..] else {
            panic!()
        };
        let mut swapped = twice.clone();
        swapped[one.clone()].copy_from_slice(&twice[two.clone()]);
        swapped[two.clone()].copy_from_slice(&twice[one.clone()]);
        assert_eq!(code(&swapped), "content_changed");

        let other = sign(&page("khac", [595, 842]), "Ky1", 10.0, &first);
        let mut moved = sign(&base, "Ky1", 10.0, &first);
        let place = holes(&moved)[0].clone();
        moved[place].copy_from_slice(&other[holes(&other)[0].clone()]);
        assert_eq!(code(&moved), "content_changed");
    }

    #[test]
    fn a_time_stamp_must_cover_the_whole_file() {
        let person = Person::p256();
        let signed = sign(&page("x", [595, 842]), "Ky", 10.0, &person);
        let sealed = seal(&signed, "DauThoiGian", tsa(), now());
        assert_eq!(code(&sealed), "valid");
        let at = sealed
            .windows(10)
            .rposition(|window| window == b"/ByteRange");
        let at = at.unwrap();
        let close = at + sealed[at..].iter().position(|byte| *byte == b']').unwrap();
        let range = std::str::from_utf8(&sealed[at..close]).unwrap();
        let rest = range.split_whitespace().last().unwrap();
        let place = at + range.rfind(rest).unwrap();
        let less = (rest.parse::<usize>().unwrap() - 7).to_string();
        let mut cut = sealed.clone();
        cut[place..place + rest.len()]
            .copy_from_slice(format!("{less:<width$}", width = rest.len()).as_bytes());
        assert_eq!(code(&cut), "wrong_byte_range");
        // Evidence may follow, anything else may not.
        assert_eq!(code(&with_evidence(&sealed, now())), "valid");
        let turned = edit(&sealed, |edit| {
            let page = edit.page();
            edit.entries(page).set("Rotate", 90);
        });
        assert_eq!(code(&turned), "appended_after_signing");
    }

    #[test]
    fn other_kinds_of_signature_are_named() {
        let pdf = sign(&page("x", [595, 842]), "Ky", 10.0, &Person::p256());
        let kinds: [&[u8]; 4] = [
            b"adbe.pkcs7.detached",
            b"adbe.x509.rsa_sha1 ",
            b"adbe.pkcs7.sha1    ",
            b"ETSI.RFC3161       ",
        ];
        for kind in kinds {
            let other = replace(&pdf, b"ETSI.CAdES.detached", kind);
            assert_eq!(code(&other), "unsupported_signature_kind", "{kind:?}");
        }
    }

    /// The author may certify the document against what others add (DocMDP).
    #[test]
    fn a_certified_document_stays_as_it_is() {
        let (first, second) = (Person::p256(), Person::p256());
        let certified = |allowed: i64| {
            let mut spec = spec("Ky", 10.0);
            spec.reason = "ă".repeat(100);
            let prepared = pades::prepare(&page("x", [595, 842]), &spec, RESERVE).unwrap();
            let mut bytes = prepared.bytes.clone();
            let from = bytes
                .windows(8)
                .position(|window| window == b"/Reason<")
                .unwrap();
            let length = bytes[from..].iter().position(|byte| *byte == b'>').unwrap() + 1;
            let mark =
                format!("/Reference[<</TransformMethod/DocMDP/TransformParams<</P {allowed}>>>>]");
            bytes[from..from + length].copy_from_slice(format!("{mark:<length$}").as_bytes());
            let prepared = pades::PreparedPdf {
                bytes,
                hole: prepared.hole,
            };
            let cms = first.sign_digest(&prepared.digest().unwrap(), None);
            prepared.embed(&cms).unwrap()
        };
        let closed = certified(1);
        let signed_again = sign(&closed, "Ky2", 100.0, &second);
        assert_eq!(code(&closed), "valid");
        assert_eq!(code(&with_evidence(&closed, now())), "valid");
        assert_eq!(code(&signed_again), "certified_against_changes");
        assert_eq!(code(&sign(&certified(2), "Ky2", 100.0, &second)), "valid");
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

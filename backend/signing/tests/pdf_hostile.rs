//! Files made to break whoever reads them: they are refused.

#[cfg(test)]
mod support;

#[cfg(test)]
mod tests {
    use lopdf::{SaveOptions, Stream, dictionary};

    use super::support::pdf::{
        append_raw, code, document, edit, page, sign, with_evidence, xref_start,
    };
    use super::support::{Person, now};

    fn signed() -> Vec<u8> {
        sign(&page("x", [595, 842]), "Ky", 10.0, &Person::p256())
    }

    /// A file with these objects and a plain table, the catalog being number 1.
    fn raw(objects: &[&str]) -> Vec<u8> {
        raw_with(objects, "")
    }

    fn raw_with(objects: &[&str], trailer: &str) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut table = String::new();
        for (index, body) in objects.iter().enumerate() {
            table += &format!("{:010} 00000 n \n", bytes.len());
            bytes.extend_from_slice(format!("{} 0 obj\n{body}\nendobj\n", index + 1).as_bytes());
        }
        let start = bytes.len();
        let count = objects.len();
        bytes.extend_from_slice(
            format!("xref\n1 {count}\n{table}trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n", count + 1).as_bytes(),
        );
        bytes
    }

    fn form(field: &str) -> String {
        format!("<< /Type /Catalog /AcroForm << /Fields [{field}] >> >>")
    }

    #[test]
    fn broken_files_are_refused() {
        let good = signed();
        let start = xref_start(&good);
        let looped = append_raw(&good, &[], &[], "");
        let looped = {
            let own = xref_start(&looped);
            let text = String::from_utf8_lossy(&looped[own..])
                .replace(&format!("/Prev {start}"), &format!("/Prev {own}"));
            [&looped[..own], text.as_bytes()].concat()
        };
        let deep = format!(
            "<< /Type /Catalog /Deep {}{} >>",
            "[".repeat(5000),
            "]".repeat(5000)
        );
        let deep_strings = format!(
            "<< /Type /Catalog /Deep {}{} >>",
            "(".repeat(100_000),
            ")".repeat(100_000)
        );
        let deep_fields = {
            let mut objects = vec![form("2 0 R")];
            for number in 2..60 {
                objects.push(format!("<< /T (a) /Kids [{} 0 R] >>", number + 1));
            }
            objects.push("<< /T (a) >>".into());
            raw(&objects.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let cases: Vec<(&str, Vec<u8>, &str)> = vec![
            ("empty", vec![], "malformed_pdf"),
            ("garbage", vec![0xff; 100_000], "malformed_pdf"),
            ("header alone", b"%PDF-1.7\n".to_vec(), "malformed_pdf"),
            (
                "something before the header",
                [b"x", &good[..]].concat(),
                "malformed_pdf",
            ),
            (
                "something after the end",
                [&good[..], b"%%EOF x"].concat(),
                "malformed_pdf",
            ),
            ("xref loop", looped, "malformed_pdf"),
            ("an empty catalog", raw(&["<< >>"]), "not_signed"),
            ("root is a number", raw(&["7"]), "malformed_pdf"),
            ("nested too deep", raw(&[&deep]), "malformed_pdf"),
            ("strings nested deep", raw(&[&deep_strings]), "not_signed"),
            ("fields nested too deep", deep_fields, "pdf_too_large"),
            (
                "a field within itself",
                raw(&[&form("2 0 R"), "<< /T (a) /Kids [2 0 R] >>"]),
                "malformed_pdf",
            ),
            (
                "references in a circle",
                raw(&[&form("2 0 R"), "3 0 R", "2 0 R"]),
                "malformed_pdf",
            ),
            (
                "a signature that is a name",
                raw(&[&form("2 0 R"), "<< /T (a) /FT /Sig /V /Nothing >>"]),
                "wrong_byte_range",
            ),
            (
                "a signature in a list above others",
                raw(&[
                    &form("2 0 R"),
                    "<< /T (a) /FT /Sig /V 3 0 R /Kids [<< /T (b) >>] >>",
                    "<< >>",
                ]),
                "malformed_pdf",
            ),
            (
                "a stream longer than the file",
                raw(&[
                    &form("2 0 R"),
                    "<< /Length 999999999 >> stream\nx\nendstream",
                ]),
                "malformed_pdf",
            ),
            (
                "a stream of negative length",
                raw(&[&form("2 0 R"), "<< /Length -1 >> stream\nx\nendstream"]),
                "malformed_pdf",
            ),
            (
                "a length that is itself",
                raw(&[&form("2 0 R"), "<< /Length 2 0 R >> stream\nx\nendstream"]),
                "malformed_pdf",
            ),
            (
                "a number beyond all",
                raw(&["<< /Type /Catalog /N 99999999999999999999999999 >>"]),
                "not_signed",
            ),
            (
                "a number of two points",
                raw(&["<< /Type /Catalog /N 1.2.3 >>"]),
                "malformed_pdf",
            ),
            (
                "a key twice",
                raw(&["<< /Type /Catalog /Pages 2 0 R /Pages 3 0 R >>"]),
                "malformed_pdf",
            ),
            (
                "a million entries announced",
                String::from_utf8(raw(&["<< >>"]))
                    .unwrap()
                    .replace("1 1\n", "1 1000000000\n")
                    .into(),
                "malformed_pdf",
            ),
            (
                "encrypted",
                raw_with(
                    &["<< /Type /Catalog >>"],
                    "/Encrypt << /Filter /Standard >>",
                ),
                "encrypted_pdf",
            ),
            (
                "oversized",
                [&good[..], &vec![b' '; 65 << 20]].concat(),
                "pdf_too_large",
            ),
        ];
        for (name, pdf, expected) in cases {
            assert_eq!(code(&pdf), expected, "{name}");
        }
    }

    #[test]
    fn no_beginning_of_a_signed_file_is_valid() {
        let good = signed();
        for length in (0..good.len()).step_by(97) {
            assert_ne!(code(&good[..length]), "valid", "{length}");
        }
    }

    #[test]
    fn too_many_revisions_are_not_read() {
        let mut pdf = signed();
        for _ in 0..140 {
            pdf = append_raw(&pdf, &[], &[], "");
        }
        assert_eq!(code(&pdf), "pdf_too_large");
    }

    /// Blanks of 40 MiB, deflated.
    fn bomb() -> Stream {
        let mut stream = Stream::new(dictionary! {}, vec![b' '; 40 << 20]);
        stream.compress().unwrap();
        stream
    }

    #[test]
    fn decompression_bombs_do_not_go_off() {
        let person = Person::p256();
        // As a certificate in the store of a signed file.
        let pdf = edit(&page("x", [595, 842]), |edit| {
            let bomb = edit.add(bomb());
            let catalog = edit.catalog();
            edit.entries(catalog)
                .set("DSS", dictionary! { "Certs" => vec![bomb.into()] });
        });
        assert!(pdf.len() < 1 << 20);
        assert_eq!(code(&sign(&pdf, "Ky", 10.0, &person)), "pdf_too_large");

        // As an object stream that holds the catalog.
        let content = bomb().content;
        let mut bytes = page("x", [595, 842]);
        let offset = u16::try_from(bytes.len()).unwrap().to_be_bytes();
        let stream = |bytes: &mut Vec<u8>, head: &str, content: &[u8]| {
            bytes.extend_from_slice(
                format!("{head} /Length {} >>\nstream\n", content.len()).as_bytes(),
            );
            bytes.extend_from_slice(content);
            bytes.extend_from_slice(b"\nendstream\nendobj\n");
        };
        stream(
            &mut bytes,
            "200 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
            &content,
        );
        let start = bytes.len();
        let rows = [1, offset[0], offset[1], 0, 2, 0, 200, 0];
        stream(
            &mut bytes,
            "202 0 obj\n<< /Type /XRef /W [1 2 1] /Index [200 2] /Size 203 /Root 201 0 R",
            &rows,
        );
        bytes.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        assert_eq!(code(&bytes), "pdf_too_large");
    }

    /// Bytes exchanged at random: whatever comes out, it is an answer.
    #[test]
    fn no_damage_makes_the_reader_fail() {
        let person = Person::p256();
        let plain = signed();
        let compressed = {
            let mut document = document("x", [595, 842]);
            let options = SaveOptions::builder()
                .use_object_streams(true)
                .use_xref_streams(true)
                .build();
            let mut bytes = Vec::new();
            document.save_with_options(&mut bytes, options).unwrap();
            with_evidence(&sign(&bytes, "Ky", 10.0, &person), now())
        };
        let mut state = 0x2545_f491_4f6c_dd1d_u64;
        let mut random = |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state >> 1).unwrap() % below
        };
        let tokens: [&[u8]; 12] = [
            b"<<",
            b">>",
            b"[",
            b"(",
            b"0 R",
            b"-1",
            b"99999999999999999999",
            b"stream",
            b"obj",
            b"/W",
            b"#",
            b"\xff",
        ];
        for round in 0..100 {
            let mut pdf = if round % 2 == 0 {
                plain.clone()
            } else {
                compressed.clone()
            };
            for _ in 0..=random(4) {
                let token = tokens[random(tokens.len())];
                let at = random(pdf.len() - token.len());
                // The reserve for the CMS is most of the file and of no interest here.
                if pdf[at..].starts_with(b"00000000") {
                    continue;
                }
                pdf[at..at + token.len()].copy_from_slice(token);
            }
            let code = code(&pdf);
            assert!(!code.is_empty(), "{round}");
        }
    }
}

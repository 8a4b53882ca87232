//! Revisions that no library writes, appended to a signed file without signing again.

use lopdf::Document;
use lopdf::xref::XrefEntry;

use crate::cases::Base;
use crate::support::Person;
use crate::support::pdf::{append_raw, xref_start};

const EMPTY_XREF: &str =
    "<< /Type /XRef /W [1 1 1] /Index [0 0] /Size 1 /Length 0 >>\nstream\n\nendstream";

/// Name, file, and the code of what it is refused for.
pub fn cases(person: &Person) -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let pdf = Base::Plain.build(person);
    let document = Document::load_mem(&pdf).unwrap();
    let page = document.get_pages()[&1].0;
    let font = *document
        .objects
        .iter()
        .find(|(_, object)| {
            object
                .as_dict()
                .is_ok_and(|entries| entries.has_type(b"Font"))
        })
        .unwrap()
        .0;
    let unsigned_page = position(&pdf, &format!("{page} 0 obj"));
    let at = pdf.len();
    let raw = |objects: &[(u32, &str)], lines: &[(u32, String)], trailer: &str| {
        append_raw(&pdf, objects, lines, trailer)
    };
    let old_start = xref_start(&pdf);
    vec![
        ("newline", [&pdf[..], b"\n"].concat(), "trailing_bytes"),
        (
            "second-end",
            [
                &pdf[..],
                format!("startxref\n{old_start}\n%%EOF\n").as_bytes(),
            ]
            .concat(),
            "trailing_bytes",
        ),
        (
            "object-of-an-earlier-revision",
            raw(&[], &[(page, format!("{unsigned_page:010} 00000 n"))], ""),
            "cross_references_changed",
        ),
        (
            "object-freed",
            raw(&[], &[(font.0, "0000000000 00001 f".into())], ""),
            "object_removed",
        ),
        (
            "hybrid",
            raw(&[(800, EMPTY_XREF)], &[], &format!("/XRefStm {at}")),
            "cross_references_changed",
        ),
        (
            "history-dropped",
            rewritten(&pdf),
            "cross_references_changed",
        ),
        (
            "orphan",
            raw(&[(950, "(He so luong 9.98)")], &[], ""),
            "object_added",
        ),
        ("trailer-entry", raw(&[], &[], "/Nao 1"), "trailer_changed"),
        ("two-roots", raw(&[], &[], "/Root 1 0 R"), "malformed_pdf"),
        (
            "encryption",
            raw(&[], &[], "/Encrypt << >>"),
            "encrypted_pdf",
        ),
        (
            "object-elsewhere",
            raw(&[(951, "null")], &[(952, format!("{at:010} 00000 n"))], ""),
            "malformed_pdf",
        ),
    ]
}

fn position(pdf: &[u8], text: &str) -> usize {
    let mut windows = pdf.windows(text.len());
    windows
        .position(|window| window == text.as_bytes())
        .unwrap()
}

/// All cross-references once more, without those before.
fn rewritten(pdf: &[u8]) -> Vec<u8> {
    let document = Document::load_mem(pdf).unwrap();
    let mut table = String::new();
    for (number, entry) in &document.reference_table.entries {
        if let XrefEntry::Normal { offset, .. } = entry {
            table += &format!("{number} 1\n{offset:010} 00000 n \n");
        }
    }
    let id = |key: &[u8]| document.trailer.get(key).unwrap().as_reference().unwrap().0;
    let trailer = format!(
        "<< /Size 1000 /Root {} 0 R /Info {} 0 R >>",
        id(b"Root"),
        id(b"Info")
    );
    let end = format!(
        "xref\n{table}trailer\n{trailer}\nstartxref\n{}\n%%EOF\n",
        pdf.len()
    );
    [pdf, end.as_bytes()].concat()
}

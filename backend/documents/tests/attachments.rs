//! A CV with the signed data inside.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

#[expect(dead_code, reason = "text is of no interest here")]
#[path = "sample/pdf.rs"]
mod pdf;
mod sample;

use std::process::Command;

use congvu_documents::{DocumentError, EmbeddedFile, Relationship, Renderer};
use sample::{complete, print, request};

fn files() -> [EmbeddedFile; 2] {
    [
        EmbeddedFile {
            name: "ho-so-phien-ban-3-du-lieu-day-du.json".to_owned(),
            mime: "application/json".to_owned(),
            description: "Dữ liệu hồ sơ, phiên bản 3".to_owned(),
            relationship: Relationship::Source,
            bytes: "{\"họ tên\":\"Nguyễn Thị Ưng Được\"}".into(),
        },
        EmbeddedFile {
            name: "ho-so.json.p7s".to_owned(),
            mime: "application/pkcs7-signature".to_owned(),
            description: "Chữ ký số trên dữ liệu hồ sơ".to_owned(),
            relationship: Relationship::Supplement,
            bytes: (0..=255).collect(),
        },
    ]
}

#[test]
fn the_files_are_in_the_document_byte_for_byte() {
    let profile = complete(1);
    let files = files();
    let mut request = request(&profile);
    request.attachments = &files;
    let cv = print(&request);
    for words in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>B</pdfaid:conformance>",
        "/AFRelationship/Source",
        "/AFRelationship/Supplement",
    ] {
        let spaced = words.replace("ship/", "ship /");
        assert!(
            pdf::has(&cv.pdf, words) || pdf::has(&cv.pdf, &spaced),
            "{words}"
        );
    }
    let path = pdf::keep("attachments.pdf", &cv.pdf);
    let Ok(list) = Command::new("pdfdetach").arg("-list").arg(&path).output() else {
        return;
    };
    let list = String::from_utf8(list.stdout).unwrap();
    assert!(list.starts_with("2 embedded files"), "{list}");
    for file in &files {
        assert!(list.contains(&file.name), "{list}");
        let out = path.with_file_name(&file.name);
        let status = Command::new("pdfdetach")
            .args(["-savefile", &file.name, "-o"])
            .args([&out, &path])
            .status();
        assert!(status.unwrap().success());
        assert!(std::fs::read(out).unwrap() == file.bytes, "{}", file.name);
    }
    request.attachments = &[];
    let without = print(&request);
    assert!(pdf::has(&without.pdf, "<pdfaid:part>2</pdfaid:part>"));
    assert!(!pdf::has(&without.pdf, "/EmbeddedFile"));
    assert_eq!(
        without.signature_place, cv.signature_place,
        "the pages are the same"
    );
}

#[test]
fn a_name_cannot_come_twice() {
    let profile = complete(1);
    let [one, _] = files();
    let twice = [one.clone(), one];
    let mut request = request(&profile);
    request.attachments = &twice;
    assert!(matches!(
        Renderer::new().curriculum_vitae(&request),
        Err(DocumentError::Attachment(name)) if name == twice[0].name
    ));
}

//! The appearances of signatures, read back.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

#[path = "sample/pdf.rs"]
mod pdf;

use chrono::DateTime;
use congvu_documents::{DocumentError, Mark, Renderer, Stamp};

fn stamp(width: f64, height: f64, mark: Mark) -> Stamp {
    Stamp {
        width,
        height,
        signed_at: DateTime::parse_from_rfc3339("2026-11-22T09:15:30+07:00").unwrap(),
        pilot: true,
        mark,
    }
}

fn seal(superior: &str, agency: &str) -> Mark {
    Mark::Seal {
        superior: superior.to_owned(),
        agency: agency.to_owned(),
    }
}

fn person(handwriting: Option<&[u8]>) -> Mark {
    Mark::Person {
        name: "Trần Đức Thuỷ".to_owned(),
        handwriting: handwriting.map(<[u8]>::to_vec),
    }
}

#[test]
fn a_person_signs_with_name_and_time() {
    for (file, handwriting) in [
        ("person.pdf", None),
        (
            "handwriting.pdf",
            Some(&include_bytes!("sample/handwriting.png")[..]),
        ),
    ] {
        let page = Renderer::new()
            .signature_appearance(&stamp(150.0, 84.0, person(handwriting)))
            .unwrap();
        assert!(pdf::has(&page, "<pdfaid:part>2</pdfaid:part>"));
        assert_eq!(handwriting.is_some(), pdf::has(&page, "/SMask"));
        let Some(text) = pdf::text(file, &page) else {
            return;
        };
        for words in [
            "Ký số bởi: Trần Đức Thuỷ",
            "Thời gian ký: 22/11/2026 09:15:30 +07:00",
            "thử nghiệm",
        ] {
            assert!(text.contains(words), "{file}: {text}");
        }
    }
}

#[test]
fn an_agency_signs_with_its_seal() {
    for (file, superior, agency) in [
        ("seal.pdf", "UBND thành phố Hải Phòng", "Sở Nội vụ"),
        ("seal-ministry.pdf", "", "Bộ Nội vụ"),
        (
            "seal-long.pdf",
            "Uỷ ban nhân dân thành phố Hồ Chí Minh",
            "Ban Quản lý các khu chế xuất và công nghiệp",
        ),
    ] {
        let page = Renderer::new()
            .signature_appearance(&stamp(102.0, 102.0, seal(superior, agency)))
            .unwrap();
        let Some(text) = pdf::text(file, &page) else {
            return;
        };
        assert!(text.contains(&agency.to_uppercase()), "{text}");
        assert!(text.contains("22/11/2026"), "{text}");
    }
}

/// The page is as large as the place, whatever the length of the names.
#[test]
fn the_page_has_the_size_of_the_place() {
    let long = "Nguyễn Phúc Hoàng Bảo Trân Công Tằng Tôn Nữ".repeat(3);
    for mark in [
        seal(&long, &long),
        Mark::Person {
            name: long.clone(),
            handwriting: None,
        },
    ] {
        let page = Renderer::new()
            .signature_appearance(&stamp(90.5, 60.0, mark))
            .unwrap();
        assert!(
            pdf::has(&page, "/MediaBox [0 0 90.5 60]") || pdf::has(&page, "/MediaBox[0 0 90.5 60]")
        );
        assert_eq!(
            page.windows(11)
                .filter(|w| w == b"/Type/Page\n" || w == b"/Type /Page")
                .count()
                .max(1),
            1
        );
    }
}

#[test]
fn handwriting_must_be_an_image() {
    let result = Renderer::new().signature_appearance(&stamp(150.0, 84.0, person(Some(b"<svg/>"))));
    assert!(matches!(result, Err(DocumentError::UnreadableImage)));
}

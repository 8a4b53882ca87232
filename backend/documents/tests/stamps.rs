//! The appearances of signatures, read back.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

#[path = "sample/pdf.rs"]
mod pdf;

use chrono::DateTime;
use congvu_documents::{CopyForm, DocumentError, Mark, Renderer, Stamp};

const HANDWRITING: &[u8] = include_bytes!("sample/handwriting.png");

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
        image: None,
    }
}

fn person(handwriting: Option<&[u8]>) -> Mark {
    Mark::Person {
        name: "Trần Đức Thuỷ".to_owned(),
        handwriting: handwriting.map(<[u8]>::to_vec),
    }
}

#[test]
fn a_person_without_an_image_signs_with_name_and_time() {
    let page = Renderer::new()
        .signature_appearance(&stamp(150.0, 84.0, person(None)))
        .unwrap();
    assert!(pdf::has(&page, "<pdfaid:part>2</pdfaid:part>"));
    assert!(!pdf::has(&page, "/SMask"));
    let Some(text) = pdf::text("person.pdf", &page) else {
        return;
    };
    for words in [
        "Ký số bởi: Trần Đức Thuỷ",
        "Thời gian ký: 22/11/2026 09:15:30 +07:00",
        "(chữ ký số thử nghiệm)",
    ] {
        assert!(text.contains(words), "{text}");
    }
}

/// The image is all there is (mục II.7d); only a signature on trial says so.
#[test]
fn a_person_with_an_image_signs_with_the_image() {
    let mut stamp = stamp(150.0, 84.0, person(Some(HANDWRITING)));
    for (pilot, file, words) in [
        (true, "handwriting.pdf", "(chữ ký số thử nghiệm)"),
        (false, "handwriting-real.pdf", ""),
    ] {
        stamp.pilot = pilot;
        let page = Renderer::new().signature_appearance(&stamp).unwrap();
        assert!(pdf::has(&page, "<pdfaid:part>2</pdfaid:part>"));
        assert!(pdf::has(&page, "/SMask"));
        let Some(text) = pdf::text(file, &page) else {
            return;
        };
        assert_eq!(text, words);
    }
}

/// The seal's third is measured from what is drawn: this sample is 2.5 times as wide as high.
#[test]
fn what_is_drawn_is_told() {
    let drawn = |width, height, mark| {
        let mut stamp = stamp(width, height, mark);
        stamp.pilot = false;
        Renderer::new().appearance(&stamp).unwrap().drawn
    };
    for (width, height, expected) in [
        (150.0, 84.0, [0.0, 12.0, 150.0, 72.0]),
        (150.0, 40.0, [25.0, 0.0, 125.0, 40.0]),
    ] {
        let found = drawn(width, height, person(Some(HANDWRITING)));
        for (found, expected) in found.iter().zip(expected) {
            assert!(
                (found - expected).abs() < 0.01,
                "{width} × {height}: {found}"
            );
        }
    }
    let [x0, y0, x1, y1] = drawn(150.0, 84.0, person(None));
    assert!(x0 > 0.0 && (x0 + x1 - 150.0).abs() < 0.01, "in the middle");
    assert!(x1 - x0 > 80.0 && y0 > 15.0 && y1 < 84.0);
    assert_eq!(drawn(102.0, 102.0, seal("", "A")), [0.0, 0.0, 102.0, 102.0]);
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

#[test]
fn the_bodys_own_seal_replaces_the_drawn_one() {
    let own = Mark::Seal {
        superior: "UBND thành phố Hải Phòng".to_owned(),
        agency: "Sở Nội vụ".to_owned(),
        image: Some(include_bytes!("sample/seal.png").to_vec()),
    };
    let mut stamp = stamp(102.05, 102.05, own);
    for (pilot, file, words) in [
        (true, "seal-image.pdf", "CON DẤU THỬ NGHIỆM"),
        (false, "seal-image-real.pdf", ""),
    ] {
        stamp.pilot = pilot;
        let page = Renderer::new().signature_appearance(&stamp).unwrap();
        assert!(pdf::has(&page, "/SMask"));
        let Some(text) = pdf::text(file, &page) else {
            return;
        };
        assert_eq!(text, words);
    }
}

fn copy(form: CopyForm, agency: &str) -> Mark {
    Mark::Copy {
        form,
        agency: agency.to_owned(),
    }
}

/// Mục II.8b and Phần II, mục I.3c: these words, no image, upright Times New Roman of 10 pt.
#[test]
fn attachments_and_copies_are_signed_in_words() {
    let attachment = Mark::Attachment {
        number: "15/QĐ-SNV".to_owned(),
    };
    let at = "Thời gian ký: 22/11/2026 09:15:30 +07:00";
    let long = "Ban Quản lý các khu chế xuất và công nghiệp Thành phố Hồ Chí Minh";
    for (file, mark, pilot, lines, words) in [
        (
            "attachment.pdf",
            attachment.clone(),
            false,
            2.0,
            "Số: 15/QĐ-SNV",
        ),
        (
            "attachment-pilot.pdf",
            attachment,
            true,
            2.0,
            "Số: 15/QĐ-SNV (chữ ký số thử nghiệm)",
        ),
        (
            "copy.pdf",
            copy(CopyForm::TrueCopy, "Sở Nội vụ thành phố Hải Phòng"),
            false,
            3.0,
            "Sao y Sở Nội vụ thành phố Hải Phòng",
        ),
        (
            "copy-of-copy.pdf",
            copy(CopyForm::Duplicate, "Bộ Nội vụ"),
            true,
            3.0,
            "Sao lục (chữ ký số thử nghiệm) Bộ Nội vụ",
        ),
        (
            "extract.pdf",
            copy(CopyForm::Extract, long),
            false,
            4.0,
            "Trích sao Ban Quản lý các khu chế xuất và công nghiệp Thành phố Hồ Chí Minh",
        ),
    ] {
        let signed_at = DateTime::parse_from_rfc3339("2026-11-22T02:15:30Z").unwrap();
        let (place, page) = Renderer::new()
            .corner_stamp((595.28, 841.89), signed_at, pilot, mark)
            .unwrap();
        assert_eq!(place.page, 1);
        assert!(
            (place.height() - 12.0 * lines).abs() < 0.01,
            "{file} {place:?}"
        );
        let [_, _, x1, y1] = place.rect;
        assert!((595.28 - x1 - 42.52).abs() < 0.01 && (841.89 - y1 - 17.01).abs() < 0.01);
        assert!(
            pdf::has(&page, &format!("0 0 210 {}]", 12.0 * lines)),
            "{file}"
        );
        assert!(!pdf::has(&page, "/Subtype/Image"), "{file}");
        let faces = ["Tinos-Regular", "Tinos-Bold", "Tinos-Italic"];
        let found = faces.map(|face| pdf::has(&page, face));
        assert_eq!(found, [true, false, false], "{file}");
        let Some(text) = pdf::text(file, &page) else {
            return;
        };
        assert_eq!(text, format!("{words} {at}"));
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
        Mark::Attachment {
            number: long.clone(),
        },
        copy(CopyForm::Extract, &long),
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
fn handwriting_and_seal_must_be_images_that_let_the_paper_through() {
    let jpeg = include_bytes!("sample/photo.jpg").to_vec();
    for (image, opaque) in [(b"<svg/>".to_vec(), false), (jpeg, true)] {
        let seal = Mark::Seal {
            superior: String::new(),
            agency: String::new(),
            image: Some(image.clone()),
        };
        for mark in [person(Some(&image)), seal] {
            let result = Renderer::new().signature_appearance(&stamp(150.0, 84.0, mark));
            match result {
                Err(DocumentError::OpaqueImage) => assert!(opaque),
                Err(DocumentError::UnreadableImage) => assert!(!opaque),
                other => panic!("{other:?}"),
            }
        }
    }
}

//! What stands below the last item: in whose stead it is signed, and where it can be checked.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

#[path = "sample/layout.rs"]
mod layout;
#[expect(dead_code, reason = "bytes are of no interest here")]
#[path = "sample/pdf.rs"]
mod pdf;
#[path = "sample/raster.rs"]
mod raster;
mod sample;

use congvu_documents::{
    AuthorityBlock, AuthorityForm, DocumentError, Renderer, Status, Verification,
};
use qrcode::{Color, EcLevel, QrCode};
use sample::{complete, print, request};

const URL: &str = "https://hoso.haiphong.gov.vn/kiem-tra/K7QF9M2TX4WD";

fn verification() -> Option<Verification> {
    Some(Verification {
        url: URL.to_owned(),
        code: "K7QF9M2TX4WD".to_owned(),
    })
}

#[test]
fn the_authority_stands_above_and_its_basis_below() {
    let profile = complete(1);
    let mut request = request(&profile);
    request.authority = AuthorityBlock {
        form: Some(AuthorityForm::Tuq),
        principal_title: "Giám đốc".to_owned(),
        own_title: "Trưởng phòng Tổ chức cán bộ".to_owned(),
        basis: "Quyết định số 12/QĐ-SNV ngày 05/01/2026".to_owned(),
    };
    let cv = print(&request);
    let Some(text) = pdf::text("authority.pdf", &cv.pdf) else {
        return;
    };
    assert!(
        text.contains("TUQ. GIÁM ĐỐC TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ"),
        "{text}"
    );
    assert!(
        text.contains("(Ký thừa uỷ quyền theo Quyết định số 12/QĐ-SNV ngày 05/01/2026)"),
        "{text}"
    );
    let at = |word| layout::last_place_of(word, "authority.pdf", &cv.pdf, cv.pages).unwrap();
    let [_, y0, _, y1] = cv.signature_place.rect;
    assert!(at("TUQ.")[1] > y1 && at("BỘ")[1] > y1 - 2.0);
    assert!(at("(Ký")[3] < at("Thuỷ")[1] + 2.0 && at("Thuỷ")[3] < y0 + 2.0);
    request.authority = "Giám đốc".into();
    let plain = pdf::text("authority-plain.pdf", &print(&request).pdf).unwrap();
    assert!(plain.contains("GIÁM ĐỐC") && !plain.contains("TUQ.") && !plain.contains("(Ký th"));
}

#[test]
fn a_print_without_verification_has_no_symbol() {
    let profile = complete(1);
    let mut request = request(&profile);
    request.status = Status::Draft;
    let Some(text) = pdf::text("unverified.pdf", &print(&request).pdf) else {
        return;
    };
    assert!(!text.contains("Kiểm tra tại") && !text.contains("Mã tra cứu"));
}

/// The symbol as it is on paper, module by module: 23 mm wide, at the left margin, with its quiet zone.
#[test]
fn the_symbol_at_the_foot_of_the_last_page_can_be_read() {
    let profile = complete(3);
    let mut request = request(&profile);
    request.verification = verification();
    let cv = print(&request);
    let Some(text) = pdf::text("verification.pdf", &cv.pdf) else {
        return;
    };
    assert!(
        text.contains(
            "Kiểm tra tại https://hoso.haiphong.gov.vn/kiem-tra Mã tra cứu: K7QF-9M2T-X4WD"
        ),
        "{text}"
    );
    assert_eq!(text.matches("Mã tra cứu").count(), 1);
    let page = raster::page("verification.pdf", &cv.pdf, cv.pages, 300).unwrap();
    let symbol = QrCode::with_error_correction_level(URL, EcLevel::M).unwrap();
    let modules = symbol.width();
    let module = 23.0 / modules as f64;
    let left = 30.0;
    let bottom = page.lowest_dark(left + module / 2.0).unwrap();
    assert!(
        (270.0..=277.3).contains(&bottom),
        "at the text's lower edge: {bottom} mm"
    );
    let top = bottom - 23.0;
    let colors = symbol.to_colors();
    for y in -4..modules as i32 + 4 {
        for x in -4..modules as i32 + 4 {
            let inside = (0..modules as i32).contains(&x) && (0..modules as i32).contains(&y);
            let expected = inside && colors[y as usize * modules + x as usize] == Color::Dark;
            let at = |n: i32| (f64::from(n) + 0.5) * module;
            let found = page.is_dark(left + at(x), top + at(y));
            assert_eq!(found, expected, "module {x}, {y}");
        }
    }
}

/// However much stands before it, the symbol stands on the page of the signatures.
#[test]
fn the_symbol_goes_with_the_signatures() {
    let mut profile = complete(1);
    for times in (4..32).step_by(3) {
        profile.assessment = "Hoàn thành tốt nhiệm vụ được giao. ".repeat(times).into();
        let mut request = request(&profile);
        request.authority.basis = "Quyết định số 12/QĐ-SNV ngày 05/01/2026".to_owned();
        request.verification = verification();
        let cv = print(&request);
        assert_eq!(cv.signature_place.page, cv.pages, "{times}");
        let Some(text) = pdf::text("symbol.pdf", &cv.pdf) else {
            return;
        };
        let (before, _) = text.split_once("Người khai").unwrap();
        let on_last_page = before.rsplit("không có giá trị pháp lý").next().unwrap();
        assert!(
            on_last_page.contains("được giao."),
            "{times}: {on_last_page}"
        );
    }
}

#[test]
fn an_address_too_long_for_a_symbol_is_refused() {
    let profile = complete(1);
    let mut request = request(&profile);
    request.verification = verification().map(|verification| Verification {
        url: format!("{URL}{}", "x".repeat(200)),
        ..verification
    });
    let result = Renderer::new().curriculum_vitae(&request);
    assert!(matches!(result, Err(DocumentError::LongAddress)));
}

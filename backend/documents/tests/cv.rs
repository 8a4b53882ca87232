//! The printed CV, read back.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

#[path = "sample/layout.rs"]
mod layout;
#[path = "sample/pdf.rs"]
mod pdf;
mod sample;

use congvu_documents::{DocumentError, Renderer, Status};
use congvu_openapi::profile::{CareerRow, Profile, RelativeRow};
use sample::{complete, print, request};

/// Words that stand at the beginning of the 38 items, in the order of the annex.
const ITEMS: [&str; 38] = [
    "1) Họ và tên khai sinh (viết chữ in hoa):",
    "2) Các tên gọi khác:",
    "3) Sinh ngày:",
    "4) Nơi sinh:",
    "5) Quê quán (xã, phường):",
    "6) Dân tộc:",
    "7) Tôn giáo:",
    "8) Số CCCD:",
    "9) Số BHXH:",
    "10) Nơi ở hiện nay:",
    "11) Thành phần gia đình xuất thân:",
    "12) Nghề nghiệp trước khi được tuyển dụng:",
    "13) Ngày được tuyển dụng lần đầu:",
    "14) Ngày vào cơ quan hiện đang công tác:",
    "15) Ngày vào Đảng Cộng sản Việt Nam:",
    "16) Ngày tham gia tổ chức chính trị-xã hội đầu tiên",
    "17) Ngày nhập ngũ:",
    "18) Đối tượng chính sách:",
    "19) Trình độ giáo dục phổ thông",
    "20) Trình độ chuyên môn cao nhất:",
    "21) Học hàm:",
    "22) Danh hiệu nhà nước phong tặng:",
    "23) Chức vụ hiện tại:",
    "24) Được quy hoạch chức danh:",
    "25) Chức vụ kiêm nhiệm:",
    "26) Chức vụ Đảng hiện tại:",
    "27) Chức vụ Đảng kiêm nhiệm:",
    "28) Công việc chính được giao:",
    "29) Sở trường công tác:",
    "30) Tiền lương",
    "31) Tình trạng sức khoẻ:",
    "32) QUÁ TRÌNH ĐÀO TẠO, BỒI DƯỠNG",
    "33) TÓM TẮT QUÁ TRÌNH CÔNG TÁC",
    "34) ĐẶC ĐIỂM LỊCH SỬ BẢN THÂN",
    "35) KHEN THƯỞNG, KỶ LUẬT",
    "36) QUAN HỆ GIA ĐÌNH",
    "37) HOÀN CẢNH KINH TẾ GIA ĐÌNH",
    "38) NHẬN XÉT, ĐÁNH GIÁ CỦA CƠ QUAN, TỔ CHỨC, ĐƠN VỊ SỬ DỤNG",
];

fn assert_in_order<'a>(text: &str, words: impl IntoIterator<Item = &'a str>) {
    let mut rest = text;
    for word in words {
        let (_, after) = rest
            .split_once(word)
            .unwrap_or_else(|| panic!("“{word}” is missing or out of order in: {text}"));
        rest = after;
    }
}

#[test]
fn a_complete_profile_is_printed_item_by_item() {
    let profile = complete(3);
    let cv = print(&request(&profile));
    assert!(cv.pdf.starts_with(b"%PDF-1.7"));
    assert!(pdf::has(&cv.pdf, "<pdfaid:part>2</pdfaid:part>"));
    assert!(pdf::has(
        &cv.pdf,
        "<pdfaid:conformance>B</pdfaid:conformance>"
    ));
    assert!(pdf::has(&cv.pdf, "Sơ yếu lý lịch – NGUYỄN THỊ ƯNG ĐƯỢC"));
    let Some(text) = pdf::text("complete.pdf", &cv.pdf) else {
        return;
    };
    assert_in_order(&text, ITEMS);
    assert_in_order(
        &text,
        [
            "UBND THÀNH PHỐ HẢI PHÒNG",
            "SỞ NỘI VỤ",
            "NGUYỄN THỊ ƯNG ĐƯỢC Giới tính: Nam",
            "28 tháng 02 năm 1985",
            "thôn Đỗ Xá, xã Ưng Hoè (huyện, quận): huyện Ninh Giang (tỉnh, TP): thành phố Hải Phòng",
            "6) Dân tộc: Kinh",
            "7) Tôn giáo: Không",
            "Ngày cấp: 05/08/2009",
            "Mã số: 01.002",
            "Hệ số: 4,98",
            "30.2)",
            "30.3)",
            "Lương theo mức tiền: 12.530.000 vnđ.",
            "32.1-",
            "09/2003",
            "32.2-",
            "32.3-",
            "32.4-",
            "32.5-",
            "32.6-",
            "34.1-",
            "34.2-",
            "34.3-",
            "35.1-",
            "35.2-",
            "36.1-",
            "Cha đẻ",
            "1951",
            "36.2-",
            "37.1-",
            "37.2-",
            "37.3-",
            "- Tiền lương: 12.530.000",
            "+ Nhà tự mua, tự xây (loại nhà):",
            "- Đất sản xuất kinh doanh:",
            "Hoàn thành tốt nhiệm vụ được giao, tận tuỵ",
            "Người khai",
            "Tôi xin cam đoan những lời khai trên đây là đúng sự thật",
            "(Ký tên, ghi rõ họ tên)",
        ],
    );
    for words in [
        "Hải Phòng, Ngày 05 tháng 11 năm 2026",
        "Xác nhận của cơ quan, đơn vị quản lý cán bộ, công chức, viên chức",
        "(Ký tên, đóng dấu)",
        "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC",
        "Trần Đức Thuỷ",
        "Nguyễn Thị Ưng Được",
        "Phiên bản 3, phê duyệt ngày 02/11/2026, mã kiểm tra 4f1d9a02",
        "Chữ ký số thử nghiệm – không có giá trị pháp lý",
    ] {
        assert!(text.contains(words), "{words}");
    }
    // Every column heading of the form, two or more of them on the second row.
    assert!(text.matches("Tháng/").count() >= 12, "{text}");
}

#[test]
fn an_empty_profile_is_the_blank_form() {
    let profile = Profile::default();
    let mut request = request(&profile);
    request.status = Status::Draft;
    request.pilot = false;
    let cv = print(&request);
    assert!(cv.pages > 1);
    let Some(text) = pdf::text("empty.pdf", &cv.pdf) else {
        return;
    };
    assert_in_order(&text, ITEMS);
    assert!(
        text.contains("BẢN IN ĐỂ RÀ SOÁT")
            && !text.contains("thử nghiệm")
            && !text.contains("Phiên bản")
    );
    assert!(text.contains("Ảnh màu (4 x 6 cm)"));
    assert!(text.contains("…/…/……"), "{text}");
    assert!(text.contains("6) Dân tộc: ......"), "{text}");
}

#[test]
fn places_for_signatures_lie_on_the_page_in_the_signature_block() {
    for profile in [Profile::default(), complete(1), complete(4)] {
        let cv = print(&request(&profile));
        let (signature, declarant, seal) = (cv.signature_place, cv.declarant_place, cv.seal_place);
        assert_eq!(
            (signature.page, declarant.page, seal.page),
            (cv.pages, cv.pages, cv.pages)
        );
        for place in [signature, declarant, seal] {
            let [x0, y0, x1, y1] = place.rect;
            // Inside the text's margins: 30 mm left, 15 mm right, 20 mm above and below.
            assert!(
                x0 >= 85.0 && x1 <= 552.8 && y0 >= 56.6 && y1 <= 785.3 && x0 < x1 && y0 < y1,
                "{place:?}"
            );
        }
        assert!((signature.rect[1] - declarant.rect[1]).abs() < 0.01);
        assert!(
            declarant.rect[2] < seal.rect[0],
            "the seal leaves the declarant's signature alone"
        );
        let covered = seal.rect[2] - signature.rect[0];
        assert!((covered / signature.width() - 1.0 / 3.0).abs() < 0.01);
        assert!((seal.width() - 102.05).abs() < 0.1, "36 mm");
    }
}

#[test]
fn what_was_typed_is_never_read_as_markup() {
    let nasty = r##"#panic("x") *đậm* _n_ $x$ `c` <b>&amp;</b> \ // @a = [ ] { } "q" #include "/etc/passwd""##;
    let mut profile = complete(1);
    profile.personal.other_names = nasty.into();
    profile.assessment = nasty.into();
    profile.history.career[0].post = nasty.into();
    profile.personal.full_name = "#sys.version".into();
    let mut request = request(&profile);
    request.authority = nasty.into();
    request.agency = nasty.to_owned();
    let Some(text) = pdf::text("markup.pdf", &print(&request).pdf) else {
        return;
    };
    // A line may end anywhere in it.
    let close = |text: &str| text.replace(' ', "");
    assert_eq!(close(&text).matches(&close(nasty)).count(), 3, "{text}");
    assert!(text.contains("#SYS.VERSION"));
}

#[test]
fn characters_without_a_glyph_do_not_keep_a_cv_from_being_printed() {
    let mut profile = complete(1);
    profile.personal.other_names = "Bi 😀 漢\u{202e}\u{0}\u{7} ☑".into();
    profile.history.career[0].organisation = "x".repeat(500).into();
    profile.pay.allowance_history[0].form = "ngạch ".repeat(83).into();
    let cv = print(&request(&profile));
    let Some(text) = pdf::text("glyphs.pdf", &cv.pdf) else {
        return;
    };
    assert!(text.contains("Bi □ □ □"), "{text}");
}

#[test]
fn the_photograph_is_optional_and_checked() {
    let profile = complete(1);
    let mut request = request(&profile);
    let without = print(&request);
    request.photo = Some(include_bytes!("sample/photo.jpg").to_vec());
    let with = print(&request);
    pdf::keep("photo.pdf", &with.pdf);
    assert!(pdf::has(&with.pdf, "/DCTDecode") && !pdf::has(&without.pdf, "/DCTDecode"));
    for bad in [b"GIF89a".to_vec(), Vec::new(), b"\xff\xd8\xff\xe0".to_vec()] {
        request.photo = Some(bad);
        assert!(matches!(
            Renderer::new().curriculum_vitae(&request),
            Err(DocumentError::UnreadableImage)
        ));
    }
}

#[test]
fn a_long_career_runs_over_pages_with_its_heading() {
    let mut profile = complete(1);
    profile.history.career = (0..200)
        .map(|n| CareerRow {
            from: format!("{}-01", 1990 + n % 30).into(),
            to: format!("{}-12", 1990 + n % 30).into(),
            organisation: format!("Đơn vị thứ {n}, Sở Nội vụ").into(),
            post: "Chuyên viên".into(),
        })
        .collect();
    let cv = print(&request(&profile));
    assert!(cv.pages > 8);
    let Some(text) = pdf::text("career.pdf", &cv.pdf) else {
        return;
    };
    assert_in_order(
        &text,
        (0..200)
            .map(|n| format!("Đơn vị thứ {n},"))
            .collect::<Vec<_>>()
            .iter()
            .map(String::as_str),
    );
    assert!(text.matches("Đơn vị công tác (đảng, chính quyền").count() > 4);
}

/// 4,000 characters, the most that a long text may hold, beside rows that fit a page.
#[test]
fn a_row_longer_than_a_page_loses_nothing() {
    let mut profile = complete(2);
    let words: Vec<String> = (0..570).map(|n| format!("từ{n:04}")).collect();
    profile.family.own.push(RelativeRow {
        description: words.join(" ").into(),
        ..RelativeRow::default()
    });
    profile.assessment = words.join("\n").as_str().into();
    let Some(text) = pdf::text("long.pdf", &print(&request(&profile)).pdf) else {
        return;
    };
    for word in &words {
        assert_eq!(text.matches(word.as_str()).count(), 2, "{word}");
    }
}

/// The person's signature belongs between the post and the name (Phụ lục I, mục 7d).
#[test]
fn signatures_go_between_the_post_and_the_name() {
    let profile = complete(2);
    let cv = print(&request(&profile));
    let at =
        |word: &str| layout::last_place_of(word, "places.pdf", &cv.pdf, cv.signature_place.page);
    let (Some(post), Some(signer), Some(declarant)) = (at("ĐỐC"), at("Thuỷ"), at("Được"))
    else {
        return;
    };
    let [x0, y0, x1, y1] = cv.signature_place.rect;
    assert!(
        post[1] > y1 - 2.0 && signer[3] < y0 + 2.0,
        "{post:?} {signer:?}"
    );
    assert!(x0 < signer[0] && signer[2] < x1);
    let [x0, y0, x1, _] = cv.declarant_place.rect;
    assert!(x0 < declarant[0] && declarant[2] < x1 && declarant[3] < y0 + 2.0);
}

/// Whatever the assessment's length, its last words stand on the page of the signatures.
#[test]
fn signatures_never_stand_on_a_page_of_their_own() {
    let mut profile = complete(3);
    let sentence = "Hoàn thành tốt nhiệm vụ được giao. ";
    for (times, parts) in (1..24).map(|n| (n, 1)).chain([(115, 1), (3, 20), (1, 90)]) {
        let part = format!("{}hết", sentence.repeat(times));
        profile.assessment = vec![part; parts].join("\n").into();
        let cv = print(&request(&profile));
        let Some(text) = pdf::text("last.pdf", &cv.pdf) else {
            return;
        };
        let (before, _) = text.split_once("Người khai").unwrap();
        // Raw order: a page begins with its text and ends with the lines at its foot.
        let on_last_page = before.rsplit("không có giá trị pháp lý").next().unwrap();
        assert!(
            on_last_page.contains("hết"),
            "{times} × {parts}: {on_last_page}"
        );
    }
}

#[test]
fn equal_input_gives_equal_bytes_also_from_two_threads() {
    let renderer = Renderer::new();
    let profile = complete(2);
    let one = || renderer.curriculum_vitae(&request(&profile)).unwrap();
    let first = one();
    std::thread::scope(|threads| {
        let others: Vec<_> = (0..2).map(|_| threads.spawn(one)).collect();
        for other in others {
            assert!(other.join().unwrap() == first);
        }
    });
}

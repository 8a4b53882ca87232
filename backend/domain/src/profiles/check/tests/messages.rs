use congvu_openapi::profile::RewardRow;

use super::*;

#[test]
fn a_complete_document_needs_everything_required() {
    let found = issues(Stage::Complete, |p| *p = Profile::default());
    assert!(found.iter().all(|issue| issue.code == "required"));
    let missing: u32 = crate::profiles::completeness(&Profile::default())
        .iter()
        .map(|progress| progress.required_missing)
        .sum();
    assert_eq!(found.len(), usize::try_from(missing).unwrap());
    let row = issues(Stage::Complete, |p| {
        p.merit.rewards = vec![RewardRow::default()]
    });
    assert_eq!(row.len(), 1);
    assert_eq!(row[0].message_vi, "Mục 35.1, dòng 1: chưa nhập năm.");
}

#[test]
fn messages_name_the_item_and_the_remedy() {
    type Edit = fn(&mut Profile);
    let cases: [(Edit, &str, &str); 9] = [
        (
            |p| p.papers.citizen_id = "00108501234".into(),
            "Mục 8: số CCCD phải có 12 chữ số, hiện có 11.",
            "Item 8: citizen identity card number must have 12 digits, has 11.",
        ),
        (
            |p| p.personal.birth_date = "".into(),
            "Mục 3: chưa nhập ngày sinh.",
            "Item 3: date of birth is missing.",
        ),
        (
            |p| p.personal.religion = "".into(),
            "Mục 7: chưa chọn tôn giáo.",
            "Item 7: religion is missing.",
        ),
        (
            |p| p.papers.phone = "".into(),
            "Mục 8: chưa nhập SĐT liên hệ.",
            "Item 8: telephone is missing.",
        ),
        (
            |p| p.header.personal_id = "".into(),
            "Chưa nhập mã số định danh.",
            "Personal identification number is missing.",
        ),
        (
            |p| p.history.career[1].organisation = "".into(),
            "Mục 33, dòng 2: chưa nhập đơn vị công tác.",
            "Item 33, row 2: unit (Party, government, mass or social organisation) is missing.",
        ),
        (
            |p| p.history.career.clear(),
            "Mục 33: tóm tắt quá trình công tác cần ít nhất một dòng.",
            "Item 33: summary of the career needs at least one row.",
        ),
        (
            |p| p.history.career[0].to = "2007-08".into(),
            "Mục 33, dòng 1: tháng/năm kết thúc (08/2007) trước tháng/năm bắt đầu (09/2007); hãy kiểm tra lại.",
            "Item 33, row 1: last month (08/2007) is before first month (09/2007); check both.",
        ),
        (
            |p| p.history.career[0].to = "2010-04".into(),
            "Mục 33, dòng 2: quá trình công tác còn trống từ 04/2010 đến 09/2010; hãy khai bổ sung hoặc giải thích.",
            "Item 33, row 2: the career has a gap from 04/2010 to 09/2010; fill it in or explain it.",
        ),
    ];
    for (edit, vi, en) in cases {
        let found = issues(Stage::Complete, edit);
        let messages: Vec<_> = found
            .iter()
            .map(|i| (i.message_vi.as_str(), i.message_en.as_str()))
            .collect();
        assert!(messages.contains(&(vi, en)), "{messages:?}");
    }
}

#[test]
fn issues_come_in_the_order_of_the_form() {
    let found = issues(Stage::Complete, |p| {
        p.family.own.clear();
        p.history.career.clear();
        p.personal.full_name = "".into();
        p.papers.phone = "".into();
    });
    let pointers: Vec<_> = found.iter().map(|issue| issue.pointer.as_str()).collect();
    assert_eq!(
        pointers,
        [
            "/personal/full_name",
            "/papers/phone",
            "/history/career",
            "/family/own"
        ]
    );
    assert_eq!(found[1].section, "papers");
    assert_eq!(found[1].item, "8");
}

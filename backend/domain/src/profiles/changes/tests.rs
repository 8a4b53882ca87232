use congvu_openapi::profile::{CareerRow, PayRow, RelativeRow, RewardRow};

use super::*;

fn career(from: &str, to: &str, organisation: &str, post: &str) -> CareerRow {
    CareerRow {
        from: from.into(),
        to: to.into(),
        organisation: organisation.into(),
        post: post.into(),
    }
}

fn profile() -> Profile {
    let mut profile = Profile::default();
    profile.personal.full_name = "Nguyễn Văn An".into();
    profile.personal.ethnic_group = "01".into();
    profile.personal.birth_date = "1985-02".into();
    profile.history.career = vec![
        career("2007-09", "2010-08", "Sở Nội vụ", "Chuyên viên"),
        career("2010-09", "2015-12", "Sở Tài chính", "Chuyên viên"),
        career("2016-01", "", "Sở Tài chính", "Phó Trưởng phòng"),
    ];
    profile
}

/// Each change as (pointer, kind, old, new).
fn difference(edit: impl FnOnce(&mut Profile)) -> Vec<(String, ChangeType, String, String)> {
    let old = profile();
    let mut new = profile();
    edit(&mut new);
    changes(&old, &new)
        .into_iter()
        .map(|change| (change.pointer, change.kind, change.old, change.new))
        .collect()
}

fn one(
    pointer: &str,
    kind: ChangeType,
    old: &str,
    new: &str,
) -> Vec<(String, ChangeType, String, String)> {
    vec![(pointer.to_owned(), kind, old.to_owned(), new.to_owned())]
}

#[test]
fn the_same_document_has_no_changes() {
    assert_eq!(difference(|_| ()), []);
}

#[test]
fn fields_are_compared_in_words() {
    use ChangeType::{Added, Changed, Removed};
    type Edit = fn(&mut Profile);
    let cases: [(Edit, _); 6] = [
        (
            |p| p.personal.ethnic_group = "02".into(),
            one("/personal/ethnic_group", Changed, "Kinh", "Tày"),
        ),
        (
            |p| p.personal.birth_date = "1985-02-28".into(),
            one("/personal/birth_date", Changed, "02/1985", "28/02/1985"),
        ),
        (
            |p| p.personal.full_name = "".into(),
            one("/personal/full_name", Removed, "Nguyễn Văn An", ""),
        ),
        (
            |p| p.economy.salary = "120000000".into(),
            one("/economy/salary", Added, "", "120.000.000"),
        ),
        (
            |p| p.pay.grade.code = "01.002".into(),
            one("/pay/grade/code", Added, "", "01.002 (Chuyên viên chính)"),
        ),
        (
            |p| {
                p.personal.home_town.commune = "Xã Đông Anh".into();
                p.personal.home_town.province = "Thành phố Hà Nội".into();
            },
            one(
                "/personal/home_town",
                Added,
                "",
                "Xã Đông Anh, Thành phố Hà Nội",
            ),
        ),
    ];
    for (edit, expected) in cases {
        assert_eq!(difference(edit), expected);
    }
}

#[test]
fn a_change_of_codes_alone_is_shown() {
    let mut old = profile();
    old.personal.home_town.province = "Thành phố Hà Nội".into();
    let mut new = old.clone();
    new.personal.home_town.province_code = "01".into();
    let found = changes(&old, &new);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].old, "Thành phố Hà Nội (mã –/–)");
    assert_eq!(found[0].new, "Thành phố Hà Nội (mã 01/–)");
}

#[test]
fn a_row_at_the_top_is_one_addition() {
    let found = difference(|p| {
        p.history.career.insert(
            0,
            career("2006-01", "2007-08", "Trường THPT Chu Văn An", "Giáo viên"),
        );
    });
    assert_eq!(
        found,
        one(
            "/history/career/0",
            ChangeType::Added,
            "",
            "01/2006 – 08/2007: Trường THPT Chu Văn An; Giáo viên"
        )
    );
}

#[test]
fn a_row_taken_out_is_one_removal() {
    let found = difference(|p| drop(p.history.career.remove(1)));
    assert_eq!(
        found,
        one(
            "/history/career",
            ChangeType::Removed,
            "09/2010 – 12/2015: Sở Tài chính; Chuyên viên",
            ""
        )
    );
}

#[test]
fn an_edited_cell_is_one_change_with_its_label() {
    let mut new = profile();
    new.history.career[2].post = "Trưởng phòng".into();
    new.history
        .career
        .insert(0, career("2006-01", "2007-08", "Bưu điện", "Nhân viên"));
    let found = changes(&profile(), &new);
    assert_eq!(found.len(), 2);
    let cell = &found[1];
    assert_eq!((cell.item, cell.row, cell.section), ("33", Some(3), "work"));
    assert_eq!(cell.pointer, "/history/career/3/post");
    assert_eq!(cell.label_vi, "Chức danh/chức vụ");
    assert_eq!(cell.table.unwrap().vi, "Tóm tắt quá trình công tác");
    assert_eq!(
        (cell.old.as_str(), cell.new.as_str()),
        ("Phó Trưởng phòng", "Trưởng phòng")
    );
    let wire: congvu_openapi::people::Change = cell.clone().into();
    assert_eq!(
        wire.label,
        "Tóm tắt quá trình công tác, dòng 4: Chức danh/chức vụ"
    );
    let wire: congvu_openapi::people::Change = found[0].clone().into();
    assert_eq!(wire.label, "Tóm tắt quá trình công tác");
}

#[test]
fn a_closed_row_followed_by_a_new_one() {
    use ChangeType::Added;
    let found = difference(|p| {
        p.history.career[2].to = "2026-10".into();
        p.history
            .career
            .push(career("2026-11", "", "Sở Tài chính", "Trưởng phòng"));
    });
    let expected = [
        one("/history/career/2/to", Added, "", "10/2026"),
        one(
            "/history/career/3",
            Added,
            "",
            "11/2026 – nay: Sở Tài chính; Trưởng phòng",
        ),
    ];
    assert_eq!(found, expected.concat());
}

#[test]
fn a_corrected_key_is_still_the_same_row() {
    let found = difference(|p| p.history.career[1].from = "2010-10".into());
    assert_eq!(
        found,
        one(
            "/history/career/1/from",
            ChangeType::Changed,
            "09/2010",
            "10/2010"
        )
    );
}

#[test]
fn a_row_with_nothing_in_common_is_another_row() {
    let found = difference(|p| {
        p.history.career[0] = career("2001-01", "2002-01", "Bưu điện", "Nhân viên");
    });
    let kinds: Vec<_> = found.iter().map(|change| change.1).collect();
    assert_eq!(kinds, [ChangeType::Added, ChangeType::Removed]);
}

#[test]
fn another_order_of_the_same_rows_is_told() {
    let found = difference(|p| p.history.career.swap(0, 2));
    assert_eq!(
        found,
        one(
            "/history/career",
            ChangeType::Changed,
            "thứ tự dòng: 1, 2, 3",
            "thứ tự dòng: 3, 2, 1"
        )
    );
}

#[test]
fn rows_of_other_tables_are_known_by_year_or_name() {
    let mut old = profile();
    old.merit.rewards = vec![RewardRow {
        year: "2024".into(),
        work_rating: "good".into(),
        ..RewardRow::default()
    }];
    old.family.own = vec![RelativeRow {
        relation: "father".into(),
        full_name: "Nguyễn Văn Bình".into(),
        birth_year: "1955".into(),
        description: "Hưu trí".into(),
    }];
    old.pay.pay_history = vec![PayRow {
        from: "2020-01".into(),
        coefficient: "3.33".into(),
        ..PayRow::default()
    }];
    let mut new = old.clone();
    new.merit.rewards[0].work_rating = "excellent".into();
    new.family.own[0].description = "Mất năm 2026".into();
    new.family.own[0].birth_year = "1954".into();
    new.pay.pay_history[0].coefficient = "3.66".into();
    let found: Vec<_> = changes(&old, &new)
        .into_iter()
        .map(|change| (change.item, change.old, change.new))
        .collect();
    let expected = [
        ("37.1", "3,33", "3,66"),
        (
            "35.1",
            "Hoàn thành tốt nhiệm vụ",
            "Hoàn thành xuất sắc nhiệm vụ",
        ),
        ("36.1", "1955", "1954"),
        ("36.1", "Hưu trí", "Mất năm 2026"),
    ];
    assert_eq!(
        found,
        expected.map(|(i, o, n)| (i, o.to_owned(), n.to_owned()))
    );
}

#[test]
fn equal_rows_are_counted() {
    let mut old = profile();
    let twin = old.history.career[0].clone();
    old.history.career.insert(1, twin);
    let found = changes(&old, &profile());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].kind, ChangeType::Removed);
}

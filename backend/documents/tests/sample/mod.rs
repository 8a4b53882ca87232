//! A complete profile, and a request to print one.

use chrono::NaiveDate;
use congvu_documents::{AuthorityBlock, AuthorityForm, CvRequest, RenderedCv, Renderer, Status};
use congvu_openapi::form::{Entry, Kind, leaves};
use congvu_openapi::profile::Profile;
use serde_json::{Value, json};

/// Every code has a name here that shows both.
pub fn names(catalogue: &str, code: &str) -> Option<String> {
    let known = [
        ("genders", "nam", "Nam"),
        ("ethnic-groups", "01", "Kinh"),
        ("religions", "none", "Không"),
        ("qualifications", "tien-si", "Tiến sĩ"),
        ("training-modes", "chinh-quy", "Chính quy"),
        ("political-theory", "cao-cap", "Cao cấp lý luận chính trị"),
        ("relations", "cha", "Cha đẻ"),
        ("work-ratings", "tot", "Hoàn thành tốt nhiệm vụ"),
        ("emulation-titles", "cstt", "Lao động tiên tiến"),
        ("discipline-forms", "kt", "Khiển trách"),
        ("blood-groups", "o", "O"),
        ("military-ranks", "trung-uy", "Trung uý"),
        ("academic-titles", "pgs", "Phó giáo sư"),
        ("family-backgrounds", "nong-dan", "Nông dân"),
        ("policy-beneficiaries", "con-tb", "Con thương binh"),
    ];
    let found = known
        .iter()
        .find(|(c, k, _)| (*c, *k) == (catalogue, code))?;
    Some(found.2.to_owned())
}

fn code(catalogue: &str) -> &'static str {
    match catalogue {
        "genders" => "nam",
        "religions" => "none",
        "qualifications" => "tien-si",
        "training-modes" => "chinh-quy",
        "political-theory" => "cao-cap",
        "relations" => "cha",
        "work-ratings" => "tot",
        "emulation-titles" => "cstt",
        "discipline-forms" => "kt",
        "blood-groups" => "o",
        "military-ranks" => "trung-uy",
        "academic-titles" => "pgs",
        "family-backgrounds" => "nong-dan",
        "policy-beneficiaries" => "con-tb",
        "grades" => "01.002",
        _ => "01",
    }
}

fn leaf(kind: Kind, label: &str, row: usize) -> Value {
    match kind {
        Kind::Date => json!("2009-08-05"),
        Kind::Month => json!(format!("{}-09", 2003 + row)),
        Kind::Year => json!(format!("{}", 1951 + row)),
        Kind::Decimal => json!("4.98"),
        Kind::Money => json!("12530000"),
        Kind::Choice(catalogue) => json!(code(catalogue)),
        Kind::Place => json!({
            "province": "thành phố Hải Phòng", "district": "huyện Ninh Giang", "commune": "xã Ưng Hoè", "detail": "thôn Đỗ Xá"
        }),
        Kind::CitizenId => json!("030085012345"),
        Kind::Phone => json!("0912345678"),
        Kind::SocialInsurance => json!("0123456789"),
        Kind::HealthInsurance => json!("GD4010123456789"),
        Kind::Photo => json!("00"),
        Kind::Text => json!(format!(
            "{} {}",
            label.split([':', '(', ',']).next().unwrap().trim(),
            row + 1
        )),
        Kind::LongText => json!(format!(
            "Quê quán xã Ưng Hoè, huyện Ninh Giang; giáo viên Trường THPT Quỳnh Lưu, nghỉ hưu; thường trú tại phường Hưng Đạo, thành phố Hải Phòng; đảng viên Đảng Cộng sản Việt Nam {}.",
            row + 1
        )),
    }
}

/// A profile with something in every leaf of the form and `rows` rows in every table.
pub fn complete(rows: usize) -> Profile {
    let mut profile = serde_json::to_value(Profile::default()).unwrap();
    for (_, entry) in leaves() {
        match entry {
            Entry::Field(field) => {
                *profile.pointer_mut(field.pointer).unwrap() = leaf(field.kind, field.label.vi, 0);
            }
            Entry::Table(table) => {
                let all = (0..rows)
                    .map(|row| {
                        let cells = table
                            .columns
                            .iter()
                            .map(|c| (c.key.to_owned(), leaf(c.kind, c.label.vi, row)));
                        Value::Object(cells.collect())
                    })
                    .collect();
                *profile.pointer_mut(table.pointer).unwrap() = Value::Array(all);
            }
        }
    }
    let mut profile: Profile = serde_json::from_value(profile).unwrap();
    profile.personal.full_name = "Nguyễn Thị Ưng Được".into();
    profile.personal.birth_date = "1985-02-28".into();
    profile.assessment = "Chấp hành nghiêm chủ trương, đường lối của Đảng.\nHoàn thành tốt nhiệm vụ được giao, tận tuỵ, trách nhiệm.".into();
    profile
}

pub fn request(profile: &Profile) -> CvRequest<'_> {
    CvRequest {
        profile,
        place: "Hải Phòng".to_owned(),
        superior: "UBND thành phố Hải Phòng".to_owned(),
        agency: "Sở Nội vụ".to_owned(),
        printed_on: NaiveDate::from_ymd_opt(2026, 11, 5).unwrap(),
        authority: AuthorityBlock {
            form: Some(AuthorityForm::Kt),
            principal_title: "Giám đốc".to_owned(),
            own_title: "Phó Giám đốc".to_owned(),
            basis: String::new(),
        },
        signer_name: "Trần Đức Thuỷ".to_owned(),
        photo: None,
        status: Status::Approved {
            version: 3,
            approved_on: NaiveDate::from_ymd_opt(2026, 11, 2).unwrap(),
            digest_short: "4f1d9a02".to_owned(),
        },
        pilot: true,
        verification: None,
        attachments: &[],
        names: &names,
    }
}

pub fn print(request: &CvRequest<'_>) -> RenderedCv {
    Renderer::new().curriculum_vitae(request).unwrap()
}

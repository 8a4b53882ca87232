use congvu_openapi::profile::{Header, Health, Papers, Personal};

use super::super::life::Life;
use super::super::month::Month;
use super::super::random::Random;

const STREETS: &[&str] = &[
    "đường Hoa Sữa",
    "đường Ngô Đồng",
    "đường Bằng Lăng",
    "đường Cây Me",
    "ngõ Trúc Xanh",
    "hẻm Phượng Vĩ",
];

pub(super) fn header(life: &Life<'_>, body_name: &str) -> Header {
    Header {
        managing_agency: body_name.into(),
        using_agency: life.agency.name.into(),
        staff_number: staff_number(life).into(),
        personal_id: personal_id(life).into(),
        ..Header::default()
    }
}

/// `SO-TC-0012`.
pub(in super::super) fn staff_number(life: &Life<'_>) -> String {
    format!("{}-{:04}", life.agency.code.to_uppercase(), life.number + 1)
}

/// Province, century and gender, year of birth, and a number so high that no registry has given it out.
fn personal_id(life: &Life<'_>) -> String {
    let year = life.born.year();
    let century = if year < 2000 { 0 } else { 2 };
    format!(
        "0{}{}{:02}999{:03}",
        life.origin.province_code(),
        century + i32::from(life.female),
        year.rem_euclid(100),
        life.number,
    )
}

pub(super) fn personal(life: &Life<'_>, random: &mut Random) -> Personal {
    let religion = match life.ethnic_group {
        "05" => "buddhism",
        _ if random.chance(6) => random.pick(&["buddhism", "catholicism"]),
        _ => "none",
    };
    Personal {
        full_name: life.full_name.as_str().into(),
        gender: if life.female { "female" } else { "male" }.into(),
        birth_date: life.born.day(life.born_day).into(),
        birth_place: life.origin.place(""),
        home_town: life.origin.place(""),
        ethnic_group: life.ethnic_group.into(),
        religion: religion.into(),
        family_background: random
            .pick(&["farmer", "farmer", "worker", "official", "intellectual"])
            .into(),
        former_occupation: if life.army {
            "Quân nhân"
        } else {
            "Sinh viên"
        }
        .into(),
        policy_beneficiary: if random.chance(8) {
            "invalid-child"
        } else {
            "none"
        }
        .into(),
        ..Personal::default()
    }
}

pub(super) fn papers(life: &Life<'_>, random: &mut Random) -> Papers {
    let insurance = format!(
        "{}99{:06}",
        life.origin.province_code(),
        1_000 + life.number * 7
    );
    let house = format!("Số {} {}", random.between(2, 198), random.pick(STREETS));
    Papers {
        citizen_id: personal_id(life).into(),
        citizen_id_issued_on: Month::new(2021, random.between(3, 12))
            .day(random.between(1, 28))
            .into(),
        phone: format!("090000{:04}", 1_000 + life.number * 13).into(),
        health_insurance: format!("HC4{}{insurance}", life.origin.province_code()).into(),
        social_insurance: insurance.into(),
        residence: life.home.place(&house),
    }
}

pub(super) fn health(life: &Life<'_>, random: &mut Random) -> Health {
    let height = if life.female {
        random.between(150, 166)
    } else {
        random.between(160, 177)
    };
    Health {
        condition: random.pick(&["Tốt", "Tốt", "Bình thường"]).into(),
        height_cm: height.to_string().into(),
        weight_kg: (height - 100 - random.between(2, 10)).to_string().into(),
        blood_group: random.pick(&["O", "O", "B", "A", "AB"]).into(),
    }
}

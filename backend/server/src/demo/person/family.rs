use congvu_openapi::profile::{Economy, Family, Holding, RelativeRow};

use super::super::life::Life;
use super::super::month::Month;
use super::super::names;
use super::super::random::Random;
use super::pay::Rung;

const OLD_WORK: &[&str] = &[
    "Nông dân",
    "Công nhân đã nghỉ hưu",
    "Giáo viên đã nghỉ hưu",
    "Buôn bán nhỏ",
];
const WORK: &[&str] = &[
    "Giáo viên",
    "Nhân viên kế toán doanh nghiệp",
    "Điều dưỡng",
    "Kinh doanh tự do",
    "Kỹ sư xây dựng",
];

/// Đồng a month for coefficient 1 (mức lương cơ sở), before and from July 2026.
const BASE_PAY: [i64; 2] = [2_340_000, 2_530_000];

pub(super) fn family(life: &Life<'_>, random: &mut Random) -> Family {
    let year = life.born.year();
    let age = life.now().since(life.born) / 12;
    let origin = life.origin.words();
    let home = life.home.words();
    let mut own = vec![elder(
        "father",
        life.family,
        false,
        year - random.between(24, 32),
        &origin,
        random,
    )];
    let mothers = names::family(random);
    own.push(elder(
        "mother",
        mothers,
        true,
        year - random.between(21, 28),
        &origin,
        random,
    ));
    let mut spouse_side = Vec::new();
    if age >= 28 {
        let name = names::family(random);
        let born = year
            + if life.female {
                -random.between(0, 4)
            } else {
                random.between(0, 4)
            };
        let (relation, children) = if life.female {
            ("husband", name)
        } else {
            ("wife", life.family)
        };
        own.push(row(
            relation,
            format!("{name} {}", names::given(random, !life.female)),
            born,
            format!("{}; nơi ở: {home}", random.pick(WORK)),
        ));
        let first = year.max(born) + random.between(25, 29);
        for number in 0..random.between(0, 2) {
            let born = first + number * 4;
            if born < life.now().year() {
                own.push(child(life, children, born, &home, random));
            }
        }
        let there = random.pick(life.tree.origins).words();
        spouse_side.push(elder(
            "father",
            name,
            false,
            born - random.between(24, 32),
            &there,
            random,
        ));
        let mothers = names::family(random);
        spouse_side.push(elder(
            "mother",
            mothers,
            true,
            born - random.between(21, 28),
            &there,
            random,
        ));
    }
    for number in 1..=random.between(0, 2) {
        own.push(sibling(life, number * 3, &origin, random));
    }
    Family { own, spouse_side }
}

fn elder(
    relation: &str,
    family: &str,
    female: bool,
    born: i32,
    place: &str,
    random: &mut Random,
) -> RelativeRow {
    row(
        relation,
        format!("{family} {}", names::given(random, female)),
        born,
        format!(
            "Quê quán và nơi ở: {place}; nghề nghiệp: {}; không làm việc cho chế độ cũ",
            random.pick(OLD_WORK)
        ),
    )
}

fn child(life: &Life<'_>, family: &str, born: i32, home: &str, random: &mut Random) -> RelativeRow {
    let daughter = random.chance(50);
    let doing = match life.now().year() - born {
        ..=5 => "Còn nhỏ",
        6..=17 => "Học sinh",
        18..=22 => "Sinh viên",
        _ => "Nhân viên văn phòng",
    };
    row(
        if daughter { "daughter" } else { "son" },
        format!("{family} {}", names::given(random, daughter)),
        born,
        format!("{doing}; nơi ở: {home}"),
    )
}

fn sibling(life: &Life<'_>, years: i32, origin: &str, random: &mut Random) -> RelativeRow {
    let sister = random.chance(50);
    // Brothers and sisters come after, or one before, so that the parents' ages stay plausible.
    let (relation, born) = match (years > 3, sister) {
        (true, true) => ("elder-sister", life.born.year() - 2),
        (true, false) => ("elder-brother", life.born.year() - 2),
        (false, true) => ("younger-sister", life.born.year() + years),
        (false, false) => ("younger-brother", life.born.year() + years),
    };
    row(
        relation,
        format!("{} {}", life.family, names::given(random, sister)),
        born,
        format!("{}; nơi ở: {origin}", random.pick(WORK)),
    )
}

fn row(relation: &str, full_name: String, born: i32, description: String) -> RelativeRow {
    RelativeRow {
        relation: relation.into(),
        full_name: full_name.into(),
        birth_year: born.to_string().into(),
        description: description.into(),
    }
}

pub(super) fn economy(life: &Life<'_>, ladder: &[Rung], random: &mut Random) -> Economy {
    let [before, after] = BASE_PAY;
    let raised = life.now() >= Month::new(2026, 7);
    let base = if raised { after } else { before };
    let coefficient = ladder.last().map_or(0, |rung| i64::from(rung.coefficient));
    let mut economy = Economy {
        salary: (base * coefficient * 12 / 100).to_string().into(),
        other_income: "Không".into(),
        ..Economy::default()
    };
    if life.now().since(life.born) / 12 >= 33 {
        economy.owned_house = Holding {
            kind: random.pick(&["Nhà ở riêng lẻ", "Căn hộ chung cư"]).into(),
            area_m2: random.between(45, 120).to_string().into(),
            certificate: format!("Giấy chứng nhận số DEMO {:05}", life.number + 1).into(),
        };
    }
    economy
}

use congvu_openapi::profile::{LongText, Merit, RewardRow};

use super::super::life::Life;
use super::super::random::Random;

/// How many years back ratings are listed.
const YEARS: i32 = 6;

pub(super) fn merit(life: &Life<'_>, random: &mut Random) -> Merit {
    let this_year = life.now().year();
    let first = (life.recruited.year() + 1).max(this_year - YEARS);
    Merit {
        rewards: (first..this_year)
            .map(|year| reward(life, year, random))
            .collect(),
        ..Merit::default()
    }
}

fn reward(life: &Life<'_>, year: i32, random: &mut Random) -> RewardRow {
    let (rating, title, reward) = match random.between(1, 10) {
        1 | 2 => (
            "excellent",
            "grassroots-fighter",
            format!("Giấy khen của {}", life.agency.name),
        ),
        3..=8 => ("good", "advanced-worker", String::new()),
        _ => ("completed", "none", String::new()),
    };
    RewardRow {
        year: year.to_string().into(),
        work_rating: rating.into(),
        emulation_rating: title.into(),
        reward: reward.into(),
    }
}

/// Item 38, in keeping with the ratings.
pub(super) fn assessment(life: &Life<'_>, merit: &Merit) -> LongText {
    let rating = match merit.rewards.last().map(|row| row.work_rating.as_str()) {
        Some("excellent") => "Hoàn thành xuất sắc nhiệm vụ được giao",
        Some("good") => "Hoàn thành tốt nhiệm vụ được giao",
        Some(_) => "Hoàn thành nhiệm vụ được giao",
        None => "Đang trong thời gian tập sự, chưa đánh giá xếp loại",
    };
    format!(
        "{rating}. Chấp hành tốt chủ trương, chính sách, pháp luật và nội quy của {}; đoàn kết, có trách nhiệm trong công việc.",
        life.agency.name
    )
    .into()
}

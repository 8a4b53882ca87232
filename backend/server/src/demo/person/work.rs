use congvu_openapi::profile::{CareerRow, History, Organisations, Posts, Recruitment};

use super::super::life::Life;
use super::super::month::Month;
use super::super::random::Random;
use super::super::seats::Post;

const STRENGTHS: &[&str] = &[
    "Tổng hợp, soạn thảo văn bản",
    "Nghiên cứu, tham mưu chính sách",
    "Tổ chức, điều hành công việc",
    "Phân tích số liệu",
];

pub(super) fn recruitment(life: &Life<'_>, random: &mut Random) -> Recruitment {
    let work = match life.seat.post {
        Post::Head => format!("Lãnh đạo, điều hành toàn diện {}", life.agency.name),
        Post::Deputy => format!("Giúp người đứng đầu điều hành {}", life.agency.name),
        Post::SectionHead | Post::SectionDeputy => {
            format!("Quản lý, điều hành công việc của {}", life.seat.node.name)
        }
        Post::Clerk => "Quản lý văn bản đi, đến; quản lý và sử dụng con dấu".to_owned(),
        Post::Staff => random.pick(life.seat.node.trade.work).to_owned(),
    };
    Recruitment {
        first_recruited_on: life.recruited.day(life.recruited_day).into(),
        recruiting_agency: first_agency(life).into(),
        joined_on: life.joined.day(life.joined_day).into(),
        main_work: work.into(),
        strength: random.pick(STRENGTHS).into(),
        longest_work: random.pick(life.seat.node.trade.work).into(),
    }
}

/// Where the person began: here, or in a body of before.
fn first_agency(life: &Life<'_>) -> &'static str {
    let former = life.tree.former;
    if life.joined == life.recruited {
        life.agency.name
    } else {
        former
            .get(life.number % former.len().max(1))
            .copied()
            .unwrap_or(life.agency.name)
    }
}

pub(super) fn organisations(life: &Life<'_>, random: &mut Random) -> Organisations {
    let mut organisations = Organisations {
        first_organisation_on: Month::new(life.born.year() + 15, 3).day(26).into(),
        first_organisation: "Đoàn TNCS Hồ Chí Minh".into(),
        ..Organisations::default()
    };
    if let Some(month) = life.party_from {
        let day = random.between(1, 28);
        organisations.party_admitted_on = month.day(day).into();
        organisations.party_official_on = month.plus(12).day(day).into();
    }
    if life.army {
        let enlisted = Month::new(life.born.year() + 18, 9);
        organisations.enlisted_on = enlisted.day(5).into();
        organisations.discharged_on = enlisted.plus(20).day(20).into();
        organisations.highest_rank = random.pick(&["corporal", "sergeant"]).into();
    }
    organisations
}

pub(super) fn posts(life: &Life<'_>) -> Posts {
    let Some(appointed) = life.appointed else {
        return Posts::default();
    };
    let (party, planned) = match life.seat.post {
        Post::Head => ("Bí thư Đảng ủy", ""),
        Post::Deputy => ("Phó Bí thư Đảng ủy", life.agency.head),
        Post::SectionHead => ("Bí thư Chi bộ", ""),
        Post::SectionDeputy => ("Phó Bí thư Chi bộ", life.seat.node.head),
        Post::Staff | Post::Clerk => ("", ""),
    };
    Posts {
        current_post: life.seat.title.as_str().into(),
        appointed_on: appointed.day(1.max(life.joined_day)).into(),
        planned_post: planned.into(),
        party_post: party.into(),
        ..Posts::default()
    }
}

pub(super) fn history(life: &Life<'_>) -> History {
    History {
        career: career(life),
        detentions: "Không".into(),
        ..History::default()
    }
}

/// Posts on the way up, with the months before the present appointment, oldest first.
fn climb(post: Post, head: &str) -> Vec<(i32, String)> {
    let below = format!("Phó {head}");
    let (section, deputy) = ("Trưởng phòng".to_owned(), "Phó Trưởng phòng".to_owned());
    match post {
        Post::Head => vec![(168, deputy), (120, section), (60, below)],
        Post::Deputy => vec![(108, deputy), (60, section)],
        Post::SectionHead => vec![(60, below)],
        Post::SectionDeputy | Post::Staff | Post::Clerk => Vec::new(),
    }
}

/// From recruitment to now, each row beginning where the one before ends.
fn career(life: &Life<'_>) -> Vec<CareerRow> {
    let trade = life.seat.node.trade;
    let title = if life.seat.post == Post::Clerk {
        life.seat.title.as_str()
    } else {
        trade.title
    };
    let first = first_agency(life).to_owned();
    let trainee = if trade.service {
        "Viên chức tập sự"
    } else {
        "Công chức tập sự"
    };
    let mut stages = vec![
        (life.recruited, first.clone(), trainee.to_owned()),
        (life.recruited.plus(12), first, title.to_owned()),
    ];
    if life.joined > life.recruited {
        stages.retain(|(from, ..)| *from < life.joined);
        stages.push((life.joined, life.workplace(), title.to_owned()));
    }
    if let Some(appointed) = life.appointed {
        let earlier = climb(life.seat.post, life.seat.node.head);
        for (months, post) in earlier {
            let from = appointed.plus(-months);
            if from > life.joined.plus(12) {
                stages.push((from, life.workplace(), post));
            }
        }
        stages.retain(|(from, ..)| *from < appointed);
        stages.push((appointed, life.workplace(), life.seat.title.clone()));
    }
    stages.retain(|(from, ..)| *from <= life.now());
    let ends: Vec<String> = stages
        .iter()
        .skip(1)
        .map(|(from, ..)| from.plus(-1).text())
        .chain([String::new()])
        .collect();
    stages
        .into_iter()
        .zip(ends)
        .map(|((from, organisation, post), to)| CareerRow {
            from: from.text().into(),
            to: to.into(),
            organisation: organisation.into(),
            post: post.into(),
        })
        .collect()
}

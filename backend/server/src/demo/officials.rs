//! The posts of ordinary officials, with profiles in every state.

use congvu_openapi::units::UnitManagement;

use super::body::DemoPlan;
use super::desks::{Desks, sections};
use super::rules::Rules;
use super::seats::{Post, Seat};

const RETURNED: [DemoPlan; 4] = [
    DemoPlan::Returned {
        item: "36.1",
        pointer: "/family/own",
        reason: "Chưa kê khai đầy đủ anh chị em ruột; đề nghị bổ sung theo lý lịch gốc.",
    },
    DemoPlan::Returned {
        item: "30.1",
        pointer: "/pay/grade/effective_from",
        reason: "Ngày hưởng bậc lương không khớp với quyết định nâng bậc lương trong hồ sơ gốc.",
    },
    DemoPlan::Returned {
        item: "5",
        pointer: "/personal/home_town",
        reason: "Quê quán chưa ghi theo tên đơn vị hành chính hiện nay; đề nghị kiểm tra lại.",
    },
    DemoPlan::Returned {
        item: "32.1",
        pointer: "/education/professional/0/institution",
        reason: "Tên cơ sở đào tạo khác với bản sao văn bằng đính kèm.",
    },
];

/// How many there are of each state beside approved ones.
const EACH: usize = 4;
const IN_REVIEW: usize = 10;

/// Officials up to the wanted number of people, the named ones first.
pub(super) fn seats(rules: Rules<'_>, wanted: usize) -> Vec<Seat> {
    let kinds = managements(rules);
    let mut seats = named(rules);
    let mut next = Desks::new(rules);
    let mut add = |management, plan| {
        if let Some(seat) = next.seat(management) {
            seats.push(seat.plan(plan));
        }
    };
    let mut turn = kinds.iter().copied().cycle();
    for number in 0..IN_REVIEW {
        let management = turn.next().unwrap_or(UnitManagement::Unit);
        let steps = rules.steps(management).max(1);
        let signed_steps = (number / kinds.len().max(1)) % steps;
        add(management, in_review(number, signed_steps));
    }
    for plan in RETURNED {
        add(turn.next().unwrap_or(UnitManagement::Unit), plan);
    }
    for _ in 0..EACH {
        add(
            turn.next().unwrap_or(UnitManagement::Unit),
            DemoPlan::Drafting,
        );
    }
    for _ in kinds.len()..EACH {
        add(UnitManagement::Unit, DemoPlan::Invited);
    }
    for _ in 0..EACH {
        add(UnitManagement::Unit, DemoPlan::Registered);
    }
    for _ in 0..EACH {
        add(
            turn.next().unwrap_or(UnitManagement::Unit),
            DemoPlan::Approved {
                changed_later: true,
            },
        );
    }
    let heads = sections(rules).map(|node| {
        Seat::new(
            node,
            Post::SectionHead,
            rules.management(node, Post::SectionHead),
        )
    });
    let room = wanted.saturating_sub(seats.len());
    seats.extend(heads.chain(next.rest()).take(room));
    seats
}

/// A third of them are overdue, whatever the step.
fn in_review(number: usize, signed_steps: usize) -> DemoPlan {
    let waiting = match number % 3 {
        0 => 1,
        1 => 3,
        _ => 16,
    };
    let before = u32::try_from(signed_steps).unwrap_or_default() * 4;
    DemoPlan::InReview {
        signed_steps,
        days_ago: before + waiting,
    }
}

fn managements(rules: Rules<'_>) -> Vec<UnitManagement> {
    if rules.has_top() {
        vec![UnitManagement::Unit, UnitManagement::Top]
    } else {
        vec![UnitManagement::Unit]
    }
}

/// The accounts with which the main journeys can be tried at once.
fn named(rules: Rules<'_>) -> Vec<Seat> {
    let mut seats = Vec::new();
    let section = rules.tree.sections(rules.tree.main).nth(1);
    if let Some(section) = section {
        let seat = || Seat::new(section, Post::Staff, rules.management(section, Post::Staff));
        seats.push(seat().login("canbo.moi").plan(DemoPlan::Invited));
        seats.push(seat().login("canbo.cu"));
    }
    if rules.has_top() {
        let deputy = rules
            .tree
            .agencies()
            .find(|agency| agency.code == rules.tree.main)
            .map(|agency| Seat::new(agency, Post::Deputy, rules.management(agency, Post::Deputy)))
            .filter(|seat| seat.management == UnitManagement::Top);
        let seat = deputy.or_else(|| Desks::new(rules).seat(UnitManagement::Top));
        seats.extend(seat.map(|seat| seat.login("canbo.top").plan(DemoPlan::Invited)));
    }
    seats
}

use congvu_openapi::profile::{Allowances, Grade, Pay, PayRow};

use super::super::life::Life;
use super::super::month::Month;
use super::super::seats::Post;

/// A scale of Nghị định 204/2004: hundredths of the first coefficient and of each step, number of steps.
struct Scale(i32, i32, i32);
const A1: Scale = Scale(234, 33, 9);
const A2_1: Scale = Scale(440, 34, 8);

/// Nghị định 204/2004 applies from this month.
const SCALES_FROM: Month = Month::new(2004, 10);

/// Months after which a step is raised in scales A1 to A3.
const RAISE: i32 = 36;
/// Months on probation, which do not count for the first raise.
const PROBATION: i32 = 12;

/// Pay from one month on.
#[derive(Clone, Debug)]
pub(super) struct Rung {
    pub(super) from: Month,
    pub(super) code: &'static str,
    pub(super) title: &'static str,
    pub(super) step: i32,
    /// In hundredths.
    pub(super) coefficient: i32,
}

/// Everything paid from recruitment, or from October 2004, to now, oldest first.
pub(super) fn ladder(life: &Life<'_>) -> Vec<Rung> {
    let trade = life.seat.node.trade;
    let junior = if life.seat.post == Post::Clerk {
        ("02.007", "Văn thư viên")
    } else {
        trade.junior
    };
    // A raise of this month may still lie ahead.
    let end = life.now();
    let until = life.principal_from.unwrap_or(end);
    let mut rungs = climb(life.recruited, PROBATION + RAISE, until, junior, &A1);
    if let Some(from) = life.principal_from {
        rungs.extend(climb(from, RAISE, end, trade.principal, &A2_1));
    }
    // Before the scales of 2004 pay was counted otherwise.
    let known = rungs.iter().rposition(|rung| rung.from <= SCALES_FROM);
    rungs.drain(..known.unwrap_or_default());
    if let Some(first) = rungs.first_mut() {
        first.from = first.from.max(SCALES_FROM);
    }
    rungs
}

fn climb(
    start: Month,
    first_raise: i32,
    until: Month,
    (code, title): (&'static str, &'static str),
    Scale(first, each, steps): &Scale,
) -> Vec<Rung> {
    (1..=*steps)
        .map(|step| Rung {
            from: match step {
                1 => start,
                _ => start.plus(first_raise + RAISE * (step - 2)),
            },
            code,
            title,
            step,
            coefficient: first + each * (step - 1),
        })
        .take_while(|rung| rung.step == 1 || rung.from < until)
        .collect()
}

pub(super) fn pay(life: &Life<'_>, ladder: &[Rung]) -> Pay {
    let ends = ladder
        .iter()
        .skip(1)
        .map(|next| next.from.plus(-1).text())
        .chain([String::new()]);
    let pay_history = ladder
        .iter()
        .zip(ends)
        .map(|(rung, to)| PayRow {
            from: rung.from.text().into(),
            to: to.into(),
            code: rung.code.into(),
            step: rung.step.to_string().into(),
            coefficient: hundredths(rung.coefficient).into(),
            ..PayRow::default()
        })
        .collect();
    let post = match life.seat.post {
        Post::Head => "0.90",
        Post::Deputy => "0.70",
        Post::SectionHead => "0.50",
        Post::SectionDeputy => "0.30",
        Post::Staff | Post::Clerk => "",
    };
    Pay {
        grade: grade(life, ladder),
        allowances: Allowances {
            post: post.into(),
            ..Allowances::default()
        },
        pay_history,
        ..Pay::default()
    }
}

fn grade(life: &Life<'_>, ladder: &[Rung]) -> Grade {
    let Some(now) = ladder.last() else {
        return Grade::default();
    };
    let on_probation = life.now().since(life.recruited) <= PROBATION;
    let appointed = life.principal_from.unwrap_or_else(|| {
        life.recruited
            .plus(if on_probation { 0 } else { PROBATION })
    });
    Grade {
        title: now.title.into(),
        code: now.code.into(),
        appointed_on: appointed.day(life.recruited_day).into(),
        step: now.step.to_string().into(),
        coefficient: hundredths(now.coefficient).into(),
        effective_from: now.from.day(life.recruited_day).into(),
        percentage: if on_probation { "85" } else { "100" }.into(),
        ..Grade::default()
    }
}

/// `498` as `4.98`.
fn hundredths(number: i32) -> String {
    format!("{}.{:02}", number / 100, number % 100)
}

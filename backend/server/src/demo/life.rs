//! The dates of an invented life, from which all parts of the profile are written.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::body::DemoPlan;
use super::month::Month;
use super::names;
use super::places::{Commune, HOA, KHMER, MUONG, SOUTH, TAY, THAI};
use super::random::Random;
use super::seats::{Post, Seat};
use super::trees::{Node, Tree};

/// Somebody's life in numbers.
#[derive(Clone, Debug)]
pub(super) struct Life<'a> {
    pub(super) seat: &'a Seat,
    pub(super) tree: &'static Tree,
    pub(super) agency: &'static Node,
    /// Place in the list of people; makes numbers unique.
    pub(super) number: usize,
    pub(super) today: NaiveDate,
    pub(super) family: &'static str,
    pub(super) full_name: String,
    pub(super) female: bool,
    /// Code of the catalogue `ethnic-groups`.
    pub(super) ethnic_group: &'static str,
    pub(super) origin: Commune,
    pub(super) home: Commune,
    pub(super) born: Month,
    pub(super) born_day: i32,
    /// Did military service before the university.
    pub(super) army: bool,
    pub(super) recruited: Month,
    pub(super) recruited_day: i32,
    pub(super) joined: Month,
    pub(super) joined_day: i32,
    /// To the present post, for those who lead.
    pub(super) appointed: Option<Month>,
    /// To the grade of scale A2.1.
    pub(super) principal_from: Option<Month>,
    pub(super) party_from: Option<Month>,
}

/// Ethnic group, family name and home of people who are not Kinh, in the north and in the south.
type Minority = (&'static str, &'static str, &'static [Commune]);
const NORTHERN: &[Minority] = &[
    ("02", "Nông", TAY),
    ("07", "Lương", TAY),
    ("03", "Lò", THAI),
    ("06", "Quách", MUONG),
];
const SOUTHERN: &[Minority] = &[("05", "Thạch", KHMER), ("04", "Lâm", HOA)];

impl<'a> Life<'a> {
    pub(super) fn new(
        seat: &'a Seat,
        tree: &'static Tree,
        number: usize,
        today: NaiveDate,
        random: &mut Random,
    ) -> Self {
        let now = Month::of(today);
        let agency = tree.agency_of(seat.node);
        let female = random.chance(45);
        let (ethnic_group, family, origin) = roots(tree, random);
        let full_name = format!("{family} {}", names::given(random, female));
        let decided = decision_date(seat.plan, today);
        let army = !female && decided.is_none() && random.chance(15);

        let (low, high) = ages(seat.post, female);
        let mut born = now.plus(-12 * random.between(low, high) - random.between(0, 11));
        // Graduation is in June of the 22nd year (24th after the army); work begins one to three years later.
        let studied = if army { 24 } else { 22 };
        let mut recruited = Month::new(born.year() + studied, 7).plus(random.between(6, 36));
        let mut joined = recruited.plus(
            [0, random.between(24, 120)]
                .get(usize::from(random.chance(40)))
                .copied()
                .unwrap_or_default(),
        );
        let mut recruited_day = random.between(1, 28);
        let mut joined_day = recruited_day;
        if let Some(date) = decided {
            joined = Month::of(date);
            joined_day = date.day().cast_signed();
            let newcomer = seat.plan == DemoPlan::Invited || random.chance(70);
            if seat.post == Post::Staff && newcomer {
                born = joined.plus(-12 * random.between(24, 26));
                recruited = joined;
                recruited_day = joined_day;
            }
        }
        // Nobody joins less than half a year ago unless the decision says so.
        if decided.is_none() && joined > now.plus(-8) {
            joined = recruited;
        }
        let served = now.since(recruited);
        let appointed = leads(seat.post).then(|| joined.max(now.plus(-random.between(8, 54))));
        let principal = served > 132 && (leads(seat.post) || random.chance(20));
        let principal_from = principal.then(|| recruited.plus(random.between(108, 126)));
        let party = served > 42 && (leads(seat.post) || random.chance(70));
        let party_from = party.then(|| recruited.plus(random.between(12, 28)));
        Self {
            seat,
            tree,
            agency,
            number,
            today,
            family,
            full_name,
            female,
            ethnic_group,
            origin,
            home: random.pick(tree.homes),
            born,
            born_day: random.between(1, 28),
            army,
            recruited,
            recruited_day,
            joined,
            joined_day,
            appointed,
            principal_from,
            party_from,
        }
    }

    pub(super) fn now(&self) -> Month {
        Month::of(self.today)
    }

    /// The unit with the one above it: `Phòng Ngân sách, Sở Tài chính`.
    pub(super) fn workplace(&self) -> String {
        if self.seat.node.code == self.agency.code {
            self.agency.name.to_owned()
        } else {
            format!("{}, {}", self.seat.node.name, self.agency.name)
        }
    }

    /// The decision from which the account and the first entry are counted.
    pub(super) fn decision_date(&self) -> NaiveDate {
        decision_date(self.seat.plan, self.today)
            .or_else(|| working_day(self.joined.day(self.joined_day).parse().ok()?))
            .unwrap_or(self.today)
    }
}

/// The person leads a unit or helps to lead it.
pub(super) const fn leads(post: Post) -> bool {
    !matches!(post, Post::Staff | Post::Clerk)
}

const fn ages(post: Post, female: bool) -> (i32, i32) {
    match (post, female) {
        (Post::Head, false) => (48, 57),
        (Post::Head, true) => (46, 53),
        (Post::Deputy, _) => (42, 52),
        (Post::SectionHead, _) => (38, 49),
        (Post::SectionDeputy, _) => (35, 45),
        (Post::Staff | Post::Clerk, _) => (28, 43),
    }
}

fn roots(tree: &'static Tree, random: &mut Random) -> (&'static str, &'static str, Commune) {
    if random.chance(12) {
        let southern = tree.origins == SOUTH;
        let (group, family, homes) = random.pick(if southern { SOUTHERN } else { NORTHERN });
        (group, family, random.pick(homes))
    } else {
        ("01", names::family(random), random.pick(tree.origins))
    }
}

/// Recent for those whose profile is not approved yet; `None` for the others.
fn decision_date(plan: DemoPlan, today: NaiveDate) -> Option<NaiveDate> {
    let days = match plan {
        DemoPlan::Registered => 2,
        DemoPlan::Invited => 6,
        DemoPlan::Drafting => 9,
        DemoPlan::InReview { days_ago, .. } => u64::from(days_ago) + 11,
        DemoPlan::Returned { .. } => 20,
        DemoPlan::Approved { .. } => return None,
    };
    working_day(today.checked_sub_days(Days::new(days))?)
}

/// The day, or the Friday before it.
fn working_day(date: NaiveDate) -> Option<NaiveDate> {
    let weekend = match date.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    date.checked_sub_days(Days::new(weekend))
}

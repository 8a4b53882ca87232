//! Demonstration bodies: invented units, people and accounts for trying the program out.
//!
//! Everything here is made up from a fixed seed; the same deployment and day give the same body.

mod body;
mod desks;
mod life;
mod month;
mod names;
mod officers;
mod officials;
mod person;
mod places;
mod random;
mod rules;
mod seats;
mod seed;
mod trades;
mod trees;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use chrono::NaiveDate;
use congvu_domain::deployment::Deployment;
use congvu_openapi::units::UnitManagement;

pub use body::{DemoBody, DemoOfficer, DemoPerson, DemoPlan, DemoUnit};
pub use seed::{PASSWORD, accounts, seed};

use life::Life;
use random::Random;
use rules::Rules;
use seats::{Post, Seat};
use trees::Tree;

/// How many people a body has.
const PEOPLE: usize = 60;

/// The invented body for a deployment, as it stands on the day `today`.
#[must_use]
pub fn body(deployment: &Deployment, today: NaiveDate) -> DemoBody {
    let tree = Tree::of(&deployment.key);
    let in_force = deployment.at(today);
    let rules = Rules {
        key: &deployment.key,
        name: &in_force.body.name,
        deployment: in_force,
        tree,
    };
    let mut seats = officers::seats(rules);
    let room = PEOPLE.saturating_sub(seats.len());
    seats.extend(officials::seats(rules, room));

    let mut taken = HashSet::new();
    let mut people = Vec::with_capacity(seats.len());
    let mut held = Vec::new();
    for (number, seat) in seats.iter().enumerate() {
        let person = person(rules, seat, number, today, &mut taken);
        if let Some(role) = &seat.role {
            held.push(DemoOfficer {
                username: person.username.clone(),
                role: role.role.clone(),
                unit: role.unit.to_owned(),
                person: Some(number),
                name: person.profile.personal.full_name.0.clone(),
            });
        }
        people.push(person);
    }
    DemoBody {
        units: units(rules),
        people,
        officers: held,
    }
}

fn units(rules: Rules<'_>) -> Vec<DemoUnit> {
    let root = DemoUnit {
        code: rules.tree.root.to_owned(),
        parent: None,
        name: rules.name.to_owned(),
        management: UnitManagement::Unit,
    };
    let below = rules.tree.nodes.iter().map(|node| DemoUnit {
        code: node.code.to_owned(),
        parent: Some(node.parent.to_owned()),
        name: node.name.to_owned(),
        management: node.management,
    });
    [root].into_iter().chain(below).collect()
}

fn person(
    rules: Rules<'_>,
    seat: &Seat,
    number: usize,
    today: NaiveDate,
    taken: &mut HashSet<String>,
) -> DemoPerson {
    let mut random = Random::new(rules.key, number);
    let life = Life::new(seat, rules.tree, number, today, &mut random);
    let profile = person::profile(&life, rules.name, &mut random);
    let wanted = seat
        .login
        .clone()
        .unwrap_or_else(|| names::username(&life.full_name));
    let username = free(wanted, taken);
    let decision_date = life.decision_date();
    DemoPerson {
        username,
        unit: seat.node.code.to_owned(),
        kind: kind(rules, seat),
        management: seat.management,
        staff_number: profile.header.staff_number.0.clone(),
        decision_number: format!(
            "{}/QĐ-{}",
            100 + number * 3,
            life.agency.code.to_uppercase()
        ),
        decision_date,
        plan: seat.plan,
        profile,
    }
}

/// The user name, with a number behind it where somebody has it already.
fn free(wanted: String, taken: &mut HashSet<String>) -> String {
    let mut name = wanted.clone();
    let mut number = 2;
    while !taken.insert(name.clone()) {
        name = format!("{wanted}{number}");
        number += 1;
    }
    name
}

fn kind(rules: Rules<'_>, seat: &Seat) -> String {
    let agency = rules.tree.agency_of(seat.node);
    let commune = seat.node.code.starts_with("x-") || agency.code.starts_with("p-");
    if commune {
        rules.kind(&["commune_official", "civil_servant"])
    } else if seat.node.trade.service && seat.post != Post::Clerk {
        rules.kind(&["public_employee"])
    } else {
        rules.kind(&["civil_servant"])
    }
}

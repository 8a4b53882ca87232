//! The overview: four statements, however many units, people and tasks there are.

use std::collections::HashMap;

use congvu_db::overview::{self, AssigneeRow};
use congvu_db::{AnyConnection, Unit, units};
use congvu_openapi::overview as wire;
use congvu_openapi::overview::OverviewBy;

use super::scope;
use super::tally::{Tally, Work, step};
use crate::auth::Caller;
use crate::error::ApiError;
use crate::services::Services;

/// # Errors
/// 404 where the caller may not read the unit.
pub(super) fn overview(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    unit: Option<&str>,
    by: OverviewBy,
) -> Result<wire::Overview, ApiError> {
    let scope = scope(connection, caller, unit)?;
    let today = services.today().to_string();
    let mut tree = Tree::new(units::all(connection)?, &scope);
    for row in overview::people_by_unit(connection, &scope)? {
        tree.add(&row.unit_id, |tally| tally.add_people(&row));
    }
    for row in overview::waiting_by_unit(connection, &scope, &today)? {
        tree.add(&row.unit_id, |tally| tally.add_work(&row));
    }
    let people = match by {
        OverviewBy::Person => overview::waiting_by_assignee(connection, &scope, &today)?
            .into_iter()
            .map(|row| person(services, row))
            .collect::<Result<_, _>>()?,
        OverviewBy::Unit | OverviewBy::Step => Vec::new(),
    };
    Ok(wire::Overview {
        by,
        total: tree.total.figures(services),
        units: match by {
            OverviewBy::Unit => tree.rows(services)?,
            OverviewBy::Step | OverviewBy::Person => Vec::new(),
        },
        steps: match by {
            OverviewBy::Step => tree.total.steps(services)?,
            OverviewBy::Unit | OverviewBy::Person => Vec::new(),
        },
        people,
        today,
    })
}

fn person(services: &Services, row: AssigneeRow) -> Result<wire::PersonFigures, ApiError> {
    let work = Work {
        waiting: row.waiting,
        late: row.late,
        oldest: row.oldest,
    };
    Ok(wire::PersonFigures {
        step: step(services, &row.kind, &row.role, work)?,
        account_id: row.assignee_id,
        name: row.assignee,
    })
}

/// The units that are looked at, each with what lies below it.
struct Tree {
    /// Parents before children.
    units: Vec<Unit>,
    places: HashMap<String, usize>,
    tallies: Vec<Tally>,
    total: Tally,
}

impl Tree {
    fn new(all: Vec<Unit>, scope: &[String]) -> Self {
        let units: Vec<Unit> = all
            .into_iter()
            .filter(|unit| scope.iter().any(|path| unit.path.starts_with(path)))
            .collect();
        let places = units
            .iter()
            .zip(0..)
            .map(|(unit, at)| (unit.id.clone(), at));
        Self {
            places: places.collect(),
            tallies: vec![Tally::default(); units.len()],
            total: Tally::default(),
            units,
        }
    }

    /// Adds something of a unit to it, to those above it, and to the total once.
    fn add(&mut self, unit_id: &str, add: impl Fn(&mut Tally)) {
        add(&mut self.total);
        let path = self.places.get(unit_id).and_then(|at| self.units.get(*at));
        let above: Vec<usize> = path
            .into_iter()
            .flat_map(|unit| unit.path.split('/'))
            .filter_map(|id| self.places.get(id).copied())
            .collect();
        for at in above {
            if let Some(tally) = self.tallies.get_mut(at) {
                add(tally);
            }
        }
    }

    fn rows(&self, services: &Services) -> Result<Vec<wire::UnitFigures>, ApiError> {
        self.units
            .iter()
            .zip(&self.tallies)
            .map(|(unit, tally)| {
                let parent = unit.parent_id.clone();
                Ok(wire::UnitFigures {
                    unit_id: unit.id.clone(),
                    parent_id: parent.filter(|id| self.places.contains_key(id)),
                    code: unit.code.clone(),
                    name: unit.name.clone(),
                    depth: u16::try_from(unit.depth).unwrap_or_default(),
                    figures: tally.figures(services),
                    steps: tally.steps(services)?,
                })
            })
            .collect()
    }
}

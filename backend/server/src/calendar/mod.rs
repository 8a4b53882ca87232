//! The working-day calendar in force: the built-in lists with what the operator announced, and open
//! deadlines counted anew when it changes (never silently shortened).

mod amend;
mod changes;
mod due;
mod in_force;
mod names;
mod operator;
mod preview;
mod recount;
pub mod routes;
mod view;

pub use changes::of_task;
pub use due::{Counted, count};
pub use in_force::InForce;
pub use names::day_name;
pub use recount::{TASKS_AT_ONCE, look, recount};

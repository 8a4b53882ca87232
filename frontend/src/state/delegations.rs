//! For whom the account may sign today.

use congvu_openapi::delegations::DelegationState;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state;
use crate::api;

/// The names of those who have delegated to this account, in force today, each once.
#[must_use]
pub fn use_acting_for() -> RwSignal<Vec<String>> {
    state().acting_for
}

/// Asks anew; where that fails nothing is shown, as the server checks every signature itself.
pub fn reload_acting_for() {
    spawn_local(async {
        let all = api::delegations::list().await.map(|all| all.items);
        let mut names: Vec<String> = Vec::new();
        for delegation in all.unwrap_or_default() {
            let counts = !delegation.given && delegation.state == DelegationState::InForce;
            if counts && !names.contains(&delegation.principal) {
                names.push(delegation.principal);
            }
        }
        use_acting_for().set(names);
    });
}

//! What a deployment file must hold beyond its form: names that refer to something, times that make
//! sense, one chain for everybody.

mod chains;
mod delegations;
mod duties;
mod others;
mod roles;
mod timing;
mod values;

pub(super) use values::names_law;

use super::document::Document;
use super::draft::Draft;
use super::message::Message;
use super::model::Role;
use super::problem::Problems;
use crate::access::Action;

/// Checks every part that could be read.
pub(super) fn check(draft: &Draft, document: &Document<'_>, problems: &mut Problems<'_, '_>) {
    let mut checker = Checker {
        roles: &draft.roles,
        role_keys: document.strings("roles", "key"),
        problems,
    };
    values::check(draft, &mut checker);
    roles::check(draft, &mut checker);
    duties::check(draft, &mut checker);
    chains::check(draft, &mut checker);
    delegations::check(draft, &mut checker);
    others::check(draft, &mut checker);
}

struct Checker<'c, 'd, 'i> {
    roles: &'c [Option<Role>],
    /// Also those of roles with a mistake elsewhere, so that one mistake is reported once.
    role_keys: Vec<String>,
    problems: &'c mut Problems<'d, 'i>,
}

impl Checker<'_, '_, '_> {
    fn fail(&mut self, path: &str, vi: impl Into<String>, en: impl Into<String>) {
        self.problems.at(path, Message::new(vi, en));
    }

    /// The role exists and has the action, where one is needed.
    fn role(&mut self, path: &str, key: &str, action: Option<Action>) {
        // Without a readable list of roles nothing is known about any of them.
        if self.role_keys.is_empty() {
            return;
        }
        if !self.role_keys.iter().any(|known| known == key) {
            let known = self.role_keys.join(", ");
            self.fail(
                path,
                format!("không có vai trò \"{key}\"; cần một trong: {known}"),
                format!("no role \"{key}\", expected one of: {known}"),
            );
            return;
        }
        let Some(action) = action else { return };
        let lacks = self
            .roles
            .iter()
            .flatten()
            .any(|role| role.key == key && !role.actions.contains(&action));
        if lacks {
            let name = action_name(action);
            self.fail(
                path,
                format!("vai trò \"{key}\" không có quyền `{name}`"),
                format!("role \"{key}\" lacks the action `{name}`"),
            );
        }
    }

    /// The role has the action, as far as is known.
    fn may(&self, key: &str, action: Action) -> bool {
        let mut known = self.roles.iter().flatten();
        known
            .find(|role| role.key == key)
            .is_none_or(|role| role.actions.contains(&action))
    }

    /// Keys of a list are there and differ.
    fn unique<'k>(&mut self, list: &str, keys: impl Iterator<Item = Option<&'k str>>) {
        let mut seen = Vec::new();
        for (index, key) in keys.enumerate() {
            let Some(key) = key else { continue };
            let path = format!("{list}[{index}].key");
            if !values::is_key(key) {
                self.fail(
                    &path,
                    format!("\"{key}\" không hợp lệ; cần chữ thường không dấu, số, gạch nối"),
                    format!("\"{key}\" is not valid, expected lower-case letters, digits, dashes"),
                );
            } else if seen.contains(&key) {
                self.fail(
                    &path,
                    format!("\"{key}\" đã được dùng trong [[{list}]]"),
                    format!("\"{key}\" is already used in [[{list}]]"),
                );
            }
            seen.push(key);
        }
    }
}

/// The action's word in the file.
fn action_name(action: Action) -> String {
    serde_json::to_value(action)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

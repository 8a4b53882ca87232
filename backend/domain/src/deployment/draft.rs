//! A deployment file in parts, each there if it could be read, so that the checks reach as far as
//! possible in a file with mistakes.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::DeValue;

use super::document::{self, AMENDMENTS, Document};
use super::message::Message;
use super::model::*;
use super::problem::Problems;

/// The parts of a file. Lists keep a place for an entry that could not be read, so that positions
/// stay those of the file.
pub(super) struct Draft {
    pub(super) key: Option<String>,
    pub(super) name: Option<String>,
    pub(super) name_en: Option<String>,
    pub(super) superior: String,
    pub(super) place: Option<String>,
    pub(super) legal_basis: Option<LegalBasis>,
    pub(super) branding: Option<Branding>,
    pub(super) accounts: Option<AccountRules>,
    pub(super) roles: Vec<Option<Role>>,
    pub(super) person_kinds: Vec<Option<PersonKind>>,
    pub(super) management: Option<ManagementRule>,
    pub(super) new_profile: Option<EntryRule>,
    pub(super) personal_change: Option<EntryRule>,
    pub(super) organisation_change: Option<EntryRule>,
    pub(super) chains: Vec<DraftChain>,
    pub(super) later_change: Option<LaterChange>,
    pub(super) delegations: Vec<Option<DelegationRule>>,
    pub(super) duties: Vec<Option<Duty>>,
    pub(super) principles: Vec<Option<Principle>>,
    pub(super) first_day: FirstDay,
}

/// A chain in parts.
pub(super) struct DraftChain {
    /// The chain without its steps.
    pub(super) head: Option<Chain>,
    pub(super) steps: Vec<Option<Step>>,
}

impl DraftChain {
    fn finish(self) -> Option<Chain> {
        let mut steps = self.steps.into_iter().collect::<Option<Vec<Step>>>()?;
        for step in &mut steps {
            if let Some(first) = step.all.first() {
                step.role.clone_from(first);
            }
        }
        Some(Chain {
            steps,
            ..self.head?
        })
    }
}

/// Every key at the top of a file.
pub(super) const KEYS: [&str; 21] = [
    "key",
    "name",
    "name_en",
    "superior",
    "place",
    "legal_basis",
    "branding",
    "accounts",
    "roles",
    "person_kinds",
    "management",
    "new_profile",
    "personal_change",
    "organisation_change",
    "chains",
    "later_change",
    "delegations",
    "duties",
    "principles",
    "first_day",
    AMENDMENTS,
];

impl Draft {
    pub(super) fn read(document: &Document<'_>, problems: &mut Problems<'_, '_>) -> Self {
        for key in document.keys().filter(|key| !KEYS.contains(key)) {
            let list = KEYS.join(", ");
            problems.at(
                key,
                Message::new(
                    format!("không có khóa `{key}`; cần một trong: {list}"),
                    format!("unknown key `{key}`, expected one of: {list}"),
                ),
            );
        }
        Self {
            key: required(document, problems, "key"),
            name: required(document, problems, "name"),
            name_en: required(document, problems, "name_en"),
            superior: optional(document, problems, "superior").unwrap_or_default(),
            place: required(document, problems, "place"),
            legal_basis: required(document, problems, "legal_basis"),
            branding: required(document, problems, "branding"),
            accounts: required(document, problems, "accounts"),
            roles: list(document, problems, "roles"),
            person_kinds: list(document, problems, "person_kinds"),
            management: required(document, problems, "management"),
            new_profile: required(document, problems, "new_profile"),
            personal_change: required(document, problems, "personal_change"),
            organisation_change: required(document, problems, "organisation_change"),
            chains: chains(document, problems),
            later_change: optional(document, problems, "later_change"),
            delegations: optional_list(document, problems, "delegations"),
            duties: optional_list(document, problems, "duties"),
            principles: optional_list(document, problems, "principles"),
            first_day: optional(document, problems, "first_day").unwrap_or_default(),
        }
    }

    /// The rules of a block, where every part is there.
    pub(super) fn finish(self, amended_by: Option<Amending>) -> Option<Rules> {
        let legal_basis = self.legal_basis?;
        let in_force_from = match &amended_by {
            Some(amending) => amending.in_force_from,
            None => legal_basis.in_force_from,
        };
        Some(Rules {
            in_force_from,
            until: amended_by.as_ref().and_then(|amending| amending.until),
            amended_by,
            body: Body {
                name: self.name?,
                name_en: self.name_en?,
                superior: self.superior,
                place: self.place?,
            },
            branding: self.branding?,
            legal_basis,
            first_day: self.first_day,
            accounts: self.accounts?,
            roles: self.roles.into_iter().collect::<Option<_>>()?,
            person_kinds: self.person_kinds.into_iter().collect::<Option<_>>()?,
            management: self.management?,
            new_profile: self.new_profile?,
            personal_change: self.personal_change?,
            organisation_change: self.organisation_change?,
            chains: self
                .chains
                .into_iter()
                .map(DraftChain::finish)
                .collect::<Option<_>>()?,
            later_change: self.later_change,
            delegations: self.delegations.into_iter().collect::<Option<_>>()?,
            duties: self.duties.into_iter().collect::<Option<_>>()?,
            principles: self.principles.into_iter().collect::<Option<_>>()?,
        })
    }
}

fn optional<T: DeserializeOwned>(
    document: &Document<'_>,
    problems: &mut Problems<'_, '_>,
    key: &str,
) -> Option<T> {
    document::read(document.get(key)?, |error| problems.schema(error, key))
}

fn required<T: DeserializeOwned>(
    document: &Document<'_>,
    problems: &mut Problems<'_, '_>,
    key: &str,
) -> Option<T> {
    if document.get(key).is_none() {
        problems.at(key, missing(key));
    }
    optional(document, problems, key)
}

fn list<T: DeserializeOwned>(
    document: &Document<'_>,
    problems: &mut Problems<'_, '_>,
    key: &str,
) -> Vec<Option<T>> {
    entries(document.get(key), problems, key, |item, path, problems| {
        document::read(item, |error| problems.schema(error, path))
    })
}

/// A list that may be absent.
fn optional_list<T: DeserializeOwned>(
    document: &Document<'_>,
    problems: &mut Problems<'_, '_>,
    key: &str,
) -> Vec<Option<T>> {
    if document.get(key).is_none() {
        return Vec::new();
    }
    list(document, problems, key)
}

/// Chains, their steps read one by one, so that a mistake in a step leaves the others checked.
fn chains(document: &Document<'_>, problems: &mut Problems<'_, '_>) -> Vec<DraftChain> {
    entries(
        document.get("chains"),
        problems,
        "chains",
        |item, path, problems| {
            let mut head = item.clone();
            let steps = match head.get_mut() {
                DeValue::Table(table) => table.remove("steps"),
                _ => None,
            };
            let steps_path = format!("{path}.steps");
            DraftChain {
                head: document::read(&head, |error| problems.schema(error, path)),
                steps: entries(
                    steps.as_ref(),
                    problems,
                    &steps_path,
                    |item, path, problems| {
                        document::read(item, |error| problems.schema(error, path))
                    },
                ),
            }
        },
    )
}

fn entries<'d, 'i, T>(
    value: Option<&Spanned<DeValue<'_>>>,
    problems: &mut Problems<'d, 'i>,
    key: &str,
    mut read: impl FnMut(&Spanned<DeValue<'_>>, &str, &mut Problems<'d, 'i>) -> T,
) -> Vec<T> {
    let Some(value) = value else {
        problems.at(key, missing(key));
        return Vec::new();
    };
    let Some(items) = value.get_ref().as_array() else {
        let message = Message::new("cần một danh sách: [[…]]", "expected a list: [[…]]");
        problems.at(key, message);
        return Vec::new();
    };
    let items = items.iter().enumerate();
    items
        .map(|(index, item)| read(item, &format!("{key}[{index}]"), problems))
        .collect()
}

fn missing(key: &str) -> Message {
    Message::new(
        format!("thiếu khóa `{key}`"),
        format!("missing key `{key}`"),
    )
}

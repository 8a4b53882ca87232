//! The order of the tables of work.

use std::cmp::Ordering;

use congvu_openapi::overview::PersonFigures;
use leptos::prelude::*;

use super::words;
use crate::components::{Icon, IconName};
use crate::format::fold;
use crate::i18n::{Text, overview as w, t, tf};
use crate::pages::tasks::kind;

/// A column of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Who,
    Work,
    Role,
    Waiting,
    Late,
    Oldest,
}

impl Column {
    pub const fn name(self) -> Text {
        match self {
            Self::Who => w::WHO,
            Self::Work => w::WORK,
            Self::Role => w::ROLE,
            Self::Waiting => w::SHORT_WAITING,
            Self::Late => w::SHORT_LATE,
            Self::Oldest => w::OLDEST,
        }
    }

    pub const fn is_number(self) -> bool {
        matches!(self, Self::Waiting | Self::Late | Self::Oldest)
    }

    fn compare(self, a: &PersonFigures, b: &PersonFigures) -> Ordering {
        let (one, other) = (&a.step, &b.step);
        match self {
            Self::Who => fold(&a.name).cmp(&fold(&b.name)),
            Self::Work => t(kind::text(one.kind)).cmp(t(kind::text(other.kind))),
            Self::Role => fold(&words::role(one)).cmp(&fold(&words::role(other))),
            Self::Waiting => one.waiting.cmp(&other.waiting),
            Self::Late => one.late.cmp(&other.late),
            Self::Oldest => one.oldest_days.cmp(&other.oldest_days),
        }
    }
}

/// By which column, and which way; none is the order in which they came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sort {
    column: Option<Column>,
    down: bool,
}

impl Sort {
    /// Another column: its usual way, numbers from the highest; the same again: the other way.
    pub fn chosen(self, column: Column) -> Self {
        Self {
            column: Some(column),
            down: if self.column == Some(column) {
                !self.down
            } else {
                column.is_number()
            },
        }
    }

    pub fn apply(self, rows: &mut [PersonFigures]) {
        if let Some(column) = self.column {
            rows.sort_by(|a, b| {
                let order = column.compare(a, b);
                if self.down { order.reverse() } else { order }
            });
        }
    }

    fn aria(self, column: Column) -> &'static str {
        match (self.column == Some(column), self.down) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    }
}

/// The heading of a column, which sorts.
#[component]
pub(super) fn SortHeading(column: Column, sort: RwSignal<Sort>) -> impl IntoView {
    let name = t(column.name());
    let way = Memo::new(move |_| sort.get().aria(column));
    view! {
        <th scope="col" class:table__number=column.is_number() aria-sort=move || way.get()>
            <button
                type="button"
                class="sort"
                title=tf(w::SORT, &[name])
                on:click=move |_| sort.update(|sort| *sort = sort.chosen(column))
            >
                {name}
                {move || match way.get() {
                    "ascending" => view! { <Icon name=IconName::ChevronUp/> }.into_any(),
                    "descending" => view! { <Icon name=IconName::ChevronDown/> }.into_any(),
                    _ => ().into_any(),
                }}
            </button>
        </th>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use congvu_openapi::overview::StepFigures;
    use congvu_openapi::tasks::TaskKind;

    fn row(name: &str, waiting: i64) -> PersonFigures {
        PersonFigures {
            account_id: None,
            name: name.into(),
            step: StepFigures {
                kind: TaskKind::Review,
                role: "head".into(),
                title: String::new(),
                title_en: String::new(),
                waiting,
                late: 0,
                oldest_days: None,
            },
        }
    }

    #[test]
    fn a_column_sorts_its_usual_way_and_then_the_other() {
        let mut rows = [row("Ân", 2), row("Bình", 9), row("An", 5)];
        let order = |rows: &[PersonFigures]| -> Vec<i64> {
            rows.iter().map(|row| row.step.waiting).collect()
        };
        let sort = Sort::default();
        sort.apply(&mut rows);
        assert_eq!(order(&rows), [2, 9, 5]);
        let sort = sort.chosen(Column::Waiting);
        sort.apply(&mut rows);
        assert_eq!(order(&rows), [9, 5, 2]);
        assert_eq!(sort.aria(Column::Waiting), "descending");
        assert_eq!(sort.aria(Column::Late), "none");
        let sort = sort.chosen(Column::Waiting);
        sort.apply(&mut rows);
        assert_eq!(order(&rows), [2, 5, 9]);
        sort.chosen(Column::Who).apply(&mut rows);
        assert_eq!(order(&rows), [2, 5, 9]);
    }
}

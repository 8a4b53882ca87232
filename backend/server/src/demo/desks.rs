use congvu_openapi::units::UnitManagement;

use super::rules::Rules;
use super::seats::{Post, Seat};
use super::trees::Node;

/// Every unit below an agency.
pub(super) fn sections(rules: Rules<'_>) -> impl Iterator<Item = &'static Node> {
    rules.tree.nodes.iter().filter(|node| node.login.is_empty())
}

/// Hands out posts in turn, so that people are spread over the body.
pub(super) struct Desks {
    top: Turn,
    unit: Turn,
}

impl Desks {
    pub(super) fn new(rules: Rules<'_>) -> Self {
        let posts: Vec<Seat> = sections(rules)
            .map(|node| (node, Post::Staff))
            .chain(rules.tree.agencies().map(|node| (node, Post::Deputy)))
            .chain(sections(rules).map(|node| (node, Post::SectionDeputy)))
            .map(|(node, post)| Seat::new(node, post, rules.management(node, post)))
            .collect();
        let (top, unit) = posts
            .into_iter()
            .partition(|seat| seat.management == UnitManagement::Top);
        Self {
            top: Turn::new(top),
            unit: Turn::new(unit),
        }
    }

    /// The next post of somebody managed so; `None` when the body has none.
    pub(super) fn seat(&mut self, management: UnitManagement) -> Option<Seat> {
        match management {
            UnitManagement::Top => self.top.next(),
            UnitManagement::Unit => self.unit.next(),
        }
    }

    /// The posts of people managed by their units, from here on and without end.
    pub(super) fn rest(self) -> impl Iterator<Item = Seat> {
        self.unit
    }
}

/// Posts one after the other, without end.
struct Turn {
    posts: Vec<Seat>,
    number: usize,
}

impl Turn {
    const fn new(posts: Vec<Seat>) -> Self {
        Self { posts, number: 0 }
    }
}

impl Iterator for Turn {
    type Item = Seat;

    fn next(&mut self) -> Option<Seat> {
        let place = self.number.checked_rem(self.posts.len())?;
        self.number += 1;
        self.posts.get(place).cloned()
    }
}

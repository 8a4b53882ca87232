//! Open deadlines after the calendar changed: never silently shortened.

use super::Due;

/// What becomes of an open deadline when it is computed anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recomputed {
    /// The same day; the answer may have become final or provisional.
    Kept(Due),
    /// There is more time now.
    Extended { from: Due, to: Due },
    /// There would be less time now. The old day stays until somebody says otherwise: who planned
    /// by it must not find themselves late.
    WouldShorten { keep: Due, computed: Due },
}

impl Recomputed {
    /// The deadline from now on. A shorter one only where somebody confirmed just that.
    #[must_use]
    pub fn due(self, shorten: bool) -> Due {
        match self {
            Self::Kept(due) | Self::Extended { to: due, .. } => due,
            Self::WouldShorten { computed, .. } if shorten => computed,
            Self::WouldShorten { keep, .. } => keep,
        }
    }

    /// Something is to be written into the log and shown.
    #[must_use]
    pub fn is_change(self) -> bool {
        !matches!(self, Self::Kept(_))
    }
}

/// Compares an open deadline with what the calendar says now.
#[must_use]
pub fn recompute(old: Due, new: Due) -> Recomputed {
    match new.date.cmp(&old.date) {
        std::cmp::Ordering::Equal => Recomputed::Kept(new),
        std::cmp::Ordering::Greater => Recomputed::Extended { from: old, to: new },
        std::cmp::Ordering::Less => Recomputed::WouldShorten {
            keep: old,
            computed: new,
        },
    }
}

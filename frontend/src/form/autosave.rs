//! When a draft is saved and what its state is called: a state machine without clock or network,
//! so that each of its paths can be tested.

/// Quiet time after the last keystroke before a draft is saved, in milliseconds.
const PAUSE_MS: u32 = 1500;
/// Waiting times after the first, second … failure, in milliseconds; the last one repeats.
const RETRY_MS: [u32; 4] = [3_000, 6_000, 15_000, 30_000];

/// Why a save did not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No answer, or the server is busy: worth trying again.
    Away,
    /// Somebody else saved in between; both sides have to be looked at.
    Conflict,
    /// The server does not take it; the words are the server's.
    Refused(String),
}

/// What the reader is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing was changed yet.
    Untouched,
    /// Everything is with the server since this time of day.
    Saved(String),
    /// Something was typed and will be saved in a moment.
    Unsaved,
    /// On its way.
    Saving,
    /// Not saved; it will be tried again.
    Away,
    /// Waits for a choice between two sides.
    Conflict,
    /// Not saved, for this reason.
    Refused(String),
}

/// The save on its way: which edit it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket(u64);

/// The edits of a draft and how far they are saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Autosave {
    edits: u64,
    saved: u64,
    sending: Option<Ticket>,
    failures: usize,
    trouble: Option<Trouble>,
    saved_at: Option<String>,
}

impl Autosave {
    /// A draft that the server has had since this time of day, if ever.
    #[must_use]
    pub fn new(saved_at: Option<String>) -> Self {
        Self {
            saved_at,
            ..Self::default()
        }
    }

    /// Something was typed. A refusal may be mended by it, a conflict may not.
    pub fn edited(&mut self) {
        self.edits += 1;
        if matches!(self.trouble, Some(Trouble::Refused(_))) {
            self.trouble = None;
        }
    }

    /// Something is not with the server yet.
    #[must_use]
    pub const fn is_dirty(&self) -> bool {
        self.edits > self.saved
    }

    /// How long to wait before [`Autosave::start`]; `None` where there is nothing to start.
    #[must_use]
    pub fn wait_ms(&self) -> Option<u32> {
        if !self.is_dirty() || self.sending.is_some() {
            return None;
        }
        match self.trouble {
            None => Some(PAUSE_MS),
            Some(Trouble::Away) => {
                let turn = self.failures.saturating_sub(1).min(RETRY_MS.len() - 1);
                RETRY_MS.get(turn).copied()
            }
            Some(Trouble::Conflict | Trouble::Refused(_)) => None,
        }
    }

    /// Begins a save, one at a time.
    pub fn start(&mut self) -> Option<Ticket> {
        self.wait_ms()?;
        let ticket = Ticket(self.edits);
        self.sending = Some(ticket);
        Some(ticket)
    }

    /// The server has it since this time of day. What was typed meanwhile stays unsaved.
    pub fn succeeded(&mut self, ticket: Ticket, at: String) {
        self.saved = self.saved.max(ticket.0);
        self.sending = None;
        self.failures = 0;
        self.trouble = None;
        self.saved_at = Some(at);
    }

    /// It did not go through; nothing that was typed is given up.
    pub fn failed(&mut self, trouble: Trouble) {
        self.sending = None;
        self.failures += 1;
        self.trouble = Some(trouble);
    }

    /// The two sides were brought together; the result has to be saved if it differs from the server's.
    pub fn merged(&mut self, differs: bool) {
        self.sending = None;
        self.trouble = None;
        self.failures = 0;
        if differs {
            self.edits += 1;
        } else {
            self.saved = self.edits;
        }
    }

    /// What the reader is told now.
    #[must_use]
    pub fn status(&self) -> Status {
        match (&self.trouble, self.sending, self.is_dirty()) {
            (Some(Trouble::Conflict), _, _) => Status::Conflict,
            (_, Some(_), _) => Status::Saving,
            (Some(Trouble::Away), _, true) => Status::Away,
            (Some(Trouble::Refused(why)), _, true) => Status::Refused(why.clone()),
            (_, None, true) => Status::Unsaved,
            (_, None, false) => self
                .saved_at
                .clone()
                .map_or(Status::Untouched, Status::Saved),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_is_saved_after_a_pause() {
        let mut save = Autosave::new(None);
        assert_eq!((save.status(), save.wait_ms()), (Status::Untouched, None));
        save.edited();
        assert_eq!(
            (save.status(), save.wait_ms()),
            (Status::Unsaved, Some(1500))
        );
        let ticket = save.start().unwrap();
        assert_eq!((save.status(), save.start()), (Status::Saving, None));
        save.succeeded(ticket, "10:42".into());
        assert_eq!(save.status(), Status::Saved("10:42".into()));
        assert!(!save.is_dirty());
    }

    #[test]
    fn what_is_typed_while_saving_is_saved_next() {
        let mut save = Autosave::default();
        save.edited();
        let first = save.start().unwrap();
        save.edited();
        save.succeeded(first, "10:42".into());
        assert!(save.is_dirty());
        assert_eq!(save.status(), Status::Unsaved);
        let second = save.start().unwrap();
        save.succeeded(second, "10:43".into());
        assert_eq!(save.status(), Status::Saved("10:43".into()));
    }

    #[test]
    fn a_dead_line_is_tried_again_ever_more_slowly_and_for_ever() {
        let mut save = Autosave::default();
        save.edited();
        for wait in [3_000, 6_000, 15_000, 30_000, 30_000, 30_000] {
            save.start().unwrap();
            save.failed(Trouble::Away);
            assert_eq!((save.status(), save.wait_ms()), (Status::Away, Some(wait)));
        }
        let ticket = save.start().unwrap();
        save.succeeded(ticket, "11:00".into());
        save.edited();
        assert_eq!(save.wait_ms(), Some(1500), "the slowness is forgotten");
    }

    #[test]
    fn a_conflict_waits_for_the_reader() {
        let mut save = Autosave::default();
        save.edited();
        save.start().unwrap();
        save.failed(Trouble::Conflict);
        save.edited();
        assert_eq!(
            (save.status(), save.wait_ms(), save.start()),
            (Status::Conflict, None, None)
        );
        save.merged(true);
        assert_eq!(save.wait_ms(), Some(1500));
        save.start().unwrap();
        save.failed(Trouble::Conflict);
        save.merged(false);
        assert!(!save.is_dirty(), "the server's side was taken");
    }

    #[test]
    fn a_refusal_is_not_repeated_until_something_is_changed() {
        let mut save = Autosave::default();
        save.edited();
        save.start().unwrap();
        save.failed(Trouble::Refused("Quá dài".into()));
        assert_eq!(
            (save.status(), save.wait_ms()),
            (Status::Refused("Quá dài".into()), None)
        );
        save.edited();
        assert_eq!(
            (save.status(), save.wait_ms()),
            (Status::Unsaved, Some(1500))
        );
    }
}

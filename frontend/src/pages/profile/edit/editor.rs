//! A draft being filled in: its document, what the server says about it, and its saving.

use congvu_openapi::people::Draft;
use congvu_openapi::profile::Profile;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::super::calls;
use super::super::names::Names;
use super::super::words as w;
use super::store;
use crate::api::{ApiError, ErrorKind, Loaded};
use crate::components::AlertKind;
use crate::form::autosave::{Autosave, Status, Ticket, Trouble};
use crate::form::merge::{Merge, Side, resolve, three_way};
use crate::form::mirror::Mirror;
use crate::form::pointer;
use crate::form::rows::Removed;
use crate::format;
use crate::i18n::t;
use crate::state::toasts::toast;

/// A draft being filled in. All its parts are signals, so it is handed around by value.
#[derive(Clone, Copy)]
pub struct Editor {
    /// The person.
    pub person: StoredValue<String>,
    /// The document as typed.
    pub document: RwSignal<Value>,
    /// Counts the times when the document changed other than by typing; fields are made anew.
    pub generation: RwSignal<u32>,
    /// The last answer of the server: issues, progress, evidence, what was returned.
    pub draft: RwSignal<Draft>,
    /// How far it is saved.
    pub save: RwSignal<Autosave>,
    /// Two sides that have to be brought together.
    pub conflict: RwSignal<Option<Merge>>,
    /// The row that is open: table and number.
    pub open_row: RwSignal<Option<(&'static str, usize)>>,
    /// The row taken out last.
    pub removed: RwSignal<Option<Removed>>,
    /// Groups whose missing items are pointed out at their fields.
    pub checked: RwSignal<Vec<String>>,
    /// Names of codes.
    pub names: Names,
    base: StoredValue<Value>,
    etag: StoredValue<String>,
    turn: StoredValue<u32>,
}

impl Editor {
    /// Opens a draft; what was typed before and never saved is brought back.
    #[must_use]
    pub fn open(loaded: Loaded<Draft>) -> Self {
        let Loaded { value: draft, etag } = loaded;
        let document = serde_json::to_value(&draft.document).unwrap_or_default();
        let saved_at = draft.updated_at.as_deref().map(clock);
        let editor = Self {
            person: StoredValue::new(draft.person_id.clone()),
            document: RwSignal::new(document.clone()),
            generation: RwSignal::new(0),
            save: RwSignal::new(Autosave::new(saved_at)),
            conflict: RwSignal::new(None),
            open_row: RwSignal::new(None),
            removed: RwSignal::new(None),
            checked: RwSignal::new(Vec::new()),
            names: Names::load().with_categories(),
            base: StoredValue::new(document),
            etag: StoredValue::new(etag),
            turn: StoredValue::new(0),
            draft: RwSignal::new(draft),
        };
        editor.bring_back();
        editor
    }

    fn bring_back(self) {
        let person = self.person.get_value();
        let found = store::read(&person)
            .and_then(|mirror| self.base.with_value(|server| mirror.recover(server)));
        let Some(merge) = found else {
            store::forget(&person);
            return;
        };
        self.document.set(merge.document.clone());
        self.save.update(Autosave::edited);
        if merge.conflicts.is_empty() {
            toast(AlertKind::Info, t(w::BROUGHT_BACK));
            self.schedule();
        } else {
            self.save.update(|save| save.failed(Trouble::Conflict));
            self.conflict.set(Some(merge));
        }
    }

    /// The text at a place, without following its changes.
    #[must_use]
    pub fn text(self, at: &str) -> String {
        self.document
            .with_untracked(|document| pointer::text(document, at))
    }

    /// Something was typed into a field.
    pub fn type_into(self, at: &str, value: &str) {
        let mut changed = false;
        self.document.maybe_update(|document| {
            changed = pointer::set(document, at, value);
            changed
        });
        if changed {
            self.touched();
        }
    }

    /// The document was changed by `change`, which tells whether it did; fields are made anew.
    pub fn reshape(self, change: impl FnOnce(&mut Value) -> bool) {
        let mut changed = false;
        self.document.maybe_update(|document| {
            changed = change(document);
            changed
        });
        if changed {
            self.generation.update(|n| *n += 1);
            self.touched();
        }
    }

    fn touched(self) {
        self.save.update(Autosave::edited);
        store::write(
            &self.person.get_value(),
            &Mirror {
                base: self.base.get_value(),
                document: self.document.get_untracked(),
            },
        );
        self.schedule();
    }

    /// Saves after the pause that the state asks for, counted from the last call.
    fn schedule(self) {
        let Some(wait) = self.save.with_untracked(Autosave::wait_ms) else {
            return;
        };
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        let later = move || {
            if self.turn.try_get_value() == Some(turn) {
                self.save_now();
            }
        };
        set_timeout(later, std::time::Duration::from_millis(u64::from(wait)));
    }

    /// Saves at once if there is something to save.
    pub fn save_now(self) {
        if let Some(sending) = self.begin() {
            spawn_local(sending);
        }
    }

    /// Saves until the server has everything, or something stands in the way; tells which.
    pub async fn flush(self) -> bool {
        loop {
            if let Some(sending) = self.begin() {
                sending.await;
            } else if self.save.try_with_untracked(Autosave::status) == Some(Status::Saving) {
                pause(100).await;
            }
            match self.save.try_with_untracked(Autosave::status) {
                Some(Status::Saving | Status::Unsaved) => {}
                Some(Status::Saved(_) | Status::Untouched) | None => return true,
                Some(_) => return false,
            }
        }
    }

    /// A save on its way; what it needs is taken now, because the page may be gone when it runs.
    fn begin(self) -> Option<impl Future<Output = ()> + use<>> {
        let ticket = self.save.try_update(Autosave::start).flatten()?;
        let profile = serde_json::from_value::<Profile>(self.document.get_untracked());
        let (person, etag) = (self.person.get_value(), self.etag.get_value());
        Some(async move {
            match profile {
                Ok(profile) => self.send(ticket, &person, &etag, profile).await,
                Err(_) => self.save.update(|save| {
                    save.failed(Trouble::Refused(t(w::NOT_READABLE).to_owned()));
                }),
            }
        })
    }

    async fn send(self, ticket: Ticket, person: &str, etag: &str, profile: Profile) {
        let answer = calls::save_draft(person, etag, profile).await;
        // The page may be gone by now; the copy in the storage is then brought back next time.
        if self.etag.try_get_value().is_none() {
            if answer.is_ok() {
                store::forget(person);
            }
            return;
        }
        match answer {
            Ok(loaded) => self.saved(ticket, loaded),
            Err(error) if error.status() == 412 => self.overtaken().await,
            Err(error) => {
                self.save.update(|save| save.failed(trouble(&error)));
                self.schedule();
            }
        }
    }

    fn saved(self, ticket: Ticket, loaded: Loaded<Draft>) {
        let at = loaded
            .value
            .updated_at
            .as_deref()
            .map_or_else(String::new, clock);
        self.take(loaded);
        self.save.update(|save| save.succeeded(ticket, at));
        if self.save.with_untracked(Autosave::is_dirty) {
            self.schedule();
        } else {
            // The server's form of the same texts: trimmed, composed.
            self.document.set(self.base.get_value());
            store::forget(&self.person.get_value());
        }
    }

    /// Takes what the server says, not its document.
    fn take(self, loaded: Loaded<Draft>) {
        let document = serde_json::to_value(&loaded.value.document).unwrap_or_default();
        self.base.set_value(document);
        self.etag.set_value(loaded.etag);
        self.draft.set(loaded.value);
    }

    /// Somebody else saved in between: only what both changed has to be chosen.
    async fn overtaken(self) {
        let person = self.person.get_value();
        let loaded = match calls::draft(&person).await {
            Ok(loaded) => loaded,
            Err(error) => {
                self.save.try_update(|save| save.failed(trouble(&error)));
                self.schedule();
                return;
            }
        };
        let theirs = serde_json::to_value(&loaded.value.document).unwrap_or_default();
        let merge = self.base.with_value(|base| {
            self.document
                .with_untracked(|mine| three_way(base, mine, &theirs))
        });
        self.take(loaded);
        if merge.conflicts.is_empty() {
            toast(AlertKind::Info, t(w::BOTH_KEPT));
            self.settle(merge.document);
        } else {
            self.save.update(|save| save.failed(Trouble::Conflict));
            self.conflict.set(Some(merge));
        }
    }

    /// The sides were chosen.
    pub fn choose(self, sides: &[Side]) {
        if let Some(merge) = self.conflict.get_untracked() {
            self.conflict.set(None);
            self.settle(resolve(&merge, sides));
        }
    }

    fn settle(self, document: Value) {
        let differs = self.base.with_value(|base| *base != document);
        self.document.set(document);
        self.generation.update(|n| *n += 1);
        self.save.update(|save| save.merged(differs));
        if differs {
            self.touched();
        } else {
            store::forget(&self.person.get_value());
        }
    }

    /// What the reader is told about saving.
    #[must_use]
    pub fn status(self) -> Status {
        self.save.with(Autosave::status)
    }

    /// From now on the missing items of a group are pointed out at their fields.
    pub fn check(self, section: &str) {
        self.checked.update(|all| {
            if !all.iter().any(|key| key == section) {
                all.push(section.to_owned());
            }
        });
    }
}

/// Lets so many milliseconds pass.
async fn pause(ms: u64) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let done = move || {
            // Calling a promise's own function does not fail.
            let _ = resolve.call0(&wasm_bindgen::JsValue::UNDEFINED);
        };
        set_timeout(done, std::time::Duration::from_millis(ms));
    });
    // The promise is never rejected.
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

fn trouble(error: &ApiError) -> Trouble {
    match (error.kind, error.status()) {
        (ErrorKind::Offline | ErrorKind::Unauthorised, _) | (_, 429 | 500..) => Trouble::Away,
        _ => Trouble::Refused(error.message()),
    }
}

/// The time of day of a moment: `10:42`.
fn clock(moment: &str) -> String {
    let shown = format::date_time(moment);
    shown
        .rsplit_once(' ')
        .map_or(shown.clone(), |(_, time)| time.to_owned())
}

//! Which objects differ between two revisions, and whether all of them are explained.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use super::{Changes, Modification};
use crate::pades::reader::{Dictionary, Document, Entry, Id, Object, ReadError, Value};

/// Where references lead to from each place of the file, kept from one revision to the next.
pub(in crate::pades) type References = HashMap<(usize, usize), Rc<[u32]>>;

/// What a revision ends with, which decides what it may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pades) enum Ending {
    /// A signature in the field that is this object.
    Signature(Option<Id>),
    /// A document time stamp in the field that is this object.
    TimeStamp(Option<Id>),
    /// Nothing that covers it.
    Nothing,
}

/// Why a comparison stops.
#[derive(Debug)]
pub(in crate::pades) enum Stop {
    Unreadable(ReadError),
    NotPermitted(Modification),
}

impl From<ReadError> for Stop {
    fn from(error: ReadError) -> Self {
        Self::Unreadable(error)
    }
}

impl From<Modification> for Stop {
    fn from(what: Modification) -> Self {
        Self::NotPermitted(what)
    }
}

/// Compares a revision with the next one, in which `hole` is the gap of the signature that ends it.
pub(in crate::pades) fn between(
    old: &Document<'_>,
    new: &Document<'_>,
    ending: Ending,
    hole: &Range<usize>,
    references: &mut References,
) -> Result<Changes, ReadError> {
    match compare(old, new, ending, hole, references) {
        Ok(changes) => Ok(changes),
        Err(Stop::NotPermitted(what)) => Ok(Changes::NotPermitted { what }),
        Err(Stop::Unreadable(error)) => Err(error),
    }
}

fn compare(
    old: &Document<'_>,
    new: &Document<'_>,
    ending: Ending,
    hole: &Range<usize>,
    references: &mut References,
) -> Result<Changes, Stop> {
    let added_sections = continued(old, new)?;
    if added_sections == 0 {
        return Err(Modification::Trailing.into());
    }
    let mut analysis = Analysis {
        old,
        new,
        ending,
        references: old.references(references)?,
        changed: BTreeSet::new(),
        added: BTreeSet::new(),
        explained: BTreeSet::new(),
        widgets: HashSet::new(),
        signs: matches!(ending, Ending::Signature(_)),
    };
    analysis.sort_objects(added_sections, hole)?;
    analysis.trailers(added_sections)?;
    analysis.catalog()?;
    analysis.pages()?;
    analysis.check_rest()?;
    Ok(if analysis.signs {
        Changes::SignaturesOnly
    } else {
        Changes::LongTermOnly
    })
}

/// How many sections the newer revision puts before those of the older one.
fn continued(old: &Document<'_>, new: &Document<'_>) -> Result<usize, Stop> {
    let added = new.sections.len().checked_sub(old.sections.len());
    let added = added.filter(|added| {
        let earlier = new.sections.iter().skip(*added);
        earlier
            .zip(&old.sections)
            .all(|(one, two)| one.start == two.start)
    });
    let added = added.ok_or(Modification::CrossReferences(
        "do not continue those that were signed",
    ))?;
    for section in new.sections.iter().take(added) {
        if section.start < old.bytes.len() {
            return Err(
                Modification::CrossReferences("stand in bytes that were signed before").into(),
            );
        }
        if section.hybrid {
            return Err(Modification::CrossReferences("differ from reader to reader").into());
        }
    }
    Ok(added)
}

/// A comparison under way. Changed and new objects are struck off by being explained.
pub(super) struct Analysis<'a, 'b> {
    pub old: &'a Document<'b>,
    pub new: &'a Document<'b>,
    pub ending: Ending,
    /// How often the older revision refers to an object.
    references: HashMap<u32, usize>,
    pub changed: BTreeSet<u32>,
    pub added: BTreeSet<u32>,
    pub explained: BTreeSet<u32>,
    /// Fields that may be added to pages.
    pub widgets: HashSet<Id>,
    /// Whether signatures or fields for them were added.
    pub signs: bool,
}

impl Analysis<'_, '_> {
    fn sort_objects(&mut self, sections: usize, hole: &Range<usize>) -> Result<(), Stop> {
        let starts: HashSet<usize> = self
            .new
            .sections
            .iter()
            .take(sections)
            .map(|section| section.start)
            .collect();
        let listed: BTreeSet<u32> = self
            .new
            .sections
            .iter()
            .take(sections)
            .flat_map(|section| section.entries.iter().map(|(number, _)| *number))
            .collect();
        let mut containers = BTreeSet::new();
        let mut around_hole = 0;
        for number in listed {
            let place = self.new.place(number)?;
            let before = self.old.place(number)?;
            if place == before {
                continue;
            }
            let Some((offset, _)) = place else {
                return Err(Modification::Removed(number).into());
            };
            if offset < self.old.bytes.len() {
                return Err(Modification::CrossReferences(
                    "point into bytes that were signed before",
                )
                .into());
            }
            let object = self.new.numbered(number)?;
            if let Entry::Inside { container, .. } = self.new.entry(number) {
                containers.insert(container);
            }
            if object.range.start < hole.start && hole.end < object.range.end {
                around_hole += 1;
            }
            // The signature itself, and nothing around it.
            if around_hole > 1 {
                return Err(Modification::SpansSignature(number).into());
            }
            if before.is_some() {
                let earlier = self.old.numbered(number)?;
                if !self.new.same(&earlier, &object)? {
                    self.changed.insert(number);
                }
                continue;
            }
            self.added.insert(number);
            if self.references.contains_key(&number) {
                return Err(Modification::Awaited(number).into());
            }
            if object.is_stream_of_type(b"XRef") && starts.contains(&object.range.start) {
                self.explained.insert(number);
            }
        }
        for container in containers {
            if !self.added.contains(&container) {
                return Err(
                    Modification::CrossReferences("point into another object stream").into(),
                );
            }
            self.explained.insert(container);
        }
        Ok(())
    }

    fn trailers(&mut self, sections: usize) -> Result<(), Stop> {
        const BOOKKEEPING: [&[u8]; 8] = [
            b"Size",
            b"Prev",
            b"Type",
            b"W",
            b"Index",
            b"Length",
            b"Filter",
            b"DecodeParms",
        ];
        let (old, new) = (self.old, self.new);
        let before = old.trailer()?;
        for section in new.sections.iter().take(sections) {
            let now = &section.trailer;
            for key in before.keys().chain(now.keys()) {
                let (one, two) = (before.get(key), now.get(key));
                let same = match key.as_slice() {
                    key if BOOKKEEPING.contains(&key) => true,
                    b"ID" => first_id(one) == first_id(two),
                    b"Info" => true,
                    _ => one == two,
                };
                if !same {
                    return Err(Modification::Trailer(text(key)).into());
                }
            }
        }
        let key = &b"Info"[..];
        self.information(before.get(key), new.trailer()?.get(key))
    }

    /// Everything else must be explained by now.
    fn check_rest(&self) -> Result<(), Stop> {
        if let Some(number) = self.changed.difference(&self.explained).next() {
            let earlier = self.old.numbered(*number)?;
            return Err(self.name(*number, &earlier).into());
        }
        let unexplained: BTreeSet<u32> = self.added.difference(&self.explained).copied().collect();
        let Some(first) = unexplained.first() else {
            return Ok(());
        };
        if !self.signs {
            return Err(Modification::Added(*first).into());
        }
        // Signing programs leave drawings behind that they did not use after all. What nothing refers to cannot be seen.
        for number in &self.explained {
            let mut used = None;
            self.new.numbered(*number)?.value.references(&mut |id| {
                used = used.or_else(|| unexplained.contains(&id.0).then_some(id.0));
            });
            if let Some(used) = used {
                return Err(Modification::Added(used).into());
            }
        }
        Ok(())
    }

    /// What kind of object it is that changed, for people.
    fn name(&self, number: u32, earlier: &Object) -> Modification {
        let entries = earlier.value.as_dictionary();
        let has = |key: &[u8]| entries.is_some_and(|entries| entries.contains_key(key));
        if has(b"ByteRange") {
            Modification::SignatureField("shows another signature")
        } else if has(b"FT") {
            Modification::FormField
        } else if has(b"Subtype") && has(b"Rect") {
            Modification::Annotation
        } else {
            Modification::Changed(number)
        }
    }

    /// Explains an object that was reached in a permitted place.
    pub(super) fn explain(&mut self, number: u32) {
        self.explained.insert(number);
    }

    /// The values of one place in both revisions. Where the place refers to an object that changed, nothing else may use that object.
    pub(super) fn place(
        &mut self,
        old: Option<&Value>,
        new: Option<&Value>,
    ) -> Result<(Value, Value), Stop> {
        if let Some(Value::Reference((number, _))) = new {
            if self.changed.contains(number) {
                if old != new || self.references.get(number) != Some(&1) {
                    return Err(Modification::Shared(*number).into());
                }
                self.explain(*number);
            } else if self.added.contains(number) {
                self.explain(*number);
            }
        }
        let follow = |document: &Document<'_>, value: Option<&Value>| {
            value.map_or(Ok(Value::Null), |value| document.follow(value))
        };
        Ok((follow(self.old, old)?, follow(self.new, new)?))
    }

    /// The same for dictionaries, where a missing one is empty.
    pub(super) fn dictionaries(
        &mut self,
        old: Option<&Value>,
        new: Option<&Value>,
        otherwise: Modification,
    ) -> Result<(Dictionary, Dictionary), Stop> {
        match self.place(old, new)? {
            (Value::Dictionary(old), Value::Dictionary(new)) => Ok((old, new)),
            (Value::Null, Value::Dictionary(new)) => Ok((Dictionary::new(), new)),
            (Value::Null, Value::Null) => Ok(Default::default()),
            _ => Err(otherwise.into()),
        }
    }

    /// What follows in a list whose earlier items stayed as they were.
    pub(super) fn appended(
        &mut self,
        old: Option<&Value>,
        new: Option<&Value>,
        otherwise: &Modification,
    ) -> Result<Vec<Value>, Stop> {
        let (old, new) = self.place(old, new)?;
        let (before, now) = (
            old.as_array().unwrap_or_default(),
            new.as_array().unwrap_or_default(),
        );
        let is_list = |value: &Value| value.is_null() || value.as_array().is_some();
        match now.strip_prefix(before) {
            Some(rest) if is_list(&old) && is_list(&new) => Ok(rest.to_vec()),
            _ => Err(otherwise.clone().into()),
        }
    }
}

fn first_id(value: Option<&Value>) -> Option<&Value> {
    value?.as_array()?.first()
}

pub(super) fn text(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}

/// The keys whose values differ.
pub(super) fn differing<'a>(old: &'a Dictionary, new: &'a Dictionary) -> BTreeSet<&'a [u8]> {
    let keys = old.keys().chain(new.keys());
    keys.filter(|key| old.get(*key) != new.get(*key))
        .map(Vec::as_slice)
        .collect()
}

//! A strict reader of PDF files for verification.
//!
//! Files to be verified may come from anybody. So this reader does not share lopdf's kindness: it repairs nothing, refuses whatever two
//! readers could understand in two ways, reads objects only when asked and stops at fixed [`limits`]. lopdf stays the writer, of files made here.

mod containers;
mod lexer;
mod limits;
mod value;
mod xref;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::rc::Rc;

use lexer::Lexer;
pub(super) use limits::Reading;
pub(super) use value::{Dictionary, Id, Object, Value};
pub(super) use xref::{Entry, Section};

/// How often a reference may lead to a reference.
const HOPS: usize = 4;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReadError {
    Malformed(&'static str),
    TooLarge(&'static str),
    Encrypted,
}

/// A file as its last revision shows it.
pub(super) struct Document<'a> {
    pub bytes: &'a [u8],
    /// Newest first.
    pub sections: Vec<Rc<Section>>,
    entries: BTreeMap<u32, Entry>,
    reading: Rc<Reading>,
}

fn malformed<T>(what: &'static str) -> Result<T, ReadError> {
    Err(ReadError::Malformed(what))
}

impl<'a> Document<'a> {
    /// Reads the cross-references only. Revisions of one file, and nothing else, share a [`Reading`].
    pub(super) fn open(bytes: &'a [u8], reading: &Rc<Reading>) -> Result<Self, ReadError> {
        if bytes.len() > limits::FILE {
            return Err(ReadError::TooLarge("the file"));
        }
        if !bytes.starts_with(b"%PDF-") {
            return malformed("it does not begin with %PDF-");
        }
        let mut document = Self {
            bytes,
            sections: Vec::new(),
            entries: BTreeMap::new(),
            reading: Rc::clone(reading),
        };
        let start = xref::start(bytes)?;
        document.sections = xref::chain(&document, start)?;
        for section in document.sections.iter().rev() {
            document.entries.extend(section.entries.iter().copied());
        }
        let encrypted = document
            .sections
            .iter()
            .any(|section| section.trailer.contains_key(&b"Encrypt"[..]));
        if encrypted {
            return Err(ReadError::Encrypted);
        }
        Ok(document)
    }

    /// The trailer of the last revision.
    pub(super) fn trailer(&self) -> Result<&Dictionary, ReadError> {
        let newest = self.sections.first().map(|section| &section.trailer);
        newest.ok_or(ReadError::Malformed("there is no trailer"))
    }

    pub(super) fn root(&self) -> Result<Id, ReadError> {
        let root = self
            .trailer()?
            .get(&b"Root"[..])
            .and_then(Value::as_reference);
        root.ok_or(ReadError::Malformed("there is no catalog"))
    }

    pub(super) fn catalog(&self) -> Result<Dictionary, ReadError> {
        match self.object(self.root()?)?.value {
            Value::Dictionary(catalog) => Ok(catalog),
            _ => malformed("there is no catalog"),
        }
    }

    pub(super) fn entry(&self, number: u32) -> Entry {
        self.entries.get(&number).copied().unwrap_or(Entry::Free)
    }

    /// Numbers of the objects in use.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        let used = self
            .entries
            .iter()
            .filter(|(_, entry)| **entry != Entry::Free);
        used.map(|(number, _)| *number)
    }

    /// Number, offset and generation of every object that any revision has, outside object streams.
    pub(super) fn history(&self) -> impl Iterator<Item = (u32, usize, u16)> + '_ {
        let entries = self.sections.iter().flat_map(|section| &section.entries);
        entries.filter_map(|(number, entry)| match entry {
            Entry::At { offset, generation } => Some((*number, *offset, *generation)),
            _ => None,
        })
    }

    /// The object a reference means; null if there is none.
    pub(super) fn object(&self, id: Id) -> Result<Object, ReadError> {
        match self.entry(id.0) {
            Entry::At { offset, generation } if generation == id.1 => {
                self.read_at(offset, Some(id))
            }
            Entry::Inside { container, index } if id.1 == 0 => self.member(id.0, container, index),
            _ => Ok(Object::null()),
        }
    }

    /// The object of this number, whatever its generation.
    pub(super) fn numbered(&self, number: u32) -> Result<Object, ReadError> {
        match self.entry(number) {
            Entry::At { generation, .. } => self.object((number, generation)),
            _ => self.object((number, 0)),
        }
    }

    /// The value behind a reference, or the value itself.
    pub(super) fn follow(&self, value: &Value) -> Result<Value, ReadError> {
        let Value::Reference(mut id) = *value else {
            return Ok(value.clone());
        };
        for _ in 0..HOPS {
            match self.object(id)?.value {
                Value::Reference(next) => id = next,
                value => return Ok(value),
            }
        }
        malformed("references lead to references")
    }

    /// An entry of a dictionary with its reference followed; null if it is missing.
    pub(super) fn get(&self, dictionary: &Dictionary, key: &[u8]) -> Result<Value, ReadError> {
        dictionary
            .get(key)
            .map_or(Ok(Value::Null), |value| self.follow(value))
    }

    /// The indirect object at `offset`, which must be the one expected.
    pub(super) fn read_at(&self, offset: usize, expected: Option<Id>) -> Result<Object, ReadError> {
        let mut lexer = Lexer::file(self.bytes, offset);
        let object = self.indirect(&mut lexer, expected);
        // What cannot be read costs as well.
        lexer.account(&self.reading)?;
        object
    }

    fn indirect(&self, lexer: &mut Lexer<'_>, expected: Option<Id>) -> Result<Object, ReadError> {
        lexer.skip_space();
        let start = lexer.at;
        let number = lexer
            .natural()
            .and_then(|number| u32::try_from(number).ok());
        let generation = lexer
            .natural()
            .and_then(|number| u16::try_from(number).ok());
        lexer.skip_space();
        let id = number.zip(generation).filter(|_| lexer.word(b"obj"));
        let Some(id) = id else {
            return malformed("a cross-reference points to no object");
        };
        if expected.is_some_and(|expected| expected != id) {
            return malformed("a cross-reference points to another object");
        }
        let value = lexer.value()?;
        lexer.skip_space();
        let stream = if lexer.punctuation(b"stream") {
            Some(self.payload(lexer, &value)?)
        } else {
            None
        };
        lexer.skip_space();
        if !lexer.word(b"endobj") {
            return malformed("an object does not end");
        }
        Ok(Object {
            value,
            stream,
            range: start..lexer.at,
        })
    }

    fn payload(&self, lexer: &mut Lexer<'_>, value: &Value) -> Result<Range<usize>, ReadError> {
        if !(lexer.punctuation(b"\r\n") || lexer.punctuation(b"\n")) {
            return malformed("a stream does not begin on a new line");
        }
        let length = value
            .as_dictionary()
            .and_then(|entries| entries.get(&b"Length"[..]));
        let length = match length {
            Some(Value::Reference(id)) => self.length(*id)?,
            Some(value) => value.as_size(),
            None => None,
        };
        let start = lexer.at;
        let end = length.and_then(|length| start.checked_add(length));
        let Some(end) = end.filter(|end| *end <= self.bytes.len()) else {
            return malformed("a stream has no length");
        };
        lexer.jump(end);
        lexer.skip_space();
        if lexer.word(b"endstream") {
            Ok(start..end)
        } else {
            malformed("a stream has another length than it says")
        }
    }

    /// A length that stands elsewhere: a plain number, never inside a stream whose own length would have to be known.
    fn length(&self, id: Id) -> Result<Option<usize>, ReadError> {
        let Entry::At { offset, generation } = self.entry(id.0) else {
            return malformed("the length of a stream is hidden");
        };
        let mut lexer = Lexer::file(self.bytes, offset);
        lexer.skip_space();
        let found = (lexer.natural(), lexer.natural());
        lexer.skip_space();
        let expected = usize::try_from(id.0).ok().zip(Some(usize::from(id.1)));
        if generation != id.1 || found.0.zip(found.1) != expected || !lexer.word(b"obj") {
            return malformed("a cross-reference points to another object");
        }
        let length = lexer.natural();
        lexer.skip_space();
        Ok(length.filter(|_| lexer.word(b"endobj")))
    }

    /// Whether two objects, perhaps of an earlier revision, say the same.
    pub(super) fn same(&self, one: &Object, other: &Object) -> Result<bool, ReadError> {
        let bytes = |object: &Object| {
            object
                .stream
                .clone()
                .and_then(|range| self.bytes.get(range))
        };
        let (first, second) = (bytes(one), bytes(other));
        self.reading.spend(1, first.map_or(0, <[u8]>::len) / 8)?;
        Ok(first == second && one.value == other.value)
    }

    /// How often each object number is referred to by objects in use and by the trailer; reads everything.
    ///
    /// `known` keeps what was found at a place in the file for the next, longer revision of it.
    pub(super) fn references(
        &self,
        known: &mut HashMap<(usize, usize), Rc<[u32]>>,
    ) -> Result<HashMap<u32, usize>, ReadError> {
        let mut counts = HashMap::new();
        let mut count = |number: u32| *counts.entry(number).or_insert(0) += 1;
        for entry in self.trailer()?.values() {
            entry.references(&mut |id| count(id.0));
        }
        for number in self.numbers() {
            let place = self.place(number)?;
            let found = match place.and_then(|place| known.get(&place)) {
                Some(found) => Rc::clone(found),
                None => {
                    let mut found = Vec::new();
                    let object = self.numbered(number)?;
                    // Cross-reference streams are read as such alone; they repeat the trailer.
                    if !self
                        .sections
                        .iter()
                        .any(|section| section.start == object.range.start)
                    {
                        object.value.references(&mut |id| found.push(id.0));
                    }
                    let found: Rc<[u32]> = found.into();
                    if let Some(place) = place {
                        known.insert(place, Rc::clone(&found));
                    }
                    found
                }
            };
            found.iter().for_each(|number| count(*number));
        }
        Ok(counts)
    }

    /// Offset of an object, or that of its container and its index there: as earlier bytes never change, the same place is the same object.
    pub(super) fn place(&self, number: u32) -> Result<Option<(usize, usize)>, ReadError> {
        Ok(match self.entry(number) {
            Entry::Free => None,
            Entry::At { offset, .. } => Some((offset, usize::MAX)),
            Entry::Inside { container, index } => match self.entry(container) {
                Entry::At { offset, .. } => Some((offset, index)),
                _ => return malformed("an object stream is missing"),
            },
        })
    }
}

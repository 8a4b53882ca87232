//! Cross-reference tables and streams (ISO 32000-1 §7.5.4, §7.5.8), newest first.

use std::collections::HashSet;
use std::rc::Rc;

use super::lexer::{Lexer, is_space};
use super::limits::{OBJECTS, SECTIONS};
use super::{Dictionary, Document, ReadError, Value};

/// Where an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pades) enum Entry {
    Free,
    At { offset: usize, generation: u16 },
    Inside { container: u32, index: usize },
}

/// The cross-references of one revision.
#[derive(Clone, Debug)]
pub(in crate::pades) struct Section {
    pub start: usize,
    pub entries: Vec<(u32, Entry)>,
    pub trailer: Dictionary,
    /// Written for readers of two generations, who see different objects.
    pub hybrid: bool,
}

fn malformed<T>(what: &'static str) -> Result<T, ReadError> {
    Err(ReadError::Malformed(what))
}

/// Position after the last `startxref`, which must be what the file ends with.
pub(super) fn start(bytes: &[u8]) -> Result<usize, ReadError> {
    const KEYWORD: &[u8] = b"startxref";
    let end = bytes
        .iter()
        .rposition(|byte| !is_space(*byte))
        .map_or(0, |last| last + 1);
    let tail = end.saturating_sub(1024);
    let area = bytes.get(tail..end).unwrap_or_default();
    let Some(found) = area
        .windows(KEYWORD.len())
        .rposition(|window| window == KEYWORD)
    else {
        return malformed("startxref is missing");
    };
    let mut lexer = Lexer::file(bytes, tail + found + KEYWORD.len());
    let start = lexer.natural();
    while lexer.peek().is_some_and(is_space) {
        lexer.at += 1;
    }
    match start {
        Some(start) if lexer.punctuation(b"%%EOF") && lexer.at == end => Ok(start),
        _ => malformed("the file does not end in startxref and %%EOF"),
    }
}

/// The chain of sections from `start` on.
pub(super) fn chain(document: &Document<'_>, start: usize) -> Result<Vec<Rc<Section>>, ReadError> {
    let mut sections: Vec<Rc<Section>> = Vec::new();
    let mut seen = HashSet::new();
    let mut next = Some(start);
    let mut entries = 0;
    while let Some(start) = next {
        if !seen.insert(start) {
            return malformed("the cross-reference sections form a loop");
        }
        if sections.len() == SECTIONS {
            return Err(ReadError::TooLarge("revisions"));
        }
        let section = complete(document, start)?;
        next = offset(&section.trailer, b"Prev")?;
        entries += section.entries.len();
        if entries > OBJECTS {
            return Err(ReadError::TooLarge("cross-references"));
        }
        sections.push(section);
    }
    document.reading.spend(entries, 0)?;
    Ok(sections)
}

/// A section with what belongs to it in a hybrid file.
fn complete(document: &Document<'_>, start: usize) -> Result<Rc<Section>, ReadError> {
    if let Some(known) = document.reading.sections.borrow().get(&start) {
        return Ok(Rc::clone(known));
    }
    let mut section = section(document, start)?;
    if let Some(stream) = offset(&section.trailer, b"XRefStm")? {
        section.hybrid = true;
        add_hidden(&mut section, self::section(document, stream)?);
    }
    let section = Rc::new(section);
    let mut known = document.reading.sections.borrow_mut();
    known.insert(start, Rc::clone(&section));
    Ok(section)
}

fn offset(trailer: &Dictionary, key: &[u8]) -> Result<Option<usize>, ReadError> {
    match trailer.get(key) {
        None => Ok(None),
        Some(value) => match value.as_size() {
            Some(offset) => Ok(Some(offset)),
            None => malformed("a trailer points nowhere"),
        },
    }
}

/// The stream of a hybrid file lists what its table calls free.
fn add_hidden(section: &mut Section, stream: Section) {
    let used: HashSet<u32> = section
        .entries
        .iter()
        .filter(|(_, entry)| *entry != Entry::Free)
        .map(|(number, _)| *number)
        .collect();
    let hidden: Vec<_> = stream
        .entries
        .into_iter()
        .filter(|(number, _)| !used.contains(number))
        .collect();
    let replaced: HashSet<u32> = hidden.iter().map(|(number, _)| *number).collect();
    section
        .entries
        .retain(|(number, _)| !replaced.contains(number));
    section.entries.extend(hidden);
}

fn section(document: &Document<'_>, start: usize) -> Result<Section, ReadError> {
    let mut lexer = Lexer::file(document.bytes, start);
    lexer.skip_space();
    let section = if lexer.word(b"xref") {
        let table = table(&mut lexer, start)?;
        lexer.account(&document.reading)?;
        table
    } else {
        stream(document, start)?
    };
    let mut numbers = HashSet::new();
    if section
        .entries
        .iter()
        .any(|(number, _)| !numbers.insert(*number))
    {
        return malformed("a cross-reference section lists an object twice");
    }
    Ok(section)
}

fn table(lexer: &mut Lexer<'_>, start: usize) -> Result<Section, ReadError> {
    let mut entries = Vec::new();
    loop {
        lexer.skip_space();
        if lexer.word(b"trailer") {
            break;
        }
        let (Some(first), Some(count)) = (lexer.natural(), lexer.natural()) else {
            return malformed("a cross-reference table cannot be read");
        };
        for index in 0..count {
            let (Some(offset), Some(generation)) = (lexer.natural(), lexer.natural()) else {
                return malformed("a cross-reference table cannot be read");
            };
            lexer.skip_space();
            let entry = if lexer.word(b"n") {
                let Ok(generation) = u16::try_from(generation) else {
                    return malformed("a generation is too large");
                };
                Entry::At { offset, generation }
            } else if lexer.word(b"f") {
                Entry::Free
            } else {
                return malformed("a cross-reference table cannot be read");
            };
            push(&mut entries, first, index, entry)?;
        }
    }
    let Value::Dictionary(trailer) = lexer.value()? else {
        return malformed("the trailer is not a dictionary");
    };
    Ok(Section {
        start,
        entries,
        trailer,
        hybrid: false,
    })
}

fn push(
    entries: &mut Vec<(u32, Entry)>,
    first: usize,
    index: usize,
    entry: Entry,
) -> Result<(), ReadError> {
    let number = first
        .checked_add(index)
        .and_then(|number| u32::try_from(number).ok());
    match number {
        Some(number) if entries.len() < OBJECTS => {
            entries.push((number, entry));
            Ok(())
        }
        _ => Err(ReadError::TooLarge("cross-references")),
    }
}

fn stream(document: &Document<'_>, start: usize) -> Result<Section, ReadError> {
    let object = document.read_at(start, None)?;
    let decoded = document.decode(&object)?;
    if !object.is_stream_of_type(b"XRef") {
        return malformed("there is no cross-reference section");
    }
    let Value::Dictionary(trailer) = object.value else {
        return malformed("the trailer is not a dictionary");
    };
    let numbers = |key: &[u8]| -> Option<Vec<usize>> {
        trailer
            .get(key)?
            .as_array()?
            .iter()
            .map(Value::as_size)
            .collect()
    };
    let widths = numbers(b"W").unwrap_or_default();
    let [kind, second, third] = widths[..] else {
        return malformed("a cross-reference stream has no widths");
    };
    let width = [kind, second, third]
        .into_iter()
        .filter(|width| *width <= 8)
        .sum::<usize>();
    if width == 0 || [kind, second, third].iter().any(|width| *width > 8) {
        return malformed("a cross-reference stream has wrong widths");
    }
    let size = trailer.get(&b"Size"[..]).and_then(Value::as_size);
    let index = match trailer.get(&b"Index"[..]) {
        None => size.map(|size| vec![0, size]),
        Some(_) => numbers(b"Index"),
    };
    let Some(index) = index else {
        return malformed("a cross-reference stream has no index");
    };
    let mut rows = decoded.chunks_exact(width);
    let mut entries = Vec::new();
    for range in index.chunks(2) {
        let [first, count] = *range else {
            return malformed("a cross-reference stream has no index");
        };
        for offset in 0..count {
            let Some(row) = rows.next() else {
                return malformed("a cross-reference stream is too short");
            };
            let (one, rest) = row.split_at_checked(kind).unwrap_or_default();
            let (two, three) = rest.split_at_checked(second).unwrap_or_default();
            push(&mut entries, first, offset, entry(one, two, three)?)?;
        }
    }
    Ok(Section {
        start,
        entries,
        trailer,
        hybrid: false,
    })
}

fn entry(kind: &[u8], second: &[u8], third: &[u8]) -> Result<Entry, ReadError> {
    let number = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0_u64, |number, byte| (number << 8) | u64::from(*byte))
    };
    let size = |bytes: &[u8]| usize::try_from(number(bytes)).unwrap_or(usize::MAX);
    match if kind.is_empty() { 1 } else { number(kind) } {
        0 => Ok(Entry::Free),
        1 => match u16::try_from(number(third)) {
            Ok(generation) => Ok(Entry::At {
                offset: size(second),
                generation,
            }),
            Err(_) => malformed("a generation is too large"),
        },
        2 => match u32::try_from(number(second)) {
            Ok(container) => Ok(Entry::Inside {
                container,
                index: size(third),
            }),
            Err(_) => malformed("an object number is too large"),
        },
        _ => malformed("a cross-reference of an unknown kind"),
    }
}

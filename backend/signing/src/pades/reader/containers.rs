//! Decoded streams, and the objects in object streams (ISO 32000-1 §7.5.7).

use std::rc::Rc;

use lopdf::{Object as Plain, Stream};

use super::lexer::Lexer;
use super::{Document, Entry, Object, ReadError, Value, malformed};

/// A decoded object stream.
pub(super) struct Container {
    content: Vec<u8>,
    /// Number and position of each object.
    members: Vec<(usize, usize)>,
}

impl Document<'_> {
    /// The content of a stream behind its filters, within the budget.
    pub(in crate::pades) fn decode(&self, object: &Object) -> Result<Vec<u8>, ReadError> {
        let stream = object
            .stream
            .clone()
            .and_then(|range| self.bytes.get(range));
        let Some(stream) = stream else {
            return malformed("a stream is expected");
        };
        self.reading.spend(1, stream.len() / 8)?;
        let mut dictionary = lopdf::Dictionary::new();
        for key in ["Filter", "DecodeParms"] {
            let value = object
                .value
                .as_dictionary()
                .and_then(|entries| entries.get(key.as_bytes()));
            if let Some(value) = value {
                dictionary.set(key, plain(&self.follow(value)?)?);
            }
        }
        let limit = self.reading.decodable();
        let decoded = Stream::new(dictionary, stream.to_vec()).get_plain_content_with_limit(limit);
        match decoded {
            Ok(decoded) => {
                self.reading.spend_decoded(decoded.len())?;
                Ok(decoded)
            }
            Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded {
                ..
            })) => Err(ReadError::TooLarge("decompressed streams")),
            Err(_) => malformed("a stream cannot be decoded"),
        }
    }

    pub(super) fn member(
        &self,
        number: u32,
        container: u32,
        index: usize,
    ) -> Result<Object, ReadError> {
        let Entry::At { offset, .. } = self.entry(container) else {
            return malformed("an object stream is missing");
        };
        let container = self.container(container, offset)?;
        let place = container.members.get(index);
        let Some((_, at)) = place.filter(|(found, _)| u32::try_from(*found) == Ok(number)) else {
            return malformed("an object stream does not hold the object");
        };
        let mut lexer = Lexer::decoded(&container.content, *at);
        let value = lexer.value()?;
        lexer.account(&self.reading)?;
        Ok(Object {
            value,
            stream: None,
            range: 0..0,
        })
    }

    fn container(&self, number: u32, offset: usize) -> Result<Rc<Container>, ReadError> {
        if let Some(known) = self.reading.containers.borrow().get(&offset) {
            return Ok(Rc::clone(known));
        }
        let object = self.numbered(number)?;
        if !object.is_stream_of_type(b"ObjStm") {
            return malformed("an object stream is none");
        }
        let content = self.decode(&object)?;
        let size = |key: &[u8]| {
            let entries = object.value.as_dictionary();
            entries
                .and_then(|entries| entries.get(key))
                .and_then(Value::as_size)
        };
        let (Some(count), Some(first)) = (size(b"N"), size(b"First")) else {
            return malformed("an object stream has no index");
        };
        let mut lexer = Lexer::decoded(content.get(..first).unwrap_or_default(), 0);
        let mut members = Vec::new();
        for _ in 0..count {
            let (Some(member), Some(at)) = (lexer.natural(), lexer.natural()) else {
                return malformed("an object stream has no index");
            };
            members.push((member, first.saturating_add(at)));
        }
        self.reading.spend(members.len(), 0)?;
        let container = Rc::new(Container { content, members });
        let mut known = self.reading.containers.borrow_mut();
        known.insert(offset, Rc::clone(&container));
        Ok(container)
    }
}

/// Filter names and their parameters, which are all that is decoded with.
fn plain(value: &Value) -> Result<Plain, ReadError> {
    Ok(match value {
        Value::Null => Plain::Null,
        Value::Boolean(truth) => Plain::Boolean(*truth),
        Value::Integer(number) => Plain::Integer(*number),
        Value::Name(name) => Plain::Name(name.clone()),
        Value::Array(items) => Plain::Array(items.iter().map(plain).collect::<Result<_, _>>()?),
        Value::Dictionary(entries) => {
            let mut dictionary = lopdf::Dictionary::new();
            for (key, value) in entries {
                dictionary.set(key.clone(), plain(value)?);
            }
            dictionary.into()
        }
        Value::Real(_) | Value::Text(..) | Value::Reference(_) => {
            return malformed("the filters of a stream cannot be read");
        }
    })
}

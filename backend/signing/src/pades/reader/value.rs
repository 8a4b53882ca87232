//! The objects a PDF is made of (ISO 32000-1 §7.3).

use std::collections::BTreeMap;
use std::ops::Range;

/// Numbers of two copies of an object differ by what writers round: single precision.
const ROUNDING: f64 = 1e-6;

/// Object number and generation.
pub(in crate::pades) type Id = (u32, u16);

/// Entries whose value is null are left out, which means the same.
pub(in crate::pades) type Dictionary = BTreeMap<Vec<u8>, Value>;

/// A direct object. Equality is that of the meaning: a string may be written in two ways, `1` and `1.0` are one number.
#[derive(Clone, Debug)]
pub(in crate::pades) enum Value {
    Null,
    Boolean(bool),
    Integer(i64),
    Real(f64),
    /// A string and where it stands in the file with its delimiters; an empty range inside an object stream.
    Text(Vec<u8>, Range<usize>),
    Name(Vec<u8>),
    Array(Vec<Value>),
    Dictionary(Dictionary),
    Reference(Id),
}

impl Value {
    pub(in crate::pades) fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// A whole number that is not negative.
    pub(in crate::pades) fn as_size(&self) -> Option<usize> {
        usize::try_from(self.as_integer()?).ok()
    }

    pub(in crate::pades) fn as_number(&self) -> Option<f64> {
        match self {
            // Beyond 2^53 it no longer matters here.
            #[expect(clippy::cast_precision_loss, reason = "compared with a tolerance")]
            Self::Integer(number) => Some(*number as f64),
            Self::Real(number) => Some(*number),
            _ => None,
        }
    }

    pub(in crate::pades) fn as_name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(in crate::pades) fn as_text(&self) -> Option<&[u8]> {
        match self {
            Self::Text(text, _) => Some(text),
            _ => None,
        }
    }

    pub(in crate::pades) fn as_array(&self) -> Option<&[Value]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(in crate::pades) fn as_dictionary(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(dictionary) => Some(dictionary),
            _ => None,
        }
    }

    pub(in crate::pades) fn as_reference(&self) -> Option<Id> {
        match self {
            Self::Reference(id) => Some(*id),
            _ => None,
        }
    }

    pub(in crate::pades) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Calls `found` for every reference inside.
    pub(in crate::pades) fn references(&self, found: &mut impl FnMut(Id)) {
        match self {
            Self::Reference(id) => found(*id),
            Self::Array(items) => items.iter().for_each(|item| item.references(found)),
            Self::Dictionary(entries) => entries.values().for_each(|item| item.references(found)),
            _ => {}
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Boolean(one), Self::Boolean(two)) => one == two,
            (Self::Integer(one), Self::Integer(two)) => one == two,
            (Self::Text(one, _), Self::Text(two, _)) | (Self::Name(one), Self::Name(two)) => {
                one == two
            }
            (Self::Array(one), Self::Array(two)) => one == two,
            (Self::Dictionary(one), Self::Dictionary(two)) => one == two,
            (Self::Reference(one), Self::Reference(two)) => one == two,
            _ => match (self.as_number(), other.as_number()) {
                (Some(one), Some(two)) => (one - two).abs() <= ROUNDING * one.abs().max(1.0),
                _ => false,
            },
        }
    }
}

/// What stands between `obj` and `endobj`.
#[derive(Clone, Debug)]
pub(in crate::pades) struct Object {
    pub value: Value,
    /// Where the bytes of a stream are stored; its dictionary is the value.
    pub stream: Option<Range<usize>>,
    /// From its number to behind `endobj`; an empty range inside an object stream.
    pub range: Range<usize>,
}

impl Object {
    pub(in crate::pades) fn null() -> Self {
        Self {
            value: Value::Null,
            stream: None,
            range: 0..0,
        }
    }

    pub(in crate::pades) fn is_stream_of_type(&self, kind: &[u8]) -> bool {
        let named = self
            .value
            .as_dictionary()
            .and_then(|entries| entries.get(&b"Type"[..]));
        self.stream.is_some() && named.and_then(Value::as_name) == Some(kind)
    }
}

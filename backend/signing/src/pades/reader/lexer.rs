//! From bytes to objects.

use super::limits::{DEPTH, NODES_PER_OBJECT, Reading};
use super::{Dictionary, ReadError, Value};

/// Reads objects one after the other. Nothing is repaired: what two readers could read in two ways is refused.
pub(super) struct Lexer<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
    /// Whether positions in `bytes` are positions in the file.
    in_file: bool,
    start: usize,
    nodes: usize,
}

fn malformed<T>(what: &'static str) -> Result<T, ReadError> {
    Err(ReadError::Malformed(what))
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(
        byte,
        b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

impl<'a> Lexer<'a> {
    pub(super) fn file(bytes: &'a [u8], at: usize) -> Self {
        Self {
            bytes,
            at,
            in_file: true,
            start: at,
            nodes: 0,
        }
    }

    pub(super) fn decoded(bytes: &'a [u8], at: usize) -> Self {
        Self {
            in_file: false,
            ..Self::file(bytes, at)
        }
    }

    /// Counts what was read since the beginning.
    pub(super) fn account(&self, reading: &Reading) -> Result<(), ReadError> {
        reading.spend(self.nodes, self.at.saturating_sub(self.start))
    }

    /// Goes on at `to` without reading what is between.
    pub(super) fn jump(&mut self, to: usize) {
        self.start += to.saturating_sub(self.at);
        self.at = to;
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// White space and comments.
    pub(super) fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self
                    .peek()
                    .is_some_and(|byte| byte != b'\n' && byte != b'\r')
                {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// Passes over `word` if it stands here as a word of its own.
    pub(super) fn word(&mut self, word: &[u8]) -> bool {
        let next = self.bytes.get(self.at + word.len()).copied();
        let found = self.rest().starts_with(word)
            && next.is_none_or(|byte| is_space(byte) || is_delimiter(byte));
        if found {
            self.at += word.len();
        }
        found
    }

    pub(super) fn punctuation(&mut self, text: &[u8]) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    fn regular(&mut self) -> &'a [u8] {
        let rest = self.rest();
        let length = rest
            .iter()
            .position(|byte| is_space(*byte) || is_delimiter(*byte))
            .unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// A number without sign, with white space before it.
    pub(super) fn natural(&mut self) -> Option<usize> {
        self.skip_space();
        let digits = self.regular();
        let plain =
            !digits.is_empty() && digits.len() <= 15 && digits.iter().all(u8::is_ascii_digit);
        std::str::from_utf8(digits)
            .ok()
            .filter(|_| plain)?
            .parse()
            .ok()
    }

    pub(super) fn value(&mut self) -> Result<Value, ReadError> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Result<Value, ReadError> {
        self.nodes += 1;
        if depth > DEPTH {
            return malformed("objects are nested too deep");
        }
        if self.nodes > NODES_PER_OBJECT {
            return Err(ReadError::TooLarge("parts of one object"));
        }
        self.skip_space();
        match self.peek() {
            Some(b'/') => Ok(Value::Name(self.name()?)),
            Some(b'(') => self.literal(),
            Some(b'<') if self.punctuation(b"<<") => self.dictionary(depth),
            Some(b'<') => self.hexadecimal(),
            Some(b'[') => self.array(depth),
            Some(b'0'..=b'9' | b'+' | b'-' | b'.') => self.number(),
            _ if self.word(b"true") => Ok(Value::Boolean(true)),
            _ if self.word(b"false") => Ok(Value::Boolean(false)),
            _ if self.word(b"null") => Ok(Value::Null),
            _ => malformed("an object is expected"),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Value, ReadError> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.punctuation(b"]") {
                return Ok(Value::Array(items));
            }
            items.push(self.nested(depth + 1)?);
        }
    }

    fn dictionary(&mut self, depth: usize) -> Result<Value, ReadError> {
        let mut entries = Dictionary::new();
        let mut empty = Vec::new();
        loop {
            self.skip_space();
            if self.punctuation(b">>") {
                return Ok(Value::Dictionary(entries));
            }
            if self.peek() != Some(b'/') {
                return malformed("a dictionary key is expected");
            }
            let key = self.name()?;
            // Readers disagree about which of two counts.
            if entries.contains_key(&key) || empty.contains(&key) {
                return malformed("a dictionary key occurs twice");
            }
            match self.nested(depth + 1)? {
                Value::Null => empty.push(key),
                value => {
                    entries.insert(key, value);
                }
            }
            if empty.len() > DEPTH {
                return malformed("a dictionary of nulls");
            }
        }
    }

    fn name(&mut self) -> Result<Vec<u8>, ReadError> {
        self.at += 1;
        let raw = self.regular();
        let mut name = Vec::with_capacity(raw.len());
        let mut bytes = raw.iter();
        while let Some(byte) = bytes.next() {
            if *byte != b'#' {
                name.push(*byte);
                continue;
            }
            let (Some(high), Some(low)) = (bytes.next(), bytes.next()) else {
                return malformed("a name ends in an escape");
            };
            match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => name.push((high << 4) | low),
                _ => return malformed("a name holds an escape that is none"),
            }
        }
        Ok(name)
    }

    fn hexadecimal(&mut self) -> Result<Value, ReadError> {
        let start = self.at;
        self.at += 1;
        let length = self.rest().iter().position(|byte| *byte == b'>');
        let Some(raw) = length.and_then(|length| self.rest().get(..length)) else {
            return malformed("a string does not end");
        };
        self.at += raw.len() + 1;
        let mut text = Vec::with_capacity(raw.len() / 2);
        let mut half: Option<u8> = None;
        for byte in raw.iter().filter(|byte| !is_space(**byte)) {
            let Some(digit) = digit(*byte) else {
                return malformed("a hexadecimal string holds something else");
            };
            match half.take() {
                None => half = Some(digit << 4),
                Some(high) => text.push(high | digit),
            }
        }
        text.extend(half);
        Ok(self.text(text, start))
    }

    fn text(&self, text: Vec<u8>, start: usize) -> Value {
        let range = if self.in_file { start..self.at } else { 0..0 };
        Value::Text(text, range)
    }

    fn literal(&mut self) -> Result<Value, ReadError> {
        let start = self.at;
        self.at += 1;
        let mut text = Vec::new();
        let mut open = 1_usize;
        loop {
            let Some(byte) = self.next() else {
                return malformed("a string does not end");
            };
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            match byte {
                b')' if open == 0 => return Ok(self.text(text, start)),
                b'\\' => self.escape(&mut text),
                // Every kind of line end reads as one line feed.
                b'\r' => {
                    self.punctuation(b"\n");
                    text.push(b'\n');
                }
                other => text.push(other),
            }
        }
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        match self.next() {
            Some(b'n') => text.push(b'\n'),
            Some(b'r') => text.push(b'\r'),
            Some(b't') => text.push(b'\t'),
            Some(b'b') => text.push(8),
            Some(b'f') => text.push(12),
            Some(b'\n') | None => {}
            Some(b'\r') => {
                self.punctuation(b"\n");
            }
            Some(first @ b'0'..=b'7') => {
                let mut code = u32::from(first - b'0');
                for _ in 0..2 {
                    match self.peek() {
                        Some(digit @ b'0'..=b'7') => {
                            self.at += 1;
                            code = code * 8 + u32::from(digit - b'0');
                        }
                        _ => break,
                    }
                }
                // High-order overflow is ignored.
                text.push(u8::try_from(code & 0xff).unwrap_or_default());
            }
            Some(other) => text.push(other),
        }
    }

    /// A number, or the reference that it begins.
    fn number(&mut self) -> Result<Value, ReadError> {
        let raw = self.regular();
        let Ok(text) = std::str::from_utf8(raw) else {
            return malformed("a number holds something else");
        };
        if raw.len() > 64
            || !raw
                .iter()
                .all(|byte| byte.is_ascii_digit() || b"+-.".contains(byte))
        {
            return malformed("a number holds something else");
        }
        if let Ok(integer) = text.parse::<i64>() {
            let reference = u32::try_from(integer)
                .ok()
                .filter(|_| !text.starts_with(['+', '-']));
            return Ok(reference
                .and_then(|number| self.reference(number))
                .unwrap_or(Value::Integer(integer)));
        }
        // Rust reads "1." and ".5" as PDF does.
        match text.parse::<f64>() {
            Ok(real) if real.is_finite() => Ok(Value::Real(real)),
            _ => malformed("a number cannot be read"),
        }
    }

    fn reference(&mut self, number: u32) -> Option<Value> {
        let start = self.at;
        let generation = self.natural().and_then(|number| u16::try_from(number).ok());
        self.skip_space();
        if let Some(generation) = generation
            && self.word(b"R")
        {
            return Some(Value::Reference((number, generation)));
        }
        self.at = start;
        None
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

//! How much of a file anybody may have made is read. Real files stay far below.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::containers::Container;
use super::{ReadError, Section};

/// Bytes of a file.
pub(super) const FILE: usize = 64 << 20;
/// Cross-reference sections: revisions, and one more in a linearised file.
pub(super) const SECTIONS: usize = 130;
/// Entries of one cross-reference section and of all together.
pub(super) const OBJECTS: usize = 1 << 18;
/// Nesting of direct objects.
pub(super) const DEPTH: usize = 48;
/// Parts of one object: 48 MiB of memory.
pub(super) const NODES_PER_OBJECT: usize = 1 << 20;
/// Parts of all objects read; objects may overlap, so bytes count too.
const NODES: usize = 1 << 24;
const BYTES_PER_NODE: usize = 8;
/// Bytes of all decoded streams that hold objects, cross-references or evidence.
const DECODED: usize = 64 << 20;
/// Bytes of one of them.
const DECODED_STREAM: usize = 16 << 20;

/// One verification: what is left of its limits, and what all revisions of the file share, as earlier bytes never change.
pub(in crate::pades) struct Reading {
    nodes: Cell<usize>,
    decoded: Cell<usize>,
    pub(super) containers: RefCell<HashMap<usize, Rc<Container>>>,
    pub(super) sections: RefCell<HashMap<usize, Rc<Section>>>,
}

impl Reading {
    pub(in crate::pades) fn new() -> Rc<Self> {
        Self::of(NODES)
    }

    fn of(nodes: usize) -> Rc<Self> {
        Rc::new(Self {
            nodes: Cell::new(nodes),
            decoded: Cell::new(DECODED),
            containers: RefCell::default(),
            sections: RefCell::default(),
        })
    }

    pub(super) fn spend(&self, nodes: usize, bytes: usize) -> Result<(), ReadError> {
        spend(&self.nodes, nodes + bytes / BYTES_PER_NODE, "objects")
    }

    pub(super) fn spend_decoded(&self, bytes: usize) -> Result<(), ReadError> {
        spend(&self.decoded, bytes, "decompressed streams")
    }

    /// How large the next stream may become.
    pub(super) fn decodable(&self) -> usize {
        self.decoded.get().min(DECODED_STREAM)
    }
}

fn spend(left: &Cell<usize>, amount: usize, what: &'static str) -> Result<(), ReadError> {
    let rest = left.get().checked_sub(amount);
    left.set(rest.ok_or(ReadError::TooLarge(what))?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::pades::reader::Document;

    /// A file in which each object is a string that goes on to the end of the file.
    fn overlapping(count: usize) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut table = String::new();
        for number in 1..=count {
            writeln!(table, "{:010} 00000 n ", bytes.len()).unwrap();
            bytes.extend_from_slice(format!("{number} 0 obj (").as_bytes());
        }
        let start = bytes.len();
        let end = format!(
            "xref\n1 {count}\n{table}trailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        );
        bytes.extend_from_slice(end.as_bytes());
        bytes
    }

    #[test]
    fn what_cannot_be_read_is_paid_for_too() {
        let pdf = overlapping(500);
        let reading = Reading::of(20_000);
        let document = Document::open(&pdf, &reading).unwrap();
        let read = |number| document.object((number, 0)).unwrap_err();
        assert_eq!(read(1), ReadError::Malformed("a string does not end"));
        let refused = (1..=500).map(read);
        let refused = refused.filter(|error| *error == ReadError::TooLarge("objects"));
        // Each costs some 2500 of the 20,000.
        assert!((490..500).contains(&refused.count()));
    }
}

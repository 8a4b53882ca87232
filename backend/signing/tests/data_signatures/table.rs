//! The table of refusals as a whole, after the list of EU DSS.

use std::collections::BTreeSet;

use super::bench::{Case, Row};
use super::{authorities, contents, evidence, stamps, structure};

const PARTS: [(&str, &[Row]); 5] = [
    ("content, attributes, signature", contents::ROWS),
    ("certificates and authorities", authorities::ROWS),
    ("revocation", evidence::ROWS),
    ("time stamps", stamps::ROWS),
    ("structure", structure::ROWS),
];

#[test]
fn a_sound_signature_holds() {
    assert_eq!(Case::sound().outcome(), "holds");
}

/// Run with `--nocapture` to print it for the documentation.
#[test]
fn every_row_is_named_once() {
    let mut names = BTreeSet::new();
    for (part, rows) in PARTS {
        println!("\n| {part} | what is done to a sound signature | refused with |\n|---|---|---|");
        for (name, done, code) in rows {
            println!("| {name} | {done} | `{code}` |");
            assert!(names.insert(name), "{name} is there twice");
            assert_ne!(*code, "holds");
        }
    }
    assert!(names.len() >= 100, "{} rows", names.len());
}

//! What an independent reader (poppler) finds in a PDF.

use std::path::PathBuf;
use std::process::Command;

/// Keeps the file, so that a person can look at it.
pub fn keep(name: &str, pdf: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, pdf).unwrap();
    path
}

/// The text in reading order with single spaces; `None` where poppler is not installed.
pub fn text(name: &str, pdf: &[u8]) -> Option<String> {
    let path = keep(name, pdf);
    let out = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(path)
        .arg("-")
        .output()
        .ok()?;
    assert!(out.status.success(), "pdftotext refused {name}");
    let words = String::from_utf8(out.stdout).unwrap();
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether these bytes are in the file.
pub fn has(pdf: &[u8], bytes: &str) -> bool {
    pdf.windows(bytes.len())
        .any(|window| window == bytes.as_bytes())
}

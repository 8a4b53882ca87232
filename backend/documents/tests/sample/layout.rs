//! Where words stand on a page.

use std::process::Command;

use crate::pdf::keep;

/// Where a word stands last on the given page, as `[x0, y0, x1, y1]` in points from the lower left
/// corner of an A4 page; `None` where poppler is not installed.
pub fn last_place_of(word: &str, name: &str, pdf: &[u8], page: u32) -> Option<[f64; 4]> {
    let page = page.to_string();
    let out = Command::new("pdftotext")
        .args(["-bbox", "-f", &page, "-l", &page])
        .arg(keep(name, pdf))
        .arg("-")
        .output()
        .ok()?;
    let words = String::from_utf8(out.stdout).unwrap();
    let line = words
        .lines()
        .rfind(|line| line.contains(&format!(">{word}<")))
        .unwrap();
    let mut numbers = line
        .split('"')
        .skip(1)
        .step_by(2)
        .map(|n| n.parse::<f64>().unwrap());
    let mut next = || numbers.next().unwrap();
    let (left, top, right, bottom) = (next(), next(), next(), next());
    Some([left, 841.89 - bottom, right, 841.89 - top])
}

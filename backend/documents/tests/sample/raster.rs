//! A page as it is seen.

use std::process::Command;

use crate::pdf::keep;

/// Grey values of a page.
pub struct Page {
    width: usize,
    dots_per_mm: f64,
    dots: Vec<u8>,
}

/// The page at this many dots an inch; `None` where poppler is not installed.
pub fn page(name: &str, pdf: &[u8], page: u32, dpi: u32) -> Option<Page> {
    let page = page.to_string();
    let out = Command::new("pdftoppm")
        .args(["-gray", "-f", &page, "-l", &page, "-r", &dpi.to_string()])
        .arg(keep(name, pdf))
        .output()
        .ok()?;
    // `P5`, width, height and the largest value, each on its line or behind a space, and the dots.
    let mut header = out.stdout.split(u8::is_ascii_whitespace).skip(1);
    let mut number = || -> Option<usize> {
        let digits = std::str::from_utf8(header.next()?).ok()?;
        digits.parse().ok()
    };
    let (width, height) = (number()?, number()?);
    let start = out.stdout.len() - width * height;
    let dots = out.stdout.get(start..)?;
    Some(Page {
        width,
        dots_per_mm: f64::from(dpi) / 25.4,
        dots: dots.to_vec(),
    })
}

impl Page {
    /// Whether the dot at these millimetres from the left and from the top is dark.
    pub fn is_dark(&self, x: f64, y: f64) -> bool {
        let at = |mm: f64| (mm * self.dots_per_mm) as usize;
        let dot = self.dots.get(at(y) * self.width + at(x));
        *dot.unwrap() < 128
    }

    /// The lower edge of the lowest dark dot on this vertical, in millimetres from the top.
    pub fn lowest_dark(&self, x: f64) -> Option<f64> {
        let column = (x * self.dots_per_mm) as usize;
        let row = self
            .dots
            .chunks(self.width)
            .rposition(|row| row.get(column).is_some_and(|dot| *dot < 128))?;
        Some((row + 1) as f64 / self.dots_per_mm)
    }
}

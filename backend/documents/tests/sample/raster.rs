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
    // P5, width, height and largest value, a line break, and the dots.
    let mut parts = out.stdout.splitn(4, |byte| byte.is_ascii_whitespace());
    let mut number = || -> usize {
        let part = String::from_utf8(parts.next().unwrap().to_vec()).unwrap();
        part.trim_start_matches("P5").parse().unwrap_or_default()
    };
    let (_, width, height) = (number(), number(), number());
    let dots = out.stdout.get(out.stdout.len() - width * height..)?;
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
        self.dots[at(y) * self.width + at(x)] < 128
    }

    /// The lower edge of the lowest dark dot on this vertical, in millimetres from the top.
    pub fn lowest_dark(&self, x: f64) -> Option<f64> {
        let column = (x * self.dots_per_mm) as usize;
        let row = self
            .dots
            .chunks(self.width)
            .rposition(|row| row[column] < 128)?;
        Some((row + 1) as f64 / self.dots_per_mm)
    }
}

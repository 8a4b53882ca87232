use crate::Place;
use crate::places::MM;

/// Points from line to line of the stamp, as in its template.
const LINE: f64 = 12.0;

/// Enough for `Thời gian ký: 22/11/2026 09:15:30 +07:00` and for most agencies' names.
const WIDTH: f64 = 210.0;

/// From the page's right edge, where the text of a document by Nghị định 30/2020 ends.
const RIGHT: f64 = 15.0 * MM;

/// From the page's upper edge: three lines end above the text, which begins at 20 mm.
const TOP: f64 = 6.0 * MM;

/// The upper right corner of the first page (Phụ lục I, Phần I, mục II.8b, and Phần II, mục I.3a):
/// room for this many lines on a page of this width and height in points, as it is seen.
#[must_use]
pub fn corner_place(page_width: f64, page_height: f64, lines: u32) -> Place {
    let right = page_width - RIGHT;
    let top = page_height - TOP;
    let width = WIDTH.min(right - RIGHT);
    Place {
        page: 1,
        rect: [right - width, top - LINE * f64::from(lines), right, top],
    }
}

impl Place {
    /// With the same upper edge and this height.
    pub(super) fn grown_down_to(mut self, height: f64) -> Self {
        let [_, bottom, _, top] = &mut self.rect;
        *bottom = *top - height;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_stand_in_the_upper_right_corner_above_the_text() {
        for (width, height) in [(595.28, 841.89), (841.89, 595.28)] {
            for lines in 1..=3 {
                let place = corner_place(width, height, lines);
                let [x0, y0, x1, y1] = place.rect;
                assert_eq!(place.page, 1);
                assert!((width - x1 - RIGHT).abs() < 0.01 && x0 > width / 2.0);
                assert!(y0 > height - 20.0 * MM && y1 < height - 5.0 * MM);
                assert!((y1 - y0 - 12.0 * f64::from(lines)).abs() < 0.01);
            }
        }
    }

    #[test]
    fn a_narrow_page_keeps_both_margins() {
        let [x0, _, x1, _] = corner_place(200.0, 300.0, 2).rect;
        assert!((x0 - RIGHT).abs() < 0.01 && (x1 - 200.0 + RIGHT).abs() < 0.01);
    }
}

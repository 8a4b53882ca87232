use serde::Serialize;
use typst::foundations::Label;
use typst::introspection::Introspector;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use crate::DocumentError;

/// Room for a signature, in points (1/72 inch).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct Room {
    pub width: f64,
    pub height: f64,
}

/// What a person's signature takes up on the form.
pub(crate) const SIGNATURE: Room = Room {
    width: 150.0,
    height: 84.0,
};

/// Points of a millimetre.
pub(crate) const MM: f64 = 72.0 / 25.4;

/// Diameter in millimetres of the round seal of most agencies.
pub(crate) const SEAL_DIAMETER: f64 = 36.0;

/// A rectangle on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Page, from 1.
    pub page: u32,
    /// `[x0, y0, x1, y1]` in PDF points, from the page's lower left corner.
    pub rect: [f64; 4],
}

impl Place {
    /// Width in points.
    #[must_use]
    pub fn width(&self) -> f64 {
        let [x0, _, x1, _] = self.rect;
        x1 - x0
    }

    /// Height in points.
    #[must_use]
    pub fn height(&self) -> f64 {
        let [_, y0, _, y1] = self.rect;
        y1 - y0
    }

    /// Where the agency's round seal of this diameter in millimetres belongs, if the competent
    /// person's signature is here: in its real size, over about a third of the signature from the
    /// left (Nghị định 30/2020, Phụ lục I, mục II.8a).
    #[must_use]
    pub fn seal(&self, diameter_mm: f64) -> Self {
        let [x0, y0, _, y1] = self.rect;
        let diameter = diameter_mm * MM;
        let right = x0 + self.width() / 3.0;
        let bottom = f64::midpoint(y0, y1) - diameter / 2.0;
        Self {
            page: self.page,
            rect: [right - diameter, bottom, right, bottom + diameter],
        }
    }

    /// The part of this place that an appearance of its size draws on: [`crate::Appearance::drawn`]
    /// in the coordinates of the page.
    #[must_use]
    pub fn part(&self, drawn: [f64; 4]) -> Self {
        let [left, bottom, _, _] = self.rect;
        let [x0, y0, x1, y1] = drawn;
        Self {
            page: self.page,
            rect: [left + x0, bottom + y0, left + x1, bottom + y1],
        }
    }
}

/// Number of pages.
pub(crate) fn pages(document: &PagedDocument) -> u32 {
    u32::try_from(document.pages().len()).unwrap_or(u32::MAX)
}

/// Height of the first page in points.
pub(crate) fn first_page_height(document: &PagedDocument) -> f64 {
    let page = document.pages().first();
    page.map_or(0.0, |page| page.frame.height().to_pt())
}

/// The place of [`SIGNATURE`]'s size whose upper left corner has this label.
pub(crate) fn labelled(
    document: &PagedDocument,
    label: &'static str,
) -> Result<Place, DocumentError> {
    let (page, [left, top]) = point(document, label)?;
    Ok(Place {
        page,
        rect: [left, top - SIGNATURE.height, left + SIGNATURE.width, top],
    })
}

/// The rectangle between the points with these labels, which are its upper left and lower right
/// corners.
pub(crate) fn between(
    document: &PagedDocument,
    from: &'static str,
    to: &'static str,
) -> Result<[f64; 4], DocumentError> {
    let (_, [left, top]) = point(document, from)?;
    let (_, [right, bottom]) = point(document, to)?;
    Ok([left, bottom, right, top])
}

/// Page, from 1, and position in points from its lower left corner.
fn point(document: &PagedDocument, label: &'static str) -> Result<(u32, [f64; 2]), DocumentError> {
    find(document, label).ok_or(DocumentError::NoPlace(label))
}

fn find(document: &PagedDocument, label: &str) -> Option<(u32, [f64; 2])> {
    let introspector = document.introspector();
    let element = introspector
        .query_label(Label::new(PicoStr::intern(label))?)
        .ok()?;
    let at = introspector.position(element.location()?)?;
    let page = document.pages().get(at.page.get().checked_sub(1)?)?;
    let height = page.frame.height().to_pt();
    Some((
        u32::try_from(at.page.get()).ok()?,
        [at.point.x.to_pt(), height - at.point.y.to_pt()],
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNED: Place = Place {
        page: 4,
        rect: [300.0, 100.0, 450.0, 184.0],
    };

    #[test]
    fn the_seal_has_its_real_size_and_covers_the_left_third() {
        for diameter in [36.0, 34.0, 30.0] {
            let seal = SIGNED.seal(diameter);
            assert_eq!(seal.page, 4);
            assert!((seal.width() / MM - diameter).abs() < 1e-9);
            assert!((seal.height() / MM - diameter).abs() < 1e-9);
            assert!((seal.rect[2] - 350.0).abs() < 1e-9);
            let middle = f64::midpoint(seal.rect[1], seal.rect[3]);
            assert!((middle - 142.0).abs() < 1e-9);
        }
    }

    /// A narrow signature in the middle of its place is covered as much as a wide one.
    #[test]
    fn the_seal_is_measured_from_what_is_drawn() {
        let drawn = SIGNED.part([33.0, 20.0, 117.0, 84.0]);
        assert_eq!(drawn.rect, [333.0, 120.0, 417.0, 184.0]);
        assert!((drawn.seal(36.0).rect[2] - 361.0).abs() < 1e-9);
    }
}

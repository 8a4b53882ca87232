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

/// Diameter of an agency's round seal: 36 mm.
const SEAL_DIAMETER: f64 = 36.0 / 25.4 * 72.0;

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

    /// Where the agency's seal belongs, given the competent person's signature: in its real size,
    /// over about a third of the signature from the left (Nghị định 30/2020, Phụ lục I, mục 8a).
    pub(crate) fn of_seal_over(signature: &Self) -> Self {
        let [x0, y0, _, y1] = signature.rect;
        let right = x0 + signature.width() / 3.0;
        let middle = f64::midpoint(y0, y1);
        let radius = SEAL_DIAMETER / 2.0;
        Self {
            page: signature.page,
            rect: [
                right - SEAL_DIAMETER,
                middle - radius,
                right,
                middle + radius,
            ],
        }
    }
}

/// Number of pages.
pub(crate) fn pages(document: &PagedDocument) -> u32 {
    u32::try_from(document.pages().len()).unwrap_or(u32::MAX)
}

/// The place of [`SIGNATURE`]'s size whose upper left corner has this label.
pub(crate) fn labelled(
    document: &PagedDocument,
    label: &'static str,
) -> Result<Place, DocumentError> {
    find(document, label).ok_or(DocumentError::NoPlace(label))
}

fn find(document: &PagedDocument, label: &str) -> Option<Place> {
    let introspector = document.introspector();
    let element = introspector
        .query_label(Label::new(PicoStr::intern(label))?)
        .ok()?;
    let corner = introspector.position(element.location()?)?;
    let page = document.pages().get(corner.page.get().checked_sub(1)?)?;
    let left = corner.point.x.to_pt();
    let top = page.frame.height().to_pt() - corner.point.y.to_pt();
    Some(Place {
        page: u32::try_from(corner.page.get()).ok()?,
        rect: [left, top - SIGNATURE.height, left + SIGNATURE.width, top],
    })
}

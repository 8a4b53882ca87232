//! The visible side of digital signatures, in the three layouts of Nghị định 30/2020/NĐ-CP, Phụ lục I:
//! the signature and the seal of a main document (Phần I, mục II.7d and II.8a), and the lines in the
//! corner of an attachment in a file of its own (mục II.8b) or of an electronic copy (Phần II, mục I.3).

mod corner;
mod mark;

use chrono::{DateTime, Datelike, FixedOffset};
use serde_json::{Value, json};

pub use corner::corner_place;
pub use mark::{CopyForm, Mark};

use crate::world::Files;
use crate::{DocumentError, Place, Renderer, places};

/// What a signature shows, and when it was made.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// Width in points, of the place where the stamp goes.
    pub width: f64,
    /// Height in points.
    pub height: f64,
    /// Time of signing; printed in Vietnam's time zone.
    pub signed_at: DateTime<FixedOffset>,
    /// The signature is on trial and says so.
    pub pilot: bool,
    pub mark: Mark,
}

/// A drawn stamp.
#[derive(Clone, Debug, PartialEq)]
pub struct Appearance {
    /// One page of the stamp's size with a transparent ground, PDF/A-2b.
    pub pdf: Vec<u8>,
    /// What the image or the name of a person takes up, else the whole: `[x0, y0, x1, y1]` in points
    /// from the stamp's lower left corner. [`Place::part`] and [`Place::seal`] lead from here to the
    /// place of the agency's seal.
    pub drawn: [f64; 4],
}

impl Renderer {
    /// The appearance of a signature in a PDF.
    ///
    /// # Errors
    /// [`DocumentError::UnreadableImage`], [`DocumentError::ImageTooLarge`] or
    /// [`DocumentError::OpaqueImage`] for the handwriting or the seal.
    pub fn appearance(&self, stamp: &Stamp) -> Result<Appearance, DocumentError> {
        let drawn = |document: &_| match stamp.mark {
            Mark::Person { .. } => places::between(document, "drawn-from", "drawn-to"),
            _ => Ok([0.0, 0.0, stamp.width, stamp.height]),
        };
        let data = data(stamp, Some(stamp.height))?;
        let files = Files {
            image: stamp.mark.image(),
            ..Files::default()
        };
        let (pdf, drawn) = self.set(stamp.mark.template(), &data, files, drawn)?;
        Ok(Appearance { pdf, drawn })
    }

    /// As [`Renderer::appearance`], where only the page is wanted.
    ///
    /// # Errors
    /// The same.
    pub fn signature_appearance(&self, stamp: &Stamp) -> Result<Vec<u8>, DocumentError> {
        Ok(self.appearance(stamp)?.pdf)
    }

    /// The lines for the upper right corner of the first page of an attachment or a copy, and where
    /// they go on a page of this width and height in points: as many lines as long names need.
    ///
    /// # Errors
    /// Those of [`Renderer::appearance`].
    pub fn corner_stamp(
        &self,
        (page_width, page_height): (f64, f64),
        signed_at: DateTime<FixedOffset>,
        pilot: bool,
        mark: Mark,
    ) -> Result<(Place, Vec<u8>), DocumentError> {
        let one_line = corner_place(page_width, page_height, 1);
        let stamp = Stamp {
            width: one_line.width(),
            height: one_line.height(),
            signed_at,
            pilot,
            mark,
        };
        let data = data(&stamp, None)?;
        let height = |document: &_| Ok(places::first_page_height(document));
        let (pdf, height) = self.set(stamp.mark.template(), &data, Files::default(), height)?;
        Ok((one_line.grown_down_to(height), pdf))
    }
}

/// What the template reads; without a height the page becomes as high as its lines.
fn data(stamp: &Stamp, height: Option<f64>) -> Result<Value, DocumentError> {
    const VIETNAM: Option<FixedOffset> = FixedOffset::east_opt(7 * 3600);
    let at = VIETNAM.map_or(stamp.signed_at, |zone| stamp.signed_at.with_timezone(&zone));
    Ok(json!({
        "mark": stamp.mark.printed()?,
        "width": stamp.width,
        "height": height,
        "pilot": stamp.pilot,
        "date": { "year": at.year(), "month": at.month(), "day": at.day() },
        "at": at.format("%d/%m/%Y %H:%M:%S %:z").to_string(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_that_of_vietnam() {
        let stamp = Stamp {
            width: 10.0,
            height: 10.0,
            signed_at: DateTime::parse_from_rfc3339("2026-12-31T18:30:00Z").unwrap(),
            pilot: false,
            mark: Mark::Attachment {
                number: "15/QĐ-SNV".to_owned(),
            },
        };
        let data = data(&stamp, None).unwrap();
        assert_eq!(data["at"], "01/01/2027 01:30:00 +07:00");
        assert_eq!(data["date"]["year"], 2027);
    }
}

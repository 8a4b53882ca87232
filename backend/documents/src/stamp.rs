use chrono::{DateTime, Datelike, FixedOffset};
use serde_json::{Value, json};

use crate::{DocumentError, Renderer, image};

/// The visible side of a digital signature.
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

/// Whose signature it is.
#[derive(Clone, Debug)]
pub enum Mark {
    /// A person's, in blue (Nghị định 30/2020, Phụ lục I, mục 7d).
    Person {
        name: String,
        /// Image of the handwritten signature, PNG with a transparent ground, or JPEG.
        handwriting: Option<Vec<u8>>,
    },
    /// An agency's, as its round seal in red (mục 8a).
    Seal {
        /// Direct superior of the agency, along the rim; may be empty.
        superior: String,
        /// The agency, in the middle.
        agency: String,
    },
}

impl Renderer {
    /// A page of the stamp's size with a transparent ground, as PDF/A-2b: the appearance of a
    /// signature in a PDF.
    ///
    /// # Errors
    /// [`DocumentError::UnreadableImage`] or [`DocumentError::ImageTooLarge`] for the handwriting.
    pub fn signature_appearance(&self, stamp: &Stamp) -> Result<Vec<u8>, DocumentError> {
        let (template, mark, image) = match &stamp.mark {
            Mark::Person { name, handwriting } => {
                let format = handwriting.as_deref().map(image::format).transpose()?;
                let mark = json!({ "name": name, "image": format });
                ("/person.typ", mark, handwriting.clone())
            }
            Mark::Seal { superior, agency } => {
                let mark = json!({ "superior": superior, "agency": agency });
                ("/seal.typ", mark, None)
            }
        };
        let data = data(stamp, &mark);
        let (pdf, ()) = self.set(template, &data, image, |_| Ok(()))?;
        Ok(pdf)
    }
}

fn data(stamp: &Stamp, mark: &Value) -> Value {
    const VIETNAM: Option<FixedOffset> = FixedOffset::east_opt(7 * 3600);
    let at = VIETNAM.map_or(stamp.signed_at, |zone| stamp.signed_at.with_timezone(&zone));
    json!({
        "mark": mark,
        "width": stamp.width,
        "height": stamp.height,
        "pilot": stamp.pilot,
        "date": { "year": at.year(), "month": at.month(), "day": at.day() },
        "at": at.format("%d/%m/%Y %H:%M:%S %:z").to_string(),
    })
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
            mark: Mark::Seal {
                superior: String::new(),
                agency: String::new(),
            },
        };
        let data = data(&stamp, &Value::Null);
        assert_eq!(data["at"], "01/01/2027 01:30:00 +07:00");
        assert_eq!(data["date"]["year"], 2027);
    }
}

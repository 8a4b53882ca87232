//! Signed exports of a profile (F4): the competent person signs, then the agency; the file grows by
//! appended revisions from our own bytes only.

mod conclude;
mod make;
pub mod routes;
mod seal;
mod sign;
mod view;

pub use conclude::{conclude_at_once, conclude_later, renew, renew_at, stamp_arrived};
pub use make::{Draft, draft, insert, render, set};
pub use seal::{seal, use_seal};
pub use sign::{prepare_signature, signed, signed_elsewhere, to_be_signed};
pub use view::view;

use congvu_db::{AnyConnection, Export, Person, Unit, exports};
use congvu_documents::Place;
use serde::{Deserialize, Serialize};

use crate::auth::Caller;
use crate::error::ApiError;
use crate::people::visible;

/// Names of the signature fields in the file.
const SIGNER_FIELD: &str = "NguoiCoThamQuyen";
const SEAL_FIELD: &str = "CoQuan";
/// Points of a millimetre.
const MM: f64 = 72.0 / 25.4;

/// Where the signatures belong on the page, kept with the export.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Layout {
    signature: Spot,
    seal: Spot,
}

/// A rectangle on a page: page from 1, points from its lower left corner.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Spot {
    page: u32,
    rect: [f64; 4],
}

impl Layout {
    /// With the seal over a third of what a person's signature draws at its place, and in its own size: the place itself is wider than what
    /// is drawn there (Nghị định 30/2020, Phụ lục I, mục II.8a).
    fn sealed_over(self, drawn: [f64; 4]) -> Self {
        let (diameter, _) = self.seal.size();
        let signature = Place::from(self.signature);
        Self {
            seal: signature.part(drawn).seal(diameter / MM).into(),
            ..self
        }
    }
}

impl From<Spot> for Place {
    fn from(spot: Spot) -> Self {
        Self {
            page: spot.page,
            rect: spot.rect,
        }
    }
}

impl From<Place> for Spot {
    fn from(place: Place) -> Self {
        Self {
            page: place.page,
            rect: place.rect,
        }
    }
}

impl Spot {
    fn size(&self) -> (f64, f64) {
        let [x0, y0, x1, y1] = self.rect;
        (x1 - x0, y1 - y0)
    }

    /// As PDF code wants it.
    fn place(&self, appearance: Vec<u8>) -> congvu_signing::pades::Place {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "points on a page; a hundredth of one is not seen"
        )]
        let rect = self.rect.map(|value| value as f32);
        congvu_signing::pades::Place {
            page: self.page,
            rect,
            appearance,
        }
    }
}

/// The export, where the caller may see the person.
pub fn find(
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
) -> Result<(Export, Person, Unit), ApiError> {
    let export = exports::find(connection, id)?;
    let (person, unit) = visible(connection, caller, &export.person_id)?;
    Ok((export, person, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A signature that draws from 33 to 117 of its 150 points: the seal of 36 mm ends a third into those 84, at 33 + 28.
    #[test]
    fn the_seal_lies_over_a_third_of_what_is_drawn() {
        let signature = Place {
            page: 2,
            rect: [300.0, 100.0, 450.0, 184.0],
        };
        let layout = Layout {
            signature: signature.into(),
            seal: signature.seal(36.0).into(),
        };
        let sealed = layout.sealed_over([33.0, 20.0, 117.0, 84.0]);
        let [x0, y0, x1, y1] = sealed.seal.rect;
        let diameter = 36.0 * MM;
        for (found, expected) in [
            (x1, 361.0),
            (x0, 361.0 - diameter),
            (y0, 152.0 - diameter / 2.0),
            (y1, 152.0 + diameter / 2.0),
        ] {
            assert!((found - expected).abs() < 1e-9, "{found} {expected}");
        }
        assert_eq!(sealed.seal.page, 2);
        assert_eq!(Place::from(sealed.signature), signature);
    }
}

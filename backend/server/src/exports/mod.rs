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
pub use sign::{prepare_signature, signed, signed_elsewhere};
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

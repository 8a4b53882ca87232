use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use crate::places::{self, SEAL_DIAMETER, SIGNATURE};
use crate::world::Files;
use crate::{CvRequest, DocumentError, RenderedCv, Renderer, Status, Verification, image, sheet};

const PILOT: &str = "Chữ ký số thử nghiệm – không có giá trị pháp lý";

impl Renderer {
    /// Prints the CV (sơ yếu lý lịch) by the form of Thông tư 06/2023/TT-BNV.
    ///
    /// # Errors
    /// [`DocumentError::UnreadableImage`] or [`DocumentError::ImageTooLarge`] for the photograph;
    /// [`DocumentError::LongAddress`] for the QR code; [`DocumentError::Attachment`] for a file to
    /// embed. Every profile can be printed, so the others point to a fault of this crate.
    pub fn curriculum_vitae(&self, request: &CvRequest<'_>) -> Result<RenderedCv, DocumentError> {
        let photo = request.photo.as_deref().map(image::format).transpose()?;
        let verification = request.verification.as_ref();
        let verification = verification.map(Verification::printed).transpose()?;
        let files = Files {
            image: request.photo.as_deref(),
            attachments: request.attachments,
        };
        let data = json!({
            "profile": sheet::printed(request.profile, request.names)?,
            "place": request.place,
            "superior": request.superior,
            "agency": request.agency,
            "date": date(request.printed_on),
            "authority": request.authority.lines(),
            "basis": request.authority.basis_line(),
            "signer": request.signer_name,
            "photo": photo,
            "verification": verification,
            "foot": foot(request),
            "room": SIGNATURE,
        });
        let read = |document: &_| {
            Ok((
                places::pages(document),
                places::labelled(document, "signature")?,
                places::labelled(document, "declarant")?,
            ))
        };
        let (pdf, (pages, signature_place, declarant_place)) =
            self.set("/cv.typ", &data, files, read)?;
        Ok(RenderedCv {
            pdf,
            pages,
            signature_place,
            declarant_place,
            seal_place: signature_place.seal(SEAL_DIAMETER),
        })
    }
}

/// The date for the file, and as Nghị định 30/2020, Phụ lục I, mục 4b wants it written.
fn date(date: NaiveDate) -> Value {
    let month = if date.month() < 3 {
        format!("{:02}", date.month())
    } else {
        date.month().to_string()
    };
    json!({
        "year": date.year(),
        "month": date.month(),
        "day": date.day(),
        "printed": { "day": format!("{:02}", date.day()), "month": month },
    })
}

/// The lines at the foot of each page.
fn foot(request: &CvRequest<'_>) -> Vec<String> {
    let status = match &request.status {
        Status::Draft => "BẢN IN ĐỂ RÀ SOÁT".to_owned(),
        Status::Approved {
            version,
            approved_on,
            digest_short,
        } => format!(
            "Phiên bản {version}, phê duyệt ngày {}, mã kiểm tra {digest_short}",
            approved_on.format("%d/%m/%Y")
        ),
    };
    let pilot = request.pilot.then(|| PILOT.to_owned());
    [Some(status), pilot].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_days_and_the_first_two_months_have_a_leading_zero() {
        for ((month, day), printed) in [
            ((1, 5), ("05", "01")),
            ((2, 28), ("28", "02")),
            ((3, 9), ("09", "3")),
            ((12, 31), ("31", "12")),
        ] {
            let date = date(NaiveDate::from_ymd_opt(2026, month, day).unwrap());
            assert_eq!(
                date["printed"],
                json!({ "day": printed.0, "month": printed.1 })
            );
        }
    }
}

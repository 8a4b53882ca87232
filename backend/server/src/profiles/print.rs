use congvu_db::{AnyConnection, Person, Unit, units, versions};
use congvu_documents::{AuthorityBlock, CvRequest, Status, Verification};
use congvu_domain::catalogues::Catalogues;
use congvu_openapi::profile::Profile;

use super::document;
use crate::deployment::called;
use crate::error::{ApiError, Code, said};
use crate::services::{Services, in_vietnam};

/// Names of coded values, for the printed form.
pub fn names(catalogues: &'static Catalogues) -> impl Fn(&str, &str) -> Option<String> {
    move |catalogue, code| {
        catalogues
            .find(catalogue, code)
            .map(|item| item.name.clone())
    }
}

/// What is printed: a version, or what is being worked on.
pub struct Printed {
    pub profile: Profile,
    pub status: Status,
    pub unit: Unit,
    pub superior: Option<Unit>,
}

/// The version asked for, or the approved one.
pub fn printed_version(
    connection: &mut AnyConnection,
    person: &Person,
    unit: &Unit,
    number: i64,
) -> Result<Printed, ApiError> {
    let version = versions::find(connection, &person.id, number)?;
    let (agency, superior) = agency(connection, unit)?;
    let digest = version.digest.get(..12).unwrap_or_default().to_owned();
    Ok(Printed {
        profile: document(&version.document)?,
        status: Status::Approved {
            version: u32::try_from(version.number).map_err(ApiError::internal)?,
            approved_on: in_vietnam(version.effective_at.utc()).date_naive(),
            digest_short: digest,
        },
        unit: agency,
        superior,
    })
}

/// The agency that a unit belongs to, and what stands above it: the head of a document names the
/// agency, not the section.
pub fn agency(
    connection: &mut AnyConnection,
    unit: &Unit,
) -> Result<(Unit, Option<Unit>), ApiError> {
    let mut agency = unit.clone();
    loop {
        let Some(parent) = agency.parent_id.as_deref() else {
            return Ok((agency, None));
        };
        let above = units::find(connection, parent)?;
        if agency.depth <= 1 {
            return Ok((agency, Some(above)));
        }
        agency = above;
    }
}

/// Renders the CV (F3, F4).
pub fn print(
    services: &Services,
    printed: &Printed,
    photo: Option<Vec<u8>>,
    authority: AuthorityBlock,
    signer_name: &str,
    verification: Option<Verification>,
) -> Result<congvu_documents::RenderedCv, ApiError> {
    let names = names(services.catalogues);
    let request = CvRequest {
        profile: &printed.profile,
        place: services.rules().body.place.clone(),
        superior: printed
            .superior
            .as_ref()
            .map(|unit| called(services, unit))
            .unwrap_or_default(),
        agency: called(services, &printed.unit),
        printed_on: services.today(),
        authority,
        signer_name: signer_name.to_owned(),
        photo,
        status: printed.status.clone(),
        pilot: true,
        verification,
        attachments: &[],
        names: &names,
    };
    services
        .renderer
        .curriculum_vitae(&request)
        .map_err(|error| match error {
            congvu_documents::DocumentError::UnreadableImage
            | congvu_documents::DocumentError::ImageTooLarge { .. } => ApiError::new(
                Code::Invalid,
                said(
                    "Ảnh trong hồ sơ không đọc được hoặc quá lớn; hãy tải ảnh khác.",
                    "The photograph cannot be read or is too large; upload another.",
                ),
            ),
            other => ApiError::internal(other),
        })
}

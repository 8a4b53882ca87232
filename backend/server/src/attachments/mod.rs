//! Digitised evidence (B7): taken as it is, kept under its SHA-256, frozen once submitted.

mod blobs;
pub mod routes;

pub use blobs::Blobs;

use congvu_db::{AnyConnection, Attachment, attachments};
use congvu_domain::payload::sha256_hex;
use congvu_openapi::attachments as wire;
use congvu_openapi::form;

use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::error::{ApiError, Code, said};
use crate::profiles;
use crate::services::Services;

/// Largest file: a scan of some fifty pages at 200 dpi.
pub const LARGEST: usize = 20 * 1024 * 1024;
const ACCEPTED: [&str; 3] = ["application/pdf", "image/png", "image/jpeg"];

/// A file on its way in.
pub struct Upload {
    pub name: String,
    pub category: String,
    pub pointer: String,
    /// What the caller says it is.
    pub media_type: String,
    pub content: Vec<u8>,
}

/// # Errors
/// 413, 415 or 422 with what is wrong about the file.
pub fn check(services: &Services, upload: &Upload) -> Result<(), ApiError> {
    if upload.content.len() > LARGEST {
        return Err(ApiError::new(
            Code::TooLarge,
            said(
                "Tệp lớn hơn 20 MB; hãy quét với độ phân giải thấp hơn.",
                "The file is larger than 20 MB; scan it at a lower resolution.",
            ),
        ));
    }
    if !ACCEPTED.contains(&upload.media_type.as_str()) {
        return Err(ApiError::new(
            Code::UnsupportedMedia,
            said(
                "Chỉ nhận tệp PDF, PNG hoặc JPEG.",
                "Only PDF, PNG and JPEG files are taken.",
            ),
        ));
    }
    let found = infer::get(&upload.content).map(|kind| kind.mime_type());
    if found != Some(upload.media_type.as_str()) {
        return Err(ApiError::invalid_at(
            "",
            "content_mismatch",
            said(
                format!(
                    "Nội dung tệp không phải {}; hãy kiểm tra lại tệp.",
                    upload.media_type
                ),
                format!(
                    "The content of the file is not {}; check the file.",
                    upload.media_type
                ),
            ),
        ));
    }
    if upload.name.trim().is_empty() || upload.name.chars().count() > 200 {
        return Err(ApiError::invalid_at(
            "name",
            "length",
            said(
                "Tên tệp cần có từ 1 đến 200 ký tự.",
                "The file's name needs 1 to 200 characters.",
            ),
        ));
    }
    if services
        .catalogues
        .find("attachment-categories", &upload.category)
        .is_none()
    {
        return Err(ApiError::invalid_at(
            "category",
            "unknown_code",
            said(
                "Loại tài liệu không có trong danh mục; hãy chọn lại.",
                "The category is not in the catalogue attachment-categories; choose another.",
            ),
        ));
    }
    if !upload.pointer.is_empty() && form::leaf(&upload.pointer).is_none() {
        return Err(ApiError::invalid_at(
            "pointer",
            "unknown_place",
            said(
                "Mục này không có trong mẫu sơ yếu lý lịch.",
                "The form has no such place.",
            ),
        ));
    }
    Ok(())
}

/// Keeps a checked upload; the content is in the blob store already.
pub fn keep(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    person_id: &str,
    upload: &Upload,
) -> Result<wire::Attachment, ApiError> {
    profiles::editable(services, connection, caller, person_id)?;
    let row = Attachment {
        id: services.new_id(),
        person_id: person_id.to_owned(),
        name: congvu_domain::names::nfc(upload.name.trim()),
        category: upload.category.clone(),
        pointer: upload.pointer.clone(),
        media_type: upload.media_type.clone(),
        size: i64::try_from(upload.content.len()).map_err(ApiError::internal)?,
        sha256: sha256_hex(&upload.content),
        uploaded_at: services.now().into(),
        uploaded_by: caller.name.clone(),
        submitted: false,
        removed_at: None,
    };
    attachments::insert(connection, &row)?;
    let event = Event::about(caller, "attachment_added", person_id, &row.id);
    audit::record(services, connection, caller, event)?;
    Ok(view(&row))
}

/// Takes away an attachment that no submission holds.
pub fn remove(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    person_id: &str,
    id: &str,
) -> Result<(), ApiError> {
    profiles::editable(services, connection, caller, person_id)?;
    attachments::find(connection, person_id, id)?;
    if !attachments::remove(connection, id, services.now().into())? {
        return Err(ApiError::conflict(said(
            "Tài liệu đã đi cùng một hồ sơ đã ký nên không xoá được.",
            "The document went with a signed submission and stays.",
        )));
    }
    audit::record(
        services,
        connection,
        caller,
        Event::about(caller, "attachment_removed", person_id, id),
    )
}

/// An attachment as it travels.
pub fn view(row: &Attachment) -> wire::Attachment {
    wire::Attachment {
        id: row.id.clone(),
        person_id: row.person_id.clone(),
        name: row.name.clone(),
        category: row.category.clone(),
        pointer: row.pointer.clone(),
        item: form::leaf(&row.pointer)
            .map(|leaf| leaf.item.to_owned())
            .unwrap_or_default(),
        media_type: row.media_type.clone(),
        size: row.size,
        sha256: row.sha256.clone(),
        uploaded_at: row.uploaded_at.rfc3339(),
        uploaded_by: row.uploaded_by.clone(),
    }
}

/// The blob store cannot be written: nothing was kept.
pub fn unwritable(error: std::io::Error) -> ApiError {
    log::error!("blob store: {error}");
    ApiError::new(
        Code::Unavailable,
        said(
            "Kho lưu tệp đang đầy hoặc không ghi được. Chưa có gì thay đổi; hãy thử lại sau.",
            "The file store is full or cannot be written. Nothing was changed; try again later.",
        ),
    )
}

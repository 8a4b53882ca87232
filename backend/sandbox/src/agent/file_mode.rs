//! `SignApproved` and its kin: the agent fetches the PDF, signs it itself and hands it to the page's server.

use congvu_signing::cms;
use congvu_signing::pades::{self, RESERVE, SignatureSpec};
use serde::Deserialize;
use serde_json::{Value, json};

use super::answers::{Failure, SUCCESS};
use super::{Agent, download};
use crate::random;
use chrono::FixedOffset;

/// Vietnam has one time zone, in seconds east.
const HANOI: i32 = 7 * 3600;

/// In which role the file is signed (Nghị định 30/2020/NĐ-CP).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Approved,
    Issued,
    Copy,
    Appendix,
}

impl Kind {
    fn reason(self) -> &'static str {
        match self {
            Self::Approved => "Lãnh đạo phê duyệt",
            Self::Issued => "Văn thư phát hành",
            Self::Copy => "Sao y",
            Self::Appendix => "Phụ lục",
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Request {
    /// URL the agent downloads.
    file_name: String,
    /// URL it posts the signed file to.
    file_upload_handler: String,
    #[serde(default, rename = "JWTToken")]
    jwt_token: String,
    #[serde(default)]
    meta_data: Vec<MetaData>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct MetaData {
    key: String,
    value: String,
}

/// What the page's server says about the file it got.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Receipt {
    status: bool,
    #[serde(default)]
    message: String,
    #[serde(default)]
    file_name: String,
    #[serde(default)]
    file_server: String,
}

pub(super) fn sign(kind: Kind, message: &str, agent: &Agent) -> Result<Value, Failure> {
    let request: Request =
        serde_json::from_str(message).map_err(|_json| Failure::BadRequest("FileName"))?;
    let pdf = download::fetch(&agent.web, &request.file_name, &request.jwt_token)
        .map_err(|error| Failure::File(format!("Không tải được tệp: {error}")))?;
    let signed = sign_pdf(&pdf, kind, agent).map_err(Failure::File)?;
    let fields: Vec<_> = request
        .meta_data
        .into_iter()
        .map(|one| (one.key, one.value))
        .collect();
    let boundary = random::name().map_err(|error| Failure::File(error.to_string()))?;
    let receipt = download::upload(
        &agent.web,
        &request.file_upload_handler,
        &request.jwt_token,
        &fields,
        &signed_name(&request.file_name),
        &signed,
        &boundary,
    )
    .map_err(|error| Failure::File(format!("Không gửi được tệp: {error}")))?;
    let receipt: Receipt = serde_json::from_str(&receipt)
        .map_err(|_json| Failure::File("Máy chủ nhận tệp trả lời không đúng".into()))?;
    if !receipt.status {
        return Err(Failure::File(receipt.message));
    }
    Ok(json!({
        "Status": SUCCESS,
        "Message": receipt.message,
        "FileName": receipt.file_name,
        "FileServer": receipt.file_server,
    }))
}

fn sign_pdf(pdf: &[u8], kind: Kind, agent: &Agent) -> Result<Vec<u8>, String> {
    let identity = &agent.identity();
    let now = agent.clock.now();
    let offset = FixedOffset::east_opt(HANOI).ok_or("time zone")?;
    let spec = SignatureSpec {
        field: format!("VGCA-{}", random::name().map_err(text)?),
        signer_name: identity.info.subject_common_name.clone(),
        reason: kind.reason().to_owned(),
        location: String::new(),
        time: now.with_timezone(&offset),
        place: None,
    };
    let prepared = pades::prepare(pdf, &spec, RESERVE).map_err(text)?;
    let digest = prepared.digest().map_err(text)?;
    let to_be_signed = cms::prepare(&digest, identity.leaf(), None).map_err(text)?;
    let signature = identity
        .key
        .sign_digest(&to_be_signed.digest)
        .map_err(text)?;
    let envelope = cms::assemble(
        &to_be_signed.attributes,
        identity.key.algorithm(),
        &signature,
        &identity.chain,
    )
    .map_err(text)?;
    prepared.embed(&envelope).map_err(text)
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// The last part of the path, with `.signed` before the ending, as the real agent names its files.
fn signed_name(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.strip_suffix(".pdf").unwrap_or(name);
    format!("{stem}.signed.pdf")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signed_file_is_named_after_the_fetched_one() {
        assert_eq!(
            signed_name("http://may.vn/a/qd-01.pdf?ve=1/2"),
            "qd-01.signed.pdf"
        );
        assert_eq!(signed_name("http://may.vn/tai/"), ".signed.pdf");
    }
}

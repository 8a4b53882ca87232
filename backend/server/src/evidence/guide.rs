//! What lies on top of a package, for whoever opens it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_domain::payload::{EvidenceAct, SignedAct};

use super::Contents;
use crate::auth::stead;

/// Name of the file.
pub const NAME: &str = "DOC-TOI.txt";

const TEXT: &str = include_str!("guide.txt");

/// The guide to a package.
pub fn text(contents: &Contents) -> String {
    let version = &contents.package.version;
    let acts: String = contents.package.acts.iter().enumerate().map(line).collect();
    let (stamped_vi, stamped_en) = match contents.archive.len() {
        0 => ("chưa có", "none yet"),
        _ => ("có", "there"),
    };
    TEXT.replace("{number}", &version.number.to_string())
        .replace("{digest}", &version.digest)
        .replace("{effective_at}", &version.effective_at)
        .replace("{stamped_vi}", stamped_vi)
        .replace("{stamped_en}", stamped_en)
        .replace("{acts}", &acts)
}

fn line((at, act): (usize, &EvidenceAct)) -> String {
    let payload = STANDARD.decode(&act.payload_base64).unwrap_or_default();
    let signed = serde_json::from_slice::<SignedAct>(&payload).ok();
    let signer = signed
        .as_ref()
        .map(|act| act.signer.name.as_str())
        .unwrap_or_default();
    let stead = match stead(signed.as_ref().and_then(|act| act.on_behalf.as_ref())) {
        none if none.is_empty() => none,
        words => format!(" ({words})"),
    };
    format!("  {:02}  {signer}{stead}, {}\n", at + 1, act.signed_at)
}

//! What lies on top of a package, for whoever opens it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_domain::payload::{EvidenceAct, SignedAct};

use super::Contents;

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
    let signer = serde_json::from_slice::<SignedAct>(&payload)
        .map(|act| act.signer.name)
        .unwrap_or_default();
    format!("  {:02}  {signer}, {}\n", at + 1, act.signed_at)
}

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, anyhow};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use clap::Args;
use congvu_domain::payload::{EvidencePackage, SignedAct};
use congvu_signing::certificate::CertificateInfo;
use congvu_signing::pades;
use congvu_signing::trust::{Anchor, AnchorLevel, TrustStore};
use congvu_signing::verify::{VerifiedSignature, verify_detached};
use serde::Serialize;

use super::Outcome;
use crate::clock::Clock;
use crate::services::in_vietnam;
use crate::submissions::sha256;

/// Verify an evidence file or a signed PDF, offline.
#[derive(Debug, Args)]
pub struct Verify {
    /// An evidence file (JSON) or a signed PDF
    file: PathBuf,
    /// Trusted root certificates (PEM), as `GET /api/v1/pki/anchors.pem` gives them. Without one the anchors in an evidence file are used and said to be unconfirmed
    #[arg(long)]
    anchors: Option<PathBuf>,
    /// Newer revocation lists (DER), in addition to those in the file
    #[arg(long)]
    crl: Vec<PathBuf>,
    /// Judge certificates at this time (RFC 3339) instead of now
    #[arg(long)]
    at: Option<DateTime<Utc>>,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

/// What was found.
#[derive(Debug, Serialize)]
struct Report {
    file: String,
    valid: bool,
    /// Anchors came from the file itself: their holder has to be confirmed elsewhere.
    anchors_unconfirmed: bool,
    problems: Vec<Problem>,
    signatures: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Problem {
    code: String,
    message: String,
}

#[derive(Debug, Serialize)]
struct Line {
    signer: String,
    what: String,
    at: String,
    valid: bool,
    /// Reason where it is not valid.
    code: String,
    level: Option<AnchorLevel>,
    serial: String,
    issuer: String,
}

impl Line {
    fn of(
        outcome: Result<VerifiedSignature, congvu_signing::verify::VerifyError>,
        what: String,
        at: String,
        fallback: &str,
    ) -> Self {
        match outcome {
            Ok(verified) => Self {
                signer: verified.certificate.subject_common_name,
                what,
                at,
                valid: true,
                code: String::new(),
                level: Some(verified.anchor_level),
                serial: verified.certificate.serial_hex,
                issuer: verified.certificate.issuer_common_name,
            },
            Err(error) => Self {
                signer: fallback.to_owned(),
                what: format!("{what}: {error}"),
                at,
                valid: false,
                code: error.code().to_owned(),
                level: None,
                serial: String::new(),
                issuer: String::new(),
            },
        }
    }
}

impl Verify {
    pub fn run(self) -> Outcome {
        let content =
            fs::read(&self.file).with_context(|| format!("cannot read {}", self.file.display()))?;
        let mut trust = TrustStore::default();
        if let Some(path) = &self.anchors {
            trust.add_pem(&fs::read_to_string(path)?, AnchorLevel::Pilot)?;
        }
        for path in &self.crl {
            trust
                .crls
                .push(fs::read(path).with_context(|| format!("cannot read {}", path.display()))?);
        }
        let at = self.at.unwrap_or_else(|| Clock::machine().now());
        let mut report = if content.starts_with(b"%PDF") {
            self.pdf(&content, &trust, at)?
        } else {
            evidence(&content, trust, at)?
        };
        report.file = self.file.display().to_string();
        if self.json {
            println!("{}", serde_json::to_string_pretty(&report)?);
        } else {
            print(&report, at);
        }
        Ok(report.valid)
    }

    fn pdf(&self, content: &[u8], trust: &TrustStore, at: DateTime<Utc>) -> anyhow::Result<Report> {
        if trust.anchors.is_empty() {
            return Err(anyhow!("a PDF needs --anchors: the roots that you trust"));
        }
        let mut report = Report::empty();
        match pades::verify(content, trust, at) {
            Err(error) => report.problem(error.code(), &error.to_string()),
            Ok(found) => {
                report.signatures = found
                    .signatures
                    .into_iter()
                    .map(|signature| {
                        let what = signature.reason.unwrap_or_default();
                        let claimed = signature
                            .claimed_time
                            .map(|time| time.to_rfc3339())
                            .unwrap_or_default();
                        Line::of(signature.outcome, what, claimed, &signature.field)
                    })
                    .collect();
            }
        }
        Ok(report.judged())
    }
}

fn evidence(content: &[u8], mut trust: TrustStore, at: DateTime<Utc>) -> anyhow::Result<Report> {
    let mut report = Report::empty();
    let package: EvidencePackage = match serde_json::from_slice(content) {
        Ok(package) => package,
        Err(error) => {
            report.problem(
                "unreadable",
                &format!("neither a PDF nor an evidence file: {error}"),
            );
            return Ok(report.judged());
        }
    };
    for crl in &package.crls {
        trust.crls.push(
            STANDARD
                .decode(crl)
                .context("a revocation list is not Base64")?,
        );
    }
    if trust.anchors.is_empty() {
        report.anchors_unconfirmed = true;
        for anchor in &package.anchors {
            let der = STANDARD.decode(anchor).context("an anchor is not Base64")?;
            let name = CertificateInfo::parse(&der)?.subject_common_name;
            trust.anchors.push(Anchor {
                der,
                level: AnchorLevel::Pilot,
                name,
            });
        }
    }
    for problem in package.check_structure() {
        report.problem("structure", &problem.to_string());
    }
    for act in &package.acts {
        let (Ok(payload), Ok(cms)) = (
            STANDARD.decode(&act.payload_base64),
            STANDARD.decode(&act.cms_base64),
        ) else {
            continue;
        };
        let outcome = verify_detached(&cms, &sha256(&payload), &trust, at);
        let (what, fallback) = serde_json::from_slice::<SignedAct>(&payload)
            .map(|signed| {
                let role = signed.role.unwrap_or_else(|| "cá nhân".to_owned());
                (
                    format!("{} ({role})", act_name(signed.act)),
                    signed.signer.name,
                )
            })
            .unwrap_or_default();
        report
            .signatures
            .push(Line::of(outcome, what, act.signed_at.clone(), &fallback));
    }
    Ok(report.judged())
}

/// An act in words.
fn act_name(act: congvu_domain::payload::Act) -> &'static str {
    use congvu_domain::payload::Act;
    match act {
        Act::Submit => "ký kê khai",
        Act::Enter => "ký nhập hồ sơ",
        Act::Approve => "ký duyệt",
        Act::Return => "ký trả lại",
        Act::ExportSign => "ký xác nhận bản xuất",
        Act::ExportSeal => "ký số của cơ quan",
    }
}

impl Report {
    fn empty() -> Self {
        Self {
            file: String::new(),
            valid: false,
            anchors_unconfirmed: false,
            problems: Vec::new(),
            signatures: Vec::new(),
        }
    }

    fn problem(&mut self, code: &str, message: &str) {
        self.problems.push(Problem {
            code: code.to_owned(),
            message: message.to_owned(),
        });
    }

    fn judged(mut self) -> Self {
        self.valid = self.problems.is_empty()
            && !self.signatures.is_empty()
            && self.signatures.iter().all(|line| line.valid);
        self
    }
}

fn print(report: &Report, at: DateTime<Utc>) {
    println!("{}", report.file);
    for problem in &report.problems {
        println!("  ✗ [{}] {}", problem.code, problem.message);
    }
    for line in &report.signatures {
        let mark = if line.valid { "✓" } else { "✗" };
        let level = match line.level {
            Some(AnchorLevel::Official) => " – chữ ký số chuyên dùng công vụ",
            Some(AnchorLevel::Public) => " – chữ ký số công cộng",
            Some(AnchorLevel::Pilot) => " – CHỮ KÝ THỬ NGHIỆM, không có giá trị pháp lý",
            None => "",
        };
        let code = if line.code.is_empty() {
            String::new()
        } else {
            format!(" [{}]", line.code)
        };
        println!(
            "  {mark}{code} {} – {} – {}{level}",
            line.signer, line.what, line.at
        );
    }
    if report.anchors_unconfirmed {
        println!(
            "  Lưu ý: gốc tin cậy lấy từ chính tệp; hãy đối chiếu với --anchors của cơ quan cấp."
        );
    }
    let when = in_vietnam(at).format("%d/%m/%Y %H:%M:%S %:z");
    let verdict = if report.valid {
        "HỢP LỆ"
    } else {
        "KHÔNG HỢP LỆ"
    };
    println!("{verdict} (xét tại thời điểm {when})");
}

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, anyhow};
use clap::{Args, Subcommand};
use congvu_signing::certificate::CertificateInfo;
use congvu_signing::pkcs11::Module;

use super::{Outcome, say};

/// Look into tokens of this machine (PKCS#11), and put certificates into them. The PIN comes from CONGVU_PIN, so that it stands in no list of processes.
#[derive(Debug, Subcommand)]
pub enum Tokens {
    /// List the tokens and the certificates in them
    List(List),
    /// Store a certificate (PEM or DER) beside its key; people then register it, or the settings name it as the seal
    ImportCertificate(ImportCertificate),
}

#[derive(Debug, Args)]
pub struct List {
    /// The PKCS#11 module, `/usr/lib/softhsm/libsofthsm2.so`
    #[arg(long)]
    module: PathBuf,
}

#[derive(Debug, Args)]
pub struct ImportCertificate {
    /// The PKCS#11 module
    #[arg(long)]
    module: PathBuf,
    /// Label of the token
    #[arg(long)]
    token: String,
    /// Label of the key
    #[arg(long)]
    label: String,
    /// Identifier of the key (CKA_ID), hexadecimal
    #[arg(long)]
    id: String,
    /// PIN of the token
    #[arg(long, env = "CONGVU_PIN", hide_env_values = true, hide = true)]
    pin: String,
    /// The certificate
    file: PathBuf,
}

impl Tokens {
    pub fn run(self) -> Outcome {
        match self {
            Self::List(list) => list.run(),
            Self::ImportCertificate(import) => import.run(),
        }
    }
}

impl List {
    fn run(self) -> Outcome {
        let module = Module::load(&self.module)?;
        for token in module.tokens()? {
            let locked = if token.pin_locked { ", PIN locked" } else { "" };
            say(&format!(
                "{} ({} {}{locked})",
                token.label, token.manufacturer, token.serial
            ));
            for found in module.certificates(&token.label)? {
                let info = CertificateInfo::parse(&found.der)?;
                say(&format!(
                    "  {}  {}  {}, until {}",
                    hex::encode(&found.id),
                    found.label,
                    info.subject_common_name,
                    info.not_after.format("%Y-%m-%d"),
                ));
            }
        }
        Ok(true)
    }
}

impl ImportCertificate {
    fn run(self) -> Outcome {
        let content =
            fs::read(&self.file).with_context(|| format!("cannot read {}", self.file.display()))?;
        let der = if CertificateInfo::parse(&content).is_ok() {
            content
        } else {
            congvu_signing::pem::first_certificate(&content)
                .ok_or_else(|| anyhow!("{} holds no certificate", self.file.display()))?
        };
        let id = hex::decode(&self.id).context("the identifier is not hexadecimal")?;
        let module = Module::load(&self.module)?;
        module
            .open_to_install(&self.token, &self.pin)?
            .import_certificate(&self.label, &id, &der)?;
        Ok(true)
    }
}

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::{Args, ValueEnum};
use congvu_signing::software_key::SoftwareKey;

use super::Outcome;

/// Make a signing key; prints the certificate request (DER in Base64) for `POST /api/v1/certificates`.
#[derive(Debug, Args)]
pub struct NewKey {
    /// Where the private key is written (PKCS#8 PEM, readable by its owner only)
    #[arg(long)]
    out: PathBuf,
    /// Kind of key
    #[arg(long, value_enum, default_value = "rsa")]
    kind: Kind,
    /// Name in the request; the server takes the subject from its own records
    #[arg(long, default_value = "congvu")]
    name: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// RSA, 2048 bits
    Rsa,
    /// ECDSA on P-256
    P256,
}

impl NewKey {
    pub fn run(self) -> Outcome {
        let key = match self.kind {
            Kind::Rsa => SoftwareKey::generate_rsa()?,
            Kind::P256 => SoftwareKey::generate_p256()?,
        };
        crate::pki::write_private(&self.out, key.to_pkcs8_pem().as_bytes())
            .with_context(|| format!("cannot write {}", self.out.display()))?;
        println!("{}", STANDARD.encode(key.csr(&self.name)?));
        Ok(true)
    }
}

/// Sign `to_be_signed` of a signing request; prints the signature in Base64.
#[derive(Debug, Args)]
pub struct Sign {
    /// The private key (PKCS#8 PEM)
    #[arg(long)]
    key: PathBuf,
    /// What to sign: Base64 as the API answers it, or a file with it; standard input where absent
    input: Option<String>,
}

impl Sign {
    pub fn run(self) -> Outcome {
        let pem = fs::read_to_string(&self.key)
            .with_context(|| format!("cannot read {}", self.key.display()))?;
        let key = SoftwareKey::from_pkcs8_pem(&pem)?;
        let text = match self.input {
            None => {
                let mut text = String::new();
                std::io::stdin().read_to_string(&mut text)?;
                text
            }
            Some(path) if Path::new(&path).exists() => fs::read_to_string(path)?,
            Some(text) => text,
        };
        let attributes = STANDARD
            .decode(text.split_whitespace().collect::<String>())
            .context("what is to be signed is not Base64")?;
        println!("{}", STANDARD.encode(key.sign(&attributes)?));
        Ok(true)
    }
}

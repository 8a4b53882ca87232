//! Compressed copies beside a file, made once instead of at each request.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Bytes of a file and of its copies.
pub struct Sizes {
    raw: usize,
    brotli: Option<usize>,
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.brotli {
            Some(brotli) => write!(f, "{} bytes, {brotli} with brotli", self.raw),
            None => write!(f, "{} bytes", self.raw),
        }
    }
}

/// Writes `.br` and `.gz` beside the file, unless its format is compressed already.
pub fn beside(path: &Path, content: &[u8]) -> Result<Sizes> {
    let raw = content.len();
    if path.extension().is_some_and(|e| e == "woff2") {
        return Ok(Sizes { raw, brotli: None });
    }
    let brotli = brotli(content)?;
    fs::write(with_suffix(path, "br"), &brotli)?;
    fs::write(with_suffix(path, "gz"), gzip(content)?)?;
    Ok(Sizes {
        raw,
        brotli: Some(brotli.len()),
    })
}

fn with_suffix(path: &Path, suffix: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*content, &mut out, &params)?;
    Ok(out)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_open_to_the_same_bytes() {
        let content = "Công Vụ ".repeat(500).into_bytes();
        let mut opened = Vec::new();
        let packed = brotli(&content).unwrap();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut opened).unwrap();
        assert_eq!(opened, content);
        assert!(packed.len() < content.len() / 10);
        let mut opened = Vec::new();
        let packed = gzip(&content).unwrap();
        std::io::copy(
            &mut flate2::read::GzDecoder::new(packed.as_slice()),
            &mut opened,
        )
        .unwrap();
        assert_eq!(opened, content);
    }
}

//! Puts the built app (`make app`) into the program; without one the program has only the API.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let manifest = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    println!("cargo:rerun-if-env-changed=CONGVU_SITE");
    let site =
        env::var("CONGVU_SITE").map_or_else(|_| manifest.join("../../target/site"), PathBuf::from);
    // A folder that is missing is watched too: it appears with the first `make app`.
    println!("cargo:rerun-if-changed={}", site.display());
    let mut files = Vec::new();
    collect(&site, &site, &mut files);
    files.sort();
    let mut code = String::from("static FILES: &[File] = &[\n");
    for path in files
        .iter()
        .filter(|path| !path.ends_with(".br") && !path.ends_with(".gz"))
    {
        let include = |path: &str| {
            format!(
                "include_bytes!({:?})",
                site.join(path).canonicalize().unwrap_or_default()
            )
        };
        let variant = |suffix: &str| {
            let packed = format!("{path}{suffix}");
            if files.contains(&packed) {
                format!("Some({})", include(&packed))
            } else {
                "None".to_owned()
            }
        };
        let _infallible = writeln!(
            code,
            "    File {{ path: {path:?}, media_type: {:?}, plain: {}, brotli: {}, gzip: {} }},",
            media_type(path),
            include(path),
            variant(".br"),
            variant(".gz"),
        );
    }
    code.push_str("];\n");
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("site.rs");
    if let Err(error) = fs::write(&out, code) {
        println!("cargo::error=cannot write {}: {error}", out.display());
    }
}

fn collect(root: &Path, folder: &Path, into: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(root, &path, into);
        } else if let Ok(relative) = path.strip_prefix(root) {
            into.push(relative.to_string_lossy().into_owned());
        }
    }
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        _ => "application/octet-stream",
    }
}

//! Turns the compiled wasm into the folder that the server serves.
//!
//! `congvu-bundle --wasm target/wasm32-unknown-unknown/wasm-release/congvu-app.wasm --out target/site`
//!
//! The module that reads key files lies beside the app's, and is bound beside it.
//!
//! Names carry a digest of the content, so that a browser may keep them for ever; only
//! `index.html` is asked for anew. Each text file has `.br` and `.gz` copies beside it.

mod assets;
mod compress;
mod page;
mod styles;
mod wasm;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::assets::Assets;

fn main() -> Result<()> {
    let options = Options::parse(std::env::args().skip(1))?;
    let mut assets = Assets::in_folder(&options.out)?;
    let fonts = assets.copy_folder(&options.source.join("fonts"), "woff2")?;
    let icons = assets.copy_folder(&options.source.join("icons"), "svg")?;
    let css = styles::concatenate(&options.source.join("styles"), &fonts)?;
    let css = assets.add("app", "css", css.as_bytes())?;
    let app = module(&mut assets, "app", &options.wasm)?;
    let pkcs12 = options.wasm.with_file_name("congvu_pkcs12.wasm");
    let pkcs12 = module(&mut assets, "pkcs12", &pkcs12)?;
    let names = page::Names {
        css,
        script: app.script,
        module: app.module,
        pkcs12_script: pkcs12.script,
        pkcs12_module: pkcs12.module,
        icons,
    };
    page::write(&options.source, &mut assets, &names)?;
    assets.report();
    Ok(())
}

/// The addresses of a module and of its glue.
struct Bound {
    script: String,
    module: String,
}

/// Binds a module and writes it with its glue.
fn module(assets: &mut Assets, name: &str, path: &Path) -> Result<Bound> {
    let compiled = wasm::bind(path, name)?;
    for (path, snippet) in &compiled.snippets {
        assets.write_under(path, snippet.as_bytes())?;
    }
    Ok(Bound {
        script: assets.add(name, "js", compiled.script.as_bytes())?,
        module: assets.add(name, "wasm", &compiled.module)?,
    })
}

struct Options {
    wasm: PathBuf,
    out: PathBuf,
    source: PathBuf,
}

impl Options {
    fn parse(mut args: impl Iterator<Item = String>) -> Result<Self> {
        let (mut wasm, mut out) = (None, None);
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
        while let Some(name) = args.next() {
            let value = args
                .next()
                .with_context(|| format!("{name} needs a value"))?;
            match name.as_str() {
                "--wasm" => wasm = Some(PathBuf::from(value)),
                "--out" => out = Some(PathBuf::from(value)),
                _ => bail!("unknown option {name}; use --wasm FILE --out FOLDER"),
            }
        }
        Ok(Self {
            wasm: wasm.context("--wasm is missing")?,
            out: out.context("--out is missing")?,
            source: source.context("the frontend folder is missing")?.to_owned(),
        })
    }
}

//! The bindings between the wasm module and the browser.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Result, bail};
use wasm_bindgen_cli_support::Bindgen;

/// A module with its glue.
pub struct Compiled {
    /// The ES module that loads it.
    pub script: String,
    /// The module itself.
    pub module: Vec<u8>,
    /// Small scripts of dependencies, by the path under which the glue imports them.
    pub snippets: BTreeMap<String, String>,
}

/// Generates the bindings for browsers; names of functions and of tools are left out.
///
/// # Errors
/// Where the module cannot be read, with what was looked for.
pub fn bind(path: &Path, name: &str) -> Result<Compiled> {
    if !path.exists() {
        bail!("{} is not there; build it first", path.display());
    }
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(path)
        .out_name(name)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .web(true)?;
    let mut output = bindgen.generate_output()?;
    if !output.local_modules().is_empty() || !output.npm_dependencies().is_empty() {
        bail!("a dependency brings JavaScript files of its own, which the page does not load");
    }
    let mut snippets = BTreeMap::new();
    for (folder, scripts) in output.snippets() {
        for (number, script) in scripts.iter().enumerate() {
            let path = format!("snippets/{folder}/inline{number}.js");
            snippets.insert(path, script.clone());
        }
    }
    Ok(Compiled {
        script: output.js().to_owned(),
        module: output.wasm_mut().emit_wasm(),
        snippets,
    })
}

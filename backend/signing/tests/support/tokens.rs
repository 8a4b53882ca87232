//! Tokens of SoftHSM2 for one test, in a process of its own.

use std::path::Path;
use std::process::Command;

use congvu_signing::pkcs11::Module;

use super::folder;

pub const MODULE: &str = "/usr/lib/softhsm/libsofthsm2.so";
const CHILD: &str = "CONGVU_TEST_TOKEN_CHILD";
pub const PIN: &str = "246810";
pub const OTHER_PIN: &str = "135791";

/// In the child: true. Otherwise makes the tokens `con-dau` and `lanh-dao`, runs the test of this name in a child, and is false.
pub fn has_tokens(test: &str) -> bool {
    if std::env::var_os(CHILD).is_some() {
        return true;
    }
    assert!(
        Path::new(MODULE).exists(),
        "{MODULE} is missing: apt-get install softhsm2"
    );
    let home = folder(&format!("softhsm-{test}"));
    let tokens = home.join("tokens");
    std::fs::create_dir(&tokens).unwrap();
    let configuration = home.join("softhsm2.conf");
    std::fs::write(
        &configuration,
        format!(
            "directories.tokendir = {}\nobjectstore.backend = file\nlog.level = ERROR\n",
            tokens.display()
        ),
    )
    .unwrap();
    for (label, pin) in [("con-dau", PIN), ("lanh-dao", OTHER_PIN)] {
        let made = Command::new("softhsm2-util")
            .args([
                "--init-token",
                "--free",
                "--label",
                label,
                "--pin",
                pin,
                "--so-pin",
                "00000000",
            ])
            .env("SOFTHSM2_CONF", &configuration)
            .output()
            .expect("softhsm2-util does not start: apt-get install softhsm2");
        assert!(made.status.success(), "{made:?}");
    }
    let child = Command::new(std::env::current_exe().unwrap())
        .args([
            &format!("tests::{test}"),
            "--exact",
            "--nocapture",
            "--test-threads",
            "2",
        ])
        .env("SOFTHSM2_CONF", &configuration)
        .env(CHILD, "1")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&child.stdout);
    assert!(
        child.status.success() && text.contains("1 passed"),
        "{text}\n{}",
        String::from_utf8_lossy(&child.stderr)
    );
    false
}

/// The library.
pub fn module() -> Module {
    Module::load(Path::new(MODULE)).unwrap()
}

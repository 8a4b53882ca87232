//! How many signatures one core prepares, assembles, stamps and verifies in a second, and what each weighs.
//! `cargo run --release -p congvu-signing --example signatures -- 1000`

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "shares the people of the tests"
)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::error::Error;
use std::time::{Duration, Instant};

use congvu_signing::cms;
use congvu_signing::verify::verify_detached;

use support::{CONTENT, Person, ca, digest, now, stamped, trust};

fn main() -> Result<(), Box<dyn Error>> {
    let count: u32 = std::env::args()
        .nth(1)
        .unwrap_or("1000".to_owned())
        .parse()?;
    for (name, person) in [("RSA-2048", Person::rsa()), ("P-256", Person::p256())] {
        measure(name, &person, count)?;
    }
    Ok(())
}

fn measure(name: &str, person: &Person, count: u32) -> Result<(), Box<dyn Error>> {
    let sha256 = digest(CONTENT);
    let prepared = cms::prepare(&sha256, &person.der, Some(now()))?;
    let raw = person.key.sign(&prepared.attributes)?;
    let chain = ca().chain(&person.der);
    let algorithm = person.key.algorithm();
    let plain = cms::assemble(&prepared.attributes, algorithm, &raw, &chain)?;
    let with_time = stamped(&plain, now());
    let trust = trust();

    let told = [
        (
            "prepared",
            time(count, || {
                cms::prepare(&sha256, &person.der, Some(now())).is_ok()
            }),
        ),
        (
            "signed",
            time(count, || person.key.sign(&prepared.attributes).is_ok()),
        ),
        (
            "assembled",
            time(count, || {
                cms::assemble(&prepared.attributes, algorithm, &raw, &chain).is_ok()
            }),
        ),
        (
            "stamped",
            time(count, || !stamped(&plain, now()).is_empty()),
        ),
        (
            "verified with chain, CRL and time stamp",
            time(count, || {
                verify_detached(&with_time, &sha256, &trust, now()).is_ok()
            }),
        ),
    ];
    println!(
        "{name}: {} bytes, {} with its time stamp",
        plain.len(),
        with_time.len()
    );
    for (what, each) in told {
        println!(
            "  {what}: {each:?} each, {:.0} a second",
            1.0 / each.as_secs_f64()
        );
    }
    Ok(())
}

/// The mean time of something that has to succeed.
fn time(count: u32, mut act: impl FnMut() -> bool) -> Duration {
    let start = Instant::now();
    for _ in 0..count {
        assert!(act());
    }
    start.elapsed() / count.max(1)
}

//! Prints one CV again and again on every core, and tells the speed and the memory: it must not grow
//! with the number of documents. `cargo run --release -p congvu-documents --example many -- 10000 [threads]`

#![expect(clippy::unwrap_used, reason = "shares the sample of the tests")]

#[expect(dead_code, reason = "the tests use the rest")]
#[path = "../tests/sample/mod.rs"]
mod sample;

use std::error::Error;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use congvu_documents::{CvRequest, EmbeddedFile, Relationship, Renderer, Verification};

/// Documents after which the memory is told, and at the end.
const MARKS: [u64; 3] = [100, 1000, 10_000];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let count: u64 = arguments.next().unwrap_or("1000".to_owned()).parse()?;
    let threads: u64 = match arguments.next() {
        Some(threads) => threads.parse()?,
        None => u64::try_from(std::thread::available_parallelism()?.get())?,
    };
    let profile = sample::complete(10);
    let data = [EmbeddedFile {
        name: "ho-so.json".to_owned(),
        mime: "application/json".to_owned(),
        description: "Dữ liệu hồ sơ".to_owned(),
        relationship: Relationship::Source,
        bytes: serde_json::to_vec(&profile)?,
    }];
    let renderer = Renderer::new();
    let (taken, printed) = (AtomicU64::new(0), AtomicU64::new(0));
    let failed = Mutex::new(None);
    let start = Instant::now();
    let work = |request: &CvRequest<'_>| {
        while taken.fetch_add(1, Ordering::Relaxed) < count {
            if let Err(error) = renderer.curriculum_vitae(request) {
                *failed.lock().unwrap() = Some(error);
                return;
            }
            let done = printed.fetch_add(1, Ordering::Relaxed) + 1;
            if MARKS.contains(&done) || done == count {
                tell(done, threads, start);
            }
        }
    };
    std::thread::scope(|scope| {
        for n in 0..threads {
            let (work, profile, data) = (&work, &profile, &data);
            scope.spawn(move || {
                let mut request = sample::request(profile);
                request.photo = Some(include_bytes!("../tests/sample/photo.jpg").to_vec());
                request.attachments = data;
                request.verification = Some(Verification {
                    url: format!("https://hoso.example.vn/kiem-tra/{n:012}"),
                    code: format!("{n:012}"),
                });
                work(&request);
            });
        }
    });
    match failed.into_inner()? {
        Some(error) => Err(error.into()),
        None => Ok(()),
    }
}

fn tell(done: u64, threads: u64, start: Instant) {
    let seconds = start.elapsed().as_secs_f64();
    let rate = done as f64 / seconds / threads as f64;
    let memory = resident().map_or("unknown".to_owned(), |mib| format!("{mib:.0} MiB"));
    println!("{done} documents: {rate:.2} a second and core, {memory} resident");
}

/// Resident memory by /proc/self/statm, in pages of 4 KiB.
fn resident() -> Option<f64> {
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: f64 = statm.split_whitespace().nth(1)?.parse().ok()?;
    Some(pages / 256.0)
}

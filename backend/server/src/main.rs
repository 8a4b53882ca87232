//! The one binary: `congvu`.

fn main() -> std::process::ExitCode {
    congvu_server::cli::run()
}

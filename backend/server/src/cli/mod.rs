//! The command line.

mod check;
mod deadline;
mod deployments;
mod install;
mod keys;
mod sandbox;
mod serve;
mod simulate;
mod token;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Công Vụ: records of the people of a state body.
#[derive(Debug, Parser)]
#[command(name = "congvu", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the server with the app
    Serve(serve::Serve),
    /// Put the units and the first accounts of a body into an empty database
    Install(install::Install),
    /// Bring the database's schema up to date, or take it back
    Migrate(serve::Migrate),
    /// Print the API contract (OpenAPI 3.1)
    Openapi,
    /// List, check and explain deployment files
    #[command(subcommand)]
    Deployment(deployments::Deployments),
    /// Compute a deadline from a day
    Deadline(deadline::Deadline),
    /// Make a signing key and a certificate request
    Key(keys::NewKey),
    /// Sign bytes with a key file, as a browser or a token would
    Sign(keys::Sign),
    /// Tokens of this machine (PKCS#11)
    #[command(subcommand)]
    Token(token::Tokens),
    /// Run stand-ins for signing services that cannot be reached from a desk
    Sandbox(sandbox::Sandbox),
    /// Verify an evidence file or a signed PDF offline
    Verify(verify::Verify),
    /// Check everything that must hold in a database: versions, signatures, audit
    Check(check::Check),
}

/// Runs the command of this process.
pub fn run() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("info")).init();
    let outcome = match Cli::parse().command {
        Command::Serve(serve) => serve.run(),
        Command::Install(install) => install.run(),
        Command::Migrate(migrate) => migrate.run(),
        Command::Openapi => openapi(),
        Command::Deployment(command) => command.run(),
        Command::Deadline(deadline) => deadline.run(),
        Command::Key(key) => key.run(),
        Command::Sign(sign) => sign.run(),
        Command::Token(tokens) => tokens.run(),
        Command::Sandbox(sandbox) => sandbox.run(),
        Command::Verify(verify) => verify.run(),
        Command::Check(check) => check.run(),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("congvu: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Fine, or not: an answer that is no mistake of the command itself.
type Outcome = anyhow::Result<bool>;

/// Writes to standard output; a reader that went away (`| head`) is no mistake.
fn say(text: &str) {
    use std::io::Write as _;
    let _closed = writeln!(std::io::stdout(), "{text}");
}

fn openapi() -> Outcome {
    say(&crate::app::contract().to_pretty_json()?);
    Ok(true)
}

//! A mail server (RFC 5321) that keeps what it is given instead of delivering it, with the moods that the real ones have.

mod kept;
mod session;

use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use crate::locked;

pub use kept::Kept;

/// How the server behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Normal,
    /// 421: the service is not available.
    Closed,
    /// 550: nobody here has that address.
    Refusing,
    /// Takes connections and says nothing.
    Silent,
    /// Keeps the letter and hangs up before it says so.
    Forgetful,
}

/// A running mail server.
#[derive(Debug)]
pub struct MailSink {
    mood: Mutex<Mood>,
    kept: Mutex<Vec<Kept>>,
    /// Who may send, with which password; anybody where absent.
    login: Option<(String, String)>,
}

impl MailSink {
    /// Begins in [`Mood::Normal`].
    pub fn new(login: Option<(String, String)>) -> Self {
        Self {
            mood: Mutex::new(Mood::Normal),
            kept: Mutex::default(),
            login,
        }
    }

    /// From now on it behaves so.
    pub fn set_mood(&self, mood: Mood) {
        *locked(&self.mood) = mood;
    }

    /// Everything that came so far, in its order.
    pub fn kept(&self) -> Vec<Kept> {
        locked(&self.kept).clone()
    }

    fn mood(&self) -> Mood {
        *locked(&self.mood)
    }

    fn keep(&self, letter: Kept) {
        log::info!("a letter to {}: {}", letter.to.join(", "), letter.subject());
        locked(&self.kept).push(letter);
    }
}

/// Serves until the process is told to stop; for `congvu sandbox`.
///
/// # Errors
/// The address is taken or not allowed.
pub fn serve(address: SocketAddr, sink: &Arc<MailSink>) -> io::Result<()> {
    let listener = TcpListener::bind(address)?;
    log::info!("listening at {}", listener.local_addr()?);
    accept(&listener, sink, &AtomicBool::new(false));
    Ok(())
}

/// A mail server running in threads of its own; takes no more connections after it is dropped.
#[derive(Debug)]
pub struct Running {
    pub address: SocketAddr,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// Starts a mail server and returns when it answers.
///
/// # Errors
/// The address is taken or not allowed.
pub fn start(address: SocketAddr, sink: Arc<MailSink>) -> io::Result<Running> {
    let listener = TcpListener::bind(address)?;
    let address = listener.local_addr()?;
    let stop = Arc::new(AtomicBool::new(false));
    let until = stop.clone();
    let thread = std::thread::spawn(move || accept(&listener, &sink, &until));
    Ok(Running {
        address,
        stop,
        thread: Some(thread),
    })
}

impl Running {
    /// `smtp://address`.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for a connection.
        let _woken = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
    }
}

fn accept(listener: &TcpListener, sink: &Arc<MailSink>, stop: &AtomicBool) {
    for stream in listener.incoming() {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let sink = sink.clone();
        match stream {
            Ok(stream) => {
                std::thread::spawn(move || {
                    if let Err(error) = session::run(&stream, &sink) {
                        log::debug!("mail session: {error}");
                    }
                });
            }
            Err(error) => log::warn!("mail server: {error}"),
        }
    }
}

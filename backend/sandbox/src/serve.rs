//! Running a stand-in: in the foreground for a person, or in a thread for a test.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

use actix_web::dev::{Server, ServerHandle};
use actix_web::web::{PayloadConfig, ServiceConfig};
use actix_web::{App, HttpServer, rt};
use rcgen::generate_simple_self_signed;
use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs::default_provider;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// Requests are small; file mode downloads are fetched, not received.
const MAXIMUM_REQUEST: usize = 4 << 20;

/// Where a stand-in listens; port 0 for a free one.
#[derive(Clone, Debug)]
pub struct Listen {
    pub address: SocketAddr,
    pub tls: Option<Tls>,
}

/// A certificate for 127.0.0.1 and localhost made at start, as the real agent's installer makes one.
#[derive(Clone, Debug)]
pub struct Tls {
    config: ServerConfig,
    /// To be trusted by the browser or client.
    pub certificate_pem: String,
}

impl Tls {
    /// Makes a key and its self-signed certificate.
    ///
    /// # Errors
    /// They cannot be made.
    pub fn self_signed() -> io::Result<Self> {
        let names = ["localhost".to_owned(), "127.0.0.1".to_owned()];
        let made = generate_simple_self_signed(names).map_err(io::Error::other)?;
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|builder| {
                builder
                    .with_no_client_auth()
                    .with_single_cert(vec![made.cert.der().clone()], key)
            })
            .map_err(io::Error::other)?;
        Ok(Self {
            config,
            certificate_pem: made.cert.pem(),
        })
    }
}

impl Listen {
    /// Plain HTTP and WebSocket.
    pub fn plain(address: SocketAddr) -> Self {
        Self { address, tls: None }
    }

    /// A free port of this machine, without TLS.
    pub fn anywhere() -> Self {
        Self::plain(SocketAddr::from(([127, 0, 0, 1], 0)))
    }

    fn bind<C>(self, configure: C) -> io::Result<(Server, SocketAddr)>
    where
        C: Fn(&mut ServiceConfig) + Clone + Send + 'static,
    {
        let server = HttpServer::new(move || {
            App::new()
                .app_data(PayloadConfig::new(MAXIMUM_REQUEST))
                .configure(configure.clone())
        })
        .workers(2);
        let server = match self.tls {
            Some(tls) => server.bind_rustls_0_23(self.address, tls.config)?,
            None => server.bind(self.address)?,
        };
        let address = server.addrs().first().copied().unwrap_or(self.address);
        Ok((server.run(), address))
    }
}

/// Serves until the process is told to stop; for `congvu sandbox`.
///
/// # Errors
/// The address is taken or not allowed.
pub async fn serve<C>(listen: Listen, configure: C) -> io::Result<()>
where
    C: Fn(&mut ServiceConfig) + Clone + Send + 'static,
{
    let (server, address) = listen.bind(configure)?;
    log::info!("listening at {address}");
    server.await
}

/// A stand-in running in a thread of its own; stops on drop.
#[derive(Debug)]
pub struct Running {
    pub address: SocketAddr,
    handle: ServerHandle,
    thread: Option<JoinHandle<io::Result<()>>>,
}

/// Starts a stand-in and returns when it answers.
///
/// # Errors
/// The address is taken or not allowed.
pub fn start<C>(listen: Listen, configure: C) -> io::Result<Running>
where
    C: Fn(&mut ServiceConfig) + Clone + Send + 'static,
{
    let (tell, bound) = mpsc::channel();
    let thread = std::thread::spawn(move || {
        rt::System::new().block_on(async move {
            match listen.bind(configure) {
                Ok((server, address)) => {
                    let _test_went_away = tell.send(Ok((server.handle(), address)));
                    server.await
                }
                Err(error) => {
                    let _test_went_away = tell.send(Err(error));
                    Ok(())
                }
            }
        })
    });
    let (handle, address) = bound.recv().map_err(io::Error::other)??;
    Ok(Running {
        address,
        handle,
        thread: Some(thread),
    })
}

impl Running {
    /// `http://address/path`; the path begins with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let stopped = self.handle.stop(false);
        drop(stopped);
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
    }
}

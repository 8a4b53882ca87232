//! Keys in a token of the server: the PIN is typed each time, and wrong ones are counted.

use chrono::TimeDelta;
use congvu_db::{AnyConnection, Certificate, SigningRequest, Timestamp, signing_sessions};
use congvu_signing::pkcs11::KeyName;
use congvu_signing::signer::{Signer as _, SignerError};

use super::{at_secret, tbs, unavailable};
use crate::error::{ApiError, said};
use crate::services::Services;

/// Wrong PINs in a row after which a token is left alone, well before it locks itself.
const WRONG_PINS: i64 = 5;
const LOCKED_MINUTES: i64 = 15;

/// Signs everything in one login of the token.
pub(super) fn with_token(
    services: &Services,
    certificate: &Certificate,
    requests: &[SigningRequest],
    pin: &str,
) -> Result<Vec<Vec<u8>>, ApiError> {
    let module = services
        .places
        .token(&certificate.provider)
        .ok_or_else(|| unavailable(&certificate.provider))?;
    let id = hex::decode(&certificate.reference).map_err(ApiError::internal)?;
    let counted = |count: PinCount| (services.database).write(|connection| count.keep(connection));
    with_pin(services, &certificate.provider, &counted, || {
        let session = module.open(&certificate.provider, pin)?;
        let key = session.key(KeyName::Id(&id))?;
        requests
            .iter()
            .map(|request| key.sign(&tbs(request)))
            .collect()
    })
}

/// Wrong PINs in a row at a token, as they are to be kept. It must outlast the failure it counts, so never in the transaction that the failure
/// ends.
#[derive(Clone, Debug)]
pub struct PinCount {
    token: String,
    failures: i64,
    locked_until: Option<Timestamp>,
}

impl PinCount {
    /// # Errors
    /// The database cannot be written.
    pub fn keep(&self, connection: &mut AnyConnection) -> Result<(), ApiError> {
        Ok(signing_sessions::set_pin_failures(
            connection,
            &self.token,
            self.failures,
            self.locked_until,
        )?)
    }
}

/// Uses a PIN at a token; wrong ones in a row are counted, and the token is left alone before it locks itself.
///
/// # Errors
/// 422 at `/secret`, 503 where the token cannot be reached.
pub fn with_pin<T>(
    services: &Services,
    token: &str,
    counted: &dyn Fn(PinCount) -> Result<(), ApiError>,
    work: impl FnOnce() -> Result<T, SignerError>,
) -> Result<T, ApiError> {
    let now = services.now();
    let (failures, locked_until) = services
        .database
        .read(|connection| Ok::<_, ApiError>(signing_sessions::pin_failures(connection, token)?))?;
    if locked_until.is_some_and(|until| until.utc() > now) {
        return Err(at_secret(
            "pin_locked",
            said(
                format!(
                    "Đã nhập sai mã PIN nhiều lần; thiết bị được tạm khoá {LOCKED_MINUTES} phút để không bị khoá hẳn."
                ),
                format!(
                    "The PIN was wrong too often; the token is left alone for {LOCKED_MINUTES} minutes, so that it does not lock itself."
                ),
            ),
        ));
    }
    let note = |failures: i64, locked_until| {
        counted(PinCount {
            token: token.to_owned(),
            failures,
            locked_until,
        })
    };
    match work() {
        Ok(done) => {
            if failures > 0 {
                note(0, None)?;
            }
            Ok(done)
        }
        Err(SignerError::WrongPin) => {
            let failures = failures + 1;
            let until =
                (failures >= WRONG_PINS).then(|| (now + TimeDelta::minutes(LOCKED_MINUTES)).into());
            // After the pause there is one attempt at a time.
            note(failures.min(WRONG_PINS - 1), until)?;
            let left = (WRONG_PINS - failures).max(0);
            Err(at_secret(
                "wrong_pin",
                said(
                    format!("Mã PIN không đúng. Còn {left} lần thử trước khi tạm khoá."),
                    format!("The PIN is wrong. {left} attempts are left before a pause."),
                ),
            ))
        }
        Err(SignerError::PinLocked) => Err(at_secret(
            "pin_locked",
            said(
                "Thiết bị đã bị khoá vì nhập sai mã PIN; hãy liên hệ đơn vị cấp thiết bị để mở khoá.",
                "The token is locked after wrong PINs; ask whoever issued it to unlock it.",
            ),
        )),
        Err(error) => {
            log::warn!("token {token}: {error}");
            Err(unavailable(token))
        }
    }
}

//! What a token's answer means to the person at the desk.

use cryptoki::error::{Error, RvError};

use crate::signer::SignerError;

pub(super) fn translate(error: Error) -> SignerError {
    let Error::Pkcs11(code, _) = &error else {
        return SignerError::Unavailable(error.to_string());
    };
    match code {
        RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange => SignerError::WrongPin,
        RvError::PinLocked => SignerError::PinLocked,
        RvError::KeyHandleInvalid | RvError::ObjectHandleInvalid => SignerError::NoSuchKey,
        RvError::DeviceError
        | RvError::DeviceMemory
        | RvError::DeviceRemoved
        | RvError::TokenNotPresent
        | RvError::TokenNotRecognized
        | RvError::SlotIdInvalid
        | RvError::SessionHandleInvalid
        | RvError::SessionClosed
        | RvError::SessionCount
        | RvError::HostMemory
        | RvError::CryptokiNotInitialized => SignerError::Unavailable(error.to_string()),
        _ => SignerError::Refused(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use cryptoki::context::Function;

    use super::*;

    #[test]
    fn the_pin_is_told_apart_from_the_token() {
        let translated = |code| translate(Error::Pkcs11(code, Function::Login));
        assert_eq!(translated(RvError::PinIncorrect), SignerError::WrongPin);
        assert_eq!(translated(RvError::PinLenRange), SignerError::WrongPin);
        assert_eq!(translated(RvError::PinLocked), SignerError::PinLocked);
        assert_eq!(
            translated(RvError::KeyHandleInvalid),
            SignerError::NoSuchKey
        );
        assert!(matches!(
            translated(RvError::DeviceRemoved),
            SignerError::Unavailable(_)
        ));
        assert!(matches!(
            translated(RvError::UserPinNotInitialized),
            SignerError::Refused(_)
        ));
        assert!(matches!(
            translate(Error::NullFunctionPointer),
            SignerError::Unavailable(_)
        ));
    }
}

//! One question to the agent.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, WebSocket};

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Nothing listens at the address.
    Absent,
    /// Something listens, but did not answer in time, or hung up.
    Silent,
}

/// Sends one message to an endpoint and waits for the one that comes back, for at most so many milliseconds.
pub async fn ask(address: &str, endpoint: &str, message: &str, limit: i32) -> Result<String, Lost> {
    let url = format!("{}/{endpoint}", address.trim_end_matches('/'));
    let socket = WebSocket::new(&url).map_err(|_refused| Lost::Absent)?;
    let opened = Rc::new(Cell::new(false));
    let promise = Promise::new(&mut |resolve, reject| {
        listen(&socket, message, &opened, &resolve, &reject);
        if let Some(window) = web_sys::window() {
            // Without a clock the closed socket still ends the wait.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, limit);
        }
    });
    let answer = JsFuture::from(promise).await;
    for clear in [
        WebSocket::set_onopen,
        WebSocket::set_onmessage,
        WebSocket::set_onerror,
        WebSocket::set_onclose,
    ] {
        clear(&socket, None);
    }
    // One that is closed already stays so.
    let _ = socket.close();
    match answer.ok().and_then(|text| text.as_string()) {
        Some(text) => Ok(text),
        None if opened.get() => Err(Lost::Silent),
        None => Err(Lost::Absent),
    }
}

fn listen(
    socket: &WebSocket,
    message: &str,
    opened: &Rc<Cell<bool>>,
    resolve: &Function,
    reject: &Function,
) {
    let (sender, words, opened) = (socket.clone(), message.to_owned(), Rc::clone(opened));
    let told = Closure::once_into_js(move || {
        opened.set(true);
        // A socket that is open takes a message.
        let _ = sender.send_with_str(&words);
    });
    let done = resolve.clone();
    let heard = Closure::once_into_js(move |event: MessageEvent| {
        // Settling a promise cannot fail.
        let _ = done.call1(&JsValue::UNDEFINED, &event.data());
    });
    socket.set_onopen(Some(told.unchecked_ref()));
    socket.set_onmessage(Some(heard.unchecked_ref()));
    socket.set_onerror(Some(reject));
    socket.set_onclose(Some(reject));
}

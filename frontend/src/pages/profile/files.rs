//! Files of the browser: made from bytes, shown, saved.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A file in the memory of the page, with its address until the page lets go of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalFile {
    /// Address for `src` and `href`.
    pub url: String,
    /// Media type.
    pub media_type: String,
}

thread_local! {
    static OPEN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// A blob of these bytes.
#[must_use]
pub fn blob(bytes: &[u8], media_type: &str) -> Option<web_sys::Blob> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()
}

/// An address for these bytes, released when the caller's owner goes away or with [`release`].
#[must_use]
pub fn local(bytes: &[u8], media_type: &str) -> Option<LocalFile> {
    let url = web_sys::Url::create_object_url_with_blob(&blob(bytes, media_type)?).ok()?;
    OPEN.with_borrow_mut(|open| open.push(url.clone()));
    Some(LocalFile {
        url,
        media_type: media_type.to_owned(),
    })
}

/// The address of a PDF in a frame: without the browser's own list of pages, as wide as the frame.
#[must_use]
pub fn pdf_view(url: &str) -> String {
    format!("{url}#navpanes=0&view=FitH")
}

/// Lets go of the file.
pub fn release(url: &str) {
    OPEN.with_borrow_mut(|open| open.retain(|kept| kept != url));
    // A failure only means that the memory is freed with the page.
    let _ = web_sys::Url::revoke_object_url(url);
}

/// Offers these bytes as a download.
pub fn download(bytes: &[u8], media_type: &str, name: &str) {
    let Some(file) = local(bytes, media_type) else {
        return;
    };
    let link = document().create_element("a").ok();
    if let Some(link) =
        link.and_then(|element| element.dyn_into::<web_sys::HtmlAnchorElement>().ok())
    {
        link.set_href(&file.url);
        link.set_download(name);
        link.click();
    }
    // The download has its own reference once it has begun.
    set_timeout(
        move || release(&file.url),
        std::time::Duration::from_secs(60),
    );
}

/// Shows these bytes in a tab of their own, or as a download where tabs are blocked.
pub fn show(bytes: &[u8], media_type: &str, name: &str) {
    let Some(file) = local(bytes, media_type) else {
        return;
    };
    let opened = window().open_with_url_and_target(&file.url, "_blank");
    if !matches!(opened, Ok(Some(_))) {
        download(bytes, media_type, name);
    }
    set_timeout(
        move || release(&file.url),
        std::time::Duration::from_secs(600),
    );
}

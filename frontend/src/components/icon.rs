//! Icons, inlined: the outlines of the Lucide set (ISC licence).

use leptos::prelude::*;

macro_rules! icons {
    ($($name:ident = $path:literal;)*) => {
        /// An icon of the set.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum IconName {
            $(#[doc = stringify!($name)] $name,)*
        }

        impl IconName {
            const fn path(self) -> &'static str {
                match self {
                    $(Self::$name => $path,)*
                }
            }
        }
    };
}

icons! {
    Inbox = r#"<path d="M22 12h-6l-2 3h-4l-2-3H2"/><path d="M5.5 5.1 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.5-6.9A2 2 0 0 0 16.8 4H7.2a2 2 0 0 0-1.7 1.1z"/>"#;
    Person = r#"<circle cx="12" cy="8" r="4"/><path d="M4 21a8 8 0 0 1 16 0"/>"#;
    People = r#"<circle cx="9" cy="8" r="4"/><path d="M2 21a7 7 0 0 1 14 0"/><path d="M16 4.2a4 4 0 0 1 0 7.6"/><path d="M19 15.5a7 7 0 0 1 3 5.5"/>"#;
    Account = r#"<rect x="3" y="4" width="18" height="16" rx="2"/><circle cx="9" cy="11" r="2.2"/><path d="M5.8 17a3.4 3.4 0 0 1 6.4 0"/><path d="M15 10h3"/><path d="M15 14h3"/>"#;
    Key = r#"<circle cx="7.5" cy="15.5" r="5"/><path d="m11 12 10-10"/><path d="m16 7 3 3"/>"#;
    Settings = r#"<path d="M4 6h10"/><path d="M18 6h2"/><circle cx="16" cy="6" r="2"/><path d="M4 12h2"/><path d="M10 12h10"/><circle cx="8" cy="12" r="2"/><path d="M4 18h10"/><path d="M18 18h2"/><circle cx="16" cy="18" r="2"/>"#;
    Rules = r#"<path d="M12 3v18"/><path d="M7 21h10"/><path d="M3 7h2c2 0 5-1 7-2 2 1 5 2 7 2h2"/><path d="m16 16 3-8 3 8a5 5 0 0 1-6 0z"/><path d="m2 16 3-8 3 8a5 5 0 0 1-6 0z"/>"#;
    SignOut = r#"<path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/><path d="m16 17 5-5-5-5"/><path d="M21 12H9"/>"#;
    Search = r#"<circle cx="11" cy="11" r="7"/><path d="m21 21-4.3-4.3"/>"#;
    Close = r#"<path d="M18 6 6 18"/><path d="m6 6 12 12"/>"#;
    Check = r#"<path d="M20 6 9 17l-5-5"/>"#;
    Success = r#"<circle cx="12" cy="12" r="9"/><path d="m8.5 12 2.5 2.5 4.5-5"/>"#;
    Warning = r#"<path d="M10.3 3.9 1.8 18a2 2 0 0 0 1.7 3h17a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0z"/><path d="M12 9v4"/><path d="M12 17h.01"/>"#;
    Error = r#"<circle cx="12" cy="12" r="9"/><path d="M12 8v4.5"/><path d="M12 16h.01"/>"#;
    Info = r#"<circle cx="12" cy="12" r="9"/><path d="M12 16v-4.5"/><path d="M12 8h.01"/>"#;
    Clock = r#"<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>"#;
    Calendar = r#"<rect x="3" y="4" width="18" height="17" rx="2"/><path d="M16 2v4"/><path d="M8 2v4"/><path d="M3 10h18"/>"#;
    ChevronRight = r#"<path d="m9 18 6-6-6-6"/>"#;
    ChevronLeft = r#"<path d="m15 18-6-6 6-6"/>"#;
    ChevronUp = r#"<path d="m6 15 6-6 6 6"/>"#;
    ChevronDown = r#"<path d="m6 9 6 6 6-6"/>"#;
    Plus = r#"<path d="M12 5v14"/><path d="M5 12h14"/>"#;
    Trash = r#"<path d="M3 6h18"/><path d="M8 6V4a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v2"/><path d="m6 6 1 14a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1l1-14"/>"#;
    Edit = r#"<path d="M12 20h9"/><path d="M16.5 3.5a2.1 2.1 0 0 1 3 3L7 19l-4 1 1-4z"/>"#;
    Download = r#"<path d="M12 3v12"/><path d="m7 10 5 5 5-5"/><path d="M4 21h16"/>"#;
    Upload = r#"<path d="M12 15V3"/><path d="m7 8 5-5 5 5"/><path d="M4 21h16"/>"#;
    Print = r#"<path d="M6 9V3h12v6"/><path d="M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2"/><path d="M6 14h12v7H6z"/>"#;
    Eye = r#"<path d="M2 12s3.6-7 10-7 10 7 10 7-3.6 7-10 7S2 12 2 12z"/><circle cx="12" cy="12" r="3"/>"#;
    File = r#"<path d="M14 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8z"/><path d="M14 2v6h6"/>"#;
    History = r#"<path d="M3 12a9 9 0 1 0 3-6.7L3 8"/><path d="M3 3v5h5"/><path d="M12 7v5l4 2"/>"#;
    Pen = r#"<path d="m15 5 4 4"/><path d="M3 21c3.5 0 4-3 7-3s4 3 8 3"/><path d="m17 3 4 4-9.5 9.5L7 18l1.5-4.5z"/>"#;
    Copy = r#"<rect x="9" y="9" width="12" height="12" rx="2"/><path d="M5 15H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v1"/>"#;
    More = r#"<circle cx="5" cy="12" r="1"/><circle cx="12" cy="12" r="1"/><circle cx="19" cy="12" r="1"/>"#;
    Lock = r#"<rect x="4" y="11" width="16" height="10" rx="2"/><path d="M8 11V7a4 4 0 0 1 8 0v4"/>"#;
    Refresh = r#"<path d="M21 12a9 9 0 1 1-2.6-6.4L21 8"/><path d="M21 3v5h-5"/>"#;
    Return = r#"<path d="m9 14-5-5 5-5"/><path d="M4 9h10a6 6 0 0 1 0 12h-3"/>"#;
    Flag = r#"<path d="M4 22V4s1-1 4-1 5 2 8 2 4-1 4-1v11s-1 1-4 1-5-2-8-2-4 1-4 1"/>"#;
    Paperclip = r#"<path d="m21 11-9 9a5.5 5.5 0 0 1-8-8l9-9a3.7 3.7 0 0 1 5.3 5.3l-9 9a1.8 1.8 0 0 1-2.6-2.6l8.3-8.3"/>"#;
    ZoomIn = r#"<circle cx="11" cy="11" r="7"/><path d="m21 21-4.3-4.3"/><path d="M11 8v6"/><path d="M8 11h6"/>"#;
    ZoomOut = r#"<circle cx="11" cy="11" r="7"/><path d="m21 21-4.3-4.3"/><path d="M8 11h6"/>"#;
    Camera = r#"<path d="M3 8a2 2 0 0 1 2-2h2.5L9 3.5h6L16.5 6H19a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z"/><circle cx="12" cy="13" r="4"/>"#;
    Browser = r#"<rect x="3" y="4" width="18" height="16" rx="2"/><path d="M3 9h18"/><path d="M6.5 6.5h.01"/><path d="M9.5 6.5h.01"/>"#;
    Usb = r#"<path d="M8 9V3h8v6"/><path d="M6 9h12v7a5 5 0 0 1-5 5h-2a5 5 0 0 1-5-5z"/><path d="M11 6h.01"/><path d="M13 6h.01"/>"#;
    Server = r#"<rect x="3" y="4" width="18" height="7" rx="2"/><rect x="3" y="13" width="18" height="7" rx="2"/><path d="M7 7.5h.01"/><path d="M7 16.5h.01"/>"#;
    Phone = r#"<rect x="7" y="2" width="10" height="20" rx="2"/><path d="M11 18h2"/>"#;
    Delegate = r#"<circle cx="8" cy="8" r="4"/><path d="M2 21a6 6 0 0 1 10-4.5"/><path d="M14 18h8"/><path d="m19 15 3 3-3 3"/>"#;
    Verify = r#"<path d="M12 2 4 5v6c0 5 3.4 9.3 8 11 4.6-1.7 8-6 8-11V5z"/><path d="m8.5 12 2.5 2.5 4.5-5"/>"#;
    Bell = r#"<path d="M6 8a6 6 0 0 1 12 0c0 7 3 9 3 9H3s3-2 3-9"/><path d="M10.3 21a2 2 0 0 0 3.4 0"/>"#;
    Chart = r#"<path d="M3 3v18h18"/><path d="M8 17v-5"/><path d="M13 17V7"/><path d="M18 17v-8"/>"#;
    Seal = r#"<circle cx="12" cy="9" r="6"/><path d="m8.5 14-1.5 8 5-3 5 3-1.5-8"/>"#;
}

/// An icon beside words; it is decoration to a screen reader, the words carry the meaning.
#[component]
pub fn Icon(name: IconName) -> impl IntoView {
    view! {
        <svg
            class="icon"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.75"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            focusable="false"
            inner_html=name.path()
        ></svg>
    }
}

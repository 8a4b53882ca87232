//! What programs that sign do besides, and signatures have to survive.

use congvu_signing::pades::dss;
use lopdf::{Object, dictionary};

use crate::cases::{Base, XMP, metadata};
use crate::support::now;
use crate::support::pdf::{edit, evidence, seal, text_stream, with_evidence};
use crate::support::tsa;

type Change = fn(&[u8]) -> Vec<u8>;

#[rustfmt::skip]
pub const CASES: &[(&str, Base, Change)] = &[
    ("nothing", Base::Plain, <[u8]>::to_vec),
    ("nothing-in-a-form", Base::Form, <[u8]>::to_vec),
    ("nothing-in-a-compressed-file", Base::Compressed, <[u8]>::to_vec),
    ("evidence", Base::Plain, |pdf| with_evidence(pdf, now())),
    ("evidence-in-a-compressed-file", Base::Compressed, |pdf| with_evidence(pdf, now())),
    ("more-evidence", Base::Stored, |pdf| with_evidence(&dss::add(pdf, &evidence(now()), &[]).unwrap(), now())),
    ("sealed-in-between", Base::Stored, |pdf| seal(pdf, "DauThoiGian", tsa(), now())),
    ("date-of-change", Base::Plain, |pdf| edit(pdf, |edit| {
        let info = edit.id(|entries| entries.has(b"Title"));
        edit.entries(info).set("ModDate", Object::string_literal("D:20260303090000+07'00'"));
        edit.entries(info).set("Producer", Object::string_literal("cong cu ky"));
    })),
    ("date-in-metadata", Base::Stored, |pdf| edit(pdf, |edit| {
        let stream = edit.id(|entries| entries.has_type(b"Metadata"));
        *edit.change(stream) = metadata(&XMP.replace("09:00:00", "10:30:00")).into();
    })),
    ("extension-named", Base::Plain, |pdf| edit(pdf, |edit| {
        let catalog = edit.catalog();
        edit.entries(catalog).set("Extensions", dictionary! { "ESIC" => dictionary! { "BaseVersion" => "1.7", "ExtensionLevel" => 2 } });
    })),
    ("drawing-left-behind", Base::Plain, |pdf| edit(pdf, |edit| { edit.add(text_stream("khong dung")); })),
    ("place-for-a-third", Base::Plain, |pdf| edit(pdf, |edit| {
        let page = edit.page();
        let field = edit.add(dictionary! {
            "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "T" => Object::string_literal("ChoKy"), "P" => page, "F" => 132,
            "Rect" => vec![10.into(), 10.into(), 90.into(), 40.into()],
        });
        edit.push(page, b"Annots", field.into());
        edit.form().get_mut(b"Fields").unwrap().as_array_mut().unwrap().push(field.into());
    })),
    ("object-written-again", Base::Plain, |pdf| edit(pdf, |edit| { let page = edit.page(); edit.change(page); })),
];

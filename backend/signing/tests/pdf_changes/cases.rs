//! Changes that no signature survives, made by an editor before somebody else signs.

use congvu_signing::pades::dss;
use lopdf::{Object, Stream, dictionary};

use crate::support::Person;
use crate::support::now;
use crate::support::pdf::{Edit, document, edit, evidence, sign, text_stream};

pub struct Case {
    pub name: &'static str,
    pub base: Base,
    pub change: fn(&[u8]) -> Vec<u8>,
    /// Code of the first thing that is not permitted.
    pub code: &'static str,
}

/// A document signed by one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// A page of text.
    Plain,
    /// With a text field to fill in and an empty place for a signature.
    Form,
    /// With layers, and a list of certificates that is also what its page shows.
    Trapped,
    /// Its page draws something that does not exist yet.
    Awaiting,
    /// With metadata, and evidence in its security store.
    Stored,
    /// Written with object and cross-reference streams.
    Compressed,
}

pub const XMP: &str = "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmp:ModifyDate=\"2026-03-02T09:00:00+07:00\"><dc:title>Ly lich</dc:title></rdf:Description>\
</rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";

pub fn metadata(text: &str) -> Stream {
    let entries = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    Stream::new(entries, text.as_bytes().to_vec())
}

impl Base {
    pub fn build(self, person: &Person) -> Vec<u8> {
        let mut document = document("He so luong 4.98", [595, 842]);
        let info = dictionary! { "Title" => Object::string_literal("Ly lich"), "ModDate" => Object::string_literal("D:20260302090000+07'00'") };
        let info = document.add_object(info);
        document.trailer.set("Info", info);
        let page = document.get_pages()[&1];
        match self {
            Self::Form => {
                let text = document.add_object(dictionary! {
                    "Type" => "Annot", "Subtype" => "Widget", "FT" => "Tx", "T" => Object::string_literal("HeSo"),
                    "V" => Object::string_literal("4.98"), "Rect" => vec![10.into(), 300.into(), 100.into(), 320.into()], "P" => page,
                });
                let place = document.add_object(dictionary! {
                    "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "T" => Object::string_literal("ChoKy"),
                    "Rect" => vec![10.into(), 400.into(), 100.into(), 420.into()], "P" => page, "F" => 4,
                });
                let fields: Vec<Object> = vec![text.into(), place.into()];
                let list = document.add_object(fields.clone());
                let form = document.add_object(
                    dictionary! { "Fields" => list, "DA" => Object::string_literal("/F1 12 Tf") },
                );
                document.catalog_mut().unwrap().set("AcroForm", form);
                document
                    .get_dictionary_mut(page)
                    .unwrap()
                    .set("Annots", fields);
            }
            Self::Trapped => {
                let layer = document.add_object(
                    dictionary! { "Type" => "OCG", "Name" => Object::string_literal("An") },
                );
                let shown = document.add_object(dictionary! { "ON" => vec![layer.into()] });
                let contents = document
                    .get_dictionary(page)
                    .unwrap()
                    .get(b"Contents")
                    .unwrap()
                    .clone();
                let list = document.add_object(vec![contents]);
                let catalog = document.catalog_mut().unwrap();
                catalog.set(
                    "OCProperties",
                    dictionary! { "OCGs" => vec![layer.into()], "D" => shown },
                );
                catalog.set("DSS", dictionary! { "Type" => "DSS", "Certs" => list });
                let page = document.get_dictionary_mut(page).unwrap();
                page.set("Contents", list);
            }
            Self::Awaiting => {
                let page = document.get_dictionary_mut(page).unwrap();
                let resources = page.get_mut(b"Resources").unwrap().as_dict_mut().unwrap();
                resources.set(
                    "XObject",
                    dictionary! { "Sau" => Object::Reference((900, 0)) },
                );
            }
            Self::Stored => {
                let metadata = document.add_object(metadata(XMP));
                document.catalog_mut().unwrap().set("Metadata", metadata);
            }
            Self::Plain | Self::Compressed => {}
        }
        let mut bytes = Vec::new();
        if self == Self::Compressed {
            let options = lopdf::SaveOptions::builder()
                .use_object_streams(true)
                .use_xref_streams(true)
                .build();
            document.save_with_options(&mut bytes, options).unwrap();
        } else {
            document.save_to(&mut bytes).unwrap();
        }
        if self == Self::Stored {
            bytes = dss::add(&bytes, &evidence(now()), &[]).unwrap();
        }
        sign(&bytes, "KyLanhDao", 200.0, person)
    }
}

fn drawing(text: &str) -> Stream {
    let mut stream = text_stream(text);
    stream.dict.set("Type", "XObject");
    stream.dict.set("Subtype", "Form");
    stream
        .dict
        .set("BBox", vec![0.into(), 0.into(), 200.into(), 50.into()]);
    stream
}

fn note(edit: &mut Edit) -> Object {
    let look = edit.add(drawing("He so luong 9.98"));
    edit.add(dictionary! {
        "Type" => "Annot", "Subtype" => "Stamp", "Rect" => vec![10.into(), 20.into(), 200.into(), 60.into()],
        "F" => 4, "AP" => dictionary! { "N" => look },
    })
    .into()
}

fn new_field(edit: &mut Edit, mut field: lopdf::Dictionary) {
    let page = edit.page();
    field.set("Type", "Annot");
    field.set("Subtype", "Widget");
    field.set("T", Object::string_literal("ThemVao"));
    field.set("P", page);
    field.set("Rect", vec![10.into(), 10.into(), 90.into(), 40.into()]);
    let field = edit.add(field);
    edit.push(page, b"Annots", field.into());
    edit.form()
        .get_mut(b"Fields")
        .unwrap()
        .as_array_mut()
        .unwrap()
        .push(field.into());
}

const fn case(
    name: &'static str,
    base: Base,
    code: &'static str,
    change: fn(&[u8]) -> Vec<u8>,
) -> Case {
    Case {
        name,
        base,
        change,
        code,
    }
}

use Base::{Awaiting, Compressed, Form, Plain, Stored, Trapped};

#[rustfmt::skip]
pub const CASES: &[Case] = &[
    case("page-content-replaced", Plain, "object_changed", |pdf| edit(pdf, |edit| {
        let page = edit.page();
        let content = edit.entries(page).get(b"Contents").unwrap().as_reference().unwrap();
        *edit.change(content) = text_stream("He so luong 9.98").into();
    })),
    case("page-content-replaced-in-compressed-file", Compressed, "object_changed", |pdf| edit(pdf, |edit| {
        let page = edit.page();
        let content = edit.entries(page).get(b"Contents").unwrap().as_reference().unwrap();
        *edit.change(content) = text_stream("He so luong 9.98").into();
    })),
    case("page-content-added", Plain, "page_changed", |pdf| edit(pdf, |edit| {
        let page = edit.page();
        let before = edit.entries(page).get(b"Contents").unwrap().clone();
        let after = edit.add(text_stream("He so luong 9.98"));
        edit.entries(page).set("Contents", vec![before, after.into()]);
    })),
    case("page-turned", Plain, "page_changed", |pdf| edit(pdf, |edit| { let page = edit.page(); edit.entries(page).set("Rotate", 180); })),
    case("page-action", Plain, "page_changed", |pdf| edit(pdf, |edit| {
        let page = edit.page();
        edit.entries(page).set("AA", dictionary! { "O" => dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") } });
    })),
    case("page-added", Plain, "object_changed", |pdf| edit(pdf, |edit| {
        let pages = edit.id(|entries| entries.has_type(b"Pages"));
        let content = edit.add(text_stream("Trang them"));
        let page = edit.add(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content });
        edit.push(pages, b"Kids", page.into());
        edit.entries(pages).set("Count", 2);
    })),
    case("font-replaced", Plain, "object_changed", |pdf| edit(pdf, |edit| {
        let font = edit.id(|entries| entries.has_type(b"Font"));
        edit.entries(font).set("BaseFont", "Symbol");
    })),
    case("annotation-added", Plain, "annotation_changed", |pdf| edit(pdf, |edit| {
        let page = edit.page();
        let note = note(edit);
        edit.push(page, b"Annots", note);
    })),
    case("annotation-removed", Form, "annotation_changed", |pdf| edit(pdf, |edit| {
        let page = edit.page();
        edit.entries(page).get_mut(b"Annots").unwrap().as_array_mut().unwrap().remove(0);
    })),
    case("annotation-hidden", Form, "form_field_changed", |pdf| edit(pdf, |edit| {
        let field = edit.id(|entries| entries.has(b"V") && entries.has(b"FT"));
        edit.entries(field).set("F", 2);
    })),
    case("form-value-changed", Form, "form_field_changed", |pdf| edit(pdf, |edit| {
        let field = edit.id(|entries| entries.has(b"V") && entries.has(b"FT"));
        edit.entries(field).set("V", Object::string_literal("9.98"));
    })),
    case("form-appearances-rebuilt", Form, "form_changed", |pdf| edit(pdf, |edit| {
        let form = edit.id(|entries| entries.has(b"Fields"));
        edit.entries(form).set("NeedAppearances", true);
    })),
    case("form-font-changed", Form, "form_changed", |pdf| edit(pdf, |edit| {
        let form = edit.id(|entries| entries.has(b"Fields"));
        edit.entries(form).set("DA", Object::string_literal("/F1 90 Tf"));
    })),
    case("form-xfa-added", Plain, "form_changed", |pdf| edit(pdf, |edit| {
        let packet = edit.add(Stream::new(dictionary! {}, b"<xdp/>".to_vec()));
        edit.form().set("XFA", packet);
    })),
    case("text-field-added", Plain, "form_field_changed", |pdf| edit(pdf, |edit| {
        new_field(edit, dictionary! { "FT" => "Tx", "V" => Object::string_literal("9.98") });
    })),
    case("signature-field-with-action-added", Plain, "form_field_changed", |pdf| edit(pdf, |edit| {
        new_field(edit, dictionary! { "FT" => "Sig", "A" => dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") } });
    })),
    case("empty-signature-field-with-look-added", Plain, "signature_field_changed", |pdf| edit(pdf, |edit| {
        let look = edit.add(drawing("He so luong 9.98"));
        new_field(edit, dictionary! { "FT" => "Sig", "AP" => dictionary! { "N" => look } });
    })),
    case("signature-moved", Plain, "form_field_changed", |pdf| edit(pdf, |edit| {
        let field = edit.id(|entries| entries.has(b"FT"));
        edit.entries(field).set("Rect", vec![0.into(), 0.into(), 1.into(), 1.into()]);
    })),
    case("signature-look-replaced", Plain, "form_field_changed", |pdf| edit(pdf, |edit| {
        let look = edit.add(drawing("KY BOI GIAM DOC"));
        let field = edit.id(|entries| entries.has(b"FT"));
        edit.entries(field).set("AP", dictionary! { "N" => look });
    })),
    case("open-action-added", Plain, "catalog_changed", |pdf| edit(pdf, |edit| {
        let catalog = edit.catalog();
        edit.entries(catalog).set("OpenAction", dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") });
    })),
    case("script-added", Plain, "catalog_changed", |pdf| edit(pdf, |edit| {
        let catalog = edit.catalog();
        edit.entries(catalog).set("Names", dictionary! { "JavaScript" => dictionary! { "Names" => Vec::<Object>::new() } });
    })),
    case("page-tree-exchanged", Plain, "catalog_changed", |pdf| edit(pdf, |edit| {
        let content = edit.add(text_stream("He so luong 9.98"));
        let page = edit.add(dictionary! { "Type" => "Page", "Contents" => content });
        let pages = edit.add(dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 });
        let catalog = edit.catalog();
        edit.entries(catalog).set("Pages", pages);
    })),
    case("layers-added", Plain, "catalog_changed", |pdf| edit(pdf, |edit| {
        let catalog = edit.catalog();
        edit.entries(catalog).set("OCProperties", dictionary! { "OCGs" => Vec::<Object>::new(), "D" => dictionary! {} });
    })),
    case("layer-switched-off", Trapped, "object_changed", |pdf| edit(pdf, |edit| {
        let shown = edit.id(|entries| entries.has(b"ON"));
        let layers = edit.entries(shown).remove(b"ON").unwrap();
        edit.entries(shown).set("OFF", layers);
    })),
    case("awaited-drawing-supplied", Awaiting, "object_awaited", |pdf| edit(pdf, |edit| {
        edit.inc.new_document.set_object((900, 0), drawing("He so luong 9.98"));
    })),
    case("page-content-among-certificates", Trapped, "object_shared", |pdf| edit(pdf, |edit| {
        let content = edit.add(text_stream("He so luong 9.98"));
        let list = *edit.inc.get_prev_documents().objects.iter().find(|(_, object)| object.as_array().is_ok()).unwrap().0;
        edit.change(list).as_array_mut().unwrap().push(content.into());
    })),
    case("metadata-title-changed", Stored, "metadata_changed", |pdf| edit(pdf, |edit| {
        let stream = edit.id(|entries| entries.has_type(b"Metadata"));
        *edit.change(stream) = metadata(&XMP.replace("Ly lich", "Quyet dinh")).into();
    })),
    case("metadata-added", Plain, "metadata_changed", |pdf| edit(pdf, |edit| {
        let catalog = edit.catalog();
        let stream = edit.add(metadata(XMP));
        edit.entries(catalog).set("Metadata", stream);
    })),
    case("title-changed", Plain, "document_information_changed", |pdf| edit(pdf, |edit| {
        let info = edit.id(|entries| entries.has(b"Title"));
        edit.entries(info).set("Title", Object::string_literal("Quyet dinh"));
    })),
    case("store-holds-a-drawing", Stored, "security_store_misused", |pdf| edit(pdf, |edit| {
        let catalog = edit.catalog();
        let drawing = edit.add(drawing("He so luong 9.98"));
        let store = edit.entries(catalog).get_mut(b"DSS").unwrap().as_dict_mut().unwrap();
        store.get_mut(b"Certs").unwrap().as_array_mut().unwrap().push(drawing.into());
    })),
    case("store-loses-evidence", Stored, "security_store_misused", |pdf| edit(pdf, |edit| {
        let catalog = edit.catalog();
        edit.entries(catalog).get_mut(b"DSS").unwrap().as_dict_mut().unwrap().set("CRLs", Vec::<Object>::new());
    })),
    case("store-removed", Stored, "security_store_misused", |pdf| edit(pdf, |edit| {
        let catalog = edit.catalog();
        edit.entries(catalog).remove(b"DSS");
    })),
    case("store-with-unknown-entry", Plain, "security_store_misused", |pdf| edit(pdf, |edit| {
        let catalog = edit.catalog();
        let drawing = edit.add(drawing("He so luong 9.98"));
        edit.entries(catalog).set("DSS", dictionary! { "Type" => "DSS", "XObject" => dictionary! { "A" => drawing } });
    })),
];

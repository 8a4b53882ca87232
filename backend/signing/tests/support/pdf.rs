//! Small PDF files.

use chrono::{FixedOffset, TimeZone};
use congvu_signing::pades::{self, Place, RESERVE, SignatureSpec, dss, dss::Evidence};
use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, Stream, dictionary};

use super::{Person, ca, now};

/// One page with a line of text; `size` is width and height in points.
pub fn page(text: &str, size: [i64; 2]) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let font = document.add_object(
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Times-Roman" },
    );
    let operations = vec![
        Operation::new("BT", vec![]),
        Operation::new("Tf", vec!["F1".into(), 12.into()]),
        Operation::new("Td", vec![10.into(), 20.into()]),
        Operation::new("Tj", vec![Object::string_literal(text)]),
        Operation::new("ET", vec![]),
    ];
    let content = document.add_object(Stream::new(
        dictionary! {},
        Content { operations }.encode().unwrap(),
    ));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
    });
    let [width, height] = size;
    let root = dictionary! {
        "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1, "MediaBox" => vec![0.into(), 0.into(), width.into(), height.into()],
    };
    document.objects.insert(pages, root.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

pub fn spec(field: &str, bottom: f32) -> SignatureSpec {
    let time = FixedOffset::east_opt(7 * 3600)
        .unwrap()
        .from_utc_datetime(&now().naive_utc());
    let appearance = page("DA KY", [150, 60]);
    SignatureSpec {
        field: field.into(),
        signer_name: "Nguyễn Văn Được".into(),
        reason: "Phê duyệt".into(),
        location: "Sở Nội vụ".into(),
        time,
        place: Some(Place {
            page: 1,
            rect: [350.0, bottom, 500.0, bottom + 60.0],
            appearance,
        }),
    }
}

pub fn sign(pdf: &[u8], field: &str, bottom: f32, person: &Person) -> Vec<u8> {
    let prepared = pades::prepare(pdf, &spec(field, bottom), RESERVE).unwrap();
    let cms = person.sign_digest(&prepared.digest().unwrap(), None);
    prepared.embed(&cms).unwrap()
}

/// A page with DSS, then signed by two people.
pub fn signed_twice(first: &Person, second: &Person) -> Vec<u8> {
    let base = page("Ly lich can bo, cong chuc", [595, 842]);
    let evidence = Evidence {
        certificates: ca().chain(&first.der)[1..].to_vec(),
        crls: ca().crls(&[], 1, now()).unwrap().to_vec(),
        ocsps: vec![],
    };
    let with_store = dss::add(&base, &evidence, &[]).unwrap();
    sign(
        &sign(&with_store, "KyLanhDao", 200.0, first),
        "KyCoQuan",
        100.0,
        second,
    )
}

//! Small PDF files, signed and sealed.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, TimeZone, Utc};
use congvu_signing::pades::{
    self, Place, PreparedPdf, RESERVE, RESERVE_WITH_TIMESTAMP, SignatureSpec, dss, dss::Evidence,
};
use congvu_signing::software_key::SoftwareKey;
use congvu_signing::trust::TrustStore;
use congvu_signing::tsp::Tsa;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};

use super::{Person, TSA_POLICY, ca, folder, now, stamped, trust, tsa};

/// One page with a line of text; `size` is width and height in points.
pub fn page(text: &str, size: [i64; 2]) -> Vec<u8> {
    let mut bytes = Vec::new();
    document(text, size).save_to(&mut bytes).unwrap();
    bytes
}

pub fn document(text: &str, size: [i64; 2]) -> Document {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let font = document.add_object(
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Times-Roman" },
    );
    let content = document.add_object(text_stream(text));
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
    document
}

pub fn text_stream(text: &str) -> Stream {
    let operations = vec![
        Operation::new("BT", vec![]),
        Operation::new("Tf", vec!["F1".into(), 12.into()]),
        Operation::new("Td", vec![10.into(), 20.into()]),
        Operation::new("Tj", vec![Object::string_literal(text)]),
        Operation::new("ET", vec![]),
    ];
    Stream::new(dictionary! {}, Content { operations }.encode().unwrap())
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

pub fn cms_for(prepared: &PreparedPdf, person: &Person) -> Vec<u8> {
    person.sign_digest(&prepared.digest().unwrap(), None)
}

/// B-B.
pub fn sign(pdf: &[u8], field: &str, bottom: f32, person: &Person) -> Vec<u8> {
    let prepared = pades::prepare(pdf, &spec(field, bottom), RESERVE).unwrap();
    let cms = cms_for(&prepared, person);
    prepared.embed(&cms).unwrap()
}

/// B-T, with the time stamp put in afterwards.
pub fn sign_stamped(
    pdf: &[u8],
    field: &str,
    bottom: f32,
    person: &Person,
    at: DateTime<Utc>,
) -> Vec<u8> {
    let prepared = pades::prepare(pdf, &spec(field, bottom), RESERVE_WITH_TIMESTAMP).unwrap();
    let cms = cms_for(&prepared, person);
    let signed = prepared.embed(&cms).unwrap();
    pades::replace_contents(&signed, field, &stamped(&cms, at)).unwrap()
}

/// Everything the pilot authority says at `at`.
pub fn evidence(at: DateTime<Utc>) -> Evidence {
    Evidence {
        certificates: vec![ca().issuing_der().to_vec(), ca().root_der().to_vec()],
        crls: ca().crls(&[], 1, at).unwrap().to_vec(),
        ocsps: vec![],
    }
}

/// B-LT: with evidence after the last signature.
pub fn with_evidence(pdf: &[u8], at: DateTime<Utc>) -> Vec<u8> {
    dss::add(pdf, &evidence(at), &pades::contents(pdf).unwrap()).unwrap()
}

/// B-LTA: a document time stamp over everything.
pub fn seal(pdf: &[u8], field: &str, authority: &Tsa, at: DateTime<Utc>) -> Vec<u8> {
    let prepared = pades::prepare_time_stamp(pdf, field, RESERVE).unwrap();
    let token = authority
        .stamp(&prepared.digest().unwrap(), [9; 16], at)
        .unwrap();
    prepared.embed(&token).unwrap()
}

/// An authority whose certificate begins at `at`.
pub fn tsa_of(at: DateTime<Utc>, serial: u8) -> Tsa {
    let key = SoftwareKey::generate_p256().unwrap();
    let der = ca().issue_tsa(&key.public_key(), [serial; 16], at).unwrap();
    Tsa::new(Box::new(key), ca().chain(&der), TSA_POLICY).unwrap()
}

/// A page with DSS, then signed by two people.
pub fn signed_twice(first: &Person, second: &Person) -> Vec<u8> {
    let base = page("Ly lich can bo, cong chuc", [595, 842]);
    let with_store = dss::add(&base, &evidence(now()), &[]).unwrap();
    sign(
        &sign(&with_store, "KyLanhDao", 200.0, first),
        "KyCoQuan",
        100.0,
        second,
    )
}

/// Two people, a minute apart, with time stamps.
pub fn stamped_twice(first: &Person, second: &Person) -> Vec<u8> {
    let base = page("Ly lich can bo, cong chuc", [595, 842]);
    let once = sign_stamped(&base, "KyLanhDao", 200.0, first, now());
    let minute = now() + chrono::TimeDelta::minutes(1);
    sign_stamped(&once, "KyCoQuan", 100.0, second, minute)
}

/// The same with evidence and a document time stamp.
pub fn sealed(first: &Person, second: &Person) -> Vec<u8> {
    let at = now() + chrono::TimeDelta::minutes(2);
    let complete = with_evidence(&stamped_twice(first, second), at);
    seal(&complete, "DauThoiGian1", tsa(), at)
}

/// Only the anchor: everything else must come from the file itself.
pub fn anchor_only() -> TrustStore {
    TrustStore {
        crls: vec![],
        intermediates: vec![],
        ..trust()
    }
}

/// Code of the first thing wrong with a file, or "valid".
pub fn code(pdf: &[u8]) -> &'static str {
    code_with(pdf, &trust(), now() + chrono::TimeDelta::hours(1))
}

pub fn code_with(pdf: &[u8], trust: &TrustStore, at: DateTime<Utc>) -> &'static str {
    match pades::verify(pdf, trust, at) {
        Ok(report) => report
            .first_failure()
            .map_or("valid", |(_, why)| why.code()),
        Err(error) => error.code(),
    }
}

/// A revision under way, as an editor without scruples would write it.
pub struct Edit {
    pub inc: IncrementalDocument,
}

impl Edit {
    pub fn id(&self, is_it: impl Fn(&Dictionary) -> bool) -> ObjectId {
        let objects = self.inc.get_prev_documents().objects.iter();
        let mut found = objects.filter(|(_, object)| match object {
            Object::Stream(stream) => is_it(&stream.dict),
            other => other.as_dict().is_ok_and(&is_it),
        });
        *found.next().unwrap().0
    }

    pub fn page(&self) -> ObjectId {
        self.id(|entries| entries.has_type(b"Page"))
    }

    pub fn catalog(&self) -> ObjectId {
        self.id(|entries| entries.has_type(b"Catalog"))
    }

    pub fn change(&mut self, id: ObjectId) -> &mut Object {
        self.inc.opt_clone_object_to_new_document(id).unwrap();
        self.inc.new_document.get_object_mut(id).unwrap()
    }

    pub fn entries(&mut self, id: ObjectId) -> &mut Dictionary {
        match self.change(id) {
            Object::Stream(stream) => &mut stream.dict,
            other => other.as_dict_mut().unwrap(),
        }
    }

    pub fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        self.inc.new_document.add_object(object)
    }

    /// Adds to a list in a dictionary, which may be elsewhere or missing.
    pub fn push(&mut self, holder: ObjectId, key: &[u8], item: Object) {
        let list = self.entries(holder).get(key).ok().cloned();
        match list {
            Some(Object::Reference(id)) => self.change(id).as_array_mut().unwrap().push(item),
            list => {
                let mut items = list.map_or_else(Vec::new, |list| list.as_array().unwrap().clone());
                items.push(item);
                self.entries(holder).set(key.to_vec(), items);
            }
        }
    }

    pub fn form(&mut self) -> &mut Dictionary {
        let catalog = self.catalog();
        let form = self.entries(catalog).get_mut(b"AcroForm").unwrap();
        form.as_dict_mut().unwrap()
    }
}

pub fn edit(pdf: &[u8], change: impl FnOnce(&mut Edit)) -> Vec<u8> {
    let document = Document::load_mem(pdf).unwrap();
    let mut edit = Edit {
        inc: IncrementalDocument::create_from(pdf.to_vec(), document),
    };
    change(&mut edit);
    let mut bytes = Vec::new();
    edit.inc.save_to(&mut bytes).unwrap();
    bytes.push(b'\n');
    bytes
}

/// The offset that the last `startxref` gives.
pub fn xref_start(pdf: &[u8]) -> usize {
    let at = pdf.windows(9).rposition(|window| window == b"startxref");
    let tail = std::str::from_utf8(&pdf[at.unwrap() + 9..]).unwrap();
    tail.split_whitespace().next().unwrap().parse().unwrap()
}

/// A revision written by hand: objects, further cross-reference lines, and trailer entries besides Size, Root and Prev.
pub fn append_raw(
    pdf: &[u8],
    objects: &[(u32, &str)],
    lines: &[(u32, String)],
    trailer: &str,
) -> Vec<u8> {
    let mut bytes = pdf.to_vec();
    let mut table = "0 1\n0000000000 65535 f \n".to_owned();
    for (number, body) in objects {
        let offset = bytes.len();
        bytes.extend_from_slice(format!("{number} 0 obj\n{body}\nendobj\n").as_bytes());
        table += &format!("{number} 1\n{offset:010} 00000 n \n");
    }
    for (number, line) in lines {
        table += &format!("{number} 1\n{line} \n");
    }
    let start = bytes.len();
    let document = Document::load_mem(pdf).unwrap();
    let kept = ["Root", "Info"].map(|key| {
        let id = document
            .trailer
            .get(key.as_bytes())
            .and_then(Object::as_reference);
        id.map_or_else(|_| String::new(), |id| format!("/{key} {} 0 R", id.0))
    });
    let kept = kept.join(" ");
    let previous = xref_start(pdf);
    bytes.extend_from_slice(
        format!("xref\n{table}trailer\n<< /Size 1000 {kept} /Prev {previous} {trailer} >>\nstartxref\n{start}\n%%EOF\n").as_bytes(),
    );
    bytes
}

pub fn replace(pdf: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let at = pdf.windows(from.len()).position(|window| window == from);
    let at = at.unwrap();
    [&pdf[..at], to, &pdf[at + from.len()..]].concat()
}

/// An empty folder for files that other judges are to see, with what they may trust.
pub fn samples(name: &str) -> PathBuf {
    let folder = folder(name);
    let [root, issuing] = ca().crls(&[], 1, now()).unwrap();
    let trusted = [
        ("root.der", ca().root_der()),
        ("issuing.der", ca().issuing_der()),
        ("root.crl", &root),
        ("issuing.crl", &issuing),
    ];
    for (file, der) in trusted {
        std::fs::write(folder.join(file), der).unwrap();
    }
    folder
}

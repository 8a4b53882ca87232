use super::super::walk::Cell;
use super::complaint::Complaint;
use super::leaf::{text_complaint, unknown_code};
use super::report::Report;
use crate::catalogues::Catalogues;

/// Checks a place: its codes, that the commune belongs to the province, and that it is said in words.
pub(super) fn check(cell: &Cell<'_>, catalogues: &Catalogues, report: &mut Report) {
    for part in ["province", "district", "commune", "detail"] {
        if let Some(complaint) = text_complaint(cell.part(part), false) {
            report.add_at(cell, format!("{}/{part}", cell.pointer), complaint);
        }
    }
    let province = cell.part("province_code");
    if !province.is_empty() && catalogues.find("provinces", province).is_none() {
        report.add_at(
            cell,
            format!("{}/province_code", cell.pointer),
            unknown_code(province),
        );
    }
    commune(cell, province, catalogues, report);
    for (code, word) in [("province_code", "province"), ("commune_code", "commune")] {
        if !cell.part(code).is_empty() && cell.part(word).is_empty() {
            report.add_at(
                cell,
                format!("{}/{word}", cell.pointer),
                Complaint::error(
                    "place_without_words",
                    "mới có mã, chưa có tên đơn vị hành chính; hãy ghi cả tên".to_owned(),
                    "has the code but not the name of the unit; give the name too".to_owned(),
                ),
            );
        }
    }
}

fn commune(cell: &Cell<'_>, province: &str, catalogues: &Catalogues, report: &mut Report) {
    let code = cell.part("commune_code");
    if code.is_empty() {
        return;
    }
    let pointer = format!("{}/commune_code", cell.pointer);
    let Some(commune) = catalogues.find("communes", code) else {
        return report.add_at(cell, pointer, unknown_code(code));
    };
    if !province.is_empty() && commune.parent.as_deref() != Some(province) {
        let name = &commune.name;
        report.add_at(
            cell,
            pointer,
            Complaint::error(
                "commune_of_another_province",
                format!("có {name} không thuộc tỉnh, thành phố đã chọn; hãy chọn lại"),
                format!("has {name}, which is not in the chosen province; choose again"),
            ),
        );
    }
}

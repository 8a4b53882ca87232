//! The table for spreadsheets.

use super::{overview, reader, task};
use crate::calendar::{Desk, run};
use crate::support::on_both;

#[actix_web::test]
async fn the_table_is_whole_and_no_cell_of_it_is_a_formula() {
    on_both("hcmc", |app| async move {
        let desk = Desk::open(&app).await;
        desk.put(&[
            task(&desk, "hr_head", "2026-03-02", Some("2026-03-05")),
            task(&desk, "", "2026-03-02", None),
        ]);
        let unit = desk.path.trim_end_matches('/').rsplit('/').next().unwrap();
        run(
            &app,
            &format!(
                "UPDATE units SET name = '=HYPERLINK(\"http://x\";\"y\")' WHERE id = '{unit}'"
            ),
        );
        let reader = reader(&app, &desk).await;
        let answer = reader.get("/overview.csv").await.expect(200);
        assert_eq!(
            answer.headers.get("content-type").unwrap(),
            "text/csv; charset=utf-8"
        );
        assert_eq!(
            answer.headers.get("content-disposition").unwrap(),
            "attachment; filename=\"tinh-hinh-2026-03-06.csv\""
        );
        let text = std::str::from_utf8(&answer.body).unwrap();
        let lines: Vec<&str> = text
            .strip_prefix('\u{feff}')
            .unwrap()
            .split_terminator("\r\n")
            .collect();
        let figures = overview(&reader, "").await;
        assert_eq!(lines.len(), figures["units"].as_array().unwrap().len() + 1);
        assert!(
            lines[0].starts_with(
                "Mã đơn vị,Đơn vị (gồm đơn vị trực thuộc),Số người,Chưa có hồ sơ được duyệt,"
            ),
            "{}",
            lines[0]
        );
        assert!(
            lines[0].contains("Chờ: Khai và ký số hồ sơ – Cá nhân có hồ sơ"),
            "{}",
            lines[0]
        );
        assert!(
            lines[0].contains("Quá hạn: Rà soát, phê duyệt hồ sơ – "),
            "{}",
            lines[0]
        );
        assert!(
            lines
                .iter()
                .any(|line| line.contains("\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"")),
            "{text}"
        );
        // The root has everything: two waiting, one late, four working days.
        assert!(lines[1].contains(",2,1,4,"), "{}", lines[1]);
        for (by, heading) in [
            ("step", "Việc,Vai trò,Đang chờ,"),
            ("person", "Người đã nhận việc,Việc,"),
        ] {
            let path = format!("/overview.csv?by={by}");
            let answer = reader.get(&path).await.expect(200);
            let text = std::str::from_utf8(&answer.body).unwrap();
            assert!(text.starts_with(&format!("\u{feff}{heading}")), "{text}");
            assert_eq!(text.matches("\r\n").count(), 3, "{text}");
        }
    })
    .await;
}

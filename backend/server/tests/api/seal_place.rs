//! The seal lies over a third of what the person's signature draws (Nghị định 30/2020, Phụ lục I, mục II.8a).

use congvu_db::{DbError, exports};
use congvu_documents::{Mark, Stamp};
use serde_json::Value;

use crate::exported;
use crate::support::{TestApp, on_both};

fn rect(layout: &Value, which: &str) -> [f64; 4] {
    serde_json::from_value(layout[which]["rect"].clone()).unwrap()
}

fn layout(app: &TestApp, export: &str) -> Value {
    let row = app
        .services
        .database
        .read::<_, DbError>(|connection| exports::find(connection, export))
        .unwrap();
    serde_json::from_str(&row.layout).unwrap()
}

#[actix_web::test]
async fn it_is_measured_from_the_name_that_was_drawn() {
    on_both("hcmc", |app| async move {
        let person = app.sign_in("canbo.cu").await;
        let (made, head) = exported::begun(&app, &person).await;
        let export = made["id"].as_str().unwrap();
        let before = layout(&app, export);
        exported::signed(export, &head).await;

        let after = layout(&app, export);
        let signature = rect(&after, "signature");
        assert_eq!(signature, rect(&before, "signature"));
        let stamp = Stamp {
            width: signature[2] - signature[0],
            height: signature[3] - signature[1],
            signed_at: app.services.now_in_vietnam(),
            pilot: true,
            mark: Mark::Person {
                name: head.me["name"].as_str().unwrap().to_owned(),
                handwriting: None,
            },
        };
        let [x0, y0, x1, y1] = app.services.renderer.appearance(&stamp).unwrap().drawn;
        let seal = rect(&after, "seal");
        let overlap = seal[2] - (signature[0] + x0);
        assert!(((x1 - x0) / 3.0 - overlap).abs() < 0.01, "{after}");
        let middle = signature[1] + f64::midpoint(y0, y1);
        assert!((f64::midpoint(seal[1], seal[3]) - middle).abs() < 0.01);
        let old = rect(&before, "seal");
        assert!(
            (seal[2] - seal[0] - (old[2] - old[0])).abs() < 0.01,
            "in its own size"
        );
        assert_ne!(seal, old, "the place is wider than what is drawn");

        let sealed = exported::sealed(&app, export, &person).await;
        assert_eq!(sealed["state"], "complete");
        assert_eq!(layout(&app, export), after);
    })
    .await;
}

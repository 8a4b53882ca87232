//! A signed export, made the way people make it.

use serde_json::{Value, json};

use crate::client::Client;
use crate::support::TestApp;

/// An export of a person's newest version that the competent person is about to sign; answers it with that person.
pub async fn begun(app: &TestApp, person: &Client) -> (Value, Client) {
    let id = person.person_id();
    let made = person
        .post(&format!("/people/{id}/exports"), &json!({}))
        .await
        .expect(201)
        .json();
    let path = app.unit_path(&person.me_unit());
    (made, app.officer("unit_head", &path).await)
}

/// The competent person signs.
pub async fn signed(export: &str, head: &Client) {
    let seen = head.get(&format!("/exports/{export}")).await.expect(200);
    let request = head
        .post_with(
            &format!("/exports/{export}/signing-requests"),
            &[("if-match", &seen.etag())],
            &json!({"certificate_id": head.certificate().await}),
        )
        .await
        .expect(201)
        .json();
    head.finish(&request).await.expect(201);
}

/// The agency seals; answers the export.
pub async fn sealed(app: &TestApp, export: &str, person: &Client) -> Value {
    let path = app.unit_path(&person.me_unit());
    let clerk = app.officer("clerk", &path).await;
    let seen = clerk.get(&format!("/exports/{export}")).await.expect(200);
    clerk
        .post_with(
            &format!("/exports/{export}/seal"),
            &[("if-match", &seen.etag())],
            &json!({}),
        )
        .await
        .expect(201)
        .json()
}

/// From the beginning to the seal; answers its identifier.
pub async fn completed(app: &TestApp, person: &Client) -> String {
    let (made, head) = begun(app, person).await;
    let export = made["id"].as_str().unwrap().to_owned();
    signed(&export, &head).await;
    let sealed = sealed(app, &export, person).await;
    assert_eq!(sealed["state"], "complete", "{sealed}");
    export
}

//! The contract: generated from the routes, complete, and held against drift.

use std::collections::HashSet;

use congvu_server::app;
use serde_json::Value;

fn document() -> Value {
    serde_json::to_value(app::contract()).unwrap()
}

fn operations(document: &Value) -> Vec<(String, String, Value)> {
    document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| {
            item.as_object()
                .unwrap()
                .iter()
                .map(|(method, operation)| (method.to_uppercase(), path.clone(), operation.clone()))
        })
        .collect()
}

#[test]
fn the_file_is_what_the_server_serves() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../openapi/openapi.json");
    let kept: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert!(
        kept == document(),
        "the contract changed: run `make openapi` and look at the difference"
    );
}

#[test]
fn every_operation_says_what_a_client_needs() {
    let document = document();
    let mut ids = HashSet::new();
    for (method, path, operation) in operations(&document) {
        let at = format!("{method} {path}");
        assert!(
            operation["summary"].as_str().is_some_and(|s| !s.is_empty()),
            "{at}: no summary"
        );
        assert!(
            operation["description"]
                .as_str()
                .is_some_and(|s| !s.is_empty()),
            "{at}: no description"
        );
        assert_eq!(
            operation["tags"].as_array().unwrap().len(),
            1,
            "{at}: one tag"
        );
        let id = operation["operationId"].as_str().unwrap().to_owned();
        assert!(ids.insert(id.clone()), "{id} twice");
        let problem = &operation["responses"]["4XX"]["content"]["application/problem+json"];
        assert!(problem.is_object(), "{at}: errors are problems");
        let parameters = operation["parameters"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let has = |name: &str| {
            parameters
                .iter()
                .any(|p| p["name"] == name && p["required"] == true)
        };
        let exempt = [
            "createSession",
            "createAppSession",
            "deleteAppSession",
            "changeMyPassword",
            "finishSigning",
            "finishSignings",
            "openSigningSession",
            "sendOneTimeCode",
            "createFileLinks",
            "takeAgentFile",
            "answerOcsp",
            "answerTimeStamp",
            "verifyFile",
            "removeAttachment",
            "cancelSigningSession",
            "revokeRole",
        ];
        if exempt.contains(&id.as_str()) {
            continue;
        }
        match method.as_str() {
            "POST" => assert!(has("Idempotency-Key"), "{at}: a creation needs a key"),
            "PUT" | "PATCH" | "DELETE" => assert!(has("If-Match"), "{at}: a change needs If-Match"),
            _ => {}
        }
    }
    assert!(ids.len() >= 50, "{} operations", ids.len());
}

#[test]
fn every_property_is_described() {
    let document = document();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        for (property, inner) in schema["properties"].as_object().into_iter().flatten() {
            let described = inner["description"].is_string()
                || inner["$ref"].is_string()
                || inner["allOf"].is_array()
                || inner["oneOf"].is_array();
            assert!(described, "{name}.{property} has no description");
        }
    }
}

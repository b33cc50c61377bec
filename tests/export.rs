//! What scripts are given of a document keeps to its form: every name is one of the schema's, and offsets lie in the text.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

#[path = "support/program.rs"]
mod program;

use program::{program, run_on};
use serde_json::Value;

/// Returns what is exported of `text`, which is in `format`.
fn exported(text: &str, format: &str, as_what: &str) -> String {
    let words = ["--export", as_what, "--format", format, "-"];
    run_on(&mut program(&words), text.as_bytes()).success().0
}

/// Checks `value` against the schema that `schema` says, as far as ours says things.
fn check(value: &Value, schema: &Value, root: &Value) {
    if let Some(name) = schema["$ref"].as_str() {
        return check(value, &root["$defs"][name.strip_prefix("#/$defs/").unwrap()], root);
    }
    if let Some(only) = schema.get("const") {
        assert_eq!(value, only);
    }
    if let Some(values) = schema["enum"].as_array() {
        assert!(values.contains(value), "{value}");
    }
    if let Some(least) = schema["minimum"].as_u64() {
        assert!(value.as_u64().unwrap() >= least, "{value}");
    }
    match schema["type"].as_str() {
        Some("string") => assert!(value.is_string(), "{value}"),
        Some("array") => {
            value.as_array().unwrap().iter().for_each(|item| check(item, &schema["items"], root));
        }
        Some("object") => {
            let fields = value.as_object().unwrap();
            for name in schema["required"].as_array().into_iter().flatten() {
                assert!(fields.contains_key(name.as_str().unwrap()), "{name}: {value}");
            }
            let known = schema["properties"].as_object();
            for (name, field) in fields.iter().filter(|_| known.is_some()) {
                let known = known.unwrap().get(name);
                assert!(known.is_some(), "{name} is not in the schema");
                check(field, known.unwrap(), root);
            }
        }
        _ => {}
    }
}

/// Returns the document that is exported of `text`, after its form was checked.
fn document(text: &str, format: &str) -> Value {
    let document: Value = serde_json::from_str(&exported(text, format, "json")).unwrap();
    let schema = serde_json::from_str(include_str!("../docs/export.schema.json")).unwrap();
    check(&document, &schema, &schema);
    for block in document["blocks"].as_array().unwrap() {
        let text = block["text"].as_str().unwrap();
        let ranges = ["marks", "cells"].iter().filter_map(|name| block[name].as_array());
        for range in ranges.flatten() {
            let byte = |name: &str| range[name].as_u64().unwrap() as usize;
            assert!(byte("start") <= byte("end") && byte("end") <= text.len(), "{block}");
            assert!([byte("start"), byte("end")].iter().all(|it| text.is_char_boundary(*it)));
        }
    }
    document
}

const MARKED: &str = "# 灯塔\n\n他说 **[走](#x)**，`灯`[^1]。\n\n> - a\n>\n>   ```rust\n>   灯\n>   ```\n\n| 甲 | b |\n|---|---|\n| ~~丙~~ | d |\n\n[^1]: 旧版。\n";

#[test]
fn a_document_in_markdown_keeps_to_the_schema() {
    let document = document(MARKED, "markdown");
    let blocks = document["blocks"].as_array().unwrap();
    assert_eq!(blocks[0]["kind"], "heading");
    assert_eq!(blocks[0]["anchors"], serde_json::json!(["灯塔"]));
    let link = blocks[1]["marks"].as_array().unwrap().iter().find(|it| it["kind"] == "link");
    let link = link.unwrap();
    let text = blocks[1]["text"].as_str().unwrap();
    let [start, end] = ["start", "end"].map(|name| link[name].as_u64().unwrap() as usize);
    assert_eq!((&text[start..end], link["target"].as_str()), ("走", Some("#x")));
    let kinds = |block: &Value| {
        let frames = block["frames"].as_array().unwrap().iter();
        frames.map(|frame| frame["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let code = blocks.iter().find(|block| block["kind"] == "code").unwrap();
    assert_eq!(kinds(code), ["quote", "list", "item", "code"]);
    assert_eq!(code["frames"][3]["language"], "rust");
    let row = blocks.iter().rfind(|block| block["kind"] == "table_row").unwrap();
    assert_eq!(
        (row["text"].as_str(), row["cells"].as_array().map(Vec::len)),
        (Some("丙\td"), Some(2))
    );
}

#[test]
fn every_format_and_any_bytes_keep_to_the_schema() {
    let page =
        "<h1>a</h1><p><ruby>灯<rt>deng</rt></ruby> e\u{301}<sup>2</sup></p><img src=x alt=y>";
    document(page, "html");
    let long = "word ".repeat(40_000);
    document(&format!("第一章 风\n\n    {long}\n\n\u{1B}[31m红\u{1B}[0m \u{202E}\0\n"), "plain");
    assert_eq!(document("", "plain")["blocks"], serde_json::json!([]));
}

#[test]
fn the_text_has_a_line_for_each_block_and_nothing_that_a_terminal_obeys() {
    assert_eq!(exported("# a\n\nb\nc\n\n- d\u{9b}\n", "markdown", "text").lines().count(), 3);
    assert_eq!(exported("a\u{1B}]0;x\u{7}\n\nb\n", "plain", "text"), "a␛]0;x␇\n\nb\n");
}

//! The JSON schema of a configuration file, for editors that complete keys and show what they do.

use serde_json::{Map, Value, json};

use crate::config::keys::{KEYS, Key, Kind, Part, TABLES};
use crate::config::vocabulary::{Selector, Vocabulary};

/// The schema of `wirelint.toml`.
#[must_use]
pub fn schema(vocabulary: &Vocabulary) -> Value {
    let selectors = selectors(vocabulary);
    let mut top = properties(&[Part::Top, Part::OnlyTop], &selectors);
    let mut within = properties(&[Part::Top, Part::OnlyOverride], &selectors);
    for (name, about) in TABLES.iter().filter(|table| table.0 != "override") {
        let table = described(table(name, vocabulary, &selectors), about);
        top.insert((*name).to_owned(), table.clone());
        within.insert((*name).to_owned(), table);
    }
    let about = TABLES.iter().find(|table| table.0 == "override").map_or("", |table| table.1);
    let one = json!({
        "type": "object", "additionalProperties": false, "required": ["paths"], "properties": within
    });
    top.insert("override".to_owned(), described(json!({"type": "array", "items": one}), about));
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "wirelint.toml",
        "type": "object",
        "additionalProperties": false,
        "properties": top,
    })
}

fn properties(parts: &[Part], selectors: &Value) -> Map<String, Value> {
    let keys = KEYS.iter().filter(|key| parts.contains(&key.part));
    keys.map(|key| (key.name.to_owned(), property(key, selectors))).collect()
}

fn property(key: &Key, selectors: &Value) -> Value {
    let one_or_more = |one: Value| json!({"anyOf": [one, {"type": "array", "items": one}]});
    let text = json!({"type": "string", "minLength": 1});
    let value = match key.kind {
        Kind::Share => json!({"type": "number", "minimum": 0, "maximum": 1}),
        Kind::Amount => json!({"type": "number", "minimum": 0}),
        Kind::Quality => json!({"type": "number", "minimum": 0, "maximum": 100}),
        Kind::Flag => json!({"type": "boolean"}),
        Kind::Word(words) => json!({"enum": words}),
        Kind::Text | Kind::File | Kind::Pattern => text,
        Kind::Files | Kind::Patterns => one_or_more(text),
        Kind::Rules => one_or_more(selectors.clone()),
    };
    described(value, key.about)
}

fn table(name: &str, vocabulary: &Vocabulary, selectors: &Value) -> Value {
    match name {
        "rules" => object(properties(&[Part::Rules], selectors)),
        "ignore" => json!({"type": "array", "items": object(properties(&[Part::Ignore], selectors))}),
        "limits" => {
            let each = vocabulary.categories.iter();
            object(each.map(|one| ((*one).to_owned(), json!({"type": "integer", "minimum": 0}))).collect())
        }
        _ => json!({
            "type": "object", "propertyNames": selectors, "additionalProperties": {"enum": vocabulary.severities}
        }),
    }
}

fn object(properties: Map<String, Value>) -> Value {
    json!({"type": "object", "additionalProperties": false, "properties": properties})
}

fn described(mut value: Value, about: &str) -> Value {
    value["description"] = about.into();
    value
}

/// Every word that names rules.
fn selectors(vocabulary: &Vocabulary) -> Value {
    let rules = vocabulary.rules.iter().flat_map(|(code, name)| [*code, *name]);
    let words = rules.chain(vocabulary.categories.iter().copied()).chain([Selector::ALL.word()]);
    json!({"enum": words.collect::<Vec<_>>()})
}

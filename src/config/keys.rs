//! The keys of a configuration file: where each may stand, what it takes, what it does. The schema and the messages are
//! made from this list, and the parser is held against it by a test.

/// What a key takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A number from 0 to 1.
    Share,
    /// A number from 0 on.
    Amount,
    /// A number from 0 to 100.
    Quality,
    /// True or false.
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A text.
    Text,
    /// A file.
    File,
    /// A list of files.
    Files,
    /// A pattern for paths.
    Pattern,
    /// A list of them.
    Patterns,
    /// One rule or a list: codes, names, categories.
    Rules,
}

/// The parts of a configuration file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The beginning, and `[[override]]`.
    Top,
    /// The beginning alone.
    OnlyTop,
    /// `[rules]`.
    Rules,
    /// `[[ignore]]`.
    Ignore,
    /// `[[override]]` alone.
    OnlyOverride,
}

/// A key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    /// Where it stands.
    pub part: Part,
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// What it does.
    pub about: &'static str,
}

const fn key(part: Part, name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key { part, name, kind, about }
}

/// All keys but those of `[limits]` and `[severity]`, which are named after categories and rules.
pub const KEYS: &[Key] = &[
    key(
        Part::Top,
        "profile",
        Kind::Word(&["desk", "gate", "report"]),
        "A set of values for one purpose: desk misses little, gate is rarely wrong, report shows all and fails nothing.",
    ),
    key(Part::Top, "min-confidence", Kind::Share, "Findings less likely to be right than this are not reported."),
    key(
        Part::Top,
        "fail-on",
        Kind::Word(&["critical", "major", "minor", "never"]),
        "A finding of this severity or worse fails the gate.",
    ),
    key(Part::Top, "max-penalty", Kind::Amount, "A higher MQM penalty per 1,000 words fails the gate."),
    key(Part::Top, "min-quality", Kind::Quality, "A lower quality fails the gate."),
    key(Part::Top, "strict-ignores", Kind::Flag, "Whether an ignore that ignores nothing fails the gate."),
    key(
        Part::Top,
        "reference",
        Kind::File,
        "The reference of a candidate: a path in which {name}, {stem} and {folder} are the candidate's.",
    ),
    key(Part::Top, "glossary", Kind::Files, "Glossaries; a term of an earlier one comes before that of a later one."),
    key(Part::OnlyTop, "baseline", Kind::File, "The file of findings that were there before; they are not reported."),
    key(Part::Rules, "off", Kind::Rules, "Rules whose findings are not reported: codes, names or categories."),
    key(Part::Rules, "on", Kind::Rules, "Rules that are on again where `off` names them farther away."),
    key(Part::Ignore, "rule", Kind::Rules, "The rules that are ignored."),
    key(Part::Ignore, "text", Kind::Text, "The words of the findings that are ignored."),
    key(Part::Ignore, "path", Kind::Pattern, "The candidates in which they are ignored."),
    key(Part::Ignore, "reason", Kind::Text, "Why."),
    key(Part::OnlyOverride, "paths", Kind::Patterns, "The candidates that the values below are for."),
];

/// Tables that hold further keys, with what they are for.
pub const TABLES: &[(&str, &str)] = &[
    ("rules", "Which rules are on."),
    ("limits", "Most findings of a category that pass the gate, by category."),
    ("severity", "Severities of rules other than their own, by rule or category."),
    ("ignore", "Findings that are not reported; each part that is given has to fit."),
    ("override", "Values for some candidates only; the last one that fits counts."),
];

/// The names of the keys of some parts.
pub fn names(parts: &[Part]) -> impl Iterator<Item = &'static str> {
    KEYS.iter().filter(move |key| parts.contains(&key.part)).map(|key| key.name)
}

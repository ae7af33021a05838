//! The files of DEMETR (Karpinska et al. 2022, DEMETR: Diagnosing Evaluation Metrics for Translation): translations that
//! were changed in one way each, beside the unchanged ones. These are machine translations that people corrected, so that
//! a finding in one need not be false.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::error::Error;
use crate::eval::diff::changes;
use crate::eval::gold::{Annotated, KnownError, severity};
use crate::eval::jsonl::id;
use crate::input::stream::Mode;
use crate::rules::model::{Category, Severity};
use crate::text::span::Span;

/// Where the clean form of an item stands among the texts read: each file repeats it.
pub(super) type CleanForms = BTreeMap<(String, String), usize>;

#[derive(Deserialize)]
struct Item {
    id: Box<RawValue>,
    /// The human translation.
    eng_sent: String,
    /// The machine translation, and what was made of it.
    mt_sent: String,
    pert_sent: String,
    /// Severity, number and word of the change, such as `critical_id8_negation`.
    pert_name: String,
    severity: String,
}

/// The category of each change, with further ones that name it as well; there is none for grammar and choice of words.
const CATEGORIES: [(&str, Category, &[Category]); 29] = [
    ("ne_replaced", Category::Name, &[]),
    ("ne_removed", Category::Name, &[Category::Coverage]),
    ("numbers_replaced", Category::Number, &[]),
    ("gender", Category::Pronoun, &[]),
    ("case", Category::Pronoun, &[]),
    ("antonym", Category::Logic, &[]),
    ("negation", Category::Logic, &[]),
    ("question", Category::Logic, &[Category::Join]),
    ("codemix", Category::Language, &[]),
    ("misspelled", Category::Spelling, &[]),
    ("char_removed", Category::Spelling, &[]),
    ("addition", Category::Coverage, &[Category::Logic]),
    ("pp_removed", Category::Coverage, &[]),
    ("adj_adv_removed", Category::Coverage, &[]),
    ("verb_removed", Category::Coverage, &[]),
    ("noun_removed", Category::Coverage, &[]),
    ("subj_removed", Category::Coverage, &[]),
    ("conj_removed", Category::Coverage, &[Category::Join]),
    ("empty", Category::Coverage, &[]),
    (UNRELATED, Category::Coverage, &[]),
    ("repeat2", Category::Join, &[Category::Coverage]),
    ("repeat4", Category::Join, &[Category::Coverage]),
    ("word_swap", Category::Join, &[]),
    ("shuffled", Category::Join, &[]),
    ("final_punc_removed", Category::Join, &[]),
    ("punc_addition", Category::Join, &[]),
    ("tokenized", Category::Join, &[]),
    ("full_lower", Category::Join, &[Category::Name, Category::Spelling]),
    ("first_lower", Category::Join, &[Category::Name, Category::Spelling]),
];

/// The translation of another sentence; the files call it `shuffle_trans`.
const UNRELATED: &str = "unrelated";

/// Changes that leave nothing in its place: the whole text is wrong.
const WHOLE: [&str; 3] = ["shuffled", "empty", UNRELATED];

/// The reference in place of the translation: no error, and nothing to learn from what is found in it.
const REFERENCE: &str = "reference";

/// Words that a removed passage is told by.
const NUMBERS: &str = "one two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty \
    sixty seventy eighty ninety hundred thousand million billion first second third half";
const PRONOUNS: &str = "he him his himself she her hers herself it its itself they them their theirs themselves i me my \
    mine we us our ours you your yours";
const NEGATIONS: &str = "not no never none nobody nothing neither nor without cannot";

/// Reads the items of a file; each that was changed gives a text, and a clean form where that is not there yet.
pub(super) fn read(
    path: &Path,
    content: &str,
    texts: &mut Vec<Annotated>,
    clean_forms: &mut CleanForms,
) -> Result<(), Error> {
    let wrong = |line: usize, problem: String| Error::Annotation { path: path.to_owned(), line, problem };
    let no_file = |error: serde_json::Error| {
        wrong(error.line().max(1), format!("it is no file of DEMETR, a JSON array of items: {}", cause(&error)))
    };
    let items: Vec<&RawValue> = serde_json::from_str(content).map_err(no_file)?;
    let (mut line, mut counted) = (1, 0);
    for raw in items {
        let start = raw.get().as_ptr() as usize - content.as_ptr() as usize;
        line += content[counted..start].matches('\n').count();
        counted = start;
        let item: Item = serde_json::from_str(raw.get()).map_err(|error| {
            wrong(line + error.line().max(1) - 1, format!("it is no item of DEMETR: {}", cause(&error)))
        })?;
        let kind = kind(&item.pert_name);
        if item.mt_sent == item.pert_sent || kind == REFERENCE {
            continue;
        }
        let harm = match item.severity.as_str() {
            "base" => Severity::Critical,
            word => severity(word).map_err(|problem| wrong(line, format!("the item {problem}")))?,
        };
        let id = id(&item.id).unwrap_or_default();
        let clean_form = *clean_forms.entry((id.clone(), item.mt_sent.clone())).or_insert_with(|| {
            texts.push(text(format!("clean {id}"), &item.eng_sent, &item.mt_sent));
            texts.len() - 1
        });
        texts.push(Annotated {
            errors: errors(&item, kind, harm),
            clean: false,
            twin: Some(clean_form),
            change: Some(kind.to_owned()),
            ..text(format!("{kind} {id}"), &item.eng_sent, &item.pert_sent)
        });
    }
    Ok(())
}

/// What serde says, without its own line and column.
fn cause(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or_default().to_owned()
}

/// The word for a change, without severity and number.
fn kind(name: &str) -> &str {
    let after = name.split_once("_id").and_then(|(_, rest)| rest.split_once('_'));
    match after.filter(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit())) {
        Some((_, "shuffle_trans")) => UNRELATED,
        Some((_, word)) => word,
        None => name,
    }
}

fn text(name: String, reference: &str, candidate: &str) -> Annotated {
    Annotated {
        name,
        reference: reference.to_owned(),
        candidate: candidate.to_owned(),
        mode: Mode::Segment,
        parallel: false,
        glossary: Vec::new(),
        errors: Vec::new(),
        doubtful: Vec::new(),
        clean: true,
        twin: None,
        change: None,
        rated: None,
    }
}

/// The places that were changed.
fn errors(item: &Item, kind: &str, severity: Severity) -> Vec<KnownError> {
    let known = CATEGORIES.iter().find(|(word, ..)| *word == kind);
    let category = known.map(|(_, category, _)| *category);
    let accepted = known.map_or(Vec::new(), |(_, _, accepted)| accepted.to_vec());
    if WHOLE.contains(&kind) {
        let span = Span::new(0, item.pert_sent.len());
        return vec![KnownError { span, category, accepted, severity, right: None }];
    }
    let mut errors = Vec::new();
    for (before, after) in changes(&item.mt_sent, &item.pert_sent) {
        let was = &item.mt_sent[before.range()];
        let mut accepted = accepted.clone();
        if kind.ends_with("_removed") && category == Some(Category::Coverage) {
            accepted.extend(lost(was));
        }
        errors.push(KnownError { span: after, category, accepted, severity, right: Some(was.to_owned()) });
    }
    errors
}

/// The categories that a removed passage may be missed in.
fn lost(passage: &str) -> Vec<Category> {
    let words: Vec<&str> = passage.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let any = |list: &str| words.iter().any(|word| list.split_whitespace().any(|one| word.eq_ignore_ascii_case(one)));
    let mut lost = Vec::new();
    if words.iter().any(|word| word.starts_with(char::is_uppercase)) {
        lost.push(Category::Name);
    }
    if passage.contains(|c: char| c.is_ascii_digit()) || any(NUMBERS) {
        lost.push(Category::Number);
    }
    if any(PRONOUNS) {
        lost.push(Category::Pronoun);
    }
    if any(NEGATIONS) || passage.contains("n't") || passage.contains("n’t") {
        lost.push(Category::Logic);
    }
    lost
}

use std::collections::{BTreeMap, BTreeSet};

use strsim::osa_distance;

use crate::rules::model::{Category, Context, Draft, Example, Findings, Rule, Severity, Stage};
use crate::text::token::{Case, Token, TokenKind};

/// A word that is no English word.
pub const RULE: Rule = Rule {
    code: "SPL001",
    name: "unknown-word",
    category: Category::Spelling,
    mqm: "fluency/spelling",
    severity: Severity::Minor,
    stage: Stage::Stable,
    summary: "A word in small letters is no English word.",
    why: "The word looks like a slip and can be misread.",
    ignores: "Words that the reference has, names, words with a hyphen, and words that the text uses again are left alone. British and American spellings are both right.",
    yields_to: &["LNG001", "LNG002", "JON002"],
    examples: &[
        Example::pair(
            "The expulsion of the diplomats was announced on Monday.",
            "The [[expelction]] of the diplomats was announced on Monday.",
        ),
        Example::pair("", "The workers were [[shelterred]] from the heat."),
        Example::pair("", "The colour of the aluminum programme was analysed and organized."),
        Example::pair("The drug lecanemab was approved.", "Regulators approved lecanemab on Monday."),
    ],
    check,
};

/// Bytes beyond which a run of letters is no word.
const LONGEST: usize = 40;

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    let words = Words::new(cx);
    for (at, token) in text.tokens.iter().enumerate() {
        let plain = token.kind == TokenKind::Word && token.case == Case::Lower && token.word.is_none();
        let length = token.folded.len();
        if !plain
            || length > LONGEST
            || token.folded.chars().count() < 4
            || token.folded.contains('.')
            || is_explained(cx, at, &words)
        {
            continue;
        }
        let mut suggestions = suggestions(cx, &token.folded, &words);
        // Accents tell of a foreign word rather than of a slip.
        if matches!(suggestions, Suggestions::Dictionary(_)) && !text.at(token.span).is_ascii() {
            suggestions = Suggestions::None;
        }
        let strength = match &suggestions {
            Suggestions::Reference(_) => 0.9,
            // Short words of other cultures (teff, naan) are one letter from a short English one.
            Suggestions::Dictionary(_) if token.folded.len() <= 4 => 0.5,
            Suggestions::Dictionary(_) => 0.82,
            // Technical words are in no dictionary: only a reference on the matter that lacks the word speaks against it.
            Suggestions::None if cx.pair.reference.tokens.len() * 3 >= text.tokens.len() => 0.45,
            Suggestions::None => 0.4,
        };
        let written = text.at(token.span);
        let message = match suggestions.first() {
            Some(word) => format!("`{written}` is no English word; `{word}` may be meant."),
            None => format!("`{written}` is no English word."),
        };
        let mut draft = Draft::new(token.span, strength, message);
        for word in suggestions.into_words().into_iter().take(3) {
            draft = draft.suggest(word);
        }
        findings.add(draft);
    }
}

/// What both texts are asked for each unknown word, read once.
struct Words<'a> {
    /// How often the candidate has each word that the dictionary does not know.
    unknown: BTreeMap<&'a str, usize>,
    /// The longer words of the reference.
    reference: BTreeSet<&'a str>,
}

impl<'a> Words<'a> {
    fn new(cx: &Context<'a>) -> Words<'a> {
        let mut unknown = BTreeMap::new();
        for token in cx.pair.candidate.tokens.iter().filter(|token| token.is_word() && token.word.is_none()) {
            *unknown.entry(token.folded.as_str()).or_insert(0) += 1;
        }
        let mut reference = BTreeSet::new();
        if !unknown.is_empty() {
            let long = cx.pair.reference.tokens.iter().filter(|token| token.is_word() && token.folded.len() >= 4);
            reference.extend(long.map(|token| token.folded.as_str()));
        }
        Words { unknown, reference }
    }
}

enum Suggestions {
    Reference(Vec<String>),
    Dictionary(Vec<String>),
    None,
}

impl Suggestions {
    fn first(&self) -> Option<&String> {
        match self {
            Suggestions::Reference(words) | Suggestions::Dictionary(words) => words.first(),
            Suggestions::None => None,
        }
    }

    fn into_words(self) -> Vec<String> {
        match self {
            Suggestions::Reference(words) | Suggestions::Dictionary(words) => words,
            Suggestions::None => Vec::new(),
        }
    }
}

/// Whether the reference, the glossary, the text itself, a hyphen or its Latin ending explains the word.
fn is_explained(cx: &Context<'_>, at: usize, words: &Words<'_>) -> bool {
    let text = cx.pair.candidate;
    let token = &text.tokens[at];
    let beside = |near: Option<&Token>| {
        near.is_some_and(|near| matches!(near.folded.as_str(), "-" | "/" | "@" | "." | "_" | "'" | "’") && !near.spaced)
    };
    let joined = !token.spaced && at > 0 && beside(text.tokens.get(at - 1))
        || beside(text.tokens.get(at + 1)) && text.tokens.get(at + 2).is_some_and(|next| !next.spaced);
    // "sun-dryed": a piece that is one letter from a common word is misspelled in a compound too.
    let hyphen = at > 0 && text.tokens[at - 1].is_mark("-") && text.tokens[at - 1].span.end == token.span.start;
    let slip = hyphen
        && token.case == Case::Lower
        && token.folded.len() >= 5
        && !cx.lexicon.words.near(&token.folded).is_empty();
    let joined = joined && !(slip && at > 1 && text.tokens[at - 2].word.is_some());
    let unit = !token.spaced && at > 0 && text.tokens[at - 1].kind == TokenKind::Number;
    let used = words.unknown.get(token.folded.as_str()).is_some_and(|count| *count > 1);
    joined
        || unit
        || used
        || cx.pair.reference_index.has_exact(&token.folded)
        || cx.lexicon.name_parts.has(&token.folded)
        || cx.pair.known.has_part(&token.folded)
        || cx.lexicon.measures.unit(&token.folded).is_some()
        || cx.lexicon.measures.currency(&token.folded).is_some()
        || cx.lexicon.foreign_words.find(&token.folded).is_some()
        || token.folded.len() >= 7 && token.folded.ends_with("um")
        || is_compound(cx, &token.folded)
        || is_derived(cx, &token.folded)
}

/// "racehorses", "floodwaters": two words of at least four letters, both common.
fn is_compound(cx: &Context<'_>, folded: &str) -> bool {
    let common = |part: &str| cx.lexicon.words.find(part).is_some_and(|word| word.tier <= 40);
    folded.is_ascii() && (4..folded.len().saturating_sub(3)).any(|at| common(&folded[..at]) && common(&folded[at..]))
}

/// A regular prefix or ending on a word.
fn is_derived(cx: &Context<'_>, folded: &str) -> bool {
    let stem = ["s", "es", "ed", "d", "ing", "er", "ers", "ly"].iter().filter_map(|ending| folded.strip_suffix(ending));
    if stem
        .filter(|stem| stem.len() >= 4)
        .any(|stem| cx.lexicon.words.find(stem).is_some_and(|word| word.lemma == stem))
        && !folded.ends_with("sed")
    {
        return true;
    }
    const PREFIXES: [&str; 22] = [
        "un", "non", "re", "pre", "anti", "over", "under", "mis", "inter", "super", "sub", "multi", "co", "pro",
        "counter", "micro", "bio", "cyber", "neo", "post", "ultra", "trans",
    ];
    const ENDINGS: [&str; 9] = ["like", "wide", "ness", "less", "fold", "able", "ish", "ward", "wards"];
    let known = |part: &str| part.len() >= 4 && cx.lexicon.words.find(part).is_some_and(|word| word.tier <= 60);
    // "minimalistic", "ethnical", "professionality", "lightings": rare, but formed as English forms words.
    const FORMED: [(&str, &str); 7] = [
        ("istic", "ist"),
        ("istic", "ism"),
        ("ical", "ic"),
        ("ality", "al"),
        ("ings", "ing"),
        ("ress", "r"),
        ("ational", "ation"),
    ];
    let formed = |(ending, base): &(&str, &str)| {
        folded.strip_suffix(ending).is_some_and(|stem| stem.len() >= 3 && known(&format!("{stem}{base}")))
    };
    FORMED.iter().any(formed)
        || PREFIXES.iter().any(|prefix| folded.strip_prefix(prefix).is_some_and(known))
        || ENDINGS.iter().any(|ending| folded.strip_suffix(ending).is_some_and(known))
}

fn suggestions(cx: &Context<'_>, folded: &str, words: &Words<'_>) -> Suggestions {
    let mut near: Vec<(usize, &str)> = Vec::new();
    for word in &words.reference {
        if word.len() <= LONGEST && word.len().abs_diff(folded.len()) <= 2 && word.as_bytes()[0] == folded.as_bytes()[0]
        {
            let distance = osa_distance(word, folded);
            if distance <= 2 || distance == 3 && folded.len() >= 9 {
                near.push((distance, word));
            }
        }
    }
    near.sort_unstable();
    if !near.is_empty() {
        return Suggestions::Reference(near.into_iter().map(|(_, word)| word.to_owned()).collect());
    }
    let words = cx.lexicon.words.near(folded);
    if words.is_empty() { Suggestions::None } else { Suggestions::Dictionary(words) }
}

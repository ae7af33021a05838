//! Words of the candidate that the dictionary does not know and nothing explains: slips of English words, and words left
//! in another language.

use std::collections::{BTreeMap, BTreeSet};

use strsim::osa_distance;

use crate::align::name_index::NameIndex;
use crate::align::sentences::PairKind;
use crate::extract::known_names::KnownNames;
use crate::lexicon::Lexicon;
use crate::lexicon::words::{Classes, Word};
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// A word that nothing explains.
#[derive(Clone, PartialEq, Debug)]
pub struct UnknownWord {
    /// The word, as a token of the candidate.
    pub token: usize,
    /// Whether it looks like another language's word rather than like a slip.
    pub foreign: bool,
    /// What may be meant, the likeliest first.
    pub suggestions: Vec<String>,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// What unknown words are held against.
#[derive(Clone, Copy)]
pub struct Search<'a> {
    /// The trusted text.
    pub reference: &'a Text<'a>,
    /// The text under test.
    pub candidate: &'a Text<'a>,
    /// The words of the reference.
    pub index: &'a NameIndex,
    /// What the reference is.
    pub kind: PairKind,
    /// Known names.
    pub known: KnownNames<'a>,
    /// The language.
    pub lexicon: &'a Lexicon,
}

/// Bytes beyond which a run of letters is no word.
const LONGEST: usize = 40;

/// The unknown words of the candidate, in order.
#[must_use]
pub fn unknown_words(cx: &Search<'_>) -> Vec<UnknownWord> {
    let text = cx.candidate;
    let words = Words::new(cx);
    let mut found = Vec::new();
    for (at, token) in text.tokens.iter().enumerate() {
        let length = token.folded.chars().count();
        if token.kind != TokenKind::Word
            || token.word.is_some()
            || token.folded.len() > LONGEST
            || token.folded.contains('.')
            || !token.folded.is_char_boundary(1)
        {
            continue;
        }
        if cx.kind == PairKind::Alone && is_cited(text, at) {
            continue;
        }
        let read = match token.case {
            Case::Lower if length >= 4 => long_word(cx, at, &words),
            Case::Lower if length >= 2 => slip_of_common(cx, at, &words),
            Case::Capital if length >= 3 => capitalised_slip(cx, at, &words),
            _ => None,
        };
        found.extend(read);
    }
    found
}

fn long_word(cx: &Search<'_>, at: usize, words: &Words<'_>) -> Option<UnknownWord> {
    let (text, token) = (cx.candidate, &cx.candidate.tokens[at]);
    if is_explained(cx, at, words) {
        return None;
    }
    if let Some(whole) = contraction(cx, &token.folded) {
        return Some(UnknownWord { token: at, foreign: false, suggestions: vec![whole], strength: 0.9 });
    }
    let suggestions = suggestions(cx, &token.folded, words);
    if matches!(suggestions, Suggestions::None) && is_technical(cx, &token.folded) {
        return None;
    }
    // Accents tell of a foreign word rather than of a slip; so does likeness to no word, where a translation is
    // held against its reference: in other texts it may be a technical word.
    let accents = !text.at(token.span).is_ascii();
    let unlike = matches!(suggestions, Suggestions::None);
    let foreign = accents || unlike && cx.kind.is_parallel();
    let strength = match &suggestions {
        // Without a reference a word with accents may be a name of the matter that the text is about.
        _ if accents && cx.kind == PairKind::Alone => 0.45,
        _ if accents => 0.75,
        Suggestions::Reference(_) => 0.9,
        // Short words of other cultures (teff, naan) are one letter from a short English one.
        Suggestions::Dictionary(_) if token.folded.len() <= 4 => 0.5,
        Suggestions::Dictionary(_) => 0.82,
        // Technical words are in no dictionary: only a reference on the matter that lacks the word speaks against it.
        Suggestions::None if foreign => 0.6,
        Suggestions::None if cx.reference.tokens.len() * 3 >= text.tokens.len() => 0.45,
        Suggestions::None => 0.4,
    };
    let suggestions = if foreign { Vec::new() } else { suggestions.into_words() };
    Some(UnknownWord { token: at, foreign, suggestions, strength })
}

/// "didnt": a contraction without its apostrophe.
fn contraction(cx: &Search<'_>, folded: &str) -> Option<String> {
    let stem = folded.strip_suffix("nt").filter(|stem| stem.len() >= 2)?;
    let whole = format!("{stem}n't");
    cx.lexicon.words.find(&whole).map(|_| whole)
}

/// What is cited rather than said: a foreign word within quotation marks or brackets of its own, or within a title or
/// name with other words that are not English.
#[must_use]
pub fn is_cited(text: &Text<'_>, at: usize) -> bool {
    const LONGEST_CITED: usize = 8;
    let tokens = &text.tokens;
    let sentence = &text.sentences[text.sentence_of(at)].tokens;
    let mark = |token: &Token| matches!(token.folded.as_str(), "\"" | "“" | "”" | "„" | "«" | "»" | "‘" | "’" | "'");
    let unknown = |token: &Token| token.is_word() && token.word.is_none();
    let before = (sentence.start..at).rev().take(LONGEST_CITED).find(|place| mark(&tokens[*place]));
    let behind = (at + 1..sentence.end).take(LONGEST_CITED).find(|place| mark(&tokens[*place]));
    let quoted = before.zip(behind).is_some_and(|(open, close)| {
        let words = tokens[open + 1..close].iter().filter(|token| token.is_word()).count();
        words == 1 || tokens[open + 1..close].iter().filter(|token| unknown(token)).count() >= 2
    });
    // "Lietuvos rytas", "lichen ruber": the words of a name that is not English hang together.
    let reach = at.saturating_sub(3).max(sentence.start)..(at + 3).min(sentence.end);
    let named = reach.clone().any(|place| place != at && unknown(&tokens[place]) && tokens[place].is_capitalised())
        && !(reach.start..reach.end).any(|place| tokens[place].kind == TokenKind::Mark);
    quoted || named
}

/// "adn", "ws", "wer": a short run of letters that is one slip from a very common word.
fn slip_of_common(cx: &Search<'_>, at: usize, words: &Words<'_>) -> Option<UnknownWord> {
    let (text, token) = (cx.candidate, &cx.candidate.tokens[at]);
    let loose =
        |near: Option<&Token>| near.is_none_or(|near| near.kind != TokenKind::Mark || near.spaced || is_ending(near));
    let free = token.spaced && loose(text.tokens.get(at + 1)) && text.at(token.span).is_ascii();
    if !free
        || is_explained(cx, at, words)
        || cx.lexicon.abbreviations.is_known(&token.folded)
        || cx.index.has_exact(&token.folded)
    {
        return None;
    }
    let common: Vec<String> = cx
        .lexicon
        .words
        .near(&token.folded)
        .into_iter()
        .filter(|word| is_commonest(cx, word) && word.len() > token.folded.len() - 1 && word.len() >= 3)
        .collect();
    let borne_out = common.iter().position(|word| words.all.contains(word.as_str()));
    let strength = if borne_out.is_some() { 0.8 } else { 0.6 };
    let mut suggestions = common;
    if let Some(first) = borne_out {
        suggestions.swap(0, first);
    }
    (!suggestions.is_empty()).then_some(UnknownWord { token: at, foreign: false, suggestions, strength })
}

fn is_ending(mark: &Token) -> bool {
    matches!(mark.folded.as_str(), "." | "," | ";" | ":" | "!" | "?" | ")" | "\"" | "”")
}

fn is_commonest(cx: &Search<'_>, word: &str) -> bool {
    cx.lexicon.words.find(word).is_some_and(|word| word.tier <= 10)
}

/// "Altough", "Acording" at the beginning of a sentence, "Assocation" where the reference has the word: no name.
fn capitalised_slip(cx: &Search<'_>, at: usize, words: &Words<'_>) -> Option<UnknownWord> {
    let (text, token) = (cx.candidate, &cx.candidate.tokens[at]);
    if is_explained(cx, at, words)
        || !text.at(token.span).is_ascii()
        || cx.lexicon.listed_names.find(&token.folded).is_some()
    {
        return None;
    }
    let begins = text.starts_sentence(at);
    // At the beginning a function word is meant, which no name can be taken for.
    let function = |word: &String| {
        cx.lexicon.words.find(word).is_some_and(|word| word.classes.is_function() && word.tier <= 20)
            || word == "according"
    };
    let near = cx.lexicon.words.near(&token.folded);
    let meant: Vec<String> = near
        .into_iter()
        .filter(|word| {
            begins && token.folded.len() >= 4 && function(word) || words.all.contains(word.as_str()) && word.len() >= 4
        })
        .collect();
    (!meant.is_empty()).then_some(UnknownWord { token: at, foreign: false, suggestions: meant, strength: 0.7 })
}

/// What both texts are asked for each unknown word, read once.
struct Words<'a> {
    /// How often the candidate has each word that the dictionary does not know.
    unknown: BTreeMap<&'a str, usize>,
    /// The longer words of the reference.
    reference: BTreeSet<&'a str>,
    /// Words of the dictionary that the reference has.
    all: BTreeSet<&'a str>,
}

impl<'a> Words<'a> {
    fn new(cx: &Search<'a>) -> Words<'a> {
        let mut unknown = BTreeMap::new();
        for token in cx.candidate.tokens.iter().filter(|token| token.is_word() && token.word.is_none()) {
            *unknown.entry(token.folded.as_str()).or_insert(0) += 1;
        }
        let (mut reference, mut all) = (BTreeSet::new(), BTreeSet::new());
        if !unknown.is_empty() {
            let long = cx.reference.tokens.iter().filter(|token| token.is_word() && token.folded.len() >= 4);
            reference.extend(long.map(|token| token.folded.as_str()));
            let known = cx.reference.tokens.iter().filter(|token| token.word.is_some());
            all.extend(known.map(|token| token.folded.as_str()));
        }
        Words { unknown, reference, all }
    }
}

enum Suggestions {
    Reference(Vec<String>),
    Dictionary(Vec<String>),
    None,
}

impl Suggestions {
    fn into_words(self) -> Vec<String> {
        match self {
            Suggestions::Reference(words) | Suggestions::Dictionary(words) => words,
            Suggestions::None => Vec::new(),
        }
    }
}

/// Whether the reference, the glossary, the text itself, a hyphen or its Latin ending explains the word.
fn is_explained(cx: &Search<'_>, at: usize, words: &Words<'_>) -> bool {
    let text = cx.candidate;
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
        || cx.index.has_exact(&token.folded)
        || cx.lexicon.name_parts.has(&token.folded)
        || cx.known.has_part(&token.folded)
        || cx.lexicon.measures.unit(&token.folded).is_some()
        || cx.lexicon.measures.currency(&token.folded).is_some()
        || cx.lexicon.foreign_words.find(&token.folded).is_some() && contraction(cx, &token.folded).is_none()
        || token.folded.len() >= 7 && token.folded.ends_with("um")
        || cx.lexicon.words.is_proper(&capitalised(&token.folded))
        || is_compound(cx, &token.folded)
        || is_derived(cx, &token.folded)
}

fn capitalised(folded: &str) -> String {
    let mut letters = folded.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Learned words by their endings: "leucocythemia", "canistherapy", "prostaglandin".
fn is_technical(cx: &Search<'_>, folded: &str) -> bool {
    const LEARNED: [&str; 24] = [
        "um", "emia", "aemia", "itis", "osis", "ology", "ectomy", "opathy", "uria", "algia", "plasty", "oscopy",
        "ometry", "genic", "idine", "amine", "oside", "andin", "ylene", "illin", "ostat", "azole", "anoic", "enic",
    ];
    let learned = folded.len() >= 7 && LEARNED.iter().any(|ending| folded.ends_with(ending));
    let known = |part: &str| cx.lexicon.words.find(part).is_some_and(|word| word.tier <= 50);
    // "thermovision", "substitutional": a whole word behind a prefix, or before "al".
    let whole = folded.is_ascii()
        && folded.len() >= 10
        && ((3..=folded.len() - 6).any(|at| known(&folded[at..])) || folded.strip_suffix("al").is_some_and(known));
    learned || whole
}

/// "racehorses", "floodwaters": two words of at least four letters, both common.
fn is_compound(cx: &Search<'_>, folded: &str) -> bool {
    let common = |part: &str| cx.lexicon.words.find(part).is_some_and(|word| word.tier <= 40);
    folded.is_ascii() && (4..folded.len().saturating_sub(3)).any(|at| common(&folded[..at]) && common(&folded[at..]))
}

/// A regular prefix or ending on a word.
fn is_derived(cx: &Search<'_>, folded: &str) -> bool {
    // "d" follows an e, "ly" an adjective: "earnd" and "sortly" are slips.
    let follows = |ending: &str, stem: &str, word: Word| match ending {
        "d" => stem.ends_with('e'),
        "ly" => word.classes.any(Classes::ADJECTIVE),
        "ed" | "ing" | "er" | "ers" => word.classes.any(Classes::VERB),
        _ => true,
    };
    let stem = ["s", "es", "ed", "d", "ing", "er", "ers", "ly"]
        .iter()
        .filter_map(|ending| Some((*ending, folded.strip_suffix(ending)?)))
        .filter(|(_, stem)| stem.len() >= 4)
        .any(|(ending, stem)| {
            cx.lexicon.words.find(stem).is_some_and(|word| word.lemma == stem && follows(ending, stem, word))
        });
    if stem && !folded.ends_with("sed") {
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

fn suggestions(cx: &Search<'_>, folded: &str, words: &Words<'_>) -> Suggestions {
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

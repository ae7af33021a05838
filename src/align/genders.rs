//! Whether a person of the reference is a man or a woman, and which pronouns of the candidate say otherwise.

use std::collections::BTreeMap;

use crate::align::name_match::{NameContext, NameMatch, Target};
use crate::extract::Facts;
use crate::extract::name::{Name, NameKind};
use crate::lexicon::Lexicon;
use crate::lexicon::fold::is_double_quote;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::token::Token;

/// A pronoun whose person has the other gender in the reference.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct WrongPronoun {
    /// The pronoun, as a token of the candidate.
    pub token: usize,
    /// A name of that person among the facts of the reference.
    pub person: usize,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// Whether a token is a pronoun of one person, and then whether it is feminine.
#[must_use]
pub fn gender_of(token: &Token) -> Option<bool> {
    match token.folded.as_str() {
        "he" | "him" | "his" | "himself" | "he'd" | "he'll" => Some(false),
        "she" | "her" | "hers" | "herself" | "she'd" | "she'll" => Some(true),
        _ => None,
    }
}

/// What speaks for a man and for a woman.
#[derive(Clone, Copy, Debug, Default)]
struct Signs {
    male: f64,
    female: f64,
    name: usize,
}

/// The pronouns of the candidate that contradict what the reference shows of their person.
#[must_use]
pub fn wrong_pronouns(cx: &NameContext<'_>, matches: &[NameMatch]) -> Vec<WrongPronoun> {
    let known = signs(cx.texts.0, cx.facts.0, cx.lexicon);
    let mut found = Vec::new();
    for (token, name) in antecedents(cx.texts.1, cx.facts.1) {
        let garbled = matches.iter().find(|one| one.candidate == name && one.strength >= 0.5);
        let person = match garbled.map(|one| one.target) {
            Some(Target::Reference(other)) => surname(&cx.facts.0.names[other]),
            _ => surname(&cx.facts.1.names[name]),
        };
        let (Some(signs), Some(female)) = (known.get(person), gender_of(&cx.texts.1.tokens[token])) else { continue };
        let (with, against) = if female { (signs.female, signs.male) } else { (signs.male, signs.female) };
        if with == 0.0 && against >= 1.0 {
            let strength = 0.5 + 0.06 * against.min(4.0);
            found.push(WrongPronoun { token, person: signs.name, strength });
        }
    }
    found
}

fn surname(name: &Name) -> &str {
    name.words.last().map_or("", |word| word.key.as_str())
}

/// Pronouns, given names and titles of the people of a text, by surname.
fn signs<'a>(text: &Text<'_>, facts: &'a Facts, lexicon: &Lexicon) -> BTreeMap<&'a str, Signs> {
    let mut people: BTreeMap<&str, Signs> = BTreeMap::new();
    for (at, name) in facts.names.iter().enumerate().filter(|(_, name)| name.kind == NameKind::Person) {
        let signs = people.entry(surname(name)).or_insert(Signs { name: at, ..Signs::default() });
        let title: Vec<&str> = name.title.split_whitespace().collect();
        let by_title = lexicon.titles.find(&title).and_then(|title| title.gender.chars().next());
        let given =
            name.words.first().filter(|_| name.words.len() > 1).and_then(|word| lexicon.name_parts.gender(&word.key));
        for (gender, worth) in [(by_title, 1.5), (given, 1.0)] {
            match gender {
                Some('m') => signs.male += worth,
                Some('f') => signs.female += worth,
                _ => {}
            }
        }
    }
    for (token, name) in antecedents(text, facts) {
        let Some(signs) = people.get_mut(surname(&facts.names[name])) else { continue };
        match gender_of(&text.tokens[token]) {
            Some(true) => signs.female += 1.0,
            Some(false) => signs.male += 1.0,
            None => {}
        }
    }
    people
}

/// The first pronouns of sentences outside quotations with the only person they can mean: the only one named before them in their
/// sentence, or the only one of the sentence before where their own names nobody.
pub(super) fn antecedents(text: &Text<'_>, facts: &Facts) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut before: Option<usize> = None;
    let mut quoted = false;
    let mut paragraph = usize::MAX;
    for sentence in &text.sentences {
        if sentence.paragraph != paragraph {
            (paragraph, quoted, before) = (sentence.paragraph, false, None);
        }
        let names = facts.names_in(&sentence.tokens);
        let people: Vec<usize> = names.filter(|at| can_be_person(text, &facts.names[*at])).collect();
        let mut first_pronoun = people.len() <= 24;
        for at in sentence.tokens.clone() {
            let token = &text.tokens[at];
            if token.folded.chars().all(is_double_quote) {
                quoted = !quoted;
            }
            if quoted || gender_of(token).is_none() {
                continue;
            }
            // Only the first pronoun: those behind it may mean anybody.
            if !std::mem::take(&mut first_pronoun) {
                continue;
            }
            let named: Vec<usize> =
                people.iter().copied().filter(|name| facts.names[*name].tokens.start < at).collect();
            let person = match named.as_slice() {
                [] if people.is_empty() && (stands_for_speaker(text, at) || text.starts_sentence(at)) => before,
                [only] if people.len() == 1 && is_own(text, facts.names[*only].tokens.end..at) => Some(*only),
                [only] if is_subject(token) => Some(*only),
                _ => None,
            };
            found.extend(person.map(|name| (at, name)));
        }
        let someone =
            sentence.tokens.clone().take_while(|at| people.iter().all(|name| facts.names[*name].tokens.start > *at));
        let someone = someone.filter(|at| is_subject(&text.tokens[*at])).count() > 0;
        before = match people.as_slice() {
            [] => before,
            // "He will ask that Brzozowska be removed": whom the next sentence speaks of is open.
            [_] if someone => None,
            [only] => Some(*only),
            _ => None,
        };
    }
    found
}

fn is_subject(token: &Token) -> bool {
    matches!(token.folded.as_str(), "he" | "she")
}

/// Whether a pronoun is a possessive right of the person before it: "Ruma Akter owes her life to a drum". The range goes
/// from behind the person to the pronoun.
fn is_own(text: &Text<'_>, between: std::ops::Range<usize>) -> bool {
    // A pronoun may be part of a name ("His Holiness Tawadros").
    if between.start > between.end {
        return false;
    }
    let (pronoun, next) = (&text.tokens[between.end], text.tokens.get(between.end + 1));
    let possessive = matches!(pronoun.folded.as_str(), "his" | "her")
        && next
            .is_some_and(|next| next.word.is_some_and(|word| word.first_class == Classes::NOUN) && !next.is_function());
    let other = |token: &Token| matches!(token.folded.as_str(), "who" | "whom" | "whose" | "that" | "and" | "with");
    possessive && !text.tokens[between].iter().any(other)
}

/// "he said", "she promised" behind a statement, "according to her".
fn stands_for_speaker(text: &Text<'_>, at: usize) -> bool {
    let before = |steps: usize| at.checked_sub(steps).map_or("", |at| text.tokens[at].folded.as_str());
    if before(1) == "to" && before(2) == "according" {
        return true;
    }
    let verb = text.tokens.get(at + 1).is_some_and(|next| next.word.is_some_and(|word| word.past));
    let behind_comma = matches!(before(1), "," | "\"" | "”");
    is_subject(&text.tokens[at]) && verb && behind_comma
}

/// A name that a pronoun may stand for: a person, or one of which nothing is told.
fn can_be_person(text: &Text<'_>, name: &Name) -> bool {
    let word = name.words.last().is_some_and(|word| text.tokens[word.token].word.is_some());
    let kind = name.kind == NameKind::Person || name.kind == NameKind::Unknown && !word;
    name.sure && !name.acronym && kind
}

//! Terms that are rendered word for word: "racial extinction" for genocide.

use std::ops::Range;

use crate::align::sentences::{Bead, beads_of_candidate};
use crate::align::texts::tokens_of;
use crate::lexicon::table::{Row, SortedTable};
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::token::{Case, Token};

/// A term that is rendered word for word.
#[derive(Clone, PartialEq, Debug)]
pub struct Calque {
    /// Its words, as tokens of the candidate.
    pub tokens: Range<usize>,
    /// The term where the reference has it, as tokens.
    pub reference: Option<Range<usize>>,
    /// The terms that may be meant; the reference's first.
    pub terms: Vec<&'static str>,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// Searches of the reference that one candidate may cost; a text that has more calques is no text.
const MOST: usize = 300;

/// The phrases of a table that the candidate has, in order: calques, or words that do not go together.
#[must_use]
pub fn calques((reference, candidate): (&Text<'_>, &Text<'_>), beads: &[Bead], table: SortedTable) -> Vec<Calque> {
    let bead_of = beads_of_candidate(beads, candidate.sentences.len());
    let mut found = Vec::new();
    let mut searches = 0;
    let mut at = 0;
    while at < candidate.tokens.len() {
        let Some((row, length)) = longest_calque(&candidate.tokens[at..], table) else {
            at += 1;
            continue;
        };
        let tokens = at..at + length;
        at += 1;
        searches += 1;
        if searches > MOST {
            break;
        }
        let bead = bead_of[candidate.sentence_of(tokens.start)].map(|bead| &beads[bead]);
        if let Some(calque) = judge((reference, candidate), row, tokens, bead) {
            at = calque.tokens.end;
            found.push(calque);
        }
    }
    found
}

/// The longest calque that begins with the first of these words.
fn longest_calque(tokens: &[Token], table: SortedTable) -> Option<(Row, usize)> {
    let first = tokens.first().filter(|first| first.is_word())?;
    let by_form = table.find_all(&first.folded);
    let lemma = Some(first.lemma()).filter(|lemma| *lemma != first.folded);
    let by_lemma = lemma.into_iter().flat_map(|lemma| table.find_all(lemma));
    by_form
        .chain(by_lemma)
        .filter_map(|row| {
            let phrase = row.field(1);
            // "a warning to the crew": the noun is no form of the verb that takes no "to".
            let verb = matches!(row.field(5), "verb-object" | "preposition");
            if verb && first.folded != row.field(0) && first.first_class_is(Classes::NOUN) {
                return None;
            }
            let parted = || if row.field(5) == "verb-object" { parted_run_of(tokens, phrase) } else { None };
            Some((row, run_of(tokens, phrase).or_else(parted)?))
        })
        .max_by_key(|(_, length)| *length)
}

/// How many tokens this phrase is at the beginning of these; words may be inflected.
fn run_of(tokens: &[Token], phrase: &str) -> Option<usize> {
    let mut at = 0;
    for word in phrase.split([' ', '-']) {
        if tokens.get(at).is_some_and(|token| token.is_mark("-")) && at > 0 {
            at += 1;
        }
        let token = tokens.get(at)?;
        let plain = word.strip_suffix("'s").unwrap_or(word);
        let same = token.folded == plain || token.forms().any(|form| form == plain);
        if !token.is_word() || !same || word.len() > plain.len() && !token.possessive {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// The same with an adjective or the like before the last word: "launched a state visit".
fn parted_run_of(tokens: &[Token], phrase: &str) -> Option<usize> {
    let (front, last) = phrase.rsplit_once(' ')?;
    let front = run_of(tokens, front)?;
    let between = tokens.get(front).filter(|token| {
        token.spaced
            && token.case == Case::Lower
            && (token.can_be(Classes::ADJECTIVE) || token.can_be(Classes::NOUN))
            && !token.is_function()
    });
    between?;
    Some(front + 1 + run_of(&tokens[front + 1..], last)?)
}

/// Where a phrase stands in a text.
fn place_of(text: &Text<'_>, within: Range<usize>, phrase: &str) -> Option<Range<usize>> {
    within.clone().find_map(|at| {
        let length = run_of(&text.tokens[at..within.end], phrase)?;
        Some(at..at + length)
    })
}

fn judge(
    (reference, candidate): (&Text<'_>, &Text<'_>),
    row: Row,
    tokens: Range<usize>,
    bead: Option<&Bead>,
) -> Option<Calque> {
    let calque = row.field(1);
    let all = 0..reference.tokens.len();
    let alone = row.field(4) == "yes";
    let many = calque.contains(' ');
    // What begins with a capital inside a sentence may be a name.
    let named = candidate.tokens[tokens.clone()].iter().any(|token| token.case != Case::Lower);
    if place_of(reference, all.clone(), calque).is_some() || named && !alone {
        return None;
    }
    let mut terms: Vec<&'static str> = row.list(2).collect();
    let near = bead.map(|bead| tokens_of(reference, &bead.reference)).unwrap_or(0..0);
    let place = |within: Range<usize>, terms: &[&'static str]| {
        terms.iter().enumerate().find_map(|(at, term)| Some((at, place_of(reference, within.clone(), term)?)))
    };
    let (borne_out, strength) = match (place(near, &terms), alone || many) {
        (Some(found), _) => (Some(found), if many { 0.9 } else { 0.7 }),
        // A word with another sense is wrong only where the reference's sentence has the term.
        (None, true) => match place(all, &terms) {
            Some(found) => (Some(found), if alone { 0.88 } else { 0.6 }),
            None if alone => (None, 0.72),
            None => return None,
        },
        (None, false) => return None,
    };
    // The candidate that has the term too says something else with these words.
    if !alone && terms.iter().any(|term| place_of(candidate, 0..candidate.tokens.len(), term).is_some()) {
        return None;
    }
    let reference = borne_out.map(|(at, place)| {
        terms.swap(0, at);
        place
    });
    Some(Calque { tokens, reference, terms, strength })
}

//! Full stops that cut a sentence in two: "They had been calling. For new elections."

use std::collections::HashSet;
use std::ops::Range;

use crate::align::cut_sentence_odds::{Boundary, cut_odds};
use crate::align::mark_neighbours::kind_of;
use crate::align::odds::{probability, yes};
use crate::align::words::Links;
use crate::lexicon::Lexicon;
use crate::lexicon::transitions::Special;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::classes::class_of;
use crate::text::token::{Case, Token, TokenKind};

/// A full stop that likely cuts a sentence in two.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct CutSentence {
    /// The full stop, as a token of the candidate.
    pub stop: usize,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// Weaker suspicions than this are not told.
const LEAST_STRENGTH: f64 = 0.8;

/// The full stops of the candidate that likely cut a sentence.
#[must_use]
pub fn cut_sentences(
    (reference, candidate): (&Text<'_>, &Text<'_>),
    links: &Links,
    lexicon: &Lexicon,
) -> Vec<CutSentence> {
    let beside: HashSet<(&str, &str)> =
        reference.tokens.windows(2).map(|two| (two[0].folded.as_str(), two[1].folded.as_str())).collect();
    let mut found = Vec::new();
    for two in candidate.sentences.windows(2) {
        let [first, second] = two else { continue };
        let stop = first.tokens.end - 1;
        let follows = first.paragraph == second.paragraph && first.terminated && stop > first.tokens.start;
        if !follows || !candidate.tokens[stop].is_mark(".") || !candidate.tokens[stop + 1].spaced {
            continue;
        }
        let (last, next) = (&candidate.tokens[stop - 1], &candidate.tokens[stop + 1]);
        if last.kind == TokenKind::Mark || !next.is_word() {
            continue;
        }
        let sides = (first.tokens.start..stop, second.tokens.clone());
        if is_style(&candidate.tokens[sides.0.clone()], &candidate.tokens[sides.1.clone()]) {
            continue;
        }
        let boundary = read((reference, candidate), sides, &beside, links, lexicon);
        let strength = probability(cut_odds(&boundary));
        if strength >= LEAST_STRENGTH {
            found.push(CutSentence { stop, strength });
        }
    }
    found
}

/// "Because the road was closed.": a clause that a main clause should follow, and that has no other verb.
#[must_use]
pub fn is_lone_clause(tokens: &[Token]) -> bool {
    const SHORTEST: usize = 6;
    let opens = tokens.first().is_some_and(|first| {
        matches!(
            first.folded.as_str(),
            "because" | "although" | "though" | "when" | "if" | "while" | "unless" | "whereas"
        )
    });
    if !opens || tokens.len() < SHORTEST || tokens.iter().any(|token| token.kind == TokenKind::Mark) {
        return false;
    }
    // Verbs that stand together are one: "had been brought".
    let clear = |token: &Token| {
        token.can_be(Classes::AUXILIARY)
            || token.word.is_some_and(|word| word.past && word.first_class == Classes::VERB)
    };
    let verbs = tokens.chunk_by(|a, b| {
        clear(a) && (clear(b) || b.can_be(Classes::ADVERB))
            || clear(b) && a.can_be(Classes::ADVERB)
            || !clear(a) && !clear(b)
    });
    verbs.filter(|run| run.iter().any(clear)).count() <= 1
}

/// Numbered lines, captions, remarks in brackets and notes without a verb.
fn is_style(first: &[Token], second: &[Token]) -> bool {
    let words = first.iter().filter(|token| token.is_word()).count();
    let labelled = second.iter().take(4).any(|token| token.is_mark(":"));
    let opens = |mark: &str| first.iter().filter(|token| token.is_mark(mark)).count();
    // "Not yet. But soon.": short ones are style.
    let spoken = second.iter().filter(|token| token.is_word()).count();
    let brief = words <= 4 || spoken <= 3;
    let verbless = !first.iter().any(is_finite) && !second.iter().any(is_finite);
    brief || labelled || verbless || opens("(") > opens(")")
}

fn is_finite(token: &Token) -> bool {
    token.can_be(Classes::AUXILIARY)
        || token.word.is_some_and(|word| word.past || word.first_class == Classes::VERB && !word.ing)
}

fn read(
    (reference, candidate): (&Text<'_>, &Text<'_>),
    (first, second): (Range<usize>, Range<usize>),
    beside: &HashSet<(&str, &str)>,
    links: &Links,
    lexicon: &Lexicon,
) -> Boundary {
    let tokens = &candidate.tokens;
    let (a, b) = (&tokens[first.end - 1], &tokens[second.start]);
    let transitions = &lexicon.transitions;
    // The word behind the stop is read as if it stood within the sentence.
    let inner =
        b.word.map_or_else(|| transitions.of_special(Special::Name), |word| transitions.of_word(&b.folded, word.tag));
    let last = class_of(a, false, transitions);
    let edge = transitions.of_special(Special::Edge);
    let ratio = lexicon.side_by_side.ratio(&a.folded, &b.folded).unwrap_or(0.0);
    let (front, back) = (&tokens[first.clone()], &tokens[second.clone()]);
    let words = |tokens: &[Token]| tokens.iter().filter(|token| token.kind != TokenKind::Mark).count();
    let opens = |token: &Token| {
        matches!(
            token.folded.as_str(),
            "because"
                | "although"
                | "though"
                | "when"
                | "if"
                | "after"
                | "while"
                | "since"
                | "as"
                | "before"
                | "once"
                | "whereas"
                | "until"
                | "unless"
                | "despite"
        )
    };
    let commas = |tokens: &[Token]| tokens.iter().any(|token| token.is_mark(","));
    let linked =
        |place: usize| links.of_candidate[place].filter(|link| !link.by.is_opposition()).map(|link| link.other);
    let (left, right) = (linked(first.end - 1), linked(second.start));
    let same_sentence = matches!((left, right), (Some(left), Some(right)) if reference.sentence_of(left) == reference.sentence_of(right) && left < right);
    let near = matches!((left, right), (Some(left), Some(right)) if left < right && right - left <= 3);
    let ends = left.is_some_and(|left| reference.tokens.get(left + 1).is_some_and(|next| next.is_mark(".")));
    let second_word = back.get(1);
    let subject = b.can_be(Classes::PRONOUN) || b.can_be(Classes::DETERMINER);
    let relative = matches!(b.folded.as_str(), "who" | "which" | "whose" | "whom" | "where" | "that" | "than");
    Boundary {
        attracted: ratio.clamp(0.0, 6.0),
        avoided: (-ratio).clamp(0.0, 5.0),
        ends: transitions.cost(last, transitions.of_mark(".")),
        begins: transitions.cost(edge, inner),
        goes_on: transitions.cost(last, inner),
        finite_first: yes(front.iter().any(is_finite)),
        finite_second: yes(back.iter().any(is_finite)),
        short_first: yes(words(front) <= 3),
        short_second: yes(words(back) <= 3),
        medium_second: yes((4..=7).contains(&words(back))),
        dependent: yes(front.first().is_some_and(opens) && !commas(front)),
        preposition: yes(b.can_be(Classes::PREPOSITION)),
        fronted: yes(b.can_be(Classes::PREPOSITION) && commas(back)),
        verb: yes(b.word.is_some_and(|word| word.first_class == Classes::VERB)),
        auxiliary: yes(b.can_be(Classes::AUXILIARY)),
        question: yes(back.last().is_some_and(|token| token.is_mark("?"))),
        name: yes(b.word.is_none() || lexicon.words.is_proper(candidate.at(b.span)) && b.tier() > 35),
        relative: yes(relative),
        link: yes(matches!(b.folded.as_str(), "and" | "or")),
        subject: yes(subject),
        noun: yes(b.word.is_some_and(|word| word.first_class == Classes::NOUN) && !subject),
        adjective: yes(b.word.is_some_and(|word| word.first_class == Classes::ADJECTIVE)),
        small_second: yes(second_word.is_some_and(|token| token.is_word() && token.case == Case::Lower)),
        verb_second: yes(second_word.is_some_and(is_finite)),
        beside: yes(beside.contains(&(a.folded.as_str(), b.folded.as_str()))),
        same_sentence: yes(same_sentence),
        near: yes(near),
        ends_there: yes(ends),
        linked: yes(left.is_some() && right.is_some()),
        referenced: yes(!reference.tokens.is_empty()),
        kinds: (kind_of(a), kind_of_small(b)),
    }
}

/// The kind of a word without its capital letter.
fn kind_of_small(token: &Token) -> usize {
    let mut small = token.clone();
    small.case = Case::Lower;
    kind_of(&small)
}

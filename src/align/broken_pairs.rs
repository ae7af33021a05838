//! Two words side by side that English does not put there: "the of", "were be", "a on".

use std::collections::HashSet;

use crate::align::broken_pair_odds::{Beside, broken_pair_odds};
use crate::align::mark_neighbours::kind_of;
use crate::align::odds::{probability, yes};
use crate::align::sentences::PairKind;
use crate::lexicon::Lexicon;
use crate::lexicon::transitions::{Class, Special};
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::classes::class_of;
use crate::text::token::{Token, TokenKind};

/// Two words between which a word is likely missing or that stand in the wrong order.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct BrokenPair {
    /// The first of the two, as a token of the candidate; the other follows it.
    pub first: usize,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// Weaker suspicions than this are not told.
const LEAST_STRENGTH: f64 = 0.7;

/// Pairs that are nearer to what is usual are not looked at.
const LEAST_AVOIDED: f64 = 1.0;
const LEAST_COST: f64 = 2.0;

/// How far back a relative clause or a question is looked for, in words.
const REACH: usize = 9;

/// The pairs of words of the candidate that do not go together.
#[must_use]
pub fn broken_pairs(texts: (&Text<'_>, &Text<'_>), kind: PairKind, lexicon: &Lexicon) -> Vec<BrokenPair> {
    let (reference, candidate) = texts;
    let known: HashSet<(&str, &str)> =
        reference.tokens.windows(2).map(|two| (two[0].folded.as_str(), two[1].folded.as_str())).collect();
    let mut found = Vec::new();
    for sentence in &candidate.sentences {
        let tokens = &candidate.tokens[sentence.tokens.clone()];
        let row = Row::new(tokens, lexicon);
        for at in 0..tokens.len().saturating_sub(1) {
            let Some(beside) = row.read(at, &known, kind) else { continue };
            let strength = probability(broken_pair_odds(&beside));
            if strength >= LEAST_STRENGTH {
                found.push(BrokenPair { first: sentence.tokens.start + at, strength });
            }
        }
    }
    found
}

/// The words of a sentence with their classes.
struct Row<'a> {
    tokens: &'a [Token],
    classes: Vec<Class>,
    edge: Class,
    lexicon: &'a Lexicon,
}

impl<'a> Row<'a> {
    fn new(tokens: &'a [Token], lexicon: &'a Lexicon) -> Row<'a> {
        let transitions = &lexicon.transitions;
        let classes = tokens.iter().enumerate().map(|(at, token)| class_of(token, at == 0, transitions)).collect();
        Row { tokens, classes, edge: transitions.of_special(Special::Edge), lexicon }
    }

    /// What is known of a word and the one behind it; `None` where nothing speaks against them.
    fn read(&self, at: usize, known: &HashSet<(&str, &str)>, kind: PairKind) -> Option<Beside> {
        let (a, b) = (&self.tokens[at], &self.tokens[at + 1]);
        if !self.is_plain(at) || !self.is_plain(at + 1) || !b.spaced {
            return None;
        }
        if self.is_right(at) {
            return None;
        }
        let avoided = -self.ratio(at, at + 1);
        let cost = self.cost(at, at + 1);
        if avoided < LEAST_AVOIDED && cost < LEAST_COST {
            return None;
        }
        let before = at.checked_sub(1);
        let behind = (at + 2 < self.tokens.len()).then_some(at + 2);
        let edge_cost = |from: Option<usize>, to: Option<usize>| {
            let class = |place: Option<usize>| place.map_or(self.edge, |place| self.classes[place]);
            self.lexicon.transitions.cost(class(from), class(to))
        };
        let ratio_of = |from: Option<usize>, to: Option<usize>| match (from, to) {
            (Some(from), Some(to)) => self.ratio(from, to).clamp(-4.0, 5.0),
            _ => 0.0,
        };
        let (here, next) = (Some(at), Some(at + 1));
        let (left, right) = (edge_cost(before, here), edge_cost(next, behind));
        let exchanged = edge_cost(before, next) + edge_cost(next, here) + edge_cost(here, behind);
        let is_mark = |place: Option<usize>| place.is_none_or(|place| self.tokens[place].kind == TokenKind::Mark);
        let earlier = &self.tokens[at.saturating_sub(REACH)..at];
        let opens = |token: &Token| {
            matches!(
                token.folded.as_str(),
                "who" | "which" | "that" | "what" | "where" | "how" | "whose" | "when" | "whom" | "why"
            )
        };
        let subject =
            |token: &Token| matches!(token.folded.as_str(), "he" | "she" | "it" | "they" | "we" | "i" | "you");
        // "when would the talks": an auxiliary before its subject.
        let turns = |token: &Token| {
            opens(token)
                || matches!(
                    token.folded.as_str(),
                    "nor" | "neither" | "so" | "than" | "as" | "only" | "never" | "should"
                )
        };
        let auxiliary = a.can_be(Classes::AUXILIARY);
        let inverted = auxiliary && (is_mark(before) || before.is_some_and(|place| turns(&self.tokens[place])));
        // "On this island the families": what stands in front of the subject.
        let clause = (0..at).rev().find(|place| self.tokens[*place].is_mark(",")).map_or(0, |comma| comma + 1);
        let front = &self.tokens[clause..at];
        let is_verb = |token: &Token| token.word.is_some_and(|word| word.first_class == Classes::VERB);
        let fronted = front.first().is_some_and(|token| {
            token.can_be(Classes::PREPOSITION) || token.can_be(Classes::ADVERB) || token.can_be(Classes::CONJUNCTION)
        }) && !front.iter().any(|token| token.can_be(Classes::AUXILIARY) || is_verb(token));
        // "the man she looked for is": a clause within the subject ends with its preposition.
        let stranded = a.can_be(Classes::PREPOSITION)
            && (earlier.iter().any(opens)
                || earlier.iter().any(subject)
                || earlier.iter().any(|token| token.folded == "to"));
        let is_past = |token: &Token| token.word.is_some_and(|word| word.past);
        Some(Beside {
            avoided: avoided.clamp(0.0, 6.0),
            attracted: (-avoided).clamp(0.0, 4.0),
            cost,
            behind: right,
            ratio_before: ratio_of(before, here),
            ratio_behind: ratio_of(next, behind),
            without_first: edge_cost(before, next) - left - cost,
            without_second: edge_cost(here, behind) - right - cost,
            ratio_without_first: ratio_of(before, next),
            ratio_without_second: ratio_of(here, behind),
            exchanged: exchanged - left - cost - right,
            ratio_exchanged: ratio_of(before, next) + ratio_of(next, here) + ratio_of(here, behind),
            first: yes(at == 0),
            opening: yes(is_mark(before)),
            last: yes(is_mark(behind)),
            question: yes(self.tokens.iter().rev().take(2).any(|token| token.is_mark("?"))),
            capital: yes(a.is_capitalised() && at > 0 || b.is_capitalised()),
            number: yes(behind.is_some_and(|place| self.tokens[place].kind == TokenKind::Number)),
            relative: yes(earlier.iter().any(opens)),
            subject: yes(earlier.iter().any(subject)),
            verb: yes(earlier.iter().any(|token| token.can_be(Classes::VERB))),
            inverted: yes(inverted),
            fronted: yes(fronted),
            stranded: yes(stranded),
            past: yes(is_past(a)),
            function: yes(a.is_function()),
            function_behind: yes(b.is_function()),
            known: yes(known.contains(&(a.folded.as_str(), b.folded.as_str()))),
            exchanged_known: yes(known.contains(&(b.folded.as_str(), a.folded.as_str()))),
            parallel: yes(kind.is_parallel()),
            kinds: (kind_of(a), kind_of(b)),
        })
    }

    /// Pairs that look odd by themselves and are right where they stand.
    fn is_right(&self, at: usize) -> bool {
        let (a, b) = (&self.tokens[at], &self.tokens[at + 1]);
        let word =
            |place: Option<usize>| place.and_then(|place| self.tokens.get(place)).filter(|token| token.is_word());
        let (before, behind) = (word(at.checked_sub(1)), word(Some(at + 2)));
        let is = |token: &Token, class: Classes| token.can_be(class);
        // "must first be": an adverb within the verb.
        let adverb = before.is_some_and(|token| is(token, Classes::AUXILIARY)) && is(a, Classes::ADVERB);
        let verb = is(b, Classes::VERB) || is(b, Classes::AUXILIARY);
        // "the data this time", "the team last night": when.
        let time = matches!(b.folded.as_str(), "this" | "that" | "last" | "next" | "every" | "each")
            && behind.is_some_and(|token| {
                matches!(
                    token.lemma(),
                    "time" | "day" | "week" | "month" | "year" | "night" | "season" | "summer" | "winter"
                ) || self.lexicon.measures.calendar(&token.folded).is_some()
            });
        // "the about forty": an estimate.
        let estimate = is(a, Classes::DETERMINER)
            && matches!(b.folded.as_str(), "about" | "around" | "over" | "up" | "some" | "more" | "at")
            && self.tokens[at + 2..].iter().take(2).any(|token| {
                token.kind == TokenKind::Number || !self.lexicon.measures.number(&token.folded).is_empty()
            });
        // "What it is is this": JON005 tells what is doubled.
        let doubled = a.folded == b.folded;
        // "can it be", "has she been": a question, or a condition.
        let subject = |token: &Token| is(token, Classes::PRONOUN) || matches!(token.folded.as_str(), "this" | "that");
        let asked = is(a, Classes::AUXILIARY) && subject(b)
            || subject(a) && before.is_some_and(|token| is(token, Classes::AUXILIARY));
        // "what the reason was and", "of a kind that is of use".
        let ends = is(a, Classes::AUXILIARY) && matches!(b.folded.as_str(), "and" | "or" | "but" | "of");
        // "as it were".
        let said = |from: usize, phrase: [&str; 3]| {
            self.tokens
                .get(from..from + 3)
                .is_some_and(|words| words.iter().zip(phrase).all(|(word, said)| word.folded == said))
        };
        let aside = (at.saturating_sub(2)..=at + 1).any(|from| said(from, ["as", "it", "were"]));
        // "First the bricks are laid", "one took the bus and the other the train".
        let article = is(b, Classes::DETERMINER);
        let front = article && (at == 0 || matches!(a.folded.as_str(), "other" | "others" | "second" | "third"));
        front || adverb && verb || aside || time || estimate || doubled || asked || ends
    }

    /// Whether a token is a word of the dictionary that no mark binds to another.
    fn is_plain(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let bound = |place: usize| {
            self.tokens.get(place).is_some_and(|near| {
                near.kind == TokenKind::Mark
                    && matches!(near.folded.as_str(), "-" | "'" | "’" | "/" | "–" | "&" | "\"" | "“" | "”" | "‘")
            })
        };
        let word = token.is_word() && token.word.is_some() && !token.possessive;
        word && !(at > 0 && bound(at - 1)) && !bound(at + 1)
    }

    fn ratio(&self, from: usize, to: usize) -> f64 {
        let (a, b) = (&self.tokens[from], &self.tokens[to]);
        if a.is_word() && b.is_word() {
            self.lexicon.side_by_side.ratio(&a.folded, &b.folded).unwrap_or(0.0)
        } else {
            0.0
        }
    }

    fn cost(&self, from: usize, to: usize) -> f64 {
        self.lexicon.transitions.cost(self.classes[from], self.classes[to])
    }
}

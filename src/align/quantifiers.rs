//! How much of a whole a statement speaks of: all, most, some, none. Compared where what is counted has its counterpart.

use crate::align::polarity::turns;
use crate::align::statements::{BeadView, Side, Turn, Turned};
use crate::align::surroundings::{Around, clause_of};
use crate::lexicon::words::Classes;
use crate::text::token::{TokenKind, folded_phrase, longest_run};

/// A quantifier of one side.
struct Quantifier {
    tokens: std::ops::Range<usize>,
    /// The least and the greatest share that is meant, 0 to 1.
    share: (f64, f64),
    /// The word of content that it counts or the next one behind it.
    head: Option<usize>,
}

/// Longest phrase looked up, in words.
const LONGEST: usize = 5;

/// A quantifier that leaves more open than this says nothing.
const WIDEST: f64 = 0.75;

/// Shares nearer than this are taken for one.
const GAP: f64 = 0.12;

/// Adds the quantifiers of a bead that speak of another share of the same thing.
pub fn add_quantifiers(view: &BeadView<'_>, found: &mut Vec<Turned>) {
    let theirs = quantifiers(view, Side::Candidate);
    if theirs.is_empty() {
        return;
    }
    let ours = quantifiers(view, Side::Reference);
    for their in &theirs {
        let linked = |at: usize| view.links(Side::Candidate)[at];
        // The same words on the other side say the same.
        if their
            .tokens
            .clone()
            .all(|at| linked(at).is_some_and(|link| ours.iter().any(|our| our.tokens.contains(&link.other))))
        {
            continue;
        }
        let Some(head) = their.head else { continue };
        let Some(link) = view.rendering(Side::Candidate, head) else { continue };
        let Some(our) = ours.iter().find(|our| our.head == Some(link.other)) else { continue };
        let apart = (their.share.0 - our.share.1).max(our.share.0 - their.share.1);
        if apart < GAP {
            continue;
        }
        if denied(view, Side::Reference, our) != denied(view, Side::Candidate, their) {
            continue;
        }
        let around = Around::read(view, link.other, head);
        let strength = 0.2 + 0.2 * view.likeness + 0.2 * around.window + 0.15 * around.head + 0.2 * apart;
        let (candidate, reference) =
            (view.sides.texts.1.span_of(&their.tokens), view.sides.texts.0.span_of(&our.tokens));
        found.push(Turned { turn: Turn::Quantifier, candidate, reference, strength });
    }
}

/// Whether another negation stands in the clause of a quantifier.
fn denied(view: &BeadView<'_>, side: Side, quantifier: &Quantifier) -> bool {
    let clause = clause_of(view.text(side), quantifier.tokens.end - 1, &view.tokens(side));
    let mut open = view.polarities(side).iter().filter(|one| turns(one));
    open.any(|one| clause.contains(&one.tokens.start) && !quantifier.tokens.contains(&one.tokens.start))
}

/// The quantifiers of one side, the longest phrase at each place; figures and fractions are the business of numbers.
fn quantifiers(view: &BeadView<'_>, side: Side) -> Vec<Quantifier> {
    let (text, bounds) = (view.text(side), view.tokens(side));
    let mut found = Vec::new();
    let mut at = bounds.start;
    while at < bounds.end {
        let read = longest_run(&text.tokens[at..bounds.end], LONGEST, |words| {
            let plain = words.iter().all(|word| word.kind == TokenKind::Word);
            let share = plain.then(|| view.sides.lexicon.phrases.share(&folded_phrase(words))).flatten();
            share.filter(|(low, high)| high - low <= WIDEST)
        });
        let Some((share, length)) = read else {
            at += 1;
            continue;
        };
        let tokens = at..at + length;
        at += length;
        let measured = view.facts(side).quantities_in(&tokens);
        if !measured.is_empty() {
            continue;
        }
        // What is counted stands right behind it, articles and adjectives apart; of persons and things at large the verb.
        let last = &text.tokens[tokens.end - 1];
        let at_large = last.can_be(Classes::PRONOUN) && !last.can_be(Classes::DETERMINER);
        let head = (tokens.end..(tokens.end + 4).min(bounds.end))
            .take_while(|place| text.tokens[*place].kind == TokenKind::Word)
            .find(|place| text.tokens[*place].is_content() || text.tokens[*place].can_be(Classes::PREPOSITION))
            .filter(|place| text.tokens[*place].is_content() && (!at_large || view.is_verbal(side, *place)));
        found.push(Quantifier { tokens, share, head });
    }
    found
}

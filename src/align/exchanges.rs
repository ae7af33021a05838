//! Who did what to whom, what came first and what was the cause: the two that a verb or a phrase joins, compared across a
//! bead. Where both are exchanged the statement is turned round; active and passive of one deed are the same.

use std::ops::Range;

use crate::align::polarity::is_modal;
use crate::align::statements::{BeadView, Side, Turn, Turned};
use crate::extract::claims::{is_light, is_negator};
use crate::lexicon::phrases::{Joins, Order};
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::{Token, folded_phrase, longest_run};

/// What joins two things.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Joint {
    /// A verb, by its token.
    Verb(usize),
    /// A phrase that orders events or tells a cause.
    Order(Order),
}

/// Two things and what joins them: who does and who suffers, the earlier and the later, the cause and the effect.
#[derive(Clone, Debug)]
struct Joined {
    joint: Joint,
    tokens: Range<usize>,
    first: Vec<usize>,
    second: Vec<usize>,
}

/// How many tokens on either side are looked at.
const REACH: usize = 10;

/// More joints of one bead than this are not looked at.
const MOST_JOINTS: usize = 40;

/// Longest joining phrase, in words.
const LONGEST: usize = 5;

/// Adds the pairs of a bead whose parts are exchanged.
pub fn add_exchanges(view: &BeadView<'_>, found: &mut Vec<Turned>) {
    let theirs = joints(view, Side::Candidate);
    if theirs.is_empty() {
        return;
    }
    let ours = joints(view, Side::Reference);
    for their in &theirs {
        for our in &ours {
            let Some(reversed) = same_joint(view, our, their) else { continue };
            let (first, second) = if reversed { (&our.second, &our.first) } else { (&our.first, &our.second) };
            let meets = |theirs: &[usize], ours: &[usize]| {
                let hits = theirs.iter().filter(|at| {
                    view.links(Side::Candidate)[**at]
                        .is_some_and(|link| link.by.is_same() && ours.contains(&link.other))
                });
                hits.count()
            };
            let kept = (meets(&their.first, first), meets(&their.second, second));
            let crossed = (meets(&their.first, second), meets(&their.second, first));
            let Some((turn, shared)) = turn_of((our.joint, their.joint), kept, crossed) else { continue };
            let candidate = match their.joint {
                Joint::Verb(at) => {
                    let text = view.sides.texts.1;
                    let (one, other) = (nearest(&their.first, at), nearest(&their.second, at));
                    text.tokens[one.min(other).min(at)].span.join(text.tokens[one.max(other).max(at)].span)
                }
                Joint::Order(_) => view.sides.texts.1.span_of(&their.tokens),
            };
            let reference = span_of(view.sides.texts.0, our);
            let strength = 0.3 + 0.3 * view.likeness + 0.05 * shared.min(4) as f64;
            found.push(Turned { turn, candidate, reference, strength });
        }
    }
}

/// How two joints differ, with how many counterparts tell it: their parts are exchanged, or a cause became a hindrance.
fn turn_of(joints: (Joint, Joint), kept: (usize, usize), crossed: (usize, usize)) -> Option<(Turn, usize)> {
    let exchanged = kept.0 + kept.1 == 0 && crossed.0 > 0 && crossed.1 > 0;
    let shared = crossed.0 + crossed.1;
    let (Joint::Order(ours), Joint::Order(theirs)) = joints else {
        return exchanged.then_some((Turn::Roles, shared));
    };
    match (ours.joins, theirs.joins) {
        (Joins::Time, Joins::Time) => {
            // "before the attack" for "after the attack": one part is enough where the phrases themselves differ.
            let one = ours.left_first != theirs.left_first && kept.0 + kept.1 == 0 && shared > 0;
            (exchanged || one).then_some((Turn::Order, shared))
        }
        (Joins::Cause, Joins::Cause) => exchanged.then_some((Turn::Cause, shared)),
        (Joins::Cause, Joins::Concession) | (Joins::Concession, Joins::Cause) => {
            let meets = kept.0 > 0 && kept.1 > 0 && shared == 0;
            meets.then_some((Turn::Cause, kept.0 + kept.1))
        }
        _ => None,
    }
}

fn nearest(all: &[usize], at: usize) -> usize {
    all.iter().copied().min_by_key(|one| one.abs_diff(at)).unwrap_or(at)
}

fn span_of(text: &Text<'_>, joined: &Joined) -> Span {
    let all = joined.first.iter().chain(&joined.second).copied();
    let start = all.clone().min().unwrap_or(joined.tokens.start).min(joined.tokens.start);
    let end = all.max().unwrap_or(joined.tokens.start).max(joined.tokens.end - 1);
    text.tokens[start].span.join(text.tokens[end].span)
}

/// Whether two joints tell one relation, and then whether the one has its parts the other way round.
fn same_joint(view: &BeadView<'_>, ours: &Joined, theirs: &Joined) -> Option<bool> {
    match (ours.joint, theirs.joint) {
        (Joint::Order(_), Joint::Order(_)) => Some(false),
        (Joint::Verb(one), Joint::Verb(other)) => {
            if view.rendering(Side::Candidate, other).is_some_and(|link| link.other == one) {
                return Some(false);
            }
            let lemma = |side: Side, at: usize| view.text(side).tokens[at].lemma();
            let (a, b) = (lemma(Side::Reference, one), lemma(Side::Candidate, other));
            let opposites = &view.sides.lexicon.opposites;
            if a == b || opposites.are_equivalent(a, b) {
                return Some(false);
            }
            opposites.are_converse(a, b).then_some(true)
        }
        _ => None,
    }
}

/// All joints of one side of a bead with what they join.
fn joints(view: &BeadView<'_>, side: Side) -> Vec<Joined> {
    let (text, bounds) = (view.text(side), view.tokens(side));
    let mut found = Vec::new();
    let mut at = bounds.start;
    while at < bounds.end && found.len() < MOST_JOINTS {
        if let Some((order, length)) = order_at(view, side, at) {
            if let Some(joined) = ordered(text, &bounds, at..at + length, order) {
                found.push(joined);
            }
            at += length;
            continue;
        }
        if view.sides.lexicon.opposites.is_directed(text.tokens[at].lemma())
            && view.is_verbal(side, at)
            && let Some(joined) = deed(text, &bounds, at)
        {
            found.push(joined);
        }
        at += 1;
    }
    found
}

/// The longest ordering phrase that begins at a token.
fn order_at(view: &BeadView<'_>, side: Side, at: usize) -> Option<(Order, usize)> {
    let (text, end) = (view.text(side), view.tokens(side).end);
    longest_run(&text.tokens[at..end], LONGEST, |words| view.sides.lexicon.phrases.order(&folded_phrase(words)))
}

fn ends_sentence(token: &Token) -> bool {
    matches!(token.folded.as_str(), "." | ";" | ":" | "!" | "?")
}

/// Nouns and names: what can do or suffer something, or happen.
fn is_part(token: &Token) -> bool {
    let known = token.can_be(Classes::NOUN) && !token.is_function();
    token.is_word() && token.folded.len() > 1 && (known || token.is_capitalised() && !token.is_function())
}

/// What an ordering phrase joins: the clauses on its sides, or where it begins the sentence, the two behind it.
fn ordered(text: &Text<'_>, bounds: &Range<usize>, tokens: Range<usize>, order: Order) -> Option<Joined> {
    let content = |at: &usize| text.tokens[*at].is_content() && !is_light(&text.tokens[*at]);
    let until = |from: usize, stop: &dyn Fn(&Token) -> bool| {
        (from..bounds.end).find(|at| stop(&text.tokens[*at]) || ends_sentence(&text.tokens[*at])).unwrap_or(bounds.end)
    };
    let begins = tokens.start == bounds.start || text.starts_sentence(tokens.start);
    let (left, right): (Vec<usize>, Vec<usize>) = if begins {
        let comma = until(tokens.end, &|token| token.folded == ",");
        let end = until(comma + 1, &|_| false).min(comma + 1 + 2 * REACH);
        ((comma + 1..end).filter(content).collect(), (tokens.end..comma).filter(content).collect())
    } else {
        let from = (bounds.start..tokens.start)
            .rev()
            .find(|at| ends_sentence(&text.tokens[*at]))
            .map_or(bounds.start, |at| at + 1);
        let from = from.max(tokens.start.saturating_sub(REACH));
        let to = until(tokens.end, &|_| false).min(tokens.end + REACH);
        ((from..tokens.start).filter(content).collect(), (tokens.end..to).filter(content).collect())
    };
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let (first, second) = if order.left_first { (left, right) } else { (right, left) };
    Some(Joined { joint: Joint::Order(order), tokens, first, second })
}

/// Words that part a subject or an object from a verb that is not theirs.
fn divides(token: &Token) -> bool {
    ends_sentence(token)
        || matches!(
            token.folded.as_str(),
            "and"
                | "but"
                | "or"
                | "while"
                | "when"
                | "because"
                | "after"
                | "before"
                | "that"
                | "as"
                | "if"
                | "according"
        )
}

/// Who does it and who suffers it, by word order, voice and "by".
fn deed(text: &Text<'_>, bounds: &Range<usize>, at: usize) -> Option<Joined> {
    let token = &text.tokens[at];
    let word = token.word?;
    let before =
        |steps: usize| at.checked_sub(steps).filter(|place| *place >= bounds.start).map(|place| &text.tokens[place]);
    let skipped =
        |token: &Token| is_negator(token) || token.word.is_some_and(|word| word.first_class == Classes::ADVERB);
    let auxiliary = (1..=3).filter_map(before).find(|token| !skipped(token));
    let next = (at + 1..bounds.end).find(|place| !skipped(&text.tokens[*place])).map(|place| &text.tokens[place]);
    let prepositional =
        next.is_some_and(|token| token.can_be(Classes::PREPOSITION) && !token.can_be(Classes::DETERMINER));
    let by = (at + 1..(at + REACH).min(bounds.end)).find(|place| text.tokens[*place].folded == "by");
    let be = |token: &Token| {
        matches!(token.folded.as_str(), "was" | "were" | "is" | "are" | "been" | "being" | "be" | "got")
    };
    let passive = word.past && (auxiliary.is_some_and(be) || prepositional && by.is_some());
    // A base form is a verb behind "to" or a modal verb only.
    let governed = auxiliary.is_some_and(|token| token.folded == "to" || is_modal(&token.folded));
    if !passive && prepositional || !(word.past || word.ing || governed || token.folded.ends_with('s')) {
        return None;
    }
    // The nearest noun phrase: up to its article or to the next preposition, "of" apart.
    let side = |places: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
        let mut found = Vec::new();
        for place in places.take(REACH) {
            let token = &text.tokens[place];
            let preposition = token.can_be(Classes::PREPOSITION) && !matches!(token.folded.as_str(), "of" | "by");
            let article = token.can_be(Classes::DETERMINER) && token.is_function();
            if divides(token) || !found.is_empty() && (preposition || article || token.folded == ",") {
                break;
            }
            if is_part(token) {
                found.push(place);
            }
        }
        found
    };
    let left = side(&mut (bounds.start..at).rev());
    let (first, second) = if passive {
        (side(&mut (by? + 1..bounds.end)), left)
    } else {
        let right: Vec<usize> = side(&mut (at + 1..bounds.end));
        (left, right)
    };
    if first.is_empty() || second.is_empty() {
        return None;
    }
    Some(Joined { joint: Joint::Verb(at), tokens: at..at + 1, first, second })
}

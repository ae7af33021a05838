//! What was only planned, tried, asked for or threatened, told as done, and the other way round.

use std::collections::HashMap;

use crate::align::polarity::{is_modal, turns};
use crate::align::statements::{BeadView, Side, Sides, Turn, Turned};
use crate::align::surroundings::Around;
use crate::extract::claims::is_negator;
use crate::lexicon::words::Classes;
use crate::text::Text;

/// How far a deed has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Reached {
    /// It was done.
    Done,
    /// It is to come.
    Ahead,
    /// It was tried, threatened, asked for or weighed.
    Short,
}

/// Adds the deeds of a bead that are further on one side than on the other.
pub fn add_stages(view: &BeadView<'_>, found: &mut Vec<Turned>) {
    let (reference, candidate) = view.sides.texts;
    for at in view.theirs.clone() {
        let Some(link) = view.rendering(Side::Candidate, at) else { continue };
        let (Some(ours), Some(theirs)) =
            (reached(view, Side::Reference, link.other), reached(view, Side::Candidate, at))
        else {
            continue;
        };
        let turn = match (ours.0, theirs.0) {
            (Reached::Short, Reached::Done) => Turn::ToldAsDone,
            (Reached::Done, Reached::Short) => Turn::ToldAsPlanned,
            _ => continue,
        };
        if view.is_negated(Side::Reference, link.other) || view.is_negated(Side::Candidate, at) {
            continue;
        }
        let around = Around::read(view, link.other, at);
        let strength = 0.25 + 0.25 * view.likeness + 0.25 * around.window + 0.1 * around.subject;
        found.push(Turned {
            turn,
            candidate: candidate.span_of(&(theirs.1..at + 1)),
            reference: reference.span_of(&(ours.1..link.other + 1)),
            strength,
        });
    }
    add_listed(view, found);
}

/// Deeds that have an earlier stage of their own: "issued a warrant for", "arrested".
fn add_listed(view: &BeadView<'_>, found: &mut Vec<Turned>) {
    let lexicon = view.sides.lexicon;
    if view.tokens(Side::Reference).len().max(view.tokens(Side::Candidate).len()) > MOST_TOKENS {
        return;
    }
    for (here, turn) in [(Side::Candidate, Turn::ToldAsDone), (Side::Reference, Turn::ToldAsPlanned)] {
        let there = here.other();
        for at in view.tokens(here) {
            let token = &view.text(here).tokens[at];
            if !is_done(view, here, at) || view.rendering(here, at).is_some() {
                continue;
            }
            let bounds = view.tokens(there);
            let earlier = lexicon.phrases.earlier(token.lemma()).find_map(|phrase| {
                bounds.clone().find_map(|place| view.phrase_at(there, place, phrase).map(|end| (place, end)))
            });
            let Some((start, end)) = earlier else { continue };
            // The deed itself must not be told on the other side too.
            let told = bounds
                .clone()
                .any(|place| view.text(there).tokens[place].stem == token.stem && is_done(view, there, place));
            if told || view.is_negated(here, at) || view.is_negated(there, start) {
                continue;
            }
            let (ours, theirs) = if here == Side::Candidate { (start, at) } else { (at, start) };
            let around = Around::read(view, ours, theirs);
            let strength = 0.2 + 0.25 * view.likeness + 0.25 * around.window + 0.1 * around.subject;
            let (one, other) = (view.text(here).tokens[at].span, view.text(there).span_of(&(start..end)));
            let (candidate_span, reference_span) = if here == Side::Candidate { (one, other) } else { (other, one) };
            found.push(Turned { turn, candidate: candidate_span, reference: reference_span, strength });
        }
    }
}

/// Whether a deed was done.
fn is_done(view: &BeadView<'_>, side: Side, at: usize) -> bool {
    reached(view, side, at).is_some_and(|(reached, _)| reached == Reached::Done)
}

/// Whether a deed is only planned, tried, asked for or threatened.
#[must_use]
pub fn is_short_of(view: &BeadView<'_>, side: Side, at: usize) -> bool {
    reached(view, side, at).is_some_and(|(reached, _)| reached == Reached::Short)
}

/// How far the deed of a verb has come, and where what tells it begins; none for what is no verb or says no stage.
fn reached(view: &BeadView<'_>, side: Side, at: usize) -> Option<(Reached, usize)> {
    let (text, start) = (view.text(side), view.tokens(side).start);
    let token = &text.tokens[at];
    let word = token.word.filter(|word| word.classes.any(Classes::VERB) && !token.is_function())?;
    let skipped = |place: usize| {
        let token = &text.tokens[place];
        is_negator(token) || token.word.is_some_and(|word| word.first_class == Classes::ADVERB)
    };
    let mut before = (start..at).rev().filter(|place| !skipped(*place));
    let last = before.next();
    let folded = |place: Option<usize>| place.map_or("", |place| text.tokens[place].folded.as_str());
    if folded(last) == "to" || word.ing && !matches!(folded(last), "be" | "was" | "were" | "is" | "are" | "been") {
        // "tried to sell", "threatened selling", "attempts at selling".
        for back in 1..=4 {
            let Some(place) = at.checked_sub(back).filter(|place| *place >= start) else { break };
            if text.tokens[place].folded == "," {
                break;
            }
            // "in order to sell" is no order.
            let purpose = place > start && text.tokens[place - 1].folded == "in";
            let token = &text.tokens[place];
            if token.is_content() && !purpose && view.sides.lexicon.phrases.falls_short(token.lemma()) {
                return Some((Reached::Short, place));
            }
        }
        return None;
    }
    if is_modal(folded(last)) {
        return Some((Reached::Ahead, last.unwrap_or(at)));
    }
    let finite = word.past && !word.ing;
    let auxiliary = matches!(folded(last), "has" | "have" | "had" | "was" | "were" | "been" | "is" | "are");
    if auxiliary {
        let second = folded(before.next());
        if second == "to" || is_modal(second) {
            return Some((Reached::Ahead, last.unwrap_or(at)));
        }
        return finite.then_some((Reached::Done, last.unwrap_or(at)));
    }
    // A participle before its noun ("the accused man") or behind "be" tells nothing.
    let attributive = last.is_some_and(|place| {
        let before = &text.tokens[place];
        before.can_be(Classes::DETERMINER)
            || matches!(before.folded.as_str(), "be" | "being" | "the" | "a" | "an" | "of")
    });
    (finite && !attributive).then_some((Reached::Done, at))
}

/// Longer beads are not searched for listed stages.
const MOST_TOKENS: usize = 400;

/// More places of one word than this are not looked at.
const MOST_PLACES: usize = 40;

/// How many tokens before a verb its subject is looked for.
const SUBJECT: usize = 8;

/// Deeds of the candidate that the reference, or the candidate elsewhere, tells at an earlier stage of the same subject,
/// anywhere in the two texts; the reference tells them nowhere as done.
pub fn add_distant_stages(sides: &Sides<'_>, found: &mut Vec<Turned>) {
    let (reference, candidate) = sides.texts;
    let view = BeadView::of_texts(sides);
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, token) in reference.tokens.iter().enumerate().filter(|(_, token)| token.is_word()) {
        let all = places.entry(token.lemma()).or_default();
        if all.len() < MOST_PLACES {
            all.push(at);
        }
    }
    let places_of = |lemma: &str| places.get(lemma).map_or(&[][..], Vec::as_slice);
    for at in view.theirs.clone() {
        let token = &candidate.tokens[at];
        let mut earlier = sides.lexicon.phrases.earlier(token.lemma()).peekable();
        if earlier.peek().is_none()
            || found.iter().any(|one| one.candidate.overlaps(token.span))
            || !is_done(&view, Side::Candidate, at)
            || is_denied(sides, Side::Candidate, at)
        {
            continue;
        }
        let is_told =
            |place: &usize| is_done(&view, Side::Reference, *place) && !is_denied(sides, Side::Reference, *place);
        if places_of(token.lemma()).iter().any(is_told) {
            continue;
        }
        let subjects = subjects(candidate, at);
        let place = earlier.find_map(|phrase| {
            let first = phrase.split(' ').next().unwrap_or(phrase);
            places_of(first).iter().find_map(|place| {
                let end = view.phrase_at(Side::Reference, *place, phrase)?;
                let shared = subjects.iter().any(|stem| self::subjects(reference, *place).contains(stem));
                shared.then_some((*place, end))
            })
        });
        let Some((start, end)) = place else { continue };
        found.push(Turned {
            turn: Turn::ToldAsDone,
            candidate: token.span,
            reference: reference.span_of(&(start..end)),
            strength: 0.6,
        });
    }
}

/// Whether something turns the statement of a word within its sentence.
fn is_denied(sides: &Sides<'_>, side: Side, at: usize) -> bool {
    let (text, facts) = match side {
        Side::Reference => (sides.texts.0, sides.facts.0),
        Side::Candidate => (sides.texts.1, sides.facts.1),
    };
    let from = at.saturating_sub(SUBJECT).max(text.sentences[text.sentence_of(at)].tokens.start);
    facts.polarities[facts.polarities_in(&(from..at + 1))].iter().any(|one| turns(one) && !one.tokens.contains(&at))
}

/// The stems of the nouns shortly before a verb, within its sentence.
fn subjects<'a>(text: &'a Text<'_>, at: usize) -> Vec<&'a str> {
    let sentence = &text.sentences[text.sentence_of(at)];
    let from = at.saturating_sub(SUBJECT).max(sentence.tokens.start);
    let nouns = text.tokens[from..at].iter().filter(|token| token.is_content() && token.can_be(Classes::NOUN));
    nouns.map(|token| token.stem.as_str()).collect()
}

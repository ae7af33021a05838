//! Likelihood and duty turned round: what the one side calls likely the other calls unlikely, what it demands is left
//! open or forbidden.

use crate::align::odds::{probability, yes};
use crate::align::polarity::is_open_negation;
use crate::align::statements::{BeadView, Side, Turn, Turned};
use crate::align::surroundings::Around;
use crate::align::words::By;
use crate::extract::claims::Polarity;
use crate::lexicon::phrases::Degree;
use crate::text::token::Token;

/// A phrase that weighs a statement, with its degree, negations before it taken in.
struct Weight<'a> {
    polarity: &'a Polarity,
    /// -3 to 3.
    degree: i8,
    duty: bool,
    /// Where the negation begins that is taken in.
    negation: Option<usize>,
    /// The word that it governs, itself where it governs none.
    at: usize,
}

/// Adds the likelihoods and duties of a bead that are turned round.
pub fn add_degrees(view: &BeadView<'_>, found: &mut Vec<Turned>) {
    let theirs = weights(view, Side::Candidate);
    if theirs.is_empty() {
        return;
    }
    let ours = weights(view, Side::Reference);
    // "is unlikely to" and "will in all likelihood not": where one side negates once more, the degrees tell nothing.
    let negations = |side: Side, weights: &[Weight<'_>]| {
        let taken = |one: &&Polarity| !weights.iter().any(|weight| weight.negation == Some(one.tokens.start));
        view.polarities(side).iter().filter(|one| is_open_negation(one)).filter(taken).count()
    };
    if negations(Side::Reference, &ours) % 2 != negations(Side::Candidate, &theirs) % 2 {
        return;
    }
    // A phrase that the candidate repeats is told by it.
    let repeated = |our: &Weight<'_>, their: &Weight<'_>| {
        let mut links = our.polarity.tokens.clone().filter_map(|at| view.links(Side::Reference)[at]);
        links.any(|link| {
            link.by == By::Word
                && theirs.iter().any(|one| one.polarity.tokens.contains(&link.other) && !std::ptr::eq(one, their))
        })
    };
    for their in &theirs {
        let differs = |our: &&Weight<'_>| our.duty == their.duty && opposed(our, their) && !repeated(our, their);
        let agrees = ours.iter().any(|our| our.duty == their.duty && !opposed(our, their) && our.degree != 0);
        let same = |our: &&Weight<'_>| {
            our.polarity.tokens.clone().any(|at| {
                view.links(Side::Reference)[at].is_some_and(|link| their.polarity.tokens.contains(&link.other))
            })
        };
        let best =
            ours.iter().filter(differs).map(|our| (strength(view, our, their), our)).max_by(|a, b| a.0.total_cmp(&b.0));
        let Some((strength, our)) = best else { continue };
        if agrees && !same(&our) {
            continue;
        }
        let turn = if their.duty { Turn::Duty } else { Turn::Likelihood };
        found.push(Turned { turn, candidate: their.polarity.span, reference: our.polarity.span, strength });
    }
}

/// Likely against unlikely; required against optional or forbidden, allowed against forbidden.
fn opposed(ours: &Weight<'_>, theirs: &Weight<'_>) -> bool {
    let (low, high) = (ours.degree.min(theirs.degree), ours.degree.max(theirs.degree));
    if ours.duty { low < 0 && high >= 0 || low == 0 && high >= 2 } else { low < 0 && high > 0 }
}

fn strength(view: &BeadView<'_>, ours: &Weight<'_>, theirs: &Weight<'_>) -> f64 {
    let around = Around::read(view, ours.at, theirs.at);
    let governed = view.links(Side::Candidate)[theirs.at].is_some_and(|link| link.other.abs_diff(ours.at) <= 2);
    let apart = f64::from(ours.degree.abs_diff(theirs.degree));
    probability(
        -2.5 + 1.6 * view.likeness + 1.4 * around.window + 1.2 * yes(governed) + 0.25 * apart + 0.8 * around.segment,
    )
}

/// Whether a phrase of duty is said of something ("is free to", "forbids"): no adjective before its noun.
fn is_predicate(view: &BeadView<'_>, side: Side, polarity: &Polarity) -> bool {
    let tokens = &view.text(side).tokens;
    let next = tokens.get(polarity.tokens.end).map_or("", |token| token.folded.as_str());
    let ends =
        tokens[polarity.tokens.end - 1].folded == "to" || matches!(next, "to" | "by" | "." | "," | "for" | "from");
    let before = polarity.tokens.start.checked_sub(1).map_or("", |at| tokens[at].folded.as_str());
    ends && !matches!(before, "the" | "a" | "an" | "of" | "no")
}

/// The weighing phrases of one side; none of "may" and "will" alone, which are the business of negation.
fn weights<'a>(view: &'a BeadView<'_>, side: Side) -> Vec<Weight<'a>> {
    let (text, all) = (view.text(side), view.polarities(side));
    let mut found = Vec::new();
    for polarity in all {
        let telling = text.tokens[polarity.tokens.clone()].iter().any(Token::is_content);
        let Some(degree) = polarity.degree().filter(|degree| telling && (degree.obligation || degree.degree != 0))
        else {
            continue;
        };
        let negation = all.iter().find(|one| {
            let before = is_open_negation(one) && one.tokens.end <= polarity.tokens.start;
            let between = one.tokens.end..polarity.tokens.start.max(one.tokens.end);
            before
                && between.len() <= 3
                && text.tokens[between]
                    .iter()
                    .all(|token| matches!(token.folded.as_str(), "to" | "be" | "very" | "a" | "the" | "yet"))
        });
        let negated = negation.is_some();
        if degree.obligation && !is_predicate(view, side, polarity) {
            continue;
        }
        let degree = match (negated, degree.obligation) {
            (false, _) => degree,
            // "not obliged" leaves it open, "not allowed" forbids it.
            (true, true) if degree.degree > 0 => Degree { degree: 0, ..degree },
            (true, true) => Degree { degree: if degree.degree < 0 { 0 } else { -3 }, ..degree },
            (true, false) => Degree { degree: -degree.degree, ..degree },
        };
        let at = polarity.governs.filter(|at| view.tokens(side).contains(at)).unwrap_or(polarity.tokens.start);
        let negation = negation.map(|one| one.tokens.start);
        found.push(Weight { polarity, degree: degree.degree, duty: degree.obligation, negation, at });
    }
    found
}

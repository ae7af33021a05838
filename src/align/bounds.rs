//! Bounds turned round: the candidate says "at most" of a figure of which the reference says "at least".

use crate::align::sentences::Bead;
use crate::align::texts::tokens_of;
use crate::align::values::equal;
use crate::extract::Facts;
use crate::extract::claims::is_negator;
use crate::extract::quantity::Quantity;
use crate::lexicon::Lexicon;
use crate::lexicon::measures::Bound;
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::Token;

/// A bound that is turned round.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ReversedBound {
    /// The words of the bound and the figure in the candidate.
    pub candidate: Span,
    /// The same in the reference.
    pub reference: Span,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// How many tokens before a figure a negation can turn its bound round ("not expected in less than 40 hours").
const REACH: usize = 9;

/// The bounds within beads that are turned round.
#[must_use]
pub fn reversed_bounds(
    texts: (&Text<'_>, &Text<'_>),
    facts: (&Facts, &Facts),
    beads: &[Bead],
    lexicon: &Lexicon,
) -> Vec<ReversedBound> {
    let mut found = Vec::new();
    for bead in beads.iter().filter(|bead| bead.is_full()) {
        let (ours, theirs) = (tokens_of(texts.0, &bead.reference), tokens_of(texts.1, &bead.candidate));
        for quantity in &facts.1.quantities[facts.1.quantities_in(&theirs)] {
            let direction = direction(texts.1, quantity);
            if direction == 0 {
                continue;
            }
            let known = &facts.0.quantities[facts.0.quantities_in(&ours)];
            let mut known = known.iter().filter(|known| equal(quantity, known));
            let (Some(known), None) = (known.next(), known.next()) else { continue };
            if self::direction(texts.0, known) == -direction {
                let strength = 0.5 + 0.35 * bead.likeness;
                let candidate = with_bound(texts.1, quantity, lexicon);
                found.push(ReversedBound { candidate, reference: with_bound(texts.0, known, lexicon), strength });
            }
        }
    }
    found
}

/// 1 for a figure that is a least, -1 for one that is a most, 0 for one without a bound.
fn direction(text: &Text<'_>, quantity: &Quantity) -> i8 {
    let direction = match quantity.bound {
        Bound::More | Bound::Least | Bound::Beyond => 1,
        Bound::Less | Bound::Most | Bound::Nearly => -1,
        Bound::Exact | Bound::About => return 0,
    };
    let sentence = &text.sentences[text.sentence_of(quantity.tokens.start)];
    let start = quantity.tokens.start.saturating_sub(REACH).max(sentence.tokens.start);
    let negated = text.tokens[start..quantity.tokens.start].iter().any(|token| is_negator(token) || forbids(token));
    // "no less than" and "not more than" are bounds of their own; there the negation is already counted.
    let counted = matches!(quantity.bound, Bound::Least | Bound::Most);
    if negated && !counted { -direction } else { direction }
}

/// "prohibited from exceeding 97" is no more than 97.
fn forbids(token: &Token) -> bool {
    ["prohibit", "forbid", "forbad", "banned", "barred", "refrain", "avoid"]
        .iter()
        .any(|stem| token.folded.starts_with(stem))
}

/// The figure with the words of its bound.
fn with_bound(text: &Text<'_>, quantity: &Quantity, lexicon: &Lexicon) -> Span {
    let start = quantity.tokens.start;
    for length in (1..=4).rev() {
        let Some(from) = start.checked_sub(length) else { continue };
        let phrase: Vec<&str> = text.tokens[from..start].iter().map(|token| token.folded.as_str()).collect();
        if lexicon.measures.bound(&phrase.join(" ")).is_some() {
            return text.span_of(&(from..start)).join(quantity.number);
        }
    }
    quantity.number
}

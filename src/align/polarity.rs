//! What kind of negation a phrase is: outright, near, by its meaning, or a matter of style.

use crate::extract::claims::{Effect, Polarity, is_negator};
use crate::lexicon::phrases::Negation;
use crate::text::Text;

/// "not", "never", "no", "nobody" and their like; "without" and "not just" are as often a matter of style.
#[must_use]
pub fn is_plain_negation(text: &Text<'_>, negation: &Polarity) -> bool {
    let inside = &text.tokens[negation.tokens.clone()];
    let first = &inside.iter().find(|token| is_negator(token)).unwrap_or(&inside[0]).folded;
    let next = text.tokens.get(negation.tokens.end).map_or("", |token| token.folded.as_str());
    let before = inside.iter().any(|token| token.folded == "before") || next == "before";
    let only = inside.iter().any(|token| token.folded == "only");
    let style = only
        || first == "never" && before
        || matches!(next, "except" | "but")
        || matches!(first.as_str(), "without" | "neither" | "nor" | "nothing")
        || first == "not"
            && matches!(
                next,
                "only" | "just" | "merely" | "necessarily" | "simply" | "far" | "even" | "yet" | "always"
            )
        || first == "no" && matches!(next, "more" | "less" | "fewer" | "other" | "one" | "longer");
    !style
}

/// "not even": it adds to a negation that stands elsewhere.
#[must_use]
pub fn is_emphasis(text: &Text<'_>, negation: &Polarity) -> bool {
    text.tokens.get(negation.tokens.end).is_some_and(|next| next.folded == "even")
}

/// Whether a folded word is a modal verb.
#[must_use]
pub fn is_modal(folded: &str) -> bool {
    matches!(folded, "will" | "would" | "can" | "could" | "may" | "might" | "shall" | "should" | "must")
}

/// Whether a phrase negates by its meaning alone.
#[must_use]
pub fn is_implied(polarity: &Polarity) -> bool {
    polarity.effect == Effect::Negates(Negation::Implied)
}

/// Whether a phrase negates outright or nearly: not, never, hardly.
#[must_use]
pub fn is_open_negation(polarity: &Polarity) -> bool {
    matches!(polarity.effect, Effect::Negates(Negation::Explicit | Negation::Near))
}

/// Whether a phrase turns its statement: every kind of negation, and what makes it unlikely or forbidden.
#[must_use]
pub fn turns(polarity: &Polarity) -> bool {
    match polarity.effect {
        Effect::Negates(Negation::Explicit | Negation::Near | Negation::Implied) => true,
        Effect::Weighs(degree) => degree.degree < 0,
    }
}

/// Whether a bound behind the negation makes it say what "at least" says: "not ... in less than 40 hours", "not before
/// Monday".
#[must_use]
pub fn is_bound(text: &Text<'_>, negation: &Polarity) -> bool {
    let end = (negation.tokens.end + 9).min(text.tokens.len());
    let behind = &text.tokens[negation.tokens.end..end];
    behind.windows(2).any(|two| matches!(two[0].folded.as_str(), "less" | "more" | "fewer") && two[1].folded == "than")
        || behind.iter().any(|token| matches!(token.folded.as_str(), "before" | "until"))
}

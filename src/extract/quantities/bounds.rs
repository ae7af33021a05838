//! How exact a number is said to be, and the sign before it.

use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::Lexicon;
use crate::lexicon::measures::Bound;
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// Verbs behind which "up to" says where something went and no bound.
const MOVES: [&str; 14] =
    ["go", "rise", "climb", "jump", "push", "raise", "move", "drive", "bring", "take", "come", "shoot", "edge", "put"];

/// Verbs behind which "over" says where and no bound.
const SPREADS: [&str; 6] = ["extend", "spread", "stretch", "scatter", "range", "preside"];

/// The words before or behind a number that say how exact it is, and a minus before it.
pub fn read_bound(text: &Text<'_>, quantity: &mut Quantity, lexicon: &Lexicon) {
    let tokens = &text.tokens;
    let at = quantity.tokens.start;
    if at > 0 && is_minus(tokens, at) && !quantity.is_date() && quantity.measure != Measure::Identifier {
        quantity.value = quantity.value.negated();
        quantity.tokens.start -= 1;
        if quantity.number.start == tokens[at].span.start {
            quantity.number = tokens[at - 1].span.join(quantity.number);
        }
        return;
    }
    for length in (1..=4).rev() {
        let Some(start) = at.checked_sub(length) else { continue };
        let words = &tokens[start..at];
        if words.iter().any(|word| word.kind == TokenKind::Number) {
            continue;
        }
        let phrase: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        match lexicon.measures.bound(&phrase.join(" ")) {
            Some(Some(bound)) => {
                // "has gone up to 120" says where it went.
                let verb = start.checked_sub(1).map_or("", |at| tokens[at].lemma());
                let moves =
                    phrase == ["up", "to"] && MOVES.contains(&verb) || phrase == ["over"] && SPREADS.contains(&verb);
                quantity.bound = if moves { Bound::Exact } else { bound };
                return;
            }
            Some(None) => {
                quantity.value = quantity.value.negated();
                return;
            }
            None => {}
        }
    }
    let end = quantity.tokens.end;
    for length in (1..=3).rev() {
        let Some(words) = tokens.get(end..end + length) else { continue };
        let phrase: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        if let Some(bound) = lexicon.measures.bound_behind(&phrase.join(" ")) {
            quantity.bound = bound;
            return;
        }
    }
    // "300 people or more", "40-odd".
    let behind: Vec<&str> = tokens[end..].iter().take(3).map(|token| token.folded.as_str()).collect();
    if let [_, "or", word] = behind[..]
        && let Some(bound) = lexicon.measures.bound_behind(&format!("or {word}"))
    {
        quantity.bound = bound;
    } else if let ["-", "odd", ..] = behind[..] {
        quantity.bound = Bound::About;
    }
}

/// A hyphen or minus right before the digits and with space before it.
fn is_minus(tokens: &[Token], at: usize) -> bool {
    let mark = &tokens[at - 1];
    let sign = mark.is_mark("-") || mark.is_mark("−") || mark.is_mark("–");
    let open =
        at == 1 || mark.spaced && !matches!(tokens[at - 2].kind, TokenKind::Number) || tokens[at - 2].is_mark("(");
    sign && !tokens[at].spaced && open && tokens[at].kind == TokenKind::Number
}

//! Numbers that belong together: the ends of a range, the sides of a result.

use crate::extract::quantities::number_words::read_number;
use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::Lexicon;
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::NumberClass;
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// Joins each quantity with the next where the words between say so.
pub fn join_ranges(text: &Text<'_>, found: &mut [Quantity], lexicon: &Lexicon) {
    for second in 1..found.len() {
        let (before, behind) = found.split_at_mut(second);
        if let Some(first) = before.last_mut() {
            join(text, first, &mut behind[0], lexicon);
        }
    }
}

fn join(text: &Text<'_>, first: &mut Quantity, second: &mut Quantity, lexicon: &Lexicon) {
    let Some(between) = text.tokens.get(first.tokens.end..second.tokens.start) else { return };
    let before = first.tokens.start.checked_sub(1).map_or("", |at| text.tokens[at].folded.as_str());
    let dash =
        matches!(between, [mark] if is_dash(mark) || mark.is_mark(":") && !mark.spaced && is_told_ratio(text, first));
    let range = dash
        || match between {
            [word] => match word.folded.as_str() {
                "to" | "or" | "until" | "till" | "through" => true,
                "and" => before == "between",
                _ => false,
            },
            // "between 10 and about 12", "from 10 to more than 12"; "between $3 and $5" has no such words.
            // "3: 4" is no result but in a contest or as a ratio.
            [one, word, other] => is_dash(one) && word.folded == "to" && is_dash(other),
            _ => false,
        };
    if !range {
        return;
    }
    if is_result(text, first, second, dash) || is_ratio(first, second, between) {
        let parts = Some((first.value, second.value));
        (first.measure, second.measure) = (Measure::Score, Measure::Score);
        (first.parts, second.parts) = (parts, parts);
        first.counted.clear();
        second.counted.clear();
        return;
    }
    share_scale(text, first, second, lexicon);
    let loose = |quantity: &Quantity| quantity.is_bare() && quantity.number == quantity.span;
    let alike = first.dimension() == second.dimension() || loose(first) && !second.is_date();
    let clocks = matches!(second.measure, Measure::Clock { .. });
    let moved = before == "from" && is_movement(text, first.tokens.start - 1);
    if alike && !moved && (first.value < second.value || clocks) && first.measure != Measure::Identifier {
        let parts = Some((first.value, second.value));
        (first.parts, second.parts) = (parts, parts);
    }
}

/// "rose from 10 to 12": two values one after the other, and nothing between them.
fn is_movement(text: &Text<'_>, from: usize) -> bool {
    const STEMS: [&str; 26] = [
        "rose", "rise", "rising", "fell", "fall", "drop", "increas", "decreas", "grew", "grow", "declin", "cut",
        "rais", "reduc", "climb", "shrank", "shrink", "slid", "sank", "jump", "lower", "down", "up", "chang", "improv",
        "slump",
    ];
    let sentence = &text.sentences[text.sentence_of(from)];
    let before = &text.tokens[from.saturating_sub(6).max(sentence.tokens.start)..from];
    before.iter().any(|token| STEMS.iter().any(|stem| token.folded.starts_with(stem)))
}

fn is_dash(token: &Token) -> bool {
    token.kind == TokenKind::Mark && matches!(token.folded.as_str(), "-" | "–" | "—" | "−")
}

/// "12 to 14 million", "16 or 17 thousand dong", "18-20 October": the first number has the scale and the unit of the
/// second; "€10-12" and "between $3 and 5": the second has those of the first.
fn share_scale(text: &Text<'_>, first: &mut Quantity, second: &mut Quantity, lexicon: &Lexicon) {
    let plain = |quantity: &Quantity| quantity.measure == Measure::Count && quantity.counted.is_empty();
    if matches!(first.measure, Measure::Money(_)) && matches!(second.measure, Measure::Count) {
        second.measure = first.measure.clone();
    }
    if matches!(first.measure, Measure::Date { .. }) && plain(second) && second.value < Decimal::whole(32) {
        second.measure = first.measure.clone();
        return;
    }
    if let (Measure::Clock { settled: false, zone }, Measure::Clock { settled: true, zone: other }) =
        (&first.measure, &second.measure)
    {
        let zone = zone.or(*other);
        let afternoon = second.value > Decimal::whole(720);
        let shifted = first.value.plus(Decimal::whole(720)).filter(|later| afternoon && *later < second.value);
        first.value = shifted.unwrap_or(first.value);
        first.measure = Measure::Clock { settled: true, zone };
        return;
    }
    if !plain(first) && !matches!(first.measure, Measure::Money(_)) && first.measure != Measure::Score {
        return;
    }
    let start = second.number.start;
    let mut at = text.tokens.partition_point(|token| token.span.start < start);
    at += usize::from(text.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Mark));
    let Some(number) = read_number(&text.tokens, at, lexicon) else { return };
    if number.class != NumberClass::Cardinal || first.tokens.len() > 3 {
        return;
    }
    let words = &text.tokens[at..at + number.length];
    let scales = words.iter().filter_map(|word| lexicon.measures.number_as(&word.folded, NumberClass::Scale));
    let scaled = scales.map(|word| Decimal::whole(word.value)).try_fold(first.value, Decimal::times);
    let own = read_number(&text.tokens, first.tokens.end.saturating_sub(1), lexicon);
    let has_scale = own.is_some_and(|own| own.value != first.value && own.length == 1 && !own.in_digits);
    if let Some(value) = scaled.filter(|value| !has_scale && *value < second.value) {
        first.value = value;
    }
    if second.measure != Measure::Count && first.measure == Measure::Count {
        first.measure = second.measure.clone();
    }
    if first.counted.is_empty() {
        first.counted.clone_from(&second.counted);
    }
}

/// Whether a ratio is spoken of before a number.
fn is_told_ratio(text: &Text<'_>, first: &Quantity) -> bool {
    let before = &text.tokens[first.tokens.start.saturating_sub(20)..first.tokens.start];
    before.iter().any(|token| matches!(token.folded.as_str(), "ratio" | "score" | "odds" | "proportion"))
}

/// "two to one", "5-to-1": falling counts joined by "to".
fn is_ratio(first: &Quantity, second: &Quantity, between: &[Token]) -> bool {
    let plain = |quantity: &Quantity| {
        quantity.measure == Measure::Count && quantity.value.is_whole() && quantity.value < Decimal::whole(200)
    };
    let to = between.iter().any(|token| token.folded == "to");
    to && plain(first) && plain(second) && first.value > second.value && second.value > Decimal::ZERO
}

/// Words of contests and votes.
const CONTEST: [&str; 34] = [
    "win",
    "won",
    "wins",
    "winning",
    "beat",
    "beats",
    "beaten",
    "beating",
    "lost",
    "lose",
    "loses",
    "losing",
    "lead",
    "led",
    "leading",
    "draw",
    "drew",
    "victory",
    "victories",
    "defeat",
    "defeats",
    "defeated",
    "score",
    "scored",
    "goal",
    "goals",
    "match",
    "vote",
    "voted",
    "ruled",
    "ruling",
    "set",
    "decision",
    "aggregate",
];

/// How many tokens on either side may tell that two numbers are a result.
const REACH: usize = 9;

/// One result such as "2-1" or "4–3": small whole numbers joined by a dash, falling, or with a contest in the sentence.
fn is_result(text: &Text<'_>, first: &Quantity, second: &Quantity, dash: bool) -> bool {
    let small = |quantity: &Quantity| {
        let bare = matches!(quantity.measure, Measure::Count | Measure::Score) && quantity.value < Decimal::whole(200);
        bare && quantity.value.is_whole() && quantity.value >= Decimal::ZERO
    };
    if is_told_ratio(text, first) && small(first) && small(second) {
        return dash;
    }
    let hyphen = text.tokens.get(second.tokens.end).is_some_and(|token| token.is_mark("-") && !token.spaced);
    if !dash || !small(first) || !small(second) {
        return false;
    }
    if first.value >= second.value {
        return true;
    }
    let sentence = &text.sentences[text.sentence_of(first.tokens.start)];
    let start = first.tokens.start.saturating_sub(REACH).max(sentence.tokens.start);
    let end = (second.tokens.end + REACH).min(sentence.tokens.end);
    let contest = text.tokens[start..end].iter().any(|token| CONTEST.contains(&token.folded.as_str()));
    let counts = second.counted.is_empty() || CONTEST.contains(&second.counted.as_str());
    contest && (counts || hyphen)
}

//! Figures of the candidate that contradict one another: parts that do not add up, a part greater than its whole, one
//! quantity given two values, half a person, the 31st of June.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::quantities::{Fate, QuantityMatches};
use crate::align::quantity_places::{Places, common, surroundings};
use crate::align::slips::{is_one_digit_off, is_shifted, is_slip_of, is_transposed, keys};
use crate::align::values::equal;
use crate::align::words::Links;
use crate::extract::Facts;
use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::Lexicon;
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::Bound;
use crate::text::Text;
use crate::text::token::Token;

/// What is wrong with a figure.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Contradiction {
    /// The parts behind it give another sum.
    Total(Decimal),
    /// It is greater than the whole it is said to be a part of.
    Part,
    /// Another place gives the same quantity another value.
    TwoValues,
    /// There is no such thing: a fraction of a person, a day that the month has not.
    Impossible,
}

/// A figure of the candidate that contradicts another, or the world.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct OwnFault {
    /// The figure, by its position among the candidate's quantities.
    pub quantity: usize,
    /// Another that it contradicts.
    pub other: Option<usize>,
    /// What is wrong.
    pub contradiction: Contradiction,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// The figures of a text that contradict each other; `matches` says which of them the reference has.
#[must_use]
pub fn own_faults(text: &Text<'_>, facts: &Facts, matches: &QuantityMatches, lexicon: &Lexicon) -> Vec<OwnFault> {
    let mut found = Vec::new();
    let quantities = &facts.quantities;
    for at in 0..quantities.len() {
        found.extend(wrong_total(text, quantities, at, matches));
        found.extend(part_of_less(text, quantities, at));
        found.extend(impossible(text, quantities, at));
    }
    let told: BTreeSet<usize> = found.iter().map(|fault| fault.quantity).collect();
    found.extend(two_values(text, facts, matches, lexicon).into_iter().filter(|fault| !told.contains(&fault.quantity)));
    found
}

/// Stems of words for people.
const PEOPLE: [&str; 44] = [
    "peopl",
    "person",
    "men",
    "man",
    "women",
    "woman",
    "children",
    "child",
    "boy",
    "girl",
    "soldier",
    "civilian",
    "adult",
    "student",
    "pupil",
    "offic",
    "policeman",
    "policemen",
    "worker",
    "passeng",
    "travel",
    "inhabit",
    "resid",
    "citizen",
    "victim",
    "hostag",
    "patient",
    "voter",
    "deputi",
    "migrant",
    "refuge",
    "demonstr",
    "protest",
    "spectat",
    "tourist",
    "miner",
    "sailor",
    "villag",
    "farmer",
    "teacher",
    "journalist",
    "prison",
    "minor",
    "guest",
];

fn counts_people(quantity: &Quantity) -> bool {
    PEOPLE.contains(&quantity.counted.as_str())
}

/// "twelve people: seven men and three women": a total, and parts that give another sum.
fn wrong_total(text: &Text<'_>, quantities: &[Quantity], at: usize, matches: &QuantityMatches) -> Option<OwnFault> {
    let total = &quantities[at];
    let plain = |quantity: &Quantity| {
        quantity.measure == Measure::Count && quantity.value.is_whole() && quantity.bound == Bound::Exact
    };
    let sentence = &text.sentences[text.sentence_of(total.tokens.start)];
    let parts: Vec<&Quantity> =
        quantities[at + 1..].iter().take_while(|part| part.tokens.start < sentence.tokens.end).take(8).collect();
    if !plain(total) || parts.len() < 2 || !parts.iter().all(|part| plain(part) && part.value < total.value) {
        return None;
    }
    let lead = &text.tokens[total.tokens.end..parts[0].tokens.start];
    let opens = lead.last().map_or("", |mark| mark.folded.as_str());
    let strong = matches!(opens, ":" | "(" | "–" | "—") || opens == "-" && lead.last().is_some_and(|mark| mark.spaced);
    let people = parts.iter().all(|part| counts_people(part)) && counts_people(total);
    let end = parts.last().map_or(0, |last| last.tokens.end);
    let rest = &text.tokens[end..sentence.tokens.end];
    let words = |tokens: &[Token]| tokens.iter().filter(|token| token.is_word()).count();
    let chained = parts.windows(2).all(|pair| {
        let between = &text.tokens[pair[0].tokens.end..pair[1].tokens.start];
        words(between) <= 6 && between.last().is_some_and(|last| last.is_mark(",") || last.folded == "and")
    });
    let told = text.tokens[total.tokens.end..sentence.tokens.end].iter();
    let open_list = told.clone().any(|token| {
        matches!(token.folded.as_str(), "including" | "among" | "others" | "rest" | "several" | "mostly" | "other")
    });
    // "18 years, eight in the north and ten in the capital": the parts stand before one preposition.
    let place = |part: &Quantity| text.tokens.get(part.tokens.end).map_or("", |next| next.folded.as_str());
    let placed = matches!(place(parts[0]), "in" | "from" | "for" | "to" | "at" | "by")
        && parts.iter().all(|part| place(part) == place(parts[0]));
    let listed = (strong || opens == ",") && (people || placed) || strong && words(lead) <= 4;
    if !listed || !chained || open_list || words(rest) > 6 || words(lead) > 6 {
        return None;
    }
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.plus(part.value))?;
    // What the reference has is right; with all of it there, the parts only overlap.
    let wrong: Vec<usize> = (at..=at + parts.len()).filter(|one| matches.of_candidate[*one] != Fate::Kept).collect();
    let compared = !matches.kept.is_empty();
    let quantity = match (compared, wrong.first()) {
        (true, None) => return None,
        (true, Some(first)) => *first,
        (false, _) => at,
    };
    let strength = if people { 0.8 } else { 0.7 };
    let contradiction = Contradiction::Total(sum);
    (sum != total.value).then_some(OwnFault {
        quantity,
        other: Some(if quantity == at { at + 1 } else { at }),
        contradiction,
        strength,
    })
}

/// "264 of the 250 deputies".
fn part_of_less(text: &Text<'_>, quantities: &[Quantity], at: usize) -> Option<OwnFault> {
    let (part, whole) = (&quantities[at], quantities.get(at + 1)?);
    let between = text.tokens.get(part.tokens.end..whole.tokens.start)?;
    let words: Vec<&str> = between.iter().map(|token| token.folded.as_str()).collect();
    let of =
        matches!(words[..], ["of", "the" | "its" | "their" | "all"] | ["out", "of"] | ["out", "of", "the" | "its"]);
    let plain = |quantity: &Quantity| quantity.measure == Measure::Count && quantity.value.is_whole();
    let hyphen = text.tokens.get(whole.tokens.end).is_some_and(|next| next.is_mark("-") && !next.spaced);
    let small = whole.value < Decimal::whole(3);
    if !of || !plain(part) || !plain(whole) || hyphen || small || part.value <= whole.value {
        return None;
    }
    Some(OwnFault { quantity: at, other: Some(at + 1), contradiction: Contradiction::Part, strength: 0.8 })
}

/// "14.5 travellers", "31 June", "130 per cent of the voters".
fn impossible(text: &Text<'_>, quantities: &[Quantity], at: usize) -> Option<OwnFault> {
    let quantity = &quantities[at];
    let fault =
        |strength| Some(OwnFault { quantity: at, other: None, contradiction: Contradiction::Impossible, strength });
    match &quantity.measure {
        Measure::Date { month, year } => {
            let leap = year.is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
            let days = match month {
                2 if leap => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            if quantity.value > Decimal::whole(days) { fault(0.85) } else { None }
        }
        Measure::Count if !quantity.value.is_whole() && counts_people(quantity) => {
            let sentence = &text.sentences[text.sentence_of(quantity.tokens.start)];
            let mean = text.tokens_of(sentence).iter().any(|token| {
                token.folded.starts_with("averag")
                    || matches!(token.folded.as_str(), "per" | "every" | "each" | "mean" | "rate" | "ratio" | "times")
            });
            let next = text.tokens.get(quantity.tokens.end);
            let beside = next.is_some_and(|next| PEOPLE.contains(&next.stem.as_str()));
            if beside && !mean && quantity.other_reading.is_none() { fault(0.7) } else { None }
        }
        _ => None,
    }
}

/// Values of one kind that are compared with each other at most.
const MOST_OF_KEY: usize = 8;

/// Words that two places have in common at least, as a share, where one value is a slip of the other.
const SLIP_COMMON: f64 = 0.2;

/// The same where the values have nothing in common.
const OTHER_COMMON: f64 = 0.55;

/// The same where no reference tells which of the two is right.
const ALONE_COMMON: f64 = 0.3;

/// "32 houses were buried ... the 23 ruined houses": one quantity with two values in two sentences.
fn two_values(text: &Text<'_>, facts: &Facts, matches: &QuantityMatches, lexicon: &Lexicon) -> Vec<OwnFault> {
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, quantity) in facts.quantities.iter().enumerate().filter(|(_, quantity)| is_amount(quantity)) {
        for key in keys(quantity).into_iter().chain([format!("c{}", quantity.counted)]) {
            by_key.entry(key).or_default().push(at);
        }
    }
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for places in by_key.values().filter(|places| (2..=MOST_OF_KEY).contains(&places.len())) {
        for (first, one) in places.iter().enumerate() {
            pairs.extend(places[first + 1..].iter().map(|other| (*one, *other)));
        }
    }
    let links = Links::new(text.tokens.len(), text.tokens.len());
    let places = Places { texts: (text, text), facts: (facts, facts), links: &links, lexicon };
    let mut found = Vec::new();
    for (one, other) in pairs {
        found.extend(contradicting(&places, (one, other), matches));
    }
    found
}

/// Whether two amounts of a text are one quantity with two values.
fn contradicting(places: &Places<'_>, (one, other): (usize, usize), matches: &QuantityMatches) -> Option<OwnFault> {
    let (text, facts) = (places.texts.1, places.facts.1);
    let (a, b) = (&facts.quantities[one], &facts.quantities[other]);
    let same_sentence = text.sentence_of(a.tokens.start) == text.sentence_of(b.tokens.start);
    let alike = a.unit() == b.unit() && a.counted == b.counted && (a.unit().is_some() || !a.counted.is_empty());
    if same_sentence || !alike || equal(a, b) || a.value == b.value {
        return None;
    }
    // What the reference has too is right: the other one is the fault, if it is not there.
    let compared = !matches.kept.is_empty();
    let there = |at: usize| matches!(matches.of_candidate[at], Fate::Kept | Fate::Near);
    let (wrong, right) = match (compared, there(one), there(other)) {
        (true, true, false) => (other, one),
        (true, false, true) => (one, other),
        (true, ..) => return None,
        (false, ..) => (other, one),
    };
    let read = |at: usize| surroundings(text, facts, &facts.quantities[at]);
    let common = common(places, &read(one), &read(other));
    let shared = common.around + 0.2 * common.after;
    let slip = is_slip_of(a, b)
        && (is_transposed(a.value, b.value) || is_shifted(a.value, b.value) || is_one_digit_off(a.value, b.value));
    // Values that are no slips of each other are two of one quantity where they are of a size.
    let (size, of) = (a.value.approximate(), b.value.approximate());
    if !slip && size.max(of) > 3.0 * size.min(of) {
        return None;
    }
    let least = match (slip, compared) {
        (true, true) => SLIP_COMMON,
        (false, true) => OTHER_COMMON,
        // Where no reference tells which of the two is right, only exchanged digits tell that one is wrong.
        (_, false) if is_transposed(a.value, b.value) => ALONE_COMMON,
        (_, false) => return None,
    };
    let strength = 0.4 + 0.4 * shared + if slip { 0.15 } else { 0.0 };
    (shared >= least).then_some(OwnFault {
        quantity: wrong,
        other: Some(right),
        contradiction: Contradiction::TwoValues,
        strength: strength.min(0.9),
    })
}

fn is_amount(quantity: &Quantity) -> bool {
    let sort = matches!(quantity.measure, Measure::Count | Measure::Money(_) | Measure::Unit(_));
    sort && quantity.value > Decimal::whole(9) && quantity.bound == Bound::Exact && quantity.parts.is_none()
}

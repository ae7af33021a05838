//! What differs between two forms of one text, token by token, and which place of one is which of the other.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::text::span::Span;

/// Gaps between matches of more cells than this are not looked into: they count as changed from end to end.
const MOST_CELLS: usize = 1_000_000;

/// How often a gap is cut up at tokens that both sides have once.
const MOST_CUTS: usize = 12;

/// A stretch of two texts that is the same in both, or not; either side may be empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Stretch {
    pub before: Span,
    pub after: Span,
    pub same: bool,
    /// Tokens of `after`.
    tokens: usize,
}

/// The stretches of two texts, in order. An empty side lies right behind the token before it.
pub(super) fn stretches(before: &str, after: &str) -> Vec<Stretch> {
    stretches_of(before, after, words)
}

/// The places that differ, with at most one unchanged token inside; looks closer where the words are the same: at what
/// stands between spaces, then at characters.
pub(super) fn changes(before: &str, after: &str) -> Vec<(Span, Span)> {
    let mut stretches = Vec::new();
    for cut in [words, between_spaces, characters] {
        stretches = stretches_of(before, after, cut);
        if stretches.iter().any(|stretch| !stretch.same) {
            break;
        }
    }
    let mut changes: Vec<(Span, Span)> = Vec::new();
    let mut unchanged = usize::MAX;
    for stretch in stretches {
        if stretch.same {
            unchanged = stretch.tokens;
            continue;
        }
        match changes.last_mut() {
            Some((old, new)) if unchanged <= 1 => {
                *old = old.join(stretch.before);
                *new = new.join(stretch.after);
            }
            _ => changes.push((stretch.before, stretch.after)),
        }
        unchanged = 0;
    }
    changes
}

/// Finds the place in the text before a change for a place behind it.
pub(super) struct Mapping {
    stretches: Vec<Stretch>,
    end: u32,
}

impl Mapping {
    pub(super) fn new(before: &str, after: &str) -> Mapping {
        Mapping { stretches: stretches(before, after), end: before.len() as u32 }
    }

    /// The span that the words of a span of the later text had; that of what they replace where they are new.
    pub(super) fn back(&self, span: Span) -> Span {
        // Both sides of an unchanged stretch hold the same tokens and may differ in the white space between them only.
        let start = match self.around(span.start) {
            Around::Same(one) => one.before.start + (span.start - one.after.start).min(one.before.len() as u32),
            Around::Changed(one) => one.before.start,
            Around::Between(place) => place,
        };
        let end = match self.around(span.end) {
            Around::Same(one) => one.before.end - (one.after.end - span.end).min(one.before.len() as u32),
            Around::Changed(one) => one.before.end,
            Around::Between(place) => place,
        };
        Span { start, end: end.max(start) }
    }

    /// The stretch at a place of the later text; an unchanged one where one begins or ends there.
    fn around(&self, at: u32) -> Around {
        let first = self.stretches.partition_point(|stretch| stretch.after.end < at);
        let mut around = Around::Between(self.end);
        for stretch in &self.stretches[first..] {
            if stretch.after.start > at {
                if let Around::Between(_) = around {
                    around = Around::Between(stretch.before.start);
                }
                break;
            }
            if stretch.same {
                return Around::Same(*stretch);
            }
            around = Around::Changed(*stretch);
        }
        around
    }
}

/// What is at a place.
enum Around {
    Same(Stretch),
    Changed(Stretch),
    /// White space; the place in the earlier text.
    Between(u32),
}

fn stretches_of(before: &str, after: &str, cut: fn(&str) -> Vec<Span>) -> Vec<Stretch> {
    let (old, new) = (cut(before), cut(after));
    let old_words: Vec<&str> = old.iter().map(|span| &before[span.range()]).collect();
    let new_words: Vec<&str> = new.iter().map(|span| &after[span.range()]).collect();
    let mut matches = Vec::new();
    match_tokens(&old_words, &new_words, (0..old.len(), 0..new.len()), MOST_CUTS, &mut matches);
    let span_of = |spans: &[Span], tokens: Range<usize>| match spans.get(tokens.clone()) {
        Some([first, .., last]) => first.join(*last),
        Some([one]) => *one,
        _ => Span::empty(tokens.start.checked_sub(1).map_or(0, |at| spans[at].end)),
    };
    let mut stretches = Vec::new();
    let mut push = |olds: Range<usize>, news: Range<usize>, same: bool| {
        if !olds.is_empty() || !news.is_empty() {
            let tokens = news.len();
            stretches.push(Stretch { before: span_of(&old, olds), after: span_of(&new, news), same, tokens });
        }
    };
    let (mut from_old, mut from_new, mut at) = (0, 0, 0);
    while let Some((first_old, first_new)) = matches.get(at).copied() {
        let mut length = 1;
        while matches.get(at + length) == Some(&(first_old + length, first_new + length)) {
            length += 1;
        }
        push(from_old..first_old, from_new..first_new, false);
        push(first_old..first_old + length, first_new..first_new + length, true);
        (from_old, from_new, at) = (first_old + length, first_new + length, at + length);
    }
    push(from_old..old.len(), from_new..new.len(), false);
    stretches
}

/// Matches equal tokens in order: both ends first, then tokens that either side has once, then as many as there are.
fn match_tokens(
    old: &[&str],
    new: &[&str],
    (mut olds, mut news): (Range<usize>, Range<usize>),
    cuts: usize,
    matches: &mut Vec<(usize, usize)>,
) {
    while !olds.is_empty() && !news.is_empty() && old[olds.start] == new[news.start] {
        matches.push((olds.start, news.start));
        (olds.start, news.start) = (olds.start + 1, news.start + 1);
    }
    let ends = (olds.end, news.end);
    while !olds.is_empty() && !news.is_empty() && old[olds.end - 1] == new[news.end - 1] {
        (olds.end, news.end) = (olds.end - 1, news.end - 1);
    }
    let anchors = if cuts > 0 { anchors(old, new, &olds, &news) } else { Vec::new() };
    if anchors.is_empty() {
        most_matches(old, new, &olds, &news, matches);
    } else {
        let (mut from_old, mut from_new) = (olds.start, news.start);
        for (one, other) in anchors {
            match_tokens(old, new, (from_old..one, from_new..other), cuts - 1, matches);
            matches.push((one, other));
            (from_old, from_new) = (one + 1, other + 1);
        }
        match_tokens(old, new, (from_old..olds.end, from_new..news.end), cuts - 1, matches);
    }
    matches.extend((olds.end..ends.0).zip(news.end..ends.1));
}

/// The longest run, in order, of tokens that stand once on either side (Cohen's patience diff).
fn anchors(old: &[&str], new: &[&str], olds: &Range<usize>, news: &Range<usize>) -> Vec<(usize, usize)> {
    let mut places: BTreeMap<&str, [Vec<usize>; 2]> = BTreeMap::new();
    for (side, tokens, range) in [(0, old, olds), (1, new, news)] {
        for at in range.clone() {
            places.entry(tokens[at]).or_default()[side].push(at);
        }
    }
    let mut once: Vec<(usize, usize)> = Vec::new();
    for sides in places.values() {
        if let [[one], [other]] = [sides[0].as_slice(), sides[1].as_slice()] {
            once.push((*one, *other));
        }
    }
    once.sort_unstable();
    // For each length the run that ends earliest, as a position in `once`, and for each the one before it.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (at, (_, other)) in once.iter().enumerate() {
        let length = ends.partition_point(|end| once[*end].1 < *other);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        ends.truncate(ends.len().max(length));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut run = Vec::new();
    let mut at = ends.last().copied();
    while let Some(place) = at {
        run.push(once[place]);
        at = before[place];
    }
    run.reverse();
    run
}

/// The longest common subsequence, where the gap is not too large for it.
fn most_matches(
    old: &[&str],
    new: &[&str],
    olds: &Range<usize>,
    news: &Range<usize>,
    matches: &mut Vec<(usize, usize)>,
) {
    let width = news.len() + 1;
    if olds.is_empty() || news.is_empty() || (olds.len() + 1).saturating_mul(width) > MOST_CELLS {
        return;
    }
    // How many matches there are from here to the end.
    let mut most = vec![0_u32; (olds.len() + 1) * width];
    for one in (0..olds.len()).rev() {
        for other in (0..news.len()).rev() {
            most[one * width + other] = if old[olds.start + one] == new[news.start + other] {
                most[(one + 1) * width + other + 1] + 1
            } else {
                most[(one + 1) * width + other].max(most[one * width + other + 1])
            };
        }
    }
    let (mut one, mut other) = (0, 0);
    while one < olds.len() && other < news.len() {
        if old[olds.start + one] == new[news.start + other] {
            matches.push((olds.start + one, news.start + other));
            (one, other) = (one + 1, other + 1);
        } else if most[(one + 1) * width + other] >= most[one * width + other + 1] {
            one += 1;
        } else {
            other += 1;
        }
    }
}

/// Words with their inner apostrophes, figures with their inner separators, and every other visible character.
fn words(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = if c.is_alphanumeric() { word_end(text, at) } else { at + c.len_utf8() };
        if !c.is_whitespace() {
            spans.push(Span::new(at, end));
        }
        at = end;
    }
    spans
}

fn word_end(text: &str, start: usize) -> usize {
    let mut last = ' ';
    let mut characters = text[start..].char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map_or(' ', |(_, next)| *next);
        let joins = match c {
            '\'' | '’' => next.is_alphabetic(),
            '.' | ',' | ':' => last.is_ascii_digit() && next.is_ascii_digit(),
            _ => c.is_alphanumeric(),
        };
        if !joins {
            return start + at;
        }
        last = c;
    }
    text.len()
}

fn between_spaces(text: &str) -> Vec<Span> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace().map(|word| Span::new(start(word), start(word) + word.len())).collect()
}

fn characters(text: &str) -> Vec<Span> {
    text.char_indices().map(|(at, c)| Span::new(at, at + c.len_utf8())).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::eval::diff::{Mapping, changes};
    use crate::text::span::Span;

    fn changed<'a>(before: &'a str, after: &'a str) -> Vec<(&'a str, &'a str)> {
        changes(before, after).iter().map(|(old, new)| (&before[old.range()], &after[new.range()])).collect()
    }

    #[test]
    fn changed_words_are_found_and_neighbours_made_one() {
        assert_eq!(changed("He met 17 men.", "He met 71 men."), [("17", "71")]);
        assert_eq!(changed("a b c d e f", "a x c y e f"), [("b c d", "x c y")]);
        assert_eq!(changed("the mayor came home", "mayor came home late"), [("the", ""), ("", "late")]);
        assert_eq!(changed("in food.", "in food ."), [("food.", "food .")]);
        assert_eq!(changed("a  b", "a b"), [(" ", "")]);
        assert_eq!(changed("same", "same"), []);
        assert_eq!(changed("", "new"), [("", "new")]);
    }

    #[test]
    fn a_place_is_found_again_in_the_earlier_text() {
        let (before, after) = ("He met seventeen men in Rome.", "He did not meet men in Rome.");
        let mapping = Mapping::new(before, after);
        let back = |words: &str| {
            let start = after.find(words).expect("the words are there");
            &before[mapping.back(Span::new(start, start + words.len())).range()]
        };
        assert_eq!((back("Rome"), back("men in"), back("not meet")), ("Rome", "men in", "met seventeen"));
    }

    proptest! {
        #[test]
        fn what_is_not_changed_is_the_same(before in "[ab .]{0,40}", after in "[ab .é]{0,40}") {
            let (mut one, mut other) = (0, 0);
            for (old, new) in changes(&before, &after) {
                let shared = |text: &str, from: usize, to: u32| text[from..to as usize].split_whitespace().collect::<String>();
                prop_assert_eq!(shared(&before, one, old.start), shared(&after, other, new.start));
                (one, other) = (old.end as usize, new.end as usize);
            }
            for at in after.char_indices().map(|(at, _)| at) {
                let place = Mapping::new(&before, &after).back(Span::new(at, after.len()));
                prop_assert!(place.start <= place.end && place.end as usize <= before.len());
            }
        }
    }
}

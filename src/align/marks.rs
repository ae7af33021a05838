//! Punctuation marks inside a sentence that part what belongs together.

use crate::align::mark_neighbours::neighbour_odds;
use crate::align::mark_odds::{Placed, misplaced_odds};
use crate::align::odds::{probability, yes};
use crate::align::sentences::{Bead, PairKind, beads_of_candidate};
use crate::align::texts::tokens_of;
use crate::align::words::Links;
use crate::lexicon::Lexicon;
use crate::lexicon::abbreviations::Ending;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// A mark that is likely misplaced.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct MisplacedMark {
    /// The mark, as a token of the candidate.
    pub token: usize,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// Weaker faults than this are not told: in one segment and its reference, and elsewhere.
const LEAST_STRENGTH: f64 = 0.45;
const LEAST_IN_TEXT: f64 = 0.6;

/// How sure it is behind a word that no mark can follow.
const CERTAIN: f64 = 0.985;

/// The marks of the candidate that are likely misplaced.
#[must_use]
pub fn misplaced_marks(
    texts: (&Text<'_>, &Text<'_>),
    beads: &[Bead],
    links: &Links,
    kind: PairKind,
    lexicon: &Lexicon,
) -> Vec<MisplacedMark> {
    let (reference, candidate) = texts;
    let bead_of = beads_of_candidate(beads, candidate.sentences.len());
    let mut found = Vec::new();
    for at in 1..candidate.tokens.len().saturating_sub(1) {
        let token = &candidate.tokens[at];
        if token.kind != TokenKind::Mark || token.spaced || !is_known(&token.folded) {
            continue;
        }
        let (before, after) = (&candidate.tokens[at - 1], &candidate.tokens[at + 1]);
        // Behind a comma only a mark of another kind can stand.
        let doubled = before.is_mark(",") && !matches!(token.folded.as_str(), "," | "." | ";" | ":" | "’" | "”");
        let bound = before.kind != TokenKind::Mark
            || matches!(before.folded.as_str(), "%" | ")" | "]")
            || doubled && !before.spaced;
        let free = after.kind != TokenKind::Mark || matches!(after.folded.as_str(), "(" | "“" | "\"");
        let natural = token.is_mark("-") && matches!(after.folded.as_str(), "and" | "or" | "to" | "but")
            || matches!(token.folded.as_str(), "'" | "’") && takes_apostrophe(before);
        // "the firm, who had been paid": a clause that only adds.
        let adds = token.is_mark(",")
            && matches!(after.folded.as_str(), "who" | "whom" | "whose" | "which" | "where" | "when");
        let aside = token.is_mark(",") && is_aside(candidate, at);
        // "Well! No": between articles a capital letter behind such a mark begins a sentence.
        let ends = matches!(token.folded.as_str(), "!" | "?") && after.is_capitalised() && !kind.is_parallel();
        if !bound || !after.spaced || !free || natural || adds || aside || ends {
            continue;
        }
        let paragraph = |at: usize| candidate.sentences[candidate.sentence_of(at)].paragraph;
        if token.is_mark(".") && is_abbreviation(before, lexicon) || paragraph(at) != paragraph(at + 1) {
            continue;
        }
        let bead = bead_of[candidate.sentence_of(at)].map(|bead| &beads[bead]);
        let ratio = lexicon.side_by_side.ratio(&before.folded, &after.folded).unwrap_or(0.0);
        let placed = read((reference, candidate), at, bead, links, (kind, ratio));
        let certain = is_bound(before, token) && placed.marked == 0.0;
        let strength = if certain { CERTAIN } else { probability(misplaced_odds(&placed)) };
        let least = if kind == PairKind::Segment { LEAST_STRENGTH } else { LEAST_IN_TEXT };
        if strength >= least {
            found.push(MisplacedMark { token: at, strength });
        }
    }
    found
}

/// "So far, more than", "After that, he", "or, in extreme cases, burn": a comma behind a short phrase that opens the
/// sentence, or the first of two around what is said by the way.
fn is_aside(candidate: &Text<'_>, at: usize) -> bool {
    let sentence = &candidate.sentences[candidate.sentence_of(at)].tokens;
    let can = |token: &Token, class: Classes| token.can_be(class);
    let first = &candidate.tokens[sentence.start];
    let (before, after) = (&candidate.tokens[at - 1], &candidate.tokens[at + 1]);
    let phrase = can(first, Classes::ADVERB) || can(first, Classes::PREPOSITION);
    let opening = phrase && (1..=2).contains(&(at - sentence.start)) && !can(before, Classes::DETERMINER);
    let opening = opening && (!can(before, Classes::PREPOSITION) || can(before, Classes::ADVERB));
    let closes = candidate.tokens[at + 1..sentence.end].iter().take(6).any(|token| token.is_mark(","));
    let linked = matches!(before.folded.as_str(), "and" | "or" | "but" | "that" | "are" | "is" | "was");
    opening || linked && can(after, Classes::PREPOSITION) && closes
}

/// "e.g." and "etc." keep their stop inside a sentence.
fn is_abbreviation(word: &Token, lexicon: &Lexicon) -> bool {
    word.is_word()
        && (word.folded.chars().count() == 1
            || matches!(word.folded.as_str(), "etc" | "jr" | "sr" | "vs" | "inc" | "ltd" | "corp" | "co" | "wm")
            || lexicon.abbreviations.is_known(&word.folded) && word.word.is_none()
            || lexicon.abbreviations.ending(&word.folded, word.is_capitalised()) == Ending::Never)
}

/// Whether no such mark can stand behind this word: "the," and "and;".
fn is_bound(word: &Token, mark: &Token) -> bool {
    let plain = word.is_word() && word.case != Case::Upper && !word.possessive;
    let article = matches!(
        word.folded.as_str(),
        "the" | "an" | "than" | "been" | "every" | "its" | "their" | "my" | "your" | "our"
    );
    let link = matches!(word.folded.as_str(), "and" | "or")
        && !matches!(mark.folded.as_str(), "," | "-" | "\"" | "'" | "’" | "”" | "." | ":");
    plain
        && word.case == Case::Lower
        && (article && !matches!(mark.folded.as_str(), "-" | "\"" | "”" | "." | "'" | "’") || link)
        || plain && word.folded == "the" && mark.is_mark(",")
}

/// The owners, the clipped words and the feet and minutes behind which an apostrophe is right.
fn takes_apostrophe(word: &Token) -> bool {
    const CLIPPED: &[&str] =
        &["o", "d", "l", "y", "n", "t", "th", "an", "ol", "lil", "wi", "ma", "po", "fo", "el", "al"];
    match word.kind {
        TokenKind::Number | TokenKind::Foreign => true,
        TokenKind::Mark => false,
        TokenKind::Word => {
            let ends = |letters: &[char]| word.folded.ends_with(letters);
            let owner = ends(&['s', 'z', 'x']) && !word.folded.ends_with("'s") && !word.folded.ends_with("’s");
            let dropped = word.folded.chars().count() > 3 && word.folded.ends_with("in") && word.word.is_none();
            let foreign = word.word.is_none() && !word.is_capitalised();
            owner || dropped || foreign || CLIPPED.contains(&word.folded.as_str())
        }
    }
}

fn is_known(mark: &str) -> bool {
    matches!(mark, "," | "." | ";" | ":" | "!" | "?" | "'" | "’" | "\"" | "”" | "-" | "@" | "^" | "~")
}

fn read(
    (reference, candidate): (&Text<'_>, &Text<'_>),
    at: usize,
    bead: Option<&Bead>,
    links: &Links,
    (kind, ratio): (PairKind, f64),
) -> Placed {
    let tokens = &candidate.tokens;
    let (mark, before, after) = (tokens[at].folded.as_str(), &tokens[at - 1], &tokens[at + 1]);
    let sentence = &candidate.sentences[candidate.sentence_of(at)];
    let ours = bead.map_or(0..0, |bead| tokens_of(reference, &bead.reference));
    let theirs = bead.map_or(0..0, |bead| tokens_of(candidate, &bead.candidate));
    let same = |text: &Text<'_>, range: std::ops::Range<usize>| {
        text.tokens[range]
            .iter()
            .filter(|token| token.folded == mark || is_quote(mark) && is_quote(&token.folded))
            .count()
    };
    let (count_ours, count_theirs) = (same(reference, ours.clone()), same(candidate, theirs));
    let linked =
        |place: usize| links.of_candidate[place].filter(|link| !link.by.is_opposition()).map(|link| link.other);
    let (left, right) = (linked(at - 1), linked(at + 1));
    let plain = |from: usize, to: usize| {
        from < to && to - from <= 3 && reference.tokens[from + 1..to].iter().all(|token| token.kind != TokenKind::Mark)
    };
    let together = matches!((left, right), (Some(left), Some(right)) if plain(left, right));
    let next = matches!((left, right), (Some(left), Some(right)) if right == left + 1);
    let marked = left
        .is_some_and(|left| reference.tokens.get(left + 1).is_some_and(|token| token.kind == TokenKind::Mark))
        || right.is_some_and(|right| right > 0 && reference.tokens[right - 1].kind == TokenKind::Mark);
    let lower = after.is_word() && after.case == Case::Lower;
    let earlier = &tokens[sentence.tokens.start..at];
    // A closing mark has its opening one before it in the sentence.
    let opens = |token: &Token| {
        if is_quote(mark) { is_quote(&token.folded) } else { matches!(token.folded.as_str(), "'" | "‘" | "’") }
    };
    let quotes = earlier.iter().filter(|token| opens(token)).count();
    let binds = matches!(
        after.folded.as_str(),
        "of" | "to"
            | "than"
            | "is"
            | "was"
            | "are"
            | "were"
            | "be"
            | "been"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "can"
            | "not"
    );
    let rest = &tokens[at + 1..sentence.tokens.end];
    // ", of course,": a parenthesis that ends soon, or one that began shortly before.
    let closed = mark == ","
        && (rest.iter().take(5).any(|token| token.is_mark(","))
            || tokens[at.saturating_sub(5).max(sentence.tokens.start)..at].iter().any(|token| token.is_mark(",")));
    let clause = rest.iter().take(6).any(|token| {
        token.can_be(Classes::AUXILIARY)
            || token.word.is_some_and(|word| word.past && word.first_class == Classes::VERB)
    });
    let is = |marks: &[&str]| yes(marks.contains(&mark));
    Placed {
        neighbours: neighbour_odds(mark, before, after),
        attracted: ratio.clamp(0.0, 5.0),
        avoided: (-ratio).clamp(0.0, 4.0),
        comma: is(&[","]),
        stop: is(&["."]),
        colon: is(&[":"]),
        semicolon: is(&[";"]),
        question: is(&["?"]),
        exclamation: is(&["!"]),
        apostrophe: is(&["'", "’"]),
        quote: yes(is_quote(mark)),
        hyphen: is(&["-"]),
        referenced: yes(bead.is_some()),
        segment: yes(kind == PairKind::Segment),
        binds: yes(binds),
        lower: yes(lower),
        plural: yes(before.folded.ends_with('s')),
        opened: yes(quotes % 2 == 1),
        suspended: yes(matches!(after.folded.as_str(), "and" | "or" | "to")),
        more: yes(count_theirs > count_ours),
        none: yes(bead.is_some() && count_ours == 0),
        together: yes(together),
        next: yes(next),
        marked: yes(marked),
        linked: yes(left.is_some() && right.is_some()),
        closed: yes(closed),
        clause: yes(clause),
        early: yes(at - sentence.tokens.start <= 2),
        late: yes(sentence.tokens.end - at <= 3),
    }
}

fn is_quote(mark: &str) -> bool {
    matches!(mark, "\"" | "”" | "“")
}

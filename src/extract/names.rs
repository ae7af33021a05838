//! Reading the names of a text: runs of capitals, divided at titles, joined over particles and hyphens.

use std::collections::HashSet;
use std::ops::Range;

use crate::extract::known_names::{KnownNames, token_key};
use crate::extract::name::{Identity, Name, NameKind, NameWord, kind_of};
use crate::lexicon::Lexicon;
use crate::lexicon::gazetteer::FormStatus;
use crate::lexicon::measures::CalendarWord;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::{Case, Token, TokenKind, hyphen_joins};

/// Longest run of capitals that is read as one; a longer one is a heading or no text at all.
const LONGEST_RUN: usize = 24;

/// Small words that stand inside names.
const PARTICLES: [&str; 34] = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "el", "al", "bin", "ibn", "bint", "abu",
    "van", "von", "der", "den", "ter", "ten", "zu", "y", "e", "ul", "ur", "af", "av", "o", "mac", "dal", "des",
];

/// All names of a text in order; they do not overlap.
#[must_use]
pub fn names(text: &Text<'_>, lexicon: &Lexicon, known: &KnownNames<'_>) -> Vec<Name> {
    let reader = Reader { text, lexicon, known, confirmed: confirmed_capitals(text) };
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let Some(run) = reader.run_from(at) else {
            at += 1;
            continue;
        };
        at = run.end;
        reader.divide(run, &mut found);
    }
    found
}

/// Words that stand with a capital where only a name has one.
fn confirmed_capitals(text: &Text<'_>) -> HashSet<String> {
    let mut confirmed = HashSet::new();
    for sentence in text.sentences.iter().filter(|sentence| !sentence.title_case) {
        for at in sentence.tokens.clone() {
            let token = &text.tokens[at];
            if token.is_capitalised() && !text.starts_sentence(at) {
                confirmed.insert(token.folded.clone());
            }
        }
    }
    confirmed
}

/// "Brrr", "Aaah": one letter three times.
fn is_cry(folded: &str) -> bool {
    let letters: Vec<char> = folded.chars().collect();
    letters.windows(3).any(|three| three[0] == three[1] && three[1] == three[2] && three[0].is_alphabetic())
}

struct Reader<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    known: &'a KnownNames<'a>,
    confirmed: HashSet<String>,
}

impl Reader<'_> {
    fn token(&self, at: usize) -> &Token {
        &self.text.tokens[at]
    }

    /// The run of name words that begins at a token, if one does.
    fn run_from(&self, at: usize) -> Option<Range<usize>> {
        if !self.can_begin(at) {
            return None;
        }
        let sentence = &self.text.sentences[self.text.sentence_of(at)];
        let limit = sentence.tokens.end.min(at + LONGEST_RUN);
        let mut end = at + 1;
        if let Some((length, _)) = self.known.longest(self.text, at) {
            end = end.max(at + length).min(limit);
        }
        while let Some(next) = self.next_word(end, limit) {
            end = next;
        }
        Some(at..end)
    }

    fn can_begin(&self, at: usize) -> bool {
        let token = self.token(at);
        if !token.is_capitalised() || self.is_calendar(at) || is_cry(&token.folded) {
            return false;
        }
        if self.known.longest(self.text, at).is_some_and(|(length, _)| length > 1) {
            return true;
        }
        if token.folded.len() == 1 {
            let dotted = self.text.tokens.get(at + 1).is_some_and(|next| next.is_mark(".") && !next.spaced);
            return dotted && token.folded != "i" && self.text.tokens.get(at + 2).is_some_and(Token::is_capitalised);
        }
        !token.is_function() || token.case == Case::Upper && self.known.longest(self.text, at).is_some()
    }

    /// Months and weekdays, unless the month is plainly a person ("May" behind a title is left to the gazetteer).
    fn is_calendar(&self, at: usize) -> bool {
        matches!(
            self.lexicon.measures.calendar(&self.token(at).folded),
            Some(CalendarWord::Month(_) | CalendarWord::Weekday(_))
        )
    }

    /// The end of the run with the next word added, if one belongs to it.
    fn next_word(&self, end: usize, limit: usize) -> Option<usize> {
        let last = self.token(end - 1);
        if last.possessive && !last.word.is_some_and(|word| word.tier <= 40 && word.classes.any(Classes::NOUN)) {
            return None;
        }
        let next = self.text.tokens.get(end).filter(|_| end < limit)?;
        if hyphen_joins(&self.text.tokens, end - 1) && end + 1 < limit {
            let joined = self.token(end + 1);
            let digits = joined.kind == TokenKind::Number;
            return (joined.is_capitalised() || digits).then_some(end + 2);
        }
        if next.is_mark(".") && !next.spaced && last.folded.len() <= 2 && last.is_capitalised() {
            let after = self.text.tokens.get(end + 1).filter(|_| end + 1 < limit)?;
            return (after.is_capitalised() && !after.is_function()).then_some(end + 2);
        }
        if next.is_capitalised() && next.spaced {
            // A capital on a small word inside a run makes it a part of the name ("Uhrahhuma Such").
            let plain = (!next.is_function() || next.folded.len() > 3) && !self.is_calendar(end);
            return plain.then_some(end + 1);
        }
        self.over_particles(end, limit)
    }

    /// "Omar al-Bashir", "Bank of England": small words between two capitals.
    fn over_particles(&self, end: usize, limit: usize) -> Option<usize> {
        let mut at = end;
        while at < limit && at < end + 3 {
            let token = self.token(at);
            let particle = PARTICLES.contains(&token.folded.as_str()) && token.case == Case::Lower;
            let of = token.folded == "of" && at == end && (self.takes_of(end - 1) || self.is_office(end - 1));
            let the = token.folded == "the"
                && (at > end && self.token(at - 1).folded == "of" || at == end && self.is_epithet(end));
            let hyphen = token.is_mark("-") && !token.spaced && at > end;
            if !particle && !of && !the && !hyphen {
                break;
            }
            at += 1;
        }
        let next = self.text.tokens.get(at).filter(|_| at > end && at < limit)?;
        (next.is_capitalised() && !next.is_function() && !self.is_calendar(at)).then_some(at + 1)
    }

    /// "Secretary of State": the words around an "of" are a title.
    fn is_office(&self, at: usize) -> bool {
        let words: Vec<&str> = self.text.tokens[at..].iter().take(3).map(|token| token.folded.as_str()).collect();
        words.len() == 3 && self.lexicon.titles.find(&words).is_some()
    }

    /// "Bank of England" is one name, "Marta Iglesias of Spain" is a name and a place.
    fn takes_of(&self, at: usize) -> bool {
        let last = self.token(at);
        if self.lexicon.titles.head(&last.folded).is_some() {
            return true;
        }
        // "Deshmukh of the Meteorological Department" is a person and a body.
        if last.word.is_none() && self.text.tokens.get(at + 2).is_some_and(|next| next.folded == "the") {
            return false;
        }
        // "Beatrix Edlinger of Danubia Research" is a person and a firm.
        let before = at.checked_sub(1).map(|before| self.token(before));
        if before.is_some_and(|given| {
            given.is_capitalised()
                && last.spaced
                && last.word.is_none()
                && self.lexicon.name_parts.is_given(&given.folded)
        }) {
            return false;
        }
        let next = (at + 2..at + 4).find(|next| self.text.tokens.get(*next).is_some_and(Token::is_capitalised));
        let place = next.is_some_and(|next| self.known.longest(self.text, next).is_some());
        !place && (last.word.is_none_or(|word| word.tier > 35) || !self.text.starts_sentence(at))
    }

    /// "Serhii the Tailor": a name, "the", and a common word with a capital.
    fn is_epithet(&self, at: usize) -> bool {
        let (last, next) = (self.token(at - 1), self.text.tokens.get(at + 1));
        let common = next.is_some_and(|next| next.case == Case::Capital && next.word.is_some() && !next.is_function());
        let known = self.known.longest(self.text, at - 1).is_some();
        common
            && last.word.is_none()
            && last.case == Case::Capital
            && !known
            && self.lexicon.titles.head(&last.folded).is_none()
    }

    /// Cuts a run at titles and at adjectives of places, and keeps the names.
    fn divide(&self, run: Range<usize>, found: &mut Vec<Name>) {
        let mut start = run.start;
        let mut title = self.title_before(run.start);
        while start < run.end {
            if let Some((length, identity)) = self.known.longest(self.text, start) {
                let end = start + length;
                let adjective = identity.status == FormStatus::Related;
                let goes_on = end < run.end && self.title_at(end, run.end).is_none();
                if end >= run.end || !goes_on || (adjective && self.stands_alone(start, end, run.end)) {
                    self.keep(start..end.min(run.end), &title, found);
                    start = end;
                    continue;
                }
            }
            if let Some((phrase, length)) = self.title_at(start, run.end)
                && (start + length < run.end || self.token(start).is_capitalised())
            {
                title = phrase;
                start += length;
                // "Minister of Defence": the small words between a title and a name are part of neither.
                while start < run.end && !self.token(start).is_capitalised() {
                    start += 1;
                }
                continue;
            }
            let mut end = start + 1;
            while end < run.end && self.title_at(end, run.end).is_none_or(|(_, length)| end + length >= run.end) {
                end += 1;
            }
            self.keep(start..end, &title, found);
            title = String::new();
            start = end;
        }
    }

    /// Whether the adjective of a place is no part of the name behind it: "French" of "French Macron" is none, "Turkish"
    /// of "Turkish Red Crescent" is one.
    fn stands_alone(&self, start: usize, end: usize, limit: usize) -> bool {
        if self.known.longest(self.text, end).is_some_and(|(length, _)| end + length >= limit) {
            return true;
        }
        let generic = (start..limit).any(|at| self.lexicon.titles.head(&self.token(at).folded).is_some());
        let given = self.lexicon.name_parts.has(&self.token(end).folded) && self.token(end).tier() > 40;
        given && !generic
    }

    /// The title that begins at a token and ends before `limit`, with its length.
    fn title_at(&self, at: usize, limit: usize) -> Option<(String, usize)> {
        let titles = &self.lexicon.titles;
        for length in (1..=titles.longest().min(limit.saturating_sub(at))).rev() {
            let words: Vec<&str> =
                self.text.tokens[at..at + length].iter().map(|token| token.folded.as_str()).collect();
            if let Some(title) = titles.find(&words) {
                // "Man" and "Lion" inside a name are parts of it; only offices and honorifics end one.
                if length == 1 && matches!(title.class, "other" | "family" | "sport") {
                    continue;
                }
                let dot = usize::from(
                    self.text.tokens.get(at + length).is_some_and(|next| next.is_mark(".") && !next.spaced),
                );
                return Some((title.phrase.to_lowercase(), length + dot));
            }
        }
        None
    }

    /// A title in small letters right before a run ("spokesman Dmitry Peskov", "Dr. Mali").
    fn title_before(&self, at: usize) -> String {
        let mut end = at;
        if end > 0 && self.token(end - 1).is_mark(".") {
            end -= 1;
        }
        for length in (1..=3).rev() {
            let Some(start) = end.checked_sub(length) else { continue };
            let words: Vec<&str> = self.text.tokens[start..end].iter().map(|token| token.folded.as_str()).collect();
            if let Some(title) = self.lexicon.titles.find(&words) {
                return title.phrase.to_lowercase();
            }
        }
        String::new()
    }

    /// A title behind a comma ("Elif Aksoy, the mayor").
    fn title_after(&self, end: usize) -> String {
        if !self.text.tokens.get(end).is_some_and(|token| token.is_mark(",")) {
            return String::new();
        }
        let skip = usize::from(self.text.tokens.get(end + 1).is_some_and(|token| token.folded == "the"));
        let start = end + 1 + skip;
        let limit = (start + 3).min(self.text.tokens.len());
        if start >= limit { String::new() } else { self.title_at(start, limit).map_or(String::new(), |found| found.0) }
    }

    fn keep(&self, range: Range<usize>, title: &str, found: &mut Vec<Name>) {
        let Some(range) = self.without_plain_start(range) else { return };
        let words: Vec<NameWord> = range.clone().filter_map(|token| self.name_word(token)).collect();
        if words.is_empty() {
            return;
        }
        let identity = self.identity(&range);
        let only = self.token(range.start);
        let acronym = range.len() == 1 && only.case == Case::Upper && only.folded.len() <= 7;
        let title = if title.is_empty() { self.title_after(range.end) } else { title.to_owned() };
        let kind = self.kind(&range, &words, &title, identity);
        let sure = !self.text.starts_sentence(range.start)
            || range.len() > 1
            || self.confirmed.contains(&only.folded)
            || only.word.is_none();
        let span = self.name_span(&range);
        found.push(Name { tokens: range, span, words, title, kind, identity, acronym, sure });
    }

    fn name_word(&self, token: usize) -> Option<NameWord> {
        let read = self.token(token);
        let small = read.case == Case::Lower && read.kind == TokenKind::Word;
        let counts = matches!(read.kind, TokenKind::Word | TokenKind::Number) && !small;
        let key = token_key(read);
        (counts && !key.is_empty()).then_some(NameWord { key, token })
    }

    fn identity(&self, range: &Range<usize>) -> Option<Identity> {
        let (length, identity) = self.known.longest(self.text, range.start)?;
        (range.start + length == range.end).then_some(identity)
    }

    fn kind(&self, range: &Range<usize>, words: &[NameWord], title: &str, identity: Option<Identity>) -> NameKind {
        if let Some(identity) = identity {
            return kind_of(self.known.entry(identity));
        }
        if !title.is_empty() {
            return NameKind::Person;
        }
        let heads = [words.last(), words.first()];
        for head in heads.into_iter().flatten() {
            match self.lexicon.titles.head(&head.key) {
                Some("place") => return NameKind::Place,
                Some(_) if range.len() > 1 => return NameKind::Term,
                _ => {}
            }
        }
        let given = words.len() > 1 && self.lexicon.name_parts.has(&words[0].key);
        if given { NameKind::Person } else { NameKind::Unknown }
    }

    /// Leaves out a word that has its capital only from standing first.
    fn without_plain_start(&self, range: Range<usize>) -> Option<Range<usize>> {
        let mut start = range.start;
        let title_case = self.text.sentences[self.text.sentence_of(start)].title_case;
        while start < range.end {
            let known = self.known.longest(self.text, start);
            let token = self.token(start);
            if known.is_some_and(|(length, _)| length > 1 || token.word.is_none()) || token.word.is_none() {
                break;
            }
            let first = self.text.starts_sentence(start);
            if !first && !title_case || self.confirmed.contains(&token.folded) {
                break;
            }
            let tier = token.tier();
            let alone = start + 1 == range.end;
            let plain =
                token.is_function() || (known.is_none() && (alone || title_case || tier <= 35)) || tier <= 35 && alone;
            if !plain || known.is_some() && token.word.is_some_and(|word| word.tier > 50) {
                break;
            }
            start += 1;
            while start < range.end && !self.token(start).is_capitalised() {
                start += 1;
            }
        }
        (start < range.end).then_some(start..range.end)
    }

    /// The bytes of a name without a possessive ending.
    fn name_span(&self, range: &Range<usize>) -> Span {
        let mut span = self.text.span_of(range);
        if self.token(range.end - 1).possessive {
            let written = self.text.at(span);
            let bare = written.trim_end_matches(['s', 'S']).trim_end_matches(crate::lexicon::fold::is_apostrophe);
            if bare.len() < written.len() && !bare.is_empty() {
                span = Span::new(span.start as usize, span.start as usize + bare.len());
            }
        }
        span
    }
}

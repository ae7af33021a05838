//! Words of one kind that are said twice where one is meant: two conjunctions, two prepositions, a noun "of" itself.

use crate::extract::verb_forms::Slip;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// "Although …, but …" and "Because …, so …": both halves of a sentence are joined, by a conjunction each.
#[must_use]
pub fn doubled_conjunctions(text: &Text<'_>) -> Vec<Slip> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        let tokens = text.tokens_of(sentence);
        let start = tokens.iter().take_while(|token| !token.is_word()).count();
        let word = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
        let first = start + usize::from(word(start) == "even");
        let even = first > start;
        let closing: &[&str] = match word(first) {
            "if" if even => &["but", "yet"],
            "despite" => &["but", "yet"],
            "as" if tokens.get(first + 1).is_some_and(begins_clause) => &["so"],
            "although" | "though" => &["but", "yet"],
            "because" => &["so", "therefore", "thus"],
            "since" => &["so", "therefore"],
            _ => continue,
        };
        // The first comma ends the first half for certain; the next ones do where only names are listed between.
        let mut commas = (first..tokens.len()).filter(|at| tokens[*at].is_mark(","));
        let Some(comma) = commas.next() else { continue };
        let listed = |end: usize| !tokens[comma + 1..end].iter().any(is_finite);
        let ends = std::iter::once(comma).chain(commas.take_while(|end| listed(*end)));
        let so = |next: usize| word(next) == "so" && matches!(word(next + 1), "far" | "much" | "many" | "that" | "too");
        let finite = word(first) == "despite" || tokens[first + 1..comma].iter().any(is_finite);
        let mut closed = ends.map(|comma| comma + 1).filter(|next| closing.contains(&word(*next)) && !so(*next));
        let doubled = closed.find(|next| finite && tokens.get(next + 1).is_some_and(begins_clause));
        if let Some(next) = doubled {
            let at = sentence.tokens.start + next;
            found.push(Slip { tokens: at..at + 1, right: None, strength: 0.8 });
        }
    }
    found
}

fn is_finite(token: &Token) -> bool {
    token.can_be(Classes::AUXILIARY) || token.word.is_some_and(|word| word.past) || token.can_be(Classes::VERB)
}

fn begins_clause(token: &Token) -> bool {
    token.can_be(Classes::PRONOUN)
        || token.can_be(Classes::DETERMINER)
        || matches!(token.folded.as_str(), "only" | "even" | "nobody" | "everyone")
        || token.is_capitalised()
        || token.can_be(Classes::NOUN)
        || matches!(token.folded.as_str(), "the" | "a" | "an" | "his" | "her" | "its" | "their")
}

/// "in on the road", "to in Beijing": two prepositions before one noun.
#[must_use]
pub fn doubled_prepositions(text: &Text<'_>) -> Vec<Slip> {
    const PAIRS: [(&str, &[&str]); 10] = [
        ("in", &["at", "of", "from", "with", "to", "on"]),
        ("on", &["in", "at", "of", "about", "to"]),
        ("at", &["in", "on", "of", "from", "with"]),
        ("of", &["for", "to", "with", "on", "from"]),
        ("to", &["in", "at", "from", "of", "for", "on"]),
        ("with", &["of", "for", "from", "to"]),
        ("for", &["of", "with", "at"]),
        ("from", &["to", "of", "with"]),
        ("by", &["of", "from", "with"]),
        ("about", &["of", "to", "on"]),
    ];
    let mut found = Vec::new();
    for sentence in &text.sentences {
        let mut relative = false;
        for at in sentence.tokens.clone().skip(1) {
            relative |= is_relative(&text.tokens[at - 1]);
            let Some([before, first, second, noun]) = text.tokens[..sentence.tokens.end].get(at - 1..at + 3) else {
                continue;
            };
            let pair =
                PAIRS.iter().any(|(one, others)| first.folded == *one && others.contains(&second.folded.as_str()));
            let small = first.case == Case::Lower && second.case == Case::Lower;
            // "went in on Monday", "what he dreamed of in prison": the first belongs to a verb.
            let nominal = before.word.is_some_and(|word| word.first_class == Classes::NOUN && !word.past && !word.ing)
                && !before.can_be(Classes::VERB)
                && !before.can_be(Classes::ADVERB);
            let object = noun.is_capitalised() || noun.folded == "the" || noun.folded == "a";
            if pair && small && nominal && object && !relative {
                found.push(Slip { tokens: at..at + 2, right: None, strength: 0.6 });
            }
        }
    }
    found
}

fn is_relative(token: &Token) -> bool {
    matches!(token.folded.as_str(), "what" | "which" | "who" | "whom" | "where" | "that" | "how" | "whose")
}

/// "rejected and rejected", "the shortage of shortages": a word joined to itself.
#[must_use]
pub fn echoes(text: &Text<'_>) -> Vec<Slip> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        for at in sentence.tokens.clone() {
            let rest = &text.tokens[at..sentence.tokens.end];
            let before = at.checked_sub(1).map(|before| &text.tokens[before]);
            if let Some(length) = repeated_clause(rest) {
                let right = text.at(text.span_of(&(at..at + length))).to_owned();
                found.push(Slip { tokens: at..at + 2 * length + 1, right: Some(right), strength: 0.8 });
            } else if let Some(length) = repeated_far(&text.tokens[sentence.tokens.clone()], at - sentence.tokens.start)
            {
                found.push(Slip { tokens: at..at + length, right: None, strength: 0.75 });
            } else if let Some(length) = said_before(&text.tokens[sentence.tokens.start..at], rest) {
                found.push(Slip { tokens: at..at + length, right: None, strength: 0.7 });
            } else if let Some((length, strength)) = echo(before, rest) {
                let right = text.at(text.tokens[at].span).to_owned();
                found.push(Slip { tokens: at..at + length, right: Some(right), strength });
            }
        }
    }
    found
}

/// "this visit shows that this visit shows": how many words are said again behind "that" or "which".
fn repeated_clause(rest: &[Token]) -> Option<usize> {
    const LONGEST: usize = 8;
    (3..=LONGEST).find(|length| {
        let Some(link) = rest.get(*length).filter(|link| matches!(link.folded.as_str(), "that" | "which" | "of"))
        else {
            return false;
        };
        let (first, again) = (&rest[..*length], rest.get(length + 1..2 * length + 1));
        let same =
            |again: &[Token]| first.iter().zip(again).all(|(one, other)| one.is_word() && one.folded == other.folded);
        let verb = first.iter().any(|word| word.can_be(Classes::VERB) && word.is_content());
        let head = first[0].is_function() || first[0].is_capitalised();
        link.spaced && head && (verb || link.folded == "of") && again.is_some_and(same)
    })
}

/// "According to the survey, half of them, according to the survey.": how many words of a phrase that begins the sentence
/// stand again before a mark or at its end.
fn repeated_far(sentence: &[Token], at: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    let start = sentence.iter().take_while(|token| !token.is_word()).count();
    let first = &sentence[at];
    let opens = first.can_be(Classes::PREPOSITION) || matches!(first.folded.as_str(), "according" | "together" | "as");
    if !opens || at < start + 3 || first.case != Case::Lower {
        return None;
    }
    let ahead = sentence[start..at].iter().zip(&sentence[at..]).take(LONGEST);
    let length = ahead.take_while(|(a, b)| a.is_word() && b.is_word() && a.folded == b.folded).count();
    let words = &sentence[at..at + length];
    let content = words.iter().any(|word| word.is_content());
    let weekday = length == 2 && words[1].is_capitalised() && words[1].folded.ends_with("day");
    let ends = sentence.get(at + length).is_none_or(|next| next.kind == TokenKind::Mark && !next.is_mark("-"));
    let linked = matches!(sentence[at - 1].folded.as_str(), "and" | "or" | "but" | "nor" | "than" | "not" | "as");
    (ends && content && !linked && (length >= 3 || weekday)).then_some(length)
}

/// "although he was praised although he was", "the first time that they met for the first time": how many words say
/// again what the sentence has said.
fn said_before(earlier: &[Token], rest: &[Token]) -> Option<usize> {
    /// How far back a sentence is searched, in tokens.
    const REACH: usize = 80;
    let earlier = &earlier[earlier.len().saturating_sub(REACH)..];
    let says = |words: &[Token], phrase: &[&str]| {
        words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, said)| word.folded == *said)
    };
    if says(rest, &["for", "the", "first", "time"]) {
        // "the first time since the war": what it counts from is no clause that happens once.
        let said = earlier
            .windows(4)
            .any(|words| matches!(words[0].lemma(), "be") && says(&words[1..], &["the", "first", "time"]));
        return said.then_some(4);
    }
    let conjunction =
        matches!(rest[0].folded.as_str(), "although" | "though" | "because" | "while" | "unless" | "until");
    let joined = earlier.last().is_none_or(|before| {
        before.kind == TokenKind::Mark || matches!(before.folded.as_str(), "and" | "or" | "but" | "not" | "than" | "as")
    });
    if !conjunction || joined || rest.len() < 3 || !rest[..3].iter().all(Token::is_word) {
        return None;
    }
    let phrase = [rest[0].folded.as_str(), rest[1].folded.as_str(), rest[2].folded.as_str()];
    earlier.windows(3).any(|words| says(words, &phrase)).then_some(3)
}

/// "a connection between Russia.": one name where two are wanted.
#[must_use]
pub fn lone_sides(text: &Text<'_>) -> Vec<Slip> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        for at in sentence.tokens.clone() {
            let rest = &text.tokens[at..sentence.tokens.end];
            if rest[0].folded != "between" || rest[0].case != Case::Lower {
                continue;
            }
            let article = usize::from(rest.get(1).is_some_and(|word| word.folded == "the"));
            let name = rest[1 + article..].iter().take_while(|word| word.is_capitalised()).count();
            let end = 1 + article + name;
            let plural = rest[end - 1].folded.ends_with('s') || rest[end - 1].case == Case::Upper;
            let ends = rest.get(end).is_none_or(|next| matches!(next.folded.as_str(), "." | "?" | "!"));
            // "in between." and "the Koreas" are whole.
            if (1..=3).contains(&name) && ends && !plural {
                found.push(Slip { tokens: at..at + end, right: None, strength: 0.75 });
            }
        }
    }
    found
}

fn echo(before: Option<&Token>, rest: &[Token]) -> Option<(usize, f64)> {
    let [first, link, second, ..] = rest else { return None };
    let content = first.is_word() && first.is_content() && first.case == Case::Lower && first.folded.len() > 3;
    if !content || !link.is_word() || !second.spaced {
        return None;
    }
    // "was rejected and rejected": what is done to somebody is done once; "talked and talked" goes on and on.
    let passive = before.is_some_and(|before| before.lemma() == "be") && first.word.is_some_and(|word| word.past);
    if link.folded == "and" && second.folded == first.folded && passive {
        return Some((3, 0.75));
    }
    if link.folded != "of" || !first.first_class_is(Classes::NOUN) {
        return None;
    }
    let adjective = rest.get(2).is_some_and(|word| word.first_class_is(Classes::ADJECTIVE) || word.is_capitalised());
    let at = if adjective { 3 } else { 2 };
    let noun = rest.get(at)?;
    let same = noun.stem == first.stem && noun.is_word();
    let plural = |token: &Token| token.word.is_some_and(|word| word.tag.contains("/s"));
    let both_plural = plural(first) && plural(noun) && adjective;
    let shortage = !plural(first) && plural(noun) && !adjective && first.folded.len() > 5;
    (same && (both_plural || shortage)).then_some((at + 1, if both_plural { 0.75 } else { 0.65 }))
}

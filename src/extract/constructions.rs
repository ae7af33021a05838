//! Constructions that English does not have, told by words that stand near each other: "rose rapid", "thousands people",
//! "has resigned last Tuesday".

use crate::extract::construction_forms::{adverb, article, infinitive, quantity};
use crate::extract::verb_forms::Slip;
use crate::lexicon::Lexicon;
use crate::lexicon::measures::NumberClass;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// A construction that is wrong, and what is wrong with it.
pub type Odd = (Slip, &'static str);

/// The wrong constructions of a text, in order.
#[must_use]
pub fn odd_constructions(text: &Text<'_>, lexicon: &Lexicon) -> Vec<Odd> {
    let mut found = Vec::new();
    for sentence in text.sentences.iter().filter(|sentence| !sentence.title_case) {
        for at in sentence.tokens.clone() {
            let rest = &text.tokens[at..sentence.tokens.end];
            let before = at.checked_sub(1).filter(|before| *before >= sentence.tokens.start);
            let before = before.map(|before| &text.tokens[before]);
            let odd = comparison(rest)
                .or_else(|| duration(rest, lexicon))
                .or_else(|| past_time(rest))
                .or_else(|| adverb(before, rest))
                .or_else(|| article(rest))
                .or_else(|| quantity(rest))
                .or_else(|| infinitive(before, rest))
                .or_else(|| membership(rest))
                .or_else(|| doubled(rest))
                .or_else(|| pair(rest));
            if let Some((length, strength, why)) = odd {
                found.push((Slip { tokens: at..at + length, right: None, strength }, why));
            }
        }
    }
    found
}

/// How many tokens are wrong, how sure, and why.
pub(super) type Found = Option<(usize, f64, &'static str)>;

pub(super) fn word(rest: &[Token], at: usize) -> &str {
    rest.get(at).map_or("", |token| token.folded.as_str())
}

pub(super) fn form(token: &Token) -> &'static str {
    token.word.and_then(|word| word.tag.split_once('/')).map_or("", |(_, forms)| forms)
}

pub(super) fn is_plain(token: &Token) -> bool {
    token.is_word() && token.case == Case::Lower && token.word.is_some() && !token.possessive
}

/// A plural noun that is nothing else.
pub(super) fn is_plural(token: &Token) -> bool {
    is_plain(token)
        && form(token).contains('s')
        && token.first_class_is(Classes::NOUN)
        && !matches!(
            token.folded.as_str(),
            "works"
                | "means"
                | "series"
                | "species"
                | "barracks"
                | "data"
                | "media"
                | "news"
                | "headquarters"
                | "crossroads"
                | "thanks"
                | "people"
        )
}

pub(super) fn is_base_verb(token: &Token) -> bool {
    let base = token.word.is_some_and(|word| word.lemma == token.folded || form(token).contains('b'));
    is_plain(token)
        && base
        && token.first_class_is(Classes::VERB)
        && !token.can_be(Classes::NOUN)
        && !token.can_be(Classes::ADJECTIVE)
        && !token.is_function()
}

pub(super) fn is_mark_or_end(token: Option<&Token>) -> bool {
    token.is_none_or(|token| token.kind == TokenKind::Mark && !token.is_mark("-"))
}

/// "more better", "the most biggest".
fn comparison(rest: &[Token]) -> Found {
    let graded = rest.get(1).filter(|token| is_plain(token) && token.spaced)?;
    let wrong = match word(rest, 0) {
        "more" => form(graded) == "c" && graded.first_class_is(Classes::ADJECTIVE),
        "most" => form(graded) == "t" && graded.first_class_is(Classes::ADJECTIVE),
        _ => return None,
    };
    // "more older people work": how many, not how old.
    let counted = rest.get(2).is_some_and(|next| next.can_be(Classes::NOUN) && next.is_content());
    (wrong && (!counted || word(rest, 0) == "most")).then_some((2, 0.85, "one of the two compares already"))
}

/// "since three months": a span of time needs "for".
fn duration(rest: &[Token], lexicon: &Lexicon) -> Found {
    if word(rest, 0) != "since" {
        return None;
    }
    let count = rest.get(1)?;
    let number = count.kind == TokenKind::Number && count.folded.len() <= 2
        || lexicon.measures.number_as(&count.folded, NumberClass::Cardinal).is_some()
        || matches!(count.folded.as_str(), "several" | "many" | "few");
    let unit =
        matches!(word(rest, 2), "days" | "weeks" | "months" | "years" | "hours" | "minutes" | "decades" | "centuries");
    let anchored = matches!(word(rest, 3), "ago" | "earlier" | "before" | "of" | "prior" | "after" | "later");
    (number && unit && !anchored).then_some((3, 0.8, "a span of time wants `for`"))
}

/// "has resigned last Tuesday": a finished time wants the simple past.
fn past_time(rest: &[Token]) -> Found {
    if !matches!(word(rest, 0), "has" | "have") {
        return None;
    }
    let participle = rest.get(1).filter(|token| token.word.is_some_and(|word| word.past))?;
    const REACH: usize = 7;
    let day = |at: usize| {
        matches!(
            word(rest, at),
            "week"
                | "month"
                | "year"
                | "night"
                | "summer"
                | "winter"
                | "autumn"
                | "spring"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
        )
    };
    for at in 2..REACH.min(rest.len()) {
        let token = &rest[at];
        let since = matches!(
            word(rest, at - 1),
            "since" | "from" | "until" | "of" | "than" | "between" | "before" | "by" | "after" | "the" | "like" | "as"
        );
        // Another verb, a mark or a clause: the time may belong there.
        let other = token.kind == TokenKind::Mark
            || token.can_be(Classes::AUXILIARY)
            || token.word.is_some_and(|word| word.past || word.ing)
            || matches!(token.folded.as_str(), "that" | "who" | "which" | "what" | "how" | "since" | "from" | "to");
        let yesterday = token.folded == "yesterday" && !token.possessive;
        let last = token.folded == "last"
            && day(at + 1)
            && rest.get(at + 1).is_some_and(|next| !next.possessive && !next.is_mark("'"));
        if (yesterday || last) && !since && participle.folded != "been" {
            let length = if last { at + 2 } else { at + 1 };
            let ends =
                rest.get(length).is_none_or(|next| !next.is_mark("'") && !next.is_mark("’") && !next.is_mark("-"));
            return ends.then_some((length, 0.72, "a time that is over wants the simple past"));
        }
        if other {
            return None;
        }
    }
    None
}

/// "was member of": a member is one of several.
fn membership(rest: &[Token]) -> Found {
    let first = rest.first()?;
    let role = matches!(
        word(rest, 1),
        "member"
            | "citizen"
            | "resident"
            | "supporter"
            | "victim"
            | "graduate"
            | "employee"
            | "opponent"
            | "founder"
            | "user"
            | "witness"
            | "participant"
    );
    let linked =
        matches!(first.lemma(), "be" | "become" | "remain") && first.case == Case::Lower && first.folded != "being";
    (linked && role && word(rest, 2) == "of").then_some((3, 0.75, "an article is missing"))
}

/// "since from", "whose his": two words of which one is enough.
fn doubled(rest: &[Token]) -> Found {
    let (first, second) = (rest.first()?, rest.get(1)?);
    let wrong = match first.folded.as_str() {
        "since" => second.folded == "from",
        "although" | "though" => matches!(second.folded.as_str(), "despite" | "but"),
        "despite" => matches!(second.folded.as_str(), "of" | "although" | "though"),
        "whether" => second.folded == "if",
        "which" => matches!(second.folded.as_str(), "where" | "who" | "what"),
        "who" | "where" => second.folded == "which",
        "whose" => matches!(second.folded.as_str(), "his" | "her" | "their" | "its" | "the"),
        "and" => second.folded == "nor",
        "because" => second.folded == "due",
        "so" => second.folded == "that" && word(rest, 2) == "to",
        _ => false,
    };
    let spaced = second.spaced && first.is_word() && second.case == Case::Lower;
    // "whether, if at all", "Which where": marks and titles part them.
    let asks = first.folded == "which" && second.folded == "what";
    (wrong && spaced && !asks).then_some((2, 0.8, "one of the two is enough"))
}

/// "not enough strong for", "a so small budget", "neither the club or".
fn pair(rest: &[Token]) -> Found {
    let (first, second) = (rest.first()?, rest.get(1)?);
    let adjective = |token: &Token| {
        is_plain(token) && token.word.is_some_and(|word| word.tag.starts_with('a') && !word.tag.contains('n'))
    };
    if first.folded == "enough" && adjective(second) && second.spaced && matches!(word(rest, 2), "for" | "to" | "that")
    {
        return Some((2, 0.75, "`enough` stands behind its adjective"));
    }
    if matches!(first.folded.as_str(), "a" | "an")
        && matches!(second.folded.as_str(), "so" | "such")
        && rest.get(2).is_some_and(|next| adjective(next) && next.spaced)
    {
        return rest.get(3).is_some_and(|next| next.can_be(Classes::NOUN)).then_some((
            3,
            0.8,
            "the article stands elsewhere with this word",
        ));
    }
    if first.folded == "neither" && !word(rest, 1).is_empty() {
        const REACH: usize = 7;
        let end = REACH.min(rest.len());
        let stop = rest[..end]
            .iter()
            .position(|token| token.kind == TokenKind::Mark || matches!(token.folded.as_str(), "nor" | "of"))
            .unwrap_or(end);
        let or = rest[..stop].iter().position(|token| token.folded == "or");
        return or.filter(|or| *or >= 2).map(|or| (or + 1, 0.75, "`neither` wants `nor`"));
    }
    None
}

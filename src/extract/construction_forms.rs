//! Forms of words that do not go with what stands beside them: "rose rapid", "a negotiations", "without to consult".

use crate::extract::constructions::{Found, form, is_base_verb, is_mark_or_end, is_plain, is_plural, word};
use crate::lexicon::words::Classes;
use crate::text::token::{Case, Token, TokenKind};

/// "rose rapid", "a peacefully solution".
pub(super) fn adverb(before: Option<&Token>, rest: &[Token]) -> Found {
    let (first, second) = (rest.first()?, rest.get(1)?);
    const MOVING: &[&str] = &[
        "rise",
        "increase",
        "decrease",
        "decline",
        "improve",
        "expand",
        "worsen",
        "develop",
        "act",
        "react",
        "respond",
        "climb",
        "surge",
        "accelerate",
        "deteriorate",
        "recover",
        "behave",
        "perform",
        "proceed",
        "progress",
        "spread",
        "shrink",
        "drop",
    ];
    const SLOW: &[&str] = &[
        "rapid",
        "gradual",
        "significant",
        "considerable",
        "dramatic",
        "sudden",
        "substantial",
        "successful",
        "serious",
        "slight",
        "severe",
        "immediate",
        "responsible",
        "independent",
        "peaceful",
        "efficient",
        "correct",
        "drastic",
        "remarkable",
        "noticeable",
        "continuous",
        "constant",
    ];
    let moves = MOVING.contains(&first.lemma())
        && is_plain(first)
        && !before.is_some_and(|before| before.folded == "the" || before.folded == "a");
    if moves && SLOW.contains(&second.folded.as_str()) && second.spaced {
        let noun = rest.get(2).is_some_and(|next| {
            next.is_content() && next.can_be(Classes::NOUN) || next.is_mark(",") || next.is_mark("-")
        });
        return (!noun).then_some((2, 0.78, "an adverb is wanted"));
    }
    let determiner = matches!(first.folded.as_str(), "a" | "an" | "his" | "their" | "its" | "her");
    let manner = is_plain(second)
        && second.folded.len() > 6
        && second.folded.ends_with("ly")
        && second.word.is_some_and(|word| word.tag == "r");
    let noun = rest.get(2).is_some_and(|next| {
        is_plain(next)
            && next.spaced
            && next.first_class_is(Classes::NOUN)
            && !next.can_be(Classes::ADJECTIVE)
            && !next.can_be(Classes::VERB)
            && !next.can_be(Classes::ADVERB)
    });
    let goes_on = rest.get(3).is_some_and(|next| {
        next.is_mark("-")
            || next.is_mark("'")
            || next.is_mark("’")
            || next.can_be(Classes::ADJECTIVE) && !next.is_function()
            || next.word.is_some_and(|word| word.past)
    });
    (determiner && manner && noun && !goes_on).then_some((3, 0.72, "an adjective is wanted"))
}

/// "a negotiations", "an additional troops", "a criteria".
pub(super) fn article(rest: &[Token]) -> Found {
    let (first, second) = (rest.first()?, rest.get(1)?);
    if !matches!(first.folded.as_str(), "a" | "an") || first.case == Case::Upper || !second.spaced {
        return None;
    }
    if matches!(second.folded.as_str(), "criteria" | "phenomena") && is_mark_or_end(rest.get(2)) {
        return Some((2, 0.8, "the plural takes no `a`"));
    }
    let adjective = is_plain(second)
        && second.first_class_is(Classes::ADJECTIVE)
        && !second.is_function()
        && !matches!(
            second.folded.as_str(),
            "few"
                | "many"
                | "good"
                | "full"
                | "great"
                | "further"
                | "record"
                | "whole"
                | "mere"
                | "staggering"
                | "total"
                | "combined"
                | "extra"
        );
    let at = if adjective { 2 } else { 1 };
    let noun = rest.get(at).filter(|noun| {
        is_plural(noun)
            && noun.spaced
            && noun.folded.len() > 4
            && !noun.can_be(Classes::VERB)
            && !noun.can_be(Classes::ADJECTIVE)
    })?;
    // "a sports hall", "a customs post", "an estimated tons": what follows may be the noun.
    let next = rest.get(at + 1);
    let closed = next.is_none_or(|next| {
        next.kind == TokenKind::Mark && !matches!(next.folded.as_str(), "-" | "'" | "’" | "\"" | "”" | "/" | "–")
            || next.can_be(Classes::PREPOSITION)
            || next.can_be(Classes::AUXILIARY)
            || next.can_be(Classes::CONJUNCTION) && !matches!(next.folded.as_str(), "and" | "or")
            || matches!(next.folded.as_str(), "that" | "who" | "which" | "to")
    });
    let listed = matches!(
        noun.folded.as_str(),
        "politics"
            | "athletics"
            | "gymnastics"
            | "economics"
            | "physics"
            | "mathematics"
            | "ethics"
            | "statistics"
            | "logistics"
            | "tactics"
            | "congress"
            | "kilometers"
            | "kilometres"
            | "meters"
            | "metres"
            | "hours"
            | "minutes"
            | "percentages"
            | "hundreds"
            | "thousands"
            | "millions"
            | "billions"
            | "dozens"
    );
    (closed && !listed).then_some((at + 1, 0.78, "the plural takes no `a`"))
}

/// "thousands people", "one of the minister", "between 200 to 250".
pub(super) fn quantity(rest: &[Token]) -> Found {
    let (first, second) = (rest.first()?, rest.get(1)?);
    let heaps = matches!(first.folded.as_str(), "hundreds" | "thousands" | "millions" | "dozens" | "tens" | "scores");
    if heaps
        && second.spaced
        && is_plain(second)
        && (second.folded == "people" || is_plural(second) && !second.can_be(Classes::VERB))
    {
        return Some((2, 0.8, "`of` is missing"));
    }
    if first.folded == "between"
        && matches!(second.kind, TokenKind::Number)
        && word(rest, 2) == "to"
        && rest.get(3).is_some_and(|next| next.kind == TokenKind::Number)
    {
        return Some((4, 0.78, "`between` wants `and`"));
    }
    if first.folded == "much"
        && is_plural(second)
        && second.spaced
        && !second.can_be(Classes::VERB)
        && !rest.get(2).is_some_and(|next| next.is_content())
    {
        return Some((2, 0.72, "things that are counted want `many`"));
    }
    None
}

/// "let the inspectors to enter", "would rather to stay", "do not to go", "in the order to avoid".
pub(super) fn infinitive(before: Option<&Token>, rest: &[Token]) -> Found {
    let first = rest.first()?;
    let verb = |at: usize| {
        rest.get(at).is_some_and(|token| {
            is_plain(token)
                && token.can_be(Classes::VERB)
                && !token.word.is_some_and(|word| word.past && !form(token).contains('b'))
        })
    };
    let starts = |at: usize| word(rest, at) == "to" && verb(at + 1);
    match first.folded.as_str() {
        "let" | "lets" | "letting" => {
            let object = rest.get(1).is_some_and(|token| {
                token.can_be(Classes::PRONOUN)
                    || token.can_be(Classes::DETERMINER)
                    || matches!(token.folded.as_str(), "the" | "his" | "her" | "their" | "its")
            });
            let pronoun = matches!(word(rest, 1), "him" | "them" | "us" | "me" | "it" | "her" | "you");
            let to = if pronoun { 2..3 } else { 3..5 };
            let nominal = |end: usize| {
                rest.get(2..end).is_some_and(|words| {
                    words.iter().all(|token| {
                        is_plain(token) && (token.can_be(Classes::NOUN) || token.can_be(Classes::ADJECTIVE))
                    })
                })
            };
            let at = to.clone().find(|at| starts(*at) && (pronoun || nominal(*at)))?;
            object.then_some((at + 2, 0.78, "after `let` the verb takes no `to`"))
        }
        "rather"
            if before.is_some_and(|before| matches!(before.folded.as_str(), "would" | "'d" | "’d")) && starts(1) =>
        {
            Some((3, 0.82, "the verb takes no `to` here"))
        }
        "do" | "does" | "did" if word(rest, 1) == "not" && starts(2) => Some((4, 0.85, "the verb takes no `to` here")),
        "in" if word(rest, 1) == "the" && word(rest, 2) == "order" && starts(3) => {
            Some((4, 0.82, "it is `in order to`"))
        }
        "without" | "by" if starts(1) && !matches!(word(rest, 2), "date" | "day") => {
            Some((3, 0.82, "a preposition wants the -ing form"))
        }
        "for" if starts(1) && rest.get(2).is_some_and(is_base_verb) => {
            Some((3, 0.75, "one of the two prepositions is enough"))
        }
        "after" | "before" | "without" | "by" | "of"
            if rest.get(1).is_some_and(is_base_verb) && rest.get(1).is_some_and(|verb| verb.spaced) =>
        {
            let object = rest.get(2).is_some_and(|next| {
                matches!(
                    next.folded.as_str(),
                    "the" | "a" | "an" | "his" | "her" | "their" | "its" | "to" | "for" | "from" | "in" | "on" | "all"
                )
            });
            object.then_some((2, 0.78, "a preposition wants the -ing form"))
        }
        "forward"
            if word(rest, 1) == "to"
                && rest.get(2).is_some_and(is_base_verb)
                && before.is_some_and(|before| before.lemma() == "look") =>
        {
            Some((3, 0.8, "`look forward to` wants the -ing form"))
        }
        "makes" | "made" | "make" | "making"
            if matches!(
                word(rest, 1),
                "possible" | "clear" | "difficult" | "easier" | "hard" | "impossible" | "necessary"
            ) && (starts(2) || word(rest, 2) == "that" && first.folded != "made") =>
        {
            // "measures that are made necessary to" is another thing.
            let passive = before.is_some_and(|before| before.lemma() == "be" || before.can_be(Classes::ADVERB));
            (!passive && word(rest, 2) != "that").then_some((3, 0.75, "`it` is missing"))
        }
        _ => None,
    }
}

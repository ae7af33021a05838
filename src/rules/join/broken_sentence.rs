use crate::align::cut_sentences::is_lone_clause;
use crate::lexicon::measures::NumberClass;
use crate::lexicon::words::Classes;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::sentence::Sentence;
use crate::text::token::{Case, Token, TokenKind};

/// A sentence cut in two by a full stop.
pub const RULE: Rule = Rule {
    code: "JON007",
    name: "broken-sentence",
    category: Category::Join,
    mqm: "fluency/grammar",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Stable,
    summary: "A full stop cuts a sentence in the middle of a phrase.",
    why: "Neither half makes sense alone.",
    ignores: "Sentences that end with a particle (what he looked for) are right. Headlines and lists are left alone.",
    yields_to: &[],
    examples: &[
        Example::pair("", "The rescue teams were ready to help [[the. They]] set off at once."),
        Example::pair("", "Melnyk is one of [[them. Who]] has worked there since May."),
        Example::pair("", "The campaign manager had been [[calling. For]] a second count of the votes."),
        Example::pair("", "Drivers have asked for a lower tax on diesel since [[the.]]"),
        Example::pair("", "That is what he was looking for. They left."),
        Example::pair("", "Who has seen it? Nobody. Which of the two won is unclear."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    for (number, sentence) in text.sentences.iter().enumerate() {
        let last_of_paragraph = text.sentences.get(number + 1).is_none_or(|next| next.paragraph != sentence.paragraph);
        let [.., word, stop] = text.tokens_of(sentence) else { continue };
        let dangles = hangs(word) && !is_verbal(word) && sentence.tokens.len() > 5 && !stop.spaced;
        if last_of_paragraph && sentence.terminated && stop.is_mark(".") && dangles && !is_while(cx, sentence, word) {
            let span = word.span.join(stop.span);
            let message = format!("The sentence is cut short behind `{}`.", text.at(word.span));
            findings.add(Draft::new(span, 0.85, message));
        }
    }
    for two in text.sentences.windows(2) {
        let [before, after] = two else { continue };
        if before.paragraph != after.paragraph || !before.terminated {
            continue;
        }
        let stop = before.tokens.end - 1;
        let Some(last) = stop.checked_sub(1).filter(|last| before.tokens.contains(last)) else { continue };
        let start = after.tokens.start;
        let (word, first) = (&text.tokens[last], &text.tokens[start]);
        if !text.tokens[stop].is_mark(".") || word.kind == TokenKind::Mark || !first.is_word() || !first.spaced {
            continue;
        }
        let told = cx.pair.cut_sentences.binary_search_by_key(&stop, |cut| cut.stop);
        let told = told.ok().map(|place| cx.pair.cut_sentences[place].strength);
        // "few had heard of.": the preposition belongs to a verb.
        let told = told.filter(|_| !(word.can_be(Classes::PREPOSITION) && follows_verb(cx, before)));
        let Some(strength) = break_strength(cx, before, after, (word, first)).or(told) else { continue };
        let span = word.span.join(first.span);
        let message = format!("The full stop behind `{}` cuts a sentence in two.", text.at(word.span));
        findings.add(Draft::new(span, strength, message));
    }
}

/// How surely the full stop between two sentences cuts one in two.
fn break_strength(
    cx: &Context<'_>,
    before: &Sentence,
    after: &Sentence,
    (last, first): (&Token, &Token),
) -> Option<f64> {
    let base_form = first.can_be(Classes::VERB) && first.lemma() == first.folded;
    let words = before.tokens.len();
    // "after a while." is whole.
    let noun = is_while(cx, before, last);
    // "few had heard of.": the preposition belongs to a verb.
    let verbal = matches!(last.folded.as_str(), "of" | "at" | "with" | "from") && follows_verb(cx, before);
    if hangs(last) && !noun && !verbal && words > 3 {
        return Some(0.88);
    }
    let words_before: Vec<&Token> = cx.pair.candidate.tokens_of(before).iter().rev().skip(1).take(3).collect();
    let subject = |word: Option<&&Token>| {
        word.is_some_and(|word| matches!(word.folded.as_str(), "he" | "she" | "it" | "we" | "they" | "i"))
    };
    // "and they. Vote too", "and we always. Come back": the verb of the subject is cut off.
    let links = |word: Option<&&Token>| word.is_some_and(|word| matches!(word.folded.as_str(), "and" | "," | "that"));
    if subject(words_before.first()) && links(words_before.get(1)) && base_form {
        return Some(0.75);
    }
    let adverb = matches!(last.folded.as_str(), "always" | "never" | "often" | "also" | "still" | "just" | "only");
    if adverb && subject(words_before.get(1)) && base_form {
        return Some(0.75);
    }
    match last.folded.as_str() {
        "to" if base_form || is_determiner(first) => return Some(0.75),
        "until" | "what" | "which" if words > 4 => return Some(0.7),
        "not" if first.folded == "yet" => return Some(0.8),
        // "do not. Wait for", "ought to be. Nervous": what is denied or said of somebody is cut off.
        "not" | "they" | "we" if base_form && !first.can_be(Classes::NOUN) && words > 3 => return Some(0.66),
        "be" if first.word.is_some_and(|word| word.first_class == Classes::ADJECTIVE) => return Some(0.66),
        _ => {}
    }
    if first.folded == "to" && wants_infinitive(last) {
        return Some(0.8);
    }
    if hangs_on_article(cx, before) && words > 3 {
        return Some(0.66);
    }
    let ordinal = cx.lexicon.measures.number_as(&last.folded, NumberClass::Ordinal).is_some();
    if ordinal && words > 3 && first.case == Case::Capital && first.can_be(Classes::NOUN) && !first.is_function() {
        return Some(0.6);
    }
    let phrase = || is_phrase(cx, before).then_some(0.7).or_else(|| is_phrase(cx, after).then_some(0.62));
    let stop = before.tokens.end - 1;
    let lone = is_lone_clause(&cx.pair.candidate.tokens[before.tokens.start..stop]);
    goes_on(cx, after).or_else(phrase).or(lone.then_some(0.8))
}

/// "a great. Deal": an adjective behind "a" that is no noun at the end of a sentence.
fn hangs_on_article(cx: &Context<'_>, sentence: &Sentence) -> bool {
    let words: Vec<&Token> = cx.pair.candidate.tokens_of(sentence).iter().filter(|token| token.is_word()).collect();
    let [.., article, last] = words[..] else { return false };
    let adjective = last.can_be(Classes::ADJECTIVE) && !last.can_be(Classes::NOUN) && last.case == Case::Lower;
    matches!(article.folded.as_str(), "a" | "an") && adjective
}

/// Whether the last word is the noun of "a while".
fn is_while(cx: &Context<'_>, sentence: &Sentence, last: &Token) -> bool {
    last.folded == "while" && is_determiner_before_last(cx, sentence)
}

/// Words that want another one behind them and can yet stand last: "what she looked at", "as it was".
fn is_verbal(word: &Token) -> bool {
    matches!(
        word.folded.as_str(),
        "was"
            | "were"
            | "has"
            | "have"
            | "of"
            | "at"
            | "with"
            | "from"
            | "into"
            | "upon"
            | "towards"
            | "between"
            | "if"
            | "very"
            | "whether"
            | "nor"
    )
}

/// Whether a verb stands before the last word.
fn follows_verb(cx: &Context<'_>, sentence: &Sentence) -> bool {
    let mut words = cx.pair.candidate.tokens_of(sentence).iter().rev().filter(|token| token.is_word());
    words
        .nth(1)
        .and_then(|word| word.word)
        .is_some_and(|word| word.past && word.classes.any(Classes::VERB) || word.first_class == Classes::VERB)
}

/// Whether the last word but one is an article or the like.
fn is_determiner_before_last(cx: &Context<'_>, sentence: &Sentence) -> bool {
    let mut words = cx.pair.candidate.tokens_of(sentence).iter().rev().filter(|token| token.is_word());
    words
        .nth(1)
        .is_some_and(|word| is_determiner(word) || matches!(word.folded.as_str(), "a" | "the" | "long" | "little"))
}

fn is_determiner(word: &Token) -> bool {
    word.can_be(Classes::DETERMINER) && !matches!(word.folded.as_str(), "this" | "that" | "all" | "both")
}

/// Words that cannot end a sentence where an infinitive begins the next one.
fn wants_infinitive(word: &Token) -> bool {
    const WANTING: [&str; 22] = [
        "afford",
        "able",
        "unable",
        "likely",
        "unlikely",
        "expected",
        "forced",
        "willing",
        "unwilling",
        "intend",
        "want",
        "hope",
        "refuse",
        "agree",
        "decide",
        "try",
        "begin",
        "promise",
        "manage",
        "fail",
        "threaten",
        "plan",
    ];
    WANTING.contains(&word.folded.as_str()) || WANTING.contains(&word.lemma())
}

/// Words that want another one behind them.
fn hangs(word: &Token) -> bool {
    const HANGING: [&str; 36] = [
        "but", "whether", "nor", "unless", "towards", "upon", "the", "a", "an", "and", "or", "of", "their", "its",
        "his", "my", "our", "your", "than", "because", "although", "with", "from", "into", "during", "between",
        "whose", "every", "while", "if", "very", "was", "were", "at", "has", "have",
    ];
    HANGING.contains(&word.folded.as_str()) && word.case == Case::Lower
}

/// A sentence that begins with "Who has ...", "Are one thing ...", "Of work ...", or with a past form without subject.
fn goes_on(cx: &Context<'_>, sentence: &Sentence) -> Option<f64> {
    let tokens = cx.pair.candidate.tokens_of(sentence);
    if tokens.iter().any(|token| token.is_mark("?")) {
        return None;
    }
    let (first, second) = (tokens.first()?, tokens.get(1)?);
    let verb = second.can_be(Classes::AUXILIARY) || second.can_be(Classes::VERB) && !second.can_be(Classes::NOUN);
    match first.folded.as_str() {
        // "Who recorded the message is unknown" is whole.
        "who" | "whose" if tokens[2..].iter().any(is_open_statement) => None,
        "who" | "whose" if verb || second.can_be(Classes::VERB) => Some(0.8),
        "which" if second.can_be(Classes::AUXILIARY) => Some(0.8),
        "are" | "is" | "was" | "were" | "could" | "would" | "has" | "had" | "will"
            if !second.can_be(Classes::PRONOUN) =>
        {
            Some(0.75)
        }
        "said" | "added" | "told" if !second.is_mark(",") && !second.is_capitalised() => Some(0.75),
        "of" if second.folded != "course"
            && !second.can_be(Classes::PRONOUN)
            && !tokens.iter().any(|token| token.is_mark(",")) =>
        {
            Some(0.65)
        }
        _ => None,
    }
}

/// What "who" at the start of a sentence is the subject of: "who did it is unknown".
fn is_open_statement(word: &Token) -> bool {
    matches!(word.folded.as_str(), "is" | "was" | "remains" | "remained" | "are" | "were")
}

/// A prepositional phrase of time or place with a full stop: "On 27 December 1939."
fn is_phrase(cx: &Context<'_>, sentence: &Sentence) -> bool {
    let tokens = cx.pair.candidate.tokens_of(sentence);
    let Some(first) = tokens.first() else { return false };
    const STARTS: [&str; 10] = ["on", "in", "at", "during", "after", "before", "since", "by", "with", "for"];
    let words = tokens.iter().filter(|token| token.kind != TokenKind::Mark).count();
    let verb = tokens.iter().any(|token| token.can_be(Classes::VERB) || token.can_be(Classes::AUXILIARY));
    STARTS.contains(&first.folded.as_str()) && !verb && (3..=9).contains(&words)
}

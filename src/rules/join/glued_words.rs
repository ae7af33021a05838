use crate::lexicon::fold::fold;
use crate::lexicon::measures::NumberClass;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// Words run together.
pub const RULE: Rule = Rule {
    code: "JON002",
    name: "glued-words",
    category: Category::Join,
    mqm: "fluency/typography",
    fix: Fix::Safe,
    severity: Severity::Minor,
    stage: Stage::Stable,
    summary: "Two words, or a number and a word, are run together without a space.",
    why: "Readers stumble, and searches miss the words.",
    ignores: "Brand names and names with inner capitals are left alone. Ordinals, units and model numbers are left alone.",
    yields_to: &[],
    examples: &[
        Example::pair("", "Russia still wants [[itHave]] influence there."),
        Example::pair("", "About 95[[%of]] the fuel is imported[[,the]] ministry said."),
        Example::pair("", "He posted it on YouTube from his iPhone, said MacDonald of eBay."),
        Example::pair("", "The 85th brigade fired 155mm shells from an F16 and an A320."),
    ],
    check,
};

/// Bytes beyond which a run of letters is no two words.
const LONGEST: usize = 40;

/// How much more often than by chance, as a natural logarithm, two words that are run together stand side by side.
const OFTEN: f64 = 2.5;

/// What the class of a small word may cost behind the one it is run into.
const FITTING: f64 = 1.0;

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    for (at, token) in text.tokens.iter().enumerate() {
        // "teamLab Supernatural": the name of a brand goes on with another capital.
        let brand = |parts: &String| {
            let next = text.tokens.get(at + 1).is_some_and(Token::is_capitalised);
            let front = parts.split(' ').next().unwrap_or("");
            next && cx.lexicon.words.find(front).is_some_and(|word| !word.classes.is_function())
        };
        let capital = inner_capital(cx, token).filter(|parts| !brand(parts));
        if let Some(parts) = capital.or_else(|| run_in(cx, at)) {
            let message = format!("`{}` is two words run together.", text.at(token.span));
            findings.add(Draft::new(token.span, 0.9, message).suggest(parts));
        } else if at > 0 && !token.spaced && !in_handle(text, at) {
            let before = &text.tokens[at - 1];
            if is_glued_mark(text, at) || is_glued_number(cx, before, token) {
                let span = before.span.join(token.span);
                let fixed = format!("{} {}", text.at(before.span), text.at(token.span));
                let message = format!("A space is missing in `{}`.", text.at(span));
                findings.add(Draft::new(span, 0.88, message).suggest(fixed));
            }
        }
    }
}

/// "itHave": a word in small letters and one with a capital, both in the dictionary, and no name of the reference.
fn inner_capital(cx: &Context<'_>, token: &Token) -> Option<String> {
    if token.kind != TokenKind::Word || token.case != Case::Mixed || token.folded.len() > LONGEST {
        return None;
    }
    let written = cx.pair.candidate.at(token.span);
    let (at, _) = written.char_indices().skip(1).find(|(_, c)| c.is_uppercase())?;
    let (front, back) = written.split_at(at);
    let known = |part: &str| {
        let folded = fold(part);
        let short = folded.chars().count() < 3;
        let word = cx.lexicon.words.find(&folded);
        word.is_some_and(|word| word.tier <= if short { 10 } else { 50 })
            && (!short
                || matches!(
                    folded.as_str(),
                    "it" | "he"
                        | "we"
                        | "is"
                        | "as"
                        | "to"
                        | "of"
                        | "in"
                        | "on"
                        | "at"
                        | "by"
                        | "or"
                        | "an"
                        | "us"
                        | "so"
                        | "if"
                        | "be"
                        | "do"
                        | "no"
                        | "up"
                        | "my"
                        | "me"
                        | "a"
                        | "i"
                ))
    };
    let capitalised: String =
        fold(back).char_indices().map(|(at, c)| if at == 0 { c.to_ascii_uppercase() } else { c }).collect();
    let named = cx.lexicon.words.is_proper(&capitalised) && back.chars().count() > 3;
    let small_front = front.chars().all(|c| !c.is_uppercase())
        || front.chars().count() > 2 && front.chars().skip(1).all(char::is_lowercase);
    let one_capital = back.chars().skip(1).all(|c| !c.is_uppercase());
    let brand = cx.pair.reference_index.has_exact(&token.folded)
        || cx.lexicon.words.is_proper(written)
        || token.word.is_some()
        || front == "i"
        || front == "e";
    let opens = front.chars().next().is_some_and(char::is_uppercase);
    let small_word =
        cx.lexicon.words.find(&fold(front)).is_some_and(|word| word.classes.is_function() && word.tier <= 20);
    (small_front && (!opens || small_word) && one_capital && !brand && known(front) && (known(back) || named))
        .then(|| if named { format!("{front} {back}") } else { format!("{front} {}", back.to_lowercase()) })
}

/// "theirorder", "fourdays": no word of the dictionary, but a small word and a common one run together.
fn run_in(cx: &Context<'_>, at: usize) -> Option<String> {
    let token = &cx.pair.candidate.tokens[at];
    let folded = &token.folded;
    let plain = token.kind == TokenKind::Word && token.word.is_none() && folded.is_ascii() && token.case != Case::Upper;
    if !plain
        || !(5..=LONGEST).contains(&folded.len())
        || cx.pair.reference_index.has_exact(folded)
        || cx.pair.known.has_part(folded)
    {
        return None;
    }
    if cx.lexicon.name_parts.has(folded) || token.case == Case::Capital && !cx.pair.candidate.starts_sentence(at) {
        return None;
    }
    if folded.len() < 7 {
        return small_words(cx, token);
    }
    (3..=folded.len() - 4)
        .find_map(|at| {
            let (front, back) = folded.split_at(at);
            let small = cx.lexicon.words.find(front).is_some_and(|word| word.classes.is_function() && word.tier <= 20)
                || cx.lexicon.measures.number_as(front, NumberClass::Cardinal).is_some();
            // Behind "their" and its like nothing else can be meant.
            let own = matches!(front, "their" | "your" | "these" | "those" | "which" | "would" | "could" | "should");
            let common = cx.lexicon.words.find(back).is_some_and(|word| word.tier <= if own { 50 } else { 20 });
            let prefix = matches!(
                front,
                "over"
                    | "under"
                    | "out"
                    | "off"
                    | "down"
                    | "back"
                    | "after"
                    | "fore"
                    | "mid"
                    | "self"
                    | "non"
                    | "for"
                    | "and"
            );
            // "largerthan", "beatagainst": the small word stands behind.
            let behind = back.len() >= 4
                && cx.lexicon.words.find(back).is_some_and(|word| word.classes.is_function() && word.tier <= 20)
                && !matches!(
                    back,
                    "over" | "under" | "down" | "back" | "after" | "like" | "less" | "ever" | "most" | "self"
                )
                && cx.lexicon.words.find(front).is_some_and(|word| word.tier <= 35);
            // "sharplyafter", "plasticbag": words that are often found side by side.
            let often = || {
                let word = |part: &str| cx.lexicon.words.find(part).filter(|word| word.tier <= 35);
                let links =
                    |part: &str| part.ends_with("ly") || word(part).is_some_and(|word| word.classes.is_function());
                // Other words may be a compound that no dictionary has yet.
                word(front).is_some()
                    && word(back).is_some()
                    && (links(front) || links(back))
                    && cx.lexicon.side_by_side.ratio(front, back).is_some_and(|ratio| ratio >= OFTEN)
            };
            (small && common && !prefix || behind || often()).then(|| {
                let written = cx.pair.candidate.at(token.span);
                written.get(..at).zip(written.get(at..)).map(|(front, back)| format!("{front} {back}"))
            })?
        })
        .or_else(|| small_words(cx, token))
}

/// "ofthe", "scaredby": a small word of two or three letters run into a common one.
fn small_words(cx: &Context<'_>, token: &Token) -> Option<String> {
    let (folded, written) = (token.folded.as_str(), cx.pair.candidate.at(token.span));
    // "constructin" is a slip of one word.
    if !cx.lexicon.words.near(folded).is_empty() {
        return None;
    }
    let find = |part: &str| cx.lexicon.words.find(part).filter(|word| word.tier <= 20);
    let small = |part: &str| {
        matches!(
            part,
            "of" | "to"
                | "in"
                | "on"
                | "at"
                | "by"
                | "is"
                | "it"
                | "as"
                | "the"
                | "and"
                | "for"
                | "was"
                | "has"
                | "had"
                | "not"
                | "are"
                | "will"
                | "with"
                | "be"
                | "been"
                | "he"
                | "she"
                | "they"
                | "this"
                | "that"
                | "his"
                | "her"
                | "their"
        )
    };
    let cost = |front: &str, back: &str| {
        let class = |part: &str| find(part).map(|word| cx.lexicon.transitions.of_word(part, word.tag));
        class(front).zip(class(back)).map_or(f64::MAX, |(front, back)| cx.lexicon.transitions.cost(front, back))
    };
    (2..=folded.len() - 2).filter(|at| folded.is_char_boundary(*at)).find_map(|at| {
        let (front, back) = folded.split_at(at);
        let both = small(front) && small(back) && cost(front, back) <= FITTING;
        let behind = front.len() >= 5 && small(back) && find(front).is_some() && cost(front, back) <= FITTING;
        let parts = (both || behind).then(|| written.get(..at).zip(written.get(at..)))?;
        parts.map(|(front, back)| format!("{front} {back}"))
    })
}

/// Names of people and topics on the net: "@tin_soldier77", "#budget26".
fn in_handle(text: &Text<'_>, at: usize) -> bool {
    let mut before = text.tokens[..at].iter().rev().take(6);
    let mut spaced = text.tokens[at].spaced;
    before.any(|token| {
        let sign = !spaced && matches!(token.folded.as_str(), "@" | "#" | "_");
        spaced |= token.spaced;
        sign
    })
}

/// ",the" and "%of": a word right behind a mark that wants a space.
fn is_glued_mark(text: &Text<'_>, at: usize) -> bool {
    let (mark, token) = (&text.tokens[at - 1], &text.tokens[at]);
    if token.kind != TokenKind::Word || mark.kind != TokenKind::Mark || at < 2 {
        return false;
    }
    let behind_word = !mark.spaced && text.tokens[at - 2].kind != TokenKind::Mark;
    match mark.folded.as_str() {
        // "TL;DR" is one abbreviation.
        "," | ";" => behind_word && token.folded.chars().count() > 1 && text.tokens[at - 2].folded != "tl",
        ":" => {
            behind_word
                && token.folded.chars().count() > 2
                && text.tokens[at - 2].is_word()
                && token.tier() <= 35
                && text.tokens[at - 2].tier() <= 50
        }
        "%" => behind_word,
        // `hide,"said`: what closes a quotation.
        "\"" | "”" => {
            !mark.spaced && matches!(text.tokens[at - 2].folded.as_str(), "," | "?" | "!") && token.case == Case::Lower
        }
        _ => false,
    }
}

/// "his31" and "just11": a common word run into a number; "31games" with a common word.
fn is_glued_number(cx: &Context<'_>, before: &Token, token: &Token) -> bool {
    let common = |word: &Token| {
        let plain = word.kind == TokenKind::Word && word.case != Case::Upper && word.folded.chars().count() >= 2;
        plain && word.tier() <= 35 && cx.lexicon.measures.unit(&word.folded).is_none()
    };
    let suffix = matches!(
        token.folded.as_str(),
        "st" | "nd" | "rd" | "th" | "am" | "pm" | "bn" | "mn" | "tn" | "in" | "by" | "up" | "g" | "s" | "x"
    );
    match (before.kind, token.kind) {
        (TokenKind::Word, TokenKind::Number) => common(before) && before.case == Case::Lower,
        (TokenKind::Number, TokenKind::Word) => common(token) && !suffix && token.folded.chars().count() >= 3,
        _ => false,
    }
}

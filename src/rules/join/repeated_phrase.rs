use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::token::{Token, TokenKind};

/// Words written twice.
pub const RULE: Rule = Rule {
    code: "JON005",
    name: "repeated-phrase",
    category: Category::Join,
    mqm: "fluency/grammar",
    fix: Fix::Safe,
    severity: Severity::Minor,
    stage: Stage::Stable,
    summary: "A word or a phrase stands there twice in a row.",
    why: "Readers think that something is missing, and often it is.",
    ignores: "Doublings that are English are left alone: had had, very very, again and again. A doubled name that the reference has too is right.",
    yields_to: &[],
    examples: &[
        Example::pair("", "The figures show that [[the price of wheat the price of wheat]] is rising."),
        Example::pair("", "The bricklayer fell from [[the roof the roof]] of a school."),
        Example::pair("", "He had had enough of the very, very long wait."),
        Example::pair(
            "The band Duran Duran played in Baden-Baden.",
            "In Baden-Baden the band Duran Duran gave a concert.",
        ),
    ],
    check,
};

/// The longest phrase looked at, in words.
const LONGEST: usize = 8;

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    for sentence in &text.sentences {
        let range = sentence.tokens.clone();
        let mut at = range.start;
        while at < range.end {
            let Some((length, times)) = repeat_at(cx, at, range.end) else {
                at += 1;
                continue;
            };
            let end = at + length * times;
            let span = text.span_of(&(at..end));
            let once = text.at(text.span_of(&(at..at + length)));
            let strength = if length == 1 && text.tokens[at].is_function() { 0.85 } else { 0.95 };
            let message = format!("`{}` is written {}.", once, if times == 2 { "twice" } else { "several times" });
            findings.add(Draft::new(span, strength, message).suggest(once));
            at = end;
        }
    }
}

/// The length of the phrase that is repeated from a token on, and how often it stands there.
fn repeat_at(cx: &Context<'_>, at: usize, limit: usize) -> Option<(usize, usize)> {
    let tokens = &cx.pair.candidate.tokens;
    for length in 1..=LONGEST.min((limit - at) / 2) {
        let first = &tokens[at..at + length];
        let second = &tokens[at + length..at + 2 * length];
        if at > 0 && tokens[at - 1].is_mark("-") && !tokens[at].spaced {
            continue;
        }
        if !same(first, second)
            || first.iter().all(|token| token.kind == TokenKind::Mark)
            || is_english(cx, first, tokens.get(at + 2 * length))
        {
            continue;
        }
        let mut times = 2;
        while at + (times + 1) * length <= limit && same(first, &tokens[at + times * length..at + (times + 1) * length])
        {
            times += 1;
        }
        return Some((length, times));
    }
    None
}

fn same(first: &[Token], second: &[Token]) -> bool {
    let plural = |a: &Token, b: &Token| a.stem == b.stem && first.len() > 2 && a.is_word();
    let marks = first
        .iter()
        .any(|token| token.kind == TokenKind::Mark && !matches!(token.folded.as_str(), "-" | "\"" | "(" | ")" | "%"));
    let marks = marks
        && !(first.len() > 3
            && first.iter().filter(|token| token.kind == TokenKind::Mark).all(|token| token.is_mark(",")));
    let last = first.len() - 1;
    !marks
        && first.iter().zip(second).enumerate().all(|(at, (a, b))| {
            let spaced = b.spaced || at > 0 && !a.spaced || b.kind == TokenKind::Mark;
            let sentence = at == 0 && b.is_capitalised() && !a.is_capitalised();
            spaced && !sentence && (a.folded == b.folded && a.possessive == b.possessive || at == last && plural(a, b))
        })
}

/// Doublings that are right in English, or that the reference has too.
fn is_english(cx: &Context<'_>, phrase: &[Token], next: Option<&Token>) -> bool {
    const DOUBLED: [&str; 16] = [
        "had", "that", "very", "is", "no", "bye", "ha", "hey", "many", "really", "so", "long", "much", "yes", "knock",
        "never",
    ];
    if let [link, word] = phrase {
        // "again and again and again": what is said for effect.
        return link.folded == "and"
            && matches!(word.folded.as_str(), "again" | "on" | "over" | "round" | "up" | "down");
    }
    let [only] = phrase else { return false };
    // Figures side by side are a table's; a reference without them speaks against it.
    if only.kind == TokenKind::Number && cx.pair.reference.tokens.is_empty() {
        return true;
    }
    // "Walla Walla": without a reference a name that stands nowhere by itself is called so.
    let alone = || cx.pair.candidate.tokens.iter().filter(|token| token.folded == only.folded).count() == 2;
    if only.is_capitalised() && only.tier() > 40 && cx.pair.reference.tokens.is_empty() && alone() {
        return true;
    }
    let listed = DOUBLED.contains(&only.folded.as_str());
    // "Han Han wrote" is a name; at the end of a sentence a doubled word is a slip.
    let goes_on = next.is_some_and(|next| next.kind == TokenKind::Word);
    let given = goes_on && only.is_capitalised() && cx.lexicon.name_parts.has(&only.folded) && only.tier() > 20;
    let checked = only.is_capitalised() || only.kind == TokenKind::Number;
    listed || given || checked && in_reference(cx, only)
}

/// Whether the reference has the word twice in a row too.
fn in_reference(cx: &Context<'_>, only: &Token) -> bool {
    cx.pair.reference_index.has_exact(&only.folded) && {
        let twice = |two: &[Token]| two.iter().all(|token| token.folded == only.folded);
        cx.pair.reference.tokens.windows(2).any(twice)
    }
}

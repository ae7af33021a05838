use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::token::{Case, Token};

/// A space within a word.
pub const RULE: Rule = Rule {
    code: "JON014",
    name: "split-word",
    category: Category::Join,
    mqm: "fluency/typography",
    fix: Fix::Safe,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "A space cuts a word in two.",
    why: "Readers stumble, and searches miss the word.",
    ignores: "Two words that both stand in the dictionary are left alone, and so are words that the text joins with a hyphen elsewhere.",
    yields_to: &["JON002"],
    examples: &[
        Example::pair("", "She denied that a week had been [[wast ed]]."),
        Example::pair("", "The [[gov ernment]] met on Monday."),
        Example::pair("", "The air base lies north of the lake side town."),
        Example::pair("", "The actor Ste Fan and the co founder came."),
    ],
    check,
};

/// Letters that the whole word has at least.
const SHORTEST: usize = 6;

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    let plain =
        |token: &Token| token.is_word() && token.case == Case::Lower && token.folded.is_ascii() && !token.possessive;
    for (at, two) in text.tokens.windows(2).enumerate() {
        let [front, back] = two else { continue };
        let bound = |place: Option<usize>| {
            place.and_then(|place| text.tokens.get(place)).is_some_and(|near| !near.spaced && near.is_mark("-"))
        };
        if !plain(front) || !plain(back) || !back.spaced || bound(Some(at + 2)) || bound(at.checked_sub(1)) {
            continue;
        }
        let unknown = front.word.is_none() && front.folded.len() > 2 || back.word.is_none();
        let whole = format!("{}{}", front.folded, back.folded);
        let known = whole.len() >= SHORTEST && cx.lexicon.words.find(&whole).is_some_and(|word| word.tier <= 50);
        let borne_out = [front, back]
            .into_iter()
            .any(|part| part.word.is_none() && cx.pair.reference_index.has_exact(&part.folded));
        if unknown && known && !borne_out {
            let span = front.span.join(back.span);
            let message = format!("`{}` is one word: `{whole}`.", text.at(span));
            findings.add(Draft::new(span, 0.9, message).suggest(whole));
        }
    }
}

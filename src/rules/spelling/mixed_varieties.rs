use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};
use crate::text::token::Case;

/// British and American spelling in one text.
pub const RULE: Rule = Rule {
    code: "SPL004",
    name: "mixed-varieties",
    category: Category::Spelling,
    mqm: "style/inconsistent-style",
    fix: Fix::Never,
    severity: Severity::Neutral,
    stage: Stage::Trial,
    summary: "British and American spelling are mixed; told once.",
    why: "Desks keep to one of them; it harms no reader.",
    ignores: "One slip in a text is left alone, and so are names and -ise beside -ize.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "",
            "The colour of the harbour and its labour laws changed; the [[center]] of the theater was gray.",
        ),
        Example::pair(
            "",
            "The [[color]] and flavor of the candy stayed; the labour laws and the centre of the harbour did not.",
        ),
        Example::pair("", "The colour of the harbour changed, and the Labor Party organized a protest."),
        Example::pair("", "The color of the harbor changed, and the theatre closed."),
    ],
    check,
};

/// Words of either variety that make a mixture.
const ENOUGH: usize = 2;

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let tokens = &cx.pair.candidate.tokens;
    let (mut british, mut american) = (Vec::new(), Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        let plain = token.is_word() && token.case == Case::Lower && token.folded.len() > 3 && !token.is_function();
        let Some(row) = plain.then(|| cx.lexicon.varieties.find(&token.folded)).flatten() else { continue };
        let side = if row.field(1) == "british" { &mut british } else { &mut american };
        side.push((at, row.field(2)));
    }
    if british.len().min(american.len()) < ENOUGH {
        return;
    }
    // What is rarer, else what comes later, is the stranger.
    let (strangers, name) =
        if american.len() <= british.len() { (&american, "American") } else { (&british, "British") };
    let others = if american.len() <= british.len() { &british } else { &american };
    let (Some((at, right)), Some((other, _))) = (strangers.first(), others.first()) else { return };
    let (span, proof) = (tokens[*at].span, tokens[*other].span);
    let message = format!(
        "`{}` is {name}, `{}` is not: the text mixes British and American spelling.",
        cx.pair.candidate.at(span),
        cx.pair.candidate.at(proof)
    );
    findings.add(Draft::new(span, 0.9, message).proof(Proof::Candidate(proof)).suggest(*right));
}

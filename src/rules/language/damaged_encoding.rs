use crate::extract::encoding::damages;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::span::Span;

/// Characters that were damaged on their way.
pub const RULE: Rule = Rule {
    code: "LNG008",
    name: "damaged-encoding",
    category: Category::Language,
    mqm: "fluency/character-encoding",
    fix: Fix::Safe,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "Characters were damaged: read in the wrong encoding, replaced, or left as HTML entities.",
    why: "The word cannot be read, and the page looks broken.",
    ignores: "Accents, signs and ampersands of names are left alone. What the reference has too is left alone.",
    yields_to: &[],
    examples: &[
        Example::pair("", "The coach [[AimÃ©]] Laroche named his squad on Monday."),
        Example::pair("", "The board of Harrow [[&amp;]] Vale rejected the bid."),
        Example::pair("", "Aimé Laroche of AT&T met the author of “Ñandú”."),
        Example::pair("Write &amp; for an ampersand.", "Write &amp; for an ampersand."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let raw = cx.pair.candidate.raw;
    for damage in damages(raw) {
        let written = cx.pair.candidate.at(damage.span);
        if cx.pair.reference.raw.contains(written) {
            continue;
        }
        // An entity stands for itself; a letter is shown with its word.
        let span = if written.starts_with('&') { damage.span } else { word_around(raw, damage.span) };
        let message = match &damage.meant {
            Some(meant) => format!("`{}` is damaged: `{written}` stands for `{meant}`.", cx.pair.candidate.at(span)),
            None => format!("`{}` has a character that was lost.", cx.pair.candidate.at(span)),
        };
        let right = damage.meant.map(|meant| {
            let (front, back) = (
                &raw[span.start as usize..damage.span.start as usize],
                &raw[damage.span.end as usize..span.end as usize],
            );
            format!("{front}{meant}{back}")
        });
        findings.add(Draft::new(span, 0.9, message).suggest(right.unwrap_or_default()));
    }
}

/// The letters and damaged characters around a place, as far as the next space; at most 40 bytes on either side.
fn word_around(raw: &str, span: Span) -> Span {
    let reach = |chars: &mut dyn Iterator<Item = char>| {
        let mut length = 0;
        for c in chars.take(40).take_while(|c| c.is_alphabetic()) {
            length += c.len_utf8();
        }
        length as u32
    };
    let before = reach(&mut raw[..span.start as usize].chars().rev());
    let after = reach(&mut raw[span.end as usize..].chars());
    Span { start: span.start - before, end: span.end + after }
}

use std::collections::BTreeSet;
use std::ops::Range;

use crate::align::sentences::PairKind;
use crate::align::unknown_words::is_cited;
use crate::lexicon::table::Row;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// A word left in another language.
pub const RULE: Rule = Rule {
    code: "LNG001",
    name: "untranslated-remnant",
    category: Category::Language,
    mqm: "accuracy/untranslated",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Stable,
    summary: "A word is left in another script or another language.",
    why: "Readers cannot read it.",
    ignores: "Foreign words that the reference has too are right. A name given in its own script in brackets is right. Loan words that English has are English.",
    yields_to: &["LNG002"],
    examples: &[
        Example::pair("The share of methane fell to two percent.", "The share of [[метан]] fell to two percent."),
        Example::pair("Greece sent two rescue teams.", "[[Yunanistan]] sent two rescue teams."),
        Example::pair("The paper Hürriyet reported it.", "The paper Hürriyet reported it."),
        Example::pair("The town is called Cadirkaya.", "The town is called Cadirkaya (Чадыркая)."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    let foreign = |token: &&Token| token.kind == TokenKind::Foreign;
    let known: BTreeSet<&str> =
        cx.pair.reference.tokens.iter().filter(foreign).map(|token| token.folded.as_str()).collect();
    let mut at = 0;
    while at < text.tokens.len() {
        let end = at + text.tokens[at..].iter().take_while(foreign).count();
        if end > at {
            foreign_script(cx, at..end, &known, findings);
            at = end;
        } else {
            foreign_word(cx, at, findings);
            at += 1;
        }
    }
    unlisted_words(cx, findings);
}

fn foreign_script(cx: &Context<'_>, run: Range<usize>, known: &BTreeSet<&str>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    let (at, end) = (run.start, run.end);
    let bracket =
        |near: Option<&Token>| near.is_some_and(|token| matches!(token.folded.as_str(), "(" | ")" | "（" | "）"));
    let glossed = at > 0 && bracket(text.tokens.get(at - 1)) && bracket(text.tokens.get(end));
    let known = text.tokens[run].iter().all(|token| known.contains(token.folded.as_str()));
    if glossed || known {
        return;
    }
    let letters: usize = text.tokens[at..end].iter().map(|token| token.folded.chars().count()).sum();
    let greek = letters == 1
        && text.tokens[at].folded.chars().all(|c| ('α'..='ω').contains(&c) || c == 'µ' || c == 'º' || c == 'ª');
    if greek {
        return;
    }
    let span = text.span_of(&(at..end));
    let message = format!("`{}` is not translated.", text.at(span));
    findings.add(Draft::new(span, 0.95, message));
}

/// Words that look like another language's though no list has them.
fn unlisted_words(cx: &Context<'_>, findings: &mut Findings) {
    for unknown in cx.pair.unknown_words.iter().filter(|unknown| unknown.foreign) {
        let span = cx.pair.candidate.tokens[unknown.token].span;
        let message = format!("`{}` is not English.", cx.pair.candidate.at(span));
        findings.add(Draft::new(span, unknown.strength, message).severity(Severity::Minor));
    }
}

/// A word of the Latin script that is listed as another language's and that no text in English explains.
fn foreign_word(cx: &Context<'_>, at: usize, findings: &mut Findings) {
    let text = cx.pair.candidate;
    let token = &text.tokens[at];
    if token.kind != TokenKind::Word
        || token.word.is_some() && text.at(token.span).is_ascii()
        || token.folded.chars().count() < if text.at(token.span).is_ascii() { 3 } else { 2 }
        || cx.pair.reference_index.has_exact(&token.folded)
    {
        return;
    }
    let written = text.at(token.span);
    let small = token.case == Case::Lower;
    let in_name =
        cx.pair.candidate_facts.name_at(at).is_some_and(|name| cx.pair.candidate_facts.names[name].words.len() > 1);
    let exonym = cx.lexicon.exonyms.find(written).filter(|_| !in_name && !cx.pair.known.has_part(&token.folded));
    // German nouns are listed with their capital letter; at the beginning of a sentence any word has one.
    let begins = text.starts_sentence(at) && token.case == Case::Capital && cx.pair.kind != PairKind::Alone;
    // "van der Meer", "von Arnim".
    let particle = token.folded.len() <= 4 && text.tokens.get(at + 1).is_some_and(Token::is_capitalised);
    if small && particle && cx.pair.kind == PairKind::Alone || small && is_particle(text, at) {
        return;
    }
    if cx.pair.kind == PairKind::Alone && is_cited(text, at) || is_contraction(cx, &token.folded) {
        return;
    }
    let listed = || cx.lexicon.foreign_words.find(written);
    let word = if small || begins {
        listed()
            .or_else(|| cx.lexicon.foreign_words.find(&written.to_lowercase()))
            .or_else(|| cx.lexicon.foreign_words.find(&token.folded))
    } else {
        // Within a name it is foreign where the reference has what it means: "United Nationen".
        let meant = |row: &Row| row.list(2).any(|english| cx.pair.reference_index.has_word(english, cx.lexicon));
        listed().filter(|row| {
            (!in_name || meant(row))
                && !cx.pair.known.has_part(&token.folded)
                && !cx.lexicon.name_parts.has(&token.folded)
        })
    };
    let Some(row) = exonym.or(word) else { return };
    let english = row.list(2).next().unwrap_or("");
    let message = format!("`{written}` is not English: `{english}`.");
    let beside = |near: Option<&Token>| near.is_some_and(|near| near.is_mark("-") && !near.spaced);
    if beside(text.tokens.get(at + 1)) || at > 0 && beside(text.tokens.get(at - 1)) && !token.spaced {
        return;
    }
    let borne_out = cx.pair.reference_index.has_exact(&english.to_lowercase());
    let quoted = at > 0 && text.tokens[at - 1].kind == TokenKind::Mark && !token.spaced;
    let strength = if quoted {
        0.45
    } else if exonym.is_some() && !borne_out && !small {
        // A foreign place name may be somebody's surname or a hotel's.
        0.45
    } else if exonym.is_some() {
        0.8
    } else {
        0.72
    };
    let draft = Draft::new(token.span, strength, message).severity(Severity::Minor).suggest(english);
    let proof = cx.pair.reference.tokens.iter().find(|other| other.folded == english.to_lowercase());
    findings.add(match proof {
        Some(other) => draft.proof(Proof::Reference(other.span)),
        None => draft.proof(Proof::Glossary(english.to_owned())),
    });
}

/// "Ursula von der Leyen": small words between the capitals of one name.
fn is_particle(text: &Text<'_>, at: usize) -> bool {
    let short = |token: &Token| token.is_word() && token.case == Case::Lower && token.folded.chars().count() <= 4;
    let (tokens, sentence) = (&text.tokens, &text.sentences[text.sentence_of(at)].tokens);
    let before = tokens[sentence.start..at].iter().rev().find(|token| !short(token));
    let mut behind = tokens[at + 1..sentence.end].iter();
    let next = behind.next().is_some_and(short);
    short(&tokens[at])
        && next
        && before.is_some_and(Token::is_capitalised)
        && behind.next().is_some_and(Token::is_capitalised)
}

/// "dont": English without its apostrophe, which is told as a slip.
fn is_contraction(cx: &Context<'_>, folded: &str) -> bool {
    folded.strip_suffix("nt").is_some_and(|stem| cx.lexicon.words.find(&format!("{stem}n't")).is_some())
}

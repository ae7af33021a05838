//! Findings for people at a terminal: by paragraph, the sentence with the words marked, evidence, suggestion.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use colored::{Color, Colorize};
use textwrap::{Options, fill};

use crate::align::sentences::PairKind;
use crate::check::finding::{Evidence, Finding, Verdict};
use crate::lexicon::Lexicon;
use crate::report::harm::harm;
use crate::report::json::Places;
use crate::report::safe::for_terminal;
use crate::rules::model::{Category, Proof, Severity};
use crate::text::Text;
use crate::text::span::Span;

/// Widest line of prose, however wide the terminal is.
const WIDEST: usize = 120;

/// Marks around the words of a finding where colour is off; both are characters that wrapping keeps at the word.
const MARKS: (&str, &str) = ("[", "]");

/// Prints a verdict for a terminal of this width; colour is for `colored` to decide.
#[must_use]
pub fn render(verdict: &Verdict, reference: &str, candidate: &str, lexicon: &Lexicon, width: usize) -> String {
    let width = width.clamp(40, WIDEST);
    let places = Places::new(reference, candidate);
    let text = Text::read(candidate, lexicon);
    let mut out = first_look(verdict, &places, width);
    let mut last_paragraph = None;
    let mut last_sentence = None;
    for finding in &verdict.findings {
        let token = text.tokens.partition_point(|token| token.span.end <= finding.span.start);
        let sentence = text.sentence_of(token.min(text.tokens.len().saturating_sub(1)));
        let Some(read) = text.sentences.get(sentence) else { continue };
        if last_paragraph != Some(read.paragraph) {
            let line = places.in_candidate(read.span).line;
            let _ = writeln!(out, "{}", format!("Paragraph {}, line {line}", read.paragraph + 1).bold());
            last_paragraph = Some(read.paragraph);
        }
        if last_sentence != Some(sentence) {
            let inside: Vec<&Finding> = verdict
                .findings
                .iter()
                .filter(|other| read.span.overlaps(other.span) || read.span.holds(other.span))
                .collect();
            let _ = writeln!(out, "{}\n", marked_sentence(candidate, read.span, &inside, width));
            last_sentence = Some(sentence);
        }
        write_finding(&mut out, finding, &places, reference, candidate, width);
    }
    if verdict.findings.is_empty() {
        let _ = writeln!(out, "Nothing found.\n");
    }
    out.push_str(&summary(verdict, width));
    out
}

/// How many findings an editor is shown before all of them.
const FIRST: usize = 5;

/// The most harmful findings, surest first, where there are more than fit one look.
fn first_look(verdict: &Verdict, places: &Places<'_>, width: usize) -> String {
    if verdict.findings.len() <= FIRST {
        return String::new();
    }
    // One error is shown once, however often the text makes it.
    let mut places_of: BTreeMap<(Category, &str), (&Finding, u32)> = BTreeMap::new();
    for finding in &verdict.findings {
        let what = finding.suggestions.first().unwrap_or(&finding.message);
        let (shown, times) = places_of.entry((finding.rule.category, what)).or_insert((finding, 0));
        *times += 1;
        if finding.severity.weight() * finding.confidence > shown.severity.weight() * shown.confidence {
            *shown = finding;
        }
    }
    // What changes the facts comes before what only reads badly, what is said often before what is said once.
    let weight = |&(finding, times): &(&Finding, u32)| harm(finding) * (1.0 + 0.3 * f64::from(times.min(10) - 1));
    let mut worst: Vec<(&Finding, u32)> = places_of.into_values().collect();
    worst.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.0.span.cmp(&b.0.span)));
    let mut out = format!("{}\n", "Look at these first".bold());
    for (finding, times) in worst.into_iter().take(FIRST) {
        let line = places.in_candidate(finding.span).line;
        let head = format!("  line {line}, {}: ", finding.severity.word().color(colour_of(finding.severity)));
        let tail = if times > 1 { format!(" ({times} places)") } else { String::new() };
        let options = Options::new(width).initial_indent("").subsequent_indent("    ");
        let _ = writeln!(out, "{}", fill(&format!("{head}{}{tail}", for_terminal(&finding.message)), options));
    }
    out.push('\n');
    out
}

/// The sentence, wrapped, with the words of its findings marked.
fn marked_sentence(raw: &str, sentence: Span, findings: &[&Finding], width: usize) -> String {
    let mut spans: Vec<(Span, Severity)> =
        findings.iter().map(|one| (clip(one.span, sentence), one.severity)).collect();
    spans.sort_by_key(|(span, severity)| (span.start, *severity));
    let mut marked = String::new();
    let mut at = sentence.start;
    for (span, severity) in spans {
        if span.start < at {
            continue;
        }
        marked.push_str(&for_terminal(&raw[at as usize..span.start as usize]));
        marked.push_str(&mark(&for_terminal(&raw[span.range()]), severity));
        at = span.end;
    }
    marked.push_str(&for_terminal(&raw[at as usize..sentence.end as usize]));
    wrap(&marked, "  ", width)
}

fn clip(span: Span, within: Span) -> Span {
    let start = span.start.clamp(within.start, within.end);
    Span { start, end: span.end.clamp(start, within.end) }
}

/// Each word is coloured by itself, so that a line break within the mark does not spill colour.
fn mark(words: &str, severity: Severity) -> String {
    if !colored::control::SHOULD_COLORIZE.should_colorize() {
        return format!("{}{words}{}", MARKS.0, MARKS.1);
    }
    let colour = colour_of(severity);
    if words.is_empty() {
        return "▲".color(colour).bold().to_string();
    }
    let pieces: Vec<String> = words.split(' ').map(|word| word.color(colour).bold().underline().to_string()).collect();
    pieces.join(" ")
}

/// The colour of a severity wherever findings are shown on a terminal.
pub(super) fn colour_of(severity: Severity) -> Color {
    match severity {
        Severity::Critical => Color::Red,
        Severity::Major => Color::Yellow,
        Severity::Minor => Color::Cyan,
        Severity::Neutral => Color::White,
    }
}

fn wrap(text: &str, indent: &str, width: usize) -> String {
    fill(text, Options::new(width).initial_indent(indent).subsequent_indent(indent).break_words(true))
}

fn write_finding(
    out: &mut String,
    finding: &Finding,
    places: &Places<'_>,
    reference: &str,
    candidate: &str,
    width: usize,
) {
    let place = places.in_candidate(finding.span);
    let head = format!(
        "{} {} {}",
        finding.severity.word().color(colour_of(finding.severity)).bold(),
        finding.rule.code.bold(),
        format!("{}:{}  {:.0}% sure", place.line, place.column, finding.confidence * 100.0).dimmed()
    );
    let _ = writeln!(out, "    {head}");
    let _ = writeln!(out, "{}", wrap(&for_terminal(&finding.message), "      ", width));
    let (again, evidence): (Vec<&Evidence>, Vec<&Evidence>) = finding
        .evidence
        .iter()
        .partition(|evidence| matches!(evidence.proof, Proof::Candidate(_)) && evidence.text == finding.text);
    if !again.is_empty() {
        let lines = again.iter().filter_map(|evidence| match evidence.proof {
            Proof::Candidate(span) => Some(places.in_candidate(span)),
            Proof::Reference(_) | Proof::Glossary(_) => None,
        });
        let lines: Vec<String> = lines.map(|place| format!("{}:{}", place.line, place.column)).collect();
        let _ = writeln!(out, "{}", wrap(&format!("also at {}", lines.join(", ")), "      ", width).dimmed());
    }
    for evidence in evidence {
        let shown = match &evidence.proof {
            Proof::Reference(span) => {
                format!("reference, line {}: {}", places.in_reference(*span).line, around(reference, *span))
            }
            Proof::Candidate(span) => {
                format!("also line {}: {}", places.in_candidate(*span).line, around(candidate, *span))
            }
            Proof::Glossary(entry) => format!("glossary: {}", for_terminal(entry)),
        };
        let _ = writeln!(out, "{}", wrap(&shown, "      ", width).dimmed());
    }
    if let Some(best) = finding.suggestions.first() {
        let others = finding.suggestions[1..].iter().map(|other| format!(", {}", for_terminal(other)));
        let best = if best.is_empty() { "(delete)".to_owned() } else { for_terminal(best) };
        let line = format!("suggestion: {best}{}", others.collect::<String>());
        let _ = writeln!(out, "{}", wrap(&line, "      ", width).green());
    }
    out.push('\n');
}

/// The words of a span with a few words on either side.
fn around(raw: &str, span: Span) -> String {
    const REACH: usize = 36;
    let before = &raw[..span.start as usize];
    let after = &raw[span.end as usize..];
    let paragraph_start = before.rfind('\n').map_or(0, |at| at + 1);
    let paragraph_end = after.find('\n').unwrap_or(after.len());
    let start = before.char_indices().rev().take(REACH).last().map_or(before.len(), |(at, _)| at).max(paragraph_start);
    let end = after.char_indices().nth(REACH).map_or(after.len(), |(at, _)| at).min(paragraph_end);
    let start =
        if start > paragraph_start { before[start..].find(' ').map_or(start, |at| start + at + 1) } else { start };
    let end = if end < paragraph_end { after[..end].rfind(' ').unwrap_or(end) } else { end };
    let words: String = raw[span.range()].chars().take(300).collect();
    let dots = (if start > paragraph_start { "… " } else { "" }, if end < paragraph_end { " …" } else { "" });
    format!(
        "{}{}{}{}{}",
        dots.0,
        for_terminal(&before[start..]),
        for_terminal(&words),
        for_terminal(&after[..end]),
        dots.1
    )
}

/// How many findings there are, by severity.
pub(super) fn counted(verdict: &Verdict) -> String {
    let severities = [Severity::Critical, Severity::Major, Severity::Minor, Severity::Neutral];
    let counted: Vec<String> = severities
        .iter()
        .filter(|severity| verdict.count(**severity) > 0)
        .map(|severity| format!("{} {}", verdict.count(*severity), severity.word()))
        .collect();
    let total = verdict.findings.len();
    match total {
        0 => "No findings".to_owned(),
        1 => format!("1 finding ({})", counted.join(", ")),
        _ => format!("{total} findings ({})", counted.join(", ")),
    }
}

fn summary(verdict: &Verdict, width: usize) -> String {
    let findings = counted(verdict);
    let kind = match verdict.kind {
        PairKind::Alone => "checked without a reference",
        PairKind::Segment => "checked as one segment",
        PairKind::Parallel => "the reference is parallel",
        PairKind::Comparable => "the reference is another article on the event",
    };
    let line = format!(
        "{findings} in {} words; quality {:.1} of 100; MQM penalty {:.1} per 1,000 words; {kind}.",
        verdict.words, verdict.quality, verdict.penalty
    );
    format!("{}\n{}", fill(&line, Options::new(width)).bold(), not_mentioned(verdict, width))
}

/// How many facts are named that the candidate does not mention.
const NAMED: usize = 6;

/// What the candidate leaves out of the beginning of another article: a note, no finding.
fn not_mentioned(verdict: &Verdict, width: usize) -> String {
    if verdict.not_mentioned.is_empty() {
        return String::new();
    }
    let facts: Vec<String> = verdict.not_mentioned.iter().take(NAMED).map(|fact| for_terminal(fact)).collect();
    let more = verdict.not_mentioned.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let note = format!("Main facts of the reference that the candidate does not mention: {}{more}.", facts.join("; "));
    format!("{}\n", fill(&note, Options::new(width)))
}

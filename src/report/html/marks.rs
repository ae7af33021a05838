//! A text as paragraphs with marks: what is found and what speaks for it, also where marks overlap.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::report::html::escape::escape;
use crate::report::html::shell::grouped;
use crate::rules::model::Severity;
use crate::text::span::Span;

/// Texts of more bytes are shown in part: what is far from every mark is left out.
const LONG_TEXT: usize = 300_000;

/// What is shown of a long stretch without a change of marks: so many bytes of its beginning, and of its end.
const KEPT: usize = 1_500;

/// No more marks are named at one place; the list of findings has them all.
const MOST_AT_ONCE: usize = 12;

/// What a mark stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Role {
    /// The words that are likely wrong.
    Fault,
    /// Words that speak for a finding: the how manieth evidence of it, from 1.
    Evidence(usize),
}

/// Words of a text that belong to a finding.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) role: Role,
    /// The finding's number on the page, from 1, the most harmful first.
    pub(super) finding: usize,
    pub(super) severity: Severity,
}

/// The name of the element at which a mark begins.
pub(super) fn anchor(prefix: &str, side: &str, finding: usize, role: Role) -> String {
    match role {
        Role::Fault => format!("{prefix}{side}{finding}"),
        Role::Evidence(number) => format!("{prefix}{side}{finding}-{number}"),
    }
}

/// The text with its marks; `prefix` and `side` begin the names of its elements.
pub(super) fn marked_text(text: &str, marks: &[Mark], prefix: &str, side: &str) -> String {
    let mut writer = Writer { out: String::with_capacity(text.len().min(LONG_TEXT) * 2), breaks: 0, is_open: false };
    let mut starts: Vec<&Mark> = marks.iter().collect();
    starts.sort_by_key(|mark| (mark.span.start, mark.role, mark.finding));
    let mut ends: Vec<&Mark> = marks.iter().filter(|mark| !mark.span.is_empty()).collect();
    ends.sort_by_key(|mark| (mark.span.end, mark.role, mark.finding));
    let mut edges: Vec<u32> = marks.iter().flat_map(|mark| [mark.span.start, mark.span.end]).collect();
    edges.extend([0, text.len() as u32]);
    edges.sort_unstable();
    edges.dedup();
    let (mut starts, mut ends) = (starts.as_slice(), ends.as_slice());
    let mut open = Open { marks: BTreeSet::new(), severities: severities(marks) };
    for (at, &edge) in edges.iter().enumerate() {
        for mark in leading(&mut ends, |mark| mark.span.end <= edge) {
            open.marks.remove(&(mark.role, mark.finding));
        }
        for mark in leading(&mut starts, |mark| mark.span.start <= edge) {
            writer.inline(&format!("<span id=\"{}\"></span>", anchor(prefix, side, mark.finding, mark.role)));
            if mark.span.is_empty() {
                writer.inline(&gap(mark, prefix));
            } else {
                open.marks.insert((mark.role, mark.finding));
            }
        }
        let Some(&next) = edges.get(at + 1) else { break };
        let words = &text[edge as usize..next as usize];
        let ending = ends.iter().take_while(|mark| mark.span.end == next && mark.role == Role::Fault);
        let ending: Vec<usize> = ending.take(MOST_AT_ONCE).map(|mark| mark.finding).collect();
        let tags = tags(&open, &ending, prefix);
        match shortened(words, text.len()) {
            Some((head, left_out, tail)) => {
                writer.text(head, &tags);
                let count = grouped(left_out);
                writer.inline(&format!(" <span class=\"cut\">[… {count} characters left out here …]</span> "));
                writer.text(tail, &tags);
            }
            None => writer.text(words, &tags),
        }
    }
    writer.finish()
}

/// The marks that a place of the text is under; those of what is wrong come first, they outweigh the others.
struct Open {
    marks: BTreeSet<(Role, usize)>,
    /// By the number of the finding.
    severities: Vec<Severity>,
}

fn severities(marks: &[Mark]) -> Vec<Severity> {
    let most = marks.iter().map(|mark| mark.finding).max().unwrap_or(0);
    let mut severities = vec![Severity::Neutral; most + 1];
    for mark in marks {
        severities[mark.finding] = mark.severity;
    }
    severities
}

/// Takes the first marks off a list, as long as they fit.
fn leading<'l, 'm>(rest: &mut &'l [&'m Mark], fits: impl Fn(&Mark) -> bool) -> &'l [&'m Mark] {
    let (first, others) = rest.split_at(rest.partition_point(|mark| fits(mark)));
    *rest = others;
    first
}

/// The element around words under some marks, opened and closed; both empty where there is none.
fn tags(open: &Open, ending: &[usize], prefix: &str) -> (String, String) {
    let Some(&(first, leader)) = open.marks.first() else { return (String::new(), String::new()) };
    let first_evidence = (Role::Evidence(0), 0);
    let numbers = |marks: std::collections::btree_set::Range<'_, (Role, usize)>| {
        let numbers: BTreeSet<usize> = marks.take(MOST_AT_ONCE).map(|(_, finding)| *finding).collect();
        numbers.into_iter().collect::<Vec<usize>>()
    };
    let (faults, evidence) = (numbers(open.marks.range(..first_evidence)), numbers(open.marks.range(first_evidence..)));
    let class = match first {
        Role::Fault => faults.iter().map(|&finding| open.severities[finding]).max().unwrap_or(Severity::Neutral).word(),
        Role::Evidence(_) => "evidence",
    };
    let mut tag = format!("<mark class=\"{class}\"");
    for (name, numbers) in [("data-f", &faults), ("data-e", &evidence)] {
        if !numbers.is_empty() {
            let _ = write!(tag, " {name}=\"{}\"", joined(numbers, " "));
        }
    }
    if !ending.is_empty() {
        let _ = write!(tag, " data-n=\"{}\"", joined(ending, ","));
    }
    let _ = write!(tag, "><a href=\"#{prefix}f{leader}\" aria-describedby=\"{prefix}m{leader}\">");
    (tag, "</a></mark>".to_owned())
}

fn joined(numbers: &[usize], between: &str) -> String {
    numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(between)
}

/// A place where something is missing.
fn gap(mark: &Mark, prefix: &str) -> String {
    let (finding, class) = (mark.finding, if mark.role == Role::Fault { mark.severity.word() } else { "evidence" });
    let data = if mark.role == Role::Fault { "data-f" } else { "data-e" };
    format!(
        "<mark class=\"gap {class}\" {data}=\"{finding}\" data-n=\"{finding}\"><a href=\"#{prefix}f{finding}\" \
         aria-describedby=\"{prefix}m{finding}\"><span class=\"hidden\">something is missing here</span></a></mark>"
    )
}

/// Beginning, number of characters left out, and end of a long stretch in a long text.
fn shortened(words: &str, whole: usize) -> Option<(&str, usize, &str)> {
    if whole <= LONG_TEXT || words.len() <= 3 * KEPT {
        return None;
    }
    let boundary = |near: usize| (near..words.len()).find(|at| words.is_char_boundary(*at)).unwrap_or(words.len());
    let (head, tail) = (boundary(KEPT), boundary(words.len() - KEPT));
    Some((&words[..head], words[head..tail].chars().count(), &words[tail..]))
}

/// Writes paragraphs: an empty line begins a new one, a single line break stays one.
struct Writer {
    out: String,
    breaks: usize,
    is_open: bool,
}

impl Writer {
    fn text(&mut self, text: &str, (open, close): &(String, String)) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.breaks += 1;
            }
            let line = line.trim_end_matches('\r');
            let is_blank = line.trim().is_empty();
            if line.is_empty() || is_blank && (self.breaks > 0 || !self.is_open) {
                continue;
            }
            let line = escape(line);
            self.inline(&if is_blank { line } else { format!("{open}{line}{close}") });
        }
    }

    /// Writes something that belongs into a paragraph.
    fn inline(&mut self, html: &str) {
        match (self.is_open, self.breaks) {
            (false, _) => self.out.push_str("<p>"),
            (true, 0) => {}
            (true, 1) => self.out.push_str("<br>\n"),
            (true, _) => self.out.push_str("</p>\n<p>"),
        }
        self.is_open = true;
        self.breaks = 0;
        self.out.push_str(html);
    }

    fn finish(mut self) -> String {
        if self.is_open {
            self.out.push_str("</p>\n");
        }
        self.out
    }
}

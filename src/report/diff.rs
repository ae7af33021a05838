//! What a change does to a text, as a unified diff for people; the changed words of a line stand out where there is colour.

use std::fmt::Write as _;

use colored::{Color, Colorize};
use similar::udiff::UnifiedHunkHeader;
use similar::{ChangeTag, DiffOp, TextDiff, group_diff_ops};

use crate::report::safe::for_terminal;

/// Lines around a change.
const CONTEXT: usize = 3;

/// Bytes beyond which a line is not compared word by word.
const LONGEST: usize = 20_000;

/// The diff of two texts that differ within their lines; empty where they do not differ.
#[must_use]
pub fn unified(name: &str, old: &str, new: &str) -> String {
    let lines: (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let groups = group_diff_ops(operations(&lines.0, &lines.1), CONTEXT);
    let mut out = String::new();
    if groups.is_empty() {
        return out;
    }
    for mark in ["---", "+++"] {
        let _ = writeln!(out, "{}", format!("{mark} {}", for_terminal(name)).bold());
    }
    for group in &groups {
        let _ = writeln!(out, "{}", UnifiedHunkHeader::new(group).to_string().cyan());
        for operation in group {
            write_operation(&mut out, operation, &lines.0, &lines.1);
        }
    }
    out
}

/// Line stands against line, so that time grows with the lines only.
fn operations(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let both = old.len().min(new.len());
    let mut operations = Vec::new();
    let mut at = 0;
    while at < both {
        let same = old[at] == new[at];
        let len = (at..both).take_while(|line| (old[*line] == new[*line]) == same).count();
        operations.push(if same {
            DiffOp::Equal { old_index: at, new_index: at, len }
        } else {
            DiffOp::Replace { old_index: at, old_len: len, new_index: at, new_len: len }
        });
        at += len;
    }
    if old.len() > both {
        operations.push(DiffOp::Delete { old_index: both, old_len: old.len() - both, new_index: both });
    }
    if new.len() > both {
        operations.push(DiffOp::Insert { old_index: both, new_index: both, new_len: new.len() - both });
    }
    operations
}

fn write_operation(out: &mut String, operation: &DiffOp, old: &[&str], new: &[&str]) {
    let (_, old_range, new_range) = operation.as_tag_tuple();
    if matches!(operation, DiffOp::Equal { .. }) {
        for line in &old[old_range] {
            write_line(out, " ", plain(line), line);
        }
        return;
    }
    let (old, new) = (&old[old_range], &new[new_range]);
    for (tag, mark, colour, lines) in
        [(ChangeTag::Delete, "-", Color::Red, old), (ChangeTag::Insert, "+", Color::Green, new)]
    {
        for (at, line) in lines.iter().enumerate() {
            let words = match (old.get(at), new.get(at)) {
                (Some(old), Some(new)) => marked_words(old, new, tag, colour),
                _ => plain(line).color(colour).to_string(),
            };
            write_line(out, &mark.color(colour).to_string(), words, line);
        }
    }
}

fn write_line(out: &mut String, mark: &str, words: String, line: &str) {
    let _ = writeln!(out, "{mark}{words}");
    if !line.ends_with('\n') {
        let _ = writeln!(out, "\\ No newline at end of file");
    }
}

/// A line without its end, safe to print.
fn plain(line: &str) -> String {
    for_terminal(line.trim_end_matches(['\r', '\n']))
}

/// One of two lines, in the colour of its side, the words that the other lacks underlined.
fn marked_words(old: &str, new: &str, tag: ChangeTag, colour: Color) -> String {
    let line = if tag == ChangeTag::Delete { old } else { new };
    if !colored::control::SHOULD_COLORIZE.should_colorize() || old.len().max(new.len()) > LONGEST {
        return plain(line).color(colour).to_string();
    }
    let (old, new) = (old.trim_end_matches(['\r', '\n']), new.trim_end_matches(['\r', '\n']));
    let mut marked = String::new();
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let words = for_terminal(change.value());
        if change.tag() == ChangeTag::Equal {
            marked.push_str(&words.color(colour).to_string());
        } else if change.tag() == tag {
            marked.push_str(&words.color(colour).bold().underline().to_string());
        }
    }
    marked
}

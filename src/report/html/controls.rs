//! The filters of a page and what is said of its pairs: none of it shows anything of a text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::align::sentences::PairKind;
use crate::check::finding::{Finding, Verdict};
use crate::report::html::shell::{counted, grouped};
use crate::rules::model::{Category, Severity};

/// The severities, the worst first.
pub(super) const SEVERITIES: [Severity; 4] = [Severity::Critical, Severity::Major, Severity::Minor, Severity::Neutral];

/// The filters, each with the number of findings that it stands for.
pub(super) fn filters<'f>(findings: impl Iterator<Item = &'f Finding>) -> String {
    let mut severities: BTreeMap<Severity, usize> = BTreeMap::new();
    let mut categories: BTreeMap<Category, usize> = BTreeMap::new();
    let mut total = 0;
    for finding in findings {
        *severities.entry(finding.severity).or_default() += 1;
        *categories.entry(finding.rule.category).or_default() += 1;
        total += 1;
    }
    if total == 0 {
        return String::new();
    }
    let mut out = "<details class=\"fold needs-script\" id=\"fold\" open><summary>Filter and sort</summary>\n\
                   <form class=\"filters\" aria-label=\"Filter the findings\">\n"
        .to_owned();
    let by_severity = SEVERITIES.into_iter().filter_map(|one| Some((one.word(), *severities.get(&one)?)));
    boxes(&mut out, "Severity", "severity", by_severity);
    let by_category = Category::ALL.into_iter().filter_map(|one| Some((one.word(), *categories.get(&one)?)));
    boxes(&mut out, "Category", "category", by_category);
    let shown = counted(total, "finding");
    let _ = write!(
        out,
        "<div class=\"row\"><label>Least confidence <input type=\"range\" id=\"least\" min=\"0\" max=\"100\" step=\"5\" \
         value=\"0\"> <output id=\"least-shown\" for=\"least\">0 %</output></label>\n\
         <label>Sort by <select id=\"sort\"><option value=\"number\">harm</option>\
         <option value=\"start\">place in the text</option><option value=\"confidence\">confidence</option></select></label>\n\
         <button type=\"reset\">Show all</button>\n\
         <span id=\"status\" role=\"status\">{shown}</span></div>\n\
         <details class=\"keys\"><summary>Keys</summary><p><kbd>j</kbd> or <kbd>↓</kbd> next finding, <kbd>k</kbd> or \
         <kbd>↑</kbd> the one before, <kbd>Enter</kbd> its evidence and again the next evidence, <kbd>Esc</kbd> back to \
         the list, <kbd>c</kbd> copy the suggestion.</p></details>\n</form>\n</details>\n"
    );
    out
}

fn boxes(out: &mut String, title: &str, name: &str, values: impl Iterator<Item = (&'static str, usize)>) {
    let _ = write!(out, "<fieldset><legend>{title}</legend>");
    for (value, count) in values {
        let count = grouped(count);
        let _ = write!(
            out,
            "<label><input type=\"checkbox\" name=\"{name}\" value=\"{value}\" checked> {value} \
             <span class=\"quiet\">{count}</span></label>"
        );
    }
    out.push_str("</fieldset>\n");
}

/// Quality, findings by severity, penalty, and what the reference is.
pub(super) fn summary(verdict: &Verdict) -> String {
    let counts: Vec<String> = SEVERITIES
        .into_iter()
        .filter(|severity| verdict.count(*severity) > 0)
        .map(|one| format!("<span class=\"badge {0}\">{1} {0}</span>", one.word(), verdict.count(one)))
        .collect();
    let kind = match verdict.kind {
        PairKind::Alone => "checked without a reference",
        PairKind::Segment => "checked as one segment",
        PairKind::Parallel => "the reference is parallel",
        PairKind::Comparable => "the reference is another article on the event",
    };
    format!(
        "<p class=\"summary\"><span class=\"quality\"><meter min=\"0\" max=\"100\" value=\"{quality:.1}\" \
         aria-hidden=\"true\"></meter> Quality <b>{quality:.1}</b> of 100</span> <span>{total} {counts}</span> \
         <span class=\"quiet\">penalty {penalty:.1} per 1,000 words · {words} · {kind}</span></p>\n",
        quality = verdict.quality,
        total = counted(verdict.findings.len(), "finding"),
        counts = counts.join(" "),
        penalty = verdict.penalty,
        words = counted(verdict.words, "word"),
    )
}

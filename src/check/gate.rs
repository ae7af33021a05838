//! Whether a candidate may pass: the conditions of its policy, and what each failed one says.

use crate::check::policy::Policy;
use crate::check::sift::Sifted;
use crate::config::profile::FailOn;
use crate::rules::model::Severity;

/// Whether findings of a severity fail the gate.
#[must_use]
pub fn reaches(fail_on: FailOn, severity: Severity) -> bool {
    match fail_on {
        FailOn::Critical => severity >= Severity::Critical,
        FailOn::Major => severity >= Severity::Major,
        FailOn::Minor => severity >= Severity::Minor,
        FailOn::Never => false,
    }
}

/// A sentence for each condition that the findings reported fail; none where the candidate passes.
#[must_use]
pub fn failures(sifted: &Sifted, policy: &Policy) -> Vec<String> {
    let verdict = &sifted.verdict;
    let mut failures = Vec::new();
    let fail_on = policy.fail_on.value;
    let harmful = verdict.findings.iter().filter(|finding| reaches(fail_on, finding.severity)).count();
    if harmful > 0 {
        let word = fail_on.word();
        let worse = if fail_on == FailOn::Critical { "" } else { " or worse" };
        failures.push(format!("{} {word}{worse} (fail-on = {word})", counted(harmful)));
    }
    for (category, limit) in &policy.limits {
        let found = verdict.findings.iter().filter(|finding| finding.rule.category == *category).count();
        if found > limit.value {
            let word = category.word();
            failures.push(format!("{} in category {word} (limit {word} = {})", counted_only(found), limit.value));
        }
    }
    if let Some(most) = policy.max_penalty.as_ref().filter(|most| verdict.penalty > most.value) {
        failures
            .push(format!("the MQM penalty is {:.2} per 1,000 words (max-penalty = {})", verdict.penalty, most.value));
    }
    if let Some(least) = policy.min_quality.as_ref().filter(|least| verdict.quality < least.value) {
        failures.push(format!("the quality is {:.2} of 100 (min-quality = {})", verdict.quality, least.value));
    }
    if policy.strict_ignores.value && !sifted.unused_ignores.is_empty() {
        let count = sifted.unused_ignores.len();
        let ignores = if count == 1 { "1 ignore ignores" } else { &format!("{count} ignores ignore") };
        failures.push(format!("{ignores} nothing (strict-ignores = true)"));
    }
    failures
}

fn counted(count: usize) -> String {
    if count == 1 { "1 finding is".to_owned() } else { format!("{count} findings are") }
}

fn counted_only(count: usize) -> String {
    if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") }
}

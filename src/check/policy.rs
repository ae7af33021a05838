//! What is made of the findings of one candidate: every value decided, each with where it is from.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::check::finding::Finding;
use crate::config::options::{Exception, Options, Origin, Placed};
use crate::config::profile::{FailOn, Profile};
use crate::config::vocabulary::Selector;
use crate::rules::model::{Category, Rule, Severity};
use crate::rules::{RULES, find};

/// Every value decided for one candidate.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The candidate's path from the folder of the configuration file, with `/`.
    pub path: String,
    /// The profile, where one was chosen.
    pub profile: Option<Placed<Profile>>,
    /// Findings below this confidence are not reported.
    pub min_confidence: Placed<f64>,
    /// Least severity that fails the gate.
    pub fail_on: Placed<FailOn>,
    /// Highest penalty that passes.
    pub max_penalty: Option<Placed<f64>>,
    /// Lowest quality that passes.
    pub min_quality: Option<Placed<f64>>,
    /// Whether an ignore that ignores nothing fails the gate.
    pub strict_ignores: Placed<bool>,
    /// Where the reference is, as it is written.
    pub reference: Option<Placed<PathBuf>>,
    /// The baseline.
    pub baseline: Option<Placed<PathBuf>>,
    /// Glossaries, the nearest first.
    pub glossary: Vec<Placed<PathBuf>>,
    /// Rules that are off, by code.
    pub off: BTreeMap<&'static str, Origin>,
    /// Severities other than a rule's own, by code.
    pub severities: BTreeMap<&'static str, Placed<Severity>>,
    /// Most findings of a category that pass.
    pub limits: BTreeMap<Category, Placed<usize>>,
    /// Findings not to report.
    pub exceptions: Vec<Placed<Exception>>,
}

/// Decides every value: the nearest layer that says something counts, then the profile, then the defaults. Lists and
/// tables of all layers are added up; of two that speak of one rule or category the nearer one counts.
#[must_use]
pub fn decide(path: String, layers: &[&Options]) -> Policy {
    let profile = nearest(layers, |layer| &layer.profile);
    let set = profile.as_ref().map_or(Profile::Desk, |profile| profile.value);
    let origin = profile.as_ref().map_or(Origin::Default, |profile| Origin::Profile(profile.value));
    let min_confidence = Placed { value: set.min_confidence(), origin: origin.clone() };
    let fail_on = Placed { value: set.fail_on(), origin };
    let lenient = Placed { value: false, origin: Origin::Default };
    let glossary = layers.iter().flat_map(|layer| layer.glossary.iter().cloned());
    let exceptions = layers.iter().flat_map(|layer| layer.exceptions.iter().cloned());
    Policy {
        path,
        min_confidence: nearest(layers, |layer| &layer.min_confidence).unwrap_or(min_confidence),
        fail_on: nearest(layers, |layer| &layer.fail_on).unwrap_or(fail_on),
        max_penalty: nearest(layers, |layer| &layer.max_penalty),
        min_quality: nearest(layers, |layer| &layer.min_quality),
        strict_ignores: nearest(layers, |layer| &layer.strict_ignores).unwrap_or(lenient),
        reference: nearest(layers, |layer| &layer.reference),
        baseline: nearest(layers, |layer| &layer.baseline),
        glossary: glossary.collect(),
        off: RULES.iter().filter_map(|rule| Some((rule.code, switched_off(layers, rule)?))).collect(),
        severities: RULES.iter().filter_map(|rule| Some((rule.code, severity(layers, rule)?))).collect(),
        limits: Category::ALL.into_iter().filter_map(|category| Some((category, limit(layers, category)?))).collect(),
        exceptions: exceptions.collect(),
        profile,
    }
}

fn nearest<T: Clone>(layers: &[&Options], field: impl Fn(&Options) -> &Option<T>) -> Option<T> {
    layers.iter().find_map(|layer| field(layer).clone())
}

/// Whether a selector means a rule.
#[must_use]
pub fn covers(selector: Selector, rule: &Rule) -> bool {
    selector.covers(rule.code, rule.category.word())
}

/// What a layer's table says of a rule: what names it by its code comes before its category, that before `all`.
fn said<'t, T>(table: &'t [(Selector, Placed<T>)], rule: &Rule) -> Option<&'t Placed<T>> {
    let narrowness = |selector: Selector| match selector {
        Selector::ALL => 2,
        other => i32::from(find(other.word()).is_none()),
    };
    let fitting = table.iter().filter(|(selector, _)| covers(*selector, rule));
    fitting.min_by_key(|(selector, _)| narrowness(*selector)).map(|(_, placed)| placed)
}

fn switched_off(layers: &[&Options], rule: &Rule) -> Option<Origin> {
    let switch = layers.iter().find_map(|layer| said(&layer.rules, rule))?;
    (!switch.value).then(|| switch.origin.clone())
}

fn severity(layers: &[&Options], rule: &Rule) -> Option<Placed<Severity>> {
    let placed = layers.iter().find_map(|layer| said(&layer.severities, rule))?;
    let severity = Severity::ALL.into_iter().find(|severity| severity.word() == placed.value)?;
    Some(Placed { value: severity, origin: placed.origin.clone() })
}

fn limit(layers: &[&Options], category: Category) -> Option<Placed<usize>> {
    layers.iter().find_map(|layer| layer.limits.get(category.word()).cloned())
}

/// Whether an exception of the configuration is for a finding in the candidate of this path.
#[must_use]
pub fn excepts(exception: &Exception, path: &str, finding: &Finding) -> bool {
    let rule = exception.rules.is_empty() || exception.rules.iter().any(|selector| covers(*selector, finding.rule));
    let text = exception.text.as_ref().is_none_or(|text| *text == finding.text);
    rule && text && exception.path.as_ref().is_none_or(|pattern| pattern.matcher.is_match(path))
}

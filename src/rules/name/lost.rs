use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};

/// A name that a translation leaves out.
pub const RULE: Rule = Rule {
    code: "NAM006",
    name: "lost-name",
    category: Category::Name,
    mqm: "accuracy/omission",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "A name of the reference is left out of the sentence that translates its sentence.",
    why: "Readers do not learn who or what it was about.",
    ignores: "Only parallel texts are looked at. A name that the candidate has elsewhere, or for which a pronoun stands, \
              is not missed.",
    yields_to: &["COV001"],
    examples: &[
        Example::segment(
            "The delegates travelled to Ankara yesterday to sign the treaty.",
            "The delegates travelled[[]] yesterday to sign the treaty.",
        ),
        Example::segment(
            "The trainer praised Mikael Lindqvist loudly after the match.",
            "The trainer praised[[]] loudly after the match.",
        ),
        Example::segment(
            "The trainer praised Mikael Lindqvist loudly after the match.",
            "The trainer praised him loudly after the match.",
        ),
        Example::pair(
            "The delegates travelled to Ankara on Monday. The treaty was signed there.",
            "The delegates travelled on Monday. The treaty was signed in Ankara.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for lost in &cx.pair.lost_names {
        let span = cx.pair.reference_facts.names[lost.name].span;
        let message = format!("`{}`, which the reference names here, is left out.", cx.pair.reference.at(span));
        findings.add(Draft::new(lost.place, lost.strength, message).proof(Proof::Reference(span)));
    }
}

//! Which findings an editor should see first.

use crate::check::finding::Finding;
use crate::rules::model::Category;

/// What a fault that only reads badly counts beside one that changes the facts.
const FORM: f64 = 0.4;

/// The harm to expect of a finding: MQM's weight by how likely it is right, less for what only reads badly.
#[must_use]
pub fn harm(finding: &Finding) -> f64 {
    let is_form = matches!(finding.rule.category, Category::Join | Category::Spelling);
    finding.severity.weight() * finding.confidence * if is_form { FORM } else { 1.0 }
}

/// Positions of the findings, the most harmful first; of equals the one that stands first in the text.
#[must_use]
pub fn by_harm(findings: &[Finding]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    let key = |at: usize| (harm(&findings[at]), findings[at].confidence);
    order.sort_by(|&a, &b| {
        let (a_harm, b_harm) = (key(a), key(b));
        b_harm.0.total_cmp(&a_harm.0).then(b_harm.1.total_cmp(&a_harm.1)).then(a.cmp(&b))
    });
    order
}

//! What can be wrong, one rule a file; [`RULES`] lists them all.

mod coverage;
mod join;
mod language;
mod logic;
pub mod model;
mod name;
mod number;
mod pronoun;
mod spelling;
mod term;

use crate::config::vocabulary::Vocabulary;
use crate::rules::model::{Category, Rule, Severity};

/// All rules, by category in the contract's order.
pub static RULES: &[Rule] = &[
    name::misspelled::RULE,
    name::inconsistent::RULE,
    name::swapped::RULE,
    name::translated::RULE,
    name::wrong_role::RULE,
    name::lost::RULE,
    number::changed::RULE,
    number::wrong_unit::RULE,
    number::wrong_magnitude::RULE,
    number::changed_date::RULE,
    number::reversed_bound::RULE,
    number::wrong_weekday::RULE,
    number::wrong_total::RULE,
    number::two_values::RULE,
    number::impossible_figure::RULE,
    number::one_sided::RULE,
    logic::flipped_negation::RULE,
    logic::changed_likelihood::RULE,
    logic::opposite_word::RULE,
    logic::question::RULE,
    logic::exchanged_roles::RULE,
    logic::exchanged_order::RULE,
    logic::changed_stage::RULE,
    logic::changed_quantifier::RULE,
    logic::changed_duty::RULE,
    logic::contradiction::RULE,
    logic::impossible_object::RULE,
    join::glued_sentences::RULE,
    join::glued_words::RULE,
    join::unbalanced_quote::RULE,
    join::space_before::RULE,
    join::repeated_phrase::RULE,
    join::orphan_fragment::RULE,
    join::broken_sentence::RULE,
    join::missing_stop::RULE,
    join::small_start::RULE,
    join::stray_mark::RULE,
    join::misplaced_mark::RULE,
    join::unpaired_bracket::RULE,
    join::impossible_pair::RULE,
    join::split_word::RULE,
    term::written_otherwise::RULE,
    term::forbidden::RULE,
    term::word_for_word::RULE,
    term::two_renderings::RULE,
    coverage::omitted::RULE,
    coverage::unrelated::RULE,
    coverage::added::RULE,
    language::untranslated::RULE,
    language::wrong_language::RULE,
    language::wrong_article::RULE,
    language::wrong_form::RULE,
    language::disagreement::RULE,
    language::doubled_link::RULE,
    language::echo::RULE,
    language::damaged_encoding::RULE,
    language::wrong_collocation::RULE,
    language::odd_construction::RULE,
    spelling::unknown_word::RULE,
    spelling::lost_letter::RULE,
    spelling::confused_word::RULE,
    spelling::mixed_varieties::RULE,
    pronoun::gender::RULE,
    pronoun::against_title::RULE,
];

/// The rule with a code, in capitals or small letters.
#[must_use]
pub fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code.eq_ignore_ascii_case(code) || rule.name == code)
}

/// The words for rules, categories and severities.
#[must_use]
pub fn vocabulary() -> Vocabulary {
    Vocabulary {
        rules: RULES.iter().map(|rule| (rule.code, rule.name)).collect(),
        categories: Category::ALL.iter().map(|category| category.word()).collect(),
        severities: Severity::ALL.iter().map(|severity| severity.word()).collect(),
    }
}

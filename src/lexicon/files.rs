//! All data files of the built-in lexicon by name, so that each is built in once and one lexicon can be told from
//! another.

use crate::lexicon::table::rows;

/// The name of a file below this folder, and what is in it.
pub type DataFile = (&'static str, &'static str);

/// The files of English, by name.
pub static ENGLISH: &[DataFile] = &[
    ("en/measures/bounds.tsv", include_str!("en/measures/bounds.tsv")),
    ("en/measures/calendar.tsv", include_str!("en/measures/calendar.tsv")),
    ("en/measures/identifiers.tsv", include_str!("en/measures/identifiers.tsv")),
    ("en/measures/numbers.tsv", include_str!("en/measures/numbers.tsv")),
    ("en/measures/set_phrases.tsv", include_str!("en/measures/set_phrases.tsv")),
    ("en/measures/subunits.tsv", include_str!("en/measures/subunits.tsv")),
    ("en/measures/units.tsv", include_str!("en/measures/units.tsv")),
    ("en/measures/zones.tsv", include_str!("en/measures/zones.tsv")),
    ("en/names/cities.tsv", include_str!("en/names/cities.tsv")),
    ("en/names/countries.tsv", include_str!("en/names/countries.tsv")),
    ("en/names/currencies.tsv", include_str!("en/names/currencies.tsv")),
    ("en/names/exonyms.tsv", include_str!("en/names/exonyms.tsv")),
    ("en/names/foreign_words.tsv", include_str!("en/names/foreign_words.tsv")),
    ("en/names/generic_heads.tsv", include_str!("en/names/generic_heads.tsv")),
    ("en/names/given_names.tsv", include_str!("en/names/given_names.tsv")),
    ("en/names/listed_names.tsv", include_str!("en/names/listed_names.tsv")),
    ("en/names/name_meanings.tsv", include_str!("en/names/name_meanings.tsv")),
    ("en/names/near_names.tsv", include_str!("en/names/near_names.tsv")),
    ("en/names/organisations.tsv", include_str!("en/names/organisations.tsv")),
    ("en/names/people.tsv", include_str!("en/names/people.tsv")),
    ("en/names/portfolios.tsv", include_str!("en/names/portfolios.tsv")),
    ("en/names/regions.tsv", include_str!("en/names/regions.tsv")),
    ("en/names/roles.tsv", include_str!("en/names/roles.tsv")),
    ("en/names/romanisation.tsv", include_str!("en/names/romanisation.tsv")),
    ("en/names/surnames.tsv", include_str!("en/names/surnames.tsv")),
    ("en/names/titles.tsv", include_str!("en/names/titles.tsv")),
    ("en/names/treaties.tsv", include_str!("en/names/treaties.tsv")),
    ("en/words/abbreviations.tsv", include_str!("en/words/abbreviations.tsv")),
    ("en/words/articles.tsv", include_str!("en/words/articles.tsv")),
    ("en/words/calques.tsv", include_str!("en/words/calques.tsv")),
    ("en/words/collocations.tsv", include_str!("en/words/collocations.tsv")),
    ("en/words/confusions.tsv", include_str!("en/words/confusions.tsv")),
    ("en/words/contraries.tsv", include_str!("en/words/contraries.tsv")),
    ("en/words/converses.tsv", include_str!("en/words/converses.tsv")),
    ("en/words/derivations.tsv", include_str!("en/words/derivations.tsv")),
    ("en/words/equivalents.tsv", include_str!("en/words/equivalents.tsv")),
    ("en/words/grammar.tsv", include_str!("en/words/grammar.tsv")),
    ("en/words/implicit_negatives.tsv", include_str!("en/words/implicit_negatives.tsv")),
    ("en/words/impossible_objects.tsv", include_str!("en/words/impossible_objects.tsv")),
    ("en/words/likelihood.tsv", include_str!("en/words/likelihood.tsv")),
    ("en/words/near.tsv", include_str!("en/words/near.tsv")),
    ("en/words/opposites.tsv", include_str!("en/words/opposites.tsv")),
    ("en/words/pairs.tsv", include_str!("en/words/pairs.tsv")),
    ("en/words/proper.tsv", include_str!("en/words/proper.tsv")),
    ("en/words/quantifiers.tsv", include_str!("en/words/quantifiers.tsv")),
    ("en/words/relations.tsv", include_str!("en/words/relations.tsv")),
    ("en/words/stage_words.tsv", include_str!("en/words/stage_words.tsv")),
    ("en/words/stages.tsv", include_str!("en/words/stages.tsv")),
    ("en/words/transitions.tsv", include_str!("en/words/transitions.tsv")),
    ("en/words/turning.tsv", include_str!("en/words/turning.tsv")),
    ("en/words/varieties.tsv", include_str!("en/words/varieties.tsv")),
    ("en/words/words.tsv", include_str!("en/words/words.tsv")),
];

/// What is in the file of this name.
///
/// # Panics
///
/// Where no such file is listed above: a mistake in the program that its first run shows.
#[must_use]
pub fn data(name: &str) -> &'static str {
    let found = ENGLISH.binary_search_by_key(&name, |(listed, _)| listed);
    found.map(|at| ENGLISH[at].1).expect("every file that is read is listed, by name")
}

/// How many entries a file has.
#[must_use]
pub fn entries(content: &'static str) -> usize {
    rows(content).count()
}

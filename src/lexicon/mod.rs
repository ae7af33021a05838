//! What we know of a language, as data files that are read once; code asks what a word does, never which language
//! it is.

pub mod abbreviations;
pub mod articles;
pub mod decimal;
pub mod files;
pub mod fold;
pub mod gazetteer;
pub mod keys;
pub mod language;
pub mod meanings;
pub mod measures;
pub mod nearness;
pub mod name_parts;
pub mod opposites;
pub mod phrases;
pub mod roles;
pub mod romanisation;
pub mod table;
pub mod titles;
pub mod transitions;
pub mod words;

use rust_stemmers::{Algorithm, Stemmer};

use crate::lexicon::abbreviations::Abbreviations;
use crate::lexicon::articles::Articles;
use crate::lexicon::gazetteer::Gazetteer;
use crate::lexicon::meanings::Meanings;
use crate::lexicon::measures::{Measures, Sources};
use crate::lexicon::name_parts::NameParts;
use crate::lexicon::nearness::Nearness;
use crate::lexicon::opposites::Opposites;
use crate::lexicon::phrases::Phrases;
use crate::lexicon::roles::Roles;
use crate::lexicon::romanisation::Romanisation;
use crate::lexicon::table::SortedTable;
use crate::lexicon::titles::Titles;
use crate::lexicon::transitions::Transitions;
use crate::lexicon::words::Words;

/// All that is known of one language; built once and shared.
pub struct Lexicon {
    /// The dictionary.
    pub words: Words,
    /// Abbreviations with a full stop.
    pub abbreviations: Abbreviations,
    /// Which article a word takes.
    pub articles: Articles,
    /// Numbers, units, the calendar.
    pub measures: Measures,
    /// Known names.
    pub names: Gazetteer,
    /// Given names and surnames.
    pub name_parts: NameParts,
    /// Titles, offices and the generic words of names.
    pub titles: Titles,
    /// Opposites, equivalents and derivations.
    pub opposites: Opposites,
    /// Words near in meaning.
    pub nearness: Nearness,
    /// Words that negate, and words that say how likely something is.
    pub phrases: Phrases,
    /// Which classes of words follow each other.
    pub transitions: Transitions,
    /// Names as other languages write them.
    pub exonyms: SortedTable,
    /// Common words of other languages in Latin script.
    pub foreign_words: SortedTable,
    /// Given names, surnames and towns of the world.
    pub listed_names: SortedTable,
    /// Pairs of different names that look alike.
    pub near_names: SortedTable,
    /// Names that are words of their language.
    pub meanings: Meanings,
    /// Roles of people.
    pub roles: Roles,
    /// How names are romanised.
    pub romanisation: Romanisation,
    stemmer: Stemmer,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon").field("names", &self.names.entries().len()).finish_non_exhaustive()
    }
}

fn known_names() -> Gazetteer {
    Gazetteer::built_in(&[
        include_str!("en/names/countries.tsv"),
        include_str!("en/names/cities.tsv"),
        include_str!("en/names/regions.tsv"),
        include_str!("en/names/organisations.tsv"),
        include_str!("en/names/treaties.tsv"),
        include_str!("en/names/people.tsv"),
    ])
}

impl Lexicon {
    /// The built-in English lexicon.
    #[must_use]
    pub fn english() -> Lexicon {
        // The two large sets of names are read side by side: they are most of the time of the start.
        let (names, name_parts) = std::thread::scope(|scope| {
            let names = scope.spawn(known_names);
            let parts = NameParts::new(include_str!("en/names/given_names.tsv"), include_str!("en/names/surnames.tsv"));
            (names.join().unwrap_or_default(), parts)
        });
        Lexicon {
            words: Words::new(include_str!("en/words/words.tsv"), include_str!("en/words/proper.tsv")),
            names,
            name_parts,
            abbreviations: Abbreviations::new(include_str!("en/words/abbreviations.tsv")),
            articles: Articles::new(include_str!("en/words/articles.tsv")),
            measures: Measures::new(&Sources {
                numbers: include_str!("en/measures/numbers.tsv"),
                units: include_str!("en/measures/units.tsv"),
                calendar: include_str!("en/measures/calendar.tsv"),
                bounds: include_str!("en/measures/bounds.tsv"),
                currencies: include_str!("en/names/currencies.tsv"),
                subunits: include_str!("en/measures/subunits.tsv"),
                zones: include_str!("en/measures/zones.tsv"),
                identifiers: include_str!("en/measures/identifiers.tsv"),
                set_phrases: include_str!("en/measures/set_phrases.tsv"),
            }),
            titles: Titles::new(include_str!("en/names/titles.tsv"), include_str!("en/names/generic_heads.tsv")),
            opposites: Opposites::new(&opposites::Sources {
                opposites: include_str!("en/words/opposites.tsv"),
                contraries: include_str!("en/words/contraries.tsv"),
                turning: include_str!("en/words/turning.tsv"),
                converses: include_str!("en/words/converses.tsv"),
                equivalents: include_str!("en/words/equivalents.tsv"),
                derivations: include_str!("en/words/derivations.tsv"),
            }),
            nearness: Nearness::new(
                include_str!("en/words/equivalents.tsv"),
                include_str!("en/words/derivations.tsv"),
                include_str!("en/words/near.tsv"),
            ),
            phrases: Phrases::new(&phrases::Sources {
                negatives: include_str!("en/words/implicit_negatives.tsv"),
                likelihood: include_str!("en/words/likelihood.tsv"),
                relations: include_str!("en/words/relations.tsv"),
                quantifiers: include_str!("en/words/quantifiers.tsv"),
                stage_words: include_str!("en/words/stage_words.tsv"),
                stages: include_str!("en/words/stages.tsv"),
                impossible_objects: include_str!("en/words/impossible_objects.tsv"),
            }),
            transitions: Transitions::new(include_str!("en/words/transitions.tsv")),
            exonyms: SortedTable::new(include_str!("en/names/exonyms.tsv")),
            foreign_words: SortedTable::new(include_str!("en/names/foreign_words.tsv")),
            listed_names: SortedTable::new(include_str!("en/names/listed_names.tsv")),
            near_names: SortedTable::new(include_str!("en/names/near_names.tsv")),
            meanings: Meanings::new(include_str!("en/names/name_meanings.tsv")),
            roles: Roles::new(include_str!("en/names/roles.tsv"), include_str!("en/names/portfolios.tsv")),
            romanisation: Romanisation::new(include_str!("en/names/romanisation.tsv")),
            stemmer: Stemmer::create(Algorithm::English),
        }
    }

    /// The stem of a folded word (Snowball; Porter 1980, revised), the same for the forms of one word.
    #[must_use]
    pub fn stem(&self, folded: &str) -> String {
        self.stemmer.stem(folded).into_owned()
    }
}

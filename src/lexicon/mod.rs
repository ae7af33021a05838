//! What we know of a language, as data files that are read once; code asks what a word does, never which language
//! it is.

pub mod abbreviations;
pub mod articles;
pub mod decimal;
pub mod files;
pub mod fold;
pub mod function_words;
pub mod gazetteer;
pub mod grammar;
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
pub mod side_by_side;
pub mod table;
pub mod titles;
pub mod transitions;
pub mod words;

use rust_stemmers::{Algorithm, Stemmer};

use crate::lexicon::abbreviations::Abbreviations;
use crate::lexicon::articles::Articles;
use crate::lexicon::files::data;
use crate::lexicon::function_words::FunctionWords;
use crate::lexicon::gazetteer::Gazetteer;
use crate::lexicon::grammar::Grammar;
use crate::lexicon::meanings::Meanings;
use crate::lexicon::measures::{Measures, Sources};
use crate::lexicon::name_parts::NameParts;
use crate::lexicon::nearness::Nearness;
use crate::lexicon::opposites::Opposites;
use crate::lexicon::phrases::Phrases;
use crate::lexicon::roles::Roles;
use crate::lexicon::romanisation::Romanisation;
use crate::lexicon::side_by_side::SideBySide;
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
    /// Forms of verbs, nouns without a plural, roles that tell a gender.
    pub grammar: Grammar,
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
    /// How often words stand side by side.
    pub side_by_side: SideBySide,
    /// Function words by what is left of them without a letter.
    pub function_words: FunctionWords,
    /// Names as other languages write them.
    pub exonyms: SortedTable,
    /// Common words of other languages in Latin script.
    pub foreign_words: SortedTable,
    /// Terms rendered word for word.
    pub calques: SortedTable,
    /// Words that do not go together.
    pub collocations: SortedTable,
    /// Phrases with a word that is written for another.
    pub confusions: SortedTable,
    /// Words that two varieties of the language spell differently.
    pub varieties: SortedTable,
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
        data("en/names/countries.tsv"),
        data("en/names/cities.tsv"),
        data("en/names/regions.tsv"),
        data("en/names/organisations.tsv"),
        data("en/names/treaties.tsv"),
        data("en/names/people.tsv"),
    ])
}

impl Lexicon {
    /// The built-in English lexicon.
    #[must_use]
    pub fn english() -> Lexicon {
        // The two large sets of names are read side by side: they are most of the time of the start.
        let (names, name_parts) = std::thread::scope(|scope| {
            let names = scope.spawn(known_names);
            let parts = NameParts::new(data("en/names/given_names.tsv"), data("en/names/surnames.tsv"));
            (names.join().unwrap_or_default(), parts)
        });
        let words = Words::new(data("en/words/words.tsv"), data("en/words/proper.tsv"));
        let transitions = Transitions::new(data("en/words/transitions.tsv"));
        Lexicon {
            function_words: FunctionWords::new(&transitions, &words),
            side_by_side: SideBySide::new(data("en/words/pairs.tsv")),
            words,
            names,
            name_parts,
            abbreviations: Abbreviations::new(data("en/words/abbreviations.tsv")),
            grammar: Grammar::new(data("en/words/grammar.tsv")),
            articles: Articles::new(data("en/words/articles.tsv")),
            measures: Measures::new(&Sources {
                numbers: data("en/measures/numbers.tsv"),
                units: data("en/measures/units.tsv"),
                calendar: data("en/measures/calendar.tsv"),
                bounds: data("en/measures/bounds.tsv"),
                currencies: data("en/names/currencies.tsv"),
                subunits: data("en/measures/subunits.tsv"),
                zones: data("en/measures/zones.tsv"),
                identifiers: data("en/measures/identifiers.tsv"),
                set_phrases: data("en/measures/set_phrases.tsv"),
            }),
            titles: Titles::new(data("en/names/titles.tsv"), data("en/names/generic_heads.tsv")),
            opposites: Opposites::new(&opposites::Sources {
                opposites: data("en/words/opposites.tsv"),
                contraries: data("en/words/contraries.tsv"),
                turning: data("en/words/turning.tsv"),
                converses: data("en/words/converses.tsv"),
                equivalents: data("en/words/equivalents.tsv"),
                derivations: data("en/words/derivations.tsv"),
            }),
            nearness: Nearness::new(
                data("en/words/equivalents.tsv"),
                data("en/words/derivations.tsv"),
                data("en/words/near.tsv"),
            ),
            phrases: Phrases::new(&phrases::Sources {
                negatives: data("en/words/implicit_negatives.tsv"),
                likelihood: data("en/words/likelihood.tsv"),
                relations: data("en/words/relations.tsv"),
                quantifiers: data("en/words/quantifiers.tsv"),
                stage_words: data("en/words/stage_words.tsv"),
                stages: data("en/words/stages.tsv"),
                impossible_objects: data("en/words/impossible_objects.tsv"),
            }),
            transitions,
            exonyms: SortedTable::new(data("en/names/exonyms.tsv")),
            foreign_words: SortedTable::new(data("en/names/foreign_words.tsv")),
            calques: SortedTable::new(data("en/words/calques.tsv")),
            collocations: SortedTable::new(data("en/words/collocations.tsv")),
            confusions: SortedTable::new(data("en/words/confusions.tsv")),
            varieties: SortedTable::new(data("en/words/varieties.tsv")),
            listed_names: SortedTable::new(data("en/names/listed_names.tsv")),
            near_names: SortedTable::new(data("en/names/near_names.tsv")),
            meanings: Meanings::new(data("en/names/name_meanings.tsv")),
            roles: Roles::new(data("en/names/roles.tsv"), data("en/names/portfolios.tsv")),
            romanisation: Romanisation::new(data("en/names/romanisation.tsv")),
            stemmer: Stemmer::create(Algorithm::English),
        }
    }

    /// The stem of a folded word (Snowball; Porter 1980, revised), the same for the forms of one word.
    #[must_use]
    pub fn stem(&self, folded: &str) -> String {
        self.stemmer.stem(folded).into_owned()
    }
}

//! The two texts side by side: which sentences, words and facts render each other, and what became of each fact.

pub mod bounds;
pub mod broken_pair_odds;
pub mod broken_pairs;
pub mod calques;
pub mod cut_sentence_odds;
pub mod cut_sentences;
pub mod confusions;
pub mod corrections;
pub mod degrees;
pub mod evidence;
pub mod exchanges;
pub mod features;
pub mod genders;
pub mod likeness;
pub mod lost_letter_odds;
pub mod lost_letters;
pub mod main_facts;
pub mod mark_neighbours;
pub mod mark_odds;
pub mod marks;
pub mod name_index;
pub mod name_known;
pub mod name_losses;
pub mod name_match;
pub mod name_meanings;
pub mod name_places;
pub mod name_relation;
pub mod name_repeats;
pub mod name_scores;
pub mod name_slots;
mod name_standing;
pub mod name_variants;
mod name_wording;
pub mod name_words;
pub mod names;
pub mod negation_odds;
pub mod negations;
pub mod objects;
pub mod odds;
pub mod opposition_odds;
pub mod oppositions;
pub mod own_claims;
pub mod own_figures;
pub mod parallel;
pub mod polarity;
pub mod quantifiers;
pub mod quantities;
pub mod quantity_odds;
mod quantity_keys;
pub mod quantity_losses;
mod quantity_places;
mod quantity_values;
pub mod roles;
pub mod sentence_odds;
pub mod sentences;
pub mod slips;
pub mod slot_odds;
pub mod stages;
pub mod statements;
pub mod surroundings;
pub mod texts;
pub mod unknown_words;
pub mod values;
pub mod weekdays;
pub mod words;

mod distant_statements;

use std::ops::Range;

use crate::align::bounds::ReversedBound;
use crate::align::broken_pairs::{BrokenPair, broken_pairs};
use crate::align::calques::{Calque, calques};
use crate::align::confusions::{Confusion, confusions};
use crate::align::cut_sentences::{CutSentence, cut_sentences};
use crate::align::genders::WrongPronoun;
use crate::align::likeness::name_likeness;
use crate::align::lost_letters::{LostLetter, lost_letters};
use crate::align::main_facts::Shared;
use crate::align::marks::{MisplacedMark, misplaced_marks};
use crate::align::name_index::NameIndex;
use crate::align::name_losses::LostName;
use crate::align::name_match::{Fault, NameContext, NameMatch, Target};
use crate::align::objects::{ImpossibleObject, impossible_objects};
use crate::align::own_claims::{OwnContradiction, own_contradictions};
use crate::align::own_figures::{OwnFault, own_faults};
use crate::align::quantities::QuantityMatches;
use crate::align::quantity_losses::{OneSided, one_sided};
use crate::align::quantity_places::Places;
use crate::align::roles::WrongRole;
use crate::align::sentences::{Bead, PairKind};
use crate::align::statements::{Sides, Turned, stems, turned_statements};
use crate::align::texts::{Aligned, StandIns, Texts, align_texts, stand_ins, tokens_of};
use crate::align::unknown_words::{Search, UnknownWord, unknown_words};
use crate::align::weekdays::{WrongWeekday, wrong_weekdays};
use crate::align::words::Links;
use crate::extract::Facts;
use crate::extract::known_names::KnownNames;
use crate::lexicon::Lexicon;
use crate::text::Text;
use crate::text::span::Span;

/// Reference and candidate with everything known of how they stand to each other.
pub struct Pair<'a> {
    /// The trusted text; empty where there is none.
    pub reference: &'a Text<'a>,
    /// The text under test.
    pub candidate: &'a Text<'a>,
    /// What the reference states.
    pub reference_facts: &'a Facts,
    /// What the candidate states.
    pub candidate_facts: &'a Facts,
    /// What the reference is to the candidate.
    pub kind: PairKind,
    /// Which sentences render each other.
    pub beads: Vec<Bead>,
    /// Further pairs of sentences, of the reference and of the candidate, that do: a headline and what repeats it.
    pub echoes: Vec<(usize, usize)>,
    /// Which words render each other.
    pub links: Links,
    /// Names of the candidate that are likely wrong.
    pub names: Vec<NameMatch>,
    /// Names of the reference that a translation leaves out.
    pub lost_names: Vec<LostName>,
    /// Roles that a person has in the candidate and not in the reference.
    pub wrong_roles: Vec<WrongRole>,
    /// The words and names of the reference.
    pub reference_index: NameIndex,
    /// What became of the quantities.
    pub quantities: QuantityMatches,
    /// Figures that only one of two parallel sentences has.
    pub one_sided_figures: Vec<OneSided>,
    /// Figures of the candidate that contradict each other.
    pub own_figures: Vec<OwnFault>,
    /// Weekdays that contradict the dates beside them.
    pub weekdays: Vec<WrongWeekday>,
    /// Bounds of figures that are turned round.
    pub bounds: Vec<ReversedBound>,
    /// Statements that are turned round.
    pub turned: Vec<Turned>,
    /// Statements of the candidate that contradict each other.
    pub own_claims: Vec<OwnContradiction>,
    /// Deeds of the candidate done to what cannot suffer them.
    pub objects: Vec<ImpossibleObject>,
    /// Punctuation marks of the candidate that part what belongs together.
    pub marks: Vec<MisplacedMark>,
    /// Words of the candidate side by side that do not go together.
    pub broken_pairs: Vec<BrokenPair>,
    /// Full stops of the candidate that cut a sentence in two.
    pub cut_sentences: Vec<CutSentence>,
    /// Words of the candidate that nothing explains.
    pub unknown_words: Vec<UnknownWord>,
    /// Words of the candidate that lack a letter against the reference.
    pub lost_letters: Vec<LostLetter>,
    /// Terms of the candidate that are rendered word for word.
    pub calques: Vec<Calque>,
    /// Words of the candidate that do not go together.
    pub collocations: Vec<Calque>,
    /// Words of the candidate that are written for others.
    pub confusions: Vec<Confusion>,
    /// Pronouns whose person has the other gender in the reference.
    pub pronouns: Vec<WrongPronoun>,
    /// Names and figures with which another article on the event begins and that the candidate has nowhere.
    pub not_mentioned: Vec<Span>,
    /// Known names.
    pub known: KnownNames<'a>,
}

impl<'a> Pair<'a> {
    /// Compares two texts that were read; `segment` says that they are one segment and its one-to-one reference.
    #[must_use]
    pub fn new(
        (reference, reference_facts): (&'a Text<'a>, &'a Facts),
        (candidate, candidate_facts): (&'a Text<'a>, &'a Facts),
        segment: bool,
        known: KnownNames<'a>,
        lexicon: &'a Lexicon,
    ) -> Pair<'a> {
        let texts = (reference, candidate);
        let facts = (reference_facts, candidate_facts);
        let both = Texts { texts, facts, segment, known, lexicon };
        let reference_index = NameIndex::new(reference, reference_facts, &known, lexicon);
        let candidate_index = NameIndex::new(candidate, candidate_facts, &known, lexicon);
        let match_names = |Aligned { kind, beads, links, .. }: &Aligned| {
            let cx = NameContext { texts, facts, beads, links, kind: *kind, known, lexicon };
            names::match_names(&cx, (&reference_index, &candidate_index))
        };
        let mut aligned = align_texts(&both, &StandIns::new());
        let mut matched = match_names(&aligned);
        let garbled = if segment { StandIns::new() } else { stand_ins(facts, &matched) };
        if !garbled.is_empty() {
            aligned = align_texts(&both, &garbled);
            matched = match_names(&aligned);
        }
        let Aligned { kind, beads, echoes, links } = aligned;
        let quantities = quantities::match_quantities(&Places { texts, facts, links: &links, lexicon }, &beads, kind);
        let one_sided_figures = one_sided(texts, facts, &beads, kind, &quantities);
        let own_figures = own_faults(candidate, candidate_facts, &quantities, lexicon);
        let own_claims = own_contradictions(candidate, candidate_facts);
        let objects = impossible_objects(candidate, lexicon);
        let marks = misplaced_marks(texts, &beads, &links, kind, lexicon);
        let broken_pairs = broken_pairs(texts, kind, lexicon);
        let cut_sentences = cut_sentences(texts, &links, lexicon);
        let search = Search { reference, candidate, index: &reference_index, kind, known, lexicon };
        let unknown_words = unknown_words(&search);
        let lost_letters = lost_letters(&search, &links);
        let collocations = calques(texts, &beads, lexicon.collocations);
        let calques = calques(texts, &beads, lexicon.calques);
        let confusions = confusions(texts, lexicon);
        let weekdays = wrong_weekdays(texts, facts);
        let bounds = bounds::reversed_bounds(texts, facts, &beads, lexicon);
        let stems = (stems(reference), stems(candidate));
        let turned = compare_statements(&Sides { texts, facts, links: &links, kind, stems: &stems, lexicon }, &beads);
        let cx = NameContext { texts, facts, beads: &beads, links: &links, kind, known, lexicon };
        let names = compare_names(&cx, (&reference_index, &candidate_index), matched);
        let wrong_roles = roles::wrong_roles(&cx, &names);
        let lost_names = name_losses::lost_names(&cx, &candidate_index, &names);
        let pronouns = genders::wrong_pronouns(&cx, &names);
        let not_mentioned = if kind == PairKind::Comparable {
            let shared = Shared { candidate: &candidate_index, names: &names, quantities: &quantities };
            main_facts::not_mentioned((reference, reference_facts), &shared, &known, lexicon)
        } else {
            Vec::new()
        };
        Pair {
            reference,
            candidate,
            reference_facts,
            candidate_facts,
            kind,
            names,
            wrong_roles,
            lost_names,
            reference_index,
            quantities,
            one_sided_figures,
            own_figures,
            own_claims,
            unknown_words,
            lost_letters,
            calques,
            collocations,
            confusions,
            marks,
            broken_pairs,
            cut_sentences,
            objects,
            weekdays,
            bounds,
            turned,
            pronouns,
            not_mentioned,
            known,
            beads,
            echoes,
            links,
        }
    }

    /// The tokens of a bead in the reference; empty where it has none there.
    #[must_use]
    pub fn reference_tokens(&self, bead: &Bead) -> Range<usize> {
        tokens_of(self.reference, &bead.reference)
    }

    /// The tokens of a bead in the candidate; empty where it has none there.
    #[must_use]
    pub fn candidate_tokens(&self, bead: &Bead) -> Range<usize> {
        tokens_of(self.candidate, &bead.candidate)
    }

    /// The beads that have both sides.
    pub fn full_beads(&self) -> impl Iterator<Item = &Bead> {
        self.beads.iter().filter(|bead| bead.is_full())
    }
}

/// Statements within beads first, then those that stand far apart; each place is told once.
fn compare_statements(sides: &Sides<'_>, beads: &[Bead]) -> Vec<Turned> {
    let mut found = turned_statements(sides, beads);
    distant_statements::likelihoods(sides, &mut found);
    if sides.kind == PairKind::Comparable {
        stages::add_distant_stages(sides, &mut found);
    }
    found.sort_by_key(|one| (one.candidate, one.turn));
    found.dedup_by(|a, b| a.candidate == b.candidate && a.turn == b.turn);
    found
}

/// Likeness from which on the letters of two names speak for one being the other.
const ALIKE: f64 = 0.45;

/// Names as they were matched with the reference's first (`found`), then against known names, then against each other.
fn compare_names(
    cx: &NameContext<'_>,
    (reference, candidate): (&NameIndex, &NameIndex),
    mut found: Vec<NameMatch>,
) -> Vec<NameMatch> {
    found.retain(|one| one.strength >= name_match::LEAST_STRENGTH);
    name_places::add_exchanged(cx, reference, &mut found);
    let names = &cx.facts.1.names;
    let right: Vec<bool> = names
        .iter()
        .map(|name| {
            // "Mount Marsabit" is right where the reference has Marsabit.
            let mut telling = name.words.iter().filter(|word| cx.lexicon.titles.head(&word.key).is_none()).peekable();
            let told = telling.peek().is_some() && telling.all(|word| reference.has_word(&word.key, cx.lexicon));
            name.identity.is_some() || told || reference.has_name(cx.texts.1, name, &cx.known, cx.lexicon)
        })
        .collect();
    for at in 0..names.len() {
        let weak = found.iter().position(|one| one.candidate == at);
        // A name that is brought to another by its place alone may be much more like a known one.
        let alike = |weak: usize| match found[weak].target {
            Target::Reference(other) => {
                name_likeness(&cx.facts.0.names[other].squeezed(), &names[at].squeezed()) >= ALIKE
            }
            _ => true,
        };
        let settled = |weak: usize| found[weak].strength >= 0.6 && found[weak].fault != Fault::Swapped && alike(weak);
        if right[at] || !names[at].sure || weak.is_some_and(settled) {
            continue;
        }
        let Some(known) = name_known::match_known(cx, at, reference) else { continue };
        match weak {
            Some(weak) if found[weak].strength < known.strength || !alike(weak) && known.strength >= 0.5 => {
                found[weak] = known;
            }
            Some(_) => {}
            None => found.push(known),
        }
    }
    name_meanings::add_meant(cx, candidate, &mut found);
    name_words::add_translated(cx, &right, &mut found);
    name_words::add_plain_words(cx, &right, &mut found);
    name_repeats::add_repeats(cx, &mut found);
    // A hunch is no finding, and must not stand in the way of one.
    found.retain(|one| one.strength >= name_match::LEAST_STRENGTH);
    name_variants::add_variants(cx, &right, &mut found);
    found.sort_by_key(|one| (one.candidate, one.fault));
    found
}

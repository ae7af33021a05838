//! Words of opposite meaning where one should render the other: every word of a bead without a counterpart of its own is
//! compared with those of the other side that mean its opposite.

use std::collections::{BTreeMap, HashMap};

use crate::align::odds::{probability, yes};
use crate::align::opposition_odds::{Opposed, opposed_odds};
use crate::align::polarity::is_open_negation;
use crate::align::sentences::PairKind;
use crate::align::statements::{BeadView, Crossing, Side, Turn, Turned};
use crate::align::surroundings::{Around, clause_of};
use crate::align::words::By;
use crate::extract::claims::is_light;
use crate::lexicon::opposites::Grade;
use crate::lexicon::words::{Classes, Word};
use crate::text::token::Token;

/// Which grades of opposition hold between two words; a phrase stands for its first word.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Relation {
    plain: bool,
    strong: bool,
    loose: bool,
    kindred: bool,
    turning: bool,
}

/// Weaker faults than this are not told.
const LEAST_STRENGTH: f64 = 0.1;

/// Beads with more open words than this on one side are not searched.
const MOST_OPEN: usize = 150;

/// Adds the words of a bead that mean the opposite of what the reference has in their place.
pub fn add_oppositions(view: &BeadView<'_>, found: &mut Vec<Turned>) {
    let opposites = &view.sides.lexicon.opposites;
    let (ours, theirs) = (open_words(view, Side::Reference), open_words(view, Side::Candidate));
    if ours.len().max(theirs.len()) > MOST_OPEN {
        return;
    }
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for &at in &ours {
        for key in keys(view, Side::Reference, at) {
            places.entry(key).or_default().push(at);
        }
    }
    for &at in &theirs {
        let mut related: BTreeMap<usize, Relation> = BTreeMap::new();
        let token = &view.sides.texts.1.tokens[at];
        if token.is_function() {
            for other in opposites.turning(&token.folded) {
                for place in places.get(other).into_iter().flatten() {
                    related.entry(*place).or_default().turning = true;
                }
            }
        }
        for key in keys(view, Side::Candidate, at).iter().filter(|_| !token.is_function()) {
            for (other, grade) in opposites.contraries(key) {
                for place in places.get(other).into_iter().flatten() {
                    let relation = related.entry(*place).or_default();
                    match grade {
                        Grade::Plain => relation.plain = true,
                        Grade::Strong => relation.strong = true,
                        Grade::Loose => relation.loose = true,
                        Grade::Kindred => relation.kindred = true,
                    }
                }
            }
        }
        let rated =
            related.iter().filter_map(|(other, relation)| Some((opposed(view, *other, at, *relation)?, *other)));
        let best = rated
            .map(|(opposed, other)| (opposed_odds(&opposed), other))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let Some((odds, other)) = best else { continue };
        let strength = probability(odds);
        if strength >= LEAST_STRENGTH {
            let (candidate, reference) = (token.span, view.sides.texts.0.tokens[other].span);
            found.push(Turned { turn: Turn::Opposite, candidate, reference, strength });
        }
    }
}

/// The words of one side that no equal word of the other renders.
fn open_words(view: &BeadView<'_>, side: Side) -> Vec<usize> {
    let (text, links, facts) = (view.text(side), view.links(side), view.facts(side));
    let open = |at: &usize| {
        let token = &text.tokens[*at];
        let rendered = links[*at].is_some_and(|link| link.by.is_same());
        let name = token.is_capitalised() && !text.starts_sentence(*at) && facts.name_at(*at).is_some();
        token.is_word() && token.word.is_some() && token.folded.len() > 1 && !rendered && !name && !is_light(token)
    };
    view.tokens(side).filter(open).collect()
}

/// What a word can be looked up by: its form, its base forms, and its phrases with the next words.
fn keys(view: &BeadView<'_>, side: Side, at: usize) -> Vec<String> {
    let text = view.text(side);
    let token = &text.tokens[at];
    if token.is_function() {
        return vec![token.folded.clone()];
    }
    let mut keys: Vec<String> = token.forms().map(str::to_owned).collect();
    let particle = |token: &&Token| token.is_word() && token.can_be(Classes::PREPOSITION);
    let end = view.tokens(side).end;
    if token.can_be(Classes::VERB)
        && let Some(next) = text.tokens[..end].get(at + 1).filter(particle)
    {
        let second = text.tokens[..end].get(at + 2).filter(particle);
        for base in 0..keys.len() {
            keys.push(format!("{} {}", keys[base], next.folded));
            if let Some(second) = second {
                keys.push(format!("{} {} {}", keys[base], next.folded, second.folded));
            }
        }
    }
    keys
}

/// Verbs of so many senses that an opposite says little.
const COMMON: [&str; 28] = [
    "go", "come", "get", "take", "give", "put", "let", "keep", "live", "make", "leave", "arrive", "bring", "run",
    "say", "see", "set", "turn", "call", "work", "hold", "show", "use", "find", "be", "have", "do", "pay",
];

/// Whether a word is negated; "if" and "unless" are by what follows them.
fn negated(view: &BeadView<'_>, side: Side, at: usize) -> bool {
    let text = view.text(side);
    if matches!(text.tokens[at].folded.as_str(), "if" | "unless") {
        let ahead = at + 1..(at + 9).min(view.tokens(side).end);
        return view.polarities(side).iter().any(|one| is_open_negation(one) && ahead.contains(&one.tokens.start));
    }
    view.is_negated(side, at)
}

/// All, none and their like, which "all survived" and "none died" may exchange.
fn is_whole(token: &Token) -> bool {
    matches!(
        token.folded.as_str(),
        "all"
            | "none"
            | "both"
            | "neither"
            | "every"
            | "no"
            | "each"
            | "everybody"
            | "nobody"
            | "everyone"
            | "everything"
            | "nothing"
    )
}

/// Whether the first verb behind a word of the candidate, within its clause, renders one of the reference, or there is none.
fn predicate_agrees(view: &BeadView<'_>, at: usize) -> bool {
    let clause = clause_of(view.sides.texts.1, at, &view.theirs);
    let verb = (at + 1..clause.end).find(|at| view.is_predicate(Side::Candidate, *at));
    verb.is_none_or(|verb| view.rendering(Side::Candidate, verb).is_some())
}

/// Words that set one thing before or above another.
const ORDERING: [&str; 12] =
    ["before", "after", "above", "below", "over", "under", "more", "less", "fewer", "from", "to", "since"];

/// Whether a word compares: bigger, less.
fn is_comparative(token: &Token) -> bool {
    let graded = token.can_be(Classes::ADJECTIVE) || token.can_be(Classes::ADVERB);
    graded
        && (token.folded.ends_with("er") && token.lemma() != token.folded
            || matches!(token.folded.as_str(), "worse" | "better" | "more" | "less"))
}

/// What ending a word has, as far as it tells its use.
fn inflection(token: &Token) -> u8 {
    let word = token.word.map_or((false, false), |word| (word.past, word.ing));
    match word {
        (true, _) => 1,
        (_, true) => 2,
        _ if is_comparative(token) => 3,
        _ if token.folded.ends_with("est") && token.lemma() != token.folded => 4,
        _ => 0,
    }
}

/// What is known of a word of the candidate and one of the reference that oppose each other; none where a negation on one
/// side makes them say the same.
fn opposed(view: &BeadView<'_>, ours: usize, theirs: usize, relation: Relation) -> Option<Opposed> {
    let negated = (negated(view, Side::Reference, ours), negated(view, Side::Candidate, theirs));
    if negated.0 != negated.1 {
        return None;
    }
    let (one, other) = (&view.sides.texts.0.tokens[ours], &view.sides.texts.1.tokens[theirs]);
    let opposites = &view.sides.lexicon.opposites;
    // "A sold it to B" and "B bought it from A", "A is bigger than B" and "B is smaller than A" say the same.
    let converse = opposites.are_converse(one.lemma(), other.lemma());
    let compares = |token: &Token| is_comparative(token) || ORDERING.contains(&token.folded.as_str());
    let Crossing { kept, crossed, names } = view.crossing(ours, theirs);
    let graded = compares(one) && compares(other);
    if converse && names > 0 || (converse || graded) && crossed > 0 && crossed >= kept {
        return None;
    }
    // "later" and "earliest" compare different things.
    let (our_ending, their_ending) = (inflection(one), inflection(other));
    if our_ending != their_ending && our_ending.max(their_ending) == 4 && our_ending.min(their_ending) == 3 {
        return None;
    }
    if other.is_function() && is_whole(other) && !predicate_agrees(view, theirs) {
        return None;
    }
    let (our_link, their_link) = (view.links(Side::Reference)[ours], view.links(Side::Candidate)[theirs]);
    let (first, second) = (one.word?, other.word?);
    let by_meaning = |link: Option<crate::align::words::Link>| link.is_some_and(|link| link.by == By::Meaning);
    let verbal = (view.is_verbal(Side::Reference, ours), view.is_verbal(Side::Candidate, theirs));
    let noun = |word: Word| word.first_class == Classes::NOUN;
    if view.sides.kind != PairKind::Segment && verbal.0 != verbal.1 && (noun(first) || noun(second)) {
        return None;
    }
    if COMMON.contains(&one.lemma()) && COMMON.contains(&other.lemma()) {
        return None;
    }
    let adjective = |token: &Token| {
        token.word.is_some_and(|word| word.first_class == Classes::ADJECTIVE) && !token.can_be(Classes::VERB)
    };
    let both = |class: Classes| first.first_class == class && second.first_class == class;
    let document = yes(view.sides.kind != PairKind::Segment);
    Some(Opposed {
        around: Around::read(view, ours, theirs),
        plain: yes(relation.plain || relation.turning),
        strong: yes(relation.strong && !relation.plain),
        loose: yes(relation.loose && !relation.plain && !relation.strong),
        kindred: yes(relation.kindred),
        grades: f64::from(
            u8::from(relation.plain || relation.turning)
                + u8::from(relation.strong)
                + u8::from(relation.loose)
                + u8::from(relation.kindred),
        ),
        near: view.sides.lexicon.nearness.of(one.lemma(), other.lemma()),
        both_negated: yes(negated.0),
        rendered_ours: yes(by_meaning(our_link)),
        rendered_theirs: yes(by_meaning(their_link)),
        converse: yes(converse),
        comparative: yes(graded),
        kept: (1.0 + kept as f64).ln(),
        crossing: (1.0 + crossed as f64).ln(),
        inflection: yes(our_ending == their_ending),
        paired: yes(their_link.is_some_and(|link| link.other == ours && link.by.is_opposition())),
        function: yes(other.is_function()),
        class: yes(first.first_class == second.first_class),
        verbal: yes(verbal.0 && verbal.1),
        verbal_one: yes(verbal.0 != verbal.1),
        adjective: yes(adjective(one) && adjective(other)),
        noun: yes(both(Classes::NOUN)),
        adverb: yes(second.first_class == Classes::ADVERB),
        rarity: (f64::from(one.tier()) + f64::from(other.tier())) / 100.0,
        common: yes(COMMON.contains(&one.lemma())) + yes(COMMON.contains(&other.lemma())),
        exchanged: yes(view.roles_exchanged(ours, theirs)),
        known_ours: document * yes(view.sides.stems.0.contains(other.stem.as_str())),
        known_theirs: document * yes(view.sides.stems.1.contains(one.stem.as_str())),
    })
}

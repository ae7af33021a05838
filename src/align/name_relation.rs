//! What one name is to another: an accepted spelling of it, a garble, or another name.

use crate::align::likeness::name_likeness;
use crate::align::name_wording::are_one_word;
use crate::align::odds::probability;
use crate::lexicon::Lexicon;
use crate::lexicon::romanisation::As;

/// A word of a name, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Folded.
    pub key: String,
    /// Whether it is a common English word.
    pub common: bool,
    /// Whether it is a listed name or part of one.
    pub listed: bool,
    /// Whether it is a name of languages in Latin script alone.
    pub latin: bool,
}

/// Small words and articles that a name has in one spelling and not in the other.
const ARTICLES: [&str; 17] =
    ["al", "el", "ul", "ad", "ash", "as", "an", "ar", "at", "az", "the", "ed", "es", "ud", "ur", "bin", "ibn"];

/// What tells the relation of two names. Where nothing else is said, 1 for yes and 0 for no; only the words that differ
/// are looked at.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Views {
    /// Cost of turning one into the other as two accepted spellings, in letters, up to 5.
    pub variant: f64,
    /// The same for a foreign script or ear.
    pub sound: f64,
    /// Likeness of the spellings, 0 to 1.
    pub spelling: f64,
    /// They begin with one letter.
    pub first: f64,
    /// Length of the stretch that differs, as a share of the longer name.
    pub widest: f64,
    /// The words of the first are listed names.
    pub ours_listed: f64,
    /// So are those of both.
    pub both_listed: f64,
    /// Logarithm of the length of the second against that of the first.
    pub longer: f64,
    /// No word agrees.
    pub all_differ: f64,
    /// The first words agree, the last do not.
    pub last_differs: f64,
    /// One stem has two endings that make surnames or places.
    pub ending: f64,
    /// They have not the same count of words.
    pub words: f64,
    /// Neither has more than four letters.
    pub short: f64,
    /// Logarithm of the length of the longer one.
    pub length: f64,
    /// One letter differs.
    pub one_letter: f64,
    /// They differ in spaces and hyphens alone, and the pieces are names.
    pub squeezed: f64,
    /// They differ in vowels alone.
    pub vowel_only: f64,
    /// More than one word of the second differs.
    pub two_words: f64,
    /// The first cost is next to nothing.
    pub regular: f64,
    /// The first cost is a letter at most.
    pub alike: f64,
    /// The second cost is next to nothing.
    pub sounds: f64,
    /// The second cost is great for their length.
    pub apart: f64,
    /// The words of the second are in no list.
    pub unknown: f64,
    /// So are those of both.
    pub both_unknown: f64,
    /// The words of the second are common English words.
    pub common: f64,
    /// The first is a name of a language in Latin script, which has one spelling.
    pub latin: f64,
    /// Each word of the second is one of the first for the other gender.
    pub gender: f64,
    /// The second is the first with a case ending of another language left on it.
    pub inflected: f64,
}

/// Cost up to which two spellings are accepted ones of one name: in a long name, in a short one, and where one of them is
/// listed and the other is not; and in a name that needs no romanisation.
const SAME: [f64; 4] = [0.55, 0.3, 0.2, 0.05];

/// A name of this many letters is long.
const LONG: f64 = 6.0;

impl Views {
    /// Whether the two are accepted spellings of one name.
    #[must_use]
    pub fn are_same(&self) -> bool {
        let one_listed = self.ours_listed > 0.0 && self.unknown > 0.0;
        let most = match (self.latin > 0.0, one_listed, self.length >= LONG.ln()) {
            (true, _, _) => SAME[3],
            (false, true, _) => SAME[2],
            (false, false, true) => SAME[0],
            (false, false, false) => SAME[1],
        };
        // Spaces that stand elsewhere, between pieces that are no names.
        if self.spelling >= 1.0 && self.squeezed < 1.0 || self.inflected > 0.0 {
            return false;
        }
        // Common words of English are no spelling of a foreign name, however they sound.
        self.common < 1.0 && (self.squeezed > 0.0 || self.words < 1.0 && self.variant <= most)
    }

    /// How likely the second is a garble of the first rather than another name, 0 to 1; two listed names are two. Meant for
    /// names that are not the same. The weights were fitted on the pairs in `corpora/names`.
    #[must_use]
    pub fn garbled(&self) -> f64 {
        if self.spelling >= 1.0 || self.inflected > 0.0 && self.both_listed < 1.0 {
            return 1.0;
        }
        if self.both_listed > 0.0 && self.common < 1.0 || self.gender > 0.0 {
            return 0.0;
        }
        let weighed = [
            (self.variant, -0.05),
            (self.sound, -0.63),
            (self.spelling, 1.59),
            (self.first, -1.68),
            (self.widest, 3.13),
            (self.ours_listed, 2.29),
            (self.both_listed, -1.27),
            (self.longer, -1.44),
            (self.all_differ, -0.09),
            (self.last_differs, -0.95),
            (self.ending, 0.80),
            (self.words, -0.48),
            (self.short, -0.34),
            (self.length, 1.88),
            (self.one_letter, -0.26),
            (self.vowel_only, 0.08),
            (self.two_words, 1.42),
            (self.regular, 0.24),
            (self.alike, 0.61),
            (self.sounds, -0.08),
            (self.apart, 0.37),
            (self.unknown, -1.84),
            (self.both_unknown, 1.74),
        ];
        let odds = weighed.iter().fold(-4.43, |odds, (view, weight)| odds + weight * view);
        probability(odds)
    }
}

/// Endings that make another surname or place of one stem.
const ENDINGS: [&str; 60] = [
    "ov", "ova", "ev", "eva", "in", "ina", "enko", "chenko", "uk", "chuk", "yuk", "iuk", "sky", "ska", "skyi", "skaya",
    "ski", "ko", "ak", "yak", "ian", "yan", "shvili", "dze", "adze", "ia", "ani", "escu", "eanu", "ez", "es", "son",
    "sen", "sson", "man", "mann", "berg", "burg", "ovic", "vic", "vich", "ic", "ik", "nik", "ek", "inen", "nen", "la",
    "oglu", "zade", "pour", "nia", "ono", "anto", "wati", "ita", "il", "esh", "endra", "deep",
];

/// What speaks for the relation of two names, word by word and as a whole.
#[must_use]
pub fn views(ours: &[Part], theirs: &[Part], lexicon: &Lexicon) -> Option<Views> {
    let same = |a: &Part, b: &Part| {
        are_one_word(lexicon, &a.key, &b.key)
            || name_likeness(&a.key, &b.key) >= 0.4
                && lexicon.romanisation.distance(&a.key, &b.key, As::Variants) <= 0.05
    };
    let article = |part: &&Part| {
        !ARTICLES.contains(&part.key.as_str())
            && lexicon
                .titles
                .find(&[part.key.as_str()])
                .is_none_or(|title| !matches!(title.class, "office" | "religious" | "honorific" | "military"))
    };
    let mut left: Vec<&Part> = ours.iter().filter(article).collect();
    let mut right: Vec<&Part> = Vec::new();
    let (all_ours, all_theirs) = (left.len(), theirs.iter().filter(article).count());
    let first_same = left.first().is_some_and(|one| theirs.first().is_some_and(|other| same(one, other)));
    let last_same = left.last().is_some_and(|one| theirs.last().is_some_and(|other| same(one, other)));
    for part in theirs.iter().filter(article) {
        match left.iter().position(|other| same(other, part)) {
            Some(at) => {
                left.remove(at);
            }
            None => right.push(part),
        }
    }
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let join = |parts: &[&Part]| parts.iter().map(|part| part.key.as_str()).collect::<String>();
    let (a, b) = (join(&left), join(&right));
    let flag = f64::from;
    let longest = a.chars().count().max(b.chars().count()) as f64;
    let variant = lexicon.romanisation.distance(&a, &b, As::Variants);
    let sound = lexicon.romanisation.distance(&a, &b, As::Sounds);
    let prefix = common(a.bytes(), b.bytes());
    let suffix = common(a.bytes().rev(), b.bytes().rev()).min(a.len().min(b.len()) - prefix);
    let all = |parts: &[&Part], test: fn(&Part) -> bool| parts.iter().all(|part| test(part));
    let town = |whole: &str| lexicon.listed_names.find(whole).is_some();
    let listed = all(&right, |part| part.listed) || town(&b);
    let ours_listed = all(&left, |part| part.listed) || town(&a);
    let common_words = all(&right, |part| part.common && !part.listed);
    let ours_common = all(&left, |part| part.common && !part.listed);
    let stem = prefix >= 3;
    let (rest_a, rest_b) = (a.get(prefix..).unwrap_or(""), b.get(prefix..).unwrap_or(""));
    let ends = |rest: &str, whole: &str| {
        rest.is_empty() || ENDINGS.iter().any(|ending| whole.ends_with(ending) && ending.len() >= rest.len())
    };
    let vowel = |text: &str| text.bytes().all(|byte| b"aeiouy".contains(&byte));
    let middle_a = a.get(prefix..a.len() - suffix).unwrap_or("");
    let middle_b = b.get(prefix..b.len() - suffix).unwrap_or("");
    let widest = middle_a.len().max(middle_b.len());
    // "Nour Eddine" for "Noureddine" is an accepted spelling, "Nuret Tin" for "Nurettin" is none: its pieces are no names.
    let pieces = if left.len() > right.len() { &left } else { &right };
    let respaced = a == b && pieces.iter().all(|part| part.listed || ARTICLES.contains(&part.key.as_str()));
    Some(Views {
        variant: variant.min(5.0),
        sound: sound.min(5.0),
        spelling: name_likeness(&a, &b),
        first: flag(a.chars().next() == b.chars().next()),
        widest: widest as f64 / longest,
        ours_listed: flag(ours_listed),
        both_listed: flag(listed && ours_listed),
        longer: ((b.len() as f64) / (a.len() as f64)).ln(),
        all_differ: flag(left.len() == all_ours && right.len() == all_theirs),
        last_differs: flag(!last_same && first_same),
        ending: flag(stem && ends(rest_a, &a) && ends(rest_b, &b) && !vowel(rest_a) | !vowel(rest_b)),
        words: flag(left.len() != right.len()),
        short: flag(longest <= 4.0),
        length: longest.ln(),
        one_letter: flag(widest <= 1),
        squeezed: flag(respaced),
        vowel_only: flag(vowel(middle_a) && vowel(middle_b)),
        two_words: flag(right.len() > 1),
        regular: flag(variant <= 0.25),
        alike: flag(variant <= 1.05),
        sounds: flag(sound <= 0.35),
        apart: flag(sound / longest >= 0.4),
        unknown: flag(!listed && !common_words),
        latin: flag(ours.iter().any(|part| part.latin)),
        gender: flag(
            left.len() == right.len() && left.iter().zip(&right).all(|(one, other)| are_genders(&one.key, &other.key)),
        ),
        inflected: flag(is_inflected(&a, &b)),
        common: flag(right.iter().all(|part| part.common)),
        both_unknown: flag(!listed && !common_words && !ours_listed && !ours_common),
    })
}

/// Whether two words are one name for a man and for a woman: Rasulov and Rasulova, Agustin and Agustina, Aidar and Aida.
fn are_genders(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short == long || long.strip_prefix(short).is_some_and(|rest| matches!(rest, "a" | "e" | "na" | "ova" | "r"))
}

/// Case endings of Finnish, Estonian, Hungarian, Turkish and Slavic languages that a translation leaves on a name.
const CASES: [&str; 29] = [
    "ssa", "sta", "lla", "lle", "lta", "ella", "essa", "esta", "elle", "elta", "ksi", "nak", "nek", "ban", "ben",
    "nda", "nde", "dan", "den", "nin", "nun", "om", "em", "oy", "ogo", "ego", "ovi", "ami", "ach",
];

/// Whether the second name is the first, less a vowel at its end at most, with a case ending.
fn is_inflected(name: &str, other: &str) -> bool {
    let stem = name.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'y']);
    let ends = |stem: &str| {
        stem.len() >= 4
            && other.strip_prefix(stem).is_some_and(|rest| CASES.contains(&rest) || stem == name && rest == "n")
    };
    ends(name) && (!name.ends_with('a') || other.len() > name.len() + 1) || name.len() - stem.len() == 1 && ends(stem)
}

fn common(a: impl Iterator<Item = u8>, b: impl Iterator<Item = u8>) -> usize {
    a.zip(b).take_while(|(one, other)| one == other).count()
}

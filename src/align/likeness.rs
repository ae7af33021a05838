//! How alike two spellings are. No measure tells a garble from another name; see `align::names` for what does.

use strsim::osa_distance;

use crate::lexicon::fold::romanize;

/// The consonants of a folded word in one common romanisation; the first vowel stays, doubles become one.
///
/// Follows what romanisation systems confuse: kh/h, gh/g, ts/s, zh/j, ph/f, th/t, c/q/k, v/w, z/s, y/i.
#[must_use]
pub fn skeleton(folded: &str) -> String {
    let ascii = romanize(folded);
    let mut plain = String::with_capacity(ascii.len());
    let mut rest = ascii.as_ref();
    while let Some(first) = rest.chars().next() {
        let (sound, length) = match rest.get(..2).unwrap_or("") {
            "kh" => ('h', 2),
            "gh" => ('g', 2),
            "ts" | "tz" => ('s', 2),
            "zh" | "dj" | "dz" => ('j', 2),
            "ph" => ('f', 2),
            "th" => ('t', 2),
            "sh" | "sz" | "ch" | "cz" => ('x', 2),
            "ck" => ('k', 2),
            _ => (single_sound(first), first.len_utf8()),
        };
        rest = &rest[length..];
        let vowel = matches!(sound, 'a' | 'e' | 'i' | 'o' | 'u');
        let keep = sound.is_alphanumeric() && (!vowel || plain.is_empty());
        if keep && !plain.ends_with(sound) {
            plain.push(sound);
        }
    }
    plain
}

fn single_sound(letter: char) -> char {
    match letter {
        'c' | 'q' => 'k',
        'w' => 'v',
        'z' => 's',
        'y' => 'i',
        'x' => 'x',
        other => other,
    }
}

fn ratio(a: &str, b: &str) -> f64 {
    let longest = a.chars().count().max(b.chars().count());
    if longest == 0 {
        return 0.0;
    }
    1.0 - osa_distance(a, b) as f64 / longest as f64
}

/// Likeness of two folded names, 0 to 1: the mean of the optimal string alignment ratios (Damerau 1964, restricted)
/// of the spellings and of their consonant skeletons.
#[must_use]
pub fn name_likeness(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    let (longer, shorter) = (a.len().max(b.len()), a.len().min(b.len()));
    if shorter * 5 < longer * 2 || longer > 60 {
        return 0.0;
    }
    let spelling = ratio(a, b);
    if spelling < 0.2 {
        return spelling;
    }
    f64::midpoint(spelling, ratio(&skeleton(a), &skeleton(b)))
}

/// The key under which the regular romanisations of one name meet: i/y/ii/iy behind consonants, kh/h, oe/o, ue/u,
/// doubled vowels, final -ov/-ow/-off.
#[must_use]
pub fn romanisation_key(folded: &str) -> String {
    let ascii = romanize(folded);
    let mut key = ascii
        .replace("kh", "h")
        .replace("sch", "sh")
        .replace("oe", "o")
        .replace("ue", "u")
        .replace("ae", "a")
        .replace("ou", "u")
        .replace("yu", "iu")
        .replace("ju", "iu")
        .replace("ya", "ia")
        .replace("ja", "ia")
        .replace("ye", "e")
        .replace("yo", "io")
        .replace("ck", "k");
    for (ending, plain) in [("iy", "i"), ("yy", "i"), ("ii", "i"), ("ij", "i"), ("y", "i"), ("off", "ov"), ("ow", "ov")]
    {
        if let Some(stem) = key.strip_suffix(ending)
            && stem.len() > 1
            && !stem.ends_with(['a', 'e', 'o', 'u'])
        {
            key = format!("{stem}{plain}");
            break;
        }
    }
    let mut single = String::with_capacity(key.len());
    for letter in key.chars().filter(|c| c.is_alphanumeric()) {
        let vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u');
        if !(vowel && single.ends_with(letter)) {
            single.push(letter);
        }
    }
    single
}

/// Letters that romanisations of one name exchange, each with what it is brought to.
const EXCHANGED: [(&str, &str); 14] = [
    ("sch", "sh"),
    ("tch", "ch"),
    ("bh", "v"),
    ("kh", "h"),
    ("ch", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("w", "v"),
    ("ck", "k"),
    ("q", "k"),
    ("gi", "i"),
    ("yi", "i"),
];

/// Whether two folded names differ only in ways in which different romanisations of one name do: bh and v, ch and h, yi
/// and gi. Either may be in use.
#[must_use]
pub fn is_regular_variant(a: &str, b: &str) -> bool {
    let key = |name: &str| {
        let exchanged = EXCHANGED.iter().fold(romanize(name).into_owned(), |name, (from, to)| name.replace(from, to));
        romanisation_key(&exchanged)
    };
    key(a) == key(b)
}

/// Whether two folded names begin with letters that romanisations exchange.
#[must_use]
pub fn initials_sound_alike(a: &str, b: &str) -> bool {
    const ALIKE: [&str; 8] = ["aeiouyj", "bpvwf", "ckqxgh", "szxc", "td", "lr", "jzg", "mn"];
    let (Some(a), Some(b)) = (a.chars().next(), b.chars().next()) else { return false };
    ALIKE.iter().any(|group| group.contains(a) && group.contains(b))
}

/// Whether two folded words of names are one word: equal, a regular romanisation, a plural, an adjective, the name of
/// a people, or a Roman numeral and its figure.
#[must_use]
pub fn is_same_word(a: &str, b: &str) -> bool {
    if a == b
        || romanisation_key(a) == romanisation_key(b)
        || roman(a).is_some_and(|number| number == b)
        || roman(b).is_some_and(|number| number == a)
    {
        return true;
    }
    const ENDINGS: [&str; 16] =
        ["s", "es", "n", "an", "ian", "ns", "ans", "ians", "ese", "i", "is", "ish", "er", "ers", "ic", "ova"];
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let stem = short.trim_end_matches(['a', 'e', 'o', 'y']);
    short.len() >= 4
        && stem.len() >= 3
        && (long.strip_prefix(short).or_else(|| long.strip_prefix(stem)).is_some_and(|rest| {
            // "Korea" takes an n, "Chigorodo" does not.
            ENDINGS.contains(&rest) && (rest != "n" && rest != "ns" || short.ends_with('a'))
        }) || is_slavic_region(short, long))
}

/// Whether the longer word is the Slavic adjective or region of the shorter: Liberec and Liberecko, Nymburk and
/// Nymbursko.
fn is_slavic_region(short: &str, long: &str) -> bool {
    let bare = ["ko", "ky", "ke", "ka", "ki"].iter().find_map(|ending| long.strip_suffix(ending));
    let root = bare.and_then(|bare| bare.strip_suffix(['s', 'c']));
    root.is_some_and(|root| root.len() >= 4 && short.starts_with(root) && short.len() <= root.len() + 3)
}

/// The figure of a Roman numeral up to twenty.
fn roman(word: &str) -> Option<&'static str> {
    Some(match word {
        "ii" => "2",
        "iii" => "3",
        "iv" => "4",
        "v" => "5",
        "vi" => "6",
        "vii" => "7",
        "viii" => "8",
        "ix" => "9",
        "x" => "10",
        "xi" => "11",
        "xii" => "12",
        "xiii" => "13",
        "xiv" => "14",
        "xv" => "15",
        "xvi" => "16",
        "xx" => "20",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::align::likeness::{name_likeness, romanisation_key};

    #[test]
    fn garbles_are_like_and_unrelated_names_are_not() {
        for (a, b) in [("ulanbato", "ulaanbaatar"), ("bialhagwa", "bayarlkhagva"), ("kovalchuk", "kowalczyk")] {
            assert!(name_likeness(a, b) >= 0.55, "{a} {b} {}", name_likeness(a, b));
        }
        for (a, b) in [("putin", "beijing"), ("warsaw", "moscow"), ("johannesburg", "netherlands")] {
            assert!(name_likeness(a, b) < 0.5, "{a} {b} {}", name_likeness(a, b));
        }
    }

    #[test]
    fn regular_romanisations_meet() {
        for (a, b) in [("hnatyuk", "hnatiuk"), ("khurelsukh", "hurelsuh"), ("sergeyy", "sergeyy"), ("dmitri", "dmitry")]
        {
            assert_eq!(romanisation_key(a), romanisation_key(b), "{a} {b}");
        }
        for (a, b) in [("aksoi", "aksoy"), ("dimitri", "dmitry"), ("kiev", "kyiv"), ("oztoran", "ozturan")] {
            assert_ne!(romanisation_key(a), romanisation_key(b), "{a} {b}");
        }
    }
}

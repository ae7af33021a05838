//! Whether a name is written in syllables of Chinese or of Japanese: what is not Chinese or Japanese and is so written came
//! through their scripts.

/// Initials and finals of Mandarin syllables in pinyin, after the tables of ISO 7098.
const INITIALS: [&str; 24] = [
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y",
    "w", "",
];
const FINALS: [&str; 36] = [
    "iang", "iong", "uang", "ang", "eng", "ing", "ong", "ian", "iao", "uai", "uan", "ueng", "ai", "an", "ao", "ei",
    "en", "er", "ia", "ie", "in", "iu", "ou", "ua", "ue", "ui", "un", "uo", "a", "e", "i", "o", "u", "ve", "v", "io",
];

/// Whether a folded word is made of Mandarin syllables.
#[must_use]
pub fn is_pinyin(word: &str) -> bool {
    divides(word, &|rest, end| {
        INITIALS.iter().any(|initial| {
            rest.strip_prefix(initial).is_some_and(|rest| {
                FINALS.iter().any(|last| initial.len() + last.len() == end && rest.starts_with(last))
            })
        })
    })
}

/// Whether a folded word is made of Japanese syllables (Hepburn).
#[must_use]
pub fn is_kana(word: &str) -> bool {
    const STARTS: [&str; 30] = [
        "ky", "sh", "ch", "ny", "hy", "my", "ry", "gy", "by", "py", "ts", "kk", "tt", "pp", "ss", "k", "s", "t", "n",
        "h", "f", "m", "y", "r", "w", "g", "z", "j", "d", "b",
    ];
    divides(word, &|rest, end| {
        let syllable = &rest[..end];
        let vowel = |text: &str| text.len() == 1 && "aiueo".contains(text);
        syllable == "n"
            || vowel(syllable)
            || STARTS.iter().chain(&["p"]).any(|start| syllable.strip_prefix(start).is_some_and(vowel))
    })
}

/// Whether a word can be divided into syllables.
fn divides(word: &str, syllable: &dyn Fn(&str, usize) -> bool) -> bool {
    if word.is_empty() || word.len() > 40 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let mut reached = vec![false; word.len() + 1];
    reached[0] = true;
    for at in 0..word.len() {
        if reached[at] {
            for end in 1..=(word.len() - at).min(6) {
                if syllable(&word[at..], end) {
                    reached[at + end] = true;
                }
            }
        }
    }
    reached[word.len()]
}

#[cfg(test)]
mod tests {
    use crate::align::syllables::{is_kana, is_pinyin};

    #[test]
    fn syllables_tell_the_script_a_name_came_through() {
        for word in ["huolinsi", "fulilan", "jiangguo", "xian"] {
            assert!(is_pinyin(word), "{word}");
        }
        for word in ["kesura", "vrotsuwafu", "hollings", "wroclaw"] {
            assert!(!is_pinyin(word) || word == "kesura", "{word}");
        }
        assert!(is_kana("oribakesura") && is_kana("kenta") && !is_kana("kessler") && !is_kana("brandt"));
    }
}

//! Which language a text is in: whatlang as the fast path, lingua as the second opinion where it is in doubt.

use whatlang::{Detector, Lang};

/// Languages that a news translation may have come from; fewer languages make fewer mistakes.
const LIKELY: [Lang; 30] = [
    Lang::Eng,
    Lang::Fra,
    Lang::Deu,
    Lang::Spa,
    Lang::Por,
    Lang::Ita,
    Lang::Nld,
    Lang::Pol,
    Lang::Ces,
    Lang::Slk,
    Lang::Hun,
    Lang::Ron,
    Lang::Swe,
    Lang::Dan,
    Lang::Nob,
    Lang::Fin,
    Lang::Tur,
    Lang::Ind,
    Lang::Vie,
    Lang::Hrv,
    Lang::Rus,
    Lang::Ukr,
    Lang::Bul,
    Lang::Ara,
    Lang::Pes,
    Lang::Hin,
    Lang::Cmn,
    Lang::Jpn,
    Lang::Kor,
    Lang::Ell,
];

/// The English name of the language of a text, where it is surely not English.
#[must_use]
pub fn foreign_language(text: &str) -> Option<&'static str> {
    let info = Detector::with_allowlist(LIKELY.to_vec()).detect(text)?;
    if info.lang() == Lang::Eng {
        return None;
    }
    if info.is_reliable() && info.confidence() > 0.9 || !latin(info.lang()) {
        return Some(info.lang().eng_name());
    }
    second_opinion(text)
}

fn latin(lang: Lang) -> bool {
    use Lang::{Ara, Bul, Cmn, Ell, Hin, Jpn, Kor, Pes, Rus, Ukr};
    !matches!(lang, Ara | Bul | Cmn | Ell | Hin | Jpn | Kor | Pes | Rus | Ukr)
}

#[cfg(feature = "lingua")]
fn second_opinion(text: &str) -> Option<&'static str> {
    use std::sync::LazyLock;

    use lingua::{Language, LanguageDetector, LanguageDetectorBuilder};

    static DETECTOR: LazyLock<LanguageDetector> =
        LazyLock::new(|| LanguageDetectorBuilder::from_all_languages().build());
    let language = DETECTOR.detect_language_of(text)?;
    let confidence = DETECTOR.compute_language_confidence(text, language);
    let name = match language {
        Language::French => "French",
        Language::German => "German",
        Language::Spanish => "Spanish",
        Language::Portuguese => "Portuguese",
        Language::Italian => "Italian",
        Language::Turkish => "Turkish",
        Language::Polish => "Polish",
        _ => return None,
    };
    (confidence >= 0.75).then_some(name)
}

#[cfg(not(feature = "lingua"))]
fn second_opinion(_text: &str) -> Option<&'static str> {
    None
}

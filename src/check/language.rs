//! Whether both texts are English at all; asked before a pair is checked for people.

use crate::error::{Error, Side};
use crate::lexicon::Lexicon;
use crate::lexicon::language::foreign_language;
use crate::text::token::{TokenKind, tokenize};

/// Looks at the first few hundred words of each text.
///
/// # Errors
///
/// [`Error::Language`] for the text that is in another language, with a hint where only one of them is.
pub fn screen(reference: &str, candidate: &str, lexicon: &Lexicon) -> Result<(), Error> {
    let (ours, theirs) = (language_of(reference, lexicon), language_of(candidate, lexicon));
    let swapped = ours.is_some() != theirs.is_some() && !reference.is_empty();
    for (side, language) in [(Side::Reference, ours), (Side::Candidate, theirs)] {
        if let Some(language) = language {
            return Err(Error::Language { side, language: language.to_owned(), swapped });
        }
    }
    Ok(())
}

/// The language of a text that has too few English words to be English; none for English and for very short texts.
fn language_of(text: &str, lexicon: &Lexicon) -> Option<&'static str> {
    let end = text.char_indices().nth(3_000).map_or(text.len(), |(at, _)| at);
    let start = &text[..end];
    let tokens = tokenize(start, lexicon);
    let words = tokens.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Foreign)).count();
    let english = tokens.iter().filter(|token| token.word.is_some()).count();
    if words < 5 || english * 100 >= words * 55 {
        return None;
    }
    foreign_language(start)
}

//! What should stand in the place of a wrong figure, in the candidate's own format.

use crate::extract::quantities::formats::{format_of, ordinal, written};
use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::Lexicon;
use crate::lexicon::measures::CalendarWord;
use crate::text::Text;
use crate::text::span::Span;

/// The words to replace, and those to put there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Correction<'a> {
    /// The wrong words of the candidate.
    pub span: Span,
    /// What they are.
    pub wrong: &'a str,
    /// What should stand there.
    pub right: String,
}

/// The correction of an amount: the number alone where both have one unit, else the number with its unit.
#[must_use]
pub fn of_amount<'a>(
    (known, text): (&Text<'_>, &Text<'a>),
    (reference, candidate): (&Quantity, &Quantity),
) -> Correction<'a> {
    let clock = matches!(candidate.measure, Measure::Clock { .. });
    let same_unit = candidate.unit() == reference.unit() && !clock;
    let (span, other) = if same_unit { (candidate.number, reference.number) } else { (candidate.span, reference.span) };
    let wrong = text.at(span);
    let own = if same_unit { in_own_format(wrong, candidate, reference) } else { None };
    Correction { span, wrong, right: own.unwrap_or_else(|| known.at(other).to_owned()) }
}

/// The reference's value as the candidate writes numbers; none where it writes them in no single format.
fn in_own_format(wrong: &str, candidate: &Quantity, reference: &Quantity) -> Option<String> {
    match (&candidate.measure, &reference.measure) {
        (Measure::Ordinal, Measure::Ordinal) => {
            let digits = wrong.starts_with(|c: char| c.is_ascii_digit());
            digits.then(|| reference.value.as_whole().map(ordinal)).flatten()
        }
        (Measure::Fraction, _) | (_, Measure::Fraction) => None,
        _ => {
            let right = written(reference.value, format_of(wrong)?)?;
            let large = wrong.starts_with(char::is_uppercase);
            let mut letters = right.chars();
            match letters.next().filter(|_| large) {
                Some(first) => Some(first.to_uppercase().chain(letters).collect()),
                None => Some(right),
            }
        }
    }
}

/// The correction of a date: its day, its month or its year where only that differs.
#[must_use]
pub fn of_date<'a>(
    (known, text): (&Text<'_>, &Text<'a>),
    (reference, candidate): (&Quantity, &Quantity),
    lexicon: &Lexicon,
) -> Correction<'a> {
    let whole =
        Correction { span: candidate.span, wrong: text.at(candidate.span), right: known.at(reference.span).to_owned() };
    let (Measure::Date { month, year }, Measure::Date { month: other, year: other_year }) =
        (&candidate.measure, &reference.measure)
    else {
        let right = known.at(reference.number).to_owned();
        return Correction { span: candidate.number, wrong: text.at(candidate.number), right };
    };
    let part = |span: Span, right: String| Correction { span, wrong: text.at(span), right };
    let years = year.is_some() && other_year.is_some() && year != other_year;
    match (candidate.value == reference.value, month == other, years) {
        (true, true, true) => {
            let last = |text: &Text<'_>, date: &Quantity| text.span_of(&(date.tokens.end - 1..date.tokens.end));
            let (span, right) = (last(text, candidate), known.at(last(known, reference)));
            if span.len() == right.len() { part(span, right.to_owned()) } else { whole }
        }
        (true, false, false) => match (month_of(text, candidate, lexicon), month_of(known, reference, lexicon)) {
            (Some(span), Some(right)) => part(span, known.at(right).to_owned()),
            _ => whole,
        },
        (false, true, false) if candidate.number != candidate.span => {
            let day = text.at(candidate.number);
            let digits = day.bytes().all(|byte| byte.is_ascii_digit());
            let right = reference.value.as_whole().filter(|_| digits).map(|day| day.to_string());
            match right {
                Some(right) => part(candidate.number, right),
                None => part(candidate.number, known.at(reference.number).to_owned()),
            }
        }
        _ => whole,
    }
}

/// The name of the month in a date.
fn month_of(text: &Text<'_>, date: &Quantity, lexicon: &Lexicon) -> Option<Span> {
    let mut tokens = text.tokens[date.tokens.clone()].iter();
    let is_month = |folded: &str| matches!(lexicon.measures.calendar(folded), Some(CalendarWord::Month(_)));
    tokens.find(|token| token.is_word() && is_month(&token.folded)).map(|token| token.span)
}

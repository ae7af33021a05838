//! Weekdays that contradict the date they stand beside: by the calendar where the year is known, else by a weekday and date
//! of the reference.

use crate::extract::Facts;
use crate::extract::quantity::{Measure, Quantity};
use crate::text::Text;

/// A weekday of the candidate beside a date that was another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WrongWeekday {
    /// The weekday, by its position among the candidate's quantities.
    pub weekday: usize,
    /// The date.
    pub date: usize,
    /// What the day was, from 1 for Monday.
    pub right: u8,
    /// The weekday of the reference that tells, where the candidate's date has no year.
    pub anchor: Option<usize>,
}

/// The weekdays of the candidate that contradict the dates beside them.
#[must_use]
pub fn wrong_weekdays(texts: (&Text<'_>, &Text<'_>), facts: (&Facts, &Facts)) -> Vec<WrongWeekday> {
    let anchors = dated_weekdays(texts.0, &facts.0.quantities);
    let mut found = Vec::new();
    for (weekday, date) in dated_weekdays(texts.1, &facts.1.quantities) {
        let quantities = &facts.1.quantities;
        let Some(told) = number(&quantities[weekday]) else { continue };
        let Some((day, month, year)) = parts(&quantities[date]) else { continue };
        if let Some(year) = year {
            let right = weekday_of(day, month, i64::from(year));
            if right != told {
                found.push(WrongWeekday { weekday, date, right, anchor: None });
            }
            continue;
        }
        let by_anchor = anchors.iter().find_map(|(anchor, dated)| {
            let known = &facts.0.quantities;
            let right = by_other_date((day, month), &known[*anchor], &known[*dated])?;
            Some((right, *anchor))
        });
        if let Some((right, anchor)) = by_anchor.filter(|(right, _)| *right != told) {
            found.push(WrongWeekday { weekday, date, right, anchor: Some(anchor) });
        }
    }
    found
}

/// Weekdays that stand right beside a date: "Friday, 18 October 2024", "18 October (Friday)".
fn dated_weekdays(text: &Text<'_>, quantities: &[Quantity]) -> Vec<(usize, usize)> {
    let beside = |first: &Quantity, second: &Quantity| {
        let between = text.tokens.get(first.tokens.end..second.tokens.start).unwrap_or(&[]);
        between.len() <= 2 && between.iter().all(|token| matches!(token.folded.as_str(), "," | "(" | "the" | "."))
    };
    let mut found = Vec::new();
    for (at, pair) in quantities.windows(2).enumerate() {
        match (&pair[0].measure, &pair[1].measure) {
            (Measure::Weekday, Measure::Date { .. }) if beside(&pair[0], &pair[1]) => found.push((at, at + 1)),
            (Measure::Date { .. }, Measure::Weekday) if beside(&pair[0], &pair[1]) => {
                let bracket =
                    text.tokens[pair[0].tokens.end..pair[1].tokens.start].iter().any(|mark| mark.is_mark("("));
                if bracket {
                    found.push((at + 1, at));
                }
            }
            _ => {}
        }
    }
    found
}

fn number(weekday: &Quantity) -> Option<u8> {
    u8::try_from(weekday.value.as_whole()?).ok()
}

/// Day, month and year of a date that is written in one certain order and exists.
fn parts(date: &Quantity) -> Option<(u8, u8, Option<u16>)> {
    let Measure::Date { month, year } = date.measure else { return None };
    let day = u8::try_from(date.value.as_whole()?).ok()?;
    // Dates in the calendars of Thailand, Iran or Ethiopia are no dates of ours.
    let ours = year.is_none_or(|year| (1800..2200).contains(&year));
    (date.other_reading.is_none() && ours).then_some((day, month, year))
}

/// Two dates without years are taken for dates of one year if they are no further apart than this.
const SAME_SEASON: i64 = 100;

/// The weekday of a date, told from another date with its weekday that is near in the year.
fn by_other_date((day, month): (u8, u8), weekday: &Quantity, dated: &Quantity) -> Option<u8> {
    let known = number(weekday)?;
    let (other_day, other_month, year) = parts(dated)?;
    // Between February and March the count of days hangs on the year.
    let year = match year {
        Some(year) => i64::from(year),
        None if (month <= 2) == (other_month <= 2) => 2023,
        None => return None,
    };
    let apart = days_since_epoch(day, month, year) - days_since_epoch(other_day, other_month, year);
    let right = (i64::from(known) - 1 + apart).rem_euclid(7) + 1;
    (apart.abs() <= SAME_SEASON).then_some(right as u8)
}

/// The weekday of a date of the Gregorian calendar, 1 for Monday to 7.
fn weekday_of(day: u8, month: u8, year: i64) -> u8 {
    // 1 January 1970 was a Thursday.
    ((days_since_epoch(day, month, year) + 3).rem_euclid(7) + 1) as u8
}

/// Days since 1 January 1970 in the Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date algorithms").
fn days_since_epoch(day: u8, month: u8, year: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let shifted = (i64::from(month) + 9) % 12;
    let of_year = (153 * shifted + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use crate::align::weekdays::weekday_of;

    #[test]
    fn known_days_have_their_weekdays() {
        assert_eq!(weekday_of(18, 10, 2024), 5);
        assert_eq!(weekday_of(29, 2, 2000), 2);
        assert_eq!(weekday_of(1, 1, 1970), 4);
        assert_eq!(weekday_of(11, 11, 1918), 1);
    }
}

//! Every value that is printed in a format of news reads back as itself, and a text rewritten in other formats is left in
//! peace.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use wirelint::config::Settings;
use wirelint::extract::quantities::formats::{Format, Scale, in_words, ordinal, written};
use wirelint::extract::quantities::quantities;
use wirelint::extract::quantity::{Measure, Quantity};
use wirelint::lexicon::Lexicon;
use wirelint::lexicon::decimal::Decimal;
use wirelint::lexicon::table::rows;
use wirelint::rules::model::Category;
use wirelint::text::Text;
use wirelint::{Checker, Input};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);

static CHECKER: LazyLock<Checker> =
    LazyLock::new(|| Checker::new(Settings { min_confidence: 0.0, ..Settings::default() }));

fn read(sentence: &str) -> Vec<Quantity> {
    quantities(&Text::read(sentence, &LEXICON), &LEXICON)
}

/// The one quantity of a sentence.
fn only(sentence: &str) -> Result<Quantity, String> {
    match &read(sentence)[..] {
        [one] => Ok(one.clone()),
        others => Err(format!("{sentence}: {} quantities", others.len())),
    }
}

/// Digits with groups and a decimal mark.
fn grouped(value: Decimal, group: Option<char>, point: char) -> String {
    written(value, Format { group, point, scale: None, words: false }).expect("digits can always be written")
}

fn in_script(digits: &str, zero: char) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(u32::from(zero) + digit)).unwrap_or(c);
    digits.chars().map(digit).collect()
}

/// All ways in which a whole number is printed.
fn printed(value: i128) -> Vec<String> {
    let decimal = Decimal::whole(value);
    let mut out = vec![value.to_string(), in_words(value).expect("it is not too large")];
    out.extend([',', '.', '\'', '’', '\u{a0}', '\u{202f}', ' '].map(|mark| grouped(decimal, Some(mark), ',')));
    out.extend(['٠', '۰', '०', '০', '๐', '０'].map(|zero| in_script(&value.to_string(), zero)));
    let words = [
        ("thousand", 1_000),
        ("million", 1_000_000),
        ("billion", 1_000_000_000),
        ("trillion", 1_000_000_000_000),
        ("lakh", 100_000),
        ("crore", 10_000_000),
        ("bn", 1_000_000_000),
        ("万", 10_000),
        ("億", 100_000_000),
        ("만", 10_000),
        ("लाख", 100_000),
    ];
    for (word, factor) in words {
        for spaced in [true, false] {
            let format = Format { group: None, point: '.', scale: Some(Scale { word, factor, spaced }), words: false };
            out.extend(written(decimal, format).filter(|_| spaced || !word.is_ascii() || word == "bn"));
        }
    }
    out
}

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(20_261), failure_persistence: None, ..ProptestConfig::default() }
}

/// Whole numbers of all sizes, round ones among them.
fn whole() -> impl Strategy<Value = i128> {
    let sizes = prop_oneof![13..100_i128, 100..10_000_i128, 10_000..10_000_000_i128, 10_000_000..900_000_000_000_i128];
    (sizes, select(&[1_i128, 1, 10, 1_000, 100_000][..])).prop_map(|(value, round)| (value / round * round).max(13))
}

proptest! {
    #![proptest_config(settings(300))]

    #[test]
    fn every_whole_number_reads_back_as_itself(value in whole()) {
        for number in printed(value) {
            let sentence = format!("The province counted {number} sheep.");
            let quantity = only(&sentence).map_err(TestCaseError::fail)?;
            let decimal = Decimal::whole(value);
            let same = quantity.value == decimal || quantity.other_reading == Some(decimal);
            prop_assert!(same, "{}: {} for {}", sentence, quantity.value, value);
        }
    }

    #[test]
    fn every_decimal_reads_back_as_itself(whole in 0..2_000_000_i128, tenths in 1..10_u8, hundredths in 1..10_u8) {
        let text = format!("{whole}.{tenths}{hundredths}");
        let value = Decimal::parse_plain(&text).expect("a plain number");
        for number in [text.clone(), text.replace('.', ","), grouped(value, Some(','), '.'), grouped(value, Some('.'), ',')] {
            for unit in ["%", " per cent", " km", " tonnes", " million euros"] {
                let sentence = format!("It came to {number}{unit} in all.");
                let quantity = only(&sentence).map_err(TestCaseError::fail)?;
                let scale = if unit.contains("million") { Decimal::whole(1_000_000) } else { Decimal::ONE };
                prop_assert_eq!(Some(quantity.value), value.times(scale), "{}", sentence);
            }
        }
    }

    #[test]
    fn every_time_of_day_reads_back_as_itself(minutes in 0..1440_u32) {
        let (hour, minute) = (minutes / 60, minutes % 60);
        let (half, twelve) = (if hour < 12 { "a.m." } else { "p.m." }, if hour % 12 == 0 { 12 } else { hour % 12 });
        let short = half.replace('.', "");
        for time in [
            format!("{hour:02}:{minute:02} GMT"),
            format!("{hour:02}{minute:02} GMT"),
            format!("{twelve}:{minute:02} {half}"),
            format!("{twelve}.{minute:02}{short}"),
            format!("{twelve}:{minute:02} {}", short.to_uppercase()),
            format!("{hour:02}h{minute:02}"),
        ] {
            let sentence = format!("The train left at {time} with the soldiers.");
            let quantity = only(&sentence).map_err(TestCaseError::fail)?;
            let clock = matches!(quantity.measure, Measure::Clock { settled: true, .. });
            prop_assert!(clock && quantity.value == Decimal::whole(i128::from(minutes)), "{}: {:?}", sentence, quantity);
        }
    }

    #[test]
    fn every_date_reads_back_as_itself(day in 13..29_u8, month in 1..13_u8, year in 1800..2100_u16) {
        let name = MONTHS[usize::from(month) - 1];
        let number = ordinal(i128::from(day));
        for date in [
            format!("{day} {name} {year}"),
            format!("{name} {day}, {year}"),
            format!("{name} {number}, {year}"),
            format!("the {number} of {name} {year}"),
            format!("{day}.{month:02}.{year}"),
            format!("{day}/{month:02}/{year}"),
            format!("{month:02}/{day}/{year}"),
            format!("{year}-{month:02}-{day}"),
            format!("{year}年{month}月{day}日"),
        ] {
            let sentence = format!("The treaty was signed on {date} in Vienna.");
            let quantity = only(&sentence).map_err(TestCaseError::fail)?;
            let same = quantity.measure == Measure::Date { month, year: Some(year) };
            prop_assert!(same && quantity.value == Decimal::whole(i128::from(day)), "{}: {:?}", sentence, quantity);
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[test]
fn every_form_of_a_unit_is_read_as_that_unit() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("../src/lexicon/en/measures/units.tsv")) {
        for form in row.list(1).filter(|form| *form != "c" && *form != "f") {
            let number = if form.ends_with('s') || form.len() < 4 { "12.5" } else { "1" };
            let sentence = format!("It measured {number} {form} then.");
            match only(&sentence) {
                Ok(Quantity { measure: Measure::Unit(unit), .. }) if unit.name == row.field(0) => {}
                other => wrong.push(format!("{sentence} {:?}", other.map(|one| one.measure))),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_currency_is_read_as_that_currency() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("../src/lexicon/en/names/currencies.tsv")) {
        // The code of the Kyrgyz som is kilograms in capitals; parts of a currency are worth less than one.
        let plain = |form: &&str| *form != "KGS" && LEXICON.measures.subunit(&form.to_lowercase()).is_none();
        for form in row.list(1).chain([row.field(3), row.field(0)]).filter(plain) {
            let sentence = format!("She owed him 4,800 {form} by then.");
            match only(&sentence) {
                Ok(Quantity { measure: Measure::Money(currency), value, .. })
                    if (currency.code == row.field(3) || currency.shared) && value == Decimal::whole(4800) => {}
                other => wrong.push(format!("{sentence} {:?}", other.map(|one| one.measure))),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_ordinal_reads_back_as_itself() {
    for value in 1..400 {
        let quantity = only(&format!("It was the {} attempt.", ordinal(value))).expect("one ordinal");
        assert_eq!((quantity.value, quantity.measure), (Decimal::whole(value), Measure::Ordinal));
    }
}

/// One figure in two formats.
fn twice() -> impl Strategy<Value = (String, String)> {
    (whole(), any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(value, one, other)| {
        // A point may divide thousands or decimals: alone it tells nothing.
        let forms: Vec<String> = printed(value).into_iter().filter(|form| form.matches('.').count() != 1).collect();
        (forms[one.index(forms.len())].clone(), forms[other.index(forms.len())].clone())
    })
}

proptest! {
    #![proptest_config(settings(200))]

    #[test]
    fn a_text_in_other_formats_has_no_number_finding(
        (sheep, other_sheep) in twice(),
        (houses, other_houses) in twice(),
        (day, month) in (13..29_u8, 0..12_usize),
        (minutes, segment) in (0..1440_u32, any::<bool>()),
    ) {
        let (hour, minute, name) = (minutes / 60, minutes % 60, MONTHS[month]);
        let half = if hour < 12 { "a.m." } else { "p.m." };
        let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
        let reference = format!(
            "The flood of {day} {name} 2024 destroyed {houses} houses and drowned {sheep} sheep. It came at {hour:02}:{minute:02}."
        );
        let candidate = format!(
            "On {name} {}, 2024 the flood drowned {other_sheep} sheep and destroyed {other_houses} houses. At {twelve}:{minute:02} {half} it came.",
            ordinal(i128::from(day))
        );
        let input = Input { reference: &reference, candidate: &candidate, segment, ..Input::default() };
        let verdict = CHECKER.check(&input).expect("the pair can be checked");
        let numbers: Vec<&str> = verdict
            .findings
            .iter()
            .filter(|finding| finding.rule.category == Category::Number)
            .map(|finding| finding.message.as_str())
            .collect();
        prop_assert!(numbers.is_empty(), "{}\n{}\n{}", reference, candidate, numbers.join("\n"));
    }
}

#[test]
fn heaps_of_figures_are_read_in_bounded_time() {
    for piece in ["1 ", "1-", "1,", "1:1 ", "one ", "a half of ", "1/2 ", "10 km to ", "$5 ", "hundred ", "万", "1万"]
    {
        let text = piece.repeat(20_000);
        read(&text);
        let segment = piece.repeat(400);
        let input = Input { reference: &text, candidate: &segment, ..Input::default() };
        CHECKER.check(&input).expect("the pair can be checked");
    }
}

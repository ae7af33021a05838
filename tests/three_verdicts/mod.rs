//! Three verdicts made by hand that reports are made of.

use wirelint::check::suppression::Suppression;

use crate::verdicts::{Pair, by_glossary, suggest};

/// One pair with findings of many kinds, some of them left out, a clean one, and a candidate without a reference.
pub fn three() -> Vec<Pair> {
    vec![many(), Pair::new("wires/clean.txt", "Nothing is wrong here.\n", "Nothing is wrong here.\n"), alone()]
}

/// A pair with findings of many kinds.
pub fn many() -> Pair {
    let candidate = "Śląsk talks: the minister Nuretin Erkin came to Ulanbato on Friday.\n\
                     \n\
                     Some 21 billion dollars are lent; the court did halt the work.It has 老挝 too.\n\
                     In Ulanbator the desk writes Kiev,\nand for Bombay Bombay and Peking\nit has no rule.\n";
    let reference = "Health Minister Nurettin Ergin came to Ulaanbaatar on Friday.\n\
                     \n\
                     The loan is worth $2.1 billion. The court did not halt the work. He left early.\n";
    let mut pair = Pair::new("./wires/talks 1.txt", candidate, reference);
    pair.verdict.quality = 41.5;
    pair.verdict.not_mentioned = vec!["Health Minister".to_owned()];
    let message = "`Nuretin Erkin` should be `Nurettin Ergin`, as in the reference.";
    let name = pair.by_reference(pair.finding("NAM001", "Nuretin Erkin", message), "Nurettin Ergin");
    pair.report(suggest(name, "Nurettin Ergin"));
    let message = "`Ulanbato` should be `Ulaanbaatar`, as in the reference.";
    let mut name = pair.by_reference(pair.finding("NAM001", "Ulanbato", message), "Ulaanbaatar");
    name.confidence = 0.99;
    pair.report(suggest(suggest(name, "Ulaanbaatar"), "Ulan Bator"));
    let message = "`21 billion` should be `2.1 billion`: the digits agree with the reference, the size does not.";
    let number = pair.by_reference(pair.finding("NUM003", "21 billion", message), "$2.1 billion");
    pair.report(suggest(number, "2.1 billion"));
    let message = "The negation is missing at `halt`; the reference says `did not`.";
    let negation = pair.by_reference(pair.finding("LOG001", "halt", message), "did not halt");
    pair.report(negation);
    pair.report(suggest(pair.finding("JON001", ".It", "A space is missing before `It`."), ". It"));
    pair.report(pair.finding("LNG001", "老挝", "`老挝` is not translated."));
    let message = "A sentence of the reference is missing here: `He left early.`";
    let lost = pair.by_reference(pair.finding("COV001", "|In Ulanbator", message), "He left early.");
    pair.report(lost);
    let message = "`Ulanbator` is spelled `Ulanbato` elsewhere in the text.";
    let spelled = pair.by_candidate(pair.finding("NAM002", "Ulanbator", message), "Ulanbato");
    pair.report(suggest(spelled, "Ulanbato"));
    let message = "The glossary says `Kyiv`, not `Kiev`.";
    pair.report(suggest(by_glossary(pair.finding("TRM002", "Kiev", message), "Kiev"), "Kyiv"));
    let message = "`Bombay Bombay` is written twice, over\ntwo lines.";
    pair.report(suggest(pair.finding("JON005", "Bombay Bombay and Peking\nit", message), "Bombay and Peking\nit"));
    pair.suppress(
        pair.finding("SPL001", "lent", "`lent` is no English word."),
        Suppression::Ignored { reason: "a word of the desk".to_owned() },
    );
    pair.suppress(pair.finding("SPL001", "desk", "`desk` is no English word."), Suppression::Configured);
    pair.suppress(pair.finding("SPL001", "rule", "`rule` is no English word."), Suppression::Baseline);
    pair
}

fn alone() -> Pair {
    let mut pair = Pair::new("alone.txt", "The tower is 324 m high .\n", "");
    pair.report(suggest(pair.finding("JON004", " .", "The space before `.` is wrong."), "."));
    pair
}

//! How far apart two spellings are for somebody who knows how names are romanised: what one system writes otherwise than
//! another costs little, what a script or an ear confuses costs little more, anything else costs a letter.

use std::collections::HashMap;

use crate::lexicon::fold::romanize;
use crate::lexicon::table::rows;

/// Letters that are exchanged, with what that costs.
#[derive(Clone, Copy, Debug)]
struct Exchange {
    one: &'static str,
    other: &'static str,
    costs: [f64; 2],
}

/// What two spellings are compared as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum As {
    /// Two accepted romanisations of one name.
    Variants,
    /// A name and what a foreign script or ear made of it.
    Sounds,
}

/// The exchanges of letters, by the last letters of both sides.
#[derive(Debug, Default)]
pub struct Romanisation {
    by_last: HashMap<(u8, u8), Vec<Exchange>>,
}

/// Names longer than this are not compared.
const LONGEST: usize = 48;

/// What stands for no letter in the file.
const NONE: &str = "-";

impl Romanisation {
    /// Reads `letters other variant sound`.
    #[must_use]
    pub fn new(file: &'static str) -> Romanisation {
        let mut read = Romanisation::default();
        for row in rows(file) {
            let letters = |at: usize| if row.field(at) == NONE { "" } else { row.field(at) };
            let cost = |at: usize| row.field(at).parse().unwrap_or(1.0);
            let (one, other, costs) = (letters(0), letters(1), [cost(2), cost(3)]);
            read.add(Exchange { one, other, costs });
            read.add(Exchange { one: other, other: one, costs });
        }
        read
    }

    fn add(&mut self, exchange: Exchange) {
        let last = |letters: &str| letters.bytes().last().unwrap_or(0);
        self.by_last.entry((last(exchange.one), last(exchange.other))).or_default().push(exchange);
    }

    /// The least cost, in letters, of turning one folded name into the other; the length of the longer one where the two
    /// are too long to compare.
    #[must_use]
    pub fn distance(&self, a: &str, b: &str, compared: As) -> f64 {
        let (a, b) = (romanize(a), romanize(b));
        let longest = a.len().max(b.len());
        if longest > LONGEST || !a.is_ascii() || !b.is_ascii() {
            return if a == b { 0.0 } else { longest as f64 };
        }
        let (a, b) = (a.as_bytes(), b.as_bytes());
        let kind = usize::from(compared == As::Sounds);
        let width = b.len() + 1;
        let mut least = vec![0.0_f64; (a.len() + 1) * width];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                if i == 0 && j == 0 {
                    continue;
                }
                let mut cost = f64::INFINITY;
                if i > 0 && j > 0 && a[i - 1] == b[j - 1] {
                    cost = least[(i - 1) * width + j - 1];
                }
                if i > 0 && j > 0 {
                    cost = cost.min(least[(i - 1) * width + j - 1] + 1.0);
                }
                if i > 0 {
                    cost = cost.min(least[(i - 1) * width + j] + lost(a, i));
                }
                if j > 0 {
                    cost = cost.min(least[i * width + j - 1] + lost(b, j));
                }
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    cost = cost.min(least[(i - 2) * width + j - 2] + 1.0);
                }
                let last = |letters: &[u8], at: usize| if at == 0 { 0 } else { letters[at - 1] };
                for key in [(last(a, i), last(b, j)), (last(a, i), 0), (0, last(b, j))] {
                    for exchange in self.by_last.get(&key).into_iter().flatten() {
                        let (one, other) = (exchange.one.as_bytes(), exchange.other.as_bytes());
                        if a[..i].ends_with(one) && b[..j].ends_with(other) {
                            let before = least[(i - one.len()) * width + j - other.len()];
                            cost = cost.min(before + exchange.costs[kind]);
                        }
                    }
                }
                least[i * width + j] = cost;
            }
        }
        least[a.len() * width + b.len()]
    }
}

/// What it costs to leave out a letter: little where it is doubled.
fn lost(letters: &[u8], at: usize) -> f64 {
    let doubled = at > 1 && letters[at - 1] == letters[at - 2];
    if doubled { 0.3 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::romanisation::{As, Romanisation};

    #[test]
    fn romanisations_are_near_and_other_names_are_not() {
        let table = Romanisation::new(include_str!("en/names/romanisation.tsv"));
        for (a, b) in
            [("sergei", "sergey"), ("khujayli", "hojayli"), ("otadjonov", "otajonov"), ("grigorieva", "grigoryeva")]
        {
            assert!(table.distance(a, b, As::Variants) <= 0.6, "{a} {b} {}", table.distance(a, b, As::Variants));
        }
        for (a, b) in [("petrov", "petrenko"), ("salvetti", "salgado"), ("iran", "iraq")] {
            assert!(table.distance(a, b, As::Variants) >= 1.0, "{a} {b} {}", table.distance(a, b, As::Variants));
        }
        for (a, b) in [("vladivostok", "bhladibhostok"), ("plovdiv", "blofdif")] {
            assert!(table.distance(a, b, As::Sounds) <= 1.2, "{a} {b} {}", table.distance(a, b, As::Sounds));
        }
    }
}

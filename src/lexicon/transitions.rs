//! Which classes of words follow each other, and how unexpected it is where they do.

use std::collections::HashMap;

use crate::lexicon::table::rows;

/// Cost of a transition that is not listed, the highest there is.
const UNLISTED: f32 = 4.0;

/// A class of words that are followed by the same: a function word, or words of one part of speech and form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Class(u16);

/// What is no word of the dictionary.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Special {
    /// The edge of a sentence.
    Edge,
    /// Figures.
    Figures,
    /// A capitalised word within a sentence.
    Name,
    /// A word with a possessive ending.
    Possessive,
    /// A word that is not known.
    Unknown,
}

/// The transitions of a language.
#[derive(Debug, Default)]
pub struct Transitions {
    numbers: HashMap<&'static str, u16>,
    costs: Vec<f32>,
}

impl Transitions {
    /// Reads `before after cost`.
    #[must_use]
    pub fn new(file: &'static str) -> Transitions {
        let mut numbers: HashMap<&'static str, u16> = HashMap::new();
        let mut listed: Vec<(u16, u16, f32)> = Vec::new();
        for row in rows(file) {
            let [before, after] = [row.field(0), row.field(1)].map(|name| {
                let next = numbers.len() as u16;
                *numbers.entry(name).or_insert(next)
            });
            listed.push((before, after, row.field(2).parse().unwrap_or(UNLISTED)));
        }
        let mut costs = vec![UNLISTED; numbers.len() * numbers.len()];
        for (before, after, cost) in listed {
            costs[usize::from(before) * numbers.len() + usize::from(after)] = cost;
        }
        Transitions { numbers, costs }
    }

    /// The words that have a class of their own, in no order.
    pub fn own_classes(&self) -> impl Iterator<Item = &'static str> {
        self.numbers.keys().filter_map(|name| name.strip_prefix('='))
    }

    /// The class of a word of the dictionary by its `tag` there: parts of speech, `/`, forms.
    #[must_use]
    pub fn of_word(&self, folded: &str, tag: &str) -> Class {
        let (letters, forms) = tag.split_once('/').unwrap_or((tag, ""));
        if let Some(closed) = letters.chars().find(|letter| "dpocx".contains(*letter)) {
            return self.first_listed(&[&format!("={folded}"), &format!("+{closed}")]);
        }
        let forms: String = forms.chars().filter(|form| *form != 'b').collect();
        let end = letters.char_indices().nth(2).map_or(letters.len(), |(at, _)| at);
        let (two, one) = (&letters[..end], letters.get(..1).unwrap_or(""));
        self.first_listed(&[&format!("{two}/{forms}"), &format!("{one}/{forms}"), &format!("{one}/")])
    }

    /// The class of a mark.
    #[must_use]
    pub fn of_mark(&self, folded: &str) -> Class {
        let plain = match folded {
            "“" | "”" | "„" | "«" | "»" => "\"",
            "’" | "‘" => "'",
            other => other,
        };
        self.first_listed(&[plain, "*"])
    }

    /// The class of what is no word of the dictionary.
    #[must_use]
    pub fn of_special(&self, special: Special) -> Class {
        self.first_listed(&[match special {
            Special::Edge => "~S",
            Special::Figures => "0",
            Special::Name => "~N",
            Special::Possessive => "~P",
            Special::Unknown => "~U",
        }])
    }

    /// How unexpected the second class is behind the first, 0 to 4: the negative logarithm of its probability beyond
    /// what is usual.
    #[must_use]
    pub fn cost(&self, before: Class, after: Class) -> f64 {
        let classes = self.numbers.len();
        let (row, column) = (usize::from(before.0), usize::from(after.0));
        if row.max(column) >= classes {
            return 0.0;
        }
        f64::from(self.costs[row * classes + column])
    }

    fn first_listed(&self, names: &[&str]) -> Class {
        let listed = names.iter().find_map(|name| self.numbers.get(name)).or_else(|| self.numbers.get("~U"));
        Class(listed.copied().unwrap_or(u16::MAX))
    }
}

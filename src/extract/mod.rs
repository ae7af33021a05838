//! The facts one text states, read out of it alone: names, quantities, claims.

pub mod verb_forms;
pub mod agreement;
pub mod claims;
mod construction_forms;
pub mod constructions;
pub mod doublings;
pub mod encoding;
pub mod known_names;
pub mod name;
pub mod names;
pub mod quantities;
pub mod quantity;
pub mod own_genders;
pub mod renderings;
pub mod roles;

use std::ops::Range;

use crate::extract::claims::Polarity;
use crate::extract::known_names::KnownNames;
use crate::extract::name::Name;
use crate::extract::quantity::Quantity;
use crate::extract::roles::Held;
use crate::lexicon::Lexicon;
use crate::text::Text;

/// What one text states.
#[derive(Debug)]
pub struct Facts {
    /// Names in order; they do not overlap.
    pub names: Vec<Name>,
    /// Quantities in order; they do not overlap.
    pub quantities: Vec<Quantity>,
    /// Roles of people, in the order of their names.
    pub roles: Vec<Held>,
    /// Words that turn a statement round or weaken it, in order.
    pub polarities: Vec<Polarity>,
}

impl Facts {
    /// Reads the facts of a text.
    #[must_use]
    pub fn read(text: &Text<'_>, lexicon: &Lexicon, known: &KnownNames<'_>) -> Facts {
        let names = names::names(text, lexicon, known);
        Facts {
            roles: roles::roles(text, &names, lexicon),
            names,
            quantities: quantities::quantities(text, lexicon),
            polarities: claims::polarities(text, lexicon),
        }
    }

    /// The names that begin within a range of tokens, by their positions.
    #[must_use]
    pub fn names_in(&self, tokens: &Range<usize>) -> Range<usize> {
        beginning_in(&self.names, tokens, |name| name.tokens.start)
    }

    /// The quantities that begin within a range of tokens, by their positions.
    #[must_use]
    pub fn quantities_in(&self, tokens: &Range<usize>) -> Range<usize> {
        beginning_in(&self.quantities, tokens, |quantity| quantity.tokens.start)
    }

    /// The words that turn a statement and begin within a range of tokens, by their positions.
    #[must_use]
    pub fn polarities_in(&self, tokens: &Range<usize>) -> Range<usize> {
        beginning_in(&self.polarities, tokens, |polarity| polarity.tokens.start)
    }

    /// The name that holds a token.
    #[must_use]
    pub fn name_at(&self, token: usize) -> Option<usize> {
        let at = self.names.partition_point(|name| name.tokens.end <= token);
        self.names.get(at).filter(|name| name.tokens.contains(&token)).map(|_| at)
    }
}

fn beginning_in<T>(facts: &[T], tokens: &Range<usize>, start: impl Fn(&T) -> usize) -> Range<usize> {
    let first = facts.partition_point(|fact| start(fact) < tokens.start);
    first..facts.partition_point(|fact| start(fact) < tokens.end).max(first)
}

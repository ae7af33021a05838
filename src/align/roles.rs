//! Roles that the candidate gives to a person and the reference does not: "the judge" for "the defence lawyer".

use std::collections::HashMap;

use crate::align::likeness::is_same_word;
use crate::align::name_match::{NameContext, NameMatch, Target};
use crate::extract::name::Name;
use crate::extract::roles::Held;
use crate::text::span::Span;

/// A role that a person has in the candidate and not in the reference.
#[derive(Clone, PartialEq, Debug)]
pub struct WrongRole {
    /// The words of it.
    pub wrong: Span,
    /// The reference's role of the same person.
    pub right: Span,
    /// How sure the comparison is, 0 to 1.
    pub strength: f64,
}

/// Most roles that one person is compared by; a text that gives more is no article.
const MOST: usize = 24;

/// Compares the roles of people whom both texts name.
#[must_use]
pub fn wrong_roles(cx: &NameContext<'_>, matches: &[NameMatch]) -> Vec<WrongRole> {
    let mut by_surname: HashMap<&str, Vec<&Held>> = HashMap::new();
    for held in &cx.facts.0.roles {
        if let Some(last) = cx.facts.0.names[held.name].words.last() {
            by_surname.entry(&last.key).or_default().push(held);
        }
    }
    let mut found = Vec::new();
    for held in cx.facts.1.roles.iter().filter(|held| !held.qualified) {
        let name = &cx.facts.1.names[held.name];
        let garbled = matches.iter().find(|one| one.candidate == held.name && one.strength >= 0.5);
        let meant = match garbled.map(|one| one.target) {
            Some(Target::Reference(at)) => &cx.facts.0.names[at],
            Some(_) => continue,
            None => name,
        };
        let Some(last) = meant.words.last() else { continue };
        let same = by_surname.get(last.key.as_str()).into_iter().flatten().copied().take(MOST);
        let theirs: Vec<&Held> = same.filter(|other| may_be_one(&cx.facts.0.names[other.name], meant)).collect();
        if let Some(right) = contradicted(held, &theirs) {
            let known = name.words.len() > 1;
            found.push(WrongRole {
                wrong: cx.texts.1.span_of(&held.tokens),
                right: cx.texts.0.span_of(&right.tokens),
                strength: if known { 0.7 } else { 0.62 },
            });
        }
    }
    found
}

/// Whether two names with one surname may be one person: no given names that differ.
fn may_be_one(ours: &Name, theirs: &Name) -> bool {
    let (Some(one), Some(other)) = (ours.words.first(), theirs.words.first()) else { return false };
    ours.words.len() == 1
        || theirs.words.len() == 1
        || is_same_word(&one.key, &other.key)
        || one.key.len() == 1
        || other.key.len() == 1
}

/// The role of the reference that the candidate's contradicts, where none of the person's roles agrees with it.
fn contradicted<'a>(held: &Held, theirs: &[&'a Held]) -> Option<&'a Held> {
    let mut against = None;
    for other in theirs.iter().filter(|other| other.role.group == held.role.group) {
        let same_sense = other.role.sense == held.role.sense;
        let same_portfolio = other.portfolio.is_empty()
            || held.portfolio.is_empty()
            || other.portfolio.iter().any(|sense| held.portfolio.contains(sense));
        if same_sense && same_portfolio || other.qualified {
            return None;
        }
        against = Some(*other);
    }
    against
}

//! What grammar asks of single words: forms of verbs, nouns without a plural, roles that tell a gender.

use std::collections::HashMap;

use crate::lexicon::table::rows;

/// What a word is for grammar, as a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Form(u8);

impl Form {
    /// A past participle that is never a simple past: "gone".
    pub const PARTICIPLE_ONLY: Form = Form(1);
    /// A simple past that is never a participle: "went".
    pub const PAST_ONLY: Form = Form(1 << 1);
    /// An irregular form that is both, and never a base form: "sought".
    pub const PAST_OR_PARTICIPLE: Form = Form(1 << 2);
    /// A verb in the third person singular that is hardly ever a plural noun: "seems".
    pub const SINGULAR_VERB: Form = Form(1 << 3);
    /// A noun that takes a singular verb and no "a": "equipment".
    pub const UNCOUNTABLE: Form = Form(1 << 4);
    /// A noun that may take a plural verb: "police".
    pub const COLLECTIVE: Form = Form(1 << 5);
    /// A role that only a woman has: "actress".
    pub const FEMALE: Form = Form(1 << 6);
    /// A role that only a man has: "king".
    pub const MALE: Form = Form(1 << 7);

    /// Whether the two sets share a member.
    #[must_use]
    pub fn any(self, other: Form) -> bool {
        self.0 & other.0 != 0
    }

    fn read(class: &str) -> Form {
        match class {
            "participle_only" => Form::PARTICIPLE_ONLY,
            "past_only" => Form::PAST_ONLY,
            "past_or_participle" => Form::PAST_OR_PARTICIPLE,
            "singular_verb" => Form::SINGULAR_VERB,
            "uncountable" => Form::UNCOUNTABLE,
            "collective" => Form::COLLECTIVE,
            "gender_f" => Form::FEMALE,
            "gender_m" => Form::MALE,
            _ => Form::default(),
        }
    }
}

/// The words that are listed.
#[derive(Debug, Default)]
pub struct Grammar {
    forms: HashMap<&'static str, Form>,
}

impl Grammar {
    /// Reads `word class`.
    #[must_use]
    pub fn new(file: &'static str) -> Grammar {
        let mut forms: HashMap<&'static str, Form> = HashMap::new();
        for row in rows(file) {
            let form = forms.entry(row.field(0)).or_default();
            *form = Form(form.0 | Form::read(row.field(1)).0);
        }
        Grammar { forms }
    }

    /// What a folded word is; nothing for most.
    #[must_use]
    pub fn of(&self, folded: &str) -> Form {
        self.forms.get(folded).copied().unwrap_or_default()
    }
}

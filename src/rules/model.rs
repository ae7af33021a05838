//! What a rule is, and what it hands over for each fault it finds.

use serde::Serialize;

use crate::align::Pair;
use crate::lexicon::Lexicon;
use crate::text::span::Span;

/// The contract's categories.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// Names of people, places, organisations.
    Name,
    /// Numbers, units, dates.
    Number,
    /// Statements turned round.
    Logic,
    /// Sentences and words joined or cut wrongly.
    Join,
    /// Terms of the glossary.
    Term,
    /// Passages lost or added.
    Coverage,
    /// Text in another language.
    Language,
    /// Misspelled words.
    Spelling,
    /// Pronouns.
    Pronoun,
}

impl Category {
    /// All categories in the contract's order.
    pub const ALL: [Category; 9] = [
        Category::Name,
        Category::Number,
        Category::Logic,
        Category::Join,
        Category::Term,
        Category::Coverage,
        Category::Language,
        Category::Spelling,
        Category::Pronoun,
    ];

    /// Its word in every output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Category::Name => "name",
            Category::Number => "number",
            Category::Logic => "logic",
            Category::Join => "join",
            Category::Term => "term",
            Category::Coverage => "coverage",
            Category::Language => "language",
            Category::Spelling => "spelling",
            Category::Pronoun => "pronoun",
        }
    }
}

/// MQM's severities, from no harm to the worst.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Noted, no harm.
    Neutral,
    /// The sense can be recovered.
    Minor,
    /// A reader is misled or cannot recover the sense.
    Major,
    /// A falsehood, or the opposite of what happened.
    Critical,
}

impl Severity {
    /// All severities, the worst first.
    pub const ALL: [Severity; 4] = [Severity::Critical, Severity::Major, Severity::Minor, Severity::Neutral];

    /// MQM's weight: 25, 5, 1, 0.
    #[must_use]
    pub fn weight(self) -> f64 {
        match self {
            Severity::Critical => 25.0,
            Severity::Major => 5.0,
            Severity::Minor => 1.0,
            Severity::Neutral => 0.0,
        }
    }

    /// Its word in every output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Severity::Critical => "critical",
            Severity::Major => "major",
            Severity::Minor => "minor",
            Severity::Neutral => "neutral",
        }
    }
}

/// How far a rule can be trusted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// The corpora do not yet say that it is right often enough.
    Trial,
    /// Right often enough on the corpora.
    Stable,
}

/// How an example is to be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Two articles.
    Document,
    /// One segment and its one-to-one reference.
    Segment,
}

/// Sentences that show a rule: the faulty words of the candidate stand in `[[ ]]`; without marks it must be clean.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The trusted text; empty where the rule needs none.
    pub reference: &'static str,
    /// The text under test, with its marks.
    pub candidate: &'static str,
    /// How it is to be read.
    pub shape: Shape,
    /// Glossary lines: a forbidden term and what to use.
    pub forbidden: &'static [(&'static str, &'static str)],
}

impl Example {
    /// Two articles.
    #[must_use]
    pub const fn pair(reference: &'static str, candidate: &'static str) -> Example {
        Example { reference, candidate, shape: Shape::Document, forbidden: &[] }
    }

    /// One segment and its one-to-one reference.
    #[must_use]
    pub const fn segment(reference: &'static str, candidate: &'static str) -> Example {
        Example { reference, candidate, shape: Shape::Segment, forbidden: &[] }
    }

    /// A candidate alone with forbidden terms and what to use for them.
    #[must_use]
    pub const fn forbidding(forbidden: &'static [(&'static str, &'static str)], candidate: &'static str) -> Example {
        Example { reference: "", candidate, shape: Shape::Document, forbidden }
    }
}

/// A rule: what can be wrong, why that matters, and how it is found.
pub struct Rule {
    /// Three letters, three digits; never reused.
    pub code: &'static str,
    /// Begins with the file's name.
    pub name: &'static str,
    /// The contract's category.
    pub category: Category,
    /// MQM type, such as accuracy/mistranslation.
    pub mqm: &'static str,
    /// The harm if the finding is right.
    pub severity: Severity,
    /// Whether the corpora bear it out.
    pub stage: Stage,
    /// What it finds, in one sentence.
    pub summary: &'static str,
    /// What the fault does to a reader.
    pub why: &'static str,
    /// What it leaves alone on purpose.
    pub ignores: &'static str,
    /// Codes of rules that explain the same words better.
    pub yields_to: &'static [&'static str],
    /// Marked and clean examples, two of each at least.
    pub examples: &'static [Example],
    /// Picks the faults from a pair.
    pub check: fn(&Context<'_>, &mut Findings),
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code)
    }
}

/// What a rule sees.
pub struct Context<'a> {
    /// The two texts side by side.
    pub pair: &'a Pair<'a>,
    /// The language.
    pub lexicon: &'a Lexicon,
}

/// What speaks for a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Proof {
    /// Words of the reference.
    Reference(Span),
    /// Other words of the candidate.
    Candidate(Span),
    /// An entry of the built-in or the user's glossary.
    Glossary(String),
}

/// A fault as a rule hands it over.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// The wrong words; empty where something is missing.
    pub span: Span,
    /// How sure the rule is, 0 to 1, before calibration.
    pub strength: f64,
    /// One sentence for an editor.
    pub message: String,
    /// What speaks for it.
    pub evidence: Vec<Proof>,
    /// What could stand there instead, the best first.
    pub suggestions: Vec<String>,
    /// The harm, where this fault does more or less than the rule's usual one.
    pub severity: Option<Severity>,
}

impl Draft {
    /// A fault at a place.
    #[must_use]
    pub fn new(span: Span, strength: f64, message: String) -> Draft {
        Draft { span, strength, message, evidence: Vec::new(), suggestions: Vec::new(), severity: None }
    }

    /// With evidence.
    #[must_use]
    pub fn proof(mut self, proof: Proof) -> Draft {
        self.evidence.push(proof);
        self
    }

    /// With a suggestion; an empty one is left out.
    #[must_use]
    pub fn suggest(mut self, suggestion: impl Into<String>) -> Draft {
        let suggestion = suggestion.into();
        if !suggestion.is_empty() && !self.suggestions.contains(&suggestion) {
            self.suggestions.push(suggestion);
        }
        self
    }

    /// With a severity of its own.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Draft {
        self.severity = Some(severity);
        self
    }
}

/// Collects what the rules find.
#[derive(Debug, Default)]
pub struct Findings {
    drafts: Vec<Draft>,
}

impl Findings {
    /// Adds a fault.
    pub fn add(&mut self, draft: Draft) {
        self.drafts.push(draft);
    }

    /// All faults in the order in which they were found.
    #[must_use]
    pub fn into_drafts(self) -> Vec<Draft> {
        self.drafts
    }
}

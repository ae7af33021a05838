use crate::align::genders::gender_of;
use crate::align::sentences::PairKind;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};
use crate::text::token::Token;

/// A pronoun of the other gender.
pub const RULE: Rule = Rule {
    code: "PRN001",
    name: "gender-of-pronoun",
    category: Category::Pronoun,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Stable,
    summary: "A pronoun has another gender than in the reference.",
    why: "Readers take one person for another.",
    ignores: "Where the reference speaks of both a man and a woman nothing is reported. A pronoun that the reference does not have is left alone.",
    yields_to: &[],
    examples: &[
        Example::segment(
            "He told the court that he had lost the key.",
            "[[She]] told the court that [[she]] had lost the key.",
        ),
        Example::segment(
            "The actress said she would return to her village.",
            "The actress said [[he]] would return to [[his]] village.",
        ),
        Example::segment(
            "He thanked his daughter, who had brought her horse.",
            "He thanked his daughter, who had brought her horse.",
        ),
        Example::segment("The actress said that she would return.", "The actress said that they would see her again."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let pair = cx.pair;
    for bead in pair.full_beads() {
        let least = if pair.kind == PairKind::Comparable { 0.4 } else { 0.2 };
        if bead.likeness < least {
            continue;
        }
        let ours = pair.reference_tokens(bead);
        let theirs = pair.candidate_tokens(bead);
        let (male, female) = count(&pair.reference.tokens[ours.clone()]);
        if (male > 0) == (female > 0) {
            continue;
        }
        let (wrong_male, wrong_female) = count(&pair.candidate.tokens[theirs.clone()]);
        let wrong_is_female = male > 0;
        let (wrong, right) = if wrong_is_female { (wrong_female, wrong_male) } else { (wrong_male, wrong_female) };
        if wrong == 0 || wrong > male + female {
            continue;
        }
        let strength = match pair.kind {
            PairKind::Segment => 0.8,
            PairKind::Parallel => 0.72,
            _ => 0.3 + 0.5 * bead.likeness,
        } - if right > 0 { 0.06 } else { 0.0 };
        let evidence = ours.clone().find(|at| gender_of(&pair.reference.tokens[*at]).is_some());
        for at in theirs.filter(|at| gender_of(&pair.candidate.tokens[*at]) == Some(wrong_is_female)) {
            // Between articles "him" may be anybody, and so may "his" beside "she".
            let told = match pair.candidate.tokens[at].folded.as_str() {
                "he" | "she" => true,
                "his" | "her" => right == 0,
                _ => false,
            };
            if pair.kind == PairKind::Comparable && !told {
                continue;
            }
            let written = pair.candidate.at(pair.candidate.tokens[at].span);
            let message = format!("`{written}` has another gender than in the reference.");
            let mut draft = Draft::new(pair.candidate.tokens[at].span, strength, message).suggest(other(written));
            if let Some(place) = evidence {
                draft = draft.proof(Proof::Reference(pair.reference.tokens[place].span));
            }
            findings.add(draft);
        }
    }
    for wrong in pair.pronouns.iter().filter(|_| pair.kind != PairKind::Segment) {
        let person = &pair.reference_facts.names[wrong.person];
        let span = pair.candidate.tokens[wrong.token].span;
        let written = pair.candidate.at(span);
        let message =
            format!("`{written}` has another gender than `{}` has in the reference.", pair.reference.at(person.span));
        findings.add(
            Draft::new(span, wrong.strength, message).proof(Proof::Reference(person.span)).suggest(other(written)),
        );
    }
}

/// How many pronouns of either gender: masculine, feminine.
fn count(tokens: &[Token]) -> (usize, usize) {
    let female = tokens.iter().filter(|token| gender_of(token) == Some(true)).count();
    let male = tokens.iter().filter(|token| gender_of(token) == Some(false)).count();
    (male, female)
}

/// The pronoun of the other gender, with the same capital.
fn other(written: &str) -> String {
    let swapped = match written.to_lowercase().as_str() {
        "he" => "she",
        "him" | "his" => "her",
        "himself" => "herself",
        "she" => "he",
        "her" => "his",
        "hers" => "his",
        "herself" => "himself",
        _ => return String::new(),
    };
    if written.starts_with(char::is_uppercase) {
        let mut letters = swapped.chars();
        return letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    }
    swapped.to_owned()
}

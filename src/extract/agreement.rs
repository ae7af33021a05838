//! Subjects and verbs, determiners and nouns that differ in number, where the sentence leaves no doubt about it.

use crate::extract::verb_forms::Slip;
use crate::lexicon::Lexicon;
use crate::lexicon::grammar::Form;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// The disagreements of a text, in order.
#[must_use]
pub fn disagreements(text: &Text<'_>, lexicon: &Lexicon) -> Vec<Slip> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        for at in sentence.tokens.clone() {
            let rest = &text.tokens[at..sentence.tokens.end];
            let before = at.checked_sub(1).filter(|before| *before >= sentence.tokens.start);
            let before = before.map(|before| &text.tokens[before]);
            let slip = determined(lexicon, rest)
                .or_else(|| personal(before, rest))
                .or_else(|| existential(before, rest, lexicon))
                .or_else(|| opens(before).then(|| subject(lexicon, rest)).flatten());
            if let Some((length, strength)) = slip {
                found.push(Slip { tokens: at..at + length, right: None, strength });
            }
        }
    }
    found
}

/// How many tokens are wrong, how sure.
type Wrong = (usize, f64);

/// Whether a clause can begin behind this token.
fn opens(before: Option<&Token>) -> bool {
    before.is_none_or(|before| matches!(before.folded.as_str(), "\"" | "“" | "that" | ";" | ":"))
}

/// "This measures", "these measure".
fn determined(lexicon: &Lexicon, rest: &[Token]) -> Option<Wrong> {
    let [determiner, noun, ..] = rest else { return None };
    let next_noun = rest.get(2).is_some_and(|next| next.can_be(Classes::NOUN) || next.is_mark("-") || next.possessive);
    if noun.case != Case::Lower || noun.possessive || next_noun {
        return None;
    }
    match determiner.folded.as_str() {
        "this" if is_plural(noun) && noun.first_class_is(Classes::NOUN) && !noun.can_be(Classes::VERB) => {
            Some((2, 0.75))
        }
        "these" | "those" | "several" | "many" if is_singular(lexicon, noun) && !noun.can_be(Classes::ADJECTIVE) => {
            let clause = rest.get(2).is_none_or(|next| next.kind == TokenKind::Mark || next.is_function());
            clause.then_some((2, 0.7))
        }
        _ => None,
    }
}

/// "they has", "he have" at the beginning of a clause.
fn personal(before: Option<&Token>, rest: &[Token]) -> Option<Wrong> {
    let [pronoun, verb, ..] = rest else { return None };
    let clause = before.is_none_or(|before| {
        matches!(before.folded.as_str(), "and" | "that" | "but" | "because" | "as" | "when" | "," | "\"" | "“")
    });
    let differs = matches!(
        (pronoun.folded.as_str(), verb.folded.as_str()),
        ("he" | "she" | "it", "have" | "are" | "do" | "don't") | ("they" | "we", "has" | "is" | "was")
    );
    // "that he have" can be a wish.
    let wish = before.is_some_and(|before| before.folded == "that") && verb.folded == "have";
    (differs && clause && !wish).then_some((2, 0.8))
}

/// "There is 40 miners", "there was promises".
fn existential(before: Option<&Token>, rest: &[Token], lexicon: &Lexicon) -> Option<Wrong> {
    let [there, verb, ..] = rest else { return None };
    if there.folded != "there"
        || !matches!(verb.folded.as_str(), "is" | "was")
        || before.is_some_and(|before| before.is_word() && !before.is_function())
    {
        return None;
    }
    let skip = rest[2..].iter().take_while(|token| matches!(token.folded.as_str(), "still" | "also" | "now" | "only"));
    let mut at = 2 + skip.count();
    let first = rest.get(at)?;
    let counted = first.kind == TokenKind::Number && !matches!(first.folded.as_str(), "1" | "0")
        || matches!(first.folded.as_str(), "many" | "several" | "two" | "three" | "four" | "five" | "six" | "ten");
    at += usize::from(counted);
    let noun = rest.get(at)?;
    let listed = rest.get(at + 1).is_some_and(|next| matches!(next.folded.as_str(), "and" | "," | "or"));
    let measure = lexicon.measures.unit(&noun.folded).is_some() || lexicon.measures.currency(&noun.folded).is_some();
    let plural = is_plural(noun) && noun.first_class_is(Classes::NOUN) && noun.case == Case::Lower;
    (plural && !measure && !listed).then_some((2, 0.75))
}

/// "The ministers has", "One of the hostages were", "Rents in Istanbul has", "The equipment were" where a sentence begins.
fn subject(lexicon: &Lexicon, rest: &[Token]) -> Option<Wrong> {
    let mut at = 0;
    let word = |at: usize| rest.get(at).map_or("", |token| token.folded.as_str());
    if word(0) == "one" && word(1) == "of" && matches!(word(2), "the" | "his" | "her" | "their" | "these" | "those") {
        at = noun_at(rest, 3)?;
        let plural = is_plural(&rest[at]);
        return match word(at + 1) {
            "were" | "are" | "have" if plural => Some((at + 2, 0.8)),
            _ => None,
        };
    }
    if let Some(wrong) = counted_subject(rest) {
        return Some(wrong);
    }
    at += usize::from(matches!(
        word(0),
        "the" | "these" | "those" | "their" | "his" | "our" | "many" | "several" | "all"
    ));
    let determined = at > 0;
    let noun = noun_at(rest, at)?;
    let mut end = noun + 1;
    let plural =
        is_plural(&rest[noun]) && rest[noun].case == Case::Lower || !determined && noun == 0 && is_plural(&rest[0]);
    let preposition = matches!(word(end), "in" | "of" | "at" | "from" | "for");
    if preposition && rest.get(end + 1).is_some_and(Token::is_capitalised) {
        end += 1 + rest[end + 1..].iter().take_while(|token| token.is_capitalised()).count();
    }
    let measure = lexicon.measures.unit(&rest[noun].folded).is_some()
        || lexicon.measures.currency(&rest[noun].folded).is_some()
        || word(noun).ends_with("ics")
        || word(noun) == "news";
    let form = lexicon.grammar.of(word(noun));
    match word(end) {
        "has" | "is" | "was" | "does" if plural && !measure && (determined || end > noun + 1) => Some((end + 1, 0.78)),
        "were" | "are" | "have" if form.any(Form::UNCOUNTABLE) && end == noun + 1 && word(0) == "the" => {
            Some((end + 1, 0.78))
        }
        _ => None,
    }
}

/// "Each of the four activists have", "Both the mayor and her deputy has", "Everyone in the village have", "The number
/// of tourists have", "The news were".
fn counted_subject(rest: &[Token]) -> Option<Wrong> {
    const REACH: usize = 10;
    let word = |at: usize| rest.get(at).map_or("", |token| token.folded.as_str());
    let plural_verb = |at: usize| matches!(word(at), "have" | "are" | "were" | "do" | "don't");
    // What stands between is one noun phrase: no verb, no mark, no other clause.
    let nominal = |token: &Token| {
        token.is_word()
            && !token.can_be(Classes::AUXILIARY)
            && !matches!(
                token.folded.as_str(),
                "that" | "who" | "which" | "whose" | "where" | "when" | "and" | "or" | "than" | "as" | "what"
            )
            && !token.word.is_some_and(|word| word.past && word.first_class == Classes::VERB)
    };
    let verb_behind =
        |from: usize| (from..rest.len().min(from + REACH)).find(|at| !nominal(&rest[*at])).filter(|at| *at > from);
    let all = matches!(word(2), "the" | "these" | "those" | "his" | "her" | "their" | "our");
    match word(0) {
        "each" if word(1) == "of" && all => verb_behind(3).filter(|at| plural_verb(*at)).map(|at| (at + 1, 0.75)),
        "everyone" | "everybody" | "nobody" | "someone" | "somebody" | "anyone" | "anybody" => {
            let placed = matches!(word(1), "in" | "on" | "at" | "from");
            let at = if placed { verb_behind(2)? } else { 1 };
            plural_verb(at).then_some((at + 1, 0.78))
        }
        "both" => {
            let and = (1..rest.len().min(6)).find(|at| word(*at) == "and")?;
            let at = verb_behind(and + 1)?;
            let parts = and > 1 && rest[1..and].iter().all(nominal);
            let near = at - and <= 4 && !rest[and + 1..at].iter().any(|token| token.can_be(Classes::PREPOSITION));
            (parts && near && matches!(word(at), "has" | "is" | "was" | "does")).then_some((at + 1, 0.75))
        }
        "the" if word(1) == "number" && word(2) == "of" => {
            verb_behind(3).filter(|at| matches!(word(*at), "have" | "are" | "were")).map(|at| (at + 1, 0.72))
        }
        "the" if word(1) == "news" => {
            let about = matches!(word(2), "about" | "of" | "from");
            let at = if about { verb_behind(3)? } else { 2 };
            matches!(word(at), "were" | "are" | "have").then_some((at + 1, 0.75))
        }
        _ => None,
    }
}

/// The noun behind at most two adjectives.
fn noun_at(rest: &[Token], from: usize) -> Option<usize> {
    let adjectives =
        rest.get(from..)?.iter().take(2).take_while(|token| token.first_class_is(Classes::ADJECTIVE)).count();
    let at = from + adjectives;
    let noun = rest.get(at)?;
    (noun.first_class_is(Classes::NOUN) && !noun.possessive).then_some(at)
}

fn is_plural(token: &Token) -> bool {
    let forms = token.word.and_then(|word| word.tag.split_once('/')).map_or("", |(_, forms)| forms);
    forms.contains('s')
        && !forms.contains('b')
        && !matches!(token.folded.as_str(), "data" | "media" | "criteria" | "works")
}

fn is_singular(lexicon: &Lexicon, token: &Token) -> bool {
    let plain = token.word.is_some_and(|word| !word.tag.contains('/') && word.lemma == token.folded && word.tier <= 35);
    let form = lexicon.grammar.of(&token.folded);
    let same = matches!(
        token.folded.as_str(),
        "people" | "sheep" | "fish" | "deer" | "aircraft" | "species" | "series" | "means" | "offspring" | "cattle"
    );
    token.first_class_is(Classes::NOUN)
        && plain
        && !same
        && !form.any(Form::COLLECTIVE)
        && !form.any(Form::UNCOUNTABLE)
        && !token.folded.ends_with('s')
        && !token.can_be(Classes::VERB)
        && lexicon.words.find(&format!("{}s", token.folded)).is_some()
}

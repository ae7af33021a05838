//! The words that a configuration or an ignore may use for rules, categories and severities; whoever knows the rules
//! hands them in.

/// Codes and names of rules, and the words of categories and severities.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Vocabulary {
    /// Code and name of each rule.
    pub rules: Vec<(&'static str, &'static str)>,
    /// The categories.
    pub categories: Vec<&'static str>,
    /// The severities.
    pub severities: Vec<&'static str>,
}

/// Some of the rules: a rule's code, the word of a category, or `all`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Selector(&'static str);

impl Selector {
    /// Every rule.
    pub const ALL: Selector = Selector("all");

    /// The code, the category or `all`.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.0
    }

    /// Whether it means a rule of this code and category.
    #[must_use]
    pub fn covers(self, code: &str, category: &str) -> bool {
        self == Selector::ALL || self.0 == code || self.0 == category
    }
}

impl Vocabulary {
    /// The rules that a word means: a code in capitals or small letters, a rule's name, a category, `all`.
    ///
    /// # Errors
    ///
    /// What is wrong with the word, with the nearest one that is right.
    pub fn selector(&self, word: &str) -> Result<Selector, String> {
        if word == Selector::ALL.word() {
            return Ok(Selector::ALL);
        }
        let fits = |rule: &&(&'static str, &'static str)| rule.0.eq_ignore_ascii_case(word) || rule.1 == word;
        if let Some((code, _)) = self.rules.iter().find(fits) {
            return Ok(Selector(code));
        }
        if let Some(category) = self.categories.iter().find(|category| **category == word) {
            return Ok(Selector(category));
        }
        let known = self.rules.iter().flat_map(|(code, name)| [*code, *name]).chain(self.categories.iter().copied());
        Err(format!("`{word}` is no rule and no category{}", did_you_mean(word, known)))
    }
}

/// ". Did you mean …?" with the nearest of the words that are known, or nothing where none is near.
#[must_use]
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let asked = word.to_lowercase();
    let near = known.into_iter().map(|one| (strsim::osa_distance(&one.to_lowercase(), &asked), one)).min();
    let reach = 1 + asked.chars().count().min(12) / 4;
    near.filter(|(distance, _)| *distance <= reach).map_or(String::new(), |(_, one)| format!(". Did you mean `{one}`?"))
}

#[cfg(test)]
mod tests {
    use crate::config::vocabulary::did_you_mean;

    #[test]
    fn only_what_is_near_is_suggested() {
        let known = ["min-confidence", "fail-on"];
        assert_eq!(did_you_mean("min-confidense", known), ". Did you mean `min-confidence`?");
        assert_eq!(did_you_mean("colour", known), "");
    }
}

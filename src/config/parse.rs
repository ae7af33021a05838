//! The text of a configuration file to what it says, with the place of every mistake; reading the file is not done here.

use std::borrow::Cow;
use std::ops::Range;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use globset::GlobBuilder;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::config::keys::{Part, TABLES, names};
use crate::config::options::{ConfigFile, Exception, Options, Origin, Override, Pattern, Placed};
use crate::config::vocabulary::{Selector, Vocabulary, did_you_mean};
use crate::error::Error;

type Name<'i> = Spanned<Cow<'i, str>>;
type Value<'i> = Spanned<DeValue<'i>>;

/// Reads a configuration file.
///
/// # Errors
///
/// [`Error::Config`] with line and column of a mistake, and what to do.
pub fn parse(path: &Path, text: &str, vocabulary: &Vocabulary) -> Result<ConfigFile, Error> {
    let reader = Reader { path, text, vocabulary };
    let root = DeTable::parse(text).map_err(|error| {
        let message = error.message().split('\n').next().unwrap_or("").trim_end_matches('.');
        reader.error(error.span().unwrap_or(0..0), message.to_owned(), "The file is read as TOML 1.0.")
    })?;
    let root = root.into_inner();
    let options = reader.options(&root, false)?;
    let mut overrides = Vec::new();
    for (_, value) in root.iter().filter(|(name, _)| name.get_ref() == "override") {
        for (part, span) in reader.tables("override", value)? {
            overrides.push(reader.one_override(part, span)?);
        }
    }
    Ok(ConfigFile { path: path.to_owned(), options, overrides })
}

struct Reader<'a> {
    path: &'a Path,
    text: &'a str,
    vocabulary: &'a Vocabulary,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> usize {
        self.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
    }

    fn error(&self, span: Range<usize>, problem: String, help: &str) -> Error {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        let problem = problem.trim_end_matches('.').to_owned();
        Error::Config {
            path: self.path.to_owned(),
            line: self.line(span.start),
            column,
            problem,
            help: help.to_owned(),
        }
    }

    fn wrong(&self, name: &Name<'_>, value: &Value<'_>, expected: &str) -> Error {
        let found = self.text.get(value.span()).unwrap_or("").lines().next().unwrap_or("");
        let found: String = found.chars().take(60).collect();
        self.error(value.span(), format!("`{}` takes {expected}, not {found}", name.get_ref()), "")
    }

    fn placed<T>(&self, name: &Name<'_>, value: T) -> Placed<T> {
        Placed { value, origin: Origin::File { path: self.path.to_owned(), line: self.line(name.span().start) } }
    }

    fn options(&self, table: &DeTable<'_>, within_override: bool) -> Result<Options, Error> {
        let mut options = Options::default();
        for (name, value) in in_order(table) {
            match name.get_ref().as_ref() {
                "profile" => options.profile = Some(self.placed(name, self.word(name, value)?)),
                "min-confidence" => {
                    options.min_confidence = Some(self.placed(name, self.number(name, value, 1.0)?));
                }
                "fail-on" => options.fail_on = Some(self.placed(name, self.word(name, value)?)),
                "max-penalty" => options.max_penalty = Some(self.placed(name, self.number(name, value, f64::MAX)?)),
                "min-quality" => options.min_quality = Some(self.placed(name, self.number(name, value, 100.0)?)),
                "strict-ignores" => options.strict_ignores = Some(self.placed(name, self.flag(name, value)?)),
                "reference" => options.reference = Some(self.placed(name, self.file(self.string(name, value)?))),
                "glossary" => {
                    let files = self.strings(name, value)?.into_iter();
                    options.glossary = files.map(|(file, _)| self.placed(name, self.file(file))).collect();
                }
                "rules" => self.rules(&mut options, self.table(name, value)?)?,
                "limits" => self.limits(&mut options, self.table(name, value)?)?,
                "severity" => self.severities(&mut options, self.table(name, value)?)?,
                "ignore" => {
                    for (part, span) in self.tables("ignore", value)? {
                        let exception = self.exception(part, span.clone())?;
                        let origin = Origin::File { path: self.path.to_owned(), line: self.line(span.start) };
                        options.exceptions.push(Placed { value: exception, origin });
                    }
                }
                "baseline" if !within_override => {
                    options.baseline = Some(self.placed(name, self.file(self.string(name, value)?)));
                }
                "override" if !within_override => {}
                "paths" if within_override => {}
                _ => {
                    let own = if within_override { Part::OnlyOverride } else { Part::OnlyTop };
                    let tables =
                        TABLES.iter().map(|table| table.0).filter(|table| !within_override || *table != "override");
                    return Err(self.unknown(name, names(&[Part::Top, own]).chain(tables)));
                }
            }
        }
        Ok(options)
    }

    fn one_override(&self, part: &DeTable<'_>, span: Range<usize>) -> Result<Override, Error> {
        let Some((name, value)) = part.iter().find(|(name, _)| name.get_ref() == "paths") else {
            let help = "Begin it with paths, for example: paths = [\"sport/**\"].";
            return Err(self.error(span, "an override says which candidates it is for".to_owned(), help));
        };
        let patterns = self.strings(name, value)?.into_iter().map(|(pattern, span)| self.pattern(pattern, span));
        Ok(Override { paths: patterns.collect::<Result<_, _>>()?, options: self.options(part, true)? })
    }

    fn rules(&self, options: &mut Options, table: &DeTable<'_>) -> Result<(), Error> {
        // What is on comes first: it wins where both lists name a rule.
        for (word, on) in [("on", true), ("off", false)] {
            for (name, value) in table.iter().filter(|(name, _)| name.get_ref() == word) {
                for selector in self.selectors(name, value)? {
                    options.rules.push((selector, self.placed(name, on)));
                }
            }
        }
        match table.keys().find(|name| !matches!(name.get_ref().as_ref(), "on" | "off")) {
            Some(name) => Err(self.unknown(name, names(&[Part::Rules]))),
            None => Ok(()),
        }
    }

    fn limits(&self, options: &mut Options, table: &DeTable<'_>) -> Result<(), Error> {
        for (name, value) in in_order(table) {
            let Some(category) = self.vocabulary.categories.iter().find(|one| *one == name.get_ref()) else {
                return Err(self.unknown(name, self.vocabulary.categories.iter().copied()));
            };
            let count = value.get_ref().as_integer().filter(|integer| integer.radix() == 10);
            let count = count.and_then(|integer| integer.as_str().parse().ok());
            let count = count.ok_or_else(|| self.wrong(name, value, "a whole number from 0 on"))?;
            options.limits.insert(category, self.placed(name, count));
        }
        Ok(())
    }

    fn severities(&self, options: &mut Options, table: &DeTable<'_>) -> Result<(), Error> {
        for (name, value) in in_order(table) {
            let selector = self.selector(name.get_ref(), name.span())?;
            let word = self.string(name, value)?;
            let Some(severity) = self.vocabulary.severities.iter().find(|one| **one == word) else {
                let expected = format!("one of {}", self.vocabulary.severities.join(", "));
                return Err(self.wrong(name, value, &expected));
            };
            options.severities.push((selector, self.placed(name, *severity)));
        }
        Ok(())
    }

    fn exception(&self, table: &DeTable<'_>, span: Range<usize>) -> Result<Exception, Error> {
        let mut exception = Exception::default();
        for (name, value) in in_order(table) {
            match name.get_ref().as_ref() {
                "rule" => exception.rules = self.selectors(name, value)?,
                "text" => exception.text = Some(self.string(name, value)?),
                "path" => exception.path = Some(self.pattern(self.string(name, value)?, value.span())?),
                "reason" => exception.reason = self.string(name, value)?,
                _ => return Err(self.unknown(name, names(&[Part::Ignore]))),
            }
        }
        if exception.rules.is_empty() && exception.text.is_none() && exception.path.is_none() {
            let help = "Give at least one of rule, text and path.";
            return Err(self.error(span, "this would ignore every finding".to_owned(), help));
        }
        Ok(exception)
    }

    fn unknown<'k>(&self, name: &Name<'_>, known: impl Iterator<Item = &'k str>) -> Error {
        let known: Vec<&str> = known.collect();
        let hint = did_you_mean(name.get_ref(), known.iter().copied());
        let help = if hint.is_empty() { format!("Known here: {}.", known.join(", ")) } else { String::new() };
        self.error(name.span(), format!("`{}` is no key here{hint}", name.get_ref()), &help)
    }

    fn selector(&self, word: &str, span: Range<usize>) -> Result<Selector, Error> {
        let help = "`wirelint rules` lists them all.";
        self.vocabulary.selector(word).map_err(|problem| self.error(span, problem, help))
    }

    fn selectors(&self, name: &Name<'_>, value: &Value<'_>) -> Result<Vec<Selector>, Error> {
        self.strings(name, value)?.into_iter().map(|(word, span)| self.selector(&word, span)).collect()
    }

    fn word<T: ValueEnum>(&self, name: &Name<'_>, value: &Value<'_>) -> Result<T, Error> {
        let word = self.string(name, value)?;
        T::from_str(&word, false).map_err(|_| {
            let known: Vec<_> = T::value_variants().iter().filter_map(ValueEnum::to_possible_value).collect();
            let known: Vec<&str> = known.iter().map(clap::builder::PossibleValue::get_name).collect();
            let help = did_you_mean(&word, known.iter().copied()).trim_start_matches(". ").to_owned();
            let problem = format!("`{}` takes one of {}, not \"{word}\"", name.get_ref(), known.join(", "));
            self.error(value.span(), problem, &help)
        })
    }

    fn number(&self, name: &Name<'_>, value: &Value<'_>, most: f64) -> Result<f64, Error> {
        let digits = match value.get_ref() {
            DeValue::Float(float) => float.as_str(),
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str(),
            _ => "",
        };
        let number = digits.parse::<f64>().ok().filter(|number| (0.0..=most).contains(number));
        number.ok_or_else(|| {
            let range = if most < f64::MAX { format!("from 0 to {most}") } else { "from 0 on".to_owned() };
            self.wrong(name, value, &format!("a number {range}"))
        })
    }

    fn flag(&self, name: &Name<'_>, value: &Value<'_>) -> Result<bool, Error> {
        value.get_ref().as_bool().ok_or_else(|| self.wrong(name, value, "true or false"))
    }

    fn string(&self, name: &Name<'_>, value: &Value<'_>) -> Result<String, Error> {
        let text = value.get_ref().as_str().filter(|text| !text.is_empty());
        text.map(str::to_owned).ok_or_else(|| self.wrong(name, value, "a text in quotes"))
    }

    /// One text or a list of them.
    fn strings(&self, name: &Name<'_>, value: &Value<'_>) -> Result<Vec<(String, Range<usize>)>, Error> {
        let Some(list) = value.get_ref().as_array() else {
            return Ok(vec![(self.string(name, value)?, value.span())]);
        };
        list.iter().map(|one| Ok((self.string(name, one)?, one.span()))).collect()
    }

    fn table<'v, 'i>(&self, name: &Name<'_>, value: &'v Value<'i>) -> Result<&'v DeTable<'i>, Error> {
        let help = format!("Write it as a table: [{}].", name.get_ref());
        let no_table = || self.error(value.span(), format!("`{}` is no table", name.get_ref()), &help);
        value.get_ref().as_table().ok_or_else(no_table)
    }

    /// The tables of a list, with their places.
    fn tables<'v, 'i>(&self, name: &str, value: &'v Value<'i>) -> Result<Vec<(&'v DeTable<'i>, Range<usize>)>, Error> {
        let list = value.get_ref().as_array().map_or(&[] as &[_], |list| &list[..]);
        let tables: Option<Vec<_>> =
            list.iter().map(|one| one.get_ref().as_table().map(|table| (table, one.span()))).collect();
        tables.filter(|tables| !tables.is_empty()).ok_or_else(|| {
            let help = format!("Write it with two brackets: [[{name}]].");
            self.error(value.span(), format!("`{name}` is a list of tables"), &help)
        })
    }

    fn pattern(&self, written: String, span: Range<usize>) -> Result<Pattern, Error> {
        let glob = GlobBuilder::new(&written).literal_separator(true).build().map_err(|error| {
            self.error(span, format!("`{written}` is no pattern: {}", error.kind()), "For example: sport/**.")
        })?;
        Ok(Pattern { matcher: glob.compile_matcher(), written })
    }

    /// A path of the file, from the file's folder.
    fn file(&self, written: String) -> PathBuf {
        self.path.parent().unwrap_or(Path::new("")).join(written)
    }
}

/// The keys of a table as they follow each other in the file: the first mistake is named, and of two entries for one
/// thing the first one counts.
fn in_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<(&'t Name<'i>, &'t Value<'i>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}

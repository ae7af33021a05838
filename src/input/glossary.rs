//! A desk's glossary: CSV or TSV with the columns term, aliases, type, status, note.

use std::path::Path;

use crate::config::{Term, TermKind, TermStatus};
use crate::error::Error;

const COLUMNS: [&str; 5] = ["term", "aliases", "type", "status", "note"];

/// Reads a glossary; aliases are separated by `|`.
///
/// # Errors
///
/// [`Error::Glossary`] with file, line and what to do: an unknown column, a missing term, an unknown type or status.
pub fn parse(path: &Path, content: &str) -> Result<Vec<Term>, Error> {
    let error = |line: u64, problem: String, help: &str| Error::Glossary {
        path: path.to_owned(),
        line,
        problem,
        help: help.to_owned(),
    };
    let content = content.strip_prefix('\u{feff}').unwrap_or(content);
    let head = content.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let delimiter = if head.contains('\t') {
        b'\t'
    } else if head.contains(';') && !head.contains(',') {
        b';'
    } else {
        b','
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .comment(Some(b'#'))
        .trim(csv::Trim::All)
        .from_reader(content.as_bytes());
    let headers =
        reader.headers().map_err(|cause| error(1, cause.to_string(), "Save the file as CSV in UTF-8"))?.clone();
    let mut places = [None; COLUMNS.len()];
    for (at, header) in headers.iter().enumerate() {
        let folded = header.to_lowercase();
        let Some(column) = COLUMNS.iter().position(|column| *column == folded) else {
            let help = format!("The columns are {}. Is the header line missing?", COLUMNS.join(", "));
            return Err(error(1, format!("`{header}` is no column of a glossary"), &help));
        };
        places[column] = Some(at);
    }
    if places[0].is_none() {
        return Err(error(
            1,
            "there is no column `term`".to_owned(),
            "Begin the file with: term,aliases,type,status,note",
        ));
    }
    let mut terms = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|cause| {
            let line = cause.position().map_or(0, csv::Position::line);
            error(line, "the line cannot be read".to_owned(), "Put fields with commas or quotes in double quotes.")
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() > headers.len() {
            let problem = format!("{} fields where the header has {}", record.len(), headers.len());
            return Err(error(line, problem, "Put fields that hold the separator in double quotes."));
        }
        let field = |column: usize| places[column].and_then(|at| record.get(at)).unwrap_or("");
        if field(0).is_empty() {
            if record.iter().all(str::is_empty) {
                continue;
            }
            return Err(error(line, "the term is empty".to_owned(), "Fill in the first column or remove the line."));
        }
        let kind = kind_of(field(2)).ok_or_else(|| {
            error(line, format!("`{}` is no type", field(2)), "Use person, place, org, treaty or other.")
        })?;
        let status = status_of(field(3)).ok_or_else(|| {
            error(line, format!("`{}` is no status", field(3)), "Use preferred, allowed or forbidden.")
        })?;
        let aliases = field(1).split('|').map(str::trim).filter(|alias| !alias.is_empty()).map(str::to_owned).collect();
        terms.push(Term { term: field(0).to_owned(), aliases, kind, status, note: field(4).to_owned() });
    }
    Ok(terms)
}

fn kind_of(word: &str) -> Option<TermKind> {
    Some(match word.to_lowercase().as_str() {
        "person" => TermKind::Person,
        "place" => TermKind::Place,
        "org" => TermKind::Org,
        "treaty" => TermKind::Treaty,
        "other" | "" => TermKind::Other,
        _ => return None,
    })
}

fn status_of(word: &str) -> Option<TermStatus> {
    Some(match word.to_lowercase().as_str() {
        "preferred" | "" => TermStatus::Preferred,
        "allowed" => TermStatus::Allowed,
        "forbidden" => TermStatus::Forbidden,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::config::{TermKind, TermStatus};
    use crate::input::glossary::parse;

    #[test]
    fn commas_tabs_and_quotes_are_read() {
        for content in [
            "term,aliases,type,status,note\n\"Kyiv\",Kiev|Kyjiw,place,preferred,\n",
            "term\taliases\ttype\tstatus\tnote\nKyiv\tKiev | Kyjiw\tplace\t\t\n",
        ] {
            let terms = parse(Path::new("g.csv"), content).expect("a glossary");
            assert_eq!(terms[0].aliases, ["Kiev", "Kyjiw"]);
            assert_eq!((terms[0].kind, terms[0].status), (TermKind::Place, TermStatus::Preferred));
        }
    }

    #[test]
    fn a_wrong_line_is_named_with_what_to_do() {
        for (content, line, words) in [
            ("term,type\nKyiv,town\n", 2, "`town` is no type"),
            ("term,status\nKyiv,preferred\nKiev,bad\n", 3, "`bad` is no status"),
            ("Kyiv,Kiev\n", 1, "`Kyiv` is no column"),
            ("term,note\n,x\n", 2, "the term is empty"),
        ] {
            let error = parse(Path::new("g.csv"), content).expect_err("an error").to_string();
            assert!(error.starts_with(&format!("g.csv:{line}: {words}")), "{error}");
        }
    }
}

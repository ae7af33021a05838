//! Which pairs get a page, and the folder that holds the pages.

use std::collections::BTreeSet;
use std::path::Path;
use std::str::FromStr;

use crate::error::Error;
use crate::input::files;
use crate::report::batch::row::{Row, page_name, worst_first};
use crate::report::html::shell::counted;

/// Up to so many pairs all get a page unless something else is asked for.
const ALL_UP_TO: usize = 500;

/// Of more pairs so many do.
const WORST: usize = 200;

/// The folder of the pages.
pub(super) const FOLDER: &str = "pairs";

/// Which pairs get a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pages {
    All,
    /// So many of the worst.
    Worst(usize),
    None,
}

impl FromStr for Pages {
    type Err = String;

    fn from_str(word: &str) -> Result<Pages, String> {
        match word {
            "all" => Ok(Pages::All),
            "none" | "0" => Ok(Pages::None),
            _ => word.parse().map(Pages::Worst).map_err(|_| "all, none, or a number such as 50".to_owned()),
        }
    }
}

impl Pages {
    /// What is done unless something is asked for.
    pub(super) fn usual(count: usize) -> Pages {
        if count <= ALL_UP_TO { Pages::All } else { Pages::Worst(WORST) }
    }

    /// The numbers of the pairs that get one.
    pub(super) fn numbers(self, rows: &[Row]) -> BTreeSet<usize> {
        let most = match self {
            Pages::All => usize::MAX,
            Pages::Worst(count) => count,
            Pages::None => 0,
        };
        worst_first(rows).into_iter().take(most).map(|at| rows[at].number).collect()
    }

    /// What the index says of them.
    pub(super) fn said(self) -> String {
        match self {
            Pages::All => "Every pair that could be checked has a page.".to_owned(),
            Pages::Worst(count) => format!("Pages: the {} of the lowest quality.", counted(count, "pair")),
            Pages::None => "There are no pages for single pairs.".to_owned(),
        }
    }
}

/// Makes the folder of the pages.
pub(super) fn make_folder(out: &Path) -> Result<(), Error> {
    let folder = out.join(FOLDER);
    std::fs::create_dir_all(&folder).map_err(|error| files::unwritable(&folder, &error))
}

/// Removes the pages of earlier runs, and what a run that was killed left half written; files that are not named as ours
/// stay.
pub(super) fn remove_others(out: &Path, rows: &[Row], kept: &BTreeSet<usize>) -> Result<(), Error> {
    let folder = out.join(FOLDER);
    let Ok(listed) = std::fs::read_dir(&folder) else { return Ok(()) };
    let pages = rows.iter().filter(|row| kept.contains(&row.number));
    let names: BTreeSet<String> = pages.map(|row| page_name(row.number, &row.id)).collect();
    for entry in listed {
        let entry = entry.map_err(|error| files::unreadable(&folder, &error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_ours(&name) && !names.contains(&name) {
            std::fs::remove_file(entry.path()).map_err(|error| files::unwritable(&entry.path(), &error))?;
        }
    }
    Ok(())
}

/// `00012-slug.html`, or the same half written: `.00012-slug.html.4711.tmp`.
fn is_ours(name: &str) -> bool {
    let whole = match name.strip_prefix('.') {
        Some(hidden) => hidden.strip_suffix(".tmp").and_then(|rest| rest.rsplit_once('.')).map_or("", |(page, _)| page),
        None => name,
    };
    let digits = whole.bytes().take_while(u8::is_ascii_digit).count();
    digits >= 5 && whole.ends_with(".html") && whole[digits..].starts_with(['-', '.'])
}

#[cfg(test)]
mod tests {
    use crate::cli::batch::pages::is_ours;

    #[test]
    fn only_pages_named_as_ours_are_ever_removed() {
        let names =
            ["00012-a1.html", "00012.html", ".00012-a1.html.4711.tmp", "notes.html", "2024.html", "00012-a1.txt"];
        assert_eq!(names.map(is_ours), [true, true, true, false, false, false]);
    }
}

//! Reading the two texts of a pair from files or standard input, and writing files in one piece.

use std::borrow::Cow;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;

use crate::error::Error;
use crate::input::markdown::without_markup;
use crate::text::comments::{self, Comment, without_lines};

/// A text and what to call it in messages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// The file's name, or "standard input".
    pub name: String,
    /// The text as it is in the file, so that spans are places in the file; comments to wirelint are spaces.
    pub raw: String,
    /// The comments to wirelint that were in it.
    pub comments: Vec<Comment>,
    /// The file as it is written, where `raw` has something of it blanked.
    pub written: Option<String>,
    /// Whether it is Markdown.
    pub markdown: bool,
}

impl Source {
    fn new(name: String, file: String, markdown: bool) -> Source {
        let comments = comments::find(&file);
        if !markdown && comments.is_empty() {
            return Source { name, raw: file, comments, written: None, markdown };
        }
        let raw = file.clone();
        let raw = if markdown { without_markup(&comments::lettered(raw, &comments)) } else { raw };
        let raw = comments::blanked(raw, &comments);
        Source { name, raw, comments, written: Some(file), markdown }
    }

    /// The text to check; its places are those of the file.
    #[must_use]
    pub fn to_check(&self) -> Cow<'_, str> {
        if self.comments.is_empty() {
            Cow::Borrowed(&self.raw)
        } else {
            without_lines(&self.raw, &self.comments).into()
        }
    }

    /// The file as it is written.
    #[must_use]
    pub fn file(&self) -> &str {
        self.written.as_ref().unwrap_or(&self.raw)
    }

    /// The same file with other content.
    #[must_use]
    pub fn with_file(&self, file: &str) -> Source {
        Source::new(self.name.clone(), file.to_owned(), self.markdown)
    }
}

/// Reads a file, or standard input where the name is `-`.
///
/// # Errors
///
/// [`Error::Unreadable`] where it cannot be opened or read, [`Error::NotUtf8`] where it is no UTF-8.
pub fn read(path: &Path) -> Result<Source, Error> {
    let unreadable = |error: &std::io::Error| Error::Unreadable { path: path.to_owned(), reason: reason(error) };
    let standard = path.as_os_str() == "-";
    let bytes = if standard {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
        bytes
    } else {
        std::fs::read(path).map_err(|error| unreadable(&error))?
    };
    let name = if standard { "standard input".to_owned() } else { path.display().to_string() };
    let file = decode(bytes, &name)?;
    let markdown = path.extension().is_some_and(|ending| matches!(ending.to_str(), Some("md" | "markdown")));
    Ok(Source::new(name, file, markdown))
}

/// Reads a file that is no text to check: as it is.
///
/// # Errors
///
/// As [`read`].
pub fn read_plain(path: &Path) -> Result<String, Error> {
    let bytes =
        std::fs::read(path).map_err(|error| Error::Unreadable { path: path.to_owned(), reason: reason(&error) })?;
    decode(bytes, &path.display().to_string())
}

/// UTF-8, with an error that says where it is wrong.
///
/// # Errors
///
/// [`Error::NotUtf8`] with the first wrong byte and its line.
pub fn decode(bytes: Vec<u8>, name: &str) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count() + 1;
        Error::NotUtf8 { what: name.to_owned(), offset, line }
    })
}

/// Writes a file in one piece: whoever reads it meanwhile, or after a crash, has the old content or the new. What is no
/// file, such as a pipe or `/dev/null`, is written to as it is; a link stays one.
///
/// # Errors
///
/// [`Error::Unwritable`] with the file and what the system says; the file is then as it was.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let unwritable = |error: std::io::Error| Error::Unwritable { path: path.to_owned(), reason: write_reason(&error) };
    // The file that a link stands for; a file that is not there yet has no other name.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let existing = target.metadata().ok();
    if existing.as_ref().is_some_and(|metadata| !metadata.is_file()) {
        return File::options()
            .write(true)
            .open(&target)
            .and_then(|mut file| file.write_all(bytes))
            .map_err(unwritable);
    }
    // To rename a file over another, nobody needs to be allowed to write to that.
    if existing.as_ref().is_some_and(|metadata| metadata.permissions().readonly()) {
        return Err(unwritable(std::io::ErrorKind::PermissionDenied.into()));
    }
    let mut name = std::ffi::OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = target.with_file_name(name);
    // What a run that was killed has left; one that is not there need not go.
    let _ = std::fs::remove_file(&beside);
    let written = File::create_new(&beside).and_then(|mut file| {
        if let Some(metadata) = existing {
            file.set_permissions(metadata.permissions())?;
        }
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&beside, &target)
    });
    written.map_err(|error| {
        // What is left over says nothing to anyone; that it cannot be removed changes nothing.
        let _ = std::fs::remove_file(&beside);
        unwritable(error)
    })
}

/// What to say of a file that cannot be written.
#[must_use]
pub fn unwritable(path: &Path, error: &std::io::Error) -> Error {
    Error::Unwritable { path: path.to_owned(), reason: write_reason(error) }
}

fn write_reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "writing it is not allowed".to_owned(),
        std::io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        std::io::ErrorKind::NotADirectory => "its folder is a file".to_owned(),
        std::io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => error.to_string(),
    }
}

/// What to say of a file that cannot be read.
#[must_use]
pub fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::Unreadable { path: path.to_owned(), reason: reason(error) }
}

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "reading it is not allowed".to_owned(),
        std::io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use crate::input::files::write_atomically;

    /// The names in a folder.
    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder can be read");
        let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        names.collect()
    }

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let path = folder.path().join("a.txt");
        for content in ["first", "second, longer", "3"] {
            write_atomically(&path, content.as_bytes()).expect("it can be written");
            assert_eq!(fs::read_to_string(&path).expect("it can be read"), content);
        }
        assert_eq!(names(folder.path()), ["a.txt"]);
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let path = folder.path().join("none").join("a.txt");
        let error = write_atomically(&path, b"x").expect_err("an error").to_string();
        assert!(error.contains("a.txt: there is no such folder"), "{error}");
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn a_folder_is_not_written_over() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let error = write_atomically(folder.path(), b"x").expect_err("an error").to_string();
        assert!(error.contains("it is a folder"), "{error}");
    }

    #[test]
    fn a_file_that_may_only_be_read_stays_as_it_is() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let path = folder.path().join("a.txt");
        fs::write(&path, "old").expect("it can be written");
        let mut permissions = fs::metadata(&path).expect("it is there").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).expect("its permissions can be set");
        let error = write_atomically(&path, b"new").expect_err("an error").to_string();
        assert!(error.contains("writing it is not allowed"), "{error}");
        assert_eq!(fs::read_to_string(&path).expect("it can be read"), "old");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let (path, link) = (folder.path().join("a.txt"), folder.path().join("link.txt"));
        fs::write(&path, "old").expect("it can be written");
        std::os::unix::fs::symlink(&path, &link).expect("a link can be made");
        write_atomically(&link, b"new").expect("it can be written");
        assert_eq!(fs::read_to_string(&path).expect("it can be read"), "new");
        assert!(link.is_symlink());
    }
}

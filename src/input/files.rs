//! Reading the two texts of a pair from files or standard input.

use std::io::Read;
use std::path::Path;

use crate::error::Error;
use crate::input::markdown::without_markup;

/// A text and what to call it in messages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// The file's name, or "standard input".
    pub name: String,
    /// The text as it is in the file, so that spans are places in the file.
    pub raw: String,
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
    let raw = decode(bytes, &name)?;
    let markdown = path.extension().is_some_and(|ending| matches!(ending.to_str(), Some("md" | "markdown")));
    let raw = if markdown { without_markup(&raw) } else { raw };
    Ok(Source { name, raw })
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

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "reading it is not allowed".to_owned(),
        std::io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}

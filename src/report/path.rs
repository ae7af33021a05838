//! How machine formats write the path of a text.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a path in a URI keeps as it is: letters, digits and the marks that mean nothing there.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');

/// The path as it was given, with forward slashes.
#[must_use]
pub fn slashed(name: &str) -> Cow<'_, str> {
    // Elsewhere a backslash is a letter of the name.
    if cfg!(windows) && name.contains('\\') { Cow::Owned(name.replace('\\', "/")) } else { Cow::Borrowed(name) }
}

/// The path without the `./` that says nothing, as GitLab compares it with the paths of a repository.
#[must_use]
pub fn bare(name: &str) -> Cow<'_, str> {
    match slashed(name) {
        Cow::Borrowed(path) => Cow::Borrowed(path.strip_prefix("./").unwrap_or(path)),
        Cow::Owned(path) => Cow::Owned(path.strip_prefix("./").unwrap_or(&path).to_owned()),
    }
}

/// The path as a URI: a reference to a relative path, a `file:` URI for one from the root.
#[must_use]
pub fn uri(name: &str) -> String {
    let path = bare(name);
    let encoded = utf8_percent_encode(&path, KEPT);
    let is_drive = cfg!(windows) && path.as_bytes().get(1) == Some(&b':');
    if is_drive {
        format!("file:///{encoded}")
    } else if path.starts_with('/') {
        format!("file://{encoded}")
    } else {
        encoded.to_string()
    }
}

#[cfg(test)]
mod tests {
    use crate::report::path::{bare, uri};

    #[test]
    fn a_uri_has_no_character_that_means_something_else_there() {
        assert_eq!(uri("./wires/a b#1?%.txt"), "wires/a%20b%231%3F%25.txt");
        assert_eq!(uri("c:d/Lódź\u{202e}.txt"), "c%3Ad/L%C3%B3d%C5%BA%E2%80%AE.txt");
        assert_eq!(uri("/a b.txt"), "file:///a%20b.txt");
    }

    #[test]
    fn a_path_loses_only_what_says_nothing() {
        assert_eq!((bare("./a.txt"), bare("../a.txt")), ("a.txt".into(), "../a.txt".into()));
    }
}

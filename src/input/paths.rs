//! Paths as patterns and baselines have them: from one folder to a file, with `/` on every system.

use std::path::{Component, Path, PathBuf};

/// The path of a file from a folder, with `/` between its parts and `..` where it lies outside.
#[must_use]
pub fn relative(folder: &Path, file: &Path) -> String {
    let (folder, file) = (whole(folder), whole(file));
    let shared = folder.components().zip(file.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(shared).map(|_| "..".to_owned());
    let down = file.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// The path from the root, `.` and `..` resolved as they are written.
#[must_use]
pub fn whole(path: &Path) -> PathBuf {
    // The folder of a file that is named alone is empty; the system knows it as the current one.
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut whole = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => _ = whole.pop(),
            Component::CurDir => {}
            part => whole.push(part),
        }
    }
    whole
}

/// The path as a person in the current folder would write it: without that folder where it begins with it.
#[must_use]
pub fn short(path: PathBuf) -> PathBuf {
    match path.strip_prefix(whole(Path::new("."))) {
        Ok(inside) => inside.to_owned(),
        Err(_) => path,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::input::paths::relative;

    #[test]
    fn a_path_goes_up_and_down() {
        for (folder, file, path) in [
            ("a/b", "a/b/c/d.txt", "c/d.txt"),
            ("a/b", "a/d.txt", "../d.txt"),
            ("a/../b", "./b/x.txt", "x.txt"),
            ("", "x.txt", "x.txt"),
        ] {
            assert_eq!(relative(Path::new(folder), Path::new(file)), path);
        }
    }
}

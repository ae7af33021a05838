//! Running `wirelint eval` in a folder of its own, for the tests of what it prints and writes.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What a run left behind.
pub struct Answer {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// Runs `wirelint eval` with the names of files in a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> Answer {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wirelint"));
    command.arg("eval").args(arguments).current_dir(folder).stdin(Stdio::null());
    command.env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
    let output = command.output().expect("wirelint runs");
    let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
    Answer {
        status: output.status.code().expect("it was not killed"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// A new folder that holds some files.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, content) in files {
        fs::write(folder.path().join(name), content).expect("the file can be written");
    }
    folder
}

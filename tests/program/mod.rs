//! Running wirelint in a folder of texts, for the tests of what lies beside them.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A trusted text, and what the tests make faults in.
pub const REFERENCE: &str = "The talks in Ulaanbaatar ended on Friday. The minister thanked the 17 delegates.\n";

/// What a run left behind.
pub struct Answer {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// A new folder that holds some files and, as `reference.txt`, the reference.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    write(folder.path(), "reference.txt", REFERENCE);
    for (name, content) in files {
        write(folder.path(), name, content);
    }
    folder
}

/// Writes a file, and the folders that it lies in.
pub fn write(folder: &Path, name: &str, content: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder can be made");
    fs::write(path, content).expect("the file can be written");
}

/// Runs wirelint in a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> Answer {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wirelint"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    command.env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
    let output = command.output().expect("wirelint runs");
    let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
    Answer {
        status: output.status.code().expect("it was not killed"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

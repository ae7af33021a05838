//! `wirelint init` and `wirelint config`: a configuration file to begin with, what is in force, the schema.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::check::policy::Policy;
use crate::cli::policy::PolicyArguments;
use crate::cli::{CLEAN, print};
use crate::config::options::{Origin, Placed};
use crate::config::schema::schema;
use crate::input::configuration::{CONFIG_NAME, Configuration};
use crate::input::files::write_atomically;
use crate::input::paths::{short, whole};
use crate::report::safe::for_terminal;
use crate::rules::vocabulary;

/// What `wirelint init` writes.
const STARTER: &str = include_str!("../config/starter.toml");

#[derive(clap::Args, Debug)]
pub(super) struct InitArguments {
    /// The folder that the texts are in.
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
}

#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("what").required(true))]
pub(super) struct ConfigArguments {
    /// Print every value in force and where it is from.
    #[arg(long, group = "what")]
    show: bool,
    /// Print a JSON schema of wirelint.toml for editors.
    #[arg(long, group = "what")]
    schema: bool,
    /// The text that the values are for; a text of the current folder unless given.
    #[arg(value_name = "CANDIDATE", requires = "show")]
    candidate: Option<PathBuf>,
    #[command(flatten)]
    policy: PolicyArguments,
}

pub(super) fn init(arguments: &InitArguments) -> anyhow::Result<u8> {
    let path = short(whole(&arguments.folder.join(CONFIG_NAME)));
    if path.symlink_metadata().is_ok() {
        anyhow::bail!("{} is there already. Change it, or move it away first.", path.display());
    }
    write_atomically(&path, STARTER.as_bytes())?;
    print(&for_terminal(&format!("Wrote {}. Every key is explained in it.", path.display())))?;
    print("\n")?;
    Ok(CLEAN)
}

pub(super) fn run(arguments: &ConfigArguments) -> anyhow::Result<u8> {
    if arguments.schema {
        print(&format!("{}\n", serde_json::to_string_pretty(&schema(&vocabulary()))?))?;
        return Ok(CLEAN);
    }
    let configuration = arguments.policy.configuration()?;
    let candidate = arguments.candidate.as_deref().unwrap_or(Path::new("-"));
    let policy = configuration.for_candidate(candidate)?;
    let file = configuration.file_for(candidate)?;
    let file = file.map_or("none".to_owned(), |file| file.path.display().to_string());
    let mut out = format!("configuration file: {}\n\n", for_terminal(&file));
    let rows = rows(&configuration, &policy, arguments.candidate.as_deref());
    let width = |column: fn(&Row) -> &str| rows.iter().map(|row| column(row).chars().count()).max().unwrap_or(0);
    let (names, values) = (width(|row| &row.0), width(|row| &row.1).min(48));
    for (name, value, origin) in &rows {
        let _ = writeln!(out, "{name:names$}  {value:values$}  {origin}");
    }
    print(&out)?;
    Ok(CLEAN)
}

/// Name, value, and where the value is from.
type Row = (String, String, String);

/// Every value in force, in the order of the file that `init` writes.
fn rows(configuration: &Configuration, policy: &Policy, candidate: Option<&Path>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut row = |name: &str, value: &str, origin: &Origin| {
        rows.push((name.to_owned(), for_terminal(value), for_terminal(&origin.to_string())));
    };
    let none = Origin::Default;
    match &policy.profile {
        Some(profile) => row("profile", profile.value.word(), &profile.origin),
        None => row("profile", "none", &none),
    }
    row("min-confidence", &policy.min_confidence.value.to_string(), &policy.min_confidence.origin);
    row("fail-on", policy.fail_on.value.word(), &policy.fail_on.origin);
    for (name, value) in [("max-penalty", &policy.max_penalty), ("min-quality", &policy.min_quality)] {
        let shown = value.as_ref().map(|placed| (placed.value.to_string(), &placed.origin));
        let (value, origin) = shown.unwrap_or(("none".to_owned(), &none));
        row(name, &value, origin);
    }
    row("strict-ignores", &policy.strict_ignores.value.to_string(), &policy.strict_ignores.origin);
    let reference = candidate.and_then(|candidate| configuration.reference(policy, candidate));
    for (name, value) in [("reference", &policy.reference), ("baseline", &policy.baseline)] {
        let Some(Placed { value, origin }) = value else {
            row(name, "none", &none);
            continue;
        };
        let filled = reference.as_ref().filter(|_| name == "reference");
        row(name, &filled.unwrap_or(value).display().to_string(), origin);
    }
    if policy.glossary.is_empty() {
        row("glossary", "none", &none);
    }
    for file in &policy.glossary {
        row("glossary", &file.value.display().to_string(), &file.origin);
    }
    for (code, origin) in &policy.off {
        row(&format!("rules.{code}"), "off", origin);
    }
    for (category, limit) in &policy.limits {
        row(&format!("limits.{}", category.word()), &limit.value.to_string(), &limit.origin);
    }
    for (code, severity) in &policy.severities {
        row(&format!("severity.{code}"), severity.value.word(), &severity.origin);
    }
    for Placed { value, origin } in &policy.exceptions {
        let rules: Vec<&str> = value.rules.iter().map(|selector| selector.word()).collect();
        let mut parts = Vec::new();
        if !rules.is_empty() {
            parts.push(rules.join(", "));
        }
        parts.extend(value.text.as_ref().map(|text| format!("`{text}`")));
        parts.extend(value.path.as_ref().map(|path| format!("in {}", path.written)));
        row("ignore", &parts.join(" "), origin);
    }
    rows
}

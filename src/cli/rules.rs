//! `wirelint rules` and `wirelint explain`.

use crate::cli::{CLEAN, print, width};
use crate::error::Error;
use crate::report::explain;
use crate::rules::model::Rule;
use crate::rules::{RULES, find};

#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  wirelint rules\n  wirelint rules --markdown > rules.md")]
pub(super) struct RulesArguments {
    /// Print the page `src/rules/README.md`.
    #[arg(long)]
    markdown: bool,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  wirelint explain NAM001\n  wirelint explain misspelled-name")]
pub(super) struct ExplainArguments {
    /// A code such as NAM001, or a name such as misspelled-name.
    #[arg(value_name = "RULE")]
    rule: String,
}

pub(super) fn run(arguments: &RulesArguments) -> anyhow::Result<u8> {
    print(&if arguments.markdown { explain::markdown() } else { explain::table(width()) })?;
    Ok(CLEAN)
}

pub(super) fn explain(arguments: &ExplainArguments) -> anyhow::Result<u8> {
    let Some(rule) = find(&arguments.rule) else {
        let asked = arguments.rule.to_lowercase();
        let distance = |rule: &&Rule| {
            strsim::osa_distance(&rule.code.to_lowercase(), &asked).min(strsim::osa_distance(rule.name, &asked))
        };
        let near = RULES.iter().min_by_key(distance).filter(|rule| distance(rule) <= 3);
        let hint = near.map_or(String::new(), |rule| format!(" Did you mean {} ({})?", rule.code, rule.name));
        return Err(Error::NoSuchRule { code: arguments.rule.clone(), hint }.into());
    };
    print(&explain::page(rule, width()))?;
    Ok(CLEAN)
}

//! `wirelint completions` and `wirelint man`: what a shell and a manual want to know, made from the command line itself.

use clap::{Command, CommandFactory as _};
use clap_complete::Shell;
use clap_mangen::Man;

use crate::cli::{Arguments, CLEAN, print};

const NAME: &str = "wirelint";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  wirelint completions bash > ~/.local/share/bash-completion/completions/wirelint
  wirelint completions zsh > ~/.zfunc/_wirelint
  wirelint completions fish > ~/.config/fish/completions/wirelint.fish
  wirelint completions powershell >> $PROFILE";

const MAN_EXAMPLES: &str = "\
Examples:
  wirelint man > wirelint.1
  wirelint man check > wirelint-check.1
  wirelint man check | man -l -";

#[derive(clap::Args, Debug)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub(super) struct CompletionsArguments {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(clap::Args, Debug)]
#[command(after_help = MAN_EXAMPLES)]
pub(super) struct ManArguments {
    /// The command that the page is on; without it, the page on all of wirelint.
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

pub(super) fn completions(arguments: &CompletionsArguments) -> anyhow::Result<u8> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), NAME, &mut script);
    print(&String::from_utf8(script)?)?;
    Ok(CLEAN)
}

pub(super) fn man(arguments: &ManArguments) -> anyhow::Result<u8> {
    let mut all = Arguments::command();
    // Only then does a command know that its page is called `wirelint-check`.
    all.build();
    let command = match &arguments.command {
        None => all,
        Some(name) => {
            let Some(command) = all.find_subcommand(name) else {
                let known: Vec<&str> = all.get_subcommands().map(Command::get_name).collect();
                anyhow::bail!("there is no command `{name}`. The commands are {}.", known.join(", "));
            };
            command.clone()
        }
    };
    let mut page = Vec::new();
    Man::new(command).source(concat!("wirelint ", env!("CARGO_PKG_VERSION"))).render(&mut page)?;
    print(&String::from_utf8(page)?)?;
    Ok(CLEAN)
}

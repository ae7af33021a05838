//! How far a run is: a bar on a terminal, a line now and then elsewhere, nothing on request.

use std::io::{IsTerminal as _, Write as _};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use crate::report::html::shell::grouped;

/// Time between two lines where standard error is no terminal.
const PAUSE: Duration = Duration::from_secs(10);

/// Says how far a run is, from all threads.
pub(super) enum Progress {
    Bar(ProgressBar),
    Lines(Mutex<Lines>),
    Silent,
}

/// What lines are made from.
pub(super) struct Lines {
    total: usize,
    before: usize,
    done: usize,
    begun: Instant,
    said: Instant,
}

impl Progress {
    /// Begins with so many pairs of an interrupted run behind it.
    pub(super) fn new(total: usize, before: usize, quiet: bool) -> Progress {
        if quiet {
            return Progress::Silent;
        }
        if std::io::stderr().is_terminal() {
            let bar = ProgressBar::new(total as u64).with_position(before as u64);
            let template = "{wide_bar} {human_pos} of {human_len} pairs, {rate} a second, {eta} left";
            let style = ProgressStyle::with_template(template).expect("the template is well-formed");
            let rate = |state: &ProgressState, out: &mut dyn std::fmt::Write| {
                // A bar that cannot be drawn is left as it is.
                let _ = write!(out, "{:.0}", state.per_sec());
            };
            bar.set_style(style.with_key("rate", rate));
            bar.reset_eta();
            bar.enable_steady_tick(Duration::from_millis(250));
            return Progress::Bar(bar);
        }
        let now = Instant::now();
        Progress::Lines(Mutex::new(Lines { total, before, done: before, begun: now, said: now }))
    }

    /// Says nothing.
    pub(super) fn silent() -> Progress {
        Progress::Silent
    }

    /// A pair is done.
    pub(super) fn step(&self) {
        match self {
            Progress::Bar(bar) => bar.inc(1),
            Progress::Lines(lines) => {
                let Ok(mut lines) = lines.lock() else { return };
                lines.done += 1;
                if lines.said.elapsed() >= PAUSE {
                    lines.said = Instant::now();
                    lines.say();
                }
            }
            Progress::Silent => {}
        }
    }

    /// All are done.
    pub(super) fn finish(&self) {
        if let Progress::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}

impl Lines {
    fn say(&self) {
        let rate = (self.done - self.before) as f64 / self.begun.elapsed().as_secs_f64().max(0.001);
        let left = (self.total - self.done) as f64 / rate.max(0.001);
        let (done, total, percent) = (grouped(self.done), grouped(self.total), self.done * 100 / self.total.max(1));
        // A reader that is gone changes nothing for the run.
        let _ = writeln!(
            std::io::stderr(),
            "wirelint: {done} of {total} pairs, {percent} %, {rate:.0} a second, {left:.0} s left"
        );
    }
}

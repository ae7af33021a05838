//! `wirelint stream`: pairs in, findings out, in order, on all cores, in constant memory.

use std::io::{BufRead as _, BufWriter, Write as _};

use rayon::prelude::*;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::check::{Checker, Input};
use crate::cli::{CLEAN, GlossaryArguments};
use crate::error::Error;
use crate::input::stream::{Mode, parse};
use crate::report::json::{JsonVerdict, Places};
use crate::report::safe::for_json;

const EXAMPLES: &str = "\
A line in:   {\"id\": \"a1\", \"reference\": \"…\", \"candidate\": \"…\"}
A line out:  {\"id\": \"a1\", \"quality\": 71.4, \"findings\": […]}

Examples:
  wirelint stream < pairs.jsonl > findings.jsonl
  wirelint stream --glossary desk.csv < pairs.jsonl | jq -c 'select(.quality < 60)'";

#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct StreamArguments {
    #[command(flatten)]
    glossary: GlossaryArguments,
}

/// Lines read before they are checked together; bounds memory, and keeps all cores busy.
const BATCH_LINES: usize = 256;

/// Bytes read before a batch is checked even if it has fewer lines.
const BATCH_BYTES: usize = 8 << 20;

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a RawValue,
    quality: f64,
    findings: Vec<crate::report::json::JsonFinding<'a>>,
}

#[derive(Serialize)]
struct Failure<'a> {
    id: &'a RawValue,
    error: Reason<'a>,
}

#[derive(Serialize)]
struct Reason<'a> {
    code: &'a str,
    message: String,
}

pub(super) fn run(arguments: &StreamArguments) -> anyhow::Result<u8> {
    let checker = Checker::new(arguments.glossary.settings()?);
    let mut input = std::io::stdin().lock();
    let mut output = BufWriter::new(std::io::stdout().lock());
    loop {
        let mut batch: Vec<Vec<u8>> = Vec::with_capacity(BATCH_LINES);
        let mut bytes = 0;
        while batch.len() < BATCH_LINES && bytes < BATCH_BYTES {
            let mut line = Vec::new();
            if input.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            bytes += line.len();
            if !line.iter().all(u8::is_ascii_whitespace) {
                batch.push(line);
            }
        }
        if bytes == 0 {
            break;
        }
        let answers: Vec<String> = batch.par_iter().map(|line| for_json(answer(&checker, line))).collect();
        for answer in answers {
            output.write_all(answer.as_bytes())?;
            output.write_all(b"\n")?;
        }
        output.flush()?;
    }
    Ok(CLEAN)
}

fn answer(checker: &Checker, line: &[u8]) -> String {
    let pair = match parse(line) {
        Ok(pair) => pair,
        Err((id, error)) => return failure(&id, &error),
    };
    if pair.reference.trim().is_empty() {
        return failure(&pair.id, &Error::Empty { side: crate::error::Side::Reference });
    }
    let input = Input {
        reference: &pair.reference,
        candidate: &pair.candidate,
        segment: pair.mode == Mode::Segment,
        terms: &pair.glossary,
    };
    match checker.check(&input) {
        Ok(verdict) => {
            let places = Places::new(&pair.reference, &pair.candidate);
            let json = JsonVerdict::new(&verdict, &places);
            let answer = Answer { id: &pair.id, quality: json.quality, findings: json.findings };
            serde_json::to_string(&answer)
                .unwrap_or_else(|error| failure(&pair.id, &Error::Internal { reason: error.to_string() }))
        }
        Err(error) => failure(&pair.id, &error),
    }
}

fn failure(id: &RawValue, error: &Error) -> String {
    let failure = Failure { id, error: Reason { code: error.code(), message: error.to_string() } };
    serde_json::to_string(&failure)
        .unwrap_or_else(|_| r#"{"id":null,"error":{"code":"internal","message":""}}"#.to_owned())
}

//! Checkstyle's XML, which build servers and review tools read.

use quick_xml::Writer;

use crate::check::finding::Finding;
use crate::report::checked::Checked;
use crate::report::level::Level;
use crate::report::path::slashed;
use crate::report::region::Regions;
use crate::report::safe::{clipped, for_xml};

/// More of a message than this is no message any more.
const LONGEST_MESSAGE: usize = 1000;

/// The version of the format, which its readers ask for.
const VERSION: &str = "4.3";

/// A file for each candidate, an error for each of its findings.
#[must_use]
pub fn render(checked: &[Checked<'_>]) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    let root = writer.create_element("checkstyle").with_attribute(("version", VERSION));
    let written = root.write_inner_content(|writer| {
        for pair in checked {
            let name = for_xml(&slashed(pair.candidate.name));
            let file = writer.create_element("file").with_attribute(("name", name.as_str()));
            if pair.verdict.findings.is_empty() {
                file.write_empty()?;
                continue;
            }
            let regions = Regions::new(pair.candidate.text);
            file.write_inner_content(|writer| {
                let mut findings = pair.verdict.findings.iter();
                findings.try_for_each(|finding| write_error(writer, finding, &regions))
            })?;
        }
        Ok(())
    });
    written.expect("a vector takes whatever is written to it");
    let body = String::from_utf8(writer.into_inner()).expect("only strings were written");
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{body}\n")
}

fn write_error(writer: &mut Writer<Vec<u8>>, finding: &Finding, regions: &Regions<'_>) -> std::io::Result<()> {
    let place = regions.of(finding.span).start;
    let error = writer.create_element("error").with_attributes([
        ("line", place.line.to_string().as_str()),
        ("column", place.column.to_string().as_str()),
        ("severity", word(Level::of(finding.severity))),
        ("message", clipped(&for_xml(&finding.message), LONGEST_MESSAGE).as_ref()),
        ("source", format!("wirelint.{}.{}", finding.rule.category.word(), finding.rule.code).as_str()),
    ]);
    error.write_empty()?;
    Ok(())
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "info",
    }
}

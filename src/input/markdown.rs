//! Markdown to plain text of the same length: markup becomes spaces, so that every span stays a place in the file.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The text with everything that is not prose blanked out: marks of headings, emphasis and links, addresses, code,
/// HTML, front matter. Line breaks stay where they are.
#[must_use]
pub fn without_markup(markdown: &str) -> String {
    let mut keep = vec![false; markdown.len()];
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut skipped = 0_usize;
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::MetadataBlock(_)) => skipped += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::MetadataBlock(_)) => skipped = skipped.saturating_sub(1),
            Event::Text(_) if skipped == 0 => keep[range].fill(true),
            _ => {}
        }
    }
    let mut plain = String::with_capacity(markdown.len());
    for (at, c) in markdown.char_indices() {
        if keep[at] || c == '\n' {
            plain.push(c);
        } else {
            plain.extend(std::iter::repeat_n(' ', c.len_utf8()));
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use crate::input::markdown::without_markup;

    #[test]
    fn markup_is_blanked_and_places_stay() {
        let markdown = "# Head\n\nThe **mayor** of [Lódź](https://example.org/a) said `no`.\n\n* One\n";
        let plain = without_markup(markdown);
        assert_eq!(plain.len(), markdown.len());
        assert_eq!(plain.find("mayor"), markdown.find("mayor"));
        assert_eq!(plain.find("Lódź"), markdown.find("Lódź"));
        assert!(!plain.contains('*') && !plain.contains("example") && !plain.contains('#'));
    }
}

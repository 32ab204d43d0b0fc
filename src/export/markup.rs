//! Text that came from anywhere, made harmless in HTML, XML and Markdown.

/// For HTML and XML, in text and between double quotes.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(' '),
            // Neither has a place in XML.
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// For Markdown: in one line, and nothing in it is a mark.
#[must_use]
pub fn plain_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address inside `<…>` of Markdown.
#[must_use]
pub fn markdown_address(url: &str) -> String {
    url.chars().filter(|c| !c.is_control() && !c.is_whitespace() && !matches!(c, '<' | '>')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_outside_becomes_markup() {
        assert_eq!(escaped("<b a='x'>\u{0}&"), "&lt;b a=&#39;x&#39;&gt; &amp;");
        assert_eq!(plain_markdown("[a](b) *c*\n# d"), "\\[a\\](b) \\*c\\*\u{20}\\# d");
        assert_eq!(markdown_address("https://a.b/<x> y"), "https://a.b/xy");
    }
}

//! A page's nesting, held within bounds before it is parsed.
//!
//! A parser of HTML looks through all open elements at many a tag: a hundred thousand nested ones cost minutes, and
//! some of its steps call themselves for each. No page for readers nests more than some dozens. Beyond the bound tags
//! are taken out, and their text stays.

use std::borrow::Cow;

/// Open elements at once.
const DEEPEST: usize = 400;

/// Attributes of one tag: a parser compares each with all before it.
const MOST_ATTRIBUTES: usize = 1_000;

/// Elements that stay open no longer than to the next of their kind, or that hold nothing.
const SHALLOW: [&str; 37] = [
    "area", "base", "basefont", "bgsound", "body", "br", "col", "colgroup", "dd", "dt", "embed", "frame",
    "head", "hr", "html", "image", "img", "input", "keygen", "li", "link", "meta", "option", "optgroup", "p",
    "param", "path", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track",
];

/// Elements whose content is text whatever it looks like.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "xmp", "noembed"];

/// Elements whose edges part texts.
const BLOCKS: [&str; 12] = [
    "article",
    "aside",
    "blockquote",
    "center",
    "div",
    "dl",
    "fieldset",
    "form",
    "main",
    "ol",
    "section",
    "ul",
];

/// The page without the tags that nest too deep, and whether there were any.
pub(super) fn bounded(html: &str) -> (Cow<'_, str>, bool) {
    let mut scan = Scan { html, at: 0 };
    let mut depth = 0_usize;
    let mut beyond = 0_usize;
    let mut kept: Option<String> = None;
    let mut copied = 0;
    while let Some(tag) = scan.next_tag() {
        if tag.crowded {
            let kept = kept.get_or_insert_with(|| String::with_capacity(html.len()));
            kept.push_str(&html[copied..tag.start]);
            copied = tag.end;
        } else if tag.closes {
            if beyond > 0 {
                beyond -= 1;
                if let Some(kept) = &mut kept {
                    kept.push_str(&html[copied..tag.start]);
                    copied = tag.end;
                }
            } else {
                depth = depth.saturating_sub(1);
            }
        } else if depth < DEEPEST {
            depth += 1;
        } else {
            beyond += 1;
            let kept = kept.get_or_insert_with(|| String::with_capacity(html.len()));
            kept.push_str(&html[copied..tag.start]);
            if BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(tag.name)) {
                kept.push_str("<br><br>");
            }
            copied = tag.end;
        }
    }
    match kept {
        Some(mut kept) => {
            kept.push_str(&html[copied..]);
            (Cow::Owned(kept), true)
        }
        None => (Cow::Borrowed(html), false),
    }
}

/// A tag that nests.
struct Tag<'a> {
    name: &'a str,
    closes: bool,
    /// Whether it has more attributes than any tag needs.
    crowded: bool,
    /// Bytes, `end` behind the `>`.
    start: usize,
    end: usize,
}

struct Scan<'a> {
    html: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn next_tag(&mut self) -> Option<Tag<'a>> {
        loop {
            let start = self.at + self.html.get(self.at..)?.find('<')?;
            let rest = &self.html[start + 1..];
            if let Some(comment) = rest.strip_prefix("!--") {
                self.at = start + 4 + comment.find("-->")?;
                continue;
            }
            let closes = rest.starts_with('/');
            let name = &rest[usize::from(closes)..];
            let length = name
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == ':'))
                .unwrap_or(name.len());
            let name = &name[..length];
            if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                self.at = start + 1;
                continue;
            }
            let (end, crowded) = self.tag_end(start + 1);
            self.at = end;
            let is = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
            if !closes && is(&RAW) {
                self.skip_raw(name);
                continue;
            }
            if crowded {
                return Some(Tag { name, closes, crowded, start, end });
            }
            if is(&SHALLOW)
                || is(&RAW)
                || self.html[..end].ends_with("/>") && !closes && is(&["circle", "rect", "line", "use"])
            {
                continue;
            }
            return Some(Tag { name, closes, crowded, start, end });
        }
    }

    /// Behind the `>` of a tag, which may stand in quotes before that, and whether it has too many attributes.
    fn tag_end(&self, from: usize) -> (usize, bool) {
        let mut quote = None;
        let mut before = b'<';
        let mut attributes = 0;
        for (at, byte) in self.html.bytes().enumerate().skip(from) {
            match (byte, quote) {
                (b'>', None) => return (at + 1, attributes > MOST_ATTRIBUTES),
                (b'"' | b'\'', None) if before == b'=' => quote = Some(byte),
                (_, Some(open)) if byte == open => quote = None,
                (_, None) if before.is_ascii_whitespace() || before == b'/' => {
                    attributes += usize::from(!byte.is_ascii_whitespace());
                }
                _ => {}
            }
            before = byte;
        }
        (self.html.len(), attributes > MOST_ATTRIBUTES)
    }

    /// Behind the text of a script or another raw element.
    fn skip_raw(&mut self, name: &str) {
        let mut from = self.at;
        while let Some(found) = self.html[from..].find("</") {
            let after = from + found + 2;
            if self.html.as_bytes()[after..]
                .get(..name.len())
                .is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
            {
                self.at = from + found;
                return;
            }
            from = after;
        }
        self.at = self.html.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_for_readers_is_left_as_it_is() {
        let html = "<html><body><div class='a>b'><p>one<p>two<script>if (a<div) '<div><div>'</script></div>";
        assert!(matches!(bounded(html), (Cow::Borrowed(_), false)));
        let long =
            "<div><p>text</p></div>".repeat(5_000) + &"<p>open".repeat(5_000) + &"<li>item".repeat(5_000);
        assert!(!bounded(&long).1);
    }

    #[test]
    fn too_deep_tags_go_and_their_text_stays() {
        let html = format!("{}deep{}<p>after", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let (bounded, was) = bounded(&html);
        assert!(
            was && bounded.matches("<div>").count() == DEEPEST
                && bounded.contains("deep")
                && bounded.ends_with("<p>after")
        );
        assert_eq!(bounded.matches("</div>").count(), DEEPEST);
    }
}

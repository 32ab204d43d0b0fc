//! The page as flat lists, in the order of reading: its elements, and the blocks of text between their edges.
//!
//! ```text
//! elements  html body div article p a p figure figcaption …        each knows its parent and its blocks
//! blocks                          [text] [text]  [caption]         each knows its element
//! ```
//!
//! Walked without recursion: a page of a hundred thousand nested tags is a long list, not a deep stack.

use dom_query::{Document, LocalName, NodeData, NodeId, TreeNode, local_name};

use super::labels::{self, Known, Label, Labels};
use super::tidy;

/// More blocks than any article has; what comes after them is not read.
const MOST_BLOCKS: usize = 60_000;

/// What a block of text is set as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Kind {
    Paragraph,
    /// 1 to 6.
    Heading(u8),
    Item,
    Row,
    Verbatim,
}

/// An element, without its text.
#[derive(Debug)]
pub(in super::super) struct Element {
    pub tag: LocalName,
    /// Its place in the list; the root is its own parent.
    pub parent: usize,
    pub depth: usize,
    /// Its blocks: from the first to before the last.
    pub first: usize,
    pub last: usize,
    /// What its class, id and role say that it is.
    pub labels: Labels,
}

/// A stretch of text between two edges of block elements, blanks tidied.
#[derive(Debug)]
pub(in super::super) struct Block {
    pub text: String,
    pub kind: Kind,
    /// The innermost block element around it.
    pub element: usize,
    /// Letters and digits; one of a script that writes words without blanks counts as three.
    pub weight: usize,
    /// How much of the weight stands in links.
    pub linked: usize,
    pub words: usize,
}

/// A point in time that an element carries for machines.
#[derive(Debug)]
pub(in super::super) struct Dated {
    pub written: String,
    pub element: usize,
    /// The block in which it stands, or the next one.
    pub block: usize,
    /// What else the element says about itself, in small letters.
    pub marks: String,
}

/// More of them say nothing further.
const MOST_DATES: usize = 200;

/// A page, flat.
#[derive(Debug, Default)]
pub(in super::super) struct Page {
    pub elements: Vec<Element>,
    pub blocks: Vec<Block>,
    pub dates: Vec<Dated>,
    /// The deepest nesting.
    pub depth: usize,
    /// Whether blocks beyond the limit were left out.
    pub cut: bool,
}

impl Page {
    pub(in super::super) fn read(document: &Document) -> Self {
        let mut walk = Walk::default();
        let tree = &document.tree;
        let root = tree.root_id();
        let mut here = Some(root);
        while let Some(id) = here {
            let step = tree.query_node(&id, |node| (walk.enter(node), node.first_child)).unwrap_or_default();
            if let (true, Some(child)) = step {
                here = Some(child);
                continue;
            }
            here = None;
            let mut left = Some(id);
            while let Some(id) = left {
                let (next, parent) = tree
                    .query_node(&id, |node| {
                        walk.leave(node.id);
                        (node.next_sibling, node.parent)
                    })
                    .unwrap_or_default();
                if id == root {
                    break;
                }
                if next.is_some() {
                    here = next;
                    break;
                }
                left = parent;
            }
        }
        walk.flush();
        walk.page
    }

    /// From an element up to the root, itself first.
    pub(in super::super) fn up(&self, element: usize) -> impl Iterator<Item = usize> + '_ {
        let mut next = Some(element);
        std::iter::from_fn(move || {
            let here = next?;
            let parent = self.elements.get(here)?.parent;
            next = (parent != here).then_some(parent);
            Some(here)
        })
    }
}

#[derive(Debug, Default)]
struct Walk {
    page: Page,
    /// Open elements, by their node and their place in the list.
    open: Vec<(NodeId, usize)>,
    text: String,
    /// Bytes of `text` that stand in links.
    linked: usize,
    links: usize,
    verbatim: usize,
    known: Known,
}

impl Walk {
    /// Whether to go into the node.
    fn enter(&mut self, node: &TreeNode) -> bool {
        match &node.data {
            NodeData::Text { contents } => {
                self.take(contents);
                false
            }
            NodeData::Element(element) => {
                let tag = element.name.local.clone();
                if tag == local_name!("br") {
                    self.text.push('\n');
                    return false;
                }
                if is_mute(&tag) || labels::is_hidden(element) {
                    return false;
                }
                let labels = labels::of(element, &mut self.known);
                self.open(node.id, tag, labels);
                self.note_date(element);
                true
            }
            NodeData::Document | NodeData::Fragment => true,
            _ => false,
        }
    }

    /// Keeps what a `time` element or a marked one says for machines.
    fn note_date(&mut self, element: &dom_query::Element) {
        let value = |names: &[&str]| {
            let found = names
                .iter()
                .find_map(|name| element.attrs.iter().find(|attribute| &*attribute.name.local == *name));
            found.map(|attribute| attribute.value.to_string())
        };
        let property = value(&["itemprop"]).unwrap_or_default();
        let is_time = element.name.local == local_name!("time");
        if !(is_time || property.contains("datePublished")) || self.page.dates.len() >= MOST_DATES {
            return;
        }
        let Some(written) = value(&["datetime", "content", "data-timestamp", "title"]) else { return };
        let pubdate = if value(&["pubdate"]).is_some() { "pubdate" } else { "" };
        let names = format!(
            "{} {} {property} {pubdate}",
            value(&["class"]).unwrap_or_default(),
            value(&["id"]).unwrap_or_default()
        );
        let at = self.open.last().map_or(0, |(_, at)| *at);
        let marks = names.to_lowercase();
        self.page.dates.push(Dated { written, element: at, block: self.page.blocks.len(), marks });
    }

    fn open(&mut self, node: NodeId, tag: LocalName, labels: Labels) {
        if is_edge(&tag) {
            self.flush();
        }
        if tag == local_name!("td") || tag == local_name!("th") {
            self.text.push_str("  ");
        }
        self.links += usize::from(tag == local_name!("a"));
        self.verbatim += usize::from(tag == local_name!("pre"));
        let at = self.page.elements.len();
        let parent = self.open.last().map_or(at, |(_, parent)| *parent);
        let first = self.page.blocks.len();
        let depth = self.open.len();
        self.page.depth = self.page.depth.max(depth);
        self.page.elements.push(Element { tag, parent, depth, first, last: first, labels });
        self.open.push((node, at));
    }

    fn leave(&mut self, node: NodeId) {
        let Some((_, at)) = self.open.pop_if(|(open, _)| *open == node) else { return };
        let tag = self.page.elements[at].tag.clone();
        if is_edge(&tag) {
            // The element is still the place of its last text.
            self.open.push((node, at));
            self.flush();
            self.open.pop();
        }
        self.links -= usize::from(tag == local_name!("a"));
        self.verbatim -= usize::from(tag == local_name!("pre"));
        self.page.elements[at].last = self.page.blocks.len();
    }

    fn take(&mut self, text: &str) {
        if self.page.blocks.len() >= MOST_BLOCKS {
            self.page.cut = true;
            return;
        }
        let before = self.text.len();
        if self.verbatim > 0 {
            self.text.push_str(text);
        } else {
            // A line break in the source is a blank; only `br` breaks a line.
            if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
                self.text.push_str(text);
            } else {
                self.text.extend(text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
            }
        }
        if self.links > 0 {
            self.linked += self.text.len() - before;
        }
    }

    /// Ends the block in hand, or two of them where a blank line parts them.
    fn flush(&mut self) {
        if self.text.trim().is_empty() {
            self.text.clear();
            self.linked = 0;
            return;
        }
        let raw = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let (element, mut kind) = self.place();
        let parts: Vec<String> =
            if kind == Kind::Verbatim { vec![tidy::verbatim(&raw)] } else { tidy::paragraphs(&raw) };
        if kind == Kind::Row && parts.len() > 1 {
            kind = Kind::Paragraph;
        }
        let share = |part: &str| linked * part.len() / raw.len().max(1);
        for text in parts {
            let (weight, words) = tidy::weigh(&text);
            if weight == 0 {
                continue;
            }
            let linked = if linked >= raw.trim().len() { weight } else { share(&text).min(weight) };
            self.page.blocks.push(Block { text, kind, element, weight, linked, words });
        }
    }

    /// The innermost block element, and what its text is set as.
    fn place(&self) -> (usize, Kind) {
        let mut element = None;
        for (_, at) in self.open.iter().rev() {
            let tag = &self.page.elements[*at].tag;
            if !is_edge(tag) {
                continue;
            }
            let inner = element.is_some();
            let element = *element.get_or_insert(*at);
            let kind = match &**tag {
                "h1" => Kind::Heading(1),
                "h2" => Kind::Heading(2),
                "h3" => Kind::Heading(3),
                "h4" => Kind::Heading(4),
                "h5" | "h6" => Kind::Heading(5),
                "li" | "dt" | "dd" => Kind::Item,
                // A cell with paragraphs of its own is a page's layout, not a table's row.
                "tr" if !inner => Kind::Row,
                "pre" => Kind::Verbatim,
                "p" | "div" => continue,
                _ => Kind::Paragraph,
            };
            return (element, kind);
        }
        (element.unwrap_or_default(), Kind::Paragraph)
    }
}

/// Elements whose content is no text to read.
fn is_mute(tag: &LocalName) -> bool {
    matches!(
        &**tag,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "embed"
            | "applet"
            | "canvas"
            | "audio"
            | "video"
            | "map"
            | "select"
            | "textarea"
            | "input"
            | "button"
            | "datalist"
            | "head"
            | "link"
            | "meta"
            | "title"
            | "dialog"
            | "progress"
            | "meter"
    )
}

/// Elements that end the text before them.
fn is_edge(tag: &LocalName) -> bool {
    matches!(
        &**tag,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
            | "ul"
            | "hgroup"
            | "legend"
    )
}

impl Element {
    pub(in super::super) fn is(&self, label: Label) -> bool {
        self.labels.has(label)
    }
}

impl Block {
    /// Whether it is a headline, by its tag or by what the page calls it.
    pub(in super::super) fn labels_headline(&self, page: &Page) -> bool {
        self.kind == Kind::Heading(1)
            || page.up(self.element).take(2).any(|at| page.elements[at].is(Label::Headline))
    }
}

//! The pages after the picture: its events in order of time, each with its quotes and links to where they stand.

use std::num::NonZeroU16;

use krilla::Document;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::outline::OutlineNode;
use krilla::page::{Page, PageSettings};
use krilla::tagging::{ContentTag, Identifier, Node, SpanTag, Tag, TagGroup, TagTree};

use crate::export::ExportError;
use crate::export::account::{Entry, quoted};
use crate::model::Theme;
use crate::scene::{Face, Ink, Palette};

use super::Leaflet;
use super::faces::Faces;
use super::picture::fill;

/// A4, in points of 1/72 of an inch.
const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const MARGIN: f32 = 56.0;
/// Sources stand further in.
const INDENT: f32 = 22.0;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy)]
struct Setting {
    face: Face,
    size: f32,
    ink: Ink,
    left: f32,
}

impl Setting {
    fn line(&self) -> f32 {
        self.size * 1.38
    }
}

/// A line that is ready to be drawn.
struct Line {
    text: String,
    setting: Setting,
    /// Of its baseline.
    y: f32,
    /// Where it leads.
    url: Option<String>,
    /// The paragraph that it belongs to.
    paragraph: usize,
}

/// Paragraphs as they fall onto pages.
struct Setter<'f> {
    faces: &'f Faces,
    /// Each page's lines.
    pages: Vec<Vec<Line>>,
    y: f32,
    /// Each paragraph's tag.
    paragraphs: Vec<Kind>,
}

#[derive(Debug, Clone)]
enum Kind {
    Heading(u16, String),
    Text,
    Link,
}

impl Setter<'_> {
    /// Sets a paragraph; gives the page and height where it begins.
    fn paragraph(
        &mut self,
        kind: Kind,
        text: &str,
        setting: Setting,
        url: Option<&str>,
        with_next: f32,
    ) -> (usize, f32) {
        let lines = self.broken(text, setting);
        if self.y + setting.line() + with_next > HEIGHT - MARGIN {
            self.turn();
        }
        let begin = (self.pages.len() - 1, self.y);
        self.paragraphs.push(kind);
        for text in lines {
            if self.y + setting.line() > HEIGHT - MARGIN {
                self.turn();
            }
            self.y += setting.line();
            let line = Line {
                text,
                setting,
                y: self.y - setting.size * 0.3,
                url: url.map(str::to_owned),
                paragraph: self.paragraphs.len() - 1,
            };
            if let Some(page) = self.pages.last_mut() {
                page.push(line);
            }
        }
        begin
    }

    fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.y = MARGIN;
    }

    /// Lines no wider than the page; words that are wider, such as addresses, are cut.
    fn broken(&self, text: &str, setting: Setting) -> Vec<String> {
        let room = WIDTH - MARGIN - setting.left;
        let width = |text: &str| self.faces.width(setting.face, setting.size, text);
        let mut lines = Vec::new();
        let mut line = String::new();
        let blank = width(" ");
        // Each word is shaped once: a line is as wide as its words and the blanks between.
        let mut used = 0.0;
        for word in text.split_whitespace() {
            let wide = width(word);
            if !line.is_empty() && used + blank + wide <= room {
                line.push(' ');
                line.push_str(word);
                used += blank + wide;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            if wide <= room {
                word.clone_into(&mut line);
                used = wide;
                continue;
            }
            for c in word.chars() {
                line.push(c);
                if line.chars().count() > 1 && width(&line) > room {
                    line.pop();
                    lines.push(std::mem::replace(&mut line, c.to_string()));
                }
            }
            used = width(&line);
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }
}

/// Writes the list; gives its bookmark, with one for each year of events.
pub fn pages(
    document: &mut Document,
    tags: &mut TagTree,
    leaflet: &Leaflet<'_>,
    faces: &mut Faces,
    before: usize,
) -> Result<OutlineNode, ExportError> {
    let palette = Palette::of(Theme::Light);
    let plain = Setting { face: Face::Sans, size: 9.5, ink: palette.ink, left: MARGIN };
    let mut setter = Setter { faces, pages: vec![Vec::new()], y: MARGIN, paragraphs: Vec::new() };
    let name = leaflet.words.word("pdf-events");
    let head = Setting { face: Face::SansSemiBold, size: 16.0, ..plain };
    setter.paragraph(Kind::Heading(1, name.clone()), &name, head, None, 60.0);
    let mut outline = OutlineNode::new(name, XyzDestination::new(before, Point::from_xy(0.0, 0.0)));
    for entry in leaflet.entries {
        let (page, y) = event(&mut setter, entry, leaflet, plain);
        let to = XyzDestination::new(before + page, Point::from_xy(0.0, y));
        outline
            .push_child(OutlineNode::new(format!("{}. {}: {}", entry.number, entry.date, entry.title), to));
    }
    let Setter { pages, paragraphs, .. } = setter;
    let mut children: Vec<Vec<Node>> = paragraphs.iter().map(|_| Vec::new()).collect();
    for lines in pages {
        let size = PageSettings::from_wh(WIDTH, HEIGHT)
            .ok_or_else(|| ExportError::Render("a page has no size".to_owned()))?;
        let mut page = document.start_page_with(size);
        let drawn = draw(&mut page, &lines, faces);
        for (line, content) in lines.iter().zip(drawn) {
            let link = line.url.as_deref().and_then(|url| link(&mut page, line, url, faces));
            let of = &mut children[line.paragraph];
            // A link's own mark comes before what it holds.
            of.extend(link.map(Node::from));
            of.push(Node::from(content));
        }
        page.finish();
    }
    for (kind, children) in paragraphs.into_iter().zip(children) {
        let group = match kind {
            Kind::Heading(level, title) => {
                let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
                TagGroup::with_children(Tag::Hn(level, Some(title)), children)
            }
            Kind::Text => TagGroup::with_children(Tag::P, children),
            Kind::Link => {
                let link = TagGroup::with_children(Tag::Link, children);
                TagGroup::with_children(Tag::P, vec![Node::from(link)])
            }
        };
        tags.push(group);
    }
    Ok(outline)
}

fn event(setter: &mut Setter<'_>, entry: &Entry, leaflet: &Leaflet<'_>, plain: Setting) -> (usize, f32) {
    let palette = Palette::of(Theme::Light);
    setter.y += 7.0;
    let title = format!("{}. {}: {}", entry.number, entry.date, entry.title);
    let bold = Setting { face: Face::SansSemiBold, size: 10.5, ..plain };
    let begin = setter.paragraph(Kind::Heading(2, title.clone()), &title, bold, None, 28.0);
    let small = Setting { ink: palette.muted, size: 8.5, ..plain };
    let who = if entry.lanes.is_empty() { String::new() } else { format!("; {}", entry.lanes) };
    setter.paragraph(Kind::Text, &format!("{}, {}{who}", entry.kind, entry.status), small, None, 0.0);
    for source in &entry.sources {
        let inside = Setting { left: MARGIN + INDENT, ..plain };
        if let Some(words) = quoted(source, leaflet.words) {
            setter.paragraph(Kind::Text, &words, Setting { face: Face::Serif, ..inside }, None, 12.0);
        }
        let named = Setting { size: 8.5, ..inside };
        match &source.url {
            Some(url) => {
                let leading = Setting { ink: palette.mark(crate::model::Family::Diplomatic, false), ..named };
                setter.paragraph(Kind::Link, &source.named(), leading, Some(url), 0.0);
            }
            None => {
                setter.paragraph(
                    Kind::Text,
                    &source.named(),
                    Setting { ink: palette.muted, ..named },
                    None,
                    0.0,
                );
            }
        }
    }
    begin
}

fn draw(page: &mut Page<'_>, lines: &[Line], faces: &Faces) -> Vec<Identifier> {
    let mut surface = page.surface();
    let mut drawn = Vec::new();
    for line in lines {
        drawn.push(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
        fill(&mut surface, line.setting.ink);
        faces.set(
            &mut surface,
            [line.setting.left, line.y],
            line.setting.face,
            line.setting.size,
            &line.text,
        );
        surface.end_tagged();
    }
    surface.finish();
    drawn
}

/// A link over a line.
fn link(page: &mut Page<'_>, line: &Line, url: &str, faces: &Faces) -> Option<Identifier> {
    let width = faces.width(line.setting.face, line.setting.size, &line.text);
    let top = line.y - line.setting.size;
    let place = Rect::from_xywh(line.setting.left, top, width.max(1.0), line.setting.size * 1.3)?;
    let target = Target::Action(Action::Link(LinkAction::new(url.to_owned())));
    let over = LinkAnnotation::new(place, target);
    Some(page.add_tagged_annotation(Annotation::new_link(over, Some(url.to_owned()))))
}

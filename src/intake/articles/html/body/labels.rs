//! What an element's tag, class, id and role say that it is: navigation, a caption, a newsletter box, the body itself.
//!
//! The words that class names are made of stand in `names`.

use std::collections::HashMap;
use std::ops::BitOr;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use dom_query::{Element, LocalName};

use super::names::{PARTS, WORDS};

/// One thing that an element can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub(in super::super) enum Label {
    /// Menus, breadcrumbs, tables of contents, pagination.
    Navigation = 1,
    /// Other articles: "related", "most read", teasers.
    Others = 1 << 1,
    /// Newsletters, subscriptions, apps, donations.
    Offer = 1 << 2,
    Share = 1 << 3,
    Comments = 1 << 4,
    Advert = 1 << 5,
    /// Under or on a picture, with credits.
    Caption = 1 << 6,
    /// Who wrote it, with what stands about them.
    Author = 1 << 7,
    /// When it was published, reading time, place in the site.
    Facts = 1 << 8,
    Tags = 1 << 9,
    /// Cookie and privacy notices, dialogs.
    Consent = 1 << 10,
    /// The article's own body.
    Body = 1 << 11,
    /// What stands between headline and text.
    Standfirst = 1 << 12,
    Headline = 1 << 13,
    /// Beside the text, by its tag.
    Aside = 1 << 14,
    Footer = 1 << 15,
    Figure = 1 << 16,
    Form = 1 << 17,
    Table = 1 << 18,
    Header = 1 << 19,
    Quote = 1 << 20,
    List = 1 << 21,
    /// A picture series, a player.
    Media = 1 << 22,
    /// A post from elsewhere, shown in the text.
    Embed = 1 << 23,
    /// Boxes set into or beside the text.
    Box = 1 << 24,
    Link = 1 << 25,
    /// Not for the eye at first sight.
    Folded = 1 << 26,
    /// Of a film: what stands in it is its title and length.
    Film = 1 << 27,
}

/// A set of labels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in super::super) struct Labels(u32);

impl Labels {
    pub(in super::super) const NONE: Self = Self(0);

    /// What still holds of an element that has much of the page's text in it.
    pub(in super::super) const fn of_a_frame(self) -> Self {
        Self(self.0 & (Label::Body as u32 | Label::List as u32 | Label::Quote as u32 | Label::Table as u32))
    }

    pub(in super::super) const fn with(self, label: Label) -> Self {
        Self(self.0 | label as u32)
    }

    pub(in super::super) const fn has(self, label: Label) -> bool {
        self.0 & label as u32 != 0
    }

    pub(in super::super) const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

impl BitOr for Labels {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What is never part of an article's text.
pub(in super::super) const FOREIGN: Labels = Labels::NONE
    .with(Label::Navigation)
    .with(Label::Others)
    .with(Label::Offer)
    .with(Label::Share)
    .with(Label::Comments)
    .with(Label::Advert)
    .with(Label::Caption)
    .with(Label::Author)
    .with(Label::Facts)
    .with(Label::Tags)
    .with(Label::Consent)
    .with(Label::Aside)
    .with(Label::Footer)
    .with(Label::Form)
    .with(Label::Media);

static PART_FINDER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let parts = PARTS.iter().map(|(part, _)| part);
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(parts).ok()
});

/// Names that were looked at already: a page repeats its class names.
pub(super) type Known = HashMap<String, Labels>;

/// The labels of an element by all that it says about itself.
pub(super) fn of(element: &Element, known: &mut Known) -> Labels {
    let mut labels = of_tag(&element.name.local);
    for attribute in &element.attrs {
        match &*attribute.name.local {
            "class" | "id" | "data-component" | "data-testid" | "data-block" | "data-module"
            | "data-type" => {
                let name: &str = &attribute.value;
                labels = labels
                    | match known.get(name) {
                        Some(known) => *known,
                        None => *known.entry(name.to_owned()).or_insert_with(|| of_name(name)),
                    };
            }
            "itemprop" => labels = labels | of_property(&attribute.value),
            "role" => labels = labels | of_role(&attribute.value),
            _ => {}
        }
    }
    // The frame of the page carries words about the page as a whole.
    if matches!(&*element.name.local, "html" | "body" | "main" | "article") {
        let kept = labels.0 & (Label::Body as u32);
        return Labels(kept);
    }
    labels
}

fn of_tag(tag: &LocalName) -> Labels {
    let label = match &**tag {
        "nav" | "menu" => Label::Navigation,
        "aside" => Label::Aside,
        "footer" => Label::Footer,
        "figure" => Label::Figure,
        "figcaption" | "caption" => Label::Caption,
        "form" | "fieldset" => Label::Form,
        "table" => Label::Table,
        "header" => Label::Header,
        "blockquote" | "q" => Label::Quote,
        "ul" | "ol" | "dl" => Label::List,
        "h1" => Label::Headline,
        "time" => Label::Facts,
        "address" => Label::Author,
        "a" => Label::Link,
        "details" => Label::Folded,
        _ => return Labels::default(),
    };
    Labels::default().with(label)
}

fn of_role(role: &str) -> Labels {
    let label = match role {
        "navigation" | "menu" | "menubar" | "search" => Label::Navigation,
        "complementary" => Label::Aside,
        "contentinfo" => Label::Footer,
        "dialog" | "alertdialog" => Label::Consent,
        _ => return Labels::default(),
    };
    Labels::default().with(label)
}

fn of_property(property: &str) -> Labels {
    let label = match property {
        "articleBody" => Label::Body,
        "headline" => Label::Headline,
        "author" => Label::Author,
        "datePublished" | "dateModified" => Label::Facts,
        "comment" => Label::Comments,
        "caption" => Label::Caption,
        _ => return Labels::default(),
    };
    Labels::default().with(label)
}

fn of_name(name: &str) -> Labels {
    let lower = name.to_ascii_lowercase();
    let mut labels = Labels::default();
    if let Some(finder) = &*PART_FINDER {
        for found in finder.find_iter(&lower) {
            if let Some((_, label)) = PARTS.get(found.pattern().as_usize()) {
                labels = labels.with(*label);
            }
        }
    }
    for token in tokens(name) {
        if let Some((_, label)) = WORDS.iter().find(|(word, _)| token.eq_ignore_ascii_case(word)) {
            labels = labels.with(*label);
        }
    }
    labels
}

/// The words of a name: parted by anything that is no letter, and before capitals.
fn tokens(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_ascii_alphabetic()).flat_map(|run| {
        let mut from = 0;
        let bytes = run.as_bytes();
        let mut cuts: Vec<&str> = Vec::new();
        for at in 1..bytes.len() {
            if bytes[at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase() {
                cuts.push(&run[from..at]);
                from = at;
            }
        }
        cuts.push(&run[from..]);
        cuts
    })
}

/// Whether an element is not shown: what a reader of the page never saw is no text of the article.
pub(super) fn is_hidden(element: &Element) -> bool {
    element.attrs.iter().any(|attribute| match &*attribute.name.local {
        "hidden" => &*attribute.value != "until-found",
        "style" if attribute.value.contains("none") || attribute.value.contains("hidden") => {
            let style: String = attribute.value.chars().filter(|c| !c.is_whitespace()).collect();
            style.contains("display:none") || style.contains("visibility:hidden")
        }
        "class" => attribute.value.split_ascii_whitespace().any(|word| {
            matches!(
                word,
                "sr-only" | "visually-hidden" | "visuallyhidden" | "screen-reader-text" | "screenreader"
            )
        }),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_names_are_read_word_by_word() {
        assert!(of_name("c-ArticleCaption__text").has(Label::Caption));
        assert!(of_name("inlineNewsletterBox").has(Label::Offer));
        assert!(of_name("ad ad-300").has(Label::Advert));
        assert_eq!(of_name("header-shadow download"), Labels::default());
        assert!(of_name("story-body__inner").has(Label::Body));
    }
}

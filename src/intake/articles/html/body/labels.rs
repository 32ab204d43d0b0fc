//! What an element's tag, class, id and role say that it is: navigation, a caption, a newsletter box, the body itself.
//!
//! Class names are English on most pages of the world; where the habit of a country differs, its words stand here too.
//! No names of sites or of their systems beyond those that hundreds of them share.

use std::collections::HashMap;
use std::ops::BitOr;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use dom_query::{Element, LocalName};

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

/// Whole words of a class or id. Words of few letters stand only here: inside of others they would mean nothing.
const WORDS: &[(&str, Label)] = &[
    ("nav", Label::Navigation),
    ("toc", Label::Navigation),
    ("menu", Label::Navigation),
    ("pager", Label::Navigation),
    ("sidebar", Label::Others),
    ("rail", Label::Others),
    ("ad", Label::Advert),
    ("ads", Label::Advert),
    ("adv", Label::Advert),
    ("advert", Label::Advert),
    ("dfp", Label::Advert),
    ("gpt", Label::Advert),
    ("promo", Label::Offer),
    ("cta", Label::Offer),
    ("donate", Label::Offer),
    ("donation", Label::Offer),
    ("paywall", Label::Offer),
    ("signup", Label::Offer),
    ("app", Label::Box),
    ("share", Label::Share),
    ("sharing", Label::Share),
    ("sharebar", Label::Share),
    ("social", Label::Share),
    ("follow", Label::Share),
    ("comment", Label::Comments),
    ("comments", Label::Comments),
    ("disqus", Label::Comments),
    ("respond", Label::Comments),
    ("caption", Label::Caption),
    ("credit", Label::Caption),
    ("credits", Label::Caption),
    ("copyright", Label::Caption),
    ("author", Label::Author),
    ("authors", Label::Author),
    ("byline", Label::Author),
    ("bio", Label::Author),
    ("writer", Label::Author),
    ("contributors", Label::Author),
    ("autor", Label::Author),
    ("auteur", Label::Author),
    ("firma", Label::Author),
    ("date", Label::Facts),
    ("dateline", Label::Facts),
    ("datetime", Label::Facts),
    ("timestamp", Label::Facts),
    ("published", Label::Facts),
    ("updated", Label::Facts),
    ("kicker", Label::Facts),
    ("fecha", Label::Facts),
    ("datum", Label::Facts),
    ("tag", Label::Tags),
    ("tags", Label::Tags),
    ("taglist", Label::Tags),
    ("topics", Label::Tags),
    ("keywords", Label::Tags),
    ("modal", Label::Consent),
    ("popup", Label::Consent),
    ("toast", Label::Consent),
    ("gdpr", Label::Consent),
    ("tooltip", Label::Consent),
    ("teaser", Label::Others),
    ("teasers", Label::Others),
    ("player", Label::Media),
    ("gallery", Label::Media),
    ("slideshow", Label::Media),
    ("carousel", Label::Media),
    ("slider", Label::Media),
    ("lightbox", Label::Media),
    ("poll", Label::Offer),
    ("quiz", Label::Offer),
    ("widget", Label::Box),
    ("box", Label::Box),
    ("infobox", Label::Box),
    ("factbox", Label::Box),
    ("lead", Label::Standfirst),
    ("lede", Label::Standfirst),
    ("dek", Label::Standfirst),
    ("deck", Label::Standfirst),
    ("intro", Label::Standfirst),
    ("ingress", Label::Standfirst),
    ("perex", Label::Standfirst),
    ("chapo", Label::Standfirst),
    ("sapo", Label::Standfirst),
    ("summary", Label::Standfirst),
    ("headline", Label::Headline),
    ("tweet", Label::Embed),
    ("embed", Label::Embed),
];

/// Parts of class names that mean the same wherever they stand.
const PARTS: &[(&str, Label)] = &[
    ("breadcrumb", Label::Navigation),
    ("bread-crumb", Label::Navigation),
    ("pagination", Label::Navigation),
    ("navigation", Label::Navigation),
    ("navbar", Label::Navigation),
    ("skip-link", Label::Navigation),
    ("related", Label::Others),
    ("recommend", Label::Others),
    ("readmore", Label::Others),
    ("read-more", Label::Others),
    ("read-next", Label::Others),
    ("readnext", Label::Others),
    ("read-also", Label::Others),
    ("seealso", Label::Others),
    ("see-also", Label::Others),
    ("more-stories", Label::Others),
    ("morestories", Label::Others),
    ("more-on", Label::Others),
    ("most-read", Label::Others),
    ("mostread", Label::Others),
    ("most-popular", Label::Others),
    ("popular", Label::Others),
    ("trending", Label::Others),
    ("latest-news", Label::Others),
    ("outbrain", Label::Others),
    ("taboola", Label::Others),
    ("zergnet", Label::Others),
    ("relacionad", Label::Others),
    ("leggi-anche", Label::Others),
    ("correlat", Label::Others),
    ("teaserlist", Label::Others),
    ("newsletter", Label::Offer),
    ("subscri", Label::Offer),
    ("sign-up", Label::Offer),
    ("abonn", Label::Offer),
    ("suscri", Label::Offer),
    ("fundrais", Label::Offer),
    ("membership", Label::Offer),
    ("share-", Label::Share),
    ("-share", Label::Share),
    ("sharetool", Label::Share),
    ("socialmedia", Label::Share),
    ("social-", Label::Share),
    ("-social", Label::Share),
    ("addtoany", Label::Share),
    ("sharedaddy", Label::Share),
    ("commentlist", Label::Comments),
    ("comment-", Label::Comments),
    ("advertis", Label::Advert),
    ("publicidad", Label::Advert),
    ("anzeige", Label::Advert),
    ("sponsor", Label::Advert),
    ("ad-slot", Label::Advert),
    ("adslot", Label::Advert),
    ("figcaption", Label::Caption),
    ("caption", Label::Caption),
    ("photo-credit", Label::Caption),
    ("imagecredit", Label::Caption),
    ("bildunterschrift", Label::Caption),
    ("bildtext", Label::Caption),
    ("legende", Label::Caption),
    ("byline", Label::Author),
    ("author-bio", Label::Author),
    ("authorbio", Label::Author),
    ("about-author", Label::Author),
    ("article-meta", Label::Facts),
    ("post-meta", Label::Facts),
    ("entry-meta", Label::Facts),
    ("entry-date", Label::Facts),
    ("publish-date", Label::Facts),
    ("publication-date", Label::Facts),
    ("pubdate", Label::Facts),
    ("reading-time", Label::Facts),
    ("readtime", Label::Facts),
    ("timestamp", Label::Facts),
    ("article-tags", Label::Tags),
    ("post-tags", Label::Tags),
    ("tag-list", Label::Tags),
    ("tagcloud", Label::Tags),
    ("tags-links", Label::Tags),
    ("cookie", Label::Consent),
    ("consent", Label::Consent),
    ("privacy-", Label::Consent),
    ("article-body", Label::Body),
    ("articlebody", Label::Body),
    ("article__body", Label::Body),
    ("article-content", Label::Body),
    ("articlecontent", Label::Body),
    ("article__content", Label::Body),
    ("article-text", Label::Body),
    ("articletext", Label::Body),
    ("story-body", Label::Body),
    ("storybody", Label::Body),
    ("entry-content", Label::Body),
    ("post-content", Label::Body),
    ("post-body", Label::Body),
    ("body-text", Label::Body),
    ("content-body", Label::Body),
    ("standfirst", Label::Standfirst),
    ("sub-title", Label::Standfirst),
    ("subtitle", Label::Standfirst),
    ("subheadline", Label::Standfirst),
    ("vorspann", Label::Standfirst),
    ("teaser-text", Label::Standfirst),
    ("chapeau", Label::Standfirst),
    ("entradilla", Label::Standfirst),
    ("sottotitolo", Label::Standfirst),
    ("sommario", Label::Standfirst),
    ("bajada", Label::Standfirst),
    ("article-lead", Label::Standfirst),
    ("article-intro", Label::Standfirst),
    ("excerpt", Label::Standfirst),
    ("leadtext", Label::Standfirst),
    ("instagram", Label::Embed),
    ("twitter-", Label::Embed),
    ("facebook-post", Label::Embed),
];

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
            "class" | "id" | "data-component" | "data-testid" | "data-block" | "data-module" | "data-type" => {
                let name: &str = &attribute.value;
                labels = labels | match known.get(name) {
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
            matches!(word, "sr-only" | "visually-hidden" | "visuallyhidden" | "screen-reader-text" | "screenreader")
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

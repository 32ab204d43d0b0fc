//! Which blocks are the article: points for and against each, by what several witnesses say of it.
//!
//! ```text
//! blocks ─ solid paragraphs ─ anchors (readability, or the body that the page declares) ─ scope ─ points ─► kept
//! ```

use std::cell::OnceCell;
use std::collections::HashSet;

use dom_query::Document;

use super::labels::{FOREIGN, Label, Labels};
use super::opinion::{self, Witness};
use super::tree::{Block, Kind, Page};
use super::{cuts, phrases, plain};

/// Words of a paragraph that is hardly anything but an article's.
const SOLID_WORDS: usize = 14;
/// An element with this part of all solid text is a frame: what its class says concerns the page.
const FRAME: f64 = 0.4;
/// A witness holds a block where it has more than this part of it.
const KEPT: f64 = 0.65;
/// Deeper nesting is not shown to readability.
const DEEPEST: usize = 450;
/// More elements are not shown to readability.
const MOST_ELEMENTS: usize = 150_000;

/// What the page's head says of its body.
#[derive(Debug, Default)]
pub(in super::super) struct Told {
    /// The body as the page declares it (JSON-LD), plain.
    pub body: Option<String>,
    pub title: Option<String>,
    pub description: Option<String>,
}

/// What is known of all blocks, block by block.
pub(super) struct Evidence<'a> {
    pub page: &'a Page,
    /// Labels from the block's element up, without those of frames.
    pub labels: Vec<Labels>,
    /// What part of it readability keeps.
    pub kept: Vec<f64>,
    /// What part of it the declared body holds; empty where there is none to trust.
    pub declared: Vec<f64>,
    pub solid: Vec<bool>,
    /// Whether readability found the page's main part.
    pub trusted: bool,
    /// Blocks that are surely the article's.
    pub anchors: Vec<bool>,
    /// The first and the last of them.
    pub first: usize,
    pub last: usize,
    /// The elements whose children hold anchors, and those whose grandchildren do.
    pub homes: Vec<bool>,
    pub estates: Vec<bool>,
    pub title: Vec<String>,
    pub description: Option<Witness>,
    /// Whether a block is a line about the page; asked for few of them.
    phrases: Vec<OnceCell<bool>>,
    /// Weight in links and weight of all blocks before each.
    sums: Vec<(usize, usize)>,
}

/// The indices of the blocks that are the article's text, in order.
pub(in super::super) fn choose(document: Document, page: &Page, told: &Told) -> Vec<usize> {
    let evidence = weigh(document, page, told);
    let Some(scope) = cuts::scope(&evidence) else { return fallback(&evidence) };
    let mut kept: Vec<usize> = scope.filter(|at| cuts::belongs(&evidence, *at)).collect();
    cuts::trim(&evidence, &mut kept);
    drop_captions(&evidence, &mut kept);
    fallen_back(&evidence, kept)
}

/// Where the points leave much less than readability, they were fooled: by labels, if what they call foreign is most.
fn fallen_back(evidence: &Evidence, kept: Vec<usize>) -> Vec<usize> {
    let blocks = &evidence.page.blocks;
    let weight = |kept: &[usize]| -> usize { kept.iter().map(|at| blocks[*at].weight).sum() };
    let all = || (0..blocks.len()).filter(|at| evidence.keeps(*at) && !cuts::is_title(evidence, *at));
    if !evidence.declared.is_empty() {
        return kept;
    }
    let own: Vec<usize> = all().filter(|at| !cuts::is_foreign(evidence, *at)).collect();
    let any: Vec<usize> =
        all().filter(|at| !evidence.is_about_the_page(*at) && !evidence.has(*at, Label::Caption)).collect();
    if weight(&kept) * 2 < weight(&own) {
        own
    } else if weight(&kept) * 3 < weight(&any) {
        any
    } else {
        kept
    }
}

/// Takes out what is a picture's caption elsewhere on the page. Other repeats are the author's own.
fn drop_captions(evidence: &Evidence, kept: &mut Vec<usize>) {
    let blocks = &evidence.page.blocks;
    let is_long = |at: &usize| blocks[*at].words >= 6;
    let captions = (0..blocks.len()).filter(is_long).filter(|at| evidence.has(*at, Label::Caption));
    let captions: HashSet<(usize, u64)> =
        captions.map(|at| (blocks[at].words, opinion::number(&blocks[at].text))).collect();
    let lengths: HashSet<usize> = captions.iter().map(|(words, _)| *words).collect();
    kept.retain(|at| {
        let Block { words, text, .. } = &blocks[*at];
        !lengths.contains(words) || !captions.contains(&(*words, opinion::number(text)))
    });
}

fn weigh<'a>(document: Document, page: &'a Page, told: &Told) -> Evidence<'a> {
    let shown = page.depth <= DEEPEST && page.elements.len() <= MOST_ELEMENTS;
    let share = |witness: &Witness| -> Vec<f64> {
        page.blocks.iter().map(|block| witness.share_of(&block.text)).collect()
    };
    let raw: Vec<bool> = page.blocks.iter().map(is_solid).collect();
    let kept = plain::body(page, &raw, &marked_sums(page, &raw)).unwrap_or_else(|| {
        let readability = if shown { opinion::readability(document) } else { None };
        readability.as_ref().map(share).unwrap_or_default()
    });
    let labels = path_labels(page, &raw, &kept);
    let solid: Vec<bool> =
        raw.iter().zip(&labels).map(|(solid, labels)| *solid && !labels.any(FOREIGN)).collect();
    let declared =
        told.body.as_ref().map(|body| Witness::of(body)).and_then(|body| trusted(page, &body, share(&body)));
    let mut evidence = Evidence {
        page,
        labels,
        kept,
        declared: declared.unwrap_or_default(),
        trusted: false,
        anchors: Vec::new(),
        first: 0,
        last: 0,
        homes: vec![false; page.elements.len()],
        estates: vec![false; page.elements.len()],
        solid,
        title: told.title.as_deref().map(|title| super::words(title).collect()).unwrap_or_default(),
        sums: running(page.blocks.iter().map(|block| (block.linked, block.weight))),
        phrases: vec![OnceCell::new(); page.blocks.len()],
        description: told.description.as_deref().map(Witness::of),
    };
    (evidence.anchors, evidence.trusted) = anchors(&evidence);
    evidence.first = evidence.anchors.iter().position(|anchor| *anchor).unwrap_or_default();
    evidence.last = evidence.anchors.iter().rposition(|anchor| *anchor).unwrap_or_default();
    for (block, _) in page.blocks.iter().zip(&evidence.anchors).filter(|(_, anchor)| **anchor) {
        let home = page.elements[block.element].parent;
        evidence.homes[home] = true;
        evidence.estates[page.elements[home].parent] = true;
    }
    evidence
}

/// Running sums, with one more than there are values.
fn running(values: impl Iterator<Item = (usize, usize)>) -> Vec<(usize, usize)> {
    let mut sums = vec![(0, 0)];
    let mut sum = (0, 0);
    for (one, other) in values {
        sum = (sum.0 + one, sum.1 + other);
        sums.push(sum);
    }
    sums
}

/// A paragraph that says something, and not in links.
fn is_solid(block: &Block) -> bool {
    matches!(block.kind, Kind::Paragraph) && block.words >= SOLID_WORDS && block.linked * 3 < block.weight
}

/// The declared body, where most of it stands on the page; what is only a teaser decides nothing.
fn trusted(page: &Page, body: &Witness, shares: Vec<f64>) -> Option<Vec<f64>> {
    let found: usize = shares
        .iter()
        .zip(&page.blocks)
        .filter(|(share, _)| **share > 0.7)
        .map(|(_, block)| block.weight)
        .sum();
    (body.weight > 600 && found * 10 > body.weight * 7).then_some(shares)
}

/// Weight of the marked blocks before each.
fn marked_sums(page: &Page, marked: &[bool]) -> Vec<usize> {
    let weights =
        page.blocks.iter().zip(marked).map(|(block, marked)| (if *marked { block.weight } else { 0 }, 0));
    running(weights).into_iter().map(|(sum, _)| sum).collect()
}

/// Labels along the path of each block, without those of elements that hold much of the page's solid text, or of what
/// readability keeps.
fn path_labels(page: &Page, solid: &[bool], kept: &[f64]) -> Vec<Labels> {
    let sums = marked_sums(page, solid);
    let keeps = |at: usize| kept.get(at).is_some_and(|share| *share > KEPT);
    let kept: Vec<bool> = (0..page.blocks.len()).map(keeps).collect();
    let kept_sums = marked_sums(page, &kept);
    let part = |sums: &[usize], first: usize, last: usize| -> f64 {
        let all = sums.last().copied().unwrap_or_default();
        (sums[last.max(first)] - sums[first]) as f64 / all.max(1) as f64
    };
    let mut paths: Vec<Labels> = Vec::with_capacity(page.elements.len());
    for (at, element) in page.elements.iter().enumerate() {
        let above = if element.parent == at { Labels::default() } else { paths[element.parent] };
        let (first, last) = (element.first, element.last);
        let frame = part(&sums, first, last) >= FRAME
            || (part(&kept_sums, first, last) > FRAME && !element.labels.has(Label::Comments));
        paths.push(above | if frame { element.labels.of_a_frame() } else { element.labels });
    }
    page.blocks.iter().map(|block| paths.get(block.element).copied().unwrap_or_default()).collect()
}

/// The surest blocks, and whether readability found the page's main part: the blocks of the declared body, else the
/// solid ones that readability keeps; where it keeps little of the main part's solid text, all of that.
fn anchors(evidence: &Evidence) -> (Vec<bool>, bool) {
    let blocks = &evidence.page.blocks;
    let weight = |flags: &[bool]| -> usize {
        flags.iter().zip(blocks).filter(|(flag, _)| **flag).map(|(_, block)| block.weight).sum()
    };
    let solid = |also: &dyn Fn(usize) -> bool| -> Vec<bool> {
        evidence.solid.iter().enumerate().map(|(at, solid)| *solid && also(at)).collect()
    };
    let main = main_part(evidence);
    let inside = solid(&|at| main.contains(&at));
    let kept = solid(&|at| evidence.keeps(at));
    let both = solid(&|at| evidence.keeps(at) && main.contains(&at));
    let trusted = weight(&both) * 2 >= weight(&inside);
    if !evidence.declared.is_empty() {
        return (solid(&|at| evidence.declares(at) == Some(true)), trusted);
    }
    (if trusted { kept } else { inside }, trusted)
}

/// The blocks of the deepest element that holds three quarters of all solid text.
fn main_part(evidence: &Evidence) -> std::ops::Range<usize> {
    let page = evidence.page;
    let sums = marked_sums(page, &evidence.solid);
    let all = sums.last().copied().unwrap_or_default();
    let mut range = 0..page.blocks.len();
    let mut depth = 0;
    for element in &page.elements {
        let part = sums[element.last.max(element.first)] - sums[element.first];
        if element.depth >= depth
            && part * 4 >= all * 3
            && element.first >= range.start
            && element.last <= range.end
        {
            range = element.first..element.last;
            depth = element.depth;
        }
    }
    range
}

/// A page without a solid paragraph: what readability keeps, else all that is not foreign.
fn fallback(evidence: &Evidence) -> Vec<usize> {
    let all = 0..evidence.page.blocks.len();
    let kept: Vec<usize> = all.clone().filter(|at| evidence.keeps(*at)).collect();
    if kept.is_empty() {
        return all.filter(|at| !evidence.labels[*at].any(FOREIGN)).collect();
    }
    kept
}

impl Evidence<'_> {
    /// Whether readability keeps a block.
    pub(super) fn keeps(&self, at: usize) -> bool {
        self.kept.get(at).is_some_and(|share| *share > KEPT)
    }

    /// Whether the declared body holds a block; `None` where no body is declared.
    pub(super) fn declares(&self, at: usize) -> Option<bool> {
        self.declared.get(at).map(|share| *share > KEPT)
    }

    /// Weight in links and weight of the blocks from `first` to before `last`.
    pub(super) fn sums_between(&self, first: usize, last: usize) -> (usize, usize) {
        let at = |at: usize| self.sums.get(at).copied().unwrap_or_default();
        let (from, to) = (at(first), at(last.max(first)));
        (to.0 - from.0, to.1 - from.1)
    }

    /// Whether a block's words are about the page.
    pub(super) fn is_about_the_page(&self, at: usize) -> bool {
        let block = &self.page.blocks[at];
        *self.phrases[at].get_or_init(|| phrases::is_about_the_page(&block.text, block.words))
    }

    pub(super) fn has(&self, at: usize, label: Label) -> bool {
        self.labels[at].has(label)
    }
}

//! Points for and against a block, and what is cut at the article's two ends.

use std::ops::Range;

use super::choice::Evidence;
use super::labels::{Label, Labels};
use super::tree::{Block, Kind};

/// Labels that speak against a block whatever stands in it.
const STRONG: Labels = Labels::NONE
    .with(Label::Navigation)
    .with(Label::Others)
    .with(Label::Offer)
    .with(Label::Share)
    .with(Label::Comments)
    .with(Label::Advert)
    .with(Label::Tags)
    .with(Label::Consent)
    .with(Label::Footer)
    .with(Label::Form);

/// From the headline's place to the end of the last anchor's surroundings.
pub(super) fn scope(evidence: &Evidence) -> Option<Range<usize>> {
    let (first, last) = (evidence.first, evidence.last);
    if !evidence.anchors.get(first).is_some_and(|anchor| *anchor) {
        return None;
    }
    let blocks = &evidence.page.blocks;
    // Back to the headline, at most so many blocks: what stands above it is the page's head.
    let reach = first.saturating_sub(30);
    let headline =
        (reach..first).rev().find(|at| is_title(evidence, *at) || blocks[*at].kind == Kind::Heading(1));
    let start = headline.unwrap_or(first.saturating_sub(6));
    Some(start..end(evidence, last))
}

/// Behind the last block that readability or the declared body has; before it, where something else begins.
fn end(evidence: &Evidence, last: usize) -> usize {
    let mut end = last + 1;
    for at in last + 1..evidence.page.blocks.len() {
        if begins_something_else(evidence, at) {
            break;
        }
        if evidence.keeps(at) || evidence.declares(at) == Some(true) {
            end = at + 1;
        }
    }
    end
}

/// A heading over other articles or comments, or a long text that the page labels so.
fn begins_something_else(evidence: &Evidence, at: usize) -> bool {
    let block = &evidence.page.blocks[at];
    let labels = evidence.labels[at];
    let heading =
        matches!(block.kind, Kind::Heading(_)) && (labels.any(STRONG) || evidence.is_about_the_page(at));
    let long = block.words > 30
        && (labels.has(Label::Comments) || labels.has(Label::Others) || labels.has(Label::Footer));
    heading || long
}

/// Whether a block says what the title says.
pub(super) fn is_title(evidence: &Evidence, at: usize) -> bool {
    let block = &evidence.page.blocks[at];
    if evidence.title.is_empty() || block.words > evidence.title.len() + 8 {
        return false;
    }
    let words: Vec<String> = super::words(&block.text).collect();
    words == evidence.title || (block.kind == Kind::Heading(1) && words.ends_with(&evidence.title))
}

/// Whether a block within the scope is the article's.
pub(super) fn belongs(evidence: &Evidence, at: usize) -> bool {
    if is_title(evidence, at) {
        return false;
    }
    points(evidence, at) > 0
}

/// Whether a block is something else, whoever kept it.
pub(super) fn is_foreign(evidence: &Evidence, at: usize) -> bool {
    is_title(evidence, at) || against(evidence, at, evidence.labels[at]) >= 3
}

fn points(evidence: &Evidence, at: usize) -> i32 {
    let block = &evidence.page.blocks[at];
    let labels = evidence.labels[at];
    let mut points = 0;
    points += match !evidence.trusted {
        // Readability was not asked, found nothing, or something else.
        true => i32::from(evidence.solid[at]),
        false if evidence.keeps(at) => 2,
        false => -2,
    };
    points += match evidence.declares(at) {
        Some(true) => 3,
        Some(false) if block.kind == Kind::Paragraph && is_inside(evidence, at) => -2,
        _ => 0,
    };
    points += i32::from(evidence.solid[at]) + i32::from(evidence.solid[at] && block.words >= 35);
    points += neighbourhood(evidence, at);
    if is_standfirst(evidence, at) || is_subheading(evidence, at) {
        points += 4;
    }
    if points > 0 { points - against(evidence, at, labels) } else { points }
}

fn against(evidence: &Evidence, at: usize, labels: Labels) -> i32 {
    let block = &evidence.page.blocks[at];
    let mut against = 0;
    if labels.any(STRONG) {
        against += 3;
    }
    if labels.has(Label::Caption) {
        against += 4;
    }
    if labels.has(Label::Figure) && block.words < 60 {
        against += 2;
    }
    if labels.has(Label::Author) {
        against += if block.words < 60 { 4 } else { 2 };
    }
    if labels.has(Label::Facts) && block.words < 20 {
        against += 3;
    }
    if labels.has(Label::Aside) {
        against += 2;
    }
    if labels.has(Label::Media) {
        against += 2;
    }
    // Words such as "video" stand on frames of whole pages too: only what is near counts.
    let page = evidence.page;
    if block.words < 20 && page.up(block.element).take(3).any(|at| page.elements[at].is(Label::Film)) {
        against += 3;
    }
    if labels.has(Label::Embed) || labels.has(Label::Box) {
        against += 1;
    }
    if evidence.is_about_the_page(at) {
        against += 6;
    }
    against + if block.kind == Kind::Item { against_an_item(evidence, at) } else { against_links(block) }
}

fn against_links(block: &Block) -> i32 {
    match block.linked as f64 / block.weight.max(1) as f64 {
        linked if linked > 0.9 => 3,
        linked if linked > 0.6 => 1,
        _ => 0,
    }
}

/// An item may be a link, unless all of its list is.
fn against_an_item(evidence: &Evidence, at: usize) -> i32 {
    let page = evidence.page;
    let is_list = |at: &usize| page.elements[*at].labels.has(Label::List);
    let Some(list) = page.up(page.blocks[at].element).find(is_list) else { return 0 };
    let element = &page.elements[list];
    let (linked, weight) = evidence.sums_between(element.first, element.last);
    if linked * 10 > weight * 8 { 3 } else { 0 }
}

/// Between two anchors.
fn is_inside(evidence: &Evidence, at: usize) -> bool {
    evidence.first < at && at < evidence.last
}

/// Whether anchors are the block's siblings, or a solid block's cousins.
fn neighbourhood(evidence: &Evidence, at: usize) -> i32 {
    let page = evidence.page;
    let element = page.blocks[at].element;
    let parent = page.elements.get(element).map_or(0, |element| element.parent);
    let is = |list: &[bool], element: usize| list.get(element).copied().unwrap_or_default();
    let sibling = is(&evidence.homes, parent);
    let cousin = evidence.solid[at]
        && page.elements.get(parent).is_some_and(|parent| is(&evidence.estates, parent.parent));
    i32::from(sibling || cousin)
}

/// A heading right above one of the article's surest paragraphs, set as they are: readability leaves out what stands in
/// a box of its own.
fn is_subheading(evidence: &Evidence, at: usize) -> bool {
    let page = evidence.page;
    let block = &page.blocks[at];
    let is_above_text = || evidence.anchors.get(at + 1).is_some_and(|anchor| *anchor);
    if !matches!(block.kind, Kind::Heading(2..=4)) || !is_inside(evidence, at) || !is_above_text() {
        return false;
    }
    let home = |element: usize| page.elements.get(element).map_or(0, |element| element.parent);
    let (ours, theirs) = (home(block.element), home(page.blocks[at + 1].element));
    block.linked * 2 < block.weight && (ours == theirs || home(ours) == home(theirs))
}

/// The sentence or two between headline and text: labelled so, or what the page's head gives as its description.
fn is_standfirst(evidence: &Evidence, at: usize) -> bool {
    let block = &evidence.page.blocks[at];
    if at > evidence.first || block.words < 6 || block.linked * 2 > block.weight {
        return false;
    }
    let described =
        evidence.description.as_ref().is_some_and(|description| description.share_of(&block.text) > 0.7);
    let labelled = evidence.has(at, Label::Standfirst);
    described || labelled
}

/// Takes off the ends what is no sentence and says nothing alone: headings behind the text, signatures, names of places
/// and agencies.
pub(super) fn trim(evidence: &Evidence, kept: &mut Vec<usize>) {
    let blocks = &evidence.page.blocks;
    let is_line = |at: usize| {
        let block = &blocks[at];
        block.kind == Kind::Paragraph
            && block.words <= 8
            && !evidence.solid[at]
            && !ends_a_sentence(&block.text)
    };
    while let Some(at) = kept.last().copied() {
        let cut = matches!(blocks[at].kind, Kind::Heading(_)) || is_line(at);
        if !cut || kept.len() < 3 {
            break;
        }
        kept.pop();
    }
    let lines = kept.iter().take_while(|at| is_line(**at) && **at < evidence.first).count();
    if lines < kept.len() {
        kept.drain(..lines);
    }
}

fn ends_a_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '”', '»', '“', '’', ')', ' ']);
    bare.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '۔', '।'])
}

//! Pages whose body is beyond doubt: one element has nearly all that is solid text, paragraph beside paragraph.
//!
//! Nobody else need be asked of these; readability alone costs twice as much as parsing the page.

use super::labels::{FOREIGN, Labels};
use super::tree::{Block, Kind, Page};

/// Of a hundred letters of solid text on the page, how many the body has.
const NEARLY_ALL: usize = 92;
/// Letters of solid text below which a page is no matter of cost.
const ENOUGH: usize = 1_500;
/// Solid paragraphs that make a body.
const PARAGRAPHS: usize = 6;
/// Of ten of them, how many stand right in the body, or in a box of their own each.
const BESIDE: usize = 8;
/// Words below which a paragraph is a line.
const SHORT: usize = 14;

/// What part of each block is the body's, all or nothing; `None` where the page leaves that in doubt. `sums` is the
/// weight of solid text before each block.
pub(super) fn body(page: &Page, solid: &[bool], sums: &[usize]) -> Option<Vec<f64>> {
    let all = sums.last().copied().unwrap_or_default();
    let holders = page.elements.iter().enumerate().filter(|(_, element)| {
        let part = sums[element.last.max(element.first)] - sums[element.first];
        part * 100 >= all * NEARLY_ALL
    });
    let (body, element) = holders.max_by_key(|(at, element)| (element.depth, std::cmp::Reverse(*at)))?;
    let range = element.first..element.last;
    let inside: Vec<usize> = range.clone().filter(|at| solid[*at]).collect();
    let is_beside = |at: &&usize| {
        let home = page.elements[page.blocks[**at].element].parent;
        home == body || page.elements[home].parent == body
    };
    let beside = inside.iter().filter(is_beside).count();
    let first = *inside.first()?;
    if all < ENOUGH || inside.len() < PARAGRAPHS || beside * 10 < inside.len() * BESIDE {
        return None;
    }
    let is_foreign = |block: &Block| {
        let path = page.up(block.element).take_while(|at| *at != body);
        let own = path.fold(Labels::NONE, |labels, at| labels | page.elements[at].labels);
        own.any(FOREIGN) || (block.kind != Kind::Item && block.linked * 2 > block.weight)
    };
    // Lines above the first paragraph, such as who wrote it and when, have to prove themselves otherwise.
    let is_line = |block: &Block| block.kind == Kind::Paragraph && block.words < SHORT;
    let is_kept = |at: usize, block: &Block| {
        range.contains(&at) && (at >= first || !is_line(block)) && !is_foreign(block)
    };
    let kept = page.blocks.iter().enumerate().map(|(at, block)| if is_kept(at, block) { 1.0 } else { 0.0 });
    Some(kept.collect())
}

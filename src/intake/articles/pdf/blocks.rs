//! Columns: a page is cut along the widest empty strips until what is left reads line by line.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::glyphs::Glyph;

/// Letters that stand nearer than this are of one line, as a part of the font's size.
const SAME_LINE: f64 = 0.45;

/// A gap between letters that is a blank, as a part of the font's size; a wider one where the file has blanks of its
/// own, since its letters' widths may then be wrong and nobody has seen it.
const BLANK: f64 = 0.19;
const BLANK_BESIDES: f64 = 0.45;

/// A gap that may part two columns, as a part of the font's size.
const GUTTER: f64 = 0.5;

/// An empty strip across the page that parts two blocks, as a part of the font's size.
const STRIP: f64 = 0.9;

/// Letters in a line of a column, on average; tables have fewer.
const PROSE: usize = 14;

/// Lines at a page's head or foot that may run over several columns.
const SPANNING: usize = 14;

/// Cuts one after the other.
const DEEPEST: usize = 40;

/// Words of one line that stand together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub left: f64,
    pub right: f64,
    /// Of the baseline.
    pub y: f64,
    pub size: f64,
    pub text: String,
}

/// A page's blocks in the order of reading, each with its lines from above to below.
pub(super) fn of_page(glyphs: &[Glyph]) -> Vec<Vec<Line>> {
    let mut blocks = Vec::new();
    let mut turns: Vec<u8> = vec![0, 1, 2, 3];
    let number = |turned: u8| glyphs.iter().filter(|glyph| glyph.turned == turned).count();
    // Most of the page first; words along its edge last.
    turns.sort_by_key(|turned| std::cmp::Reverse(number(*turned)));
    for turned in turns {
        let upright: Vec<Glyph> = glyphs.iter().filter(|glyph| glyph.turned == turned).cloned().collect();
        if !upright.is_empty() {
            let chunks = chunks(upright);
            let from_right = is_mostly_rtl(chunks.iter().map(|chunk| chunk.text.as_str()));
            cut(chunks, from_right, DEEPEST, &mut blocks);
        }
    }
    blocks
}

/// Letters into runs of words: split where a gap is wide enough for a gutter.
fn chunks(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lines: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        let near = |line: &Vec<Glyph>| {
            line.first()
                .is_some_and(|first| (first.y - glyph.y).abs() < SAME_LINE * first.size.max(glyph.size))
        };
        match lines.last_mut().filter(|line| near(line)) {
            Some(line) => line.push(glyph),
            None => lines.push(vec![glyph]),
        }
    }
    let mut chunks = Vec::new();
    for mut line in lines {
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
        let mut run: Vec<Glyph> = Vec::new();
        let mut end = f64::NEG_INFINITY;
        let mut blank: Option<Glyph> = None;
        for glyph in line {
            if glyph.letters == " " {
                blank = blank.or(Some(glyph)).filter(|_| !run.is_empty());
                continue;
            }
            // Letters that are drawn twice look bold.
            let again = run.last().is_some_and(|last| {
                last.letters == glyph.letters && (last.x - glyph.x).abs() < 0.12 * glyph.size
            });
            if again {
                continue;
            }
            if !run.is_empty() && glyph.x - end > GUTTER * glyph.size {
                chunks.push(chunk(&run));
                run.clear();
                blank = None;
            }
            run.extend(blank.take());
            end = if run.is_empty() { glyph.x + glyph.width } else { end.max(glyph.x + glyph.width) };
            run.push(glyph);
        }
        if !run.is_empty() {
            chunks.push(chunk(&run));
        }
    }
    chunks
}

fn chunk(run: &[Glyph]) -> Line {
    let (first, last) = (&run[0], &run[run.len() - 1]);
    let mut sizes: Vec<f64> = run.iter().map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    Line {
        left: first.x,
        right: run.iter().map(|glyph| glyph.x + glyph.width).fold(last.x, f64::max),
        y: first.y,
        size: sizes[sizes.len() / 2],
        text: words(run),
    }
}

/// Letters from left to right into words as they are read.
fn words(run: &[Glyph]) -> String {
    let is_blank = |glyph: &&Glyph| glyph.letters == " ";
    let has_blanks = run.iter().filter(is_blank).count() * 15 > run.len();
    let wide = if has_blanks { BLANK_BESIDES } else { BLANK };
    let mut signs: Vec<String> = Vec::with_capacity(run.len() * 2);
    for (at, glyph) in run.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &run[at]).filter(|before| before.letters != " ");
        let gap = before.map_or(0.0, |before| glyph.x - (before.x + before.width));
        if gap > wide * glyph.size && glyph.letters != " " {
            signs.push(" ".to_owned());
        }
        signs.push(plain(&glyph.letters));
    }
    if is_mostly_rtl(signs.iter().map(String::as_str)) {
        signs.reverse();
        let turned = turn_runs(&mut signs, is_ltr, is_rtl_sign);
        mirror(&mut signs, |at| !turned.iter().any(|run| run.contains(&at)));
    } else if signs.iter().any(|sign| is_rtl_sign(sign)) {
        let turned =
            turn_runs(&mut signs, is_rtl_sign, |sign| sign.chars().any(|c| c.is_alphabetic() && !is_rtl(c)));
        mirror(&mut signs, |at| turned.iter().any(|run| run.contains(&at)));
    }
    signs.concat()
}

/// Brackets among words from the right are drawn as their mirror images, and most files say what is drawn: they are
/// turned, unless the file has said what is meant and turning would leave more of them without their other half.
fn mirror(signs: &mut [String], is_from_right: impl Fn(usize) -> bool) {
    const PAIRS: [(&str, &str); 4] = [("(", ")"), ("[", "]"), ("{", "}"), ("«", "»")];
    let turned: Vec<String> = signs
        .iter()
        .enumerate()
        .map(|(at, sign)| {
            let other = PAIRS.iter().find_map(|(open, close)| match sign.as_str() {
                one if one == *open => Some(*close),
                one if one == *close => Some(*open),
                _ => None,
            });
            other.filter(|_| is_from_right(at)).map_or_else(|| sign.clone(), ToOwned::to_owned)
        })
        .collect();
    let alone = |signs: &[String]| {
        let (mut open, mut alone) = (0_usize, 0_usize);
        for sign in signs {
            if PAIRS.iter().any(|(begin, _)| begin == sign) {
                open += 1;
            } else if PAIRS.iter().any(|(_, end)| end == sign) {
                alone += usize::from(open == 0);
                open = open.saturating_sub(1);
            }
        }
        alone + open
    };
    if alone(&turned) <= alone(signs) {
        signs.clone_from_slice(&turned);
    }
}

/// Signs that stand for joined letters, or for a letter's form in a word, as the letters themselves.
fn plain(letters: &str) -> String {
    let is_form = |c: char| matches!(c, '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    if letters.chars().any(is_form) { letters.nfkc().collect() } else { letters.to_owned() }
}

/// Turns the runs of signs that go against the direction of their line; blanks and points inside of a run belong to
/// it, those at its end do not. Gives the runs.
fn turn_runs(signs: &mut [String], belongs: fn(&str) -> bool, ends: fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut turned = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        if !belongs(&signs[at]) {
            at += 1;
            continue;
        }
        let (mut end, mut past) = (at + 1, at + 1);
        while past < signs.len() && !ends(&signs[past]) {
            past += 1;
            if belongs(&signs[past - 1]) {
                end = past;
            }
        }
        signs[at..end].reverse();
        turned.push(at..end);
        at = end;
    }
    turned
}

fn is_ltr(sign: &str) -> bool {
    sign.chars().any(char::is_alphanumeric) && !is_rtl_sign(sign)
}

fn is_rtl_sign(sign: &str) -> bool {
    sign.chars().any(is_rtl)
}

fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}') && !c.is_numeric()
}

fn is_mostly_rtl<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let (mut rtl, mut all) = (0_usize, 0_usize);
    for c in texts.flat_map(str::chars).filter(|c| c.is_alphabetic()) {
        all += 1;
        rtl += usize::from(is_rtl(c));
    }
    rtl * 2 > all
}

fn cut(chunks: Vec<Line>, from_right: bool, depth: usize, blocks: &mut Vec<Vec<Line>>) {
    if chunks.is_empty() {
        return;
    }
    if depth == 0 || chunks.len() == 1 {
        blocks.push(lines(chunks, from_right));
        return;
    }
    if let Some(x) = gutter(&chunks) {
        let (left, right): (Vec<Line>, Vec<Line>) = chunks.into_iter().partition(|chunk| chunk.left < x);
        let (first, second) = if from_right { (right, left) } else { (left, right) };
        cut(first, from_right, depth - 1, blocks);
        cut(second, from_right, depth - 1, blocks);
        return;
    }
    if let Some(y) = strip(&chunks).or_else(|| below_spanning(&chunks)) {
        let (above, below): (Vec<Line>, Vec<Line>) = chunks.into_iter().partition(|chunk| chunk.y > y);
        cut(above, from_right, depth - 1, blocks);
        cut(below, from_right, depth - 1, blocks);
        return;
    }
    blocks.push(lines(chunks, from_right));
}

fn median_size(chunks: &[Line]) -> f64 {
    let mut sizes: Vec<f64> = chunks.iter().map(|chunk| chunk.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(10.0)
}

/// The middle of the widest empty strip from top to bottom that parts prose from prose.
fn gutter(chunks: &[Line]) -> Option<f64> {
    let size = median_size(chunks);
    let mut spans: Vec<(f64, f64)> = chunks.iter().map(|chunk| (chunk.left, chunk.right)).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut best: Option<(f64, f64)> = None;
    let mut end = spans.first()?.1;
    for (left, right) in spans {
        let width = left - end;
        let middle = f64::midpoint(left, end);
        if width > GUTTER * 1.3 * size
            && best.is_none_or(|(widest, _)| width > widest)
            && is_prose(chunks, |chunk| chunk.left < middle)
            && is_prose(chunks, |chunk| chunk.left >= middle)
        {
            best = Some((width, middle));
        }
        end = end.max(right);
    }
    best.map(|(_, middle)| middle)
}

/// Whether one side of a strip is a column of text and not one of a table: several lines, and long ones.
fn is_prose(chunks: &[Line], on_side: impl Fn(&Line) -> bool) -> bool {
    let mut rows: Vec<f64> = Vec::new();
    let mut letters = 0;
    for chunk in chunks.iter().filter(|chunk| on_side(chunk)) {
        letters += chunk.text.chars().count();
        if rows.last().is_none_or(|y| (y - chunk.y).abs() > SAME_LINE * chunk.size) {
            rows.push(chunk.y);
        }
    }
    rows.len() >= 3 && letters >= PROSE * rows.len()
}

/// The middle of the widest empty strip across.
fn strip(chunks: &[Line]) -> Option<f64> {
    let size = median_size(chunks);
    let mut spans: Vec<(f64, f64)> =
        chunks.iter().map(|chunk| (chunk.y + 0.8 * chunk.size, chunk.y - 0.2 * chunk.size)).collect();
    spans.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut best: Option<(f64, f64)> = None;
    let mut low = spans.first()?.1;
    for (top, bottom) in spans {
        let height = low - top;
        if height > STRIP * size && best.is_none_or(|(highest, _)| height > highest) {
            best = Some((height, f64::midpoint(low, top)));
        }
        low = low.min(bottom);
    }
    best.map(|(_, middle)| middle)
}

/// Where the lines that run over several columns end, or begin again.
fn below_spanning(chunks: &[Line]) -> Option<f64> {
    let mut rows: Vec<f64> = chunks.iter().map(|chunk| chunk.y).collect();
    rows.sort_by(|a, b| b.total_cmp(a));
    rows.dedup_by(|a, b| (*a - *b).abs() < 2.0);
    let most = SPANNING.min(rows.len().saturating_sub(3));
    let parts = |at: usize, above: bool| {
        let y = f64::midpoint(rows[at - 1], rows[at]);
        let side: Vec<Line> = chunks.iter().filter(|chunk| (chunk.y > y) == above).cloned().collect();
        gutter(&side).map(|_| y)
    };
    (1..=most)
        .find_map(|at| parts(at, false))
        .or_else(|| (1..=most).find_map(|at| parts(rows.len() - at, true)))
}

/// A block's words in lines.
fn lines(mut chunks: Vec<Line>, from_right: bool) -> Vec<Line> {
    chunks.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for chunk in chunks {
        let near = |row: &Vec<Line>| {
            row.first()
                .is_some_and(|first| (first.y - chunk.y).abs() < SAME_LINE * first.size.max(chunk.size))
        };
        match rows.last_mut().filter(|row| near(row)) {
            Some(row) => row.push(chunk),
            None => rows.push(vec![chunk]),
        }
    }
    let joined = rows.into_iter().map(|mut row| {
        row.sort_by(|a, b| if from_right { b.left.total_cmp(&a.left) } else { a.left.total_cmp(&b.left) });
        Line {
            left: row.iter().map(|chunk| chunk.left).fold(f64::INFINITY, f64::min),
            right: row.iter().map(|chunk| chunk.right).fold(f64::NEG_INFINITY, f64::max),
            y: row[0].y,
            size: median_size(&row),
            text: row.iter().map(|chunk| chunk.text.trim()).collect::<Vec<_>>().join(" "),
        }
    });
    joined.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Signs as they are drawn, from left to right, each as wide as the next is far.
    fn drawn(signs: &str) -> Vec<Glyph> {
        let glyph = |(at, sign): (usize, char)| Glyph {
            x: at as f64 * 5.0,
            y: 0.0,
            width: 5.0,
            size: 10.0,
            turned: 0,
            letters: sign.to_string(),
        };
        signs.chars().enumerate().map(glyph).collect()
    }

    fn read(meant: &str, drawn_as: &str) {
        assert_eq!(words(&drawn(drawn_as)), meant, "drawn as {drawn_as}");
    }

    #[test]
    fn words_from_the_right_are_read_with_their_numbers_and_brackets_as_they_are_meant() {
        let from_right = |text: &str| text.chars().rev().collect::<String>();
        // What the file names is the sign that is drawn, or the one that is meant.
        read("بولندا (45) وألمانيا", &format!("{} (45) {}", from_right("وألمانيا"), from_right("بولندا")));
        read("بولندا (45) وألمانيا", &format!("{} )45( {}", from_right("وألمانيا"), from_right("بولندا")));
        read("قالت (AFP) اليوم", &format!("{} (AFP) {}", from_right("اليوم"), from_right("قالت")));
        read("a (b) c", "a (b) c");
    }
}

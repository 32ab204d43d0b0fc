//! Widths of letters, written out one by one: the library reads only lists of them, while Chrome's printer and Google's
//! documents give one width for a range. Without it, letters of no width leave blanks inside of words.

use std::collections::BTreeMap;

use pdf_extract::{Document, Object};

/// Letters of one font that are given widths; no font has more.
const MOST: usize = 65_536;

/// Writes the widths of every font out.
pub(super) fn write_out(document: &mut Document) {
    let mut new = Vec::new();
    for (id, object) in &document.objects {
        let Ok(font) = object.as_dict() else { continue };
        let is_font =
            font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|sort| sort.starts_with(b"CIDFont"));
        let Some(widths) = font.get(b"W").ok().filter(|_| is_font) else { continue };
        let widths = document.dereference(widths).map_or(widths, |(_, found)| found);
        if let Ok(widths) = widths.as_array() {
            new.push((*id, written_out(document, widths)));
        }
    }
    for (id, widths) in new {
        if let Some(Ok(font)) = document.objects.get_mut(&id).map(Object::as_dict_mut) {
            font.set("W", Object::Array(widths));
        }
    }
}

/// `first [width …]` and `first last width`, as one list of the first form for each run of letters.
fn written_out(document: &Document, widths: &[Object]) -> Vec<Object> {
    let at = |at: usize| widths.get(at).map(|one| document.dereference(one).map_or(one, |(_, found)| found));
    let number =
        |one: Option<&Object>| one.and_then(|one| one.as_i64().ok()).filter(|id| (0..65_536).contains(id));
    let width = |one: &Object| one.as_float().ok().or_else(|| one.as_i64().ok().map(|width| width as f32));
    let mut known: BTreeMap<i64, f32> = BTreeMap::new();
    let mut next = 0;
    while let Some(first) = number(at(next)) {
        if let Some(Object::Array(list)) = at(next + 1) {
            let list = list.iter().take(MOST).filter_map(width);
            known.extend((first..).zip(list));
            next += 2;
        } else {
            let (Some(last), Some(all)) = (number(at(next + 1)), at(next + 2).and_then(width)) else { break };
            known.extend((first..=last).map(|id| (id, all)));
            next += 3;
        }
    }
    let mut out: Vec<Object> = Vec::new();
    let mut before = None;
    for (id, width) in known {
        if before != Some(id - 1) {
            out.extend([Object::Integer(id), Object::Array(Vec::new())]);
        }
        if let Some(Object::Array(run)) = out.last_mut() {
            run.push(Object::Real(width));
        }
        before = Some(id);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_of_letters_with_one_width_is_written_out() {
        let real = |width: f32| Object::Real(width);
        let given = [
            Object::Integer(3),
            Object::Integer(5),
            real(556.5),
            Object::Integer(10),
            Object::Array(vec![Object::Integer(200), real(300.0)]),
            Object::Integer(9),
            Object::Integer(2),
        ];
        let out = written_out(&Document::new(), &given);
        let expected = [
            Object::Integer(3),
            Object::Array(vec![real(556.5); 3]),
            Object::Integer(10),
            Object::Array(vec![real(200.0), real(300.0)]),
        ];
        assert_eq!(out, expected, "what breaks off is left out");
        assert!(written_out(&Document::new(), &[Object::Null]).is_empty());
    }
}
